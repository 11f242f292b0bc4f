//! Who answers for what, told once: every section with its answer, and what one
//! and the same answer for together.
//!
//! LSS is told point by point, from 9 § 2: the region answers for the first
//! unless something else is agreed (2 § LSS), so that one is there only where
//! the nämnd names it. Socialtjänstlagen is told by what the nämnd names, then
//! särskilt boende, then the rest.

use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::model::ansvar::Granted;
use crate::model::ansvar::Responsibilities;
use crate::model::ansvar::Scope;
use crate::model::ansvar::VARDBOENDE;
use crate::model::ansvar::Who;
use crate::model::beslut::Act;
use crate::model::beslut::Regi;

/// The points of 9 § LSS that a kommun answers for.
const POINTS: RangeInclusive<u32> = 2..=10;

/// Something that is granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Points of 9 § LSS.
    Points(RangeInclusive<u32>),
    /// Särskilt boende.
    Vardboende,
    /// A section of socialtjänstlagen that the nämnd names.
    Section(Arc<str>),
    /// All else under socialtjänstlagen.
    Rest,
}

impl What {
    /// Returns the act it is granted under.
    pub fn act(&self) -> Act {
        match self {
            Self::Points(_) => Act::Lss,
            Self::Vardboende | Self::Section(_) | Self::Rest => Act::Sol,
        }
    }
}

/// Something that is granted, and who answers for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What.
    pub what: What,
    /// Only if it is run so; whoever runs it, if nothing is said.
    pub regi: Option<Regi>,
    /// Who.
    pub who: Who,
}

/// What the same people answer for in the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// What, in order; never empty.
    pub of: Vec<Answer>,
}

impl Share {
    /// Returns who answers for it.
    pub fn who(&self) -> &Who {
        &self.of[0].who
    }

    /// Returns the act.
    pub fn act(&self) -> Act {
        self.of[0].what.act()
    }
}

/// Returns who answers for everything under an act, in the order of the law.
/// `vardboende` is the section särskilt boende is granted under.
pub fn answers(all: &Responsibilities, act: Act, vardboende: Option<&Arc<str>>) -> Vec<Answer> {
    let named = all.own.iter().map(|own| &own.scope);
    let what: Vec<What> = match act {
        Act::Lss => {
            let first = named.clone().any(|scope| match scope {
                Scope::Lss(points) => points.contains(&1),
                Scope::Sol(_) | Scope::Vardboende | Scope::AllSol => false,
            });
            let from = if first { 1 } else { *POINTS.start() };
            let points = from..=*POINTS.end();
            points.map(|point| What::Points(point..=point)).collect()
        }
        Act::Sol => {
            let mut what = vec![];
            for scope in named {
                let Scope::Sol(section) = scope else { continue };
                let section = What::Section(Arc::clone(section));
                if !what.contains(&section) {
                    what.push(section);
                }
            }
            what.extend([What::Vardboende, What::Rest]);
            what
        }
    };
    let what = what.into_iter();
    what.flat_map(|what| answer(all, &what, vardboende))
        .collect()
}

/// Returns who answers for one thing: one answer, or one for each who may run
/// it.
fn answer(all: &Responsibilities, what: &What, vardboende: Option<&Arc<str>>) -> Vec<Answer> {
    let (section, insats) = match what {
        What::Points(points) => (Some(Arc::from(format!("9 § {}", points.start()))), ""),
        What::Vardboende => (vardboende.cloned(), VARDBOENDE),
        What::Section(section) => (Some(Arc::clone(section)), ""),
        What::Rest => (None, ""),
    };
    let who = |regi| {
        all.of(&Granted {
            act: what.act(),
            section: section.as_ref(),
            insats,
            regi,
        })
    };
    let one = |regi, who| Answer {
        what: what.clone(),
        regi,
        who,
    };
    let (own, other) = (who(Some(Regi::Egen)), who(Some(Regi::Extern)));
    if own == other {
        vec![one(None, own)]
    } else {
        vec![one(Some(Regi::Egen), own), one(Some(Regi::Extern), other)]
    }
}

