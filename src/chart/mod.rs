//! Charts: how many over time, of what kind, how long and who. In: published
//! counts and names. Out: SVG with text as text, and its size on paper.
//!
//! Drawn for the text column of 126 mm and set at true size: letters are 7.6
//! and 8 points, the font family is «sans-serif», which Typst takes for the
//! document's own. Titles, notes and alternative texts belong to the page, not
//! to the drawing. The same counts give the same bytes.

mod axis;
mod bands;
mod bars;
mod canvas;
#[cfg(test)]
mod chance;
mod colour;
mod ends;
mod labels;
mod lines;
mod people;
mod plot;
mod size;
mod stacked;
mod strokes;
mod style;
mod text;
mod values;

pub use self::bands::bands;
pub use self::lines::Series;
pub use self::lines::lines;
pub use self::people::people;
pub use self::stacked::Row;
pub use self::stacked::stacked;
pub use self::style::Style;

/// Returns a colour dark enough for text on white, 4.5:1.
pub fn readable(colour: (u8, u8, u8)) -> (u8, u8, u8) {
    style::readable(colour)
}

/// A finished chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The picture.
    pub svg: Vec<u8>,
    /// How wide it is to be set, in millimetres.
    pub width: f64,
    /// How high it is to be set, in millimetres.
    pub height: f64,
}
