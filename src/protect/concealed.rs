//! Beslut of persons with protected details, as the revisorer are told of them:
//! without sex, age, dates and the nämnd's own words.

use crate::derive::Course;
use crate::derive::Figures;
use crate::derive::Row;
use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::beslut::OrsakId;
use crate::model::beslut::Outcome;
use crate::model::beslut::Status;
use crate::model::profile::Profile;

/// A beslut of a person with protected details.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concealed {
    /// The number in the list.
    pub nr: u32,
    /// The act.
    pub act: Act,
    /// The insats.
    pub insats: InsatsId,
    /// The reason.
    pub orsak: Option<OrsakId>,
    /// How it ended in the quarter, if it did.
    pub outcome: Option<Outcome>,
    /// Where it was when the quarter before ended, if that is known.
    pub course: Option<Course>,
    /// Whether a part of it is executed.
    pub delvis: bool,
    /// Whether a court has granted it.
    pub court: bool,
}

/// Returns the concealed beslut of a quarter, for the profile that lists them.
pub(super) fn all(figures: &Figures, profile: Profile) -> Vec<Concealed> {
    if profile != Profile::Revisor {
        return vec![];
    }
    let of = |rows: &[Row], court| -> Vec<Concealed> {
        let rows = rows.iter().filter(|row| row.protected);
        rows.map(|row| concealed(row, court)).collect()
    };
    [of(&figures.rows, false), of(&figures.of_courts, true)].concat()
}

fn concealed(row: &Row, court: bool) -> Concealed {
    Concealed {
        nr: row.nr,
        act: row.act,
        insats: row.insats.clone(),
        orsak: row.orsak.clone(),
        outcome: match row.status {
            Status::Executed(_) => Some(Outcome::Executed),
            Status::Closed(_) => Some(Outcome::Closed),
            Status::Remaining { .. } => None,
        },
        course: row.course.clone(),
        delvis: row.delvis.is_some(),
        court,
    }
}
