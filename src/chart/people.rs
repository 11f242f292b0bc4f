//! Who waits: women and girls, men and boys. In: four counts, or six with a
//! third sex. Out: a bar for each sex, the grown-ups before the children, each
//! part with its count and its word.

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
use crate::chart::text::number;

/// What the bars are called.
const NAMES: [&str; 3] = ["Kvinnor och flickor", "Män och pojkar", "Annat"];

/// What the parts are called: one and several, grown-ups and children.
const WORDS: [[[&str; 2]; 2]; 3] = [
    [["kvinna", "kvinnor"], ["flicka", "flickor"]],
    [["man", "män"], ["pojke", "pojkar"]],
    [["vuxen", "vuxna"], ["barn", "barn"]],
];

/// How thick a bar is.
const BAR: i32 = pt(150);
/// From one bar to the next.
const PITCH: i32 = pt(210);
/// Air between texts and bars.
const AIR: i32 = pt(50);

/// Returns a bar for each sex, or nothing if there is nobody.
///
/// In: `[[women, girls], [men, boys]]`, and `[adults, children]` of those who
/// are neither, if they are to have a bar.
pub fn people(cells: [[u32; 2]; 2], other: Option<[u32; 2]>, style: Style) -> Option<Drawing> {
    let (canvas, height) = sheet(cells, other, style)?;
    Some(canvas.finish(WIDTH, height))
}

/// Returns the marks and the height.
fn sheet(cells: [[u32; 2]; 2], other: Option<[u32; 2]>, style: Style) -> Option<(Canvas, i32)> {
    let bars: Vec<[u32; 2]> = cells.into_iter().chain(other).collect();
    let total = |bar: &[u32; 2]| u64::from(bar[0]) + u64::from(bar[1]);
    let most = bars.iter().map(total).max().filter(|most| *most > 0)?;
    let totals: Vec<String> = bars.iter().map(|bar| number(total(bar))).collect();
    let figures = totals.iter().map(|text| LABEL.width(text)).max()?;
    let names = NAMES.iter().map(|name| NAME.width(name)).max()?;
    let left = names + AIR * 2 + figures + AIR;

    // Shorter bars, until the words beside them have room.
    let mut scale = Across {
        left,
        room: WIDTH - left,
        most,
    };
    let spills = |scale: &Across| {
        (0..).zip(&bars).any(|(sex, bar)| {
            let told = Told::of(scale, sex, *bar);
            let words = NAME.width(&told.beside);
            words > 0 && told.end + AIR + words > WIDTH
        })
    };
    while scale.room > pt(200) && spills(&scale) {
        scale.room -= pt(20);
    }

    let paints = style.shades();
    let mut canvas = Canvas::default();
    let mut middle = PITCH / 2;
    for ((sex, bar), total) in (0..).zip(&bars).zip(&totals) {
        let line = middle + LABEL.height() / 2;
        canvas.write(NAMES[sex], (0, line), Anchor::Start, NAME, INK);
        canvas.write(total, (left - AIR, line), Anchor::End, LABEL, INK);
        draw(&mut canvas, &Told::of(&scale, sex, *bar), &paints, middle);
        middle += PITCH;
    }
    let height = middle - PITCH / 2;
    canvas.add(Mark::Stroke(
        vec![(left, 0), (left, height)],
        HAIRLINE * 2,
        BASE,
    ));
    Some((canvas, height))
}

/// A bar and its words.
struct Told {
    /// Edges of each part, and the words in it.
    parts: Vec<(usize, i32, i32, String)>,
    /// Words that had no room in the bar.
    beside: String,
    /// Where the bar ends.
    end: i32,
}

impl Told {
    /// Returns where the words of a bar stand.
    fn of(scale: &Across, sex: usize, bar: [u32; 2]) -> Self {
        let say = |part: usize| {
            let word = WORDS[sex][part][usize::from(bar[part] != 1)];
            format!("{} {word}", number(u64::from(bar[part])))
        };
        let pieces = scale.pieces(&bar);
        let end = pieces.last().map_or(scale.left, |piece| piece.to);
        let room = |part: usize| {
            pieces
                .iter()
                .find(|piece| piece.part == part)
                .map_or(0, |piece| piece.to - piece.from)
        };
        let within = |part: usize| NAME.width(&say(part)) + pt(60) <= room(part);
        // Words beside the bar keep its order: the children's go out first.
        let inside = [within(0), within(0) && within(1)];
        let beside: Vec<String> = (0..2).filter(|part| !inside[*part]).map(say).collect();
        let parts = pieces
            .iter()
            .map(|piece| {
                let words = if inside[piece.part] {
                    say(piece.part)
                } else {
                    String::new()
                };
                (piece.part, piece.from, piece.to, words)
            })
            .collect();
        Self {
            parts,
            beside: beside.join(", "),
            end,
        }
    }
}

/// Draws a bar around this height.
fn draw(canvas: &mut Canvas, told: &Told, paints: &[Paint], middle: i32) {
    let line = middle + NAME.height() / 2;
    for (part, from, to, words) in &told.parts {
        let rect = Rect {
            left: *from,
            top: middle - BAR / 2,
            right: *to,
            bottom: middle + BAR / 2,
        };
        fill(canvas, rect, paints[*part]);
        if !words.is_empty() {
            let colour = paints[*part].text().expect("two parts take white and ink");
            canvas.write(words, (from + pt(30), line), Anchor::Start, NAME, colour);
        }
    }
    if !told.beside.is_empty() {
        canvas.write(
            &told.beside,
            (told.end + AIR, line),
            Anchor::Start,
            NAME,
            INK,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::chance::Chance;

    const STYLE: Style = Style {
        accent: (0x0b, 0x5a, 0x7a),
    };

    #[test]
    fn every_count_is_told_once_with_its_word() {
        #[track_caller]
        fn case(cells: [[u32; 2]; 2], other: Option<[u32; 2]>, expected: &[&str]) {
            let (canvas, _) = sheet(cells, other, STYLE).expect("somebody");
            let told: Vec<&str> = canvas
                .texts()
                .filter(|words| words.font == NAME && !NAMES.contains(&words.text.as_str()))
                .map(|words| words.text.as_str())
                .collect();
            assert_eq!(told, expected);
        }
        case(
            [[19, 5], [21, 12]],
            None,
            &["19 kvinnor", "5 flickor", "21 män", "12 pojkar"],
        );
        case(
            [[1, 1], [400, 0]],
            Some([0, 1]),
            &[
                "1 kvinna, 1 flicka",
                "400 män",
                "0 pojkar",
                "0 vuxna, 1 barn",
            ],
        );
    }

    #[test]
    fn nobody_is_not_drawn() {
        assert_eq!(people([[0, 0], [0, 0]], Some([0, 0]), STYLE), None);
    }

    #[test]
    fn nothing_touches_whatever_the_counts() {
        let mut chance = Chance(5);
        for round in 0..400 {
            let bound = [2, 9, 300, 2_000_000_000][round % 4];
            let mut count = || u32::try_from(chance.below(bound)).unwrap_or(0);
            let cells = [[count(), count()], [count(), count()]];
            let other = (round % 3 == 0).then(|| [count(), count()]);
            if let Some((canvas, height)) = sheet(cells, other, STYLE) {
                assert_eq!(canvas.touching(), Vec::<String>::new());
                assert_eq!(canvas.outside(WIDTH, height), Vec::<String>::new());
            }
        }
    }
}
