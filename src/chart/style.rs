//! How charts look: inks and palettes. In: the municipality's colour and how
//! many things are to be told apart. Out: colours that hold on paper, in
//! greyscale and for the colour-blind. Sizes are in `size`.

use crate::chart::colour::Rgb;
use crate::chart::colour::WHITE;
use crate::chart::colour::contrast;
use crate::chart::colour::darkened;
use crate::chart::colour::difference;
use crate::chart::colour::distance;
use crate::chart::colour::lightness;
use crate::chart::colour::with_lightness;

/// The look of the charts of one municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The municipality's colour; a pale one is darkened until it holds.
    pub accent: (u8, u8, u8),
}

/// Text and whatever belongs to no single series.
pub(super) const INK: Rgb = (0x1b, 0x1f, 0x24);

/// Text along the axes.
pub(super) const SOFT: Rgb = (0x5b, 0x65, 0x70);

/// Lines of the grid.
pub(super) const HAIR: Rgb = (0xc9, 0xd0, 0xd6);

/// The line everything stands on, darker than the grid.
pub(super) const BASE: Rgb = (0x86, 0x8f, 0x98);

/// Contrast a mark needs to white: WCAG 2.2, 1.4.11.
pub(super) const MARK: f64 = 3.0;

/// Contrast text needs to its ground: WCAG 2.2, 1.4.3.
pub(super) const TEXT: f64 = 4.5;

/// Colours to choose from beside the accent, the ones to take first first: each
/// 4.5:1 to white, so that a line and its text share one.
const INKS: [Rgb; 13] = [
    (0xb1, 0x47, 0x0f), // burnt orange
    (0x1f, 0x5f, 0xa8), // blue
    (0x3a, 0x42, 0x4a), // slate
    (0x7d, 0x2c, 0x86), // plum
    (0x1a, 0x7a, 0x3c), // green
    (0x8a, 0x68, 0x00), // ochre
    (0xb0, 0x14, 0x3c), // crimson
    (0x14, 0x2c, 0x66), // navy
    (0x0b, 0x74, 0x80), // teal
    (0x63, 0x3b, 0x1c), // brown
    (0x6a, 0x57, 0xc8), // violet
    (0x48, 0x56, 0x00), // olive
    (0xb8, 0x2e, 0x8c), // magenta
];

/// How far a colour is to be from all before it, to most and to those who tell
/// them apart least; given up step by step.
const APART: [(f64, f64); 7] = [
    (0.13, 0.1),
    (0.13, 0.08),
    (0.13, 0.05),
    (0.12, 0.03),
    (0.11, 0.01),
    (0.09, 0.0),
    (0.0, 0.0),
];

/// Hues of the parts of a bar after the accent, moved to the lightness of each.
const HUES: [Rgb; 7] = [
    (0xe0, 0x7b, 0x2e), // orange
    (0x2c, 0x6f, 0xb7), // blue
    (0x7c, 0x4c, 0x8c), // plum
    (0x2b, 0x80, 0x62), // green
    (0xc2, 0x2f, 0x4e), // crimson
    (0x8a, 0x68, 0x00), // ochre
    (0x0b, 0x74, 0x80), // teal
];

/// A hue nearer the accent than this would look like a shade of it.
const OTHER: f64 = 0.07;

/// Lightness of the full parts of a bar, from one to five. Each step is at
/// least ten, none falls between 50 and 55.5, where neither white nor ink can
/// be read, and the lightest is 3:1 to white.
const STEPS: [&[u8]; 5] = [
    &[38],
    &[33, 60],
    &[28, 60, 44],
    &[31, 60, 45, 16],
    &[26, 60, 38, 14, 49],
];

/// The colours of a part of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Paint {
    /// Inside.
    pub(super) fill: Rgb,
    /// Around a part too pale to stand without.
    pub(super) edge: Option<Rgb>,
}

/// The last of three parts and more, by custom «other»: pale, with an edge.
const PALE: Paint = Paint {
    fill: (0xdd, 0xe1, 0xe5),
    edge: Some(SOFT),
};

