//! Bilaga 1: not executed per insats, by sex and by reason.
//!
//! A column whose input is missing is dropped with a note; a column of zeros
//! stays. The columns are those municipalities publish: not executed, ongoing
//! and share by sex, one reason each, interruptions beside.

use crate::compose::Input;
use crate::compose::rapport::columns_of;
use crate::compose::rapport::known;
use crate::compose::rapport::missing_note;
use crate::compose::rapport::name;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::beslut::Sex;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::protect::Cell;

/// A group of columns in Bilaga 1 under a common head.
struct Group {
    head: &'static str,
    columns: Vec<(String, Value)>,
}

/// What a column of Bilaga 1 prints.
enum Value {
    Count(Key),
    /// Not executed of all ongoing, in percent.
    Share(Sex),
}

/// Composes the table, if anything is known by sex.
pub(super) fn table(input: &Input<'_>, insatser: &[(Act, InsatsId)]) -> Option<Table> {
    let cells = &input.published.cells;
    let known = |key: &Key| known(input, insatser, key);
    let remaining = Key::total(Measure::Remaining);
    let ongoing = Key::total(Measure::Ongoing);
    let sexes = sexes(input);
    if !known(&remaining.clone().of_sex(Sex::Man)) && !known(&remaining.clone().of_sex(Sex::Kvinna))
    {
        return None;
    }
    let mut notes = vec![];
    let by_sex = |key: &Key| {
        sexes
            .iter()
            .map(|sex| {
                (
                    sex_word(*sex).to_owned(),
                    Value::Count(key.clone().of_sex(*sex)),
                )
            })
            .collect::<Vec<_>>()
    };
    let mut not_executed = by_sex(&remaining);
    not_executed.push(("samtliga".to_owned(), Value::Count(remaining.clone())));
    let mut groups = vec![Group {
        head: "Ej verkställda",
        columns: not_executed,
    }];
    if sexes.iter().any(|sex| known(&ongoing.clone().of_sex(*sex))) {
        groups.push(Group {
            head: "Pågående",
            columns: by_sex(&ongoing),
        });
        let shares = sexes
            .iter()
            .map(|sex| (sex_word(*sex).to_owned(), Value::Share(*sex)));
        groups.push(Group {
            head: "Andel ej verkställda, %",
            columns: shares.collect(),
        });
    } else {
        notes.push(
            "Uppgift om antal pågående beslut har inte lämnats, och andelen ej verkställda visas \
             därför inte."
                .to_owned(),
        );
    }
    let reasons: Vec<_> = input
        .namnd
        .orsaker
        .main()
        .map(|orsak| {
            let measure = Measure::Orsak(Population::Remaining, orsak.id.clone());
            (
                orsak.column.as_ref().unwrap_or(&orsak.name).to_string(),
                Key::total(measure),
            )
        })
        .collect();
    let with_reason = reasons
        .iter()
        .filter_map(|(_, key)| cells.get(key).shown())
        .sum::<u32>();
    let all = cells.get(&remaining).shown();
    if with_reason > 0 || all == Some(0) {
        let columns = reasons
            .into_iter()
            .map(|(head, key)| (head, Value::Count(key)))
            .collect();
        groups.push(Group {
            head: "Orsak",
            columns,
        });
        match all.map(|all| all.saturating_sub(with_reason)) {
            Some(0) | None => {
                notes.insert(
                    0,
                    "Varje beslut har en orsak. Avbrott räknas för sig.".to_owned(),
                );
            }
            Some(n) => notes.insert(
                0,
                format!(
                    "Uppgift om orsak saknas för {n} av {} beslut.",
                    all.unwrap_or(0)
                ),
            ),
        }
    } else {
        notes.push("Uppgift om orsak har inte lämnats.".to_owned());
    }
    let avbrott = Key::total(Measure::Avbrott(Population::Remaining));
    let alone = known(&avbrott).then_some(("varav avbrott", avbrott));
    if alone.is_none() {
        notes.push("Uppgift om avbrott har inte lämnats.".to_owned());
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
            Value::Count(key) => Text::figure(cells.get(&at(key))),
            Value::Share(sex) => {
                let part = cells.get(&at(&remaining.clone().of_sex(*sex)));
                let whole = cells.get(&at(&ongoing.clone().of_sex(*sex)));
                share(part, whole)
            }
        });
        std::iter::once(Text::words(name))
            .chain(texts)
            .collect::<Vec<_>>()
    };
    let rows: Vec<_> = insatser
        .iter()
        .map(|(act, id)| row(name(input, id), &|key| key.clone().of_insats(*act, id)))
        .collect();
    let sum = row("Samtliga".to_owned(), &Key::clone);
    if rows
        .iter()
        .chain([&sum])
        .flatten()
        .any(|cell| cell.text == "..")
    {
        notes.push(missing_note());
    }
    Some(Table {
        summary: "Ej verkställda beslut per insats, fördelade på kön och orsak.".to_owned(),
        columns: columns_of(values.len()),
        heads: heads.into(),
        rows,
        sum: Some(sum),
        notes,
    })
}

/// Returns the sexes to show: the third only where it has beslut.
fn sexes(input: &Input<'_>) -> Vec<Sex> {
    let other = Key::total(Measure::Reported).of_sex(Sex::Annat);
    let has_other = input
        .published
        .cells
        .get(&other)
        .shown()
        .is_some_and(|n| n > 0);
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

/// Returns a share in percent with one decimal.
fn share(part: Cell, whole: Cell) -> Text {
    match (part, whole) {
        (Cell::Hidden, _) | (_, Cell::Hidden) => Text::figure(Cell::Hidden),
        (Cell::Shown(_), Cell::Shown(0)) => Text::words("–"),
        (Cell::Shown(part), Cell::Shown(whole)) => {
            // Tenths of a percent, rounded half up, in whole numbers.
            let tenths = (2000 * u64::from(part) + u64::from(whole)) / (2 * u64::from(whole));
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
