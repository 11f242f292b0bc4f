//! What the law asks, as it stood on the document's date.
//!
//! Sections, names and the statutes' own words come from the law table; a duty
//! is cited by the date of the document.

use chrono::NaiveDate;

use crate::model::beslut::Act;
use crate::model::law::Law;
use crate::narrate::Voice;
use crate::narrate::date;
use crate::narrate::list;
use crate::narrate::number::word;

/// Returns where the provisions are: «28 f–h §§ LSS (1993:387)».
pub fn sections(law: &Law, acts: &[Act], day: NaiveDate) -> Option<String> {
    let parts: Option<Vec<String>> = acts
        .iter()
        .map(|act| {
            let duty = |id| {
                law.duty(id, act.name(), day)
                    .map(|duty| duty.section.as_ref())
            };
            let all = [duty("rapport")?, duty("verkstalld")?, duty("statistik")?];
            let statute = law.statute(act.name(), day)?;
            Some(format!("{} {} ({})", range(&all), act.name(), statute.sfs))
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
pub fn paragraphs(
    voice: &Voice<'_>,
    day: NaiveDate,
    dated_on: Option<NaiveDate>,
) -> Option<Vec<String>> {
    let [duty, statistics] = duties(voice, day)?;
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
pub(crate) fn duties(voice: &Voice<'_>, day: NaiveDate) -> Option<[String; 2]> {
    let granted: Option<Vec<String>> = voice
        .acts
        .iter()
        .map(|act| {
            let right = voice.law.duty("ratten", act.name(), day)?;
            Some(format!("{} {}", right.section, act.name()))
        })
        .collect();
    let word = voice
        .acts
        .iter()
        .find_map(|act| voice.law.statute(act.name(), day)?.insats_word.clone())
        .unwrap_or_else(|| "insats".into());
    // With both acts the wider word serves.
    let word = if voice.acts.len() > 1 {
        "insats".into()
    } else {
        word
    };
    let (one, kinds) = match word.as_ref() {
        "bistånd" => ("bistånd", "bistånd"),
        _ => ("en insats", "insatser"),
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
         som också får veta när ett rapporterat beslut har verkställts.",
        list::or(&granted?)
    );
    let statistics = format!(
        "Kommunfullmäktige får varje kvartal en statistikrapport. Den visar hur många besluten är, \
         vilka slags {kinds} de gäller och hur lång tid som har gått från dagen för vart och ett av \
         dem."
    );
    Some([duty, statistics])
}

/// Returns what a public document leaves out, and why.
fn guarded(voice: &Voice<'_>) -> Option<String> {
    let published = voice.published;
    if published.threshold == 0 {
        return None;
    }
    let few = word(published.threshold);
    let mut text = format!(
        "Ingen enskild ska kunna kännas igen. Därför visas inte antal som är färre än {few}, och inte \
         heller de antal som de annars skulle kunna räknas ut ur. I tabellerna står då dolt."
    );
    if !published.merged.is_empty() {
        text.push_str(" Insatser med få beslut redovisas tillsammans som övriga insatser.");
    }
    let only = published.only_totals.iter();
    let only: Vec<String> = only.map(|act| act.name().to_owned()).collect();
    if !only.is_empty() {
        text.push_str(&format!(
            " Enligt {} är besluten så få att bara antalet och insatserna anges.",
            list::and(&only)
        ));
    }
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
