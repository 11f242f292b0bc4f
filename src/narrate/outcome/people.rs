//! Whom the remaining beslut are for.

use crate::model::beslut::Age;
use crate::model::beslut::Sex;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::narrate::Voice;
use crate::narrate::list;
use crate::narrate::outcome::every;

/// Returns whom the remaining beslut are for.
pub(crate) fn people(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let key = base.measuring(Measure::Remaining);
    let all = voice.get(&key).filter(|all| *all > 0)?;
    let sex = |sex| voice.get(&key.clone().of_sex(sex));
    let (women, men, other) = (
        sex(Sex::Kvinna)?,
        sex(Sex::Man)?,
        sex(Sex::Annat).unwrap_or(0),
    );
    let children = voice.get(&key.clone().of_age(Age::Barn));
    if all == 1 {
        let child = children? == 1;
        let who = match (women, men, child) {
            (1, _, false) => "en kvinna",
            (1, _, true) => "en flicka",
            (_, 1, false) => "en man",
            (_, 1, true) => "en pojke",
            (_, _, false) => "en vuxen med annat kön",
            (_, _, true) => "ett barn med annat kön",
        };
        return Some(format!("Det gäller {who}."));
    }
    let adults_only = children == Some(0);
    let children_only = children == Some(all);
    let (women_word, men_word) = match (adults_only, children_only) {
        (true, _) => ("kvinnor", "män"),
        (_, true) => ("flickor", "pojkar"),
        _ => ("kvinnor och flickor", "män och pojkar"),
    };
    let counts = voice
        .numbers
        .among(&[all, women, men, other, children.unwrap_or(0)]);
    let one = |count: u32, single: &str, several: &str| match count {
        1 => format!("{} {single}", counts.common(1)),
        n => format!("{} {several}", counts.common(n)),
    };
    let (woman, man) = match (adults_only, children_only) {
        (true, _) => ("kvinna", "man"),
        (_, true) => ("flicka", "pojke"),
        _ => ("kvinna eller flicka", "man eller pojke"),
    };
    let parts: Vec<String> = [
        (women, one(women, woman, women_word)),
        (men, one(men, man, men_word)),
        (
            other,
            one(other, "person med annat kön", "personer med annat kön"),
        ),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(_, text)| text)
    .collect();
    let young = match children {
        None | Some(0) => String::new(),
        Some(n) if n == all => String::new(),
        Some(1) => format!("; {} gäller ett barn", counts.neuter(1)),
        Some(n) => format!("; {} gäller barn", counts.neuter(n)),
    };
    Some(if parts.len() == 1 {
        let who = match (women, men) {
            (n, _) if n == all => women_word,
            (_, n) if n == all => men_word,
            _ => "personer med annat kön",
        };
        format!("{} gäller {who}{young}.", every(all))
    } else {
        // A list whose parts have an «och» of their own is told with «samt».
        let mixed = !adults_only && !children_only;
        let joined = match parts.as_slice() {
            [one, two] if mixed => format!("{one} och {two}"),
            [one, two, three] if mixed => format!("{one}, {two} samt {three}"),
            parts => list::and(parts),
        };
        format!("Av dem gäller {joined}{young}.")
    })
}
