//! `evb ny`: what is missing is asked for, then something is begun, and what came
//! of it is told.

use std::process::ExitCode;
use std::time::SystemTime;
use std::time::UNIX_EPOCH;

use chrono::DateTime;
use chrono::NaiveDate;
use evb::cli::Begin;
use evb::cli::Format;
use evb::error::Error;
use evb::model::quarter::Quarter;
use evb::pipeline::begin;
use evb::pipeline::begin::Begun;

use crate::FAILED;
use crate::FAULTY;
use crate::ask::ask;
use crate::ask::is_possible;
use crate::tell;

/// Begins what was asked for.
pub(crate) fn run(wish: &Begin) -> ExitCode {
    let begun = if wish.is_bare() && is_possible() {
        asked(wish)
    } else {
        begun(wish)
    };
    match begun {
        Ok(begun) => told(&begun),
        Err(error) => {
            eprintln!("fel: {error}");
            ExitCode::from(FAILED)
        }
    }
}

fn begun(wish: &Begin) -> Result<Begun, Error> {
    if let Some(kommun) = &wish.kommun {
        return match &wish.namnd {
            Some(namnd) => new(wish, kommun, namnd, wish.mapp.as_deref(), wish.kvartal),
            None => Ok(Begun::refused("ange också nämndens namn med --nämnd")),
        };
    }
    if wish.wants_key() {
        return begin::key::begin(&wish.path, wish.namnd.as_deref(), wish.key_path());
    }
    if wish.excel {
        return begin::workbook::begin(&wish.path, of_quarter(wish));
    }
    begin::quarter::begin(&wish.path, of_quarter(wish))
}

fn of_quarter(wish: &Begin) -> begin::quarter::Wish<'_> {
    begin::quarter::Wish {
        namnd: wish.namnd.as_deref(),
        quarter: wish.kvartal,
        dated_on: wish.datum,
    }
}

fn new(
    wish: &Begin,
    kommun: &str,
    namnd: &str,
    folder: Option<&str>,
    quarter: Option<Quarter>,
) -> Result<Begun, Error> {
    let wish_of = begin::namnd::Wish {
        kommun,
        namnd,
        folder,
        quarter,
        dated_on: wish.datum,
        today: today(),
        key: wish.key(),
    };
    begin::namnd::begin(&wish.path, wish_of)
}

/// Asks what is to be begun, and for what it needs.
fn asked(wish: &Begin) -> Result<Begun, Error> {
    eprintln!("Vad ska påbörjas? 1: en ny nämnd, 2: nästa kvartal för en nämnd som finns");
    let unanswered = || {
        Ok(Begun::refused(
            "ingenting påbörjades: frågan fick inget svar",
        ))
    };
    match ask("1 eller 2", "").as_deref() {
        Some("1") => {}
        Some("2") => return begin::quarter::begin(&wish.path, of_quarter(wish)),
        _ => return unanswered(),
    }
    let named = |question| ask(question, "").filter(|answer| !answer.is_empty());
    let (Some(kommun), Some(namnd)) = (named("Kommunens namn"), named("Nämndens namn")) else {
        return unanswered();
    };
    let usual = begin::folder_name(&namnd);
    let folder = ask("Mappens namn (a–z, 0–9 och bindestreck)", &usual);
    let ended = Quarter::of(today()).previous().to_string();
    let quarter = loop {
        match ask("Första kvartalet", &ended).map(|said| said.parse()) {
            Some(Ok(quarter)) => break quarter,
            Some(Err(())) => eprintln!("skriv år och kvartal, till exempel 2023-Q4"),
            None => return unanswered(),
        }
    };
    new(wish, &kommun, &namnd, folder.as_deref(), Some(quarter))
}

/// Tells what was begun; returns the exit status.
fn told(begun: &Begun) -> ExitCode {
    tell::drawn(&begun.findings, Format::Human);
    for said in &begun.said {
        println!("{said}");
    }
    for warned in &begun.warned {
        eprintln!("varning: {warned}");
    }
    for (at, next) in begun.next.iter().enumerate() {
        let before = if at == 0 { "nästa steg" } else { "och sedan" };
        println!("{before}: {next}");
    }
    if let Some(why) = &begun.refused {
        eprintln!("fel: {why}");
        return ExitCode::from(FAILED);
    }
    if begun.findings.is_empty() {
        return ExitCode::SUCCESS;
    }
    eprintln!("ingenting har ändrats: rätta det som står ovan först");
    ExitCode::from(FAULTY)
}

/// Returns today's date. The clock gives universal time, which is near enough.
fn today() -> NaiveDate {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    let seconds = i64::try_from(seconds).unwrap_or_default();
    DateTime::from_timestamp(seconds, 0).map_or_else(NaiveDate::default, |now| now.date_naive())
}
