//! What the law asks, as it stood on the document's date.
//!
//! Sections, names and the statutes' own words come from the law table; a duty
//! is cited by the date of the document.

use chrono::NaiveDate;

use crate::model::beslut::Act;
use crate::model::law::Statute;
use crate::narrate::Voice;
use crate::narrate::date;
use crate::narrate::list;
use crate::narrate::number;
use crate::narrate::number::grouped;
use crate::protect::Row;

/// The duty whose row has the amounts of a särskild avgift.
pub const FEE: &str = "avgift-belopp";

/// The duties that what is told of the law rests on.
pub const TOLD: [&str; 5] = [
    "ratten",
    "ratten-ekonomiskt",
    "rapport",
    "verkstalld",
    "statistik",
];

/// Returns where the provisions are: «28 f–h §§ LSS (1993:387)».
pub fn sections(voice: &Voice<'_>) -> Option<String> {
    cited(voice, &["rapport", "verkstalld", "statistik"])
}

/// Returns where some duties are: «34 kap. 3 § SoL (2025:400) och 28 h § LSS
/// (1993:387)».
pub(crate) fn cited(voice: &Voice<'_>, duties: &[&str]) -> Option<String> {
    let (law, day) = (voice.law, voice.day);
    let parts: Option<Vec<String>> = voice
        .acts
        .iter()
        .map(|act| {
            let duty = |id: &str| {
                law.duty(id, act.name(), day)
                    .map(|duty| duty.section.as_ref())
            };
            let all: Option<Vec<&str>> = duties.iter().map(|id| duty(id)).collect();
            let statute = law.statute(act.name(), day)?;
            Some(format!("{} {} ({})", range(&all?), act.name(), statute.sfs))
        })
        .collect();
    Some(list::and(&parts?))
}

/// Returns sections that follow each other as one citation.
fn range(sections: &[&str]) -> String {
    let split = |section: &str| -> Option<(String, String)> {
        let (before, last) = section.strip_suffix(" §")?.rsplit_once(' ').unzip();
        match (before, last) {
            (Some(before), Some(last)) => Some((before.to_owned(), last.to_owned())),
            _ => None,
        }
    };
    let parts: Option<Vec<_>> = sections.iter().map(|section| split(section)).collect();
    match parts.as_deref() {
        Some([(first, from), .., (last, to)]) if first == last => format!("{first} {from}–{to} §§"),
        _ => list::and(&sections.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>()),
    }
}

/// Returns the paragraphs on what is reported, to whom and how often, and on
/// what this report is of, or nothing if no row of the law table covers the day.
pub fn paragraphs(voice: &Voice<'_>, dated_on: Option<NaiveDate>) -> Option<Vec<String>> {
    let [duty, statistics] = duties(voice)?;
    let period = date::period(voice.published.quarter);
    let scope = match dated_on {
        Some(day) => format!(
            "Den här rapporten avser tiden {period}. Uppgifterna togs fram {} och är avidentifierade.",
            date::day(day)
        ),
        None => format!("Den här rapporten avser tiden {period}. Uppgifterna är avidentifierade."),
    };
    let mut paragraphs = vec![duty, format!("{statistics} {scope}")];
    paragraphs.extend(guarded(voice));
    Some(paragraphs)
}

/// Returns what is reported, to whom and how often: of single beslut, and as
/// statistics.
pub(crate) fn duties(voice: &Voice<'_>) -> Option<[String; 2]> {
    let day = voice.day;
    let granted: Option<Vec<String>> = voice.acts.iter().map(|act| right(voice, *act)).collect();
    // With both acts the wider word serves.
    let (one, kinds) = match word(voice, |statute| statute.insats_word.clone()).as_deref() {
        Some("bistånd") => ("bistånd", "bistånd"),
        _ => ("en insats", "insatser"),
    };
    let delay = match word(voice, |statute| statute.delay_word.clone()).as_deref() {
        Some("fördröjning") => "skälen till fördröjningen",
        Some("dröjsmål") => "skälen till dröjsmålet",
        _ => "varför det har dröjt",
    };
    let authority = voice.law.authority(day)?;
    let receiver = match &authority.short {
        Some(short) => format!("{} ({short})", authority.definite),
        None => authority.definite.to_string(),
    };
    let duty = format!(
        "Den som har beviljats {one} enligt {} ska få beslutet verkställt utan onödig väntan. Har \
         det gått mer än tre månader utan att så har skett ska kommunen rapportera beslutet. \
         Detsamma gäller när verkställigheten har avbrutits och inte har återupptagits inom tre \
         månader. Rapporten lämnas en gång i kvartalet till {receiver} och kommunens revisorer, \
         som också får veta när ett rapporterat beslut har verkställts. Av rapporten framgår när \
         beslutet fattades, vilket slags {} det gäller och i korthet {delay}.",
        list::or(&granted?),
        one.trim_start_matches("en "),
    );
    let statistics = format!(
        "Kommunfullmäktige får varje kvartal en statistikrapport. Den visar hur många besluten är, \
         vilka slags {kinds} de gäller och hur lång tid som har gått från dagen för vart och ett av \
         dem."
    );
    Some([duty, statistics])
}

/// Returns the provision that gives the right, in the act in force.
fn right(voice: &Voice<'_>, act: Act) -> Option<String> {
    let section = |id| {
        let duty = voice.law.duty(id, act.name(), voice.day);
        duty.map(|duty| duty.section.to_string())
    };
    let mut sections = vec![section("ratten")?];
    sections.extend(section("ratten-ekonomiskt").filter(|other| *other != sections[0]));
    Some(format!("{} {}", list::or(&sections), act.name()))
}

