//! What a name in a file means: an insats, a reason, a reason for closing; and
//! whether a reason suits an insats.

use std::sync::Arc;

use crate::finding::Locus;
use crate::finding::Step;
use crate::load::keys;
use crate::load::reference;
use crate::load::schema::nearest;
use crate::load::schema::shown;
use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::catalogue::Avslutsskal;
use crate::model::catalogue::Insats;
use crate::model::catalogue::Meaning;
use crate::model::catalogue::Orsak;
use crate::model::catalogue::fold;
use crate::validate::Findings;
use crate::validate::vocabulary::INSATS_I_ANNAN_LAG;
use crate::validate::vocabulary::OKAND_INSATS;
use crate::validate::vocabulary::OKAND_ORSAK;
use crate::validate::vocabulary::OKANT_AVSLUTSSKAL;
use crate::validate::vocabulary::TVETYDIG_INSATS;
use crate::validate::vocabulary::Vocabulary;

impl Vocabulary {
    /// Returns the insats a name means, given the act if the file says one.
    pub(crate) fn insats(
        &self,
        name: &str,
        act: Option<Act>,
        locus: &Locus,
        findings: &mut Findings<'_>,
    ) -> Option<(Act, InsatsId)> {
        let acts = act.map_or(Act::ALL.to_vec(), |act| vec![act]);
        match self.insatser.find(name, &acts) {
            Meaning::One(insats, act) => Some((act, Arc::clone(&insats.id))),
            Meaning::Several(one, two) => {
                let message = if one.id == two.id {
                    format!("insatsen «{}» finns i både SoL och LSS", shown(name))
                } else {
                    format!(
                        "«{}» kan vara {} eller {}",
                        shown(name),
                        described(one),
                        described(two)
                    )
                };
                let help = settle(one, two, locus);
                findings.at(&TVETYDIG_INSATS, locus, message, help);
                None
            }
            Meaning::Unknown => {
                let elsewhere = act.is_some()
                    && !matches!(self.insatser.find(name, &Act::ALL), Meaning::Unknown);
                if let (true, Some(act)) = (elsewhere, act) {
                    let message =
                        format!("«{}» är ingen insats enligt {}", shown(name), act.name());
                    let help = "rätta «lag» eller insatsen";
                    findings.at(&INSATS_I_ANNAN_LAG, locus, message, help);
                    return None;
                }
                let help = match nearest(name, self.insatser.names()) {
                    Some(near) => format!("menade du «{near}»?"),
                    None => format!("{}; egna läggs till i namnd.yaml", reference::PLACE),
                };
                findings.at(
                    &OKAND_INSATS,
                    locus,
                    format!("okänd insats «{}»", shown(name)),
                    help,
                );
                None
            }
        }
    }

    /// Returns the reason a name means.
    pub(crate) fn orsak(
        &self,
        name: &str,
        locus: &Locus,
        findings: &mut Findings<'_>,
    ) -> Option<&Orsak> {
        let found = self.orsaker.find(name);
        if found.is_none() {
            let help = match nearest(name, self.orsaker.names()) {
                Some(near) => format!("menade du «{near}»?"),
                None => {
                    let main: Vec<_> = self.orsaker.main().map(|main| main.id.as_ref()).collect();
                    format!("skriv {}; hela {}", keys::either(&main), reference::PLACE)
                }
            };
            findings.at(
                &OKAND_ORSAK,
                locus,
                format!("okänd orsak «{}»", shown(name)),
                help,
            );
        }
        found
    }

    /// Returns what is odd about a reason at an insats, and what to do, or nothing
    /// if it suits.
    pub(crate) fn unlikely(&self, orsak: &str, insats: &str) -> Option<(String, String)> {
        let orsak = self.orsaker.get(orsak).filter(|orsak| orsak.housing_only)?;
        let insats = self
            .insatser
            .get(insats)
            .filter(|insats| insats.housing == Some(false))?;
        let message = format!(
            "orsaken «{}» förutsätter ett boende, men insatsen är {}",
            orsak.id, insats.id
        );
        let help = "kontrollera orsaken; saknas en plats eller någon som utför insatsen är det \
                    «ingen-ledig-plats» eller «personal»";
        Some((message, help.to_owned()))
    }

    /// Returns the reason for closing a name means, if it is known.
    pub(crate) fn closing(&self, name: &str) -> Option<&Avslutsskal> {
        let folded = fold(name);
        self.avslutsskal.iter().find(|skal| {
            [&skal.id, &skal.name]
                .into_iter()
                .chain(&skal.alias)
                .any(|n| fold(n) == folded)
        })
    }

    /// Returns the reason for closing a name means.
    pub(crate) fn avslutsskal(
        &self,
        name: &str,
        locus: &Locus,
        findings: &mut Findings<'_>,
    ) -> Option<&Avslutsskal> {
        let found = self.closing(name);
        if found.is_none() {
            let known = self.avslutsskal.iter().map(|skal| skal.id.as_ref());
            let help = match nearest(name, known.clone()) {
                Some(near) => format!("menade du «{near}»?"),
                None => format!("skriv {}", keys::either(&known.collect::<Vec<_>>())),
            };
            let message = format!("okänt avslutsskäl «{}»", shown(name));
            findings.at(&OKANT_AVSLUTSSKAL, locus, message, help);
        }
        found
    }
}

/// Returns how to say which of two insatser of the same name is meant.
fn settle(one: &Insats, two: &Insats, locus: &Locus) -> String {
    let ids = format!("skriv «{}» eller «{}»", one.id, two.id);
    if one.acts().eq(two.acts()) && one.id != two.id {
        return ids;
    }
    let act = match locus {
        Locus::Key(route) if route.0.first() == Some(&Step::Key("pågående".into())) => {
            "ta bort den; «pågående» kan inte säga vilken lag den gäller"
        }
        Locus::Key(_) => "lägg insatsen i en grupp med «lag»",
        _ => "lägg till «lag: SoL» eller «lag: LSS» i raden",
    };
    if one.id == two.id {
        act.to_owned()
    } else {
        format!("{act}, eller {ids}")
    }
}

fn described(insats: &Insats) -> String {
    let acts: Vec<_> = insats.acts().map(Act::name).collect();
    format!("{} ({})", insats.id, acts.join(", "))
}
