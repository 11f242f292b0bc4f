//! The calendar file: what it says, what it must not say, and that an event is
//! the same one in the next export.

use std::collections::BTreeMap;

use super::change;
use super::sample;
use crate::cli::run;
use crate::ny::Desk;

/// Returns the events of a calendar of the sample: by UID, day and summary.
fn events(sample: &Desk, today: &str) -> BTreeMap<String, (String, String)> {
    let arguments = ["ivo", "--datum", today, "--ics", "ivo.ics"];
    let (status, _, err) = run(&sample.at(""), &arguments);
    assert_eq!((status, err.as_str()), (0, "skrivet: ivo.ics\n"));
    let text = sample.text("ivo.ics").replace("\r\n ", "");
    let events = text.split("BEGIN:VEVENT\r\n").skip(1);
    let list: Vec<(String, (String, String))> = events
        .map(|event| {
            let value = |name: &str| {
                let mut lines = event.lines();
                let line = lines.find_map(|line| line.strip_prefix(name)).unwrap();
                line.trim_end().to_owned()
            };
            let told = (value("DTSTART;VALUE=DATE:"), value("SUMMARY:"));
            (value("UID:"), told)
        })
        .collect();
    let by_uid: BTreeMap<_, _> = list.iter().cloned().collect();
    assert_eq!(by_uid.len(), list.len(), "a UID is there twice");
    by_uid
}

#[test]
fn an_event_is_the_same_one_after_a_change() {
    let sample = sample();
    let before = events(&sample, "2026-10-20");
    assert!(before.len() > 150, "{}", before.len());
    assert_eq!(events(&sample, "2026-10-20"), before);
    // The day of the decision was wrong: its events move, and keep their UIDs.
    let day = |day: &str| format!("beslutsdatum: {day}");
    let (wrong, right) = (day("2026-09-24"), day("2026-09-22"));
    change(&sample, "bevakning.yaml", "A-0523", Some((&wrong, &right)));
    let after = events(&sample, "2026-10-20");
    let of = |events: &BTreeMap<String, (String, String)>, id: &str| -> Vec<String> {
        let own = events.iter().filter(|(_, (_, said))| said.starts_with(id));
        own.map(|(uid, _)| uid.clone()).collect()
    };
    let uids = of(&before, "A-0523");
    assert_eq!(uids.len(), 6, "{uids:?}");
    assert_eq!(of(&after, "A-0523"), uids);
    let moved = uids.iter().filter(|uid| before[*uid].0 != after[*uid].0);
    // The last day of the window is the same.
    assert_eq!(moved.count(), 5);
    let others = |events: &BTreeMap<String, (String, String)>| {
        let mut events = events.clone();
        events.retain(|uid, _| !uids.contains(uid));
        events
    };
    assert_eq!(others(&before), others(&after));
    // Another beslut, and a sent report, change nobody else's.
    change(
        &sample,
        "2026-Q3.yaml",
        "A-0203",
        Some(("[2026-10-13]", "[2026-10-13, 2026-10-20]")),
    );
    let sent = events(&sample, "2026-10-20");
    let gone = of(&after, "A-0203");
    assert_eq!(gone.len(), 1);
    assert_eq!(of(&sent, "A-0203"), Vec::<String>::new());
    let mut left = after.clone();
    left.retain(|uid, _| !gone.contains(uid));
    assert_eq!(sent, left);
    // A week later they are the same, apart from those whose time is over.
    let later = events(&sample, "2026-10-27");
    let kept = later.iter().filter(|(uid, _)| sent.contains_key(*uid));
    assert!(kept.clone().count() > 120);
    assert!(kept.clone().all(|(uid, told)| sent[uid] == *told));
}

#[test]
fn a_calendar_says_the_id_the_duty_and_the_title() {
    let sample = sample();
    events(&sample, "2026-10-20");
    let text = sample.text("ivo.ics");
    assert!(
        text.lines()
            .all(|line| line.trim_end_matches('\r').len() <= 75)
    );
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    for secret in [
        "Utförare",
        "Exempelkommun",
        "exempelkommun",
        "Äldreomsorg",
        "kvinna",
        "flicka",
        "boendeteamet",
        "placeringssamordnaren",
        "ATTENDEE",
        "ORGANIZER",
    ] {
        assert!(!text.contains(secret), "{secret}");
    }
    let whole = text.replace("\r\n ", "").replace("\r\n", "\n");
    let event = whole
        .split("BEGIN:VEVENT\n")
        .find(|event| event.contains("SUMMARY:A-0203"))
        .unwrap();
    let told = event.split_once('\n').unwrap().1;
    assert_eq!(
        told,
        "DTSTAMP:20261020T000000Z\n\
         SEQUENCE:9789\n\
         DTSTART;VALUE=DATE:20270131\n\
         DTEND;VALUE=DATE:20270201\n\
         SUMMARY:A-0203: slutrapportera till IVO\n\
         DESCRIPTION:IVO – Slutrapportering\\, verkställt 2026-10-05\\, SoL\\nFrån och med \
         2026-10-05.\n\
         CATEGORIES:IVO\n\
         TRANSP:TRANSPARENT\n\
         END:VEVENT\n"
    );
}
