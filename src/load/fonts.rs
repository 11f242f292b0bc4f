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
pub struct Coverage<'a>(Vec<Face<'a>>);

impl<'a> Coverage<'a> {
    /// Returns the coverage of some fonts and the built-in one.
    pub fn new(own: &'a [Vec<u8>]) -> Self {
        let built_in = Face::parse(notosans::REGULAR_TTF, 0).expect("the built-in font is a font");
        let own = own.iter().filter_map(|bytes| Face::parse(bytes, 0).ok());
        Self(std::iter::once(built_in).chain(own).collect())
    }

    /// Returns the first character that cannot be printed.
    pub fn missing(&self, text: &str) -> Option<char> {
        text.chars().find(|c| {
            let plain = c.is_ascii_graphic() || matches!(c, ' ' | '\n' | '\t');
            let has = |face: &Face<'_>| face.glyph_index(*c).is_some_and(|glyph| glyph.0 > 0);
            !plain && !self.0.iter().any(has)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_is_covered_and_emoji_is_not() {
        let coverage = Coverage::new(&[]);
        assert_eq!(
            coverage.missing("åäö ÅÄÖ é – — § ½ € « » \u{202f}\u{a0}\u{2212}"),
            None
        );
        assert_eq!(coverage.missing("klart ✓ nu"), Some('✓'));
        assert_eq!(coverage.missing("bra 😀"), Some('😀'));
        assert_eq!(coverage.missing("\u{7}"), Some('\u{7}'));
    }
}
