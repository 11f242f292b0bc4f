//! The sheet a chart is laid out on. In: marks in twips from the upper left
//! corner. Out: an SVG with text as text, written by plotters.
//!
//! Marks are kept until the end, since the height is known last and since the
//! tests look for marks that touch. Plotters writes a font size divided by
//! 1.24, and sets text a quarter of an em under the point it is given.

use plotters::element::Circle;
use plotters::element::PathElement;
use plotters::element::Polygon;
use plotters::element::Rectangle;
use plotters::prelude::DrawingArea;
use plotters::prelude::IntoDrawingArea;
use plotters::prelude::SVGBackend;
use plotters::style::Color;
use plotters::style::IntoFont;
use plotters::style::RGBColor;
use plotters::style::ShapeStyle;
use plotters::style::text_anchor::HPos;
use plotters::style::text_anchor::Pos;
use plotters::style::text_anchor::VPos;

use crate::chart::Drawing;
use crate::chart::colour::Rgb;
use crate::chart::labels::Point;
use crate::chart::labels::Rect;
#[cfg(test)]
use crate::chart::style::HAIR;
use crate::chart::text::Font;

/// Which part of a text stands at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The first letter.
    Start,
    /// The middle.
    Middle,
    /// The last letter.
    End,
}

/// A line of text.
#[derive(Debug, Clone)]
pub(super) struct Words {
    /// What is said.
    pub(super) text: String,
    /// Where, on the line the letters stand on.
    pub(super) at: Point,
    /// Which part stands there.
    pub(super) anchor: Anchor,
    /// Size and weight.
    pub(super) font: Font,
    /// The colour.
    pub(super) colour: Rgb,
}

impl Words {
    /// Returns the room the letters take.
    pub(super) fn bounds(&self) -> Rect {
        let wide = self.font.width(&self.text);
        let left = match self.anchor {
            Anchor::Start => self.at.0,
            Anchor::Middle => self.at.0 - wide / 2,
            Anchor::End => self.at.0 - wide,
        };
        let figures = self
            .text
            .chars()
            .all(|c| c.is_ascii_digit() || c == '\u{202f}');
        // Capitals with a ring or dots reach a fifth of an em higher.
        let marked = self
            .text
            .contains(|c: char| c.is_uppercase() && !c.is_ascii());
        let crown = if marked { self.font.size / 5 } else { 0 };
        Rect {
            left,
            top: self.at.1 - self.font.height() - crown,
            right: left + wide,
            bottom: self.at.1 + if figures { 0 } else { self.font.depth() },
        }
    }
}

/// Something drawn.
#[derive(Debug, Clone)]
pub(super) enum Mark {
    /// A filled rectangle.
    Block(Rect, Rgb),
    /// A filled polygon.
    Shape(Vec<Point>, Rgb),
    /// A filled circle: centre and radius.
    Dot(Point, i32, Rgb),
    /// A line through points, this wide.
    Stroke(Vec<Point>, i32, Rgb),
    /// A text.
    Text(Words),
}

impl Mark {
    /// Returns how high it reaches.
    fn top(&self) -> i32 {
        let highest = |path: &[Point]| path.iter().map(|point| point.1).min().unwrap_or(0);
        match self {
            Self::Block(rect, _) => rect.top,
            Self::Shape(corners, _) => highest(corners),
            Self::Dot(at, radius, _) => at.1 - radius,
            Self::Stroke(path, width, _) => highest(path) - width / 2,
            Self::Text(words) => words.bounds().top,
        }
    }
}

/// The marks of a chart, in the order they are drawn.
#[derive(Debug, Clone, Default)]
pub(super) struct Canvas {
    /// The marks.
    pub(super) marks: Vec<Mark>,
}

impl Canvas {
    /// Adds a mark over those already there.
    pub(super) fn add(&mut self, mark: Mark) {
        self.marks.push(mark);
    }

    /// Adds a text.
    pub(super) fn write(&mut self, text: &str, at: Point, anchor: Anchor, font: Font, colour: Rgb) {
        self.marks.push(Mark::Text(Words {
            text: text.to_owned(),
            at,
            anchor,
            font,
            colour,
        }));
    }

    /// Moves everything up until it touches the upper edge, and returns how far.
    pub(super) fn lift(&mut self) -> i32 {
        let up = self.marks.iter().map(Mark::top).min().unwrap_or(0);
        for mark in &mut self.marks {
            match mark {
                Mark::Block(rect, _) => {
                    rect.top -= up;
                    rect.bottom -= up;
                }
                Mark::Dot(at, ..) => at.1 -= up,
                Mark::Shape(path, _) | Mark::Stroke(path, ..) => {
                    path.iter_mut().for_each(|point| point.1 -= up);
                }
                Mark::Text(words) => words.at.1 -= up,
            }
        }
        up
    }

