//! The lång-väntan: how many beslut wait when the quarter ends, by who answers for
//! them; the longest waits; and those never offered anything, declined again and
//! again, or interrupted for more than a year.
//!
//! It is for the IVO-rapportör alone. Of persons with protected details no day
//! is told. What courts have granted is in no count.

use chrono::Months;
use chrono::NaiveDate;
use serde::Serialize;

use crate::compose::Desk;
use crate::compose::Frame;
use crate::compose::paragraphs;
use crate::compose::secrecy::Secrecy;
use crate::compose::table::Column;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::text::Block;
use crate::model::clock::whole_months;
use crate::model::offer::Answer;
use crate::model::offer::Offered;
use crate::narrate::capital;
use crate::narrate::date;
use crate::narrate::ivo::waits;
use crate::narrate::ivo::waits::DECLINED;
use crate::narrate::ivo::waits::LONG_MONTHS;
use crate::narrate::ivo::waits::Waits;
use crate::narrate::number::NO_BREAK;
use crate::narrate::number::word;
use crate::protect::Case;

mod counted;
mod listed;

/// How many of the longest waits are listed: as many as are talked through at a
/// meeting.
const LONGEST: usize = 15;

/// The value of `lang-vantan.typ`.
#[derive(Debug, Serialize)]
pub struct LangVantan {
    frame: Frame,
    /// That the paper is secret.
    secrecy: Secrecy,
    /// The waits in words.
    overview: Vec<Block>,
    /// The counts, then the lists.
    sections: Vec<Section>,
}

#[derive(Debug, Serialize)]
struct Section {
    heading: String,
    table: Table,
}

/// A beslut that waits.
struct Wait<'a> {
    case: &'a Case,
    /// The decision, or the first day of the interruption.
    since: NaiveDate,
    /// Whole months from then until the quarter's end.
    months: u32,
    /// Who answers for it.
    responsible: String,
    /// Whether it has waited for more than a year.
    long: bool,
}

/// Why a wait is looked at.
#[derive(Debug, Clone, Copy)]
enum Look {
    /// It is one.
    Any,
    /// It is longer than a year.
    Long,
    /// Nothing has been offered.
    Unoffered,
    /// Offers are declined again and again.
    Declined,
    /// An interruption of more than a year.
    Avbrott,
}

impl Wait<'_> {
    fn is(&self, look: Look) -> bool {
        let row = &self.case.beslut;
        match look {
            Look::Any => true,
            Look::Long => self.long,
            Look::Unoffered => self.case.offered == Some(Offered::Nothing),
            Look::Declined => {
                let offers = row.offers.iter();
                let no = offers.filter(|offer| offer.answer == Answer::No).count();
                u32::try_from(no).is_ok_and(|no| no >= DECLINED)
            }
            Look::Avbrott => self.long && row.waiting.avbrott_on().is_some(),
        }
    }
}

