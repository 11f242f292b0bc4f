//! What is counted, as it is written in the JSON of published figures, and what
//! it means that a figure is not there.
//!
//! The names are a part of that format: none is ever changed or reused.

use std::borrow::Cow;

use crate::model::band::Band;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::model::stated::Since;

/// The names of the dates that time is counted from.
const SINCE: [(&str, Since); 3] = [
    ("från-beslut", Since::Decision),
    ("från-avbrott", Since::Avbrott),
    ("från-det-som-finns", Since::Known),
];

/// The names of the beslut that a figure is of.
const POPULATIONS: [(&str, Population); 4] = [
    ("rapporterade", Population::Reported),
    ("kvarstår", Population::Remaining),
    ("aldrig_verkställda", Population::Never),
    ("avbrott", Population::Interrupted),
];

/// The measures that need no more than their name.
const PLAIN: [(&str, Measure); 15] = [
    ("rapporterade", Measure::Reported),
    ("verkställda", Measure::Executed),
    ("avslutade", Measure::Closed),
    ("verkställda_eller_avslutade", Measure::Ended),
    ("kvarstår", Measure::Remaining),
    ("aldrig_verkställda", Measure::NeverExecuted),
    ("nya", Measure::New),
    ("återrapportering", Measure::Again),
    ("sena", Measure::Late),
    ("först_rapporterbara_i_kvartalet", Measure::NewlyDue),
    ("rapporterbara_tidigare", Measure::DueEarlier),
    ("förhandsbesked", Measure::Forhandsbesked),
    ("förnyade", Measure::Renewed),
    ("domar", Measure::Court),
    ("pågående", Measure::Ongoing),
];

impl Measure {
    /// Returns whether rows are enough to count it, so that no figure is zero.
    pub fn is_counted(&self) -> bool {
        match self {
            Self::Reported
            | Self::Executed
            | Self::Closed
            | Self::Ended
            | Self::Remaining
            | Self::NewlyDue
            | Self::DueEarlier
            | Self::Avbrott(_)
            | Self::Delvis(_)
            | Self::Undated(_)
            | Self::Orsak(..)
            | Self::Waited(..)
            | Self::NeverExecuted
            | Self::Avslutsskal(_)
            | Self::Forhandsbesked
            | Self::Renewed
            | Self::Court => true,
            Self::New | Self::Again | Self::Late => false,
            // Offers are counted where an insats has any, and then told at zero as
            // well; a denominator no rows have.
            Self::Erbjudande(_) | Self::Ongoing | Self::MedianDays(..) | Self::LongestDays(..) => {
                false
            }
        }
    }

    /// Returns whether it is counted only where rows have ids, and those of the
    /// quarter before have too.
    pub fn needs_ids(&self) -> bool {
        matches!(self, Self::New | Self::Again | Self::Late)
    }

    /// Returns the name of the measure and of the beslut it is of.
    pub fn written(&self) -> (Cow<'static, str>, Option<&'static str>) {
        let of = |population: Population| name_in(&POPULATIONS, &population);
        let since = |since: Since| name_in(&SINCE, &since).unwrap_or_default();
        match self {
            Self::Avbrott(p) => ("avbrott".into(), of(*p)),
            Self::Delvis(p) => ("delvis".into(), of(*p)),
            Self::Undated(p) => ("utan_beslutsdatum".into(), of(*p)),
            Self::Orsak(p, id) => (format!("orsak:{id}").into(), of(*p)),
            Self::Avslutsskal(id) => (format!("avslutsskäl:{id}").into(), None),
            Self::Erbjudande(id) => (format!("erbjudande:{id}").into(), None),
            Self::Waited(p, s, band) => (
                format!("månader:{}:{}", since(*s), band.label()).into(),
                of(*p),
            ),
            Self::MedianDays(p, s) => (format!("dagar_median:{}", since(*s)).into(), of(*p)),
            Self::LongestDays(p, s) => (format!("dagar_längst:{}", since(*s)).into(), of(*p)),
            Self::Reported
            | Self::Executed
            | Self::Closed
            | Self::Ended
            | Self::Remaining
            | Self::New
            | Self::Again
            | Self::Late
            | Self::NewlyDue
            | Self::DueEarlier
            | Self::NeverExecuted
            | Self::Forhandsbesked
            | Self::Renewed
            | Self::Court
            | Self::Ongoing => (name_in(&PLAIN, self).unwrap_or_default().into(), None),
        }
    }

    /// Returns the measure that is written so.
    pub fn read(name: &str, of: Option<&str>) -> Option<Self> {
        let population = || valued(&POPULATIONS, of?);
        let since = |name: &str| valued(&SINCE, name);
        let parts: Vec<&str> = name.split(':').collect();
        match parts.as_slice() {
            ["avbrott"] => Some(Self::Avbrott(population()?)),
            ["delvis"] => Some(Self::Delvis(population()?)),
            ["utan_beslutsdatum"] => Some(Self::Undated(population()?)),
            ["orsak", id] => Some(Self::Orsak(population()?, (*id).into())),
            ["avslutsskäl", id] => Some(Self::Avslutsskal((*id).into())),
            ["erbjudande", id] => Some(Self::Erbjudande((*id).into())),
            ["månader", from, band] => Some(Self::Waited(
                population()?,
                since(from)?,
                Band::labelled(band)?,
            )),
            ["dagar_median", from] => Some(Self::MedianDays(population()?, since(from)?)),
            ["dagar_längst", from] => Some(Self::LongestDays(population()?, since(from)?)),
            [plain] => valued(&PLAIN, plain),
            _ => None,
        }
    }
}

fn name_in<T: PartialEq>(names: &[(&'static str, T)], value: &T) -> Option<&'static str> {
    let mut names = names.iter();
    names
        .find(|(_, known)| known == value)
        .map(|(name, _)| *name)
}

fn valued<T: Clone>(names: &[(&str, T)], name: &str) -> Option<T> {
    let mut names = names.iter();
    names
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(measure: Measure, name: &str, of: Option<&str>) {
        let (written, population) = measure.written();
        assert_eq!((written.as_ref(), population), (name, of));
        assert_eq!(Measure::read(name, of), Some(measure));
    }

    #[test]
    fn every_measure_is_read_as_it_is_written() {
        let (reported, remaining) = (Some("rapporterade"), Some("kvarstår"));
        for (name, measure) in PLAIN {
            case(measure, name, None);
        }
        let since = Since::Avbrott;
        case(Measure::Avbrott(Population::Reported), "avbrott", reported);
        case(Measure::Delvis(Population::Remaining), "delvis", remaining);
        case(
            Measure::Undated(Population::Remaining),
            "utan_beslutsdatum",
            remaining,
        );
        case(
            Measure::Orsak(Population::Reported, "tackat-nej".into()),
            "orsak:tackat-nej",
            reported,
        );
        case(
            Measure::Avslutsskal("avliden".into()),
            "avslutsskäl:avliden",
            None,
        );
        case(Measure::Erbjudande("ja".into()), "erbjudande:ja", None);
        for band in Band::ALL {
            case(
                Measure::Waited(Population::Remaining, since, band),
                &format!("månader:från-avbrott:{}", band.label()),
                remaining,
            );
        }
        case(
            Measure::MedianDays(Population::Remaining, since),
            "dagar_median:från-avbrott",
            remaining,
        );
        case(
            Measure::LongestDays(Population::Reported, since),
            "dagar_längst:från-avbrott",
            reported,
        );
        assert_eq!(Measure::read("avbrott", None), None);
        assert_eq!(Measure::read("väder", None), None);
    }
}