    /// Returns the drawing, this wide and high.
    pub(super) fn finish(&self, width: i32, height: i32) -> Drawing {
        let side = |length: i32| u32::try_from(length).expect("a sheet has a size");
        let mut svg = String::new();
        {
            let size = (side(width), side(height));
            let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
            for mark in &self.marks {
                put(&area, mark);
            }
            area.present().expect("a string takes every byte");
        }
        Drawing {
            svg: svg.into_bytes(),
            width: (millimetres(width) * 10.0).round() / 10.0,
            height: millimetres(height),
        }
    }
}

/// Returns twips as millimetres.
fn millimetres(twips: i32) -> f64 {
    // 1440 twips are an inch of 25.4 mm; rounded to hundredths.
    (f64::from(twips) * 254.0 / 144.0).round() / 100.0
}

/// Draws a mark with plotters.
fn put(area: &DrawingArea<SVGBackend, plotters::coord::Shift>, mark: &Mark) {
    let size = |length: i32| u32::try_from(length).expect("a mark has a size");
    let drawn = match mark {
        Mark::Block(rect, colour) => area.draw(&Rectangle::new(
            [(rect.left, rect.top), (rect.right, rect.bottom)],
            rgb(*colour).filled(),
        )),
        Mark::Shape(corners, colour) => {
            area.draw(&Polygon::new(corners.clone(), rgb(*colour).filled()))
        }
        Mark::Dot(at, radius, colour) => {
            area.draw(&Circle::new(*at, size(*radius), rgb(*colour).filled()))
        }
        Mark::Stroke(path, width, colour) => area.draw(&PathElement::new(
            path.clone(),
            ShapeStyle::from(&rgb(*colour)).stroke_width(size(*width)),
        )),
        Mark::Text(words) => {
            let anchor = match words.anchor {
                Anchor::Start => HPos::Left,
                Anchor::Middle => HPos::Center,
                Anchor::End => HPos::Right,
            };
            let em = f64::from(words.font.size) * 1.24;
            let style = ("sans-serif", em, words.font.weight.style())
                .into_font()
                .color(&rgb(words.colour))
                .pos(Pos::new(anchor, VPos::Center));
            let at = (words.at.0, words.at.1 - words.font.size / 4);
            area.draw_text(&words.text, &style, at)
        }
    };
    drawn.expect("a string takes every mark");
}

/// Returns a colour as plotters has it.
fn rgb(colour: Rgb) -> RGBColor {
    RGBColor(colour.0, colour.1, colour.2)
}

#[cfg(test)]
impl Canvas {
    /// Returns the texts that touch each other or a line, and the lines.
    pub(super) fn touching(&self) -> Vec<String> {
        let mut found = Vec::new();
        let texts: Vec<(&str, Rect)> = self.texts().map(|w| (&*w.text, w.bounds())).collect();
        for (i, (text, a)) in texts.iter().enumerate() {
            for (other, b) in &texts[..i] {
                if a.overlaps(*b) {
                    found.push(format!("«{text}» on «{other}»"));
                }
            }
            let on = |mark: &Mark| match mark {
                // The white under a figure covers the grid.
                Mark::Stroke(path, width, colour) => {
                    let half = a.grown(width / 2);
                    let crossed = path.windows(2).any(|w| half.crossed(w[0], w[1]));
                    *colour != HAIR && crossed
                }
                Mark::Dot((x, y), radius, _) => a.grown(*radius).crossed((*x, *y), (*x, *y)),
                Mark::Shape(corners, _) => {
                    let ends = corners.iter().chain(corners.first()).collect::<Vec<_>>();
                    ends.windows(2).any(|w| a.crossed(*w[0], *w[1]))
                }
                Mark::Block(..) | Mark::Text(_) => false,
            };
            if self.marks.iter().any(on) {
                found.push(format!("«{text}» on a line"));
            }
        }
        found
    }

    /// Returns the texts that leave the sheet.
    pub(super) fn outside(&self, width: i32, height: i32) -> Vec<String> {
        let sheet = Rect {
            left: 0,
            top: 0,
            right: width,
            bottom: height,
        };
        self.texts()
            .filter(|words| !words.bounds().within(sheet))
            .map(|words| words.text.clone())
            .collect()
    }

    /// Returns the texts.
    pub(super) fn texts(&self) -> impl Iterator<Item = &Words> {
        self.marks.iter().filter_map(|mark| match mark {
            Mark::Text(words) => Some(words),
            _ => None,
        })
    }
}
