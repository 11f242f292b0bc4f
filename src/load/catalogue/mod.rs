//! The built-in catalogues, compiled in and read with `serde_yaml`. They are
//! ours, so a fault in them is a bug, found by the tests.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::model::ansvar::Usual;
use crate::model::beslut::Act;
use crate::model::catalogue::Avslutsskal;
use crate::model::catalogue::Circumstance;
use crate::model::catalogue::Dated;
use crate::model::catalogue::Insats;
use crate::model::catalogue::Insatser;
use crate::model::catalogue::Orsak;
use crate::model::catalogue::Orsaker;
use crate::model::law::Law;

mod ansvar;
mod circumstances;
pub mod examples;
mod law;

/// What the program knows without a file of the user's.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// The insatser.
    pub insatser: Insatser,
    /// The reasons.
    pub orsaker: Orsaker,
    /// The reasons for closing.
    pub avslutsskal: Vec<Avslutsskal>,
    /// The sensitive circumstances.
    pub circumstances: Vec<Circumstance>,
    /// Who usually sees to the reporting of what.
    pub ansvar: Vec<Usual>,
    /// The law by date.
    pub law: Law,
}

/// Reads the built-in catalogues.
pub fn built_in() -> Catalogue {
    let insatser: Vec<RawInsats> = read(include_str!("../../catalogue/insatser.yaml"));
    let orsaker: RawOrsaker = read(include_str!("../../catalogue/orsaker.yaml"));
    Catalogue {
        insatser: insatser.into_iter().map(RawInsats::into_insats).collect(),
        orsaker: orsaker
            .orsaker
            .into_iter()
            .map(RawOrsak::into_orsak)
            .collect(),
        avslutsskal: orsaker
            .avslutsskäl
            .into_iter()
            .map(|raw| Avslutsskal {
                id: raw.id.into(),
                name: raw.namn.into(),
                phrase: raw.fras.into(),
                alias: raw.alias.into_iter().map(Into::into).collect(),
            })
            .collect(),
        circumstances: circumstances::built_in(),
        ansvar: ansvar::built_in(),
        law: law::built_in(),
    }
}

fn read<T: for<'de> Deserialize<'de>>(text: &str) -> T {
    serde_yaml::from_str(text).expect("the built-in catalogues are tested")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawInsats {
    id: String,
    namn: String,
    kort: String,
    lagrum: BTreeMap<String, RawDated>,
    #[serde(default)]
    alias: BTreeMap<String, Vec<String>>,
    boende: Option<Yes>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum RawDated {
    One(String),
    Several(Vec<RawFrom>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFrom {
    #[serde(rename = "från")]
    from: Option<Day>,
    #[serde(rename = "värde")]
    value: String,
}

/// The only word a flag in a catalogue may have.
#[derive(Deserialize)]
enum Yes {
    #[serde(rename = "ja")]
    Ja,
}

/// What a reason may demand of its insats.
#[derive(Deserialize)]
enum Demand {
    #[serde(rename = "boende")]
    Boende,
}

#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Day(NaiveDate);

impl TryFrom<String> for Day {
    type Error = chrono::ParseError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Day)
    }
}

fn act(name: &str) -> Act {
    Act::named(name).expect("a catalogue names SoL or LSS")
}

impl RawInsats {
    fn into_insats(self) -> Insats {
        let dated = |raw| match raw {
            RawDated::One(value) => Dated(vec![(None, value.into())]),
            RawDated::Several(list) => Dated(
                list.into_iter()
                    .map(|raw| (raw.from.map(|day| day.0), raw.value.into()))
                    .collect(),
            ),
        };
        Insats {
            id: self.id.into(),
            name: self.namn.into(),
            short: self.kort.into(),
            lagrum: self
                .lagrum
                .into_iter()
                .map(|(name, raw)| (act(&name), dated(raw)))
                .collect(),
            alias: self
                .alias
                .into_iter()
                .flat_map(|(name, list)| {
                    list.into_iter()
                        .map(move |alias| (Some(act(&name)), alias.into()))
                })
                .collect(),
            housing: Some(matches!(self.boende, Some(Yes::Ja))),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOrsaker {
    orsaker: Vec<RawOrsak>,
    avslutsskäl: Vec<RawAvslutsskal>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOrsak {
    id: String,
    namn: String,
    kolumn: Option<String>,
    fras: Option<String>,
    huvud: Option<String>,
    #[serde(rename = "förutsätter")]
    demands: Option<Demand>,
    #[serde(rename = "avgiftsfri")]
    _fee_exempt: Option<Yes>,
    #[serde(default)]
    alias: Vec<String>,
}

impl RawOrsak {
    fn into_orsak(self) -> Orsak {
        Orsak {
            main: self.huvud.as_ref().unwrap_or(&self.id).as_str().into(),
            phrase: self.fras.as_ref().unwrap_or(&self.namn).as_str().into(),
            id: self.id.into(),
            name: self.namn.into(),
            column: self.kolumn.map(Into::into),
            housing_only: matches!(self.demands, Some(Demand::Boende)),
            at_zero: false,
            alias: self.alias.into_iter().map(Into::into).collect(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAvslutsskal {
    id: String,
    namn: String,
    fras: String,
    #[serde(default)]
    alias: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::catalogue::Meaning;

    #[test]
    fn names_are_unique_within_an_act() {
        let insatser = built_in().insatser;
        for insats in insatser.list() {
            for act in insats.acts() {
                for name in [&insats.id, &insats.name, &insats.short] {
                    let found = insatser.find(name, &[act]);
                    assert!(
                        matches!(found, Meaning::One(i, a) if i.id == insats.id && a == act),
                        "{name}"
                    );
                }
            }
            for (act, alias) in &insats.alias {
                let found = insatser.find(alias, &[act.expect("built-in aliases name an act")]);
                assert!(
                    matches!(found, Meaning::One(i, _) if i.id == insats.id),
                    "{alias}"
                );
            }
        }
    }

    #[test]
    fn an_alias_of_two_acts_needs_the_act() {
        let insatser = built_in().insatser;
        assert!(matches!(
            insatser.find("SÄBO", &Act::ALL),
            Meaning::Several(..)
        ));
        assert!(
            matches!(insatser.find("säbo", &[Act::Lss]), Meaning::One(i, _) if i.id.as_ref() == "bostad-vuxna")
        );
        assert!(
            matches!(insatser.find("Korttidsboende", &[Act::Lss]), Meaning::One(i, _) if i.id.as_ref() == "korttidsvistelse")
        );
    }

    #[test]
    fn finer_reasons_count_under_a_main_one() {
        let orsaker = built_in().orsaker;
        let main: Vec<_> = orsaker.main().map(|orsak| orsak.id.as_ref()).collect();
        assert_eq!(
            main,
            ["ledig-bostad", "personal", "tackat-nej", "annat-skal"]
        );
        for orsak in orsaker.list() {
            let main = orsaker.get(&orsak.main).expect("the main reason exists");
            assert!(main.column.is_some(), "{}", orsak.id);
            assert_eq!(
                orsaker.find(&orsak.name).map(|found| &found.id),
                Some(&orsak.id)
            );
        }
    }
}
