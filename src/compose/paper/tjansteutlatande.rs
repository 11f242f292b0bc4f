//! What the administration says to an instans that is to decide, or to be told.

use serde::Serialize;

use crate::compose::Desk;
use crate::compose::paper;
use crate::compose::paper::Paper;
use crate::compose::paper::fact;
use crate::model::instans::Form;

/// The value of `tjansteutlatande.typ`.
#[derive(Debug, Serialize)]
pub struct Tjansteutlatande {
    #[serde(flatten)]
    paper: Paper,
    /// One or two who sign.
    signers: Vec<Signer>,
}

#[derive(Debug, Serialize)]
struct Signer {
    title: String,
    name: Option<String>,
}

/// Composes the paper.
pub(crate) fn compose(desk: &mut Desk<'_>) -> Tjansteutlatande {
    let order = desk.input.order;
    let form: Option<&Form> = paper::form(desk);
    let facts = [
        fact("Datum", Some(order.dated_on)),
        fact("Diarienummer", order.diarienummer.as_ref()),
        fact(
            "Handläggare",
            form.and_then(|form| form.handlaggare.as_ref()),
        ),
        fact("Sammanträde", order.meeting_on),
    ];
    let signers = form.into_iter().flat_map(|form| &form.signers);
    let signers = signers.map(|signer| Signer {
        title: signer.title.to_string(),
        name: signer.name.as_deref().map(str::to_owned),
    });
    Tjansteutlatande {
        signers: signers.collect(),
        paper: paper::compose(desk, facts.into_iter().flatten().collect()),
    }
}
