//! Words on paper: how wide they are, where they break, how a number is
//! written. In: text and a font. Out: widths in twips (20 to a point), lines.
//!
//! Widths are those of Noto Sans. A nämnd's own font may be a little wider;
//! the air around labels takes that up.

use std::sync::Once;

use plotters::style::FontStyle;
use plotters::style::IntoFont;
use plotters::style::register_font;

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// Running text.
    Regular,
    /// What is to be seen first.
    Bold,
}

/// A size and a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Font {
    /// Twips to the em.
    pub(super) size: i32,
    /// How heavy the letters are.
    pub(super) weight: Weight,
}

impl Font {
    /// Returns the width of a text.
    pub(super) fn width(self, text: &str) -> i32 {
        REGISTERED.call_once(register);
        let (wide, _) = ("sans-serif", MEASURED, self.weight.style())
            .into_font()
            .box_size(text)
            .expect("the font is registered");
        let width = (i64::from(wide) * i64::from(self.size) + EM - 1) / EM;
        i32::try_from(width).expect("a label is no novel")
    }

    /// Returns how far capitals and figures reach over the line they stand on.
    pub(super) fn height(self) -> i32 {
        self.size * 73 / 100
    }

    /// Returns how far letters such as g reach under the line.
    pub(super) fn depth(self) -> i32 {
        self.size * 22 / 100
    }

    /// Returns the distance from one line to the next.
    pub(super) fn leading(self) -> i32 {
        self.size * 116 / 100
    }

    /// Returns the text in lines no wider than this, as even as they can be. A
    /// word too wide is broken with a hyphen.
    pub(super) fn wrapped(self, text: &str, widest: i32) -> Vec<String> {
        let lines = self.filled(text, widest).len();
        let breaks = self.breaks(text, widest);
        // The narrowest column with as few lines is the most even one.
        let (mut low, mut high) = (widest / 3, widest);
        while low + 20 < high {
            let middle = i32::midpoint(low, high);
            if self.filled(text, middle).len() > lines || self.breaks(text, middle) > breaks {
                low = middle;
            } else {
                high = middle;
            }
        }
        self.filled(text, high)
    }

    /// Returns how many words of the text are wider than this.
    fn breaks(self, text: &str, widest: i32) -> usize {
        words(text).filter(|word| self.width(word) > widest).count()
    }

    /// Returns the text in lines, each filled before the next is begun.
    fn filled(self, text: &str, widest: i32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in words(text) {
            if let Some(line) = lines.last_mut()
                && self.width(&format!("{line} {word}")) <= widest
            {
                line.push(' ');
                line.push_str(word);
            } else {
                lines.extend(self.broken(word, widest));
            }
        }
        lines
    }

    /// Returns a word in pieces no wider than this, of two letters at least,
    /// broken before a consonant with a vowel where one is near.
    fn broken(self, word: &str, widest: i32) -> Vec<String> {
        let letters: Vec<char> = word.chars().collect();
        let text = |from: usize, to: usize| letters[from..to].iter().collect::<String>();
        let mut pieces = Vec::new();
        let mut from = 0;
        while self.width(&text(from, letters.len())) > widest && letters.len() - from > 2 {
            let fits = |to: &usize| self.width(&format!("{}-", text(from, *to))) <= widest;
            let full = (from + 2..letters.len())
                .rev()
                .find(fits)
                .unwrap_or(from + 2);
            let syllable = |at: &usize| {
                let vowel = |n: usize| letters.get(n).is_some_and(|c| VOWELS.contains(*c));
                !vowel(*at) && vowel(at + 1)
            };
            let near = (full.saturating_sub(6).max(from + 2)..=full).rev();
            let to = near.into_iter().find(syllable).unwrap_or(full);
            pieces.push(format!("{}-", text(from, to)));
            from = to;
        }
        pieces.push(text(from, letters.len()));
        pieces
    }
}

/// Letters a syllable needs.
const VOWELS: &str = "aeiouyåäöéAEIOUYÅÄÖÉ";

impl Weight {
    /// Returns the weight as plotters names it.
    pub(super) fn style(self) -> FontStyle {
        match self {
            Self::Regular => FontStyle::Normal,
            Self::Bold => FontStyle::Bold,
        }
    }
}

/// Returns a number with thin unbreakable spaces between the thousands.
pub(super) fn number(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}

/// Returns a name as it may stand in an SVG: one line, no control characters,
/// and no hyphens that are not to be seen or that Noto Sans lacks.
pub(super) fn clean(name: &str) -> String {
    let shown: String = name
        .chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'))
        .map(|c| match c {
            '\u{2011}' => '-',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect();
    words(&shown).collect::<Vec<_>>().join(" ")
}

/// Returns the words of a text; unbreakable spaces do not part them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').filter(|word| !word.is_empty())
}

/// The size text is measured at. Plotters' ab_glyph takes a size for the
/// height from the deepest to the highest letter, 1.362 em in Noto Sans.
const MEASURED: f64 = 13_620.0;

/// What an em is at that size.
const EM: i64 = 10_000;

/// Set when plotters knows the font.
static REGISTERED: Once = Once::new();

/// Gives plotters the font to measure with.
fn register() {
    for (weight, bytes) in [
        (Weight::Regular, notosans::REGULAR_TTF),
        (Weight::Bold, notosans::BOLD_TTF),
    ] {
        assert!(
            register_font("sans-serif", weight.style(), bytes).is_ok(),
            "the font in the crate is a font"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Font = Font {
        size: 1000,
        weight: Weight::Regular,
    };

    #[test]
    fn widths_are_those_of_the_font() {
        #[track_caller]
        fn case(text: &str, expected: i32) {
            assert!(
                (PLAIN.width(text) - expected).abs() <= 2,
                "{}",
                PLAIN.width(text)
            );
        }
        // Advances from the font's own table, in thousandths of an em.
        case("0", 572);
        case("å", 561);
        case("m", 936);
        case("88", 1144);
    }

    #[test]
    fn numbers_are_swedish() {
        #[track_caller]
        fn case(value: u64, expected: &str) {
            assert_eq!(number(value), expected);
        }
        case(0, "0");
        case(999, "999");
        case(1000, "1\u{202f}000");
        case(4_294_967_295, "4\u{202f}294\u{202f}967\u{202f}295");
    }

    #[test]
    fn names_break_at_spaces_and_evenly() {
        #[track_caller]
        fn case(text: &str, widest: i32, expected: &[&str]) {
            let lines = PLAIN.wrapped(text, widest);
            assert_eq!(lines, expected);
            assert!(lines.iter().all(|line| PLAIN.width(line) <= widest));
        }
        case("ej verkställda", 9000, &["ej verkställda"]);
        case(
            "bostad med särskild service för vuxna",
            12000,
            &["bostad med särskild", "service för vuxna"],
        );
        case(
            "korttidstillsynsverksamheten",
            7000,
            &["korttidstill-", "synsverk-", "samheten"],
        );
        case("4\u{202f}000 boende", 5000, &["4\u{202f}000", "boende"]);
        case("", 7000, &[]);
    }

    #[test]
    fn a_name_is_one_line_without_control_characters() {
        assert_eq!(clean(" a\n\u{1}b\tc  d "), "a b c d");
        assert_eq!(clean("e\u{2011}tjänst\u{ad}er"), "e-tjänster");
    }
}
