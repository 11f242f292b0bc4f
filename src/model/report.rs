//! One quarter of one nämnd, read and checked: rows, stated figures and the
//! documents to be made.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::document::Kind;
use crate::model::beslut::Act;
use crate::model::beslut::Beslut;
use crate::model::decided::Correction;
use crate::model::instans::Earlier;
use crate::model::instans::Instans;
use crate::model::profile::Profile;
use crate::model::quarter::Quarter;
use crate::model::stated::Stated;
use crate::model::text::Provider;
use crate::model::text::Text;

/// What a quarter file says.
#[derive(Debug, Clone)]
pub struct Report {
    /// The quarter.
    pub quarter: Quarter,
    /// The day the figures were taken.
    pub dated_on: Option<NaiveDate>,
    /// The rows, or nothing if the quarter gives only totals.
    pub beslut: Option<Vec<Beslut>>,
    /// Whether every row of the file became a beslut.
    pub complete: bool,
    /// The stated figures.
    pub stated: Stated,
    /// The documents to make.
    pub orders: Vec<Order>,
    /// The nämnd's own texts.
    pub texts: Vec<Text>,
    /// How the utförare have reported.
    pub providers: Vec<Provider>,
    /// Why the documents are made anew, if they are.
    pub correction: Option<Correction>,
}

impl Report {
    /// Returns the rows that count in totals: all but those of a court.
    pub fn counted(&self) -> impl Iterator<Item = &Beslut> {
        self.beslut.iter().flatten().filter(|beslut| !beslut.court)
    }

    /// Returns the rows of a court: listed apart.
    pub fn of_courts(&self) -> impl Iterator<Item = &Beslut> {
        self.beslut.iter().flatten().filter(|beslut| beslut.court)
    }

    /// Returns whether a document tells what the law asks for
    /// kommunfullmäktige.
    pub fn tells_statistics(&self) -> bool {
        let mut orders = self.orders.iter();
        orders.any(|order| order.kind == Kind::Statistikrapport)
    }

    /// Returns the rows by id, or nothing unless every row is there and has an
    /// id of its own: only then can quarters be compared row by row.
    pub fn by_id(&self) -> Option<BTreeMap<&str, &Beslut>> {
        let rows = self.beslut.as_ref().filter(|_| self.complete)?;
        let by_id: BTreeMap<&str, &Beslut> = rows
            .iter()
            .filter_map(|beslut| Some((beslut.id.as_deref()?, beslut)))
            .collect();
        (by_id.len() == rows.len()).then_some(by_id)
    }
}

/// A document somebody wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Where in `handlingar`, from 0.
    pub index: usize,
    /// The id: the file name, never changed.
    pub id: Arc<str>,
    /// The kind.
    pub kind: Kind,
    /// The document's date.
    pub dated_on: NaiveDate,
    /// The registration number, as written.
    pub diarienummer: Option<Arc<str>>,
    /// The acts it covers: those named, else those the quarter has beslut under.
    pub acts: Vec<Act>,
    /// The profile the order itself asks for.
    pub profile: Option<Profile>,
    /// Whose paper it is.
    pub instans: Instans,
    /// The day of the meeting.
    pub meeting_on: Option<NaiveDate>,
    /// The paragraph of the minutes.
    pub paragraph: Option<u32>,
    /// The papers before it in the chain of the matter.
    pub earlier: Vec<Earlier>,
}

impl Order {
    /// Returns whether it is an extract of minutes that lack their paragraph or
    /// their day: a draft, which is never decided.
    pub fn is_draft(&self) -> bool {
        self.kind == Kind::Protokollsutdrag
            && (self.paragraph.is_none() || self.meeting_on.is_none())
    }
}
