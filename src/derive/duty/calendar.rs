//! The dated duties before each report that is not sent: who does what, by
//! when.
//!
//! Only an individrapport leaves a trace in the data (`rapporterat`), so only
//! it stays until it is done. The other steps are reminders: each is told for
//! a week after its day, and then the next step has taken over.

use chrono::Days;
use chrono::NaiveDate;

use crate::derive::duty::Followed;
use crate::derive::duty::Owed;
use crate::model::ansvar::REPORTER;
use crate::model::ansvar::Who;
use crate::model::duty::Duty;
use crate::model::duty::Individrapport;
use crate::model::duty::Round;
use crate::model::duty::Task;
use crate::model::workdays::Workdays;

/// Days after its day that a reminder is still told.
const REMINDED_DAYS: u64 = 7;

/// Returns the duties of a beslut, round by round.
pub fn duties(followed: &Followed<'_>, owed: &[Owed], who: &Who, workdays: &Workdays) -> Vec<Duty> {
    let Some(newest) = followed.newest() else {
        return vec![];
    };
    let since = newest.waiting.clock_start();
    let has_ended = followed.ended().is_some();
    let mut list = vec![];
    for owed in owed.iter().filter(|owed| !owed.sent) {
        for report in &owed.reports {
            let duty = |task, who: &str, from, due_on| Duty {
                task,
                who: who.into(),
                from,
                due_on,
                quarter: owed.quarter,
                report: report.clone(),
                left_out: owed.left_out,
            };
            match report.number {
                Some(number) if !has_ended => {
                    let round = Round::of(since, number, workdays);
                    list.extend(before(&round, who, &duty));
                }
                _ => {}
            }
            if report.kind.is_last() {
                let on = workdays.first_workday_on_or_after(report.dated_on);
                list.push(duty(Task::Message, &who.responsible, report.dated_on, on));
            }
            list.push(duty(Task::Report, REPORTER, from(report, owed), owed.to));
        }
    }
    list
}

/// Returns the first day a report can be sent: any day for a last one.
fn from(report: &Individrapport, owed: &Owed) -> NaiveDate {
    if report.kind.is_last() {
        report.dated_on
    } else {
        owed.from
    }
}

/// Returns the steps before the window of a round.
fn before(
    round: &Round,
    who: &Who,
    duty: &impl Fn(Task, &str, NaiveDate, NaiveDate) -> Duty,
) -> Vec<Duty> {
    let on = |task, who: &str, day| duty(task, who, day, day);
    let follow_up = round.follow_up_on;
    let next = follow_up + Days::new(1);
    let mut list = vec![
        on(Task::FollowUp, &who.responsible, follow_up),
        duty(Task::Contact, &who.responsible, next, round.contact_by),
    ];
    if who.meanwhile.is_some() {
        list.push(duty(
            Task::Meanwhile,
            &who.responsible,
            next,
            round.contact_by,
        ));
    }
    list.push(on(Task::Summary, &who.summary_by, round.summary_by));
    list.push(on(Task::Message, &who.responsible, round.message_on));
    if who.needs_told.is_some() {
        list.push(on(Task::Needs, &who.responsible, round.message_on));
    }
    list
}

/// Returns whether a duty is to be told on a day, with those of so many days
/// ahead.
pub fn is_told(duty: &Duty, today: NaiveDate, ahead: u32) -> bool {
    let near = duty.from <= today + Days::new(ahead.into());
    let stays = match duty.task {
        Task::Report => true,
        // The contact takes over.
        Task::FollowUp => duty.due_on >= today,
        Task::Contact | Task::Meanwhile | Task::Summary | Task::Needs | Task::Message => {
            duty.due_on + Days::new(REMINDED_DAYS) >= today
        }
    };
    near && stays
}
