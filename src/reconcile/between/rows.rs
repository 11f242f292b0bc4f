//! Row by row, by id.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::finding::Finding;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Rule;
use crate::model::beslut::Age;
use crate::model::beslut::Beslut;
use crate::model::beslut::Outcome;
use crate::model::beslut::Status;
use crate::model::beslut::kon_word;
use crate::model::quarter::Quarter;
use crate::reconcile::between::ANDRAD_UPPGIFT;
use crate::reconcile::between::ATERKOMMET_BESLUT;
use crate::reconcile::between::Chapter;
use crate::reconcile::between::FEL_BORDE_RAPPORTERATS;
use crate::reconcile::between::FORSVUNNET_BESLUT;
use crate::reconcile::between::MISSAD_RAPPORT;
use crate::reconcile::between::RAPPORTERAT_EFTER_SLUT;

/// The rows of a quarter, by id.
pub(super) type ById<'a> = BTreeMap<&'a str, &'a Beslut>;

/// What is known from the quarters before.
pub(super) struct Past<'a> {
    /// The rows of the quarter before.
    pub(super) left: &'a ById<'a>,
    /// In which quarter a beslut was reported as ended.
    pub(super) ended: &'a BTreeMap<&'a str, Quarter>,
    /// The quarter before.
    pub(super) quarter: Quarter,
}

impl Past<'_> {
    /// Returns the row as it remained when the quarter before ended.
    pub(super) fn remained(&self, id: &str) -> Option<&Beslut> {
        self.left
            .get(id)
            .copied()
            .filter(|beslut| beslut.status.remains())
    }
}

/// Returns the place of one value of a row.
pub(super) fn at(beslut: &Beslut, key: &str) -> Locus {
    Locus::Value(Route::default().key("beslut").index(beslut.index).key(key))
}

pub(super) fn finding(
    now: &Chapter<'_>,
    rule: &'static Rule,
    locus: Locus,
    message: String,
    help: impl Into<String>,
) -> Finding {
    Finding::new(rule, now.path, locus, message, help)
}

/// Compares a quarter with those before it.
pub(super) fn check(now: &Chapter<'_>, own: &ById<'_>, past: &Past<'_>) -> Vec<Finding> {
    let mut findings = vec![];
    for (id, left) in past.left.iter().filter(|(_, b)| b.status.remains()) {
        match own.get(id) {
            None => findings.push(vanished(now, id, left, past.quarter)),
            Some(beslut) => {
                findings.extend(changed(now, beslut, left, past.quarter));
                findings.extend(after_its_end(now, beslut, left, past.quarter));
            }
        }
    }
    for (id, beslut) in own {
        if past.remained(id).is_some() {
            continue;
        }
        if let Some(quarter) = past.ended.get(id) {
            let message =
                format!("«{id}» rapporterades som verkställt eller avslutat för {quarter}");
            let help = "ta bort raden; är det ett nytt beslut eller ett nytt avbrott ska det ha ett \
                        eget id";
            findings.push(finding(
                now,
                &ATERKOMMET_BESLUT,
                at(beslut, "id"),
                message,
                help,
            ));
        } else {
            findings.extend(missed(now, beslut));
        }
    }
    findings
}

fn vanished(now: &Chapter<'_>, id: &str, left: &Beslut, quarter: Quarter) -> Finding {
    let nr = left.nr.map(|nr| format!(", nr {nr}")).unwrap_or_default();
    let message = format!("beslutet «{id}» kvarstod i {quarter}{nr}, men finns inte här");
    let help = "lägg till raden: kvar, eller med «verkställt» eller «avslutat» och datum";
    let locus = Locus::Key(Route::default().key("beslut"));
    finding(now, &FORSVUNNET_BESLUT, locus, message, help)
}