/// Returns a word of the acts' own, where all of them have the same.
fn word(
    voice: &Voice<'_>,
    of: impl Fn(&Statute) -> Option<std::sync::Arc<str>>,
) -> Option<std::sync::Arc<str>> {
    let statute = |act: &Act| voice.law.statute(act.name(), voice.day);
    let mut words: Vec<_> = voice
        .acts
        .iter()
        .filter_map(|act| of(statute(act)?))
        .collect();
    words.dedup();
    <[_; 1]>::try_from(words).ok().map(|[word]| word)
}

/// Returns what a särskild avgift may amount to: «10 000–1 000 000 kronor». Acts
/// with amounts of their own are named; one whose amounts nobody has confirmed
/// is left out, and nothing is told if all are.
pub fn fee(voice: &Voice<'_>) -> Option<String> {
    let mut told: Vec<((u32, u32), &str)> = vec![];
    for act in &voice.acts {
        let duty = voice.law.duty(FEE, act.name(), voice.day);
        let amounts = duty.filter(|duty| !duty.is_unconfirmed());
        told.extend(amounts.and_then(|duty| Some((duty.amounts?, act.name()))));
    }
    let amount = |(least, most): (u32, u32)| format!("{}–{}", grouped(least), grouped(most));
    match told.as_slice() {
        [] => None,
        [(one, _)] if voice.acts.len() == 1 => Some(format!("{} kronor", amount(*one))),
        [(one, _), (other, _)] if one == other => Some(format!("{} kronor", amount(*one))),
        several => Some(list::and(
            &several
                .iter()
                .map(|(amounts, act)| format!("{} kronor enligt {act}", amount(*amounts)))
                .collect::<Vec<_>>(),
        )),
    }
}

/// Returns a day that says which act a listed beslut was decided under: its own,
/// or, where that is not known, the interruption's if the act was the same from
/// the beginning.
pub fn decided_by(voice: &Voice<'_>, row: &Row) -> Option<NaiveDate> {
    row.decided_on.or_else(|| {
        let day = row.avbrott_on?;
        let own = voice.law.statute(row.act.name(), day)?;
        let statutes = &voice.law.statutes;
        let earlier = |s: &Statute| s.law == own.law && s.period.from < own.period.from;
        (!statutes.iter().any(earlier)).then_some(day)
    })
}

/// Returns under which acts of one abbreviation some beslut were decided, where
/// it is not the document's own, so that sections are not taken for the wrong
/// one's.
pub fn of_their_day(
    voice: &Voice<'_>,
    act: Act,
    decided: impl Iterator<Item = NaiveDate>,
) -> Option<String> {
    let statute = |day| voice.law.statute(act.name(), day);
    let own = statute(voice.day)?;
    let mut statutes: Vec<&Statute> = decided.filter_map(statute).collect();
    statutes.sort_by_key(|statute| statute.period.from);
    statutes.dedup();
    let name = act.name();
    match statutes.as_slice() {
        [] => None,
        [one] if *one == own => None,
        [one] => Some(format!(
            "Besluten enligt {name} är fattade enligt {}, och lagrummen är ur den.",
            one.full_name
        )),
        [earlier @ .., last] => {
            let earlier: Vec<String> = earlier
                .iter()
                .filter_map(|statute| {
                    let until = date::day(statute.period.to?);
                    Some(format!("till och med {until} enligt {}", statute.full_name))
                })
                .collect();
            Some(format!(
                "Besluten enligt {name} är fattade {}, därefter enligt {}.",
                list::and(&earlier),
                last.full_name
            ))
        }
    }
}

/// Returns what a public document leaves out, and why.
pub(crate) fn guarded(voice: &Voice<'_>) -> Option<String> {
    let published = voice.published;
    if published.threshold == 0 {
        return None;
    }
    let few = number::word(published.threshold);
    let mut text = format!(
        "Ingen enskild ska kunna kännas igen. Därför visas inte antal som är färre än {few}, och inte \
         heller de antal som de annars skulle kunna räknas ut ur. I tabellerna står då dolt."
    );
    let covers = |act: &&Act| voice.acts.contains(act);
    if published.merged.iter().any(|(act, _)| covers(&act)) {
        text.push_str(" Insatser med få beslut redovisas tillsammans som övriga insatser.");
    }
    let only = published.only_totals.iter().filter(covers);
    let only: Vec<String> = only.map(|act| act.name().to_owned()).collect();
    if !only.is_empty() {
        text.push_str(&format!(
            " Besluten enligt {} är så få att bara antalet och insatserna anges.",
            list::and(&only)
        ));
    }
    text.push_str(if published.without_groups {
        " Uppgifter per avdelning, om erbjudanden och om varför beslut har avslutats lämnas inte."
    } else {
        " Uppgifter om erbjudanden och om varför beslut har avslutats lämnas inte."
    });
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_in_a_row_are_one_citation() {
        assert_eq!(range(&["28 f §", "28 g §", "28 h §"]), "28 f–h §§");
        assert_eq!(
            range(&["34 kap. 1 §", "34 kap. 2 §", "34 kap. 3 §"]),
            "34 kap. 1–3 §§"
        );
        assert_eq!(
            range(&["16 kap. 6 f §", "16 kap. 6 g §", "16 kap. 6 h §"]),
            "16 kap. 6 f–h §§"
        );
        assert_eq!(range(&["4 kap. 1 §", "28 f §"]), "4 kap. 1 § och 28 f §");
    }
}
