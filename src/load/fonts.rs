//! The fonts documents are set with, and which characters they have.

use ttf_parser::Face;

/// The built-in cuts of Noto Sans 1.04 (SIL Open Font License 1.1).
pub static BUILT_IN: [&[u8]; 4] = [
    notosans::REGULAR_TTF,
    notosans::BOLD_TTF,
    notosans::ITALIC_TTF,
    notosans::BOLD_ITALIC_TTF,
];

/// Knows which characters can be printed.
pub struct Coverage(Face<'static>);

impl Coverage {
    /// Returns the coverage of the built-in font.
    pub fn built_in() -> Self {
        Self(Face::parse(notosans::REGULAR_TTF, 0).expect("the built-in font is a font"))
    }

    /// Returns the first character that cannot be printed.
    pub fn missing(&self, text: &str) -> Option<char> {
        text.chars().find(|c| {
            let plain = c.is_ascii_graphic() || matches!(c, ' ' | '\n' | '\t');
            !plain && self.0.glyph_index(*c).is_none_or(|glyph| glyph.0 == 0)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_is_covered_and_emoji_is_not() {
        let coverage = Coverage::built_in();
        assert_eq!(
            coverage.missing("åäö ÅÄÖ é – — § ½ € « » \u{202f}\u{a0}\u{2212}"),
            None
        );
        assert_eq!(coverage.missing("klart ✓ nu"), Some('✓'));
        assert_eq!(coverage.missing("bra 😀"), Some('😀'));
        assert_eq!(coverage.missing("\u{7}"), Some('\u{7}'));
    }
}
