//! What a receiver is to be told, and the quarter does not say: reasons,
//! elapsed time, sex; and denominators that are too small.
//!
//! Kommunfullmäktige's statistikrapport must have how many beslut there are, of
//! which types, and how long it has been since each (LSS 28 h §, SoL (2025:400)
//! 34 kap. 3 §); there a lack is an error. Elsewhere it is told as missing. A
//! decision date that is not known is no such lack: the time is then counted from
//! the interruption, and the paper says so.

use std::sync::Arc;

use crate::derive::Figures;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Rule;
use crate::model::beslut::Act;
use crate::model::beslut::Beslut;
use crate::model::beslut::InsatsId;
use crate::model::beslut::Sex;
use crate::model::catalogue::Orsaker;
use crate::model::clock::Clock;
use crate::model::report::Report;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population::Remaining;

/// A remaining beslut without a reason.
pub const ORSAK_SAKNAS: Rule = Rule {
    slug: "orsak-saknas",
    level: Level::Warning,
    fixed: false,
    explain: "Varje beslut som inte är verkställt ska ha en huvudorsak. Annars blir orsakerna färre \
              än besluten, och läsaren får inte veta varför.",
    source: "28 f § LSS, 34 kap. 1 § SoL (2025:400): kortfattade skäl till dröjsmålet",
};
/// No known decision date.
pub const BESLUTSDATUM_SAKNAS: Rule = Rule {
    slug: "beslutsdatum-saknas",
    level: Level::Warning,
    fixed: false,
    explain: "Statistiken till fullmäktige ska ange tiden från dagen för varje beslut, också efter \
              ett avbrott. Saknas beslutsdatum räknas tiden från avbrottet, och det står i \
              handlingen.",
    source: "28 h § LSS, 34 kap. 3 § SoL (2025:400)",
};
/// Figures that do not hold what the statistikrapport must have.
pub const OFULLSTANDIG_STATISTIK: Rule = Rule {
    slug: "ofullstandig-statistik",
    level: Level::Warning,
    fixed: false,
    explain: "Statistiken till fullmäktige ska ange hur många beslut som inte är verkställda, vilka \
              slag av insatser de gäller och hur lång tid som har gått. Kön hör till det som \
              brukar anges.",
    source: "28 h § LSS, 34 kap. 3 § SoL (2025:400)",
};
/// A denominator smaller than what it is to divide.
pub const NAMNARE_UNDER_ANTALET: Rule = Rule {
    slug: "namnare-under-antalet",
    level: Level::Error,
    fixed: false,
    explain: "De ej verkställda besluten hör till de pågående. Är de fler blir andelen över hundra \
              procent.",
    source: "Bilaga 1, andel ej verkställda",
};

/// What a quarter is held against.
pub struct Rules<'a> {
    /// The reasons there are.
    pub orsaker: &'a Orsaker,
    /// The clock that says which beslut are reportable.
    pub clock: Clock,
    /// Whether a document asks for what the law asks for kommunfullmäktige's
    /// statistik.
    pub statute: bool,
}

/// Checks a quarter.
pub fn check(
    report: &Report,
    figures: &Figures,
    rules: &Rules<'_>,
    path: &Arc<str>,
) -> Vec<Finding> {
    let desk = Desk {
        report,
        figures,
        rules,
        level: if rules.statute {
            Level::Error
        } else {
            Level::Warning
        },
        path,
    };
    let mut findings = desk.reasons();
    // Without a document nobody is to be told.
    if !report.orders.is_empty() {
        findings.extend(desk.dates());
        findings.extend(desk.statistics());
    }
    findings.extend(desk.denominators());
    findings
}

struct Desk<'a> {
    report: &'a Report,
    figures: &'a Figures,
    rules: &'a Rules<'a>,
    level: Level,
    path: &'a Arc<str>,
}

