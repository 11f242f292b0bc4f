//! Bilaga 1: not executed per insats, by sex and by reason.
//!
//! A column whose input is missing is dropped with a note; a column of zeros
//! stays. The columns are those municipalities publish: not executed, ongoing
//! and share by sex, one reason each, interruptions beside.

use crate::compose::rapport::cell;
use crate::compose::rapport::known;
use crate::compose::table;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::compose::table::columns_of;
use crate::model::beslut::Sex;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population::Remaining;
use crate::narrate::Voice;
use crate::narrate::number::tenths;
use crate::protect::Cell;

/// Columns under a common head.
struct Group {
    head: &'static str,
    columns: Vec<(String, Value)>,
}

/// What a column prints.
enum Value {
    Count(Key),
    /// Not executed of all ongoing, in percent.
    Share(Sex),
}

/// Composes the table, if more is known than how many remain.
pub(super) fn table(voice: &Voice<'_>) -> Option<Table> {
    let mut notes = vec![];
    let groups: Vec<Group> = [
        Some(not_executed(voice, &mut notes)),
        ongoing(voice, &mut notes),
        shares(voice),
    ]
    .into_iter()
    .flatten()
    .chain(reasons(voice, &mut notes))
    .collect();
    let avbrott = Key::total(Measure::Avbrott(Remaining));
    let alone = known(voice, &avbrott).then_some(("varav avbrott", avbrott));
    if alone.is_none() {
        notes.push("Uppgift om avbrott per insats har inte lämnats.".to_owned());
    }
    // A single column of totals says nothing that the report has not said.
    if groups
        .iter()
        .map(|group| group.columns.len())
        .sum::<usize>()
        < 2
        && alone.is_none()
    {
        return None;
    }

    let mut heads = [vec![Head::tall("Insats", 2)], vec![]];
    for group in &groups {
        heads[0].push(Head::wide(group.head, group.columns.len()));
        heads[1].extend(
            group
                .columns
                .iter()
                .map(|(head, _)| Head::tall(head.clone(), 1)),
        );
    }
    heads[0].extend(alone.iter().map(|(head, _)| Head::tall(*head, 2)));
    let values: Vec<Value> = groups
        .into_iter()
        .flat_map(|group| group.columns.into_iter().map(|(_, value)| value))
        .chain(alone.map(|(_, key)| Value::Count(key)))
        .collect();
    let row = |name: String, at: &dyn Fn(&Key) -> Key| {
        let texts = values.iter().map(|value| match value {
            Value::Count(key) => Text::figure(cell(voice, &at(key))),
            Value::Share(sex) => {
                let of = |measure| cell(voice, &at(&Key::total(measure).of_sex(*sex)));
                share(of(Measure::Remaining), of(Measure::Ongoing))
            }
        });
        std::iter::once(Text::words(name))
            .chain(texts)
            .collect::<Vec<_>>()
    };
    let rows: Vec<_> = voice
        .covered()
        .iter()
        .map(|(act, id)| {
            row(voice.short(*act, id), &|key| {
                key.clone().of_insats(*act, id)
            })
        })
        .collect();
    let sum = row("Samtliga".to_owned(), &|key| Key {
        sex: key.sex,
        age: key.age,
        ..voice.all(key.measure.clone())
    });
    notes.extend(table::notes(rows.iter().chain([&sum]).flatten()));
    Some(Table {
        title: None,
        summary: "Ej verkställda beslut per insats, fördelade på kön och orsak.".to_owned(),
        columns: columns_of(values.len()),
        heads: heads.into(),
        rows,
        sum: Some(sum),
        notes,
    })
}

fn not_executed(voice: &Voice<'_>, notes: &mut Vec<String>) -> Group {
    let remaining = Key::total(Measure::Remaining);
    let mut columns = vec![];
    if sexes(voice)
        .iter()
        .any(|sex| known(voice, &remaining.clone().of_sex(*sex)))
    {
        columns = by_sex(voice, &remaining);
    } else {
        notes.push("Uppgift om kön per insats har inte lämnats.".to_owned());
    }
    columns.push(("samtliga".to_owned(), Value::Count(remaining)));
    Group {
        head: "Ej verkställda",
        columns,
    }
}

fn ongoing(voice: &Voice<'_>, notes: &mut Vec<String>) -> Option<Group> {
    let ongoing = Key::total(Measure::Ongoing);
    if sexes(voice)
        .iter()
        .any(|sex| known(voice, &ongoing.clone().of_sex(*sex)))
    {
        return Some(Group {
            head: "Pågående",
            columns: by_sex(voice, &ongoing),
        });
    }
    notes.push(
        "Uppgift om antal pågående beslut har inte lämnats, och andelen ej verkställda visas därför \
         inte."
            .to_owned(),
    );
    None
}