/// Returns what a row says otherwise than it did.
fn changed(now: &Chapter<'_>, beslut: &Beslut, left: &Beslut, quarter: Quarter) -> Vec<Finding> {
    let mut list: Vec<(&str, String)> = vec![];
    // A child may grow up; an adult does not become a child.
    let grown = (left.age, beslut.age) == (Age::Barn, Age::Vuxen);
    if beslut.sex != left.sex || beslut.age != left.age && !grown {
        list.push(("kön", kon_word(left.sex, left.age).to_owned()));
    }
    if (beslut.act, &beslut.insats) != (left.act, &left.insats) {
        list.push((
            "insats",
            format!("{} enligt {}", left.insats, left.act.name()),
        ));
    }
    let date = |day: Option<NaiveDate>| day.map_or("inget datum".to_owned(), |d| d.to_string());
    let (own, then) = (beslut.waiting, left.waiting);
    // A date that was missing may be filled in.
    if then.decided_on().is_some() && own.decided_on() != then.decided_on() {
        list.push(("beslutsdatum", date(then.decided_on())));
    }
    if then.avbrott_on().is_some() && own.avbrott_on() != then.avbrott_on() {
        list.push(("avbrott", date(then.avbrott_on())));
    }
    list.into_iter()
        .map(|(key, then)| {
            let message = format!("«{key}» var {then} i {quarter}");
            let help = "rätta det som är fel; är det ett annat beslut ska det ha ett eget id";
            finding(now, &ANDRAD_UPPGIFT, at(beslut, key), message, help)
        })
        .collect()
}

/// Finds a row that was or is counted as remaining after it had ended.
fn after_its_end(
    now: &Chapter<'_>,
    beslut: &Beslut,
    left: &Beslut,
    quarter: Quarter,
) -> Option<Finding> {
    let (message, help, key) = match (beslut.status, left.status) {
        (
            Status::Remaining { later: None },
            Status::Remaining {
                later: Some((outcome, day)),
            },
        ) => {
            let word = word(outcome);
            let message =
                format!("i {quarter} står att beslutet är {word} {day}, men här kvarstår det");
            let help = format!("lägg till «{word}: {day}», eller rätta {quarter}");
            (message, help, "id")
        }
        (Status::Executed(day) | Status::Closed(day), _) if day <= quarter.last_day() => {
            let outcome = if matches!(beslut.status, Status::Executed(_)) {
                Outcome::Executed
            } else {
                Outcome::Closed
            };
            let key = word(outcome);
            let message = format!("{key} {day}, men räknades som ej verkställt i {quarter}");
            let help = format!("rätta datumet, eller rätta {quarter}");
            (message, help, key)
        }
        _ => return None,
    };
    Some(finding(
        now,
        &RAPPORTERAT_EFTER_SLUT,
        at(beslut, key),
        message,
        help,
    ))
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Executed => "verkställt",
        Outcome::Closed => "avslutat",
    }
}

/// Returns the first day a row was to be reported.
fn due(now: &Chapter<'_>, beslut: &Beslut) -> NaiveDate {
    now.clock.reportable_from(beslut.waiting.clock_start())
}

/// Finds a row that is new though it was due earlier, and does not say so.
fn missed(now: &Chapter<'_>, beslut: &Beslut) -> Option<Finding> {
    let due = due(now, beslut);
    if due >= now.report.quarter.first_day() || beslut.due_in.is_some() || beslut.court {
        return None;
    }
    let quarter = Quarter::of(due);
    let key = if beslut.waiting.avbrott_on().is_some() {
        "avbrott"
    } else {
        "beslutsdatum"
    };
    let message = format!("beslutet är nytt här men skulle ha rapporterats för {quarter} ({due})");
    let help = format!(
        "rätta datumet; stämmer det, lägg till «borde_rapporterats: {quarter}», så redovisas \
         beslutet som sent"
    );
    Some(finding(
        now,
        &MISSAD_RAPPORT,
        at(beslut, key),
        message,
        help,
    ))
}

/// Finds rows whose own word of when they were due is not what the dates give.
pub(super) fn declared(now: &Chapter<'_>) -> Vec<Finding> {
    let rows = now.report.beslut.iter().flatten();
    rows.filter_map(|beslut| {
        let said = beslut.due_in?;
        let due = due(now, beslut);
        let quarter = Quarter::of(due);
        let message = if said != quarter {
            format!("här står {said}, men tre månader hade gått {due}, alltså i {quarter}")
        } else if said >= now.report.quarter {
            format!("beslutet är inte sent: tre månader hade gått först {due}")
        } else {
            return None;
        };
        let help = "rätta kvartalet, eller ta bort «borde_rapporterats» om beslutet inte är sent";
        Some(finding(
            now,
            &FEL_BORDE_RAPPORTERATS,
            at(beslut, "borde_rapporterats"),
            message,
            help,
        ))
    })
    .collect()
}
