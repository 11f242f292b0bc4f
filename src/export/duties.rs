//! Duties as JSON for other programs, and as CSV that a Swedish Excel opens.

use chrono::NaiveDate;
use serde::Serialize;

use crate::narrate::ivo::Line;

#[derive(Serialize)]
struct File<'a> {
    format: u32,
    datum: String,
    kommande: u32,
    uppgifter: Vec<Duty<'a>>,
}

#[derive(Serialize)]
struct Duty<'a> {
    #[serde(rename = "läge")]
    standing: &'static str,
    #[serde(rename = "när")]
    when: &'a str,
    #[serde(rename = "från")]
    from: String,
    senast: String,
    #[serde(rename = "nämnd")]
    namnd: &'a str,
    id: &'a str,
    kvartal: String,
    vem: &'a str,
    uppgift: &'static str,
    vad: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    anmärkning: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    titel: Option<&'a str>,
}

/// Returns lines as JSON, `format: 1`.
pub fn json(lines: &[Line], today: NaiveDate, ahead: u32) -> String {
    let file = File {
        format: 1,
        datum: today.to_string(),
        kommande: ahead,
        uppgifter: lines
            .iter()
            .map(|line| Duty {
                standing: line.standing.name(),
                when: &line.when,
                from: line.from.to_string(),
                senast: line.due_on.to_string(),
                namnd: &line.namnd,
                id: &line.id,
                kvartal: line.quarter.to_string(),
                vem: &line.who,
                uppgift: line.task.id(),
                vad: &line.what,
                anmärkning: line.note.as_deref(),
                titel: line.title.as_deref(),
            })
            .collect(),
    };
    let text = serde_json::to_string_pretty(&file).expect("texts and numbers are JSON");
    text + "\n"
}

/// Returns lines as CSV: a byte order mark, semicolons, CRLF.
pub fn csv(lines: &[Line]) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    let head = [
        "läge",
        "när",
        "från",
        "senast",
        "nämnd",
        "id",
        "kvartal",
        "vem",
        "vad",
        "anmärkning",
        "titel",
    ];
    let mut put = |row: [&str; 11]| out.write_record(row).expect("memory can be written");
    put(head);
    for line in lines {
        put([
            line.standing.name(),
            &line.when,
            &line.from.to_string(),
            &line.due_on.to_string(),
            &line.namnd,
            &line.id,
            &line.quarter.to_string(),
            &line.who,
            &line.what,
            line.note.as_deref().unwrap_or_default(),
            line.title.as_deref().unwrap_or_default(),
        ]);
    }
    out.into_inner().expect("memory can be written")
}
