//! A claim held against the figure it is about, and the placeholder that gives
//! it.

use crate::finding::Finding;
use crate::model::beslut::InsatsId;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::model::text::Placeholder;
use crate::model::text::Text;
use crate::model::text::What;
use crate::reconcile::texts::Quarter;
use crate::reconcile::texts::SIFFRA_I_TEXT;
use crate::reconcile::texts::SIFFRA_MOT_RADER;
use crate::reconcile::texts::SKRIVEN_DOLD_SIFFRA;
use crate::reconcile::texts::claims::Claim;
use crate::reconcile::texts::is_part;

impl Quarter<'_> {
    /// Returns the number a placeholder becomes.
    pub(super) fn told(&self, placeholder: &Placeholder) -> Option<u32> {
        let What::Figure(key) = &placeholder.what else {
            return None;
        };
        let key = |act| match &placeholder.insats {
            Some(id) => key.clone().of_insats(act, id),
            None => key.clone(),
        };
        let Some(id) = &placeholder.insats else {
            let exact = self.figures.get(&key(crate::model::beslut::Act::Sol));
            return exact?.exact();
        };
        let mut acts = self
            .figures
            .insatser
            .iter()
            .filter(|(_, known)| known == id);
        let (act, _) = acts.next()?;
        self.figures.get(&key(*act))?.exact()
    }

    /// Returns a figure of an insats under all its acts, or of everything.
    pub(super) fn value(&self, insats: Option<&InsatsId>, measure: &Measure) -> Option<u32> {
        let key = Key::total(measure.clone());
        let Some(id) = insats else {
            return self.figures.get(&key)?.exact();
        };
        let mut sum = None;
        for (act, _) in self
            .figures
            .insatser
            .iter()
            .filter(|(_, known)| known == id)
        {
            let part = self
                .figures
                .get(&key.clone().of_insats(*act, id))?
                .exact()?;
            sum = Some(sum.unwrap_or(0) + part);
        }
        sum
    }

    /// Returns whether a figure is hidden in documents for everybody.
    fn is_hidden(&self, insats: Option<&InsatsId>, measure: &Measure) -> bool {
        let key = Key::total(measure.clone());
        let Some(id) = insats else {
            return (self.hidden)(&key);
        };
        let acts = self.figures.insatser.iter();
        let mut acts = acts.filter(|(_, known)| known == id);
        acts.any(|(act, _)| (self.hidden)(&key.clone().of_insats(*act, id)))
    }

    /// Returns what a claim breaks, if anything.
    pub(super) fn finding(
        &self,
        insats: Option<&InsatsId>,
        claim: &Claim,
        text: &Text,
    ) -> Option<Finding> {
        let typed = claim.number.value()?;
        let values: Option<Vec<u32>> = claim
            .counts
            .iter()
            .map(|measure| self.value(insats, measure))
            .collect();
        let first = claim.counts.first()?;
        if let Some(measure) = claim
            .counts
            .iter()
            .find(|measure| self.value(insats, measure) == Some(typed))
        {
            if self.is_hidden(insats, measure) {
                let message = format!(
                    "siffran «{}» röjer en grupp som är dold i handlingar för alla",
                    claim.written
                );
                let help = "skriv om texten utan siffran, till exempel med «några»";
                return Some(self.at(&SKRIVEN_DOLD_SIFFRA, text, &claim.words, message, help));
            }
            let placeholder = self.placeholder(insats, measure)?;
            let message = format!("siffran «{}» är skriven för hand", claim.written);
            let help = format!(
                "skriv {placeholder} i stället, så blir den alltid densamma som i tabellerna; ska \
                 siffran stå kan den släppas under «granskad»"
            );
            return Some(self.at(&SIFFRA_I_TEXT, text, &claim.words, message, &help));
        }
        let counted = *values?.first()?;
        // «I ett fall har den enskilde tackat nej» begins a story.
        if typed == 1 && is_part(claim) && counted > 1 {
            return None;
        }
        let (from, source) = match self.report.beslut {
            Some(_) => ("raderna ger", "raderna"),
            None => ("sammanställningen ger", "sammanställningen"),
        };
        let message = format!(
            "texten säger {}, {from} {counted}",
            claim.written.to_lowercase()
        );
        let instead = self.placeholder(insats, first).map_or(
            format!("rätta siffran eller {source}"),
            |placeholder| {
                format!("skriv {placeholder} i stället för siffran, eller rätta {source}")
            },
        );
        let help = format!("{instead}; räknar texten något annat kan den släppas under «granskad»");
        Some(self.at(&SIFFRA_MOT_RADER, text, &claim.words, message, &help))
    }

    /// Returns the placeholder for a figure, if there is one that works.
    fn placeholder(&self, insats: Option<&InsatsId>, measure: &Measure) -> Option<String> {
        let name = match measure {
            Measure::Reported => "rapporterade".to_owned(),
            Measure::Executed => "verkställda".to_owned(),
            Measure::Closed => "avslutade".to_owned(),
            Measure::Ended => "verkställda_eller_avslutade".to_owned(),
            Measure::Remaining => "kvarstår".to_owned(),
            Measure::Avbrott(Population::Remaining) => "avbrott".to_owned(),
            Measure::Delvis(Population::Remaining) => "delvis".to_owned(),
            Measure::Orsak(Population::Remaining, id) => format!("orsak-{id}"),
            _ => return None,
        };
        let Some(id) = insats else {
            return Some(format!("{{{name}}}"));
        };
        let acts = self
            .figures
            .insatser
            .iter()
            .filter(|(_, known)| known == id);
        (acts.count() == 1).then(|| format!("{{{id}.{name}}}"))
    }
}
