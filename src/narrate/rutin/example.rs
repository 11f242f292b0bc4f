//! An example with days: a decision whose three months end on a day off, so that
//! the day in the title is not the day the message is sent.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::ansvar::Granted;
use crate::model::beslut::Act;
use crate::model::clock::mark;
use crate::model::duty::Individrapport;
use crate::model::duty::ReportType;
use crate::model::duty::Round;
use crate::model::quarter::Quarter;
use crate::narrate::capital;
use crate::narrate::ivo;
use crate::narrate::rutin::Routine;

/// The point of LSS in the example.
const POINT: &str = "9 § 10";

/// A step with the days it is done on in the first two rounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub what: String,
    /// When, as the rule has it.
    pub when: String,
    /// The days.
    pub on: [Option<NaiveDate>; 2],
}

/// Returns the day of the decision: the first day at work in the quarter before
/// whose mark is a day off, or else its first day at work.
pub fn decided_on(routine: &Routine<'_>) -> NaiveDate {
    let workdays = &routine.namnd.ivo.workdays;
    let before = routine.quarter.previous();
    let days = before.first_day().iter_days();
    let mut days = days.take_while(|day| before.contains(*day));
    let off = |day: &NaiveDate| workdays.is_worked(*day) && !workdays.is_worked(mark(*day, 1));
    days.find(off)
        .unwrap_or_else(|| workdays.first_workday_on_or_after(before.first_day()))
}

/// Returns the steps of the first two rounds of the example.
pub fn steps(routine: &Routine<'_>) -> Vec<Step> {
    let since = decided_on(routine);
    let workdays = &routine.namnd.ivo.workdays;
    let rounds = [1, 2].map(|number| Round::of(since, number, workdays));
    let first = Quarter::of(routine.namnd.clock.reportable_from(since));
    let (limit, follow_up) = (routine.limit(), routine.follow_up());
    let step = |what: &str, when: String, on: fn(&Round) -> NaiveDate| Step {
        what: what.to_owned(),
        when,
        on: rounds.each_ref().map(|round| Some(on(round))),
    };
    vec![
        Step {
            what: "Beslut".to_owned(),
            when: "dagen då tiden börjar räknas".to_owned(),
            on: [Some(since), None],
        },
        step(
            "Uppföljning",
            format!("när {follow_up} har gått"),
            |round| round.follow_up_on,
        ),
        step(
            "Kontakt med den enskilde",
            format!("senast {} därefter", routine.contact()),
            |round| round.contact_by,
        ),
        step(
            "Sammanfattning",
            "senast den sista arbetsdagen före".to_owned(),
            |round| round.summary_by,
        ),
        step(
            &capital(&format!("{limit} har gått")),
            "dagen i titeln".to_owned(),
            |round| round.mark,
        ),
        step(
            "Meddelande till IVO-rapportören",
            "den första arbetsdagen".to_owned(),
            |round| round.message_on,
        ),
        Step {
            what: format!("Rapport till {}", routine.authority()),
            when: "senast den sista dagen i perioden".to_owned(),
            on: [first, first.next()].map(|quarter| Some(routine.window(quarter).1)),
        },
    ]
}

/// Returns the five titles of the example, each with the kind of report.
pub fn titles(routine: &Routine<'_>) -> Vec<(String, String)> {
    let since = decided_on(routine);
    let section: Arc<str> = POINT.into();
    let granted = Granted {
        act: routine.first_act(),
        section: Some(&section),
        insats: "",
        regi: None,
    };
    let section = ivo::section(&granted, &routine.namnd.ivo.title_sol);
    let ended = Round::of(since, 2, &routine.namnd.ivo.workdays).follow_up_on;
    let ended = routine.namnd.ivo.workdays.first_workday_on_or_after(ended);
    let titles = ReportType::NAMES.iter().map(|(name, kind)| {
        let (number, dated_on) = match kind {
            ReportType::New | ReportType::NewAvbrott => (Some(1), mark(since, 1)),
            ReportType::Again => (Some(2), mark(since, 2)),
            ReportType::Executed | ReportType::Closed => (None, ended),
        };
        let report = Individrapport {
            kind: *kind,
            dated_on,
            number,
            forhandsbesked: *kind == ReportType::New && routine.first_act() == Act::Lss,
            late_since: None,
            renews: None,
        };
        ((*name).to_owned(), ivo::title(&report, &section))
    });
    titles.collect()
}
