//! The mark of a secret paper as a value: framed on the first page, and along
//! the top of every page.

use serde::Serialize;

use crate::compose::Desk;
use crate::narrate::revisor;

/// The mark of a paper from the IVO-rapportör's desk.
#[derive(Debug, Serialize)]
pub(crate) struct Secrecy {
    /// That it is secret, and by which provision: on every page, beside the
    /// authority and the day that stand there.
    mark: String,
    /// When the mark was made, and by whom.
    note: String,
}

impl Secrecy {
    /// Returns the mark of a document.
    pub(crate) fn of(desk: &Desk<'_>) -> Self {
        let day = desk.input.order.dated_on;
        let mark = revisor::secrecy(desk.voice.law, desk.input.namnd, day);
        Self {
            mark: revisor::short_secrecy(desk.voice.law, day),
            note: mark.note,
        }
    }
}
