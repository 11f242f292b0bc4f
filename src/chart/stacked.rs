//! Counts by kind, split by reason: one bar for each kind. In: rows of parts
//! and the names of the parts. Out: horizontal stacked bars with the values in
//! them, the total at the end, and the names of the parts over the bars.

use crate::chart::Drawing;
use crate::chart::Style;
use crate::chart::bars::Across;
use crate::chart::bars::fill;
use crate::chart::canvas::Anchor;
use crate::chart::canvas::Canvas;
use crate::chart::canvas::Mark;
use crate::chart::labels::Rect;
use crate::chart::size::HAIRLINE;
use crate::chart::size::LABEL;
use crate::chart::size::NAME;
use crate::chart::size::WIDTH;
use crate::chart::size::pt;
use crate::chart::style::BASE;
use crate::chart::style::INK;
use crate::chart::style::Paint;
use crate::chart::text::clean;
use crate::chart::text::number;

/// A bar: a name and its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What the bar is called.
    pub name: String,
    /// How many of each part; a missing one is none.
    pub parts: Vec<u32>,
}

/// Names are wrapped to this width.
const WIDEST: i32 = pt(1280);
/// Air between a name and its bar, and between a bar and its total.
const AIR: i32 = pt(50);
/// How thick a bar is.
const BAR: i32 = pt(110);
/// From one bar to the next, with names of one line.
const PITCH: i32 = pt(165);
/// The side of a square in the key.
const SQUARE: i32 = pt(70);

/// Returns stacked bars, or nothing if there is nothing to count.
///
/// Rows keep their order, so the caller sorts them. Up to six parts are told
/// apart in greyscale; the last of three and more is pale, by custom «other».
pub fn stacked(rows: &[Row], parts: &[String], style: Style) -> Option<Drawing> {
    let (canvas, height) = sheet(rows, parts, &style.parts(parts.len()))?;
    Some(canvas.finish(WIDTH, height))
}

/// Returns the marks and the height. Parts without a name have no key.
pub(super) fn sheet(rows: &[Row], parts: &[String], paints: &[Paint]) -> Option<(Canvas, i32)> {
    let bars: Vec<Bar> = rows.iter().map(|row| Bar::of(row, paints.len())).collect();
    let most = bars
        .iter()
        .map(|bar| bar.total)
        .max()
        .filter(|most| *most > 0)?;
    let widest = |font: crate::chart::text::Font, texts: &mut dyn Iterator<Item = &String>| {
        texts.map(|text| font.width(text)).max().unwrap_or(0)
    };
    let left = widest(NAME, &mut bars.iter().flat_map(|bar| &bar.name)) + AIR;
    let totals: Vec<String> = bars.iter().map(|bar| number(bar.total)).collect();
    let room = WIDTH - left - AIR - widest(LABEL, &mut totals.iter());
    let scale = Across { left, room, most };

    let mut canvas = Canvas::default();
    let used: Vec<usize> = (0..parts.len())
        .filter(|part| bars.iter().any(|bar| bar.parts[*part] > 0))
        .collect();
    let names: Vec<String> = parts.iter().map(|name| clean(name)).collect();
    let mut y = if used.len() < 2 {
        0
    } else if named_above(&bars[0], &names, &used, &scale) {
        for piece in scale.pieces(&bars[0].parts) {
            let at = (piece.from, LABEL.height() + pt(20));
            let colour = paints[piece.part].name();
            canvas.write(&names[piece.part], at, Anchor::Start, LABEL, colour);
        }
        LABEL.leading() + pt(20)
    } else {
        key(&mut canvas, &names, &used, paints, left)
    };
    for (bar, total) in bars.iter().zip(&totals) {
        let high = bar.height();
        let base = vec![(left, y), (left, y + high)];
        canvas.add(Mark::Stroke(base, HAIRLINE * 2, BASE));
        draw(&mut canvas, bar, total, paints, &scale, y + high / 2);
        y += high;
    }
    Some((canvas, y))
}

/// A bar with its name in rows.
struct Bar {
    name: Vec<String>,
    parts: Vec<u32>,
    total: u64,
}

impl Bar {
    /// Returns the bar of a row, with this many parts.
    fn of(row: &Row, count: usize) -> Self {
        assert!(row.parts.len() <= count, "every part of a bar has a name");
        let mut parts = row.parts.clone();
        parts.resize(count, 0);
        Self {
            name: NAME.wrapped(&clean(&row.name), WIDEST),
            total: parts.iter().map(|part| u64::from(*part)).sum(),
            parts,
        }
    }

    /// Returns the height it takes with the air around it.
    fn height(&self) -> i32 {
        let rows = i32::try_from(self.name.len()).expect("a name is short");
        (rows * NAME.leading() + pt(55)).max(PITCH)
    }
}

