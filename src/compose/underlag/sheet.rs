//! The worksheet of one individrapport: the fields of IVO's form in its order,
//! each with what the data has, or empty.

use chrono::NaiveDate;
use serde::Serialize;

use crate::compose::Desk;
use crate::compose::underlag::Due;
use crate::model::beslut::Act;
use crate::model::beslut::Beslut;
use crate::model::duty::ReportType;
use crate::model::offer::Answer;
use crate::model::offer::Offered;
use crate::narrate::capital;
use crate::narrate::ivo::documented;
use crate::narrate::ivo::underlag;
use crate::narrate::number::NO_BREAK;
use crate::narrate::revisor;

/// Stands in a field that the report has no use for.
const NONE: &str = "nej";

/// A worksheet.
#[derive(Debug, Serialize)]
pub(super) struct Sheet {
    /// The beslut: its id and its insats.
    heading: String,
    /// What kind of report it is.
    kind: String,
    /// The title to copy, exactly.
    title: String,
    /// Who sees to it, when it is sent and the like.
    facts: Vec<Fact>,
    /// What must be known beside the form.
    remarks: Vec<String>,
    /// The fields of the form.
    fields: Vec<Field>,
    /// What must have been written down.
    checklists: Vec<Checklist>,
}

#[derive(Debug, Serialize)]
struct Fact {
    label: &'static str,
    value: String,
}

/// A field of the form.
#[derive(Debug, Serialize)]
struct Field {
    label: &'static str,
    /// The lines in it; none is a box to fill in.
    lines: Vec<String>,
    /// How many of the four columns it takes.
    width: u32,
    /// Whether there is room for several lines.
    tall: bool,
}

#[derive(Debug, Serialize)]
struct Checklist {
    heading: String,
    items: Vec<&'static str>,
}

/// Composes the worksheet of a report.
pub(super) fn sheet(desk: &Desk<'_>, due: &Due<'_>) -> Sheet {
    let row = &due.case.beslut;
    let short = desk.voice.short(row.act, &row.insats);
    let heading = match &row.id {
        Some(id) => format!("{id} {short}"),
        None => format!("Nr{NO_BREAK}{} {short}", due.case.nr),
    };
    let lists = documented::documented(due.report.kind, &due.who);
    Sheet {
        heading,
        kind: due.report.kind.name().to_owned(),
        title: due.title.clone(),
        facts: facts(due),
        remarks: underlag::remarks(due.case, due.report),
        fields: fields(desk, due),
        checklists: lists
            .into_iter()
            .map(|list| Checklist {
                heading: format!("{} har dokumenterat", capital(&list.by)),
                items: list.what,
            })
            .collect(),
    }
}

/// Returns what stands over the form. Of a person with protected details only
/// what the report needs is told: not where the insats is carried out.
fn facts(due: &Due<'_>) -> Vec<Fact> {
    let row = &due.case.beslut;
    let sent = due.sent_on.map(|day| day.to_string());
    let last = match due.report.late_since {
        Some(_) => "genast".to_owned(),
        None => format!("senast {}", due.window.1),
    };
    let facts = [
        ("Nr", Some(due.case.nr.to_string())),
        ("Ärende", due.case_number.map(str::to_owned)),
        ("Ansvarig", Some(due.who.responsible.to_string())),
        (
            "Utförare",
            row.provider
                .as_deref()
                .filter(|_| !row.protected)
                .map(str::to_owned),
        ),
        match sent {
            Some(day) => ("Rapporten skickades", Some(day)),
            None => ("Rapporten skickas", Some(last)),
        },
    ];
    let facts = facts.into_iter();
    facts
        .filter_map(|(label, value)| value.map(|value| Fact { label, value }))
        .collect()
}

fn field(label: &'static str, lines: Vec<String>, width: u32) -> Field {
    Field {
        label,
        lines,
        width,
        tall: false,
    }
}

fn empty(label: &'static str, width: u32) -> Field {
    field(label, vec![], width)
}

