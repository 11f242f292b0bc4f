//! What an instans has decided, out of its minutes. Without its paragraph or its
//! day it is a draft, and says so.

use serde::Serialize;

use crate::compose::Desk;
use crate::compose::paper;
use crate::compose::paper::Paper;
use crate::compose::paper::fact;
use crate::narrate::number::NO_BREAK;

/// The value of `protokollsutdrag.typ`.
#[derive(Debug, Serialize)]
pub struct Protokollsutdrag {
    #[serde(flatten)]
    paper: Paper,
    /// Empty boxes for those who approve the minutes and certify the extract.
    boxes: [&'static str; 3],
}

/// Composes the paper.
pub(crate) fn compose(desk: &mut Desk<'_>) -> Protokollsutdrag {
    let order = desk.input.order;
    let later = || "anges senare".to_owned();
    let meeting = order.meeting_on.map(|day| day.to_string());
    let paragraph = order.paragraph.map(|n| format!("§{NO_BREAK}{n}"));
    let facts = [
        fact("Sammanträde", Some(meeting.unwrap_or_else(later))),
        fact("Paragraf", Some(paragraph.unwrap_or_else(later))),
        fact("Diarienummer", order.diarienummer.as_ref()),
    ];
    Protokollsutdrag {
        paper: paper::compose(desk, facts.into_iter().flatten().collect()),
        boxes: [
            "Justerandes signatur",
            "Justerandes signatur",
            "Utdragsbestyrkande",
        ],
    }
}
