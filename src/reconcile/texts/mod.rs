//! The nämnd's own texts against the figures: typed numbers that a placeholder
//! should give, typed numbers that the figures contradict, and texts that
//! account for fewer cases than there are.
//!
//! In go a quarter's texts and its figures, out come findings that point at the
//! words. `tokens` reads words and sentences, `names` what is known by name,
//! `claims` and `outcome` what a sentence says for certain; `held` has the figure
//! it is held against. `accounted` adds up the cases a text tells of. What is
//! uncertain gives no finding.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::derive::Figures;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Rule;
use crate::model::beslut::InsatsId;
use crate::model::catalogue::Insatser;
use crate::model::report::Report;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::text::About;
use crate::model::text::Placeholder;
use crate::model::text::Text;

mod accounted;
mod claims;
mod held;
mod lexicon;
mod names;
mod outcome;
mod tokens;

use claims::Claim;
use names::Names;
use tokens::Paragraph;

/// A typed number that a placeholder can give.
pub const SIFFRA_I_TEXT: Rule = Rule {
    slug: "siffra-i-text",
    level: Level::Warning,
    fixed: false,
    explain: "En siffra som är skriven för hand blir kvar när raderna ändras. En platshållare ger \
              alltid samma siffra som tabellerna. Ska siffran stå kan anmärkningen släppas.",
    source: "Dataformat 1",
};
/// A typed number that the figures contradict.
pub const SIFFRA_MOT_RADER: Rule = Rule {
    slug: "siffra-mot-rader",
    level: Level::Error,
    fixed: false,
    explain: "Texten säger ett antal och raderna, eller sammanställningen, ett annat. Då motsäger \
              handlingen sig själv. Räknar texten något annat kan anmärkningen släppas.",
    source: "Dataformat 1",
};
/// A typed number that public documents hide.
pub const SKRIVEN_DOLD_SIFFRA: Rule = Rule {
    slug: "skriven-dold-siffra",
    level: Level::Error,
    fixed: true,
    explain: "Texten har en siffra som inte visas i handlingar för alla, eftersom den röjer en liten \
              grupp. Står den i texten hjälper det inte att den är dold i tabellen.",
    source: "26 kap. 1 § OSL (2009:400)",
};
/// A text that tells of another number of cases than remain.
pub const TEXT_REDOVISAR_FARRE: Rule = Rule {
    slug: "text-redovisar-farre",
    level: Level::Warning,
    fixed: false,
    explain: "En text som går igenom fallen ett för ett ska gå igenom alla som kvarstår, och inte \
              fler. Annars undrar läsaren vart resten tog vägen. Är texten rätt kan anmärkningen \
              släppas.",
    source: "28 f § LSS och 34 kap. 1 § SoL (2025:400): orsaken till varje dröjsmål",
};

/// Checks the texts of a quarter against its figures, `hidden` of which are in
/// no document for everybody.
pub fn check(
    report: &Report,
    figures: &Figures,
    insatser: &Insatser,
    hidden: &dyn Fn(&Key) -> bool,
    path: &Arc<str>,
) -> Vec<Finding> {
    let mut acts: Vec<_> = figures.insatser.iter().map(|(act, _)| *act).collect();
    acts.sort();
    acts.dedup();
    let only = match acts[..] {
        [act] => Some(act),
        _ => None,
    };
    let quarter = Quarter {
        report,
        figures,
        names: Names::new(insatser, report.quarter, only),
        groups: figures
            .figures
            .keys()
            .filter_map(|key| key.group.as_ref())
            .map(|group| group.to_lowercase())
            .collect(),
        // An order that names no act covers all of them.
        whole: report
            .orders
            .iter()
            .filter(|order| order.kind.has_own_texts())
            .all(|order| order.acts.is_empty() || acts.iter().all(|act| order.acts.contains(act))),
        hidden,
        path,
    };
    report
        .texts
        .iter()
        .flat_map(|text| quarter.text(text))
        .collect()
}

/// What the texts of a quarter are held against.
struct Quarter<'a> {
    report: &'a Report,
    figures: &'a Figures,
    names: Names,
    /// The units, in lower case.
    groups: BTreeSet<String>,
    /// Whether every document with texts covers all acts, so that its total is
    /// the quarter's.
    whole: bool,
    /// Whether a figure is hidden in documents for everybody.
    hidden: &'a dyn Fn(&Key) -> bool,
    path: &'a Arc<str>,
}

