//! The IVO-rapportör's desk on the sample `exempelkommun`: what each row is
//! reported as (`sequences`), what is due (`due`), the calendar (`calendar`) and
//! what is written down as sent (`sent`).

use chrono::NaiveDate;
use evb::pipeline::desk;
use evb::pipeline::desk::Line;
use evb::pipeline::desk::Standing;
use evb::pipeline::desk::Wish;

use crate::ny::Desk;

mod calendar;
mod due;
mod sent;
mod sequences;

/// The sample in a folder of its own, to be changed.
fn sample() -> Desk {
    Desk::new(&["exempelkommun"])
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const FOLDER: &str = "data/exempelkommun";

/// Returns a wish for a day.
fn on(today: &str) -> Wish<'static> {
    Wish {
        namnder: &[],
        today: day(today),
        ahead: 14,
        key_list: None,
        ics: None,
        csv: None,
    }
}

/// Returns what is due, of data without a fault.
fn due(sample: &Desk, wish: Wish<'_>) -> Vec<Line> {
    let desk = desk::desk(&sample.data(), wish).unwrap();
    assert!(desk.errors.is_empty() && desk.findings.is_empty());
    desk.lines
}

/// Returns the lines of one beslut: how each stands, in words, and its title.
fn of(lines: &[Line], id: &str) -> Vec<String> {
    let lines = lines.iter().filter(|line| line.id == id);
    lines
        .map(|line| {
            let parts = [
                Some(line.when.as_str()),
                Some(&line.who),
                Some(&line.what),
                line.note.as_deref(),
                line.title.as_deref(),
            ];
            let parts: Vec<&str> = parts.into_iter().flatten().collect();
            parts.join(" | ").replace('\u{a0}', " ")
        })
        .collect()
}

fn missed(lines: &[Line]) -> Vec<&str> {
    let missed = lines
        .iter()
        .filter(|line| line.standing == Standing::Missed);
    missed.map(|line| line.id.as_str()).collect()
}

/// Changes the row of a beslut in a quarter; with nothing to write, it is left
/// out.
fn change(sample: &Desk, file: &str, id: &str, change: Option<(&str, &str)>) {
    let path = format!("{FOLDER}/{file}");
    let text = sample.text(&path);
    let named = format!("id: {id},");
    assert_eq!(text.matches(&named).count(), 1, "{id}");
    let lines = text.lines().filter_map(|line| match change {
        _ if !line.contains(&named) => Some(line.to_owned()),
        Some((from, to)) => {
            assert!(line.contains(from), "{line}");
            Some(line.replace(from, to))
        }
        None => None,
    });
    let lines: Vec<String> = lines.collect();
    sample.write(&path, &(lines.join("\n") + "\n"));
}
