//! The nämnd's written routine for the reporting, from the rules that the
//! program goes by: what is reported, when, by whom and under which title.
//!
//! Months, days, windows, titles and who answers are taken from the model and
//! from namnd.yaml, so that a change of them changes the routine. The order of
//! the headings is that of a kommun's routine of July 2024; the words are ours.
//! Nothing here depends on a figure of the quarter.

use chrono::NaiveDate;

use crate::model::ansvar::VARDBOENDE;
use crate::model::beslut::Act;
use crate::model::clock::REPORTING_MONTHS;
use crate::model::duty::CONTACT_DAYS;
use crate::model::duty::FOLLOW_UP_MONTHS;
use crate::model::namnd::Namnd;
use crate::model::quarter::Quarter;
use crate::model::share;
use crate::model::share::Answer;
use crate::model::share::Share;
use crate::narrate::Voice;
use crate::narrate::number::NO_BREAK;
use crate::narrate::number::ordinal;
use crate::narrate::texts::Told;

pub mod example;
mod message;
mod steps;
mod what;
pub mod who;

/// The heading in the journal under which all of it is written down.
const RUBRIK: &str = "«Ej verkställda beslut»";

/// The lengths that the routine tells.
#[derive(Debug, Clone, Copy)]
pub struct Terms {
    /// Months before a beslut is reported, and between reports.
    pub months: u32,
    /// Months before it is followed up.
    pub follow_up: u32,
    /// Days from then within which the individual is contacted.
    pub contact_days: u32,
}

impl Default for Terms {
    /// Those that the program counts by.
    fn default() -> Self {
        Self {
            months: REPORTING_MONTHS,
            follow_up: FOLLOW_UP_MONTHS,
            contact_days: CONTACT_DAYS,
        }
    }
}

/// A heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// A note beside it.
    pub note: Option<String>,
    /// The text.
    pub told: Vec<Told>,
    /// The tables under it.
    pub tables: Vec<Shown>,
}

/// A table of the routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Who answers for what.
    Answers,
    /// When individrapporter are sent.
    Windows,
    /// The days of an example.
    Days,
    /// The titles of messages.
    Titles,
}

/// What the routine is told from.
pub struct Routine<'a> {
    /// The voice: the law and the acts.
    pub voice: &'a Voice<'a>,
    /// The nämnd on the document's day.
    pub namnd: &'a Namnd,
    /// The first quarter it is for.
    pub quarter: Quarter,
    /// The lengths.
    pub terms: Terms,
    /// Who answers for what, under each act.
    pub answers: Vec<Answer>,
    /// The same, told together.
    shares: Vec<Share>,
}

impl<'a> Routine<'a> {
    /// Returns the routine of a nämnd.
    pub fn new(voice: &'a Voice<'a>, namnd: &'a Namnd, quarter: Quarter, terms: Terms) -> Self {
        let home = namnd.insatser.get(VARDBOENDE);
        let home = home.and_then(|home| home.section(Act::Sol, voice.day));
        // LSS first: its steps are told in full, and those under SoL by them.
        let acts = [Act::Lss, Act::Sol].into_iter();
        let acts = acts.filter(|act| voice.acts.contains(act));
        let all = &namnd.ivo.responsibilities;
        let answers: Vec<Answer> = acts
            .flat_map(|act| share::answers(all, act, home))
            .collect();
        Self {
            voice,
            namnd,
            quarter,
            terms,
            shares: share::shares(&answers),
            answers,
        }
    }

    /// Returns every section, in order.
    pub fn sections(&self) -> Vec<Section> {
        let mut sections = vec![
            what::purpose(self),
            who::responsible(self),
            what::reported(self),
            what::when(self),
        ];
        let mut shares = self.told_in_full();
        sections.extend(shares.next().map(|first| steps::after(self, first)));
        sections.push(steps::avbrott(self));
        sections.extend(shares.map(|share| steps::after(self, share)));
        sections.push(message::documentation(self));
        sections.push(message::message(self));
        sections.push(message::reporter(self));
        sections.extend(steps::under_sol(self));
        sections
    }

    /// Returns the act whose steps are told in full.
    fn first_act(&self) -> Act {
        if self.voice.acts.contains(&Act::Lss) {
            Act::Lss
        } else {
            Act::Sol
        }
    }

    fn told_in_full(&self) -> impl Iterator<Item = &Share> {
        self.shares
            .iter()
            .filter(|share| share.act() == self.first_act())
    }

    /// Returns whether anybody is told what the individual needs while waiting.
    pub fn tells_of_needs(&self) -> bool {
        let mut answers = self.answers.iter();
        answers.any(|answer| answer.who.needs_told.is_some())
    }

    /// Returns a number of months: «tre månader».
    fn months(&self, n: u32) -> String {
        let number = self.voice.numbers.among(&[n]).common(n);
        let noun = if n == 1 { "månad" } else { "månader" };
        format!("{number}{NO_BREAK}{noun}")
    }

    /// Returns the months before a report.
    fn limit(&self) -> String {
        self.months(self.terms.months)
    }

    /// Returns the months before the follow-up.
    fn follow_up(&self) -> String {
        self.months(self.terms.follow_up)
    }

    /// Returns how often it is reported again: «var tredje månad».
    fn again(&self) -> String {
        match self.terms.months {
            1 => "varje månad".to_owned(),
            2 => "varannan månad".to_owned(),
            n => format!("var {} månad", ordinal(n)),
        }
    }

    /// Returns the time for the contact: «två veckor».
    fn contact(&self) -> String {
        let days = self.terms.contact_days;
        let (n, [one, many]) = if days.is_multiple_of(7) {
            (days / 7, ["vecka", "veckor"])
        } else {
            (days, ["dag", "dagar"])
        };
        let noun = if n == 1 { one } else { many };
        let number = self.voice.numbers.among(&[n]).common(n);
        format!("{number}{NO_BREAK}{noun}")
    }

    /// Returns the authority's short name: «IVO».
    fn authority(&self) -> String {
        let authority = self.voice.law.authority(self.voice.day);
        let name = authority.map(|it| it.short.as_ref().unwrap_or(&it.definite));
        name.map_or_else(|| "tillsynsmyndigheten".to_owned(), ToString::to_string)
    }

    /// Returns when the reports of a quarter are sent.
    fn window(&self, quarter: Quarter) -> (NaiveDate, NaiveDate) {
        self.namnd.ivo.windows.of(quarter)
    }

    /// Returns the four quarters whose windows are told.
    pub fn year(&self) -> [Quarter; 4] {
        [0, 1, 2, 3].map(|n| self.quarter.plus(n))
    }
}
