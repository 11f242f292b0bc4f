//! Numbers as words and figures, with agreement.

/// Narrow no-break space: between thousands and before %.
pub const NARROW: char = '\u{202f}';

/// No-break space: between a figure and its noun, a day and its month.
pub const NO_BREAK: char = '\u{a0}';

/// How the nämnd writes numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    words_to: u32,
}

impl Default for Numbers {
    /// Words to twelve: the usual Swedish rule.
    fn default() -> Self {
        Self::new(12)
    }
}

impl Numbers {
    /// Returns the house rule «words up to and including».
    pub fn new(words_to: u32) -> Self {
        Self {
            words_to: words_to.min(12),
        }
    }

    /// Returns how the numbers of one comparison are written: all as words, or
    /// all as figures. Zero is always a word of negation and does not decide.
    pub fn among(self, counts: &[u32]) -> Counts {
        Counts {
            words: counts.iter().all(|count| *count <= self.words_to) && self.words_to > 0,
        }
    }
}

/// The numbers of one comparison.
#[derive(Debug, Clone, Copy)]
pub struct Counts {
    words: bool,
}

impl Counts {
    /// Returns whether they are words.
    pub(crate) fn words(self) -> bool {
        self.words
    }

    /// Returns a number that stands for neuter things, such as beslut: «ett».
    pub fn neuter(self, count: u32) -> String {
        match count {
            1 if self.words => "ett".to_owned(),
            n if self.words => word(n),
            n => grouped(n),
        }
    }

    /// Returns a number that stands for common things, such as utförare: «en».
    pub fn common(self, count: u32) -> String {
        match count {
            1 if self.words => "en".to_owned(),
            n if self.words => word(n),
            n => grouped(n),
        }
    }

    /// Returns beslut with their number: «inga beslut», «ett beslut», «57
    /// beslut»; `attribute` is a word in singular and plural.
    pub fn beslut(self, count: u32, attribute: Option<(&str, &str)>) -> String {
        let (singular, plural) = match attribute {
            Some((singular, plural)) => (format!("{singular} "), format!("{plural} ")),
            None => (String::new(), String::new()),
        };
        match count {
            0 => format!("inga {plural}beslut"),
            1 => format!("{}{NO_BREAK}{singular}beslut", self.neuter(1)),
            n => format!("{}{NO_BREAK}{plural}beslut", self.neuter(n)),
        }
    }
}

/// Returns the word for 0 to 12; larger numbers as figures.
pub fn word(count: u32) -> String {
    const WORDS: [&str; 13] = [
        "noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva",
        "tolv",
    ];
    usize::try_from(count)
        .ok()
        .and_then(|at| WORDS.get(at))
        .map_or_else(|| grouped(count), |word| (*word).to_owned())
}

/// Returns the word for the place of 1 to 12 in a row; larger numbers as
/// figures.
pub fn ordinal(place: u32) -> String {
    const WORDS: [&str; 12] = [
        "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde",
        "tionde", "elfte", "tolfte",
    ];
    let at = usize::try_from(place).ok().and_then(|n| n.checked_sub(1));
    match at.and_then(|at| WORDS.get(at)) {
        Some(word) => (*word).to_owned(),
        None => format!("{}:e", grouped(place)),
    }
}

/// Returns a number in figures, grouped in threes from the right.
pub fn grouped(count: u32) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(NARROW);
        }
        out.push(digit);
    }
    out
}

/// Returns tenths of a percent as text: «34,8 %», «50 %».
pub fn percent(tenths: u64) -> String {
    match tenths % 10 {
        0 => format!("{}{NARROW}%", tenths / 10),
        tenth => format!("{},{tenth}{NARROW}%", tenths / 10),
    }
}

/// Returns a share in tenths of a percent, rounded half up.
pub fn tenths(part: u32, whole: u32) -> u64 {
    (2000 * u64::from(part) + u64::from(whole)) / (2 * u64::from(whole.max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_to_twelve_then_figures() {
        let numbers = Numbers::default();
        assert_eq!(numbers.among(&[12]).neuter(12), "tolv");
        assert_eq!(numbers.among(&[13]).neuter(13), "13");
        assert_eq!(numbers.among(&[1]).neuter(1), "ett");
        assert_eq!(numbers.among(&[1]).common(1), "en");
    }

    #[test]
    fn one_comparison_is_not_mixed() {
        let counts = Numbers::default().among(&[17, 5, 2]);
        assert_eq!(
            (counts.neuter(17), counts.neuter(5)),
            ("17".to_owned(), "5".to_owned())
        );
        let figures = Numbers::new(0).among(&[1]);
        assert_eq!(figures.neuter(1), "1");
    }

    #[test]
    fn beslut_agree_with_their_number() {
        let say = |n| {
            Numbers::default()
                .among(&[n])
                .beslut(n, Some(("ej verkställt", "ej verkställda")))
        };
        assert_eq!(say(0), "inga ej verkställda beslut");
        assert_eq!(say(1), "ett\u{a0}ej verkställt beslut");
        assert_eq!(say(2), "två\u{a0}ej verkställda beslut");
        assert_eq!(say(57), "57\u{a0}ej verkställda beslut");
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1388), "1\u{202f}388");
        assert_eq!(grouped(1_234_567), "1\u{202f}234\u{202f}567");
    }

    #[test]
    fn percentages_have_a_comma_and_a_space() {
        assert_eq!(percent(tenths(8, 23)), "34,8\u{202f}%");
        assert_eq!(percent(tenths(1, 2)), "50\u{202f}%");
        assert_eq!(percent(tenths(1, 3)), "33,3\u{202f}%");
    }
}
