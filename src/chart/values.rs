//! The values at the points of lines. In: a plot with its names. Out: those
//! values that have room, the more telling ones first, each on white ground.

use crate::chart::canvas::Anchor;
use crate::chart::canvas::Words;
use crate::chart::ends::Layout;
use crate::chart::labels::Field;
use crate::chart::labels::Point;
use crate::chart::labels::Rect;
use crate::chart::plot::Last;
use crate::chart::plot::Line;
use crate::chart::plot::RADIUS;
use crate::chart::size::LABEL;
use crate::chart::size::pt;
use crate::chart::style::INK;
use crate::chart::text::number;

/// A value with its place.
#[derive(Debug, Clone)]
pub(super) struct Value {
    /// The point it stands at: quarter and value.
    pub(super) of: (usize, u32),
    /// The figure.
    pub(super) words: Words,
    /// The white under it.
    pub(super) ground: Rect,
}

/// White around a figure.
const PAD: i32 = pt(12);

/// From a point to the white around its figure.
const GAP: i32 = RADIUS + pt(3);

/// Lines with no more points than this tell what they can.
const FEW: usize = 8;

/// Lines with no more points than this tell all or only the telling ones;
/// longer ones only those.
const MANY: usize = 12;

/// Returns the values with room, or nothing if a last one has none.
///
/// Every line tells its first, last, highest and lowest value if it can. The
/// others follow where a whole line of them has room, so that no reader
/// wonders why one is missing.
pub(super) fn place(lines: &[Line], layout: &Layout, last: Last) -> Option<Vec<Value>> {
    let mut sheet = Sheet {
        lines,
        layout,
        field: layout.field.clone(),
        set: Vec::new(),
    };
    if last == Last::AtPoint {
        for line in lines {
            if !sheet.tell(line, line.last()) {
                return None;
            }
        }
    }
    for pick in [first, highest, lowest] {
        for line in lines {
            let point = pick(line);
            // What the name at the end already tells is not told again.
            let told = last == Last::InLabel && point.1 == line.last().1;
            if !told && !sheet.set.iter().any(|v| same_level(v, line, point)) {
                sheet.tell(line, point);
            }
        }
    }
    for line in lines.iter().filter(|line| line.known.len() <= MANY) {
        let before = (sheet.set.len(), sheet.field.taken.len());
        let rest = match last {
            Last::AtPoint => &line.known[..],
            Last::InLabel => &line.known[..line.known.len() - 1],
        };
        let missed = rest
            .iter()
            .filter(|point| !sheet.tell(line, **point))
            .count();
        if missed > 0 && line.known.len() > FEW {
            sheet.set.truncate(before.0);
            sheet.field.taken.truncate(before.1);
        }
    }
    Some(sheet.set)
}

/// Returns the first point.
fn first(line: &Line) -> (usize, u32) {
    line.known[0]
}

/// Returns the highest point, the first of equals.
fn highest(line: &Line) -> (usize, u32) {
    *line
        .known
        .iter()
        .rev()
        .max_by_key(|point| point.1)
        .expect("a line has a value")
}

/// Returns the lowest point, the first of equals.
fn lowest(line: &Line) -> (usize, u32) {
    *line
        .known
        .iter()
        .min_by_key(|point| point.1)
        .expect("a line has a value")
}

/// Returns whether this value tells the height of a point of the line.
fn same_level(value: &Value, line: &Line, point: (usize, u32)) -> bool {
    value.of.1 == point.1 && line.known.contains(&value.of)
}

/// The values set so far.
struct Sheet<'a> {
    lines: &'a [Line],
    layout: &'a Layout,
    field: Field,
    set: Vec<Value>,
}

impl Sheet<'_> {
    /// Sets the value of a point and returns whether it is told.
    fn tell(&mut self, line: &Line, point: (usize, u32)) -> bool {
        if self.set.iter().any(|value| value.of == point) {
            return true;
        }
        let text = number(u64::from(point.1));
        let at = self.layout.plot.at(point);
        let size = (LABEL.width(&text) + 2 * PAD, LABEL.height() + 2 * PAD);
        let found = places(at, size)
            .into_iter()
            .find(|room| self.field.free(*room) && self.field.belongs(*room, at));
        let Some(ground) = found else {
            return false;
        };
        let shared = self
            .lines
            .iter()
            .filter(|l| l.known.contains(&point))
            .count()
            > 1;
        self.field.taken.push(ground);
        self.set.push(Value {
            of: point,
            words: Words {
                text,
                at: (ground.middle().0, ground.bottom - PAD),
                anchor: Anchor::Middle,
                font: LABEL,
                colour: if shared { INK } else { line.text },
            },
            ground,
        });
        true
    }
}

/// Returns the places for a figure of this size, best first.
fn places((x, y): Point, (wide, high): (i32, i32)) -> [Rect; 17] {
    let over = y - GAP - high;
    let under = y + GAP;
    let half = wide / 2;
    let far = pt(45);
    [
        (x - half, over),
        (x - half, over - pt(12)),
        (x - half, over - pt(24)),
        (x - half, over - pt(36)),
        (x - half, under),
        (x - half, under + pt(12)),
        (x - half, under + pt(24)),
        (x - wide + pt(20), over),
        (x - pt(20), over),
        (x - pt(20), under),
        (x - wide + pt(20), under),
        (x - GAP - wide, y - high / 2),
        (x + GAP, y - high / 2),
        (x - half, over - far),
        (x - half, under + far),
        (x - wide, over - far / 2),
        (x, under + far / 2),
    ]
    .map(|(left, top)| Rect {
        left,
        top,
        right: left + wide,
        bottom: top + high,
    })
}
