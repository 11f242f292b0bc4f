//! `evb komplettera`: asks for what was not typed, sets it, and tells what became
//! of it.

use std::process::ExitCode;

use evb::cli;
use evb::cli::Complete;
use evb::cli::Format;
use evb::pipeline::complete;
use evb::pipeline::complete::Field;
use evb::pipeline::complete::Outcome;
use evb::pipeline::complete::Paper;

use crate::FAILED;
use crate::FAULTY;
use crate::ask::ask;
use crate::ask::is_possible;
use crate::tell;

/// More papers than this are not listed: the quarter can be named.
const MOST_LISTED: usize = 20;

/// Does what was asked for; returns the exit status.
pub(crate) fn run(command: &Complete) -> ExitCode {
    match completed(command) {
        Ok(status) => ExitCode::from(status),
        Err(said) => {
            eprintln!("fel: {said}");
            ExitCode::from(FAILED)
        }
    }
}

fn completed(command: &Complete) -> Result<u8, String> {
    let typed = command.values()?;
    if let Some(missing) = command.missing().filter(|_| !is_possible()) {
        return Err(format!(
            "det saknas något: {missing}\n\nSkriv «evb komplettera --hjälp» för att se vad som går att \
             göra. I ett terminalfönster frågar kommandot."
        ));
    }
    let papers = complete::papers(&command.path).map_err(|error| error.to_string())?;
    for error in &papers.errors {
        eprintln!("fel: {error}");
    }
    let meant = papers.meant(command.wish())?;
    let paper = match meant.as_slice() {
        [] => {
            println!(
                "ingen handling saknar något; ange kvartalet för att ändra en uppgift som finns: \
                 «evb komplettera 2023-Q4»"
            );
            return Ok(0);
        }
        [only] => only,
        several if is_possible() => match chosen(several) {
            Some(paper) => paper,
            None => return Err(STOPPED.to_owned()),
        },
        several => {
            let namnder: Vec<_> = several.iter().map(|paper| paper.namnd.as_str()).collect();
            return Err(format!(
                "handlingen finns hos flera nämnder: {}; ange en med --nämnd <NAMN>",
                namnder.join(", ")
            ));
        }
    };
    let values = if typed.is_empty() {
        answers(paper).ok_or(STOPPED)?
    } else {
        typed
    };
    match complete::set(paper, &values).map_err(|error| error.to_string())? {
        Outcome::Unchanged => {
            println!("{}, {}: inget att ändra", paper.quarter, paper.id);
            Ok(0)
        }
        Outcome::Refused(findings) => {
            tell::drawn(&findings, Format::Human);
            eprintln!("inget är ändrat");
            Ok(FAULTY)
        }
        Outcome::Written(written) => {
            tell::drawn(&written.warnings, Format::Human);
            print!("{}", cli::completed(paper, &written));
            Ok(0)
        }
    }
}

const STOPPED: &str = "avbrutet; inget är ändrat";

/// Asks which paper is meant, the first being the likeliest.
fn chosen<'p>(papers: &[&'p Paper]) -> Option<&'p Paper> {
    for (n, paper) in papers.iter().enumerate().take(MOST_LISTED) {
        let lacks: Vec<_> = paper.lacks().iter().map(|field| field.name()).collect();
        let lacks = match lacks.as_slice() {
            [] => String::new(),
            lacks => format!(" – saknar {}", lacks.join(", ")),
        };
        eprintln!(
            "{:>3}  {}, {}: {} ({}){lacks}",
            n + 1,
            paper.namnd,
            paper.quarter,
            paper.id,
            paper.kind.name(),
        );
    }
    if papers.len() > MOST_LISTED {
        eprintln!(
            "     … och {} till; ange kvartalet för att se dem",
            papers.len() - MOST_LISTED
        );
    }
    loop {
        let answer = ask("Vilken handling", "1")?;
        let listed = answer.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        match listed.and_then(|n| papers.iter().take(MOST_LISTED).nth(n)) {
            Some(paper) => return Some(paper),
            None => eprintln!("skriv ett av numren ovan"),
        }
    }
}

/// Asks for the values of a paper, each until it can be written.
fn answers(paper: &Paper) -> Option<Vec<(Field, String)>> {
    eprintln!("{}, {} ({})", paper.quarter, paper.id, paper.kind.name());
    eprintln!("Enter behåller det som står inom [ ], eller hoppar över.");
    let mut values = vec![];
    for field in paper.fields() {
        let present = paper.values.get(field).map_or("", String::as_str);
        loop {
            let answer = ask(question(*field), present)?;
            if answer == present {
                break;
            }
            match field.checked(&answer) {
                Ok(value) => {
                    values.push((*field, value));
                    break;
                }
                Err(why) => eprintln!("{why}"),
            }
        }
    }
    Some(values)
}

fn question(field: Field) -> &'static str {
    match field {
        Field::Paragraf => "Paragraf",
        Field::Sammantrade => "Sammanträdets dag",
        Field::Datum => "Handlingens datum, om det är ett annat",
        Field::Diarienummer => "Diarienummer",
    }
}
