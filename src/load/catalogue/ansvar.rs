//! Who usually sees to the reporting of what: `src/catalogue/ansvar.yaml`.

use serde::Deserialize;

use crate::load::catalogue::read;
use crate::model::ansvar::Ansvar;
use crate::model::ansvar::Meanwhile;
use crate::model::ansvar::Scope;
use crate::model::ansvar::Usual;
use crate::model::beslut::Regi;

/// Reads the usual answers.
pub(super) fn built_in() -> Vec<Usual> {
    let rows: Vec<RawAnsvar> = read(include_str!("../../catalogue/ansvar.yaml"));
    rows.into_iter().map(RawAnsvar::into_usual).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAnsvar {
    lagrum: String,
    regi: Option<RawRegi>,
    ansvarig: String,
    sammanfattar: Option<String>,
    behov: Option<String>,
    under_tiden: Option<RawMeanwhile>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum RawRegi {
    Egen,
    Extern,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMeanwhile {
    #[serde(rename = "i_väntan_på")]
    waits_for: String,
    erbjud: String,
}

impl RawAnsvar {
    fn into_usual(self) -> Usual {
        Usual {
            ansvar: Ansvar {
                scope: Scope::named(&self.lagrum).expect("a catalogue names a lagrum"),
                regi: self.regi.map(|regi| match regi {
                    RawRegi::Egen => Regi::Egen,
                    RawRegi::Extern => Regi::Extern,
                }),
                responsible: self.ansvarig.into(),
            },
            summary_by: self.sammanfattar.map(Into::into),
            needs_told: self.behov.map(Into::into),
            meanwhile: self.under_tiden.map(|raw| Meanwhile {
                waits_for: raw.waits_for.into(),
                offer: raw.erbjud.into(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::ansvar::Granted;
    use crate::model::ansvar::REPORTER;
    use crate::model::ansvar::Responsibilities;
    use crate::model::beslut::Act;

    fn usual() -> Responsibilities {
        Responsibilities {
            own: vec![],
            usual: built_in(),
        }
    }

    #[track_caller]
    fn case(section: &str, insats: &str, regi: Option<Regi>, expected: [Option<&str>; 4]) {
        let act = if section.starts_with("9 §") {
            Act::Lss
        } else {
            Act::Sol
        };
        let section: Arc<str> = section.into();
        let who = usual().of(&Granted {
            act,
            section: Some(&section),
            insats,
            regi,
        });
        let found = [
            Some(who.responsible.as_ref()),
            Some(who.summary_by.as_ref()),
            who.needs_told.as_deref(),
            who.meanwhile.as_ref().map(|offer| offer.offer.as_ref()),
        ];
        assert_eq!(found, expected, "{section} {regi:?}");
    }

    #[test]
    fn who_by_section_regi_and_act() {
        const LSS: Option<&str> = Some("LSS-handläggaren");
        const DOES: Option<&str> = Some("utföraren");
        const HOME: Option<&str> = Some("boendeteamet");
        const WORK: Option<&str> = Some("centralen för sysselsättning");
        let (own, other) = (Some(Regi::Egen), Some(Regi::Extern));
        for regi in [own, other, None] {
            for point in [2, 3, 4, 5, 7] {
                case(&format!("9 § {point}"), "", regi, [LSS, DOES, None, None]);
            }
            case("9 § 6", "", regi, [LSS, DOES, None, Some("korttidsenhet")]);
            case("9 § 9", "", regi, [HOME, HOME, LSS, None]);
            case("9 § 10", "", regi, [WORK, WORK, LSS, None]);
        }
        case("9 § 8", "", own, [LSS, DOES, None, None]);
        case("9 § 8", "", None, [LSS, DOES, None, None]);
        case("9 § 8", "", other, [HOME, HOME, LSS, None]);
        let places = Some("boendeförmedlingen");
        case(
            "11 kap. 1 §",
            "sarskilt-boende",
            None,
            [places, places, None, None],
        );
        let grants = Some("biståndshandläggaren");
        case(
            "11 kap. 1 §",
            "hemtjanst",
            other,
            [grants, DOES, None, None],
        );
    }

    #[test]
    fn somebody_answers_for_every_insats() {
        let catalogue = crate::load::catalogue::built_in();
        for insats in catalogue.insatser.list() {
            for (act, sections) in &insats.lagrum {
                for (_, section) in &sections.0 {
                    let who = usual().of(&Granted {
                        act: *act,
                        section: Some(section),
                        insats: &insats.id,
                        regi: None,
                    });
                    assert_ne!(who.responsible.as_ref(), REPORTER, "{}", insats.id);
                }
            }
        }
    }
}
