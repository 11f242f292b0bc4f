//! Which act and section held on a day. The rows are data
//! (`src/catalogue/lag.yaml`), each with its source and its certainty.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::Datelike;
use chrono::Days;
use chrono::NaiveDate;

use crate::model::quarter::Quarter;

/// From when to when something held; both days are included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, or nothing while it is still in force.
    pub to: Option<NaiveDate>,
}

impl Period {
    /// Returns whether a day lies in the period.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// A statute while it is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statute {
    /// The abbreviation: SoL, LSS, KL, OSL.
    pub law: Arc<str>,
    /// The number in Svensk författningssamling.
    pub sfs: Arc<str>,
    /// The name in running text, definite form.
    pub name: Arc<str>,
    /// The name with its number.
    pub full_name: Arc<str>,
    /// When it is in force.
    pub period: Period,
    /// The statute's word for what is granted: bistånd or insats.
    pub insats_word: Option<Arc<str>>,
    /// The statute's word for delay: dröjsmål or fördröjning.
    pub delay_word: Option<Arc<str>>,
}

/// A section that says what somebody must do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// What duty, such as `rapport` or `statistik`.
    pub id: Arc<str>,
    /// The abbreviation of the statute.
    pub law: Arc<str>,
    /// Its number.
    pub sfs: Arc<str>,
    /// When the section held.
    pub period: Period,
    /// The section, without the act: «34 kap. 1 §».
    pub section: Arc<str>,
    /// The least and the most in kronor, of a duty to pay.
    pub amounts: Option<(u32, u32)>,
    /// How sure the source is: A (read in full) to D, or U (unconfirmed).
    pub certainty: Arc<str>,
    /// The source.
    pub source: Arc<str>,
}

impl Duty {
    /// Returns whether no source has confirmed it, so that it may not be told
    /// as a fact.
    pub fn is_unconfirmed(&self) -> bool {
        self.certainty.as_ref() == "U"
    }
}

/// An authority while it received the reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authority {
    /// The name.
    pub name: Arc<str>,
    /// The name in definite form, for running text.
    pub definite: Arc<str>,
    /// The short name.
    pub short: Option<Arc<str>>,
    /// When.
    pub period: Period,
}

/// When a quarter's reports are to be sent: days of a month, `years` after the
/// quarter's own year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// The quarter's number, 1 to 4.
    pub quarter: u32,
    /// The first day, month and day.
    pub from: (u32, u32),
    /// The last day, month and day.
    pub to: (u32, u32),
    /// Years after the quarter's own.
    pub years: i32,
}

/// When individrapporter are sent, of any quarter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Windows {
    /// The nämnd's own, by quarter.
    pub own: BTreeMap<Quarter, (NaiveDate, NaiveDate)>,
    /// The usual ones.
    pub usual: Vec<Window>,
}

impl Windows {
    /// Returns the first and the last day; where nobody has said, those of the
    /// month after the quarter.
    pub fn of(&self, quarter: Quarter) -> (NaiveDate, NaiveDate) {
        let own = self.own.get(&quarter).copied();
        own.or_else(|| usual(&self.usual, quarter))
            .unwrap_or_else(|| {
                let from = quarter.next().first_day();
                (
                    from,
                    from + Days::new(from.num_days_in_month().into()) - Days::new(1),
                )
            })
    }
}

/// Returns the usual window of a quarter.
fn usual(windows: &[Window], quarter: Quarter) -> Option<(NaiveDate, NaiveDate)> {
    let window = windows.iter().find(|w| w.quarter == quarter.number())?;
    let day = |(month, day)| NaiveDate::from_ymd_opt(quarter.year() + window.years, month, day);
    Some((day(window.from)?, day(window.to)?))
}

/// Everything in the law catalogues.
#[derive(Debug, Clone, Default)]
pub struct Law {
    /// The statutes.
    pub statutes: Vec<Statute>,
    /// The duties.
    pub duties: Vec<Duty>,
    /// The authorities.
    pub authorities: Vec<Authority>,
    /// The reporting windows.
    pub windows: Vec<Window>,
}

impl Law {
    /// Returns the section that holds a duty on a day, or nothing if no row
    /// covers it.
    pub fn duty(&self, id: &str, law: &str, day: NaiveDate) -> Option<&Duty> {
        self.duties.iter().find(|duty| {
            duty.id.as_ref() == id && duty.law.as_ref() == law && duty.period.contains(day)
        })
    }

    /// Returns the first and the last day for a quarter's individrapporter.
    pub fn window(&self, quarter: Quarter) -> Option<(NaiveDate, NaiveDate)> {
        usual(&self.windows, quarter)
    }

    /// Returns the windows of every quarter, with a nämnd's own before the
    /// usual ones.
    pub fn windows(&self, own: BTreeMap<Quarter, (NaiveDate, NaiveDate)>) -> Windows {
        Windows {
            own,
            usual: self.windows.clone(),
        }
    }

    /// Returns a statute as it was on a day.
    pub fn statute(&self, law: &str, day: NaiveDate) -> Option<&Statute> {
        self.statutes
            .iter()
            .find(|s| s.law.as_ref() == law && s.period.contains(day))
    }

    /// Returns the authority that received the reports on a day.
    pub fn authority(&self, day: NaiveDate) -> Option<&Authority> {
        self.authorities
            .iter()
            .find(|authority| authority.period.contains(day))
    }
}
