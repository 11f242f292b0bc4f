//! What is said of the documents of a run, line by line.

use std::fmt::Write as _;

use crate::pipeline::Decision;
use crate::pipeline::Made;
use crate::pipeline::Standing;

/// Tells which documents were made, and which were not; with `details` also
/// why, and what did not need to be.
pub fn made(documents: &[Made], details: bool) -> String {
    let mut text = String::new();
    let mut fresh = 0;
    for made in documents {
        let path = made.path.display();
        let _ = match (made.standing, made.reason) {
            (Some(standing), _) if standing.put_back || standing.differs => {
                writeln!(text, "{path} ({})", kept(standing))
            }
            (Some(_), _) if details => writeln!(text, "{path} (fastställd)"),
            (None, Some(reason)) => {
                let word = if made.pages == 1 { "sida" } else { "sidor" };
                let why = if details {
                    format!("; {}", reason.word())
                } else {
                    String::new()
                };
                writeln!(text, "{path} ({} {word}{why})", made.pages)
            }
            (None, None) if details => writeln!(text, "{path} (aktuell)"),
            (Some(_) | None, _) => {
                fresh += 1;
                Ok(())
            }
        };
    }
    match fresh {
        0 => {}
        1 => text.push_str("1 handling är redan aktuell\n"),
        n => {
            let _ = writeln!(text, "{n} handlingar är redan aktuella");
        }
    }
    text
}

/// Tells which documents would be made, and why.
pub fn planned(documents: &[Made]) -> String {
    let mut text = String::new();
    for made in documents {
        let word = match (made.standing, made.reason) {
            (Some(standing), _) => match (standing.put_back, standing.differs) {
                (false, false) => "fastställd",
                (false, true) => "fastställd, skulle ändras",
                (true, false) => "fastställd, läggs tillbaka",
                (true, true) => "fastställd, läggs tillbaka; skulle ändras",
            },
            (None, Some(reason)) => reason.word(),
            (None, None) => "aktuell",
        };
        let _ = writeln!(text, "{}: {word}", made.path.display());
    }
    text
}

fn kept(standing: Standing) -> String {
    let mut text = "fastställd".to_owned();
    if standing.put_back {
        text.push_str("; kopian har lagts tillbaka");
    }
    if standing.differs {
        text.push_str("; skulle ändras men lämnas som den är");
    }
    if standing.differs && !standing.redone {
        text.push_str(", --gör-om gör en ny bredvid");
    }
    text
}

/// Tells what was decided, and what was not.
pub fn decided(decisions: &[Decision]) -> String {
    let mut text = String::new();
    for decision in decisions {
        let _ = match decision {
            Decision::Decided(path, papers) => {
                let word = if *papers == 1 {
                    "handling"
                } else {
                    "handlingar"
                };
                writeln!(text, "fastställt: {} ({papers} {word})", path.display())
            }
            Decision::Stopped(namnd) => writeln!(
                text,
                "inte fastställt för {namnd}: rätta det som står ovan först"
            ),
        };
    }
    text
}
