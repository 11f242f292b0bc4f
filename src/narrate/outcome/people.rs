//! Whom the remaining beslut are for.

use crate::model::beslut::Age;
use crate::model::beslut::Sex;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::narrate::Voice;
use crate::narrate::outcome::every;

/// The words for one sex: one and several adults, children, and both.
const WORDS: [(Sex, [[&str; 2]; 3]); 3] = [
    (
        Sex::Kvinna,
        [
            ["kvinna", "kvinnor"],
            ["flicka", "flickor"],
            ["kvinna eller flicka", "kvinnor och flickor"],
        ],
    ),
    (
        Sex::Man,
        [
            ["man", "män"],
            ["pojke", "pojkar"],
            ["man eller pojke", "män och pojkar"],
        ],
    ),
    (
        Sex::Annat,
        [["person med annat kön", "personer med annat kön"]; 3],
    ),
];

/// Those of one sex: how many, and what they are called.
struct Group {
    count: u32,
    words: [&'static str; 2],
}

/// Returns whom the remaining beslut are for.
pub(crate) fn people(voice: &Voice<'_>, base: &Key) -> Option<String> {
    let key = base.measuring(Measure::Remaining);
    let all = voice.get(&key).filter(|all| *all > 0)?;
    if Sex::ALL
        .iter()
        .any(|sex| voice.hides(&key.clone().of_sex(*sex)))
    {
        return None;
    }
    // The two sexes must be known; the third is told where it is.
    voice.get(&key.clone().of_sex(Sex::Kvinna))?;
    voice.get(&key.clone().of_sex(Sex::Man))?;
    let children = voice.get(&key.clone().of_age(Age::Barn));
    let groups: Vec<Group> = WORDS
        .iter()
        .filter_map(|(sex, words)| group(voice, &key, *sex, words))
        .collect();
    if let ([group], 1) = (groups.as_slice(), all) {
        return Some(format!("Det gäller en {}.", group.words[0]));
    }
    let mut told: Vec<u32> = groups.iter().map(|group| group.count).collect();
    told.extend([all, children.unwrap_or(0)]);
    let counts = voice.numbers.among(&told);
    let young = match children {
        None | Some(0) => String::new(),
        Some(n) if n == all => String::new(),
        Some(1) => format!("; {} gäller ett barn", counts.neuter(1)),
        Some(n) => format!("; {} gäller barn", counts.neuter(n)),
    };
    if let [group] = groups.as_slice() {
        return Some(format!("{} gäller {}{young}.", every(all), group.words[1]));
    }
    let parts: Vec<String> = groups
        .iter()
        .map(|group| {
            let word = group.words[usize::from(group.count != 1)];
            format!("{} {word}", counts.common(group.count))
        })
        .collect();
    let joined = match parts.as_slice() {
        [one, two, three] => format!("{one}, {two} samt {three}"),
        parts => parts.join(" och "),
    };
    Some(format!("Av dem gäller {joined}{young}."))
}

/// Returns those of one sex, if there are any.
fn group(voice: &Voice<'_>, key: &Key, sex: Sex, words: &[[&'static str; 2]; 3]) -> Option<Group> {
    let of_sex = key.clone().of_sex(sex);
    let count = voice.get(&of_sex).filter(|count| *count > 0)?;
    let words = match voice.get(&of_sex.of_age(Age::Barn)) {
        Some(0) => words[0],
        Some(children) if children == count => words[1],
        _ => words[2],
    };
    Some(Group { count, words })
}
