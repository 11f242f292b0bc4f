//! A beslut that renews another: a new clock, from the day after the earlier
//! one ran out.

use crate::finding::Finding;
use crate::model::beslut::Beslut;
use crate::model::beslut::Status;
use crate::model::quarter::Quarter;
use crate::reconcile::between::Chapter;
use crate::reconcile::between::FORNYAT_STAMMER_INTE;
use crate::reconcile::between::rows::ById;
use crate::reconcile::between::rows::Past;
use crate::reconcile::between::rows::at;
use crate::reconcile::between::rows::finding;

/// Checks the renewals that are new this quarter.
pub(super) fn check(
    now: &Chapter<'_>,
    own: &ById<'_>,
    past: &Past<'_>,
    earlier: &[Chapter<'_>],
) -> Vec<Finding> {
    let new = own.iter().filter(|(id, _)| past.remained(id).is_none());
    new.filter_map(|(id, beslut)| {
        let replaced = beslut.replaces.as_deref()?;
        let known = own
            .get(replaced)
            .map(|found| (now.report.quarter, *found))
            .or_else(|| latest(earlier, replaced));
        let message = if *id == replaced {
            "beslutet kan inte ersätta sig självt".to_owned()
        } else {
            match known {
                None => format!(
                    "«{replaced}» finns inte i något kvartal före {}",
                    now.report.quarter
                ),
                Some((quarter, old)) => against(beslut, replaced, old, quarter)?,
            }
        };
        let help = "rätta id eller datum; ta bort «ersätter» om beslutet inte förnyar ett tidigare";
        Some(finding(
            now,
            &FORNYAT_STAMMER_INTE,
            at(beslut, "ersätter"),
            message,
            help,
        ))
    })
    .collect()
}

/// Returns the latest row with an id, and its quarter.
fn latest<'a>(earlier: &'a [Chapter<'_>], id: &str) -> Option<(Quarter, &'a Beslut)> {
    earlier.iter().rev().find_map(|chapter| {
        let mut rows = chapter.report.beslut.iter().flatten();
        let found = rows.find(|beslut| beslut.id.as_deref() == Some(id))?;
        Some((chapter.report.quarter, found))
    })
}

/// Returns what does not fit between a beslut and the one it renews.
fn against(new: &Beslut, id: &str, old: &Beslut, quarter: Quarter) -> Option<String> {
    let closed_on = match old.status {
        Status::Closed(day) => day,
        Status::Executed(day) => return Some(format!("«{id}» har verkställts {day}")),
        Status::Remaining { .. } => {
            return Some(format!("«{id}» är inte avslutat: det kvarstår i {quarter}"));
        }
    };
    if (old.act, &old.insats) != (new.act, &new.insats) {
        return Some(format!("«{id}» gäller en annan insats, {}", old.insats));
    }
    let from = new.waiting.decided_on()?;
    (closed_on.succ_opt() != Some(from)).then(|| {
        format!("«{id}» avslutades {closed_on}, men beslutet är fattat {from}, inte dagen efter")
    })
}