/// Returns what the same people answer for together, in the order of the first
/// of each; points of LSS in a row are told as one.
pub fn shares(answers: &[Answer]) -> Vec<Share> {
    let mut shares: Vec<Share> = vec![];
    for answer in answers {
        let same = |share: &&mut Share| {
            let (one, other) = (share.who(), &answer.who);
            share.act() == answer.what.act()
                && one.responsible == other.responsible
                && one.summary_by == other.summary_by
                && one.needs_told == other.needs_told
        };
        match shares.iter_mut().find(same) {
            None => shares.push(Share {
                of: vec![answer.clone()],
            }),
            Some(share) => share.of.push(answer.clone()),
        }
    }
    shares
}

/// Returns what a share covers, points in a row as one, with who runs it.
pub fn covered(share: &Share) -> Vec<(What, Option<Regi>)> {
    let mut list: Vec<(What, Option<Regi>)> = vec![];
    for answer in &share.of {
        match (list.last_mut(), &answer.what) {
            (Some((What::Points(before), regi)), What::Points(own))
                if *regi == answer.regi && before.end() + 1 == *own.start() =>
            {
                *before = *before.start()..=*own.end();
            }
            _ => list.push((answer.what.clone(), answer.regi)),
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ansvar::Ansvar;
    use crate::model::ansvar::Usual;

    fn ansvar(scope: &str, regi: Option<Regi>, responsible: &str) -> Ansvar {
        Ansvar {
            scope: Scope::named(scope).expect("a scope"),
            regi,
            responsible: responsible.into(),
        }
    }

    /// Returns shares as a reader sees them.
    fn told(own: Vec<Ansvar>, act: Act) -> Vec<String> {
        let usual = |scope: &str, regi, responsible: &str| Usual {
            ansvar: ansvar(scope, regi, responsible),
            summary_by: None,
            needs_told: None,
            meanwhile: None,
        };
        let all = Responsibilities {
            own,
            usual: vec![
                usual("9 § 8", Some(Regi::Extern), "B"),
                usual("9 § 1–8", None, "A"),
                usual("9 § 9–10", None, "B"),
                usual("SoL vårdboende", None, "C"),
                usual("SoL", None, "D"),
            ],
        };
        let section: Arc<str> = "11 kap. 1 §".into();
        let shares = shares(&answers(&all, act, Some(&section)));
        let shares = shares.iter().map(|share| {
            let parts = covered(share).into_iter().map(|(what, regi)| {
                let what = match what {
                    What::Points(points) => format!("{}–{}", points.start(), points.end()),
                    What::Vardboende => "boende".to_owned(),
                    What::Section(section) => section.to_string(),
                    What::Rest => "resten".to_owned(),
                };
                match regi {
                    None => what,
                    Some(Regi::Egen) => format!("{what} egen"),
                    Some(Regi::Extern) => format!("{what} extern"),
                }
            });
            let parts: Vec<String> = parts.collect();
            format!("{}: {}", share.who().responsible, parts.join(", "))
        });
        shares.collect()
    }

    #[test]
    fn what_the_same_people_answer_for_is_told_together() {
        assert_eq!(
            told(vec![], Act::Lss),
            ["A: 2–7, 8–8 egen", "B: 8–8 extern, 9–10"]
        );
        assert_eq!(told(vec![], Act::Sol), ["C: boende", "D: resten"]);
    }

    #[test]
    fn the_namnds_own_answers_are_told_too() {
        let own = vec![ansvar("9 § 1", None, "B"), ansvar("9 § 4", None, "E")];
        assert_eq!(
            told(own, Act::Lss),
            [
                "B: 1–1, 8–8 extern, 9–10",
                "A: 2–3, 5–7, 8–8 egen",
                "E: 4–4"
            ]
        );
        let own = vec![
            ansvar("12 kap. 1 §", None, "E"),
            ansvar("SoL", Some(Regi::Extern), "F"),
        ];
        assert_eq!(
            told(own, Act::Sol),
            [
                "E: 12 kap. 1 §",
                "C: boende egen",
                "F: boende extern, resten extern",
                "D: resten egen"
            ]
        );
        // A section that särskilt boende is granted under takes it along.
        let own = vec![ansvar("11 kap. 1 §", None, "E")];
        assert_eq!(told(own, Act::Sol), ["E: 11 kap. 1 §, boende", "D: resten"]);
    }
}
