//! How charts look: sizes, inks and palettes. In: the municipality's colour
//! and how many things are to be told apart. Out: colours that hold on paper,
//! in greyscale and for the colour-blind.

use crate::chart::colour::Rgb;
use crate::chart::colour::darkened;
use crate::chart::colour::distance;
use crate::chart::colour::with_lightness;
use crate::chart::text::Font;
use crate::chart::text::Weight;

/// The look of the charts of one municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The municipality's colour; a pale one is darkened until it holds.
    pub accent: (u8, u8, u8),
}

/// Twips to tenths of a point; all measures are twips, 20 to a point.
pub(super) const fn pt(tenths: i32) -> i32 {
    tenths * 2
}

/// The width of a chart: the text column of 126 mm.
pub(super) const WIDTH: i32 = 7143;

/// Names and values on the chart.
pub(super) const LABEL: Font = Font {
    size: pt(80),
    weight: Weight::Bold,
};

/// Names that are read rather than looked for.
pub(super) const NAME: Font = Font {
    size: pt(80),
    weight: Weight::Regular,
};

/// Figures and quarters along the axes.
pub(super) const AXIS: Font = Font {
    size: pt(76),
    weight: Weight::Regular,
};

/// Text and whatever belongs to no single series.
pub(super) const INK: Rgb = (0x1b, 0x1f, 0x24);

/// Text along the axes.
pub(super) const SOFT: Rgb = (0x5b, 0x65, 0x70);

/// Lines of the grid.
pub(super) const HAIR: Rgb = (0xc9, 0xd0, 0xd6);

/// The line everything stands on, darker than the grid.
pub(super) const BASE: Rgb = (0x86, 0x8f, 0x98);

/// A line of the grid is this thick.
pub(super) const HAIRLINE: i32 = pt(4);

/// Contrast a mark needs to white: WCAG 2.2, 1.4.11.
pub(super) const MARK: f64 = 3.0;

/// Contrast text needs to its ground: WCAG 2.2, 1.4.3.
pub(super) const TEXT: f64 = 4.5;

/// Colours to choose from beside the accent: each 4.5:1 to white, so that a
/// line and its text share one.
const INKS: [Rgb; 13] = [
    (0xb1, 0x47, 0x0f), // burnt orange
    (0x1f, 0x5f, 0xa8), // blue
    (0x1a, 0x7a, 0x3c), // green
    (0x6f, 0x2c, 0x80), // plum
    (0x8a, 0x68, 0x00), // ochre
    (0xb0, 0x14, 0x3c), // crimson
    (0x3a, 0x42, 0x4a), // slate
    (0x0b, 0x74, 0x80), // teal
    (0x63, 0x3b, 0x1c), // brown
    (0x64, 0x4f, 0xc0), // violet
    (0x48, 0x56, 0x00), // olive
    (0xb8, 0x2e, 0x8c), // magenta
    (0x14, 0x2c, 0x66), // navy
];

/// Lightness of the parts of a bar, from two parts to six. Each step is at
/// least nine, none falls between 50 and 55.5, where neither white nor ink can
/// be read, and the lightest is 3:1 to white.
const STEPS: [&[u8]; 6] = [
    &[38],
    &[33, 60],
    &[31, 60, 45],
    &[31, 60, 17, 46],
    &[26, 60, 38, 14, 49],
    &[30, 60, 20, 49, 10, 40],
];

impl Style {
    /// Returns the accent, dark enough for a mark.
    pub(super) fn mark(self) -> Rgb {
        darkened(self.accent, MARK)
    }

    /// Returns colours for lines: the accent, then always the one that is
    /// farthest from all before it.
    pub(super) fn lines(self, count: usize) -> Vec<Rgb> {
        let mut chosen = vec![self.mark()];
        let mut left = INKS.to_vec();
        while chosen.len() < count && !left.is_empty() {
            let apart = |ink: Rgb| {
                let near = |c: &Rgb| distance(*c, ink);
                chosen.iter().map(near).fold(f64::INFINITY, f64::min)
            };
            let best = (0..left.len())
                .max_by(|a, b| apart(left[*a]).total_cmp(&apart(left[*b])).then(b.cmp(a)))
                .expect("there are colours left");
            chosen.push(left.remove(best));
        }
        let again = chosen.clone();
        chosen.extend(again.iter().cycle().take(count.saturating_sub(again.len())));
        chosen.truncate(count);
        chosen
    }

