//! Särskild avgift: that it can be decided, by whom, and how much, as the law
//! stood on the document's date.

use chrono::NaiveDate;

use crate::model::beslut::Act;
use crate::model::law::Duty;
use crate::narrate::Voice;
use crate::narrate::date;
use crate::narrate::law::FEE;
use crate::narrate::list;
use crate::narrate::number::grouped;

/// Returns what the law says of särskild avgift on a day, or nothing if no row
/// of the law table covers it.
pub fn told(voice: &Voice<'_>, day: NaiveDate) -> Option<String> {
    let cited: Option<Vec<String>> = voice
        .acts
        .iter()
        .map(|act| {
            let duty = voice.law.duty("avgift-skyldighet", act.name(), day)?;
            Some(format!("{} {}", duty.section, act.name()))
        })
        .collect();
    let authority = voice.law.authority(day)?;
    let mut sentences = vec![format!(
        "En kommun som inte inom skälig tid ger den insats som har beviljats kan få betala en \
         särskild avgift, enligt {}. Förvaltningsrätten beslutar om avgiften efter ansökan av {}.",
        list::and(&cited?),
        authority.definite
    )];
    sentences.extend(amounts(voice, day));
    Some(sentences.join(" "))
}

/// Returns the amounts of each act that they are known for; alike ones once.
fn amounts(voice: &Voice<'_>, day: NaiveDate) -> Vec<String> {
    let mut told: Vec<(String, Vec<String>)> = vec![];
    for act in &voice.acts {
        let amount = voice.law.duty(FEE, act.name(), day);
        // What nobody has confirmed is not told.
        let Some(amount) = amount.filter(|amount| !amount.is_unconfirmed()) else {
            continue;
        };
        let Some(text) = range(amount) else { continue };
        let text = match earlier(voice, *act, amount) {
            Some(before) => format!(
                "{text}. För beslut före {} är den {before}",
                date::day(amount.period.from)
            ),
            None => text,
        };
        match told.iter_mut().find(|(known, _)| *known == text) {
            Some((_, acts)) => acts.push(act.name().to_owned()),
            None => told.push((text, vec![act.name().to_owned()])),
        }
    }
    let sentence = |(text, acts): (String, Vec<String>)| {
        format!("Enligt {} är avgiften {text}.", list::and(&acts))
    };
    told.into_iter().map(sentence).collect()
}

fn range(amount: &Duty) -> Option<String> {
    let (least, most) = amount.amounts?;
    Some(format!(
        "lägst {} och högst {} kronor",
        grouped(least),
        grouped(most)
    ))
}

/// Returns the amounts before these under the same act, if they were others.
fn earlier(voice: &Voice<'_>, act: Act, now: &Duty) -> Option<String> {
    let before = now.period.from.pred_opt()?;
    let then = voice.law.duty(FEE, act.name(), before)?;
    if then.amounts == now.amounts || then.is_unconfirmed() {
        return None;
    }
    range(then)
}
