//! The rutin: the nämnd's written routine for the reporting, told from the same
//! rules as the calendar and the worksheets.
//!
//! It tells nothing of the quarter: it has no figures, and none are attached.

use serde::Serialize;

use crate::compose::Desk;
use crate::compose::Frame;
use crate::compose::table::Column;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::compose::text::Block;
use crate::narrate::capital;
use crate::narrate::date;
use crate::narrate::list;
use crate::narrate::rutin::Routine;
use crate::narrate::rutin::Shown;
use crate::narrate::rutin::Terms;
use crate::narrate::rutin::example;
use crate::narrate::rutin::who;

/// Stands where nobody is told of needs.
const NOBODY: &str = "–";

/// The value of `rutin.typ`.
#[derive(Debug, Serialize)]
pub struct Rutin {
    frame: Frame,
    /// The headings in order, with what stands under them.
    sections: Vec<Section>,
}

#[derive(Debug, Serialize)]
struct Section {
    heading: String,
    note: Option<String>,
    blocks: Vec<Block>,
    tables: Vec<Table>,
}

/// Composes the rutin.
pub(crate) fn compose(desk: &Desk<'_>) -> Rutin {
    let (input, voice) = (desk.input, &desk.voice);
    let (namnd, order) = (input.namnd, input.order);
    let routine = Routine::new(voice, namnd, voice.published.quarter, Terms::default());
    let form = namnd.form(order.instans, order.kind);
    let title = form.and_then(|form| form.title.as_deref());
    let acts: Vec<String> = voice.acts.iter().map(|a| a.name().to_owned()).collect();
    let sections = routine.sections().into_iter().map(|section| Section {
        heading: section.heading,
        note: section.note,
        blocks: section.told.into_iter().map(Into::into).collect(),
        tables: section
            .tables
            .into_iter()
            .map(|shown| table(&routine, shown))
            .collect(),
    });
    Rutin {
        frame: Frame::new(
            input,
            "Rutin",
            title
                .unwrap_or("Rapportering av ej verkställda beslut")
                .to_owned(),
            format!(
                "{}, gäller från {}",
                list::and(&acts),
                date::day(order.dated_on)
            ),
        ),
        sections: sections.collect(),
    }
}

fn table(routine: &Routine<'_>, shown: Shown) -> Table {
    match shown {
        Shown::Answers => answers(routine),
        Shown::Windows => windows(routine),
        Shown::Days => days(routine),
        Shown::Titles => titles(routine),
    }
}

/// Returns who answers for what, a row for each.
fn answers(routine: &Routine<'_>) -> Table {
    let told = routine.tells_of_needs();
    let mut columns = vec![
        ("Lagrum", Column::Word),
        ("Insats", Column::Name),
        ("Regi", Column::Word),
        ("Ansvarig", Column::Name),
        ("Skriver sammanfattningen", Column::Name),
    ];
    if told {
        columns.push(("Får veta om behov", Column::Name));
    }
    let rows = routine.answers.iter().map(|answer| {
        let (section, name) = match who::insats(routine, &answer.what, true) {
            Some(name) => (who::lagrum(&answer.what), name),
            None => who::of_sol(&answer.what),
        };
        let regi = answer.regi.map_or("all", who::regi);
        let mut cells = vec![
            section,
            name,
            regi.to_owned(),
            answer.who.responsible.to_string(),
            answer.who.summary_by.to_string(),
        ];
        if told {
            let needs = answer.who.needs_told.as_deref();
            cells.push(needs.unwrap_or(NOBODY).to_owned());
        }
        cells
    });
    plain(
        "Vem som ansvarar för vad",
        "Lagrum och insats med regi, ansvarig, den som skriver sammanfattningen och den som får veta om behov.",
        &columns,
        rows,
    )
}

/// Returns when individrapporter are sent.
fn windows(routine: &Routine<'_>) -> Table {
    let columns = [
        ("Kvartal", Column::Name),
        ("Läget den", Column::Date),
        ("Rapporteras", Column::Name),
    ];
    let rows = routine.year().map(|quarter| {
        let (from, to) = routine.namnd.ivo.windows.of(quarter);
        vec![
            capital(&date::quarter(quarter)),
            quarter.last_day().to_string(),
            date::span(from, to),
        ]
    });
    plain(
        "När kvartalets rapporter lämnas",
        "De närmaste fyra kvartalen, med första och sista dagen att rapportera.",
        &columns,
        rows.into_iter(),
    )
}

/// Returns the days of the example.
fn days(routine: &Routine<'_>) -> Table {
    let columns = [
        ("Steg", Column::Name),
        ("När", Column::Name),
        ("Första gången", Column::Date),
        ("Andra gången", Column::Date),
    ];
    let day = |day: Option<chrono::NaiveDate>| {
        day.map_or_else(|| NOBODY.to_owned(), |day| day.to_string())
    };
    let rows = example::steps(routine).into_iter().map(|step| {
        let [first, second] = step.on;
        vec![step.what, step.when, day(first), day(second)]
    });
    let title = format!(
        "Ett exempel: ett beslut från {}",
        date::day(example::decided_on(routine))
    );
    plain(
        &title,
        "Stegen efter ett beslut, med dagen för vart och ett första och andra gången.",
        &columns,
        rows,
    )
}

/// Returns the titles of the example.
fn titles(routine: &Routine<'_>) -> Table {
    let columns = [("Rapport", Column::Name), ("Titel", Column::Name)];
    let rows = example::titles(routine)
        .into_iter()
        .map(|(kind, title)| vec![kind, title]);
    plain(
        "Så skrivs titeln",
        "De fem slagen av rapporter, var och en med en titel.",
        &columns,
        rows,
    )
}

/// Returns a table of words.
fn plain(
    title: &str,
    summary: &str,
    columns: &[(&str, Column)],
    rows: impl Iterator<Item = Vec<String>>,
) -> Table {
    let heads = columns.iter().map(|(head, _)| Head::tall(*head, 1));
    let rows = rows.map(|cells| cells.into_iter().map(Text::words).collect());
    Table {
        title: Some(title.to_owned()),
        summary: summary.to_owned(),
        columns: columns.iter().map(|(_, column)| *column).collect(),
        heads: vec![heads.collect()],
        rows: rows.collect(),
        sum: None,
        notes: vec![],
    }
}
