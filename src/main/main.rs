//! The thin program: reads the command line, runs the pipeline, prints, exits.
//! The only place that prints.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "`main` is the one place that prints and looks at its surroundings"
)]

use std::io::IsTerminal as _;
use std::path::Path;
use std::process::ExitCode;

use evb::cli;
use evb::cli::Check;
use evb::cli::Command;
use evb::cli::Compare;
use evb::cli::Format;
use evb::cli::Told;
use evb::error::Error;
use evb::finding::Level;
use evb::finding::book;
use evb::finding::draw;
use evb::pipeline;
use evb::pipeline::Decision;
use evb::pipeline::Goal;
use evb::pipeline::Outcome;
use evb::pipeline::Progress;
use evb::pipeline::Selection;
use indicatif::ProgressBar;
use indicatif::ProgressStyle;

mod ask;
mod begin;
mod bring;
mod complete;
mod desk;
mod tell;

/// Usage, reading, writing or PDF export failed.
pub(crate) const FAILED: u8 = 2;
/// Some finding is an error.
pub(crate) const FAULTY: u8 = 1;
/// Pixels per inch of page pictures: enough to read on a screen.
const PNG_DPI: f32 = 110.0;

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
    match &cli.command {
        None => {
            print!("{}", cli::help());
            ExitCode::SUCCESS
        }
        Some(Command::Bygg(build)) => {
            let (path, selection) = build.selection();
            let png = build.png.then_some(PNG_DPI);
            let goal = Goal::Build {
                out: &build.documents.ut,
                png,
                threads: None,
            };
            report(run(&path, &selection, goal, &build.told), goal, &build.told)
        }
        Some(Command::Granska(check)) if check.lista || check.forklara.is_some() => {
            tell::out(&rule_book(check));
            ExitCode::SUCCESS
        }
        Some(Command::Granska(check)) => {
            let (path, selection) = check.selection();
            report(
                run(&path, &selection, Goal::Check, &check.told),
                Goal::Check,
                &check.told,
            )
        }
        Some(Command::Plan(plan)) => {
            let (path, selection) = plan.documents.selection();
            let goal = Goal::Plan(&plan.documents.ut);
            report(run(&path, &selection, goal, &plan.told), goal, &plan.told)
        }
        Some(Command::Komplettera(command)) => complete::run(command),
        Some(Command::Faststall(decide)) => {
            let goal = Goal::Build {
                out: &decide.ut,
                png: None,
                threads: None,
            };
            let decided = watched(goal, &decide.told, |progress| {
                pipeline::decide::decide(&decide.path, decide.wish(), progress)
            });
            report(decided, goal, &decide.told)
        }
        Some(Command::Jamfor(compare)) => differences(compare),
        Some(Command::Ivo(asked)) => desk::run(asked),
        Some(Command::Importera(import)) => bring::run(import),
        Some(Command::Schema(asked)) => schemas(asked),
        Some(Command::Ny(wish)) => begin::run(wish),
    }
}

/// Shows a schema, or writes them all and tells where.
fn schemas(asked: &cli::Schema) -> ExitCode {
    let mut said = asked.fil.map(pipeline::schema::text).unwrap_or_default();
    match asked.ut.as_deref().map(pipeline::schema::write) {
        Some(Ok(files)) => {
            for file in files {
                said.push_str(&format!("{}\n", file.display()));
            }
        }
        Some(Err(error)) => {
            eprintln!("fel: {error}");
            return ExitCode::from(FAILED);
        }
        None => {}
    }
    tell::out(&said);
    ExitCode::SUCCESS
}

/// Tells what differs; returns whether anything does.
fn differences(compare: &Compare) -> ExitCode {
    let comparison = match pipeline::compare::compare(&compare.a, &compare.b) {
        Ok(comparison) => comparison,
        Err(error) => {
            eprintln!("fel: {error}");
            return ExitCode::from(FAILED);
        }
    };
    let said = match compare.format {
        Format::Json => comparison.as_json(),
        Format::Human | Format::Short => comparison.human(),
    };
    tell::out(&said);
    if comparison.differs() {
        ExitCode::from(FAULTY)
    } else {
        ExitCode::SUCCESS
    }
}

/// Returns the rule book, or the one rule that is asked for.
fn rule_book(check: &Check) -> String {
    let mut entries = pipeline::book();
    if let Some(rule) = check.forklara {
        entries.retain(|entry| entry.rule.slug == rule.slug);
    }
    match check.told.format {
        Format::Json => book::as_json(&entries),
        Format::Short => book::short(&entries),
        Format::Human if check.lista => book::list(&entries),
        Format::Human => entries.iter().map(book::explained).collect(),
    }
}

/// Runs the pipeline.
fn run(path: &Path, selection: &Selection, goal: Goal<'_>, told: &Told) -> Result<Outcome, Error> {
    watched(goal, told, |progress| {
        pipeline::run(path, selection, goal, progress)
    })
}

/// Does something with a bar where a person looks on.
fn watched(
    goal: Goal<'_>,
    told: &Told,
    work: impl FnOnce(Progress<'_>) -> Result<Outcome, Error>,
) -> Result<Outcome, Error> {
    let watched = std::io::stderr().is_terminal()
        && !told.tyst
        && told.format == Format::Human
        && matches!(goal, Goal::Build { .. });
    let bar = if watched {
        ProgressBar::new(0)
    } else {
        ProgressBar::hidden()
    };
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos} av {len} handlingar") {
        bar.set_style(style);
    }
    let result = work(&|done, known| {
        bar.set_length(known as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    result
}

/// Tells what became of a run; returns the worst exit status.
fn report(result: Result<Outcome, Error>, goal: Goal<'_>, told: &Told) -> ExitCode {
    let outcome = match result {
        Ok(outcome) => outcome,
        Err(error) => {
            eprintln!("fel: {error}");
            return ExitCode::from(FAILED);
        }
    };
    let mut findings = outcome.findings;
    let stopped = |decision: &Decision| matches!(decision, Decision::Stopped(_));
    let faulty = findings
        .iter()
        .any(|placed| placed.finding.level == Level::Error)
        || outcome.decisions.iter().any(stopped)
        || (told.strikt && !findings.is_empty());
    if told.tyst && !told.strikt {
        findings.retain(|placed| placed.finding.level == Level::Error);
    }
    tell::findings(&findings, told);
    for error in &outcome.errors {
        eprintln!("fel: {error}");
    }
    for text in &outcome.unmatched {
        eprintln!("fel: {text}");
    }
    if told.format != Format::Json && !told.tyst {
        let said = match goal {
            Goal::Plan(_) => cli::told::planned(&outcome.documents),
            Goal::Check | Goal::Build { .. } => cli::told::made(&outcome.documents, told.detaljer),
        };
        print!("{said}{}", cli::told::decided(&outcome.decisions));
        if matches!(goal, Goal::Check) || !findings.is_empty() {
            eprintln!("{}", draw::summary(&findings));
        }
        for note in outcome.notes.iter().filter(|_| matches!(goal, Goal::Check)) {
            eprintln!("{note}");
        }
    }
    if !outcome.errors.is_empty() || !outcome.unmatched.is_empty() {
        ExitCode::from(FAILED)
    } else if faulty {
        ExitCode::from(FAULTY)
    } else {
        ExitCode::SUCCESS
    }
}
