//! One duty in words, as a table, a calendar and other programs tell it.

use chrono::NaiveDate;

use crate::model::ansvar::Granted;
use crate::model::ansvar::Who;
use crate::model::duty::Duty;
use crate::model::duty::Task;
use crate::model::quarter::Quarter;
use crate::narrate::date;
use crate::narrate::ivo::section;
use crate::narrate::ivo::title;
use crate::narrate::ivo::when;
use crate::narrate::number::Numbers;

/// How a duty stands on a day, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// An individrapport whose last day has passed.
    Missed,
    /// Something else whose day has passed.
    Late,
    /// This is its last day, or its only one.
    Today,
    /// It can be done, and there are days left.
    Open,
    /// It comes.
    Ahead,
}

impl Standing {
    /// All with their ids, in their order.
    pub const NAMES: [(&str, Self); 5] = [
        ("missad", Self::Missed),
        ("försenad", Self::Late),
        ("i dag", Self::Today),
        ("pågår", Self::Open),
        ("kommande", Self::Ahead),
    ];

    /// Returns its word.
    pub fn name(self) -> &'static str {
        let mut names = Self::NAMES.iter();
        let found = names.find(|(_, known)| *known == self);
        found.map(|(name, _)| *name).unwrap_or_default()
    }

    fn of(duty: &Duty, today: NaiveDate) -> Self {
        if duty.is_missed(today) {
            Self::Missed
        } else if duty.due_on < today {
            Self::Late
        } else if duty.due_on == today {
            Self::Today
        } else if duty.from <= today {
            Self::Open
        } else {
            Self::Ahead
        }
    }
}

/// One duty, told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// How it stands.
    pub standing: Standing,
    /// The last day to do it.
    pub due_on: NaiveDate,
    /// The first day it can be done.
    pub from: NaiveDate,
    /// The nämnd's folder.
    pub namnd: String,
    /// The beslut.
    pub id: String,
    /// What kind of duty.
    pub task: Task,
    /// Which mark it leads to; nothing of a last report.
    pub number: Option<u32>,
    /// The quarter of its individrapport.
    pub quarter: Quarter,
    /// Who.
    pub who: String,
    /// What is to be done.
    pub what: String,
    /// What is to be known beside, if anything.
    pub note: Option<String>,
    /// When, in words.
    pub when: String,
    /// The title to send, where something is sent to or by the IVO-rapportör.
    pub title: Option<String>,
}

/// What a duty is told by.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The nämnd's folder.
    pub namnd: &'a str,
    /// How socialtjänstlagen stands in a title.
    pub title_sol: &'a str,
    /// How numbers are written.
    pub numbers: Numbers,
    /// The day it is told.
    pub today: NaiveDate,
}

/// Tells a duty of a beslut.
pub fn line(
    id: &str,
    duty: &Duty,
    granted: &Granted<'_>,
    who: &Who,
    setting: &Setting<'_>,
) -> Line {
    let standing = Standing::of(duty, setting.today);
    let told = when(duty.due_on, setting.today, setting.numbers);
    let titled = matches!(duty.task, Task::Message | Task::Report);
    Line {
        standing,
        due_on: duty.due_on,
        from: duty.from,
        namnd: setting.namnd.to_owned(),
        id: id.to_owned(),
        task: duty.task,
        number: duty.report.number,
        quarter: duty.quarter,
        who: duty.who.to_string(),
        what: what(duty, who),
        note: note(duty),
        when: match standing {
            Standing::Missed => format!("missad, {told}"),
            Standing::Late | Standing::Today | Standing::Open | Standing::Ahead => told,
        },
        title: titled.then(|| title(&duty.report, &section(granted, setting.title_sol))),
    }
}

/// Returns what is to be done.
fn what(duty: &Duty, who: &Who) -> String {
    let quarter = date::quarter(duty.quarter);
    match duty.task {
        Task::FollowUp => "följ upp beslutet".to_owned(),
        Task::Contact => "kontakta den enskilde eller företrädaren".to_owned(),
        Task::Meanwhile => match &who.meanwhile {
            Some(it) => format!(
                "väntar den enskilde på {}, erbjud {}",
                it.waits_for, it.offer
            ),
            None => String::new(),
        },
        Task::Summary => "dokumentera en sammanfattning av de tre månaderna".to_owned(),
        Task::Needs => match &who.needs_told {
            Some(told) => format!("meddela {told} behovet av insatser i väntan"),
            None => String::new(),
        },
        Task::Message => "skicka meddelandet till IVO-rapportören".to_owned(),
        Task::Report if duty.report.kind.is_last() => "slutrapportera till IVO".to_owned(),
        Task::Report => format!("rapportera {quarter} till IVO"),
    }
}

/// Returns what is to be known beside.
fn note(duty: &Duty) -> Option<String> {
    if duty.task != Task::Report {
        return None;
    }
    let left_out = duty
        .left_out
        .then(|| format!("raden saknas i {}", duty.quarter));
    let late = duty.report.late_since;
    left_out
        .or_else(|| late.map(|quarter| format!("borde ha rapporterats {}", date::quarter(quarter))))
}