fn shares(voice: &Voice<'_>) -> Option<Group> {
    let sexes = sexes(voice);
    let has = |sex: &Sex, measure| known(voice, &Key::total(measure).of_sex(*sex));
    let any = sexes
        .iter()
        .any(|sex| has(sex, Measure::Ongoing) && has(sex, Measure::Remaining));
    any.then(|| Group {
        head: "Andel ej verkställda, %",
        columns: sexes
            .iter()
            .map(|sex| (sex_word(*sex).to_owned(), Value::Share(*sex)))
            .collect(),
    })
}

fn reasons(voice: &Voice<'_>, notes: &mut Vec<String>) -> Option<Group> {
    let measure = |id: &std::sync::Arc<str>| Measure::Orsak(Remaining, id.clone());
    let told: u32 = voice
        .orsaker
        .main()
        .filter_map(|orsak| voice.get(&voice.all(measure(&orsak.id))))
        .sum();
    let all = voice.get(&voice.all(Measure::Remaining));
    let hidden = voice
        .orsaker
        .main()
        .any(|orsak| voice.hides(&voice.all(measure(&orsak.id))));
    let stated = voice
        .orsaker
        .main()
        .any(|orsak| known(voice, &Key::total(measure(&orsak.id))));
    if !stated || (told == 0 && all != Some(0) && !hidden) {
        notes.push("Uppgift om orsak per insats har inte lämnats.".to_owned());
        return None;
    }
    match all.map_or(0, |all| all.saturating_sub(told)) {
        _ if hidden => {}
        0 => notes.insert(
            0,
            "Varje beslut har en orsak. Avbrott räknas för sig.".to_owned(),
        ),
        missing => notes.insert(
            0,
            format!(
                "Uppgift om orsak saknas för {missing} av {} beslut.",
                all.unwrap_or(0)
            ),
        ),
    }
    let columns = voice.orsaker.main().map(|orsak| {
        let head = orsak.column.as_ref().unwrap_or(&orsak.name).to_string();
        (head, Value::Count(Key::total(measure(&orsak.id))))
    });
    Some(Group {
        head: "Orsak",
        columns: columns.collect(),
    })
}

fn by_sex(voice: &Voice<'_>, key: &Key) -> Vec<(String, Value)> {
    sexes(voice)
        .iter()
        .map(|sex| {
            (
                sex_word(*sex).to_owned(),
                Value::Count(key.clone().of_sex(*sex)),
            )
        })
        .collect()
}

/// Returns the sexes to show: the third only where it has beslut.
fn sexes(voice: &Voice<'_>) -> Vec<Sex> {
    let other = voice.all(Measure::Reported).of_sex(Sex::Annat);
    let has_other = voice.get(&other).is_some_and(|n| n > 0);
    let mut sexes = vec![Sex::Man, Sex::Kvinna];
    sexes.extend(has_other.then_some(Sex::Annat));
    sexes
}

fn sex_word(sex: Sex) -> &'static str {
    match sex {
        Sex::Kvinna => "kvinnor",
        Sex::Man => "män",
        Sex::Annat => "annat",
    }
}

/// Returns a share in percent with one decimal, rounded half up.
fn share(part: Cell, whole: Cell) -> Text {
    match (part, whole) {
        (Cell::Hidden, _) | (_, Cell::Hidden) => Text::figure(Cell::Hidden),
        (Cell::Shown(_), Cell::Shown(0)) => Text::words("–"),
        (Cell::Shown(part), Cell::Shown(whole)) => {
            let tenths = tenths(part, whole);
            Text {
                text: format!("{},{}", tenths / 10, tenths % 10),
                zero: part == 0,
            }
        }
        (Cell::Missing, _) | (_, Cell::Missing) => Text::figure(Cell::Missing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_half_up() {
        #[track_caller]
        fn case(part: u32, whole: u32, text: &str) {
            assert_eq!(share(Cell::Shown(part), Cell::Shown(whole)).text, text);
        }
        case(1, 3, "33,3");
        case(2, 3, "66,7");
        case(1, 8, "12,5");
        case(1, 2000, "0,1");
        case(0, 7, "0,0");
        case(7, 7, "100,0");
        case(0, 0, "–");
    }
}
