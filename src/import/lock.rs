//! Whether a nämnd's key is there, whole, and the one its ids were made with.
//!
//! `namnd.yaml` names the file, and every file with ids the key's fingerprint. A
//! key that is lost or another one is told before anything is written: new ids
//! would make every beslut a new one.

use chrono::NaiveDate;

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Rule;
use crate::import::key::BadKey;
use crate::import::key::Key;
use crate::load::keys;
use crate::load::source::Source;
use crate::load::view::View;

/// No key.
pub const NYCKEL_SAKNAS: Rule = Rule {
    slug: "nyckel-saknas",
    level: Level::Error,
    fixed: true,
    explain: "Utan nyckeln kan raderna inte få de id som följer besluten mellan kvartalen. En ny \
              nyckel görs aldrig tyst, eftersom alla beslut då skulle se nya ut.",
    source: "Dataformat 1, «nyckel»; artikel 4.5 i EU:s dataskyddsförordning (pseudonymisering)",
};
/// A key that is no key.
pub const NYCKEL_TRASIG: Rule = Rule {
    slug: "nyckel-trasig",
    level: Level::Error,
    fixed: true,
    explain: "Nyckelfilen har ändrats eller kapats, och skulle ge andra id än förut.",
    source: "Dataformat 1, «nyckel»",
};
/// Another key.
pub const FEL_NYCKEL: Rule = Rule {
    slug: "fel-nyckel",
    level: Level::Error,
    fixed: true,
    explain: "Radernas id är gjorda med en annan nyckel. Med den här skulle samma beslut få ett \
              nytt id, och se ut att ha försvunnit och kommit till.",
    source: "Dataformat 1, «nyckelavtryck»",
};
/// A key among the data.
pub const NYCKEL_BLAND_DATA: Rule = Rule {
    slug: "nyckel-bland-data",
    level: Level::Error,
    fixed: true,
    explain: "Den som har både raderna och nyckeln kan ta reda på vem ett beslut gäller. Nyckeln \
              ligger därför för sig, där bara de som arbetar med besluten kommer åt den.",
    source: "Artikel 4.5 i EU:s dataskyddsförordning: kompletterande uppgifter förvaras separat",
};

/// What was found where the key should be.
#[derive(Debug)]
pub struct Found {
    /// The path as it is shown.
    pub path: String,
    /// Where `namnd.yaml` names it.
    pub route: Route,
    /// Whether it lies among the data or the documents.
    pub among_data: bool,
    /// What the file holds, if it is there.
    pub text: Option<String>,
}

/// Returns where `namnd.yaml` says that the key is, on a day.
pub fn path(namnd: &Source, day: NaiveDate) -> Option<(&str, Route)> {
    let view = View::new(namnd, &keys::NAMND, Some(day)).record("nyckel")?;
    Some((view.text("sökväg")?, view.at("sökväg")))
}

/// Returns the fingerprint a file names.
pub fn fingerprint(source: &Source) -> Option<&str> {
    let named = source.root.as_ref()?.get("nyckelavtryck")?;
    named.text().map(str::trim).filter(|text| !text.is_empty())
}

/// Returns the nämnd's key, or why it cannot be used. `files` are those that may
/// name a fingerprint.
pub fn open(namnd: &Source, files: &[&Source], found: Option<&Found>) -> Result<Key, Box<Finding>> {
    let locus = found.map_or(Locus::File, |found| Locus::Value(found.route.clone()));
    let told = |rule, message: String, help: &str| {
        Box::new(Finding::new(
            rule,
            &namnd.path,
            locus.clone(),
            message,
            help,
        ))
    };
    let Some(found) = found else {
        let message = "nämnden har ingen nyckel till radernas id".to_owned();
        let help = "gör en med «evb ny --nyckel --nämnd MAPP», eller importera en fil som har \
                    beslutsnummer";
        return Err(told(&NYCKEL_SAKNAS, message, help));
    };
    if found.among_data {
        let message = format!("nyckeln «{}» ligger bland uppgifterna", found.path);
        let help = "flytta filen till en mapp utanför data och output, och ändra sökvägen";
        return Err(told(&NYCKEL_BLAND_DATA, message, help));
    }
    let written = files
        .iter()
        .find_map(|file| Some((file, fingerprint(file)?)));
    let Some(text) = &found.text else {
        let message = format!("nyckeln «{}» finns inte", found.path);
        let help = match written {
            Some(_) => {
                "rätta sökvägen, eller lägg tillbaka kopian av nyckeln; utan den får inga rader \
                 rätt id"
            }
            None => "rätta sökvägen, eller gör en nyckel med «evb ny --nyckel --nämnd MAPP»",
        };
        return Err(told(&NYCKEL_SAKNAS, message, help));
    };
    let key = Key::read(text).map_err(|bad| {
        let message = match bad {
            BadKey::NoKey => format!("«{}» är ingen nyckel", found.path),
            BadKey::Damaged => format!("nyckeln «{}» är skadad", found.path),
        };
        let help = "lägg tillbaka kopian av nyckeln, oförändrad";
        told(&NYCKEL_TRASIG, message, help)
    })?;
    for file in files {
        let Some(named) = fingerprint(file).filter(|named| *named != key.fingerprint()) else {
            continue;
        };
        let message = format!(
            "nyckeln «{}» har avtrycket {}, men radernas id är gjorda med en nyckel som har {named}",
            found.path,
            key.fingerprint()
        );
        let help = "rätta sökvägen i namnd.yaml, eller lägg tillbaka den rätta nyckeln";
        let locus = Locus::Value(Route::default().key("nyckelavtryck"));
        let finding = Finding::new(&FEL_NYCKEL, &file.path, locus, message, help);
        return Err(Box::new(finding));
    }
    Ok(key)
}
