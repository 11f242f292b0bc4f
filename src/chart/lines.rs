//! Counts over quarters, one line each. In: quarters and series with gaps.
//! Out: a line chart with names at the line ends and values at the points.

use crate::chart::Drawing;
use crate::chart::Style;
use crate::chart::axis::Scale;
use crate::chart::axis::quarters as write_quarters;
use crate::chart::axis::share;
use crate::chart::canvas::Anchor;
use crate::chart::canvas::Canvas;
use crate::chart::canvas::Mark;
use crate::chart::colour::Rgb;
use crate::chart::colour::WHITE;
use crate::chart::ends::End;
use crate::chart::ends::Layout;
use crate::chart::ends::lay_out;
use crate::chart::plot::Last;
use crate::chart::plot::Line;
use crate::chart::plot::Plot;
use crate::chart::size::AXIS;
use crate::chart::size::HAIRLINE;
use crate::chart::size::LABEL;
use crate::chart::size::WIDTH;
use crate::chart::size::pt;
use crate::chart::strokes;
use crate::chart::style::BASE;
use crate::chart::style::HAIR;
use crate::chart::style::SOFT;
use crate::chart::style::readable;
use crate::chart::text::clean;
use crate::chart::text::number;
use crate::chart::values::Value;
use crate::chart::values::place;

/// A line: a name and a value for each quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// What the line is called where it ends.
    pub name: String,
    /// One value for each quarter; nothing where none is known.
    pub values: Vec<Option<u32>>,
}

/// How thick a leader is.
const LEADER: i32 = pt(5);

/// From one dot of a leader to the next.
const DOTS: usize = 50;

/// Returns a line chart, or nothing if fewer than two quarters have a value.
///
/// Quarters are written `2023-Q4` or any other way with year and number. A
/// series without any value is left out; up to twelve are told apart.
pub fn lines(quarters: &[String], series: &[Series], style: Style) -> Option<Drawing> {
    let (canvas, height) = sheet(quarters, series, style)?;
    Some(canvas.finish(WIDTH, height))
}

/// Returns the marks and the height.
fn sheet(quarters: &[String], series: &[Series], style: Style) -> Option<(Canvas, i32)> {
    let lines = known(quarters.len(), series, style);
    let told = |quarter: &usize| {
        lines
            .iter()
            .any(|l| l.known.iter().any(|k| k.0 == *quarter))
    };
    if (0..quarters.len()).filter(told).count() < 2 {
        return None;
    }
    let values = lines.iter().flat_map(|l| &l.known).map(|k| k.1);
    let most = if lines.len() > 6 { 6 } else { 4 };
    let scale = Scale::over(values.max()?, most);
    let at_point = lay_out(&lines, quarters.len(), scale, Last::AtPoint);
    let (layout, values) = match place(&lines, &at_point, Last::AtPoint) {
        Some(values) => (at_point, values),
        None => {
            let layout = lay_out(&lines, quarters.len(), scale, Last::InLabel);
            let values = place(&lines, &layout, Last::InLabel)?;
            (layout, values)
        }
    };
    Some(drawn(quarters, &lines, &layout, &values))
}

/// Returns the series that have a value, with their colours.
fn known(quarters: usize, series: &[Series], style: Style) -> Vec<Line> {
    let some: Vec<&Series> = series
        .iter()
        .filter(|s| s.values.iter().take(quarters).any(Option::is_some))
        .collect();
    let colours = style.lines(some.len());
    some.iter()
        .zip(colours)
        .map(|(series, colour)| Line {
            name: clean(&series.name),
            colour,
            text: readable(colour),
            known: (0..quarters)
                .zip(&series.values)
                .filter_map(|(quarter, value)| Some((quarter, (*value)?)))
                .collect(),
        })
        .collect()
}

/// Returns everything drawn, and the height.
fn drawn(quarters: &[String], lines: &[Line], layout: &Layout, values: &[Value]) -> (Canvas, i32) {
    let mut canvas = Canvas::default();
    let plot = &layout.plot;
    grid(&mut canvas, plot);
    let under = write_quarters(&mut canvas, quarters, &plot.xs, plot.bottom);
    let names = layout.ends.iter().filter_map(|end| end.ground);
    for ground in values.iter().map(|value| value.ground).chain(names) {
        canvas.add(Mark::Block(ground, WHITE));
    }
    for (line, end) in lines.iter().zip(&layout.ends) {
        draw_leader(&mut canvas, end, line.colour);
    }
    let told: Vec<(usize, u32)> = values.iter().map(|value| value.of).collect();
    strokes::draw(&mut canvas, lines, plot, &told);
    for value in values {
        canvas.add(Mark::Text(value.words.clone()));
    }
    let mut lowest = under;
    for (line, end) in lines.iter().zip(&layout.ends) {
        lowest = lowest.max(write_name(&mut canvas, line, end));
    }
    let lifted = canvas.lift();
    (canvas, lowest - lifted + pt(10))
}

