//! The ivo-underlag: a list of the quarter's individrapporter, and for each a
//! worksheet in the order of IVO's form, with the title to copy. What the data
//! does not have is a box to fill in by hand.
//!
//! Late ones come first, then by kind, in the order of the routine. It is for
//! the IVO-rapportör alone: no other profile has cases.

use chrono::NaiveDate;
use serde::Serialize;

use crate::compose::Desk;
use crate::compose::Frame;
use crate::compose::paragraphs;
use crate::compose::secrecy::Secrecy;
use crate::compose::table::Column;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::compose::text::Block;
use crate::model::ansvar::Who;
use crate::model::duty::Individrapport;
use crate::narrate::capital;
use crate::narrate::date;
use crate::narrate::ivo;
use crate::narrate::ivo::underlag;
use crate::protect::Case;

mod sheet;

use sheet::Sheet;

/// The value of `ivo-underlag.typ`.
#[derive(Debug, Serialize)]
pub struct Underlag {
    frame: Frame,
    /// That the paper is secret.
    secrecy: Secrecy,
    /// How many reports there are, and when they are sent.
    overview: Vec<Block>,
    /// The reports in a list.
    list: Option<Table>,
    /// A worksheet per report.
    sheets: Vec<Sheet>,
}

/// One individrapport to send, with all that is known of it.
struct Due<'a> {
    case: &'a Case,
    report: &'a Individrapport,
    /// Who answers for it.
    who: Who,
    /// The title of its message.
    title: String,
    /// The first and the last day to send it.
    window: (NaiveDate, NaiveDate),
    /// The day it was sent, if it is by the day of the document.
    sent_on: Option<NaiveDate>,
    /// The number of its case, where a key list says it.
    case_number: Option<&'a str>,
}

/// Composes the ivo-underlag.
pub(crate) fn compose(desk: &Desk<'_>) -> Underlag {
    let voice = &desk.voice;
    let quarter = voice.published.quarter;
    let window = desk.input.namnd.ivo.windows.of(quarter);
    let cases: Vec<&Case> = voice
        .published
        .cases
        .iter()
        .filter(|case| voice.acts.contains(&case.beslut.act))
        .collect();
    let due = due(desk, &cases, window);
    let reports: Vec<&Individrapport> = due.iter().map(|due| due.report).collect();
    let unreported = underlag::unreported(&cases);
    let mut overview = underlag::overview(voice, &reports, window);
    if due.is_empty() {
        overview.extend(unreported.iter().cloned());
    }
    Underlag {
        frame: Frame::new(
            desk.input,
            "Arbetsunderlag",
            "Underlag för rapportering till IVO".to_owned(),
            format!(
                "{}, {}",
                capital(&date::quarter(quarter)),
                date::period(quarter)
            ),
        ),
        secrecy: Secrecy::of(desk),
        overview: paragraphs(overview),
        list: (!due.is_empty()).then(|| list(&due, unreported)),
        sheets: due.iter().map(|due| sheet::sheet(desk, due)).collect(),
    }
}

/// Returns the reports of the quarter in the order to send them.
fn due<'a>(desk: &Desk<'a>, cases: &[&'a Case], window: (NaiveDate, NaiveDate)) -> Vec<Due<'a>> {
    let (namnd, today) = (desk.input.namnd, desk.input.order.dated_on);
    let mut list = vec![];
    for case in cases {
        let granted = namnd.granted(&case.beslut);
        let section = ivo::section(&granted, &namnd.ivo.title_sol);
        let id = case.beslut.id.as_deref();
        let case_number = id.and_then(|id| desk.input.case_numbers.get(id));
        for report in &case.reports {
            // A last report may be sent at any time.
            let from = if report.kind.is_last() {
                report.dated_on
            } else {
                window.0
            };
            let sent = case.beslut.reported_on.iter().copied();
            let mut sent = sent.filter(|day| from <= *day && *day <= window.1.max(from));
            list.push(Due {
                case,
                report,
                who: namnd.ivo.responsibilities.of(&granted),
                title: ivo::title(report, &section),
                window: (from, window.1.max(from)),
                sent_on: sent.next().filter(|day| *day <= today),
                case_number: case_number.map(String::as_str),
            });
        }
    }
    list.sort_by_key(|due| {
        let on_time = due.report.late_since.is_none();
        (on_time, due.report.kind, due.report.late_since, due.case.nr)
    });
    list
}

/// Returns the list of reports, with what is to be noted of other rows.
fn list(due: &[Due<'_>], notes: Vec<String>) -> Table {
    let columns = [
        ("Nr", Column::Figure),
        ("Id", Column::Word),
        ("Titel att kopiera", Column::Text),
        ("Ansvarig", Column::Name),
        ("Senast", Column::Date),
        ("Skickad", Column::Date),
    ];
    let row = |due: &Due<'_>| {
        let last = match due.report.late_since {
            Some(_) => "genast".to_owned(),
            None => due.window.1.to_string(),
        };
        [
            due.case.nr.to_string(),
            due.case.beslut.id.as_deref().unwrap_or_default().to_owned(),
            due.title.clone(),
            due.who.responsible.to_string(),
            last,
            due.sent_on.map(|day| day.to_string()).unwrap_or_default(),
        ]
        .map(Text::words)
        .into()
    };
    Table {
        title: None,
        summary: "Kvartalets rapporter till IVO i den ordning de lämnas, sena först.".to_owned(),
        columns: columns.iter().map(|(_, column)| *column).collect(),
        heads: vec![
            columns
                .iter()
                .map(|(head, _)| Head::tall(*head, 1))
                .collect(),
        ],
        rows: due.iter().map(row).collect(),
        sum: None,
        notes,
    }
}
