//! The insatser and reasons a nämnd may write on a day: the built-in ones and
//! its own.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Rule;
use crate::load::catalogue::Catalogue;
use crate::load::keys;
use crate::load::source::Source;
use crate::load::view::View;
use crate::model::beslut::Act;
use crate::model::catalogue::Avslutsskal;
use crate::model::catalogue::Dated;
use crate::model::catalogue::Insats;
use crate::model::catalogue::Insatser;
use crate::model::catalogue::Meaning;
use crate::model::catalogue::Orsak;
use crate::model::catalogue::Orsaker;
use crate::validate::Findings;

mod meaning;

/// A nämnd's own id that the catalogue already has.
pub const EGET_ID_UPPTAGET: Rule = Rule {
    slug: "eget-id-upptaget",
    level: Level::Error,
    fixed: true,
    explain: "Ett id får bara betyda en sak, annars räknas olika insatser eller orsaker ihop.",
    source: "Dataformat 1",
};
/// An insats nobody knows.
pub const OKAND_INSATS: Rule = Rule {
    slug: "okand-insats",
    level: Level::Error,
    fixed: true,
    explain: "Ett namn som inte är känt skulle bli en egen rad eller försvinna. Rapporten räknar \
              per insats.",
    source: "4 kap. 1 § SoL (2001:453), 11 kap. 1 § SoL (2025:400) och 9 § LSS",
};
/// A name that two insatser have.
pub const TVETYDIG_INSATS: Rule = Rule {
    slug: "tvetydig-insats",
    level: Level::Error,
    fixed: true,
    explain: "Namnet finns i både SoL och LSS, och beslutet ska redovisas enligt rätt lag.",
    source: "34 kap. 1 § SoL (2025:400) och 28 f § LSS",
};
/// An insats that the named act does not have.
pub const INSATS_I_ANNAN_LAG: Rule = Rule {
    slug: "insats-i-annan-lag",
    level: Level::Error,
    fixed: true,
    explain: "Insatsen beviljas inte enligt den lag som raden anger.",
    source: "9 § LSS och socialtjänstlagen",
};
/// A reason nobody knows.
pub const OKAND_ORSAK: Rule = Rule {
    slug: "okand-orsak",
    level: Level::Error,
    fixed: true,
    explain: "En orsak som inte är känd har ingen plats i Bilaga 1. Där redovisas varje ej \
              verkställt beslut under en orsak.",
    source: "28 f § LSS och 34 kap. 1 § SoL (2025:400): kortfattade skäl för dröjsmålet",
};
/// A reason for closing nobody knows.
pub const OKANT_AVSLUTSSKAL: Rule = Rule {
    slug: "okant-avslutsskal",
    level: Level::Error,
    fixed: true,
    explain: "Skälen till att beslut avslutas räknas, och ett okänt skäl skulle falla bort.",
    source: "IVO:s individrapport",
};

/// What may be written on a day.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// The insatser.
    pub insatser: Insatser,
    /// The reasons.
    pub orsaker: Orsaker,
    /// The reasons for closing.
    pub avslutsskal: Vec<Avslutsskal>,
}

/// Returns the vocabulary of a nämnd on a day.
pub fn on(source: &Source, catalogue: &Catalogue, day: NaiveDate) -> (Vocabulary, Vec<Finding>) {
    let mut findings = Findings::new(source);
    let mut vocabulary = Vocabulary {
        insatser: catalogue.insatser.clone(),
        orsaker: catalogue.orsaker.clone(),
        avslutsskal: catalogue.avslutsskal.clone(),
    };
    let namnd = View::new(source, &keys::NAMND, Some(day));
    for view in namnd.records("insatser") {
        let (Some(id), Some(name)) = (view.name("id"), view.name("namn")) else {
            continue;
        };
        if vocabulary.insatser.get(&id).is_some() {
            taken(&mut findings, &view.at("id"), &id, "insats");
            continue;
        }
        let lagrum: Vec<_> = view
            .entries("lagrum")
            .into_iter()
            .filter_map(|(act, entry)| {
                let section = entry.node.text()?.into();
                Some((Act::named(act)?, Dated(vec![(None, section)])))
            })
            .collect();
        let acts: Vec<Act> = lagrum.iter().map(|(act, _)| *act).collect();
        let named = ["namn", "kort"]
            .into_iter()
            .filter_map(|key| Some((view.text(key)?, view.at(key))))
            .chain([(view.text("id").unwrap_or_default(), view.at("id"))])
            .chain(view.texts("alias"));
        for (name, route) in named {
            if let Meaning::One(other, _) | Meaning::Several(other, _) =
                vocabulary.insatser.find(name, &acts)
            {
                let message = format!("insatsen «{}» heter redan «{name}»", other.id);
                let help = "ge den ett eget namn, eller använd den insats som finns";
                findings.value(&EGET_ID_UPPTAGET, &route, message, help);
            }
        }
        vocabulary.insatser.push(Insats {
            short: view.name("kort").unwrap_or_else(|| Arc::clone(&name)),
            alias: view
                .texts("alias")
                .into_iter()
                .map(|(alias, _)| (None, alias.into()))
                .collect(),
            // Nobody has said that it is none, so no reason is unlikely.
            housing: None,
            id,
            name,
            lagrum,
        });
    }
    for view in namnd.records("orsaker") {
        let (Some(id), Some(name)) = (view.name("id"), view.name("namn")) else {
            continue;
        };
        if vocabulary.orsaker.get(&id).is_some() {
            taken(&mut findings, &view.at("id"), &id, "orsak");
            continue;
        }
        if let Some(other) = vocabulary.orsaker.find(&name) {
            let message = format!("orsaken «{}» heter redan «{name}»", other.id);
            let help = "ge den ett eget namn, eller använd den orsak som finns";
            findings.value(&EGET_ID_UPPTAGET, &view.at("namn"), message, help);
        }
        // A reason of the nämnd's own is finer than the four of Bilaga 1.
        let main = "annat-skal".into();
        let orsak = Orsak {
            phrase: Arc::clone(&name),
            id,
            name,
            column: None,
            main,
            housing_only: false,
            at_zero: false,
            alias: vec![],
        };
        vocabulary.orsaker.push(orsak);
    }
    for (name, route) in namnd.texts("visa_även_noll") {
        let orsak = vocabulary.orsak(name, &Locus::Value(route), &mut findings);
        if let Some(id) = orsak.map(|orsak| Arc::clone(&orsak.id)) {
            vocabulary.orsaker.tell_at_zero(&id);
        }
    }
    (vocabulary, findings.into_list())
}

fn taken(findings: &mut Findings<'_>, route: &Route, id: &str, what: &str) {
    let message = format!("id «{id}» finns redan som {what}");
    findings.value(
        &EGET_ID_UPPTAGET,
        route,
        message,
        "ge den ett eget id, eller ta bort posten",
    );
}
