//! The thin program: reads the command line, runs the pipeline, prints, exits.
//! The only place that prints.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "`main` is the one place that prints and looks at its surroundings"
)]

use std::io::IsTerminal as _;
use std::process::ExitCode;

use evb::cli;
use evb::cli::Command;
use evb::cli::Format;
use evb::cli::Told;
use evb::finding::Level;
use evb::finding::draw;
use evb::pipeline;
use evb::pipeline::Outcome;

/// Usage, reading, writing or PDF export failed.
const FAILED: u8 = 2;
/// Some finding is an error.
const FAULTY: u8 = 1;

fn main() -> ExitCode {
    let cli = match cli::parse(std::env::args_os()) {
        Ok(cli) => cli,
        Err(error) if !error.use_stderr() => {
            print!("{}", cli::message(&error));
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprint!("{}", cli::message(&error));
            return ExitCode::from(FAILED);
        }
    };
    let (result, told, built) = match &cli.command {
        None => {
            print!("{}", cli::help());
            return ExitCode::SUCCESS;
        }
        Some(Command::Bygg(build)) => {
            let (path, selection) = build.selection();
            (
                pipeline::build(&path, &selection, &build.ut),
                &build.told,
                true,
            )
        }
        Some(Command::Granska(check)) => {
            let (path, selection) = check.selection();
            (pipeline::check(&path, &selection), &check.told, false)
        }
    };
    match result {
        Ok(outcome) => report(&outcome, told, built),
        Err(error) => {
            eprintln!("fel: {error}");
            ExitCode::from(FAILED)
        }
    }
}

/// Tells what became of a run; returns the worst exit status.
fn report(outcome: &Outcome, told: &Told, built: bool) -> ExitCode {
    let findings = &outcome.findings;
    match told.format {
        Format::Json => print!("{}", draw::as_json(findings)),
        Format::Short => eprint!("{}", draw::short(findings)),
        Format::Human => {
            let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            eprint!("{}", draw::human(findings, colour));
        }
    }
    for error in &outcome.errors {
        eprintln!("fel: {error}");
    }
    for text in &outcome.unmatched {
        eprintln!("fel: {text}");
    }
    if told.format != Format::Json {
        for (path, pages) in &outcome.written {
            let word = if *pages == 1 { "sida" } else { "sidor" };
            println!("{} ({pages} {word})", path.display());
        }
        if !built || !findings.is_empty() {
            eprintln!("{}", draw::summary(findings));
        }
    }
    let errors = findings
        .iter()
        .any(|placed| placed.finding.level == Level::Error);
    if !outcome.errors.is_empty() || !outcome.unmatched.is_empty() {
        ExitCode::from(FAILED)
    } else if errors || (told.strikt && !findings.is_empty()) {
        ExitCode::from(FAULTY)
    } else {
        ExitCode::SUCCESS
    }
}