/// Returns the fields of the form, in its order.
fn fields(desk: &Desk<'_>, due: &Due<'_>) -> Vec<Field> {
    let (row, namnd, voice) = (&due.case.beslut, desk.input.namnd, &desk.voice);
    let day = |day: Option<NaiveDate>| day.iter().map(NaiveDate::to_string).collect();
    let sex = vec![underlag::sex(row.sex).to_owned()];
    let avbrott = match row.waiting.avbrott_on() {
        Some(on) => on.to_string(),
        None => NONE.to_owned(),
    };
    let delvis = match &row.delvis {
        Some(delvis) => underlag::delvis(delvis),
        None => NONE.to_owned(),
    };
    let orsak = revisor::reason(voice, row.orsak.as_ref());
    let orsak = Some(orsak).filter(|orsak| !orsak.is_empty());
    let room = |label| Field {
        tall: true,
        ..empty(label, 2)
    };
    let mut fields = vec![
        field("Kommun", vec![namnd.kommun.to_string()], 1),
        field("Nämnd", vec![namnd.name.to_string()], 1),
        empty("Personnummer, 12 siffror", 1),
        empty("Samordningsnummer", 1),
        empty("Förnamn", 2),
        empty("Efternamn", 2),
    ];
    match row.act {
        Act::Sol => fields.extend([field("Kön", sex, 1), empty("Inriktning, om IFO", 1)]),
        Act::Lss => fields.push(field("Kön", sex, 2)),
    }
    fields.extend([
        field(
            "Datum för gynnande beslut",
            day(row.waiting.decided_on()),
            1,
        ),
        field("Verkställigheten avbröts", vec![avbrott], 1),
        field("Beviljad insats", vec![granted(desk, row)], 2),
        field("Anledning till dröjsmålet", orsak.into_iter().collect(), 2),
        field("Erbjudanden och svar", offers(due), 1),
        field("Skäl till nej", declined(due), 1),
        field("Delvis verkställt", vec![delvis], 2),
        room("Kompenserande insats"),
        room("Kontakter med den enskilde"),
    ]);
    fields.extend(ended(desk, due));
    fields
}

/// Returns what is granted, with its section on its own day.
fn granted(desk: &Desk<'_>, row: &Beslut) -> String {
    let name = match desk.voice.insatser.get(&row.insats) {
        Some(insats) => insats.name.to_string(),
        None => row.insats.to_string(),
    };
    match desk.input.namnd.granted(row).section {
        Some(section) => format!("{name}, {section}{NO_BREAK}{}", act(desk, row)),
        None => name,
    }
}

/// Returns the act a beslut was decided under, with its number where another of
/// that name is in force on the day of the document.
fn act(desk: &Desk<'_>, row: &Beslut) -> String {
    let (law, name) = (desk.voice.law, row.act.name());
    let day = row
        .waiting
        .decided_on()
        .unwrap_or(row.waiting.clock_start());
    let (then, now) = (law.statute(name, day), law.statute(name, desk.voice.day));
    match then.filter(|then| Some(*then) != now) {
        Some(then) => format!("{name}{NO_BREAK}({})", then.sfs),
        None => name.to_owned(),
    }
}

fn offers(due: &Due<'_>) -> Vec<String> {
    let offers = &due.case.beslut.offers;
    match due.case.offered {
        Some(Offered::Nothing) => vec!["inga".to_owned()],
        _ => offers.iter().map(underlag::offer).collect(),
    }
}

/// Returns what stands where a no is explained: nothing where there is one.
fn declined(due: &Due<'_>) -> Vec<String> {
    let mut offers = due.case.beslut.offers.iter();
    let no = offers.any(|offer| offer.answer == Answer::No);
    if no || due.case.offered.is_none() {
        vec![]
    } else {
        vec!["inget nej".to_owned()]
    }
}

/// Returns the fields on how the beslut ended.
fn ended(desk: &Desk<'_>, due: &Due<'_>) -> [Field; 3] {
    let day = || vec![due.report.dated_on.to_string()];
    let not = || vec![NONE.to_owned()];
    let (executed, closed, why) = match due.report.kind {
        ReportType::New | ReportType::NewAvbrott | ReportType::Again => (not(), not(), None),
        ReportType::Executed => (day(), not(), None),
        ReportType::Closed => {
            let id = due.case.beslut.avslutsskal.as_ref();
            let mut known = desk.voice.avslutsskal.iter();
            let why = known.find(|known| Some(&known.id) == id);
            let why = why.map(|why| capital(&why.name));
            (not(), day(), Some(why.into_iter().collect()))
        }
    };
    let why = why.unwrap_or_else(|| vec!["inget avslut".to_owned()]);
    [
        field("Verkställt", executed, 1),
        field("Avslutat", closed, 1),
        field("Skäl till avslut", why, 2),
    ]
}
