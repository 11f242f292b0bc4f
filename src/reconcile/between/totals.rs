//! Without ids: what was due before the quarter against what remained when the
//! quarter before ended, in all and by insats.

use crate::derive::Figures;
use crate::finding::Finding;
use crate::finding::Locus;
use crate::finding::Route;
use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::reconcile::at;
use crate::reconcile::between::ATERRAPPORTERING_STAMMER_INTE;
use crate::reconcile::between::Chapter;
use crate::reconcile::between::FARRE_AN_KVARSTOD;
use crate::reconcile::between::FLER_AN_KVARSTOD;
use crate::reconcile::between::rows::finding;

/// Compares a quarter with the one before.
pub(super) fn check(now: &Chapter<'_>, before: &Chapter<'_>) -> Vec<Finding> {
    if now.report.beslut.is_some() {
        return from_rows(now, before);
    }
    stated(now, before)
}

fn get(figures: &Figures, key: &Key) -> Option<u32> {
    figures.get(key).and_then(Figure::exact)
}

/// One insats: due before the quarter, and remaining when the one before ended.
struct Pair<'a> {
    insats: &'a InsatsId,
    due: u32,
    left: u32,
}

impl Pair<'_> {
    fn told(&self) -> String {
        format!("{} {} mot {}", self.insats, self.due, self.left)
    }
}

/// Returns what remained of an insats; where all others and the total are
/// known, the one that is not is what is left of it.
fn left(before: &Figures, act: Act, insats: &InsatsId) -> Option<u32> {
    let remaining = Key::total(Measure::Remaining);
    let own = remaining.clone().of_insats(act, insats);
    if let Some(known) = get(before, &own) {
        return Some(known);
    }
    let others: Option<u32> = before
        .insatser
        .iter()
        .filter(|(a, id)| (*a, id) != (act, insats))
        .map(|(act, id)| get(before, &remaining.clone().of_insats(*act, id)))
        .sum();
    let named = before
        .insatser
        .iter()
        .any(|(a, id)| (*a, id) == (act, insats));
    get(before, &remaining)?.checked_sub(others.filter(|_| named)?)
}

fn from_rows(now: &Chapter<'_>, before: &Chapter<'_>) -> Vec<Finding> {
    let due = Key::total(Measure::DueEarlier);
    let mut insatser: Vec<&(Act, InsatsId)> = now.figures.insatser.iter().collect();
    let gone = before.figures.insatser.iter();
    insatser.extend(gone.filter(|known| !now.figures.insatser.contains(known)));
    let pairs: Vec<Pair<'_>> = insatser
        .into_iter()
        .filter_map(|(act, insats)| {
            Some(Pair {
                insats,
                due: get(now.figures, &due.clone().of_insats(*act, insats))?,
                left: left(before.figures, *act, insats)?,
            })
        })
        .collect();
    let (more, fewer): (Vec<&Pair<'_>>, Vec<&Pair<'_>>) = pairs
        .iter()
        .filter(|pair| pair.due != pair.left)
        .partition(|pair| pair.due > pair.left);
    let listed = |pairs: &[&Pair<'_>]| {
        pairs
            .iter()
            .map(|p| p.told())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let quarter = before.report.quarter;
    let locus = || Locus::Key(Route::default().key("beslut"));
    let total = get(now.figures, &due).zip(get(before.figures, &Key::total(Measure::Remaining)));
    let over =
        total.and_then(|(due, left)| Some((due, left, due.checked_sub(left).filter(|n| *n > 0)?)));
    let by_insats: u32 = more.iter().map(|pair| pair.due - pair.left).sum();
    let mut findings = vec![];
    if over.is_some() || by_insats > 0 {
        let in_all = over.map(|(due, left, n)| {
            format!(
                "{due} beslut hade passerat tre månader före kvartalet, men bara {left} kvarstod i \
                 {quarter}: minst {n} rapporteras för sent"
            )
        });
        let parts = (by_insats > 0)
            .then(|| format!("räknat per insats minst {by_insats} ({})", listed(&more)));
        let message = [in_all, parts]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("; ");
        let help = "ge raderna id så syns vilka det är, och skriv «borde_rapporterats» vid dem";
        findings.push(finding(now, &FLER_AN_KVARSTOD, locus(), message, help));
    }
    if !fewer.is_empty() {
        let gone: u32 = fewer.iter().map(|pair| pair.left - pair.due).sum();
        let message = format!(
            "minst {gone} beslut som kvarstod i {quarter} finns inte här ({})",
            listed(&fewer)
        );
        let help = "lägg till de rader som saknas: kvar, verkställda eller avslutade";
        findings.push(finding(now, &FARRE_AN_KVARSTOD, locus(), message, help));
    }
    findings
}

/// Holds stated figures against what remained in the quarter before.
fn stated(now: &Chapter<'_>, before: &Chapter<'_>) -> Vec<Finding> {
    let mut findings = vec![];
    let mut wrong_in_all = false;
    let mut sets: Vec<Key> = vec![Key::total(Measure::Reported)];
    sets.extend(
        now.figures
            .insatser
            .iter()
            .map(|(act, id)| Key::total(Measure::Reported).of_insats(*act, id)),
    );
    for set in sets {
        let Some(left) = get(before.figures, &set.measuring(Measure::Remaining)) else {
            continue;
        };
        let stated = |measure| now.report.stated.get(&set.measuring(measure));
        let exact = |measure| get(now.figures, &set.measuring(measure));
        // One fault is told once: in all, or by insats.
        if wrong_in_all && set.insats.is_some() {
            break;
        }
        let quarter = before.report.quarter;
        if let (Some(place), Some(again)) = (stated(Measure::Again), exact(Measure::Again))
            && again != left
        {
            let message = format!("{again} återrapporterade, men {left} kvarstod i {quarter}");
            let help = "rätta siffran här, eller i det förra kvartalet";
            findings.push(at(
                &ATERRAPPORTERING_STAMMER_INTE,
                now.path,
                place,
                message,
                help,
            ));
        } else if let (Some(place), Some(all)) =
            (stated(Measure::Reported), exact(Measure::Reported))
            && let new = exact(Measure::New).unwrap_or(0)
            && all.checked_sub(new).is_none_or(|again| again < left)
        {
            let message = match new {
                0 => format!("{all} rapporterade, men {left} kvarstod i {quarter}"),
                new => {
                    format!("{all} rapporterade varav {new} nya, men {left} kvarstod i {quarter}")
                }
            };
            let help = "kontrollera siffrorna; allt som kvarstod ska rapporteras igen";
            findings.push(at(&FARRE_AN_KVARSTOD, now.path, place, message, help));
        } else {
            continue;
        }
        wrong_in_all |= set.insats.is_none();
    }
    findings
}
