//! The nämnd's report: totals, a table per insats, Bilaga 1 and Bilaga 2.
//!
//! A section is there when the quarter has data for it. In Bilaga 1 a column
//! whose input is missing is dropped with a note; a column of zeros stays.

use serde::Serialize;

use crate::compose::Frame;
use crate::compose::Input;
use crate::compose::table::Column;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::beslut::Sex;
use crate::model::beslut::Status;
use crate::model::beslut::kon_word;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::narrate;
use crate::protect::Cell;

/// The value of `rapport.typ`.
#[derive(Debug, Serialize)]
pub struct Rapport {
    frame: Frame,
    /// The sentences on the whole quarter.
    totals: Vec<String>,
    /// Outcomes per insats.
    insatser: Option<Table>,
    /// Not executed, by sex and reason.
    bilaga_1: Option<Appendix>,
    /// The list of beslut.
    bilaga_2: Option<Appendix>,
}

/// An appendix: what it is about, and its table.
#[derive(Debug, Serialize)]
struct Appendix {
    subtitle: String,
    table: Table,
}

/// Composes the report.
pub(crate) fn compose(input: &Input<'_>) -> Rapport {
    let published = input.published;
    let mut acts: Vec<Act> = published.insatser.iter().map(|(act, _)| *act).collect();
    acts.dedup();
    let title = match acts.as_slice() {
        [] => "Ej verkställda beslut".to_owned(),
        acts => format!("Ej verkställda beslut enligt {}", narrate::acts(acts)),
    };
    let subtitle = format!(
        "{}, {}",
        capital(&narrate::quarter(published.quarter)),
        narrate::period(published.quarter)
    );
    let insatser: Vec<_> = published
        .insatser
        .iter()
        .filter(|(act, _)| covers(input, *act))
        .cloned()
        .collect();
    let status = format!("Läget {}", narrate::day(published.quarter.last_day()));
    Rapport {
        frame: Frame::new(input, title, subtitle),
        totals: narrate::totals(published),
        insatser: outcomes(input, &insatser),
        bilaga_1: bilaga_1(input, &insatser).map(|table| Appendix {
            subtitle: status.clone(),
            table,
        }),
        bilaga_2: bilaga_2(input).map(|table| Appendix {
            subtitle: status,
            table,
        }),
    }
}

fn covers(input: &Input<'_>, act: Act) -> bool {
    input.order.acts.is_empty() || input.order.acts.contains(&act)
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|c| c.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// One column of figures: its head and what it counts.
struct Counted {
    head: &'static str,
    key: Key,
}

fn outcomes(input: &Input<'_>, insatser: &[(Act, InsatsId)]) -> Option<Table> {
    let counted = |head, measure| Counted {
        head,
        key: Key::total(measure),
    };
    let columns = [
        counted("rapporterade", Measure::Reported),
        counted("verkställda", Measure::Executed),
        counted("avslutade", Measure::Closed),
        counted("verkställda eller avslutade", Measure::Ended),
        counted("ej verkställda", Measure::Remaining),
        counted("varav avbrott", Measure::Avbrott(Population::Remaining)),
        counted(
            "varav delvis verkställda",
            Measure::Delvis(Population::Remaining),
        ),
    ];
    let cells = &input.published.cells;
    let known = |key: &Key| {
        insatser
            .iter()
            .any(|(act, id)| cells.get(&key.clone().of_insats(*act, id)) != Cell::Missing)
    };
    // The sum of the two outcomes is a column only where they are not known apart.
    let apart = known(&columns[1].key) && known(&columns[2].key);
    let columns: Vec<_> = columns
        .into_iter()
        .filter(|column| known(&column.key) && !(apart && column.key.measure == Measure::Ended))
        .collect();
    if columns.is_empty() {
        return None;
    }
    let mut heads = vec![Head::tall("Insats", 1)];
    heads.extend(columns.iter().map(|column| Head::tall(column.head, 1)));
    let row = |name: String, at: &dyn Fn(&Key) -> Key| {
        let figures = columns
            .iter()
            .map(|column| Text::figure(cells.get(&at(&column.key))));
        std::iter::once(Text::words(name))
            .chain(figures)
            .collect::<Vec<_>>()
    };
    let rows: Vec<_> = insatser
        .iter()
        .map(|(act, id)| row(name(input, id), &|key| key.clone().of_insats(*act, id)))
        .collect();
    let missing = rows.iter().flatten().any(|cell| cell.text == "..");
    Some(Table {
        summary: "Rapporterade beslut per insats och vad som har hänt med dem.".to_owned(),
        columns: columns_of(columns.len()),
        heads: vec![heads],
        rows,
        sum: Some(row("Samtliga".to_owned(), &Key::clone)),
        notes: missing.then(missing_note).into_iter().collect(),
    })
}

fn missing_note() -> String {
    "Två punkter (..) betyder att uppgift saknas.".to_owned()
}

fn columns_of(figures: usize) -> Vec<Column> {
    std::iter::once(Column::Name)
        .chain(std::iter::repeat_n(Column::Figure, figures))
        .collect()
}

fn name(input: &Input<'_>, id: &InsatsId) -> String {
    input
        .namnd
        .insatser
        .get(id)
        .map_or_else(|| id.to_string(), |insats| insats.short.to_string())
}

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

fn bilaga_1(input: &Input<'_>, insatser: &[(Act, InsatsId)]) -> Option<Table> {
    let cells = &input.published.cells;
    let known = |key: &Key| {
        insatser
            .iter()
            .any(|(act, id)| cells.get(&key.clone().of_insats(*act, id)) != Cell::Missing)
    };
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

fn bilaga_2(input: &Input<'_>) -> Option<Table> {
    let rows: Vec<_> = input
        .published
        .rows
        .iter()
        .filter(|row| covers(input, row.act))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let date = |day: Option<chrono::NaiveDate>| {
        Text::words(day.map(|day| day.to_string()).unwrap_or_default())
    };
    let body = rows.iter().map(|row| {
        let section = input
            .namnd
            .insatser
            .get(&row.insats)
            .and_then(|insats| {
                let on = row.decided_on.or(row.avbrott_on)?;
                insats
                    .section(row.act, on)
                    .map(|section| format!("{section}\u{a0}{}", row.act.name()))
            })
            .unwrap_or_default();
        let (executed, closed) = match row.status {
            Status::Executed(day) => (Some(day), None),
            Status::Closed(day) => (None, Some(day)),
            Status::Remaining { .. } => (None, None),
        };
        vec![
            Text::words(row.nr.to_string()),
            Text::words(capital(kon_word(row.sex, row.age))),
            Text::words(name(input, &row.insats)),
            Text::words(section),
            date(row.decided_on),
            date(row.avbrott_on),
            date(executed),
            date(closed),
        ]
    });
    let heads = [
        "Nr",
        "Kön",
        "Insats",
        "Lagrum",
        "Beslut",
        "Avbrott",
        "Verkställt",
        "Avslutat",
    ];
    Some(Table {
        summary: "Alla rapporterade beslut med datum.".to_owned(),
        columns: vec![
            Column::Figure,
            Column::Word,
            Column::Name,
            Column::Word,
            Column::Date,
            Column::Date,
            Column::Date,
            Column::Date,
        ],
        heads: vec![heads.into_iter().map(|head| Head::tall(head, 1)).collect()],
        rows: body.collect(),
        sum: None,
        notes: vec![],
    })
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
