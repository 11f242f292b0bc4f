//! The names at the ends of lines. In: lines by value. Out: the plot they
//! leave room for, and each name beside its last point, or in a column to the
//! right with a leader.

use crate::chart::axis::Scale;
use crate::chart::labels::Field;
use crate::chart::labels::Point;
use crate::chart::labels::Rect;
use crate::chart::labels::spread;
use crate::chart::plot::Last;
use crate::chart::plot::Line;
use crate::chart::plot::Plot;
use crate::chart::plot::obstacles;
use crate::chart::size::LABEL;
use crate::chart::size::WIDTH;
use crate::chart::size::pt;
use crate::chart::text::number;

/// A name with its place.
#[derive(Debug, Clone)]
pub(super) struct End {
    /// The lines of the name.
    pub(super) rows: Vec<String>,
    /// Where the first letter stands, and the middle of the rows.
    pub(super) at: Point,
    /// From the last point to the name, or nothing.
    pub(super) leader: Vec<Point>,
    /// The white under a name inside the plot.
    pub(super) ground: Option<Rect>,
}

/// A plot with the names of its lines.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    /// The plot.
    pub(super) plot: Plot,
    /// The names, in the order of the lines.
    pub(super) ends: Vec<End>,
    /// What values must keep away from.
    pub(super) field: Field,
}

/// Room over the grid for values on the highest points.
pub(super) const HEAD: i32 = pt(130);
/// From nought to the top of the grid with up to four lines: 46 mm.
const PLOT: i32 = pt(1300);
/// So much higher for each line more.
const MORE: i32 = pt(70);
/// Names are wrapped to this width.
const WIDEST: i32 = pt(1080);
/// A name moved less than this needs no leader.
const NEAR: i32 = pt(20);

/// Returns where plot and names stand.
pub(super) fn lay_out(lines: &[Line], quarters: usize, scale: Scale, last: Last) -> Layout {
    let tags: Vec<Tag> = lines.iter().map(|line| Tag::of(line, last)).collect();
    // Lines that end early are named inside the plot if there is room.
    let mut column: Vec<bool> = lines.iter().map(|l| l.last().0 + 1 == quarters).collect();
    loop {
        let mut layout = with_column(lines, &tags, &column, quarters, scale);
        match name_inside(&mut layout, lines, &tags, &column) {
            None => return layout,
            Some(refused) => column[refused] = true,
        }
    }
}

/// A name, broken into rows.
struct Tag {
    rows: Vec<String>,
    wide: i32,
    high: i32,
}

impl Tag {
    /// Returns the name of a line, with its last value if that goes here.
    fn of(line: &Line, last: Last) -> Self {
        let text = match last {
            Last::AtPoint => line.name.clone(),
            Last::InLabel => format!("{} {}", number(u64::from(line.last().1)), line.name),
        };
        let rows = LABEL.wrapped(&text, WIDEST);
        let wide = rows.iter().map(|row| LABEL.width(row)).max().unwrap_or(0);
        let count = i32::try_from(rows.len()).expect("a name is short");
        let letters = LABEL.height() + LABEL.depth();
        // More air around a name of several rows, so that it reads as one.
        let air = if count > 1 { pt(40) } else { pt(15) };
        let high = (letters + (count - 1).max(0) * LABEL.leading() + air) / 2 * 2;
        Self { rows, wide, high }
    }

    /// Returns the room the name takes, with its first letter's left side here.
    fn room(&self, (left, middle): Point) -> Rect {
        Rect {
            left,
            top: middle - self.high / 2,
            right: left + self.wide,
            bottom: middle + self.high / 2,
        }
    }
}

/// Returns the layout with the names that go to the right.
fn with_column(
    lines: &[Line],
    tags: &[Tag],
    column: &[bool],
    quarters: usize,
    scale: Scale,
) -> Layout {
    let members: Vec<usize> = (0..lines.len()).filter(|i| column[*i]).collect();
    let room: i32 = members.iter().map(|i| tags[*i].high).sum();
    let extra = i32::try_from(lines.len().saturating_sub(4)).expect("lines are few");
    let height = (PLOT + MORE * extra).max(room - HEAD);
    let bottom = HEAD + height;
    let mut plot = Plot {
        xs: vec![0; quarters],
        left: 0,
        bottom,
        height,
        scale,
    };
    let wanted: Vec<(i32, i32)> = members
        .iter()
        .map(|i| (plot.at(lines[*i].last()).1, tags[*i].high))
        .collect();
    let middles = spread(&wanted, 0, bottom + pt(40));
    let moved = wanted
        .iter()
        .zip(&middles)
        .map(|((wish, _), middle)| (wish - middle).abs())
        .max()
        .unwrap_or(0);
    let late = members.iter().any(|i| lines[*i].last().0 + 1 < quarters);
    let lead = if moved > NEAR || late {
        (moved / 2).clamp(pt(180), pt(300))
    } else {
        pt(80)
    };
    let wide = members.iter().map(|i| tags[*i].wide).max();
    let right = wide.map_or(WIDTH - pt(120), |wide| WIDTH - wide - lead);
    plot.space(lines, right);

    let mut ends = vec![
        End {
            rows: Vec::new(),
            at: (0, 0),
            leader: Vec::new(),
            ground: None,
        };
        lines.len()
    ];
    let mut field = obstacles(lines, &plot);
    for (i, middle) in members.iter().zip(&middles) {
        let at = (right + lead, *middle);
        let point = plot.at(lines[*i].last());
        let mut leader = Vec::new();
        if lead > pt(80) {
            leader.push((point.0 + pt(45), point.1));
            if point.0 < right {
                leader.push((right + pt(45), point.1));
            }
            leader.push((at.0 - pt(25), at.1));
        }
        field.taken.push(tags[*i].room(at));
        let half = pt(15);
        field
            .strokes
            .extend(leader.windows(2).map(|w| (w[0], w[1], half)));
        ends[*i] = End {
            rows: tags[*i].rows.clone(),
            at,
            leader,
            ground: None,
        };
    }
    Layout { plot, ends, field }
}

/// Names the lines that end early, and returns one that has no room.
fn name_inside(
    layout: &mut Layout,
    lines: &[Line],
    tags: &[Tag],
    column: &[bool],
) -> Option<usize> {
    let Layout { plot, ends, field } = layout;
    for (i, line) in lines.iter().enumerate().filter(|(i, _)| !column[*i]) {
        let point = plot.at(line.last());
        let (half, wide) = (tags[i].high / 2, tags[i].wide);
        let beside = point.0 + pt(70);
        let over = point.1 - half - pt(30);
        let under = point.1 + half + pt(30);
        let tried = [
            (beside, point.1),
            (beside, over),
            (beside, under),
            (point.0 - wide / 2, over - pt(100)),
            (point.0 - wide / 2, under + pt(100)),
        ];
        let found = tried.into_iter().find(|at| {
            let room = tags[i].room(*at);
            field.free(room)
                && field.belongs(room, point)
                && room.right <= plot.right().max(beside + wide)
        });
        let Some(at) = found.filter(|at| at.0 + wide <= WIDTH) else {
            return Some(i);
        };
        let ground = tags[i].room(at).grown(pt(15));
        field.taken.push(ground);
        ends[i].ground = Some(ground);
        ends[i].rows.clone_from(&tags[i].rows);
        ends[i].at = at;
    }
    None
}
