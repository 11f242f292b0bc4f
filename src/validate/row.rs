//! One row: raw record to beslut.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Rule;
use crate::load::view::View;
use crate::model::beslut::Act;
use crate::model::beslut::Beslut;
use crate::model::beslut::Delvis;
use crate::model::beslut::KON;
use crate::model::beslut::Outcome;
use crate::model::beslut::Regi;
use crate::model::beslut::Status;
use crate::model::beslut::Waiting;
use crate::model::offer::Answer;
use crate::model::offer::Offer;
use crate::model::quarter::Quarter;
use crate::validate::Findings;
use crate::validate::vocabulary::Vocabulary;

/// No date to count from.
pub const DATUM_SAKNAS: Rule = Rule {
    slug: "datum-saknas",
    level: Level::Error,
    fixed: true,
    explain: "Utan beslutsdatum eller avbrottsdatum går det inte att se om tre månader har gått, \
              eller hur lång tid som har förflutit.",
    source: "28 f och 28 h §§ LSS, 34 kap. 1 och 3 §§ SoL (2025:400)",
};
/// Interrupted before it was granted.
pub const AVBROTT_FORE_BESLUT: Rule = Rule {
    slug: "avbrott-fore-beslut",
    level: Level::Error,
    fixed: true,
    explain: "En insats kan inte avbrytas innan den har beviljats.",
    source: "28 f § andra stycket LSS, 34 kap. 1 § andra stycket SoL (2025:400)",
};
/// Ended before it began.
pub const SLUT_FORE_START: Rule = Rule {
    slug: "slut-fore-start",
    level: Level::Error,
    fixed: true,
    explain: "Ett beslut kan inte verkställas eller avslutas före den dag det har väntat från.",
    source: "28 g § LSS, 34 kap. 2 § SoL (2025:400)",
};
/// Executed and closed at once.
pub const BADE_OCH: Rule = Rule {
    slug: "bade-verkstallt-och-avslutat",
    level: Level::Error,
    fixed: true,
    explain: "Ett beslut kan bara ha ett utfall, annars går summorna inte ihop. Avslutat betyder \
              att det upphörde utan att ha verkställts.",
    source: "28 g § LSS, 34 kap. 2 § SoL (2025:400); IVO:s slutrapportering",
};

/// Returns the beslut of a row, or nothing if the row is at fault.
pub(crate) fn read(
    view: &View<'_>,
    index: usize,
    quarter: Quarter,
    vocabulary: &Vocabulary,
    findings: &mut Findings<'_>,
) -> Option<Beslut> {
    let act = view.word("lag").and_then(Act::named);
    let insats = view
        .text("insats")
        .and_then(|name| vocabulary.insats(name, act, &Locus::Value(view.at("insats")), findings));
    let orsak = view
        .text("orsak")
        .and_then(|name| vocabulary.orsak(name, &Locus::Value(view.at("orsak")), findings))
        .map(|orsak| orsak.id.clone());
    let avslutsskal = view
        .text("avslutsskäl")
        .and_then(|name| {
            vocabulary.avslutsskal(name, &Locus::Value(view.at("avslutsskäl")), findings)
        })
        .map(|skal| Arc::clone(&skal.id));
    let waiting = waiting(view, findings);
    let status = status(view, quarter, waiting, findings);
    let kon = view
        .word("kön")
        .and_then(|word| KON.iter().find(|(known, ..)| *known == word));
    let (&(_, sex, age), (act, insats)) = (kon?, insats?);
    Some(Beslut {
        index,
        nr: view.number("nr"),
        id: view.name("id"),
        sex,
        age,
        insats,
        act,
        waiting: waiting?,
        status: status?,
        orsak,
        avslutsskal,
        offers: offers(view),
        delvis: view.record("delvis").map(|delvis| Delvis {
            from: delvis.date("från"),
            extent: delvis.name("omfattning").unwrap_or_default(),
        }),
        avdelning: view.name("avdelning"),
        court: view.yes("dom"),
        forhandsbesked: view.yes("förhandsbesked"),
        protected: view.yes("skyddad"),
        due_in: view.quarter("borde_rapporterats"),
        replaces: view.name("ersätter"),
        reported_on: reported_on(view),
        provider: view.name("utförare"),
        regi: view.word("regi").and_then(Regi::named),
    })
}

/// Returns the days of `rapporterat`, in order.
fn reported_on(view: &View<'_>) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = view
        .dates("rapporterat")
        .into_iter()
        .map(|(day, _)| day)
        .collect();
    days.sort();
    days
}

fn offers(view: &View<'_>) -> Vec<Offer> {
    let offers = view.records("erbjudanden");
    let offers = offers.iter().filter_map(|offer| {
        Some(Offer {
            on: offer.date("datum"),
            answer: Answer::named(offer.word("svar")?)?,
        })
    });
    offers.collect()
}

fn waiting(view: &View<'_>, findings: &mut Findings<'_>) -> Option<Waiting> {
    match (view.date("beslutsdatum"), view.date("avbrott")) {
        (Some(decided_on), Some(avbrott_on)) if avbrott_on < decided_on => {
            let message = format!("avbrottet {avbrott_on} ligger före beslutsdatumet {decided_on}");
            let help = "rätta det datum som är fel";
            findings.value(&AVBROTT_FORE_BESLUT, &view.at("avbrott"), message, help);
            None
        }
        (Some(decided_on), Some(avbrott_on)) => Some(Waiting::Both {
            decided_on,
            avbrott_on,
        }),
        (Some(day), None) => Some(Waiting::Decided(day)),
        (None, Some(day)) => Some(Waiting::Interrupted(day)),
        (None, None) => {
            // A date that could not be read has its own finding, and so has a
            // key that may have been meant for one.
            let told = view.mentions("beslutsdatum") || view.mentions("avbrott");
            if !told && view.is_known() {
                let message = "beslutet har varken beslutsdatum eller avbrott";
                let help =
                    "lägg till «beslutsdatum», eller «avbrott» om verkställigheten har avbrutits";
                findings.value(&DATUM_SAKNAS, &view.route, message, help);
            }
            None
        }
    }
}

fn status(
    view: &View<'_>,
    quarter: Quarter,
    waiting: Option<Waiting>,
    findings: &mut Findings<'_>,
) -> Option<Status> {
    if view.has("verkställt") && view.has("avslutat") {
        let message = "beslutet är både verkställt och avslutat";
        let help = "ta bort ett av datumen; avslutat betyder att insatsen aldrig kom i gång";
        findings.key(&BADE_OCH, &view.route.key("avslutat"), message, help);
        return None;
    }
    let (key, outcome) = if view.has("verkställt") {
        ("verkställt", Outcome::Executed)
    } else if view.has("avslutat") {
        ("avslutat", Outcome::Closed)
    } else {
        return Some(Status::Remaining { later: None });
    };
    let ended_on = view.date(key)?;
    let since = waiting?;
    let started_on = since.clock_start();
    if ended_on < started_on {
        let from = if since.avbrott_on().is_some() {
            "avbrottet"
        } else {
            "beslutsdatumet"
        };
        let message = format!("{key} {ended_on} ligger före {from} {started_on}");
        findings.value(
            &SLUT_FORE_START,
            &view.at(key),
            message,
            "rätta det datum som är fel",
        );
        return None;
    }
    Some(match outcome {
        _ if ended_on > quarter.last_day() => Status::Remaining {
            later: Some((outcome, ended_on)),
        },
        Outcome::Executed => Status::Executed(ended_on),
        Outcome::Closed => Status::Closed(ended_on),
    })
}
