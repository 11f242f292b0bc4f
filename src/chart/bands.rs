//! How long people have waited: counts in bands of time. In: bands in order,
//! each with a count. Out: columns with values on them, or bars if the names
//! are too long to stand under columns.

use crate::chart::Drawing;
use crate::chart::Style;
use crate::chart::axis::share;
use crate::chart::canvas::Anchor;
use crate::chart::canvas::Canvas;
use crate::chart::canvas::Mark;
use crate::chart::labels::Rect;
use crate::chart::size::AXIS;
use crate::chart::size::HAIRLINE;
use crate::chart::size::LABEL;
use crate::chart::size::WIDTH;
use crate::chart::size::pt;
use crate::chart::stacked::Row;
use crate::chart::stacked::sheet as bars;
use crate::chart::style::BASE;
use crate::chart::style::INK;
use crate::chart::style::Paint;
use crate::chart::style::SOFT;
use crate::chart::text::clean;
use crate::chart::text::number;

/// From one column to the next at most: a fifth of the width.
const PITCH: i32 = WIDTH / 5;
/// The height of the highest column: 30 mm.
const HIGH: i32 = pt(850);
/// A column of one among many is still seen.
const SLIVER: i32 = pt(6);

/// Returns columns or bars, or nothing if there is nothing to count.
pub fn bands(rows: &[(String, u32)], style: Style) -> Option<Drawing> {
    let (canvas, height) = sheet(rows, style)?;
    Some(canvas.finish(WIDTH, height))
}

/// Returns the marks and the height.
fn sheet(rows: &[(String, u32)], style: Style) -> Option<(Canvas, i32)> {
    let most = rows
        .iter()
        .map(|row| row.1)
        .max()
        .filter(|most| *most > 0)?;
    let count = i32::try_from(rows.len()).expect("bands are few");
    let pitch = (WIDTH / count).min(PITCH);
    let inner = pitch - pt(60);
    let names: Vec<String> = rows.iter().map(|row| clean(&row.0)).collect();
    let fits = |word: &str| AXIS.width(word) <= inner;
    let values_fit = rows
        .iter()
        .all(|row| LABEL.width(&number(u64::from(row.1))) <= inner);
    let words_fit = names.iter().all(|name| name.split(' ').all(fits));
    let wrapped: Vec<Vec<String>> = names.iter().map(|name| AXIS.wrapped(name, inner)).collect();
    if !values_fit || !words_fit || wrapped.iter().any(|lines| lines.len() > 2) {
        let rows: Vec<Row> = rows
            .iter()
            .map(|(name, count)| Row {
                name: name.clone(),
                parts: vec![*count],
            })
            .collect();
        let paint = Paint {
            fill: style.mark(),
            edge: None,
        };
        return bars(&rows, &[], &[paint]);
    }

    let mut canvas = Canvas::default();
    let bottom = LABEL.height() + pt(30) + HIGH;
    let wide = pitch * 62 / 100;
    let mut lowest = bottom;
    for (n, ((_, value), name)) in (0..).zip(rows.iter().zip(&wrapped)) {
        let middle = n * pitch + pitch / 2;
        let mut top = bottom;
        if *value > 0 {
            top -= share(u64::from(*value), u64::from(most), HIGH).max(SLIVER);
            let left = middle - wide / 2;
            let column = Rect {
                left,
                top,
                right: left + wide,
                bottom,
            };
            canvas.add(Mark::Block(column, style.mark()));
        }
        let figure = number(u64::from(*value));
        canvas.write(&figure, (middle, top - pt(30)), Anchor::Middle, LABEL, INK);
        let mut y = bottom + pt(45) + AXIS.height();
        for line in name {
            canvas.write(line, (middle, y), Anchor::Middle, AXIS, SOFT);
            lowest = lowest.max(y + AXIS.depth());
            y += AXIS.leading();
        }
    }
    let base = vec![(0, bottom), (count * pitch, bottom)];
    canvas.add(Mark::Stroke(base, HAIRLINE * 2, BASE));
    Some((canvas, lowest + pt(10)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::chance::Chance;

    const STYLE: Style = Style {
        accent: (0x0b, 0x5a, 0x7a),
    };

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(bands(&[], STYLE), None);
        assert_eq!(bands(&[("3–6 mån".to_owned(), 0)], STYLE), None);
        assert!(bands(&[("3–6 mån".to_owned(), 1)], STYLE).is_some());
    }

    #[test]
    fn nothing_touches_whatever_the_counts() {
        let mut chance = Chance(11);
        for round in 0..300 {
            let name = ["3–6 mån", "18 månader eller längre", "mer än tre år"][round % 3];
            let bound = [5, 60, 2_000_000_000][chance.below(3) as usize];
            let rows: Vec<(String, u32)> = (0..=round % 14)
                .filter_map(|_| Some((name.to_owned(), u32::try_from(chance.below(bound)).ok()?)))
                .collect();
            if let Some((canvas, height)) = sheet(&rows, STYLE) {
                assert_eq!(canvas.touching(), Vec::<String>::new());
                assert_eq!(canvas.outside(WIDTH, height), Vec::<String>::new());
            }
        }
    }
}
