//! What has changed since the quarter before, where beslut can be followed by
//! their ids.

use crate::model::beslut::OrsakId;
use crate::model::beslut::Outcome;
use crate::model::beslut::Status;
use crate::narrate::Voice;
use crate::narrate::revisor::Changes;
use crate::protect::Course;

/// What a beslut, listed or concealed, tells of its course.
struct Step<'a> {
    nr: u32,
    course: Option<&'a Course>,
    outcome: Option<Outcome>,
    orsak: Option<&'a OrsakId>,
}

/// Returns the changes among the beslut the document covers.
pub(super) fn since_before(voice: &Voice<'_>) -> Changes {
    let published = voice.published;
    let covers = |act| voice.acts.contains(act);
    let rows = published.rows.iter().filter(|row| covers(&row.act));
    let rows = rows.map(|row| Step {
        nr: row.nr,
        course: row.course.as_ref(),
        outcome: match row.status {
            Status::Executed(_) => Some(Outcome::Executed),
            Status::Closed(_) => Some(Outcome::Closed),
            Status::Remaining { .. } => None,
        },
        orsak: row.orsak.as_ref(),
    });
    let concealed = published.concealed.iter();
    let concealed = concealed.filter(|row| covers(&row.act) && !row.court);
    let concealed = concealed.map(|row| Step {
        nr: row.nr,
        course: row.course.as_ref(),
        outcome: row.outcome,
        orsak: row.orsak.as_ref(),
    });
    let mut steps: Vec<Step<'_>> = rows.chain(concealed).collect();
    steps.sort_by_key(|step| step.nr);
    let mut changes = Changes {
        new: steps
            .iter()
            .all(|step| step.course.is_some())
            .then(Vec::new),
        ..Changes::default()
    };
    for step in &steps {
        match step.outcome {
            Some(Outcome::Executed) => changes.executed.push(step.nr),
            Some(Outcome::Closed) => changes.closed.push(step.nr),
            None => {}
        }
        match (step.course, &mut changes.new) {
            (Some(Course::New), Some(new)) => new.push(step.nr),
            (Some(Course::Again { orsak }), Some(_))
                if step.outcome.is_none() && orsak.as_ref() != step.orsak =>
            {
                let change = (step.nr, orsak.clone(), step.orsak.cloned());
                changes.reasons.push(change);
            }
            (Some(_) | None, _) => {}
        }
    }
    changes
}