impl Style {
    /// Returns the accent, dark enough for a mark.
    pub(super) fn mark(self) -> Rgb {
        darkened(self.accent, MARK)
    }

    /// Returns colours for lines: the accent, then always the first one that is
    /// far from all before it, also for the colour-blind.
    pub(super) fn lines(self, count: usize) -> Vec<Rgb> {
        let mut chosen = vec![self.mark()];
        let mut left = INKS.to_vec();
        for (most, least) in APART {
            left.retain(|ink| {
                // Distances are dear, and most charts have two lines.
                if chosen.len() >= count {
                    return true;
                }
                let far = chosen
                    .iter()
                    .all(|c| difference(*c, *ink) > most && distance(*c, *ink) > least);
                if far {
                    chosen.push(*ink);
                }
                !far
            });
        }
        let again = chosen.clone();
        chosen.extend(again.iter().cycle().take(count.saturating_sub(again.len())));
        chosen.truncate(count);
        chosen
    }

    /// Returns a dark and a light shade of the accent.
    pub(super) fn shades(self) -> [Paint; 2] {
        [STEPS[1][0], STEPS[1][1]].map(|step| full(self.accent, step))
    }

    /// Returns colours for the parts of a bar, told apart by lightness alone.
    pub(super) fn parts(self, count: usize) -> Vec<Paint> {
        let pale = usize::from(count > 2);
        let like = |hue: &Rgb| {
            let level = lightness(*hue);
            distance(with_lightness(self.accent, level), *hue) < OTHER
        };
        let others = HUES.into_iter().filter(|hue| !like(hue));
        let hues: Vec<Rgb> = std::iter::once(self.accent).chain(others).collect();
        (0..count - pale)
            .map(|i| full(hues[i % hues.len()], step(i, count - pale)))
            .chain(std::iter::repeat_n(PALE, pale))
            .collect()
    }
}

/// Returns a hue at a lightness.
fn full(hue: Rgb, step: u8) -> Paint {
    Paint {
        fill: with_lightness(hue, f64::from(step)),
        edge: None,
    }
}

impl Paint {
    /// Returns white or ink, if either can be read on it.
    pub(super) fn text(self) -> Option<Rgb> {
        [WHITE, INK]
            .into_iter()
            .find(|text| contrast(*text, self.fill) >= TEXT)
    }

    /// Returns the colour of its name on white.
    pub(super) fn name(self) -> Rgb {
        readable(self.edge.unwrap_or(self.fill))
    }
}

/// Returns a colour text can be read in on white.
pub(super) fn readable(colour: Rgb) -> Rgb {
    darkened(colour, TEXT)
}

/// Returns the lightness of a part; beyond five the steps shrink.
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
        #[track_caller]
        fn case(count: usize, most: f64, least: f64) {
            for accent in ACCENTS {
                let lines = Style { accent }.lines(count);
                for (i, a) in lines.iter().enumerate() {
                    for b in &lines[..i] {
                        assert!(difference(*a, *b) > most, "{accent:?} {a:?} {b:?}");
                        assert!(distance(*a, *b) > least, "{accent:?} {a:?} {b:?}");
                    }
                }
            }
        }
        case(2, 0.13, 0.1);
        case(3, 0.13, 0.08);
        case(4, 0.13, 0.05);
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
                    let seen = a.edge.unwrap_or(a.fill);
                    assert!(contrast(seen, WHITE) >= MARK, "{a:?}");
                    assert!(contrast(a.name(), WHITE) >= TEXT);
                    assert!(count > 6 || a.text().is_some(), "{accent:?} {a:?}");
                    for b in &parts[..i] {
                        let apart = (lightness(a.fill) - lightness(b.fill)).abs();
                        assert!(apart >= least, "{count} {a:?} {b:?} {apart}");
                    }
                }
            }
        }
        case(1, 0.0);
        case(2, 26.0);
        case(3, 26.0);
        case(4, 15.0);
        case(5, 13.0);
        case(6, 10.0);
        case(8, 6.0);
        case(12, 3.0);
    }
}
