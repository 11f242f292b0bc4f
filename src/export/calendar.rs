//! Duties as an iCalendar file (RFC 5545), for Outlook, Thunderbird and others.
//!
//! An event has the same UID in every export, so that a new file moves what has
//! been moved: it is made of the nämnd, the id of the beslut, the kind of duty
//! and the number of its mark, and says nothing of them. DTSTAMP and SEQUENCE
//! follow the day of the export. In a calendar that others can see stands no
//! more than the id, the duty and the title: nobody's name, not even who does it.

use std::fmt::Write as _;

use chrono::Datelike as _;
use chrono::NaiveDate;
use sha2::Digest as _;
use sha2::Sha256;

use crate::narrate::ivo::Line;

/// The octets of a line, without its line end.
const LINE: usize = 75;

/// The bytes of a fingerprint that a UID has: no two of a million collide.
const UID_BYTES: usize = 16;

/// The day before the first sequence number: 2000-01-01 counted from year 1.
const SEQUENCE_FROM: i32 = 730_120;

/// Returns lines as a calendar of whole days.
pub fn calendar(lines: &[Line], today: NaiveDate) -> String {
    let mut out = String::new();
    let mut put = |line: &str| folded(&mut out, line);
    put("BEGIN:VCALENDAR");
    put("VERSION:2.0");
    put(concat!(
        "PRODID:-//evb//",
        env!("CARGO_PKG_VERSION"),
        "//SV"
    ));
    put("CALSCALE:GREGORIAN");
    put("METHOD:PUBLISH");
    put("X-WR-CALNAME:IVO-rapportering");
    for line in lines {
        put("BEGIN:VEVENT");
        put(&format!("UID:{}@evb", uid(line)));
        put(&format!("DTSTAMP:{}T000000Z", compact(today)));
        put(&format!(
            "SEQUENCE:{}",
            (today.num_days_from_ce() - SEQUENCE_FROM).max(0)
        ));
        put(&format!("DTSTART;VALUE=DATE:{}", compact(line.due_on)));
        let after = line.due_on.succ_opt().unwrap_or(line.due_on);
        put(&format!("DTEND;VALUE=DATE:{}", compact(after)));
        let summary = format!("{}: {}", line.id, line.what);
        put(&format!("SUMMARY:{}", escaped(&summary)));
        let told = description(line);
        if !told.is_empty() {
            put(&format!("DESCRIPTION:{}", escaped(&told)));
        }
        put("CATEGORIES:IVO");
        put("TRANSP:TRANSPARENT");
        put("END:VEVENT");
    }
    put("END:VCALENDAR");
    out
}

/// Returns what an event says below its summary.
fn description(line: &Line) -> String {
    let from = (line.from < line.due_on).then(|| format!("Från och med {}.", line.from));
    let parts = [line.title.clone(), from];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join("\n")
}

/// Returns the fingerprint an event is known by.
fn uid(line: &Line) -> String {
    let mark = line
        .number
        .map_or("slut".to_owned(), |number| number.to_string());
    // A zero byte can stand in no part, so no two duties are written alike.
    let known = [&line.namnd, &line.id, line.task.id(), &mark].join("\0");
    let mut out = String::new();
    for byte in Sha256::digest(known).iter().take(UID_BYTES) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

fn compact(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// Returns a text with what has a meaning in iCalendar escaped; control
/// characters are left out.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Writes a line, folded where it is longer than 75 octets, never inside a
/// character.
fn folded(out: &mut String, line: &str) {
    let mut room = LINE;
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE - 1;
        }
        out.push(c);
        room -= c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut out = String::new();
        folded(&mut out, &format!("SUMMARY:{}", "å".repeat(90)));
        assert!(out.ends_with("\r\n"));
        let lines: Vec<&str> = out.trim_end().split("\r\n").collect();
        assert!(lines.len() > 2);
        for line in &lines {
            assert!(line.len() <= 75, "{}", line.len());
        }
        assert!(lines[1..].iter().all(|line| line.starts_with(' ')));
        assert_eq!(out.replace("\r\n ", "").trim_end().chars().count(), 98);
    }

    #[test]
    fn what_has_a_meaning_is_escaped() {
        assert_eq!(escaped("a;b,c\\d\ne\r\u{7}"), "a\\;b\\,c\\\\d\\ne");
    }
}
