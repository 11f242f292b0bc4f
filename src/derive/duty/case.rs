//! The beslut of a quarter as the IVO-rapportör's papers know them: whole, each
//! with its individrapporter and how its offers stand.

use crate::derive::duty::of_quarter;
use crate::derive::offers;
use crate::model::beslut::Beslut;
use crate::model::catalogue::Insatser;
use crate::model::catalogue::Orsaker;
use crate::model::clock::Clock;
use crate::model::duty::Individrapport;
use crate::model::offer::Offered;
use crate::model::report::Report;

/// One beslut of a quarter, with what is to be reported of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The number in lists: the row's own, else its place.
    pub nr: u32,
    /// The row.
    pub beslut: Beslut,
    /// Its individrapporter of the quarter, in the order to send them.
    pub reports: Vec<Individrapport>,
    /// How its offers stand; nothing where nothing is known of them.
    pub offered: Option<Offered>,
}

/// Returns every row of a quarter. `before` are the quarters before it of which
/// every row could be read, in any order.
pub fn cases(
    report: &Report,
    before: &[&Report],
    clock: Clock,
    insatser: &Insatser,
    orsaker: &Orsaker,
) -> Vec<Case> {
    let offered = offers::counted(report, insatser);
    let rows = of_quarter(report, before, clock).into_iter();
    rows.map(|(beslut, reports)| Case {
        nr: beslut.number(),
        beslut: beslut.clone(),
        reports,
        offered: offered
            .contains(&(beslut.act, beslut.insats.clone()))
            .then(|| offers::state(beslut, orsaker))
            .flatten(),
    })
    .collect()
}