impl Desk<'_> {
    fn get(&self, key: &Key) -> Option<u32> {
        self.figures.get(key).and_then(Figure::exact)
    }

    fn finding(&self, rule: &'static Rule, locus: Locus, message: String, help: &str) -> Finding {
        Finding::new(rule, self.path, locus, message, help)
    }

    /// Returns how many reasons are stated for the remaining beslut of an
    /// insats, if any are.
    fn stated_reasons(&self, act: Act, insats: &InsatsId) -> Option<(u32, &Route)> {
        let stated = &self.report.stated;
        let parts: Vec<_> = stated
            .figures
            .iter()
            .filter(|figure| {
                let key = &figure.key;
                let main = |id: &str| self.rules.orsaker.get(id).is_some_and(|o| o.main == o.id);
                key.act == Some(act)
                    && key.insats.as_ref() == Some(insats)
                    && key.group.is_none()
                    && key.sex.is_none()
                    && matches!(&key.measure, Measure::Orsak(Remaining, id) if main(id))
            })
            .collect();
        let first = parts.first()?;
        let sum = parts.iter().filter_map(|part| part.figure.exact()).sum();
        Some((sum, &first.route))
    }

    /// Remaining beslut that no reason is given for.
    fn reasons(&self) -> Vec<Finding> {
        let help =
            "skriv «orsak», till exempel personal, ledig-bostad, tackat-nej eller annat-skal";
        let mut findings = vec![];
        let due = |beslut: &Beslut| {
            let from = self
                .rules
                .clock
                .reportable_from(beslut.waiting.clock_start());
            from <= self.report.quarter.last_day()
        };
        let waiting = self
            .report
            .counted()
            .filter(|b| b.status.remains() && due(b));
        for beslut in waiting.filter(|b| b.orsak.is_none()) {
            // Reasons may be known as counts, without being known row by row.
            let remaining = Key::total(Measure::Remaining).of_insats(beslut.act, &beslut.insats);
            let stated = self.stated_reasons(beslut.act, &beslut.insats);
            if stated.is_some_and(|(sum, _)| self.get(&remaining).is_some_and(|all| sum >= all)) {
                continue;
            }
            let route = Route::default().key("beslut").index(beslut.index);
            let message = "beslutet kvarstår men har ingen orsak".to_owned();
            findings.push(self.finding(&ORSAK_SAKNAS, Locus::Value(route), message, help));
        }
        if self.report.beslut.is_some() {
            return findings;
        }
        for (act, insats) in &self.figures.insatser {
            let remaining = Key::total(Measure::Remaining).of_insats(*act, insats);
            let (Some(all), Some((sum, route))) =
                (self.get(&remaining), self.stated_reasons(*act, insats))
            else {
                continue;
            };
            if sum < all {
                let message = format!("{all} beslut kvarstår, men bara {sum} har en orsak");
                let help = "lägg till orsaken för de övriga";
                findings.push(self.finding(
                    &ORSAK_SAKNAS,
                    Locus::Value(route.clone()),
                    message,
                    help,
                ));
            }
        }
        findings
    }

    /// Remaining rows whose decision date is not known.
    fn dates(&self) -> Option<Finding> {
        let remaining: Vec<_> = self
            .report
            .counted()
            .filter(|b| b.status.remains())
            .collect();
        let undated: Vec<_> = remaining
            .iter()
            .filter(|beslut| beslut.waiting.decided_on().is_none())
            .collect();
        let route = Route::default().key("beslut").index(undated.first()?.index);
        let message = match (undated.len(), remaining.len()) {
            (1, _) => "beslutet har inget beslutsdatum, så tiden räknas från avbrottet".to_owned(),
            (n, all) => format!(
                "{n} av {all} beslut som kvarstår saknar beslutsdatum, så tiden räknas från avbrottet"
            ),
        };
        let help = "lägg till «beslutsdatum» om det är känt";
        Some(self.finding(&BESLUTSDATUM_SAKNAS, Locus::Value(route), message, help))
    }

    /// What totals without rows lack.
    fn statistics(&self) -> Option<Finding> {
        let of = |(act, id): &(Act, InsatsId)| {
            self.get(&Key::total(Measure::Remaining).of_insats(*act, id))
        };
        let parts = self.figures.insatser.iter().filter_map(of).sum::<u32>();
        let all = self.get(&Key::total(Measure::Remaining)).unwrap_or(parts);
        if all == 0 {
            return None;
        }
        if self.report.beslut.is_some() {
            return None;
        }
        let has = |test: &dyn Fn(&Key) -> bool| self.figures.figures.keys().any(test);
        let by_insats = has(&|key| key.insats.is_some() && key.measure == Measure::Remaining);
        let waited = has(&|key| matches!(key.measure, Measure::Waited(Remaining, ..)));
        let by_sex = has(&|key| key.sex == Some(Sex::Kvinna) && key.measure == Measure::Remaining);
        // Only the statute's own document tells the two populations apart.
        let apart = has(&|key| key.measure == Measure::Avbrott(Remaining)) || !self.rules.statute;
        let missing: Vec<&str> = [
            (by_insats, "slag av insatser"),
            (apart, "avbrott"),
            (waited, "förfluten tid"),
            (by_sex, "kön"),
        ]
        .into_iter()
        .filter(|(there, _)| !there)
        .map(|(_, what)| what)
        .collect();
        let what = match missing.as_slice() {
            [] => return None,
            [one] => (*one).to_owned(),
            [first @ .., last] => format!("{} och {last}", first.join(", ")),
        };
        let message = format!("uppgift saknas om {what} för de {all} beslut som kvarstår");
        let help = if apart {
            "lägg till «insatser», «tidsband» och en delning på kön, eller raderna"
        } else {
            "lägg till «insatser», «avbrott», «tidsband» och en delning på kön, eller raderna"
        };
        let locus = Locus::Key(Route::default().key("sammanställning"));
        let mut finding = self.finding(&OFULLSTANDIG_STATISTIK, locus, message, help);
        finding.level = self.level;
        Some(finding)
    }

    /// Denominators of a share that are smaller than the count; by sex where
    /// they are given so.
    fn denominators(&self) -> Vec<Finding> {
        let mut findings: Vec<(Key, Finding)> = vec![];
        let stated = self.report.stated.figures.iter();
        let mut ongoing: Vec<_> = stated
            .filter(|figure| figure.key.measure == Measure::Ongoing)
            .collect();
        // A sum is only looked at where its parts are in order.
        ongoing.sort_by_key(|figure| figure.summed);
        for figure in ongoing {
            let (Some(most), Some(left)) = (
                figure.figure.exact(),
                self.get(&figure.key.measuring(Measure::Remaining)),
            ) else {
                continue;
            };
            let told = |key: &Key| key.insats == figure.key.insats && key.act == figure.key.act;
            if left <= most || findings.iter().any(|(key, _)| told(key)) {
                continue;
            }
            let message = format!("{most} pågående, men {left} ej verkställda");
            let help = "rätta antalet; de ej verkställda räknas in i de pågående";
            let locus = Locus::Value(figure.route.clone());
            let finding = self.finding(&NAMNARE_UNDER_ANTALET, locus, message, help);
            findings.push((figure.key.clone(), finding));
        }
        findings.into_iter().map(|(_, finding)| finding).collect()
    }
}
