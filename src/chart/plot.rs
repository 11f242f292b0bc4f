//! The room a line chart is drawn in. In: lines by value and a scale. Out:
//! where each value stands, and what labels must keep away from.

use crate::chart::axis::Scale;
use crate::chart::colour::Rgb;
use crate::chart::labels::Field;
use crate::chart::labels::Point;
use crate::chart::labels::Rect;
use crate::chart::size::AXIS;
use crate::chart::size::LABEL;
use crate::chart::size::WIDTH;
use crate::chart::size::pt;
use crate::chart::text::number;

/// A point takes this much room to each side.
pub(super) const RADIUS: i32 = pt(30);
/// Values keep so far from the middle of a line.
const CLEAR: i32 = pt(18);

/// A series that has at least one value.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// What it is called.
    pub(super) name: String,
    /// The colour of the line.
    pub(super) colour: Rgb,
    /// The colour of its name and values.
    pub(super) text: Rgb,
    /// The known values, each with its quarter.
    pub(super) known: Vec<(usize, u32)>,
}

impl Line {
    /// Returns the last known value with its quarter.
    pub(super) fn last(&self) -> (usize, u32) {
        *self.known.last().expect("a line has a value")
    }
}

/// Where the last value of a line is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Last {
    /// At its point, like the others.
    AtPoint,
    /// Before the name, since it has no room at the point.
    InLabel,
}

/// The room between the axes.
#[derive(Debug, Clone)]
pub(super) struct Plot {
    /// Where each quarter stands.
    pub(super) xs: Vec<i32>,
    /// The left end of the grid.
    pub(super) left: i32,
    /// Where nought is.
    pub(super) bottom: i32,
    /// From nought to the last line of the grid.
    pub(super) height: i32,
    /// The scale.
    pub(super) scale: Scale,
}

impl Plot {
    /// Returns where a value stands.
    pub(super) fn at(&self, (quarter, value): (usize, u32)) -> Point {
        let up = self.scale.length(value, self.height);
        (self.xs[quarter], self.bottom - up)
    }

    /// Returns where the last quarter stands.
    pub(super) fn right(&self) -> i32 {
        *self.xs.last().expect("there are quarters")
    }

    /// Spaces the quarters between the axis and here, the first so far from the
    /// axis that its values have room over their points.
    pub(super) fn space(&mut self, lines: &[Line], right: i32) {
        self.left = AXIS.width(&number(self.scale.top)) + pt(50);
        let early = lines.iter().map(|line| line.known[0]);
        let wide = early
            .filter(|(quarter, _)| *quarter == 0)
            .map(|(_, value)| LABEL.width(&number(u64::from(value))) / 2 + pt(30));
        let first = self.left + wide.max().unwrap_or(0).max(pt(110));
        let steps = i32::try_from(self.xs.len() - 1)
            .expect("quarters are few")
            .max(1);
        for (i, x) in (0..).zip(self.xs.iter_mut()) {
            *x = first + (right - first) * i / steps;
        }
    }
}

/// Returns the lines and points as things to keep away from.
pub(super) fn obstacles(lines: &[Line], plot: &Plot) -> Field {
    let mut field = Field {
        frame: Rect {
            left: plot.left + pt(10),
            top: 0,
            right: WIDTH,
            bottom: plot.bottom - pt(10),
        },
        taken: Vec::new(),
        strokes: Vec::new(),
        dots: Vec::new(),
    };
    for line in lines {
        for pair in line.known.windows(2) {
            if pair[0].0 + 1 == pair[1].0 {
                field
                    .strokes
                    .push((plot.at(pair[0]), plot.at(pair[1]), CLEAR));
            }
        }
        let points = line.known.iter().map(|known| (plot.at(*known), RADIUS));
        field.dots.extend(points);
    }
    field
}