/// Returns how many of some waits are looked at.
fn count(waiting: &[&Wait<'_>], look: Look) -> u32 {
    let n = waiting.iter().filter(|wait| wait.is(look)).count();
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Returns whether anything is known of the offers of some waits.
fn knows_offers(waiting: &[&Wait<'_>]) -> bool {
    waiting.iter().any(|wait| wait.case.offered.is_some())
}

/// Composes the lång-väntan.
pub(crate) fn compose(desk: &Desk<'_>) -> LangVantan {
    let voice = &desk.voice;
    let quarter = voice.published.quarter;
    let waiting = waiting(desk);
    let waiting: Vec<&Wait<'_>> = waiting.iter().collect();
    let mut told = vec![waits::waits(voice, &told(desk, &waiting))];
    let courts = voice.published.cases.iter().any(|case| {
        let covered = voice.acts.contains(&case.beslut.act);
        covered && case.beslut.court && case.beslut.status.remains()
    });
    told.extend(courts.then(|| "Insatser som domstol har beviljat är inte med.".to_owned()));
    LangVantan {
        frame: Frame::new(
            desk.input,
            "Arbetsunderlag",
            "Lång väntan".to_owned(),
            format!(
                "{}, läget {}",
                capital(&date::quarter(quarter)),
                date::day(quarter.last_day())
            ),
        ),
        secrecy: Secrecy::of(desk),
        overview: paragraphs(told),
        sections: sections(desk, &waiting),
    }
}

/// Returns the beslut that wait when the quarter ends, the longest wait first.
fn waiting<'a>(desk: &Desk<'a>) -> Vec<Wait<'a>> {
    let (voice, namnd) = (&desk.voice, desk.input.namnd);
    let last = voice.published.quarter.last_day();
    let cases = desk.input.published.cases.iter();
    let mut list: Vec<Wait<'a>> = cases
        .filter(|case| voice.acts.contains(&case.beslut.act))
        .filter(|case| case.beslut.status.remains() && !case.beslut.court)
        .map(|case| {
            let since = case.beslut.waiting.clock_start();
            let year = since.checked_add_months(Months::new(LONG_MONTHS));
            let who = namnd.ivo.responsibilities.of(&namnd.granted(&case.beslut));
            Wait {
                case,
                since,
                months: whole_months(since, last),
                responsible: who.responsible.to_string(),
                long: year.is_some_and(|day| day < last),
            }
        })
        .collect();
    list.sort_by_key(|wait| (wait.since, wait.case.nr));
    list
}

/// Returns what is told of the waits.
fn told(desk: &Desk<'_>, waiting: &[&Wait<'_>]) -> Waits {
    let longest = waiting.first().map(|wait| {
        let row = &wait.case.beslut;
        let insats = desk.voice.inline(row.act, &row.insats);
        let name = match &row.id {
            Some(id) => id.to_string(),
            None => format!("nr{NO_BREAK}{}", wait.case.nr),
        };
        (format!("{name} ({insats})"), wait.months)
    });
    let known = knows_offers(waiting);
    Waits {
        all: count(waiting, Look::Any),
        longest,
        long: count(waiting, Look::Long),
        unoffered: known.then(|| count(waiting, Look::Unoffered)),
        declined: known.then(|| count(waiting, Look::Declined)),
        avbrott: count(waiting, Look::Avbrott),
    }
}

/// Returns the counts, and the lists that have anything.
fn sections(desk: &Desk<'_>, waiting: &[&Wait<'_>]) -> Vec<Section> {
    if waiting.is_empty() {
        return vec![];
    }
    let mut sections = vec![Section {
        heading: "Per ansvarig".to_owned(),
        table: counted::table("Ansvarig", waiting, |wait| capital(&wait.responsible)),
    }];
    let unit = |wait: &Wait<'_>| wait.case.beslut.avdelning.clone();
    if waiting.iter().any(|wait| unit(wait).is_some()) {
        sections.push(Section {
            heading: "Per avdelning".to_owned(),
            table: counted::table("Avdelning", waiting, |wait| {
                unit(wait).map_or_else(|| "Ingen avdelning".to_owned(), |unit| unit.to_string())
            }),
        });
    }
    let declined = format!("Tackat nej {} gånger eller fler", word(DECLINED));
    let lists = [
        ("Längst väntan", Look::Any, LONGEST),
        ("Inget erbjudande", Look::Unoffered, usize::MAX),
        (declined.as_str(), Look::Declined, usize::MAX),
        ("Avbrott i mer än ett år", Look::Avbrott, usize::MAX),
    ];
    sections.extend(lists.into_iter().filter_map(|(heading, look, most)| {
        let rows = waiting.iter().copied().filter(|wait| wait.is(look));
        let rows: Vec<&Wait<'_>> = rows.take(most).collect();
        (!rows.is_empty()).then(|| Section {
            heading: heading.to_owned(),
            table: listed::table(desk, &rows),
        })
    }));
    sections
}

/// Returns the heads of columns.
fn heads(columns: &[(&str, Column)]) -> Vec<Vec<Head>> {
    let heads = columns.iter().map(|(head, _)| Head::tall(*head, 1));
    vec![heads.collect()]
}