/// Draws a bar around this height.
fn draw(
    canvas: &mut Canvas,
    bar: &Bar,
    total: &str,
    paints: &[Paint],
    scale: &Across,
    middle: i32,
) {
    let rows = i32::try_from(bar.name.len()).expect("a name is short");
    let first = middle - (rows - 1).max(0) * NAME.leading() / 2 + NAME.height() / 2 - pt(3);
    for (n, row) in (0..).zip(&bar.name) {
        canvas.write(
            row,
            (0, first + n * NAME.leading()),
            Anchor::Start,
            NAME,
            INK,
        );
    }
    let figure = middle + LABEL.height() / 2;
    let pieces = scale.pieces(&bar.parts);
    for piece in &pieces {
        let rect = Rect {
            left: piece.from,
            top: middle - BAR / 2,
            right: piece.to,
            bottom: middle + BAR / 2,
        };
        fill(canvas, rect, paints[piece.part]);
        let text = number(u64::from(piece.count));
        // A bar of one part has its value at the end.
        let fits = pieces.len() > 1 && NAME.width(&text) + pt(40) <= piece.to - piece.from;
        if let Some(colour) = paints[piece.part].text().filter(|_| fits) {
            let at = (rect.middle().0, figure);
            canvas.write(&text, at, Anchor::Middle, NAME, colour);
        }
    }
    let end = pieces.last().map_or(scale.left, |piece| piece.to);
    canvas.write(total, (end + AIR, figure), Anchor::Start, LABEL, INK);
}

/// Returns whether the names of all parts fit over the parts of the first bar.
fn named_above(first: &Bar, names: &[String], used: &[usize], scale: &Across) -> bool {
    let pieces = scale.pieces(&first.parts);
    used.len() > 1
        && pieces.iter().map(|p| p.part).eq(used.iter().copied())
        && pieces.iter().enumerate().all(|(i, piece)| {
            let next = pieces.get(i + 1);
            let end = next.map_or(WIDTH, |next| next.from - pt(60));
            piece.from + LABEL.width(&names[piece.part]) <= end
        })
}

/// Draws the key and returns where the bars begin.
fn key(canvas: &mut Canvas, names: &[String], used: &[usize], paints: &[Paint], left: i32) -> i32 {
    let wide = |part: &usize| SQUARE + pt(35) + NAME.width(&names[*part]);
    let gap = pt(130);
    let all: i32 = used.iter().map(|part| wide(part) + gap).sum::<i32>() - gap;
    // Over the bars if it fits there, else over the whole width.
    let start = if left + all <= WIDTH { left } else { 0 };
    let (mut x, mut y) = (start, NAME.height() + pt(20));
    for part in used {
        if x > start && x + wide(part) > WIDTH {
            (x, y) = (start, y + pt(125));
        }
        let middle = y - NAME.height() / 2;
        let square = Rect {
            left: x,
            top: middle - SQUARE / 2,
            right: x + SQUARE,
            bottom: middle + SQUARE / 2,
        };
        fill(canvas, square, paints[*part]);
        let at = (x + SQUARE + pt(35), y);
        canvas.write(&names[*part], at, Anchor::Start, NAME, INK);
        x += wide(part) + gap;
    }
    y + pt(75)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::chance::Chance;

    const STYLE: Style = Style {
        accent: (0x0b, 0x5a, 0x7a),
    };

    fn row(name: &str, parts: &[u32]) -> Row {
        Row {
            name: name.to_owned(),
            parts: parts.to_vec(),
        }
    }

    fn names(count: usize) -> Vec<String> {
        (0..count).map(|i| format!("orsak nummer {i}")).collect()
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        #[track_caller]
        fn case(rows: &[Row], expected: bool) {
            assert_eq!(stacked(rows, &names(2), STYLE).is_some(), expected);
        }
        case(&[], false);
        case(&[row("a", &[0, 0]), row("b", &[])], false);
        case(&[row("a", &[0, 1]), row("b", &[])], true);
    }

    #[test]
    fn nothing_touches_whatever_the_parts() {
        let mut chance = Chance(3);
        for round in 0..300 {
            let count = 1 + round % 6;
            let bound = [3, 30, 4000, 100_000_000][round % 4];
            let rows: Vec<Row> = (0..1 + chance.below(30))
                .map(|i| {
                    let parts: Vec<u32> = (0..count)
                        .filter_map(|_| u32::try_from(chance.below(bound)).ok())
                        .collect();
                    row(
                        ["boende", "bostad med särskild service för barn och unga"][i as usize % 2],
                        &parts,
                    )
                })
                .collect();
            if let Some((canvas, height)) = sheet(&rows, &names(count), &STYLE.parts(count)) {
                assert_eq!(canvas.touching(), Vec::<String>::new());
                assert_eq!(canvas.outside(WIDTH, height), Vec::<String>::new());
            }
        }
    }
}
