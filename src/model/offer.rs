//! Offers of a place or a person to carry out the insats, and how they stand
//! when the quarter ends.
//!
//! Whoever accepts an offer still waits until the insats has started, and
//! whoever declines one normally does too (IVO's answers on individrapporter).

use chrono::NaiveDate;

/// What the individual has answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Accepted.
    Yes,
    /// Declined.
    No,
    /// Not answered yet.
    Waiting,
}

impl Answer {
    /// All answers with the words used in YAML.
    pub const NAMES: [(&str, Self); 3] = [
        ("ja", Self::Yes),
        ("nej", Self::No),
        ("väntar", Self::Waiting),
    ];

    /// Returns the answer with this word.
    pub fn named(word: &str) -> Option<Self> {
        let mut names = Self::NAMES.iter();
        names
            .find(|(known, _)| *known == word)
            .map(|(_, answer)| *answer)
    }
}

/// One offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// When it was made.
    pub on: Option<NaiveDate>,
    /// The answer.
    pub answer: Answer,
}

/// How the offers of a beslut stand: the last one decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Offered {
    /// None has been made.
    Nothing,
    /// Declined.
    Declined,
    /// Accepted, and waiting for the insats to start.
    Accepted,
    /// Made, and not answered.
    Unanswered,
}

impl Offered {
    /// All, in the order they are told.
    pub const ALL: [Self; 4] = [
        Self::Nothing,
        Self::Declined,
        Self::Accepted,
        Self::Unanswered,
    ];

    /// Returns how offers stand: the latest decides, and of several on one day
    /// the one written last.
    pub fn of(offers: &[Offer]) -> Self {
        let last = offers.iter().max_by_key(|offer| offer.on);
        match last.map(|offer| offer.answer) {
            None => Self::Nothing,
            Some(Answer::No) => Self::Declined,
            Some(Answer::Yes) => Self::Accepted,
            Some(Answer::Waiting) => Self::Unanswered,
        }
    }

    /// Returns the id under which it is counted, as in `erbjudanden`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Nothing => "utan-erbjudande",
            Self::Declined => "tackat-nej",
            Self::Accepted => "tackat-ja",
            Self::Unanswered => "vantar-pa-svar",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(offers: &[(&str, Answer)], expected: Offered) {
        let offers: Vec<Offer> = offers
            .iter()
            .map(|(on, answer)| Offer {
                on: Some(on.parse().expect("a date")),
                answer: *answer,
            })
            .collect();
        assert_eq!(Offered::of(&offers), expected);
    }

    #[test]
    fn the_last_answer_decides() {
        let (first, second) = ("2026-02-03", "2026-06-12");
        case(&[], Offered::Nothing);
        case(&[(first, Answer::No)], Offered::Declined);
        case(
            &[(first, Answer::No), (second, Answer::Yes)],
            Offered::Accepted,
        );
        case(
            &[(second, Answer::No), (first, Answer::Yes)],
            Offered::Declined,
        );
        case(
            &[(first, Answer::No), (second, Answer::Waiting)],
            Offered::Unanswered,
        );
        case(
            &[(first, Answer::No), (first, Answer::Yes)],
            Offered::Accepted,
        );
    }
}
