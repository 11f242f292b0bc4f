//! Who sees to the reporting of a beslut: by section, by who runs the insats,
//! and by act.
//!
//! The usual answers are data (`src/catalogue/ansvar.yaml`); a nämnd writes its
//! own before them in `ivo.ansvar`, and the first that fits holds.

use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::model::beslut::Act;
use crate::model::beslut::Regi;

/// The insats that routines call vårdboende.
pub(crate) const VARDBOENDE: &str = "sarskilt-boende";

/// Which beslut somebody answers for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Points of 9 § LSS: «9 § 9», «9 § 2–7».
    Lss(RangeInclusive<u32>),
    /// A section of socialtjänstlagen: «11 kap. 1 §».
    Sol(Arc<str>),
    /// Särskilt boende under socialtjänstlagen: «SoL vårdboende».
    Vardboende,
    /// All of socialtjänstlagen: «SoL».
    AllSol,
}

impl Scope {
    /// Returns the scope a text names, if it names one.
    pub fn named(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
        match lower.as_slice() {
            ["9", "§", points] => points_of(points).map(Self::Lss),
            ["9", "§", points, "lss"] => points_of(points).map(Self::Lss),
            ["sol"] => Some(Self::AllSol),
            ["sol", "vårdboende"] | ["vårdboende"] => Some(Self::Vardboende),
            [chapter, "kap.", section @ .., "§"] if (1..=2).contains(&section.len()) => {
                let number = |text: &str| text.parse::<u32>().is_ok();
                let first = section[0].trim_end_matches(char::is_lowercase);
                let letter = section.get(1).is_none_or(|letter| letter.len() == 1);
                (number(chapter) && number(first) && letter)
                    .then(|| Self::Sol(words.join(" ").into()))
            }
            _ => None,
        }
    }

    fn covers(&self, granted: &Granted<'_>) -> bool {
        match (self, granted.act) {
            (Self::Lss(points), Act::Lss) => {
                granted.point().is_some_and(|point| points.contains(&point))
            }
            (Self::Sol(section), Act::Sol) => granted.section == Some(section),
            (Self::Vardboende, Act::Sol) => granted.insats == VARDBOENDE,
            (Self::AllSol, Act::Sol) => true,
            (Self::Lss(_), Act::Sol)
            | (Self::Sol(_) | Self::Vardboende | Self::AllSol, Act::Lss) => false,
        }
    }
}

/// Returns one point of 9 § LSS, or from and to, whatever dash stands between.
fn points_of(text: &str) -> Option<RangeInclusive<u32>> {
    let point = |text: &str| text.parse().ok().filter(|n| (1..=10).contains(n));
    match text.split_once(['–', '-', '—']) {
        None => point(text).map(|only| only..=only),
        Some((first, last)) => {
            let (first, last) = (point(first)?, point(last)?);
            (first <= last).then_some(first..=last)
        }
    }
}

/// Returns the point of a section of LSS: 10 of «9 § 10».
pub fn lss_point(section: &str) -> Option<u32> {
    match Scope::named(section)? {
        Scope::Lss(points) if points.start() == points.end() => Some(*points.start()),
        Scope::Lss(_) | Scope::Sol(_) | Scope::Vardboende | Scope::AllSol => None,
    }
}

/// What is granted, as far as it decides who answers for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Granted<'a> {
    /// The act.
    pub act: Act,
    /// The section, without the act's name.
    pub section: Option<&'a Arc<str>>,
    /// The id of the insats.
    pub insats: &'a str,
    /// Who runs it, if that is known.
    pub regi: Option<Regi>,
}

impl Granted<'_> {
    /// Returns the point of 9 § LSS, if it is under one.
    pub fn point(&self) -> Option<u32> {
        lss_point(self.section.filter(|_| self.act == Act::Lss)?)
    }
}

/// Somebody who answers for some beslut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ansvar {
    /// Which.
    pub scope: Scope,
    /// Only those run so; whoever runs them, if nothing is said.
    pub regi: Option<Regi>,
    /// Who, in definite form.
    pub responsible: Arc<str>,
}

impl Ansvar {
    fn fits(&self, granted: &Granted<'_>) -> bool {
        let run = self.regi.is_none() || self.regi == granted.regi;
        run && self.scope.covers(granted)
    }
}

/// A usual answer, with what the routine asks beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usual {
    /// Who answers for what.
    pub ansvar: Ansvar,
    /// Who writes the summary, if that is somebody else.
    pub summary_by: Option<Arc<str>>,
    /// Who is told that the individual has needs while waiting, if anybody.
    pub needs_told: Option<Arc<str>>,
    /// What is offered while waiting, if anything, and for what.
    pub meanwhile: Option<Meanwhile>,
}

