//! Values of several parts in one cell: how a workbook writes them, and how
//! they are read again.
//!
//! `delvis` is `2026-02-16: halva tiden`, `erbjudanden` is
//! `2026-05-19 nej; 2026-06-02 ja`, `rapporterat` is `2026-07-14; 2026-10-13`.
//! Days are read in any form that a cell of its own may have.

use chrono::NaiveDate;

use super::columns::plain;
use super::date;
use super::told::quoted;
use crate::model::offer::Answer;

/// Why a text cannot be read: what is wrong, and what to do.
pub type Unread = (String, &'static str);

/// Returns a part that is executed as one text: from when, if it is known, and
/// how much.
pub fn delvis_text(from: Option<NaiveDate>, extent: &str) -> String {
    match from {
        Some(day) => format!("{day}: {extent}"),
        None => extent.to_owned(),
    }
}

/// Reads a part that is executed: from when, if it is said, and how much.
pub fn delvis(text: &str) -> (Option<NaiveDate>, String) {
    let dated = text.split_once(':').and_then(|(day, extent)| {
        let day = date::text(day, date::FIRST).ok()?;
        Some((day, extent.trim())).filter(|(_, extent)| !extent.is_empty())
    });
    match dated {
        Some((day, extent)) => (Some(day), extent.to_owned()),
        None => (None, text.trim().to_owned()),
    }
}

/// Returns offers as one text.
pub fn offers_text(offers: &[(NaiveDate, Answer)]) -> String {
    let parts = offers.iter().map(|(day, answer)| {
        let named = Answer::NAMES.iter().find(|(_, known)| known == answer);
        format!("{day} {}", named.map_or("", |(word, _)| word))
    });
    parts.collect::<Vec<_>>().join("; ")
}

/// Reads offers, each a day and an answer.
pub fn offers(text: &str) -> Result<Vec<(NaiveDate, Answer)>, Unread> {
    parts(text).into_iter().map(offer).collect()
}

fn offer(part: &str) -> Result<(NaiveDate, Answer), Unread> {
    const HELP: &str = "skriv dagen och svaret, till exempel «2026-05-19 nej; 2026-06-02 ja»";
    let words: Vec<&str> = part.split_whitespace().collect();
    let day = |words: &[&str]| {
        let text = words.join(" ");
        date::text(text.trim_end_matches([':', ',']), date::FIRST)
    };
    for at in 0..=words.len() {
        let (first, last) = words.split_at(at);
        for (day, word) in [(day(first), last), (day(last), first)] {
            if let (Ok(day), Some(answer)) = (day, answer(&word.join(" "))) {
                return Ok((day, answer));
            }
        }
    }
    let dated = (1..=words.len()).any(|at| day(&words[..at]).is_ok());
    let message = if day(&words).is_ok() {
        format!("erbjudandet {} saknar svar", quoted(part))
    } else if dated {
        format!("svaret i {} är varken ja, nej eller väntar", quoted(part))
    } else {
        format!("erbjudandet {} saknar datum", quoted(part))
    };
    Err((message, HELP))
}

/// Returns the answer that some words mean.
pub(super) fn answer(words: &str) -> Option<Answer> {
    match plain(words).as_str() {
        "ja" | "j" | "tackatja" | "tackadeja" | "accepterat" | "accepterade" => Some(Answer::Yes),
        "nej" | "n" | "tackatnej" | "tackadenej" | "avbojt" | "avbojde" => Some(Answer::No),
        "vantar" | "vantarsvar" | "vantarpasvar" | "invantarsvar" | "obesvarat" | "ingetsvar" => {
            Some(Answer::Waiting)
        }
        _ => None,
    }
}

/// Returns days as one text.
pub fn dates_text(days: &[NaiveDate]) -> String {
    let days: Vec<_> = days.iter().map(NaiveDate::to_string).collect();
    days.join("; ")
}

/// Reads days.
pub fn dates(text: &str) -> Result<Vec<NaiveDate>, Unread> {
    let days = parts(text).into_iter().map(|part| {
        date::text(part, date::FIRST).map_err(|bad| {
            let (why, help) = bad.told();
            (format!("{} {why}", quoted(part)), help)
        })
    });
    days.collect()
}

/// Returns the parts of a text: between semicolons and line breaks, or where
/// there are none between commas.
fn parts(text: &str) -> Vec<&str> {
    let marked = text.contains([';', '\n']);
    let parts = text.split(move |c| match c {
        ';' | '\n' => true,
        ',' => !marked,
        _ => false,
    });
    parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn what_is_written_is_read_again() {
        let all = [
            (day("2026-05-19"), Answer::No),
            (day("2026-06-02"), Answer::Yes),
            (day("2026-06-03"), Answer::Waiting),
        ];
        for offers in [&all[..], &all[..1], &[]] {
            let text = offers_text(offers);
            assert_eq!(super::offers(&text), Ok(offers.to_vec()), "{text}");
        }
        let days = all.map(|(day, _)| day);
        for days in [&days[..], &days[..1], &[]] {
            assert_eq!(dates(&dates_text(days)), Ok(days.to_vec()));
        }
        for (from, extent) in [
            (Some(day("2026-02-16")), "halva tiden"),
            (Some(day("2026-02-16")), "2 av 5: resten väntar"),
            (None, "2 av 5 timmar"),
            (None, "två av fem: resten väntar"),
        ] {
            let text = delvis_text(from, extent);
            assert_eq!(delvis(&text), (from, extent.to_owned()));
        }
        assert_eq!(offers_text(&all[..2]), "2026-05-19 nej; 2026-06-02 ja");
    }

    #[test]
    fn offers_are_read_as_people_write_them() {
        let both = Ok(vec![
            (day("2026-05-19"), Answer::No),
            (day("2026-06-02"), Answer::Yes),
        ]);
        for text in [
            "2026-05-19 nej; 2026-06-02 ja",
            "2026-05-19: Nej\n2026-06-02: Ja",
            "19/5 2026 tackat nej, 2/6 2026 tackade ja",
            "nej 2026-05-19; ja 2026-06-02;",
            "19 maj 2026 avböjt; 2 juni 2026 j",
        ] {
            assert_eq!(offers(text), both, "{text}");
        }
    }

    #[test]
    fn what_is_missing_in_an_offer_is_told() {
        let why = |text| offers(text).map_err(|(message, _)| message);
        assert_eq!(
            why("2026-05-19"),
            Err("erbjudandet «2026-05-19» saknar svar".to_owned())
        );
        assert_eq!(why("nej"), Err("erbjudandet «nej» saknar datum".to_owned()));
        assert_eq!(
            why("2026-05-19 kanske"),
            Err("svaret i «2026-05-19 kanske» är varken ja, nej eller väntar".to_owned())
        );
        let bad = dates("2026-10-13; 2026-13-14").map_err(|(message, _)| message);
        assert_eq!(
            bad,
            Err("«2026-13-14» finns inte: månaden ska vara 1 till 12".to_owned())
        );
    }
}