impl Quarter<'_> {
    fn text(&self, text: &Text) -> Vec<Finding> {
        let own = match &text.about {
            About::Insats(id) => Some(id),
            About::Section("utforare") => return vec![],
            About::Section(_) | About::Own(_) => None,
        };
        let told = |placeholder: &Placeholder| self.told(placeholder);
        let paragraphs = tokens::read(&text.blocks, &told);
        let mut claims: Vec<(Option<InsatsId>, Claim)> = vec![];
        let mut understood = true;
        for paragraph in &paragraphs {
            understood &= self.claims(paragraph, own, &mut claims);
        }
        let mut findings = vec![];
        for (at, (insats, claim)) in claims.iter().enumerate() {
            let same = |(other, two): &&(Option<InsatsId>, Claim)| {
                other == insats && two.counts == claim.counts
            };
            let all: Vec<_> = claims.iter().filter(same).collect();
            let first = !claims[..at].iter().any(|other| same(&other));
            // Two numbers of the same thing may be parts of it.
            let agreed = all.iter().all(|(_, two)| two.number == claim.number);
            let finding = self.finding(insats.as_ref(), claim, text);
            findings.extend(finding.filter(|finding| {
                let wrong = finding.rule.slug == SIFFRA_MOT_RADER.slug;
                let whole = understood || !is_part(claim);
                first && agreed && (!wrong || all.len() == 1 && whole)
            }));
        }
        let remaining = own.and_then(|id| self.value(Some(id), &Measure::Remaining));
        let reported = own.and_then(|id| self.value(Some(id), &Measure::Reported));
        if let Some(remaining) = remaining.filter(|n| *n > 0)
            && let Some((sum, words)) = accounted::differing(&paragraphs, remaining, reported)
        {
            let message = if sum < remaining {
                format!("texten redovisar {sum} av {remaining} fall som kvarstår")
            } else {
                format!("texten redovisar {sum} fall, men bara {remaining} kvarstår")
            };
            let help = "gå igenom alla fall som kvarstår, eller skriv vad som gäller för de \
                        övriga; är texten rätt kan anmärkningen släppas under «granskad»";
            findings.push(self.at(&TEXT_REDOVISAR_FARRE, text, &words, message, help));
        }
        findings
    }

    /// Adds the claims of a paragraph, each with the insats it is about, and
    /// says whether all its numbers were understood.
    fn claims(
        &self,
        paragraph: &Paragraph,
        own: Option<&InsatsId>,
        list: &mut Vec<(Option<InsatsId>, Claim)>,
    ) -> bool {
        let mut before = None;
        let mut understood = true;
        // Whether the paragraph has come to speak of something narrower.
        let mut strayed = self.names_a_group(paragraph);
        let mut wandered = false;
        for sentence in &paragraph.sentences {
            let said = claims::read(&self.names.read(sentence), &mut before);
            let about = self.about(&said.insatser, own);
            let changed = own.is_none() && !said.insatser.is_empty();
            let kept = !strayed && (!wandered || said.total || own.is_some());
            if let Some(about) = about.filter(|about| kept || (changed && about.is_some())) {
                list.extend(said.claims.into_iter().map(|claim| (about.clone(), claim)));
            }
            understood &= !said.uncertain;
            strayed |= said.uncertain || changed;
            wandered |= !said.plain;
        }
        understood
    }

    /// Returns what a sentence is about: the text's own insats, or in other
    /// texts the one it names, or everything. Nothing if that is uncertain.
    fn about(&self, named: &[Vec<InsatsId>], own: Option<&InsatsId>) -> Option<Option<InsatsId>> {
        if let Some(own) = own {
            let all = named.iter().all(|ids| ids.contains(own));
            return all.then(|| Some(InsatsId::clone(own)));
        }
        let Some((first, rest)) = named.split_first() else {
            return self.whole.then_some(None);
        };
        let known = |id: &&InsatsId| self.figures.insatser.iter().any(|(_, known)| known == *id);
        let mut ids = first.iter().filter(known);
        let id = ids.next()?;
        let alone = ids.next().is_none() && rest.iter().all(|ids| ids == first);
        alone.then(|| Some(InsatsId::clone(id)))
    }

    /// Whether a paragraph names a unit, so that its numbers may be the unit's.
    fn names_a_group(&self, paragraph: &Paragraph) -> bool {
        let mut words = paragraph.sentences.iter().flatten();
        words.any(|word| {
            let begins = |group: &String| word.text.starts_with(group);
            !word.text.is_empty() && self.groups.iter().any(begins)
        })
    }

    fn at(
        &self,
        rule: &'static Rule,
        text: &Text,
        words: &str,
        message: String,
        help: &str,
    ) -> Finding {
        let locus = Locus::Words(text.route.clone(), words.to_owned());
        Finding::new(rule, self.path, locus, message, help)
    }
}

/// Whether a claim is of some of the beslut: a text may tell of them bit by bit.
fn is_part(claim: &Claim) -> bool {
    matches!(
        claim.counts.first(),
        Some(Measure::Orsak(..) | Measure::Avbrott(_) | Measure::Delvis(_))
    )
}

#[cfg(test)]
mod tests;