/// What is offered to whoever waits for a form of an insats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meanwhile {
    /// What is waited for: stödfamilj.
    pub waits_for: Arc<str>,
    /// What is offered: korttidsenhet.
    pub offer: Arc<str>,
}

/// Who answers for one beslut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// Who follows it up and tells the IVO-rapportör.
    pub responsible: Arc<str>,
    /// Who writes the summary.
    pub summary_by: Arc<str>,
    /// Who is told of needs while waiting, if anybody.
    pub needs_told: Option<Arc<str>>,
    /// What is offered while waiting, if anything.
    pub meanwhile: Option<Meanwhile>,
}

/// Everybody who answers for something.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Responsibilities {
    /// The nämnd's own, in the order written.
    pub own: Vec<Ansvar>,
    /// The usual ones, in the order of the catalogue.
    pub usual: Vec<Usual>,
}

/// Who sends the individrapporter.
pub const REPORTER: &str = "IVO-rapportören";

impl Responsibilities {
    /// Returns who answers for what is granted: the nämnd's own first, then
    /// the usual. Where neither says, the IVO-rapportör does.
    pub fn of(&self, granted: &Granted<'_>) -> Who {
        let own = self.own.iter().find(|ansvar| ansvar.fits(granted));
        let usual = self.usual.iter().find(|usual| usual.ansvar.fits(granted));
        let responsible = own
            .or(usual.map(|usual| &usual.ansvar))
            .map_or_else(|| REPORTER.into(), |ansvar| Arc::clone(&ansvar.responsible));
        let summary_by = usual.and_then(|usual| usual.summary_by.clone());
        Who {
            summary_by: summary_by.unwrap_or_else(|| Arc::clone(&responsible)),
            // Nobody is told what he knows.
            needs_told: usual
                .and_then(|usual| usual.needs_told.clone())
                .filter(|told| *told != responsible),
            meanwhile: usual.and_then(|usual| usual.meanwhile.clone()),
            responsible,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: Option<Scope>) {
        assert_eq!(Scope::named(text), expected, "{text}");
    }

    #[test]
    fn sections_and_ranges_are_understood() {
        case("9 § 9", Some(Scope::Lss(9..=9)));
        case("9 § 2–7", Some(Scope::Lss(2..=7)));
        case("9 § 2-7 LSS", Some(Scope::Lss(2..=7)));
        case("SoL", Some(Scope::AllSol));
        case("SoL vårdboende", Some(Scope::Vardboende));
        case("11 kap. 1 §", Some(Scope::Sol("11 kap. 1 §".into())));
        case("16 kap. 6 f §", Some(Scope::Sol("16 kap. 6 f §".into())));
        for wrong in [
            "9 §",
            "9 § 0",
            "9 § 11",
            "9 § 7–2",
            "9§9",
            "LSS",
            "kap. 1 §",
            "",
        ] {
            case(wrong, None);
        }
    }

    #[test]
    fn the_first_that_fits_holds() {
        let nine: Arc<str> = "9 § 8".into();
        let granted = |regi| Granted {
            act: Act::Lss,
            section: Some(&nine),
            insats: "boende-barn",
            regi,
        };
        let ansvar = |scope: &str, regi, responsible: &str| Ansvar {
            scope: Scope::named(scope).expect("a scope"),
            regi,
            responsible: responsible.into(),
        };
        let usual = Usual {
            ansvar: ansvar("9 § 8", None, "handläggaren"),
            summary_by: Some("utföraren".into()),
            needs_told: None,
            meanwhile: None,
        };
        let all = Responsibilities {
            own: vec![
                ansvar("9 § 8", Some(Regi::Extern), "samordnaren"),
                ansvar("9 § 1–10", Some(Regi::Extern), "ingen annan"),
            ],
            usual: vec![usual],
        };
        let told = |regi| {
            let who = all.of(&granted(regi));
            (who.responsible.to_string(), who.summary_by.to_string())
        };
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(told(Some(Regi::Extern)), pair("samordnaren", "utföraren"));
        assert_eq!(told(Some(Regi::Egen)), pair("handläggaren", "utföraren"));
        assert_eq!(told(None), pair("handläggaren", "utföraren"));
        let nobody = Responsibilities::default().of(&granted(None));
        assert_eq!(nobody.responsible.as_ref(), REPORTER);
    }
}