    /// Returns colours for the parts of a bar, told apart by lightness alone.
    pub(super) fn parts(self, count: usize) -> Vec<Rgb> {
        let hues = self.lines(count.min(INKS.len()));
        (0..count)
            .map(|i| with_lightness(hues[i % hues.len()], f64::from(step(i, count))))
            .collect()
    }
}

/// Returns a colour text can be read in on white.
pub(super) fn readable(colour: Rgb) -> Rgb {
    darkened(colour, TEXT)
}

/// Returns the lightness of a part; beyond six the steps shrink.
fn step(part: usize, count: usize) -> u8 {
    match STEPS.get(count.saturating_sub(1)) {
        Some(steps) => steps[part],
        None if part == 1 => 60,
        None => {
            // Evenly from 9 to 49, the even ones first, so that neighbours differ.
            let rest = count - 2;
            let at = part - usize::from(part > 1);
            let half = rest / 2 + 1;
            let place = if at < half {
                at * 2
            } else {
                (at - half) * 2 + 1
            };
            u8::try_from(9 + 40 * place / rest.max(1)).expect("no lightness is over 100")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::colour::WHITE;
    use crate::chart::colour::contrast;
    use crate::chart::colour::lightness;

    /// Accents of all kinds: the sample's, black, white, pale, shrill.
    const ACCENTS: [Rgb; 10] = [
        (0x0b, 0x5a, 0x7a),
        (0, 0, 0),
        WHITE,
        (0xff, 0xe6, 0),
        (0, 0xff, 0),
        (0xff, 0, 0),
        (0, 0, 0xff),
        (0x77, 0x77, 0x77),
        (0xf5, 0xd5, 0xe0),
        (0xb1, 0x47, 0x0f),
    ];

    #[test]
    fn lines_hold_on_white_with_any_accent() {
        for accent in ACCENTS {
            let lines = Style { accent }.lines(12);
            assert_eq!(lines.len(), 12);
            for (i, colour) in lines.iter().enumerate() {
                assert!(contrast(*colour, WHITE) >= MARK);
                assert!(contrast(readable(*colour), WHITE) >= TEXT);
                assert!(!lines[..i].contains(colour), "{accent:?} {colour:?}");
            }
        }
    }

    #[test]
    fn the_first_lines_are_far_apart_even_for_the_colour_blind() {
        for accent in ACCENTS {
            let lines = Style { accent }.lines(4);
            for (i, a) in lines.iter().enumerate() {
                for b in &lines[..i] {
                    assert!(distance(*a, *b) > 0.1, "{accent:?} {a:?} {b:?}");
                }
            }
        }
    }

    #[test]
    fn a_dark_accent_is_kept_and_a_pale_one_darkened() {
        let mark = |accent| Style { accent }.mark();
        assert_eq!(mark((0x0b, 0x5a, 0x7a)), (0x0b, 0x5a, 0x7a));
        assert_ne!(mark((0xff, 0xe6, 0)), (0xff, 0xe6, 0));
    }

    #[test]
    fn parts_are_told_apart_in_greyscale() {
        #[track_caller]
        fn case(count: usize, least: f64) {
            for accent in ACCENTS {
                let parts = Style { accent }.parts(count);
                assert_eq!(parts.len(), count);
                for (i, a) in parts.iter().enumerate() {
                    assert!(contrast(*a, WHITE) >= MARK, "{a:?}");
                    let text = contrast(*a, WHITE).max(contrast(*a, INK));
                    assert!(text >= TEXT, "{count} {accent:?} {a:?} {text}");
                    for b in &parts[..i] {
                        let apart = (lightness(*a) - lightness(*b)).abs();
                        assert!(apart >= least, "{count} {a:?} {b:?} {apart}");
                    }
                }
            }
        }
        case(1, 0.0);
        case(2, 26.0);
        case(3, 13.0);
        case(4, 13.0);
        case(5, 10.0);
        case(6, 8.5);
        case(8, 5.0);
        case(12, 3.0);
    }
}
