//! Lines and the marks on their points. In: lines by value and a plot. Out:
//! strokes and shapes on the canvas.
//!
//! Each line has a shape of its own, so that it can be followed without
//! colour. Where lines run on each other they are drawn in turns, and a point
//! they share is drawn in ink.

use crate::chart::canvas::Canvas;
use crate::chart::canvas::Mark;
use crate::chart::colour::Rgb;
use crate::chart::colour::WHITE;
use crate::chart::labels::Point;
use crate::chart::plot::Line;
use crate::chart::plot::Plot;
use crate::chart::size::pt;
use crate::chart::style::INK;

/// A line is this thick.
const THICK: i32 = pt(16);
/// Of more than this many lines each is thinner.
const MANY: usize = 6;
/// A line among many is this thick.
const THIN: i32 = pt(12);
/// Points nearer than this are not all marked.
const DENSE: i32 = pt(110);
/// Marks then stand about this far apart.
const SPARSE: i32 = pt(260);
/// Lines on each other take turns of this length.
const TURN: i32 = pt(50);

/// Draws the lines, the first on top. The points of `told` are always marked.
pub(super) fn draw(canvas: &mut Canvas, lines: &[Line], plot: &Plot, told: &[(usize, u32)]) {
    let thick = if lines.len() > MANY { THIN } else { THICK };
    for (i, line) in lines.iter().enumerate().rev() {
        for pair in line.known.windows(2) {
            if pair[0].0 + 1 == pair[1].0 {
                let ends = (plot.at(pair[0]), plot.at(pair[1]));
                segment(canvas, lines, i, (pair[0], pair[1]), ends, thick);
            }
        }
        for known in &line.known {
            canvas.add(Mark::Dot(plot.at(*known), thick / 2, line.colour));
        }
    }
    let pitch = plot
        .xs
        .windows(2)
        .map(|w| w[1] - w[0])
        .min()
        .unwrap_or(DENSE);
    let every = if pitch >= DENSE {
        1
    } else {
        usize::try_from(SPARSE / pitch.max(1)).expect("a count") + 1
    };
    for (i, line) in lines.iter().enumerate().rev() {
        for (at, known) in line.known.iter().enumerate() {
            let joined = |other: Option<&(usize, u32)>| {
                other.is_some_and(|other| other.0.abs_diff(known.0) == 1)
            };
            let before = joined(at.checked_sub(1).and_then(|at| line.known.get(at)));
            let after = joined(line.known.get(at + 1));
            // Each line starts its marks at another quarter.
            let due = (known.0 + i).is_multiple_of(every);
            if due || !before || !after || told.contains(known) {
                let shared = lines.iter().filter(|l| l.known.contains(known)).count() > 1;
                if shared {
                    canvas.add(Mark::Dot(plot.at(*known), pt(23), INK));
                } else {
                    shape(canvas, i, plot.at(*known), line.colour);
                }
            }
        }
    }
}

/// Draws one piece of a line, in turns with the lines it runs on.
fn segment(
    canvas: &mut Canvas,
    lines: &[Line],
    own: usize,
    (from, to): ((usize, u32), (usize, u32)),
    (a, b): (Point, Point),
    thick: i32,
) {
    let here: Vec<usize> = (0..lines.len())
        .filter(|i| {
            let joined = |w: &[(usize, u32)]| w[0] == from && w[1] == to;
            lines[*i].known.windows(2).any(joined)
        })
        .collect();
    let colour = lines[own].colour;
    if here.len() == 1 {
        canvas.add(Mark::Stroke(vec![a, b], thick, colour));
        return;
    }
    let turn = here.iter().position(|i| *i == own).expect("it is here");
    let long = (b.0 - a.0).abs().max((b.1 - a.1).abs());
    let count = i32::try_from(here.len()).expect("lines are few");
    let turns = count * (long / (TURN * count)).max(1);
    let part = |n: i32| (a.0 + (b.0 - a.0) * n / turns, a.1 + (b.1 - a.1) * n / turns);
    for n in 0..turns {
        if usize::try_from(n % count).is_ok_and(|n| n == turn) {
            canvas.add(Mark::Stroke(vec![part(n), part(n + 1)], thick, colour));
        }
    }
}

/// Draws the shape of a line at a point: four full ones, four hollow ones,
/// then four more.
fn shape(canvas: &mut Canvas, line: usize, (x, y): Point, colour: Rgb) {
    let polygon = |corners: &[Point], scale: i32| -> Vec<Point> {
        corners
            .iter()
            .map(|(dx, dy)| (x + dx * scale / 100, y + dy * scale / 100))
            .collect()
    };
    let (kind, hollow) = match line % 12 {
        n @ 0..4 => (n, false),
        n @ 4..8 => (n - 4, true),
        8 => (4, false),
        9 => (4, true),
        n => (n - 5, false),
    };
    let corners: &[Point] = match kind {
        0 => {
            canvas.add(Mark::Dot((x, y), pt(23), colour));
            if hollow {
                canvas.add(Mark::Dot((x, y), pt(12), WHITE));
            }
            return;
        }
        1 => &[(-41, -41), (41, -41), (41, 41), (-41, 41)],
        2 => &[(0, -58), (56, 38), (-56, 38)],
        3 => &[(0, -60), (60, 0), (0, 60), (-60, 0)],
        4 => &[(0, 58), (56, -38), (-56, -38)],
        _ => {
            let arms = if kind == 5 {
                [[(-48, 0), (48, 0)], [(0, -48), (0, 48)]]
            } else {
                [[(-40, -40), (40, 40)], [(-40, 40), (40, -40)]]
            };
            for arm in arms {
                canvas.add(Mark::Stroke(polygon(&arm, 100), pt(15), colour));
            }
            return;
        }
    };
    canvas.add(Mark::Shape(polygon(corners, 100), colour));
    if hollow {
        canvas.add(Mark::Shape(polygon(corners, 48), WHITE));
    }
}
