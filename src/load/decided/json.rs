//! The JSON of published figures, read: that of a document, and that of what
//! was decided. What is wrong with a file comes back in words.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use crate::load::values;
use crate::model::beslut::Act;
use crate::model::beslut::Age;
use crate::model::beslut::Sex;
use crate::model::decided::Correction;
use crate::model::decided::Paper;
use crate::model::decided::Told;
use crate::model::profile::Profile;
use crate::model::quarter::Quarter;
use crate::model::stated::Key;
use crate::model::stated::Measure;

/// The newest format this program knows.
const FORMAT: u64 = 1;

const NEWER: &str = "använd den version av evb som skrev filen, eller en nyare; till dess görs \
                     inga handlingar för kvartalet";

/// What to do about a file that has been spoiled.
const RESTORE: &str = "lägg tillbaka filen ur en säkerhetskopia; till dess görs inga handlingar \
                       för kvartalet";

/// What is wrong with a file, and what to do about it.
pub(crate) struct Fault {
    pub(crate) message: String,
    pub(crate) help: &'static str,
}

impl Fault {
    /// A file that is not what was written.
    pub(crate) fn broken(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: RESTORE,
        }
    }
}

/// What a file of published figures holds.
pub(crate) struct File {
    pub(crate) quarter: Quarter,
    pub(crate) told: BTreeMap<Profile, Told>,
    pub(crate) correction: Option<Correction>,
    /// The documents, in a file of what was decided.
    pub(crate) papers: Option<Vec<Paper>>,
}

#[derive(Deserialize)]
struct Format {
    format: u64,
}

#[derive(Deserialize)]
struct RawFile {
    kvartal: String,
    rättelse: Option<RawCorrection>,
    handlingar: Option<Vec<RawPaper>>,
    profiler: Option<BTreeMap<String, RawTold>>,
    profil: Option<String>,
    #[serde(flatten)]
    told: Option<RawTold>,
}

#[derive(Deserialize)]
struct RawCorrection {
    datum: String,
    skäl: String,
}

#[derive(Deserialize)]
struct RawPaper {
    id: String,
    profil: String,
    sha256: String,
    sha256_siffror: Option<String>,
    innehåll: String,
}

#[derive(Deserialize)]
struct RawTold {
    räknat: bool,
    #[serde(default)]
    följt: bool,
    #[serde(default)]
    lagar: Vec<String>,
    siffror: Vec<RawNumber>,
}

#[derive(Deserialize)]
struct RawNumber {
    grupp: Option<String>,
    lag: Option<String>,
    insats: Option<String>,
    kön: Option<String>,
    ålder: Option<String>,
    mått: String,
    avser: Option<String>,
    värde: RawValue,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawValue {
    Count(u32),
    Word(String),
}

/// Reads a file.
pub(crate) fn read(bytes: &[u8]) -> Result<File, Fault> {
    let broken = |error: serde_json::Error| {
        let place = match error.line() {
            0 => String::new(),
            line => format!(" på rad {line}"),
        };
        let message = format!("filen är skadad{place}, eller har inga publicerade siffror");
        Fault::broken(message)
    };
    let Format { format } = serde_json::from_slice(bytes).map_err(broken)?;
    if format > FORMAT {
        let message = format!("filen har format {format} och kräver nyare evb");
        return Err(Fault {
            message,
            help: NEWER,
        });
    }
    let raw: RawFile = serde_json::from_slice(bytes).map_err(broken)?;
    let quarter = raw
        .kvartal
        .parse()
        .map_err(|()| unknown("kvartalet", &raw.kvartal))?;
    let mut told = BTreeMap::new();
    for (name, one) in raw.profiler.into_iter().flatten() {
        told.insert(profile(&name)?, one.into_told()?);
    }
    if let (Some(name), Some(one)) = (&raw.profil, raw.told) {
        told.insert(profile(name)?, one.into_told()?);
    }
    if told.is_empty() {
        return Err(Fault::broken("filen har inga siffror"));
    }
    let papers = raw.handlingar.map(|list| {
        let papers = list.into_iter().map(RawPaper::into_paper);
        papers.collect::<Result<Vec<_>, _>>()
    });
    Ok(File {
        quarter,
        told,
        correction: raw
            .rättelse
            .map(RawCorrection::into_correction)
            .transpose()?,
        papers: papers.transpose()?,
    })
}

fn unknown(what: &str, text: &str) -> Fault {
    Fault {
        message: format!("{what} «{text}» är okänt för den här versionen av evb"),
        help: NEWER,
    }
}

fn profile(name: &str) -> Result<Profile, Fault> {
    Profile::named(name).ok_or_else(|| unknown("profilnamnet", name))
}

impl RawCorrection {
    fn into_correction(self) -> Result<Correction, Fault> {
        let on = values::date(&self.datum).map_err(|_| unknown("datumet", &self.datum))?;
        Ok(Correction {
            on,
            reason: self.skäl.into(),
        })
    }
}

impl RawPaper {
    fn into_paper(self) -> Result<Paper, Fault> {
        // The id becomes a part of a path.
        if values::bad_id(&self.id).is_some() {
            return Err(unknown("handlingens id", &self.id));
        }
        Ok(Paper {
            profile: profile(&self.profil)?,
            id: self.id.into(),
            sha256: self.sha256,
            beside: self.sha256_siffror,
            content: self.innehåll,
        })
    }
}

impl RawTold {
    fn into_told(self) -> Result<Told, Fault> {
        let mut figures = BTreeMap::new();
        for number in self.siffror {
            let count = match &number.värde {
                RawValue::Count(count) => Some(*count),
                RawValue::Word(word) if word == "utelämnad" => None,
                RawValue::Word(word) => return Err(unknown("värdet", word)),
            };
            figures.insert(number.key()?, count);
        }
        let acts = self.lagar.iter().map(|name| act(name));
        Ok(Told {
            figures,
            counted: self.räknat,
            followed: self.följt,
            acts: acts.collect::<Result<_, _>>()?,
        })
    }
}

impl RawNumber {
    fn key(&self) -> Result<Key, Fault> {
        let sex = |name: &str| match name {
            "kvinnor" => Ok(Sex::Kvinna),
            "män" => Ok(Sex::Man),
            "annat" => Ok(Sex::Annat),
            _ => Err(unknown("könet", name)),
        };
        let age = |name: &str| match name {
            "barn" => Ok(Age::Barn),
            "vuxna" => Ok(Age::Vuxen),
            _ => Err(unknown("åldersordet", name)),
        };
        let measure = Measure::read(&self.mått, self.avser.as_deref());
        Ok(Key {
            group: self.grupp.as_deref().map(Arc::from),
            act: self.lag.as_deref().map(act).transpose()?,
            insats: self.insats.as_deref().map(Arc::from),
            sex: self.kön.as_deref().map(sex).transpose()?,
            age: self.ålder.as_deref().map(age).transpose()?,
            measure: measure.ok_or_else(|| unknown("måttet", &self.mått))?,
        })
    }
}

fn act(name: &str) -> Result<Act, Fault> {
    Act::named(name).ok_or_else(|| unknown("lagnamnet", name))
}