/// Draws the grid with its figures.
fn grid(canvas: &mut Canvas, plot: &Plot) {
    let steps = u32::try_from(plot.scale.top / plot.scale.step).expect("steps are few");
    for n in 0..=steps {
        let value = plot.scale.step * u64::from(n);
        let up = share(value, plot.scale.top, plot.height);
        let y = plot.bottom - up;
        let colour = if n == 0 { BASE } else { HAIR };
        let right = plot.right() + pt(50);
        canvas.add(Mark::Stroke(
            vec![(plot.left, y), (right, y)],
            HAIRLINE,
            colour,
        ));
        let at = (plot.left - pt(50), y + AXIS.height() / 2);
        canvas.write(&number(value), at, Anchor::End, AXIS, SOFT);
    }
}

/// Draws a leader, dotted while it runs among the lines, where it could be
/// taken for one.
fn draw_leader(canvas: &mut Canvas, end: &End, colour: Rgb) {
    let plain = match end.leader.as_slice() {
        [from, to, _] => {
            for x in (from.0..to.0).step_by(DOTS) {
                canvas.add(Mark::Dot((x, from.1), LEADER, colour));
            }
            &end.leader[1..]
        }
        leader => leader,
    };
    if !plain.is_empty() {
        canvas.add(Mark::Stroke(plain.to_vec(), LEADER, colour));
    }
}

/// Writes the name of a line and returns where it ends.
fn write_name(canvas: &mut Canvas, line: &Line, end: &End) -> i32 {
    let count = i32::try_from(end.rows.len()).expect("a name is short");
    let (left, middle) = end.at;
    let centre = (LABEL.height() - LABEL.depth()) / 2;
    let first = middle - (count - 1).max(0) * LABEL.leading() / 2 + centre;
    for (n, row) in (0..).zip(&end.rows) {
        let at = (left, first + n * LABEL.leading());
        canvas.write(row, at, Anchor::Start, LABEL, line.text);
    }
    first + (count - 1).max(0) * LABEL.leading() + LABEL.depth()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::chance::Chance;

    const STYLE: Style = Style {
        accent: (0x0b, 0x5a, 0x7a),
    };

    fn names(count: i32) -> Vec<String> {
        (0..count)
            .map(|i| format!("{}-Q{}", 2014 + i / 4, i % 4 + 1))
            .collect()
    }

    fn series(name: &str, values: &[Option<u32>]) -> Series {
        Series {
            name: name.to_owned(),
            values: values.to_vec(),
        }
    }

    #[test]
    fn a_chart_needs_two_quarters_with_values() {
        #[track_caller]
        fn case(values: &[&[Option<u32>]], expected: bool) {
            let quarters = names(i32::try_from(values[0].len()).unwrap_or(0));
            let all: Vec<Series> = values.iter().map(|v| series("a", v)).collect();
            assert_eq!(lines(&quarters, &all, STYLE).is_some(), expected);
        }
        case(&[&[]], false);
        case(&[&[Some(1)]], false);
        case(&[&[None, None, None]], false);
        case(&[&[None, Some(3), None]], false);
        case(&[&[Some(0), Some(0)]], true);
        case(&[&[Some(1), None], &[None, Some(2)]], true);
        assert_eq!(lines(&names(4), &[], STYLE), None);
    }

    #[test]
    fn nothing_touches_and_every_line_is_named_whatever_the_values() {
        let mut chance = Chance(42);
        for round in 0..360 {
            let count = 2 + chance.below(39);
            let all: Vec<Series> = (0..1 + round % 12)
                .map(|n| {
                    let mut value = || match round / 12 % 6 {
                        _ if chance.below(6) == 0 => None,
                        0 => Some(7),
                        1 => Some(0),
                        2 => Some(chance.below(5)),
                        3 => Some(chance.below(i32::MAX)),
                        4 => Some(40 + 3 * n + chance.below(6)),
                        _ => Some(chance.below(120)),
                    };
                    let values: Vec<Option<u32>> = (0..count)
                        .map(|_| value().and_then(|v| u32::try_from(v).ok()))
                        .collect();
                    let name = match round / 5 % 3 {
                        0 => "vux",
                        1 => "boende",
                        _ => "bostad med särskild service, LSS",
                    };
                    series(&format!("{name} {n}"), &values)
                })
                .collect();
            let Some((canvas, height)) = sheet(&names(count), &all, STYLE) else {
                continue;
            };
            assert_eq!(canvas.touching(), Vec::<String>::new(), "round {round}");
            assert_eq!(canvas.outside(WIDTH, height), Vec::<String>::new());
            let told: Vec<&str> = canvas.texts().map(|w| w.text.as_str()).collect();
            let text = format!(" {} ", told.join(" "));
            for one in &all {
                let Some(last) = one.values.iter().rev().find_map(|v| *v) else {
                    continue;
                };
                let last = number(u64::from(last));
                assert!(text.contains(&format!(" {} ", one.name)), "{}", one.name);
                let beside = text.contains(&format!(" {last} {} ", one.name));
                assert!(
                    beside || told.contains(&last.as_str()),
                    "{last} {}",
                    one.name
                );
            }
        }
    }

    #[test]
    fn the_same_counts_give_the_same_bytes() {
        let all = [series("<a & \"b\">", &[Some(1), Some(20), None, Some(4)])];
        let first = lines(&names(4), &all, STYLE).expect("a chart");
        assert_eq!(Some(&first), lines(&names(4), &all, STYLE).as_ref());
        let text = String::from_utf8(first.svg).expect("text");
        assert!(text.contains("&lt;a &amp; &quot;b&quot;&gt;"));
        assert!(text.contains("font-size=\"160\""));
    }
}
