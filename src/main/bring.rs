//! `evb importera`: tells what would be done, asks, and does it.

use std::process::ExitCode;

use evb::cli::Format;
use evb::cli::Import;
use evb::finding::Level;
use evb::pipeline::bring;
use evb::pipeline::bring::Brought;

use crate::FAILED;
use crate::FAULTY;
use crate::ask;
use crate::tell;

/// Runs the command; returns the exit status.
pub(crate) fn run(import: &Import) -> ExitCode {
    let brought = match bring::prepare(&import.path, import.wish()) {
        Ok(brought) => brought,
        Err(error) => {
            eprintln!("fel: {error}");
            return ExitCode::from(FAILED);
        }
    };
    let told = &import.told;
    let level = |placed: &evb::finding::draw::Placed| placed.finding.level;
    let faulty = brought.findings.iter().any(|p| level(p) == Level::Error)
        || told.strikt && !brought.findings.is_empty();
    tell::findings(&brought.findings, told);
    for text in &brought.unmatched {
        eprintln!("fel: {text}");
    }
    let Some(preview) = brought.preview.as_ref().filter(|_| !faulty) else {
        if brought.unmatched.is_empty() {
            eprintln!("inget är skrivet: rätta filen och importera den igen");
            return ExitCode::from(FAULTY);
        }
        return ExitCode::from(FAILED);
    };
    let quiet = told.tyst || told.format == Format::Json;
    if !quiet {
        tell::out(&preview.text(told.detaljer));
    }
    for note in &brought.notes {
        eprintln!("obs: {note}");
    }
    if !brought.writes() {
        say(quiet, "inget att skriva: allt står redan så");
        return ExitCode::SUCCESS;
    }
    let asked = !import.visa && !import.ja && ask::is_possible();
    let wanted = import.ja || asked && ask::yes("Ska det skrivas?");
    if !wanted {
        let how = if asked || import.visa {
            ""
        } else {
            "; lägg till --ja för att skriva"
        };
        say(quiet, &format!("inget är skrivet{how}"));
        return ExitCode::SUCCESS;
    }
    write(&brought, quiet)
}

fn write(brought: &Brought, quiet: bool) -> ExitCode {
    match brought.write() {
        Ok(files) => {
            for file in files {
                let path = file.to_string_lossy().replace('\\', "/");
                say(quiet, &format!("skrev {path}"));
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("fel: {error}");
            ExitCode::from(FAILED)
        }
    }
}

fn say(quiet: bool, text: &str) {
    if !quiet {
        tell::out(&format!("{text}\n"));
    }
}
