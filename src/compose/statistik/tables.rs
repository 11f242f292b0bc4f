//! The tables of one act: insatser by population, elapsed time, sex and age. A
//! table in which nothing may be told is left out.

use crate::compose::elapsed;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::compose::table::columns_of;
use crate::compose::table::notes;
use crate::model::beslut::Act;
use crate::model::beslut::Age;
use crate::model::beslut::Sex;
use crate::model::namnd::Statistics;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::narrate::Voice;
use crate::narrate::statistik;
use crate::narrate::statistik::whole_of;
use crate::protect::Cell;

/// The two populations, and both together.
pub(super) const POPULATIONS: [Population; 3] = [
    Population::Never,
    Population::Interrupted,
    Population::Remaining,
];

/// What they are called over a column.
pub(super) const HEADS: elapsed::Heads = ["aldrig verkställda", "avbrutna", "samtliga"];

/// Returns each insats with how many there are in each population.
pub(super) fn insatser(voice: &Voice<'_>) -> Option<Table> {
    let get = |key: &Key| voice.published.cells.get(key);
    let covered = voice.covered();
    let of = |act: Act, id, population| get(&Key::total(whole_of(population)).of_insats(act, id));
    let rows: Vec<Vec<Cell>> = covered
        .iter()
        .map(|(act, id)| POPULATIONS.map(|it| of(*act, id, it)).to_vec())
        .collect();
    let names = covered.iter().map(|(act, id)| voice.short(*act, id));
    let rows: Vec<(String, Vec<Cell>)> = names
        .zip(rows)
        .filter(|(_, cells)| cells.last() != Some(&Cell::Shown(0)))
        .collect();
    // A population that is told of no insats has no column.
    let told = |at: &usize| rows.iter().any(|(_, cells)| cells[*at] != Cell::Hidden);
    let columns: Vec<usize> = (0..HEADS.len()).filter(told).collect();
    let rows = rows
        .iter()
        .map(|(name, cells)| (name.clone(), columns.iter().map(|at| cells[*at]).collect()))
        .collect();
    let heads: Vec<&str> = columns.iter().map(|at| HEADS[*at]).collect();
    let sums = sums(voice);
    let sum = columns.iter().map(|at| Text::figure(sums[*at])).collect();
    let title = format!("Beslut enligt {} per insats", name_of(voice));
    let summary = "Hur många beslut varje insats har bland dem som inte är verkställda.";
    table(title, summary, "Insats", &heads, rows, Some(sum))
}

/// Returns how long it has been since the beslut.
pub(super) fn elapsed(voice: &Voice<'_>) -> Option<Table> {
    let hidden = |band: &_| {
        POPULATIONS
            .iter()
            .all(|population| elapsed::waited(voice, *population, *band).shown().is_none())
    };
    if voice.published.bands.iter().all(hidden) {
        return None;
    }
    let title = format!("Beslut enligt {} efter förfluten tid", name_of(voice));
    let mut table = elapsed::table(voice, HEADS, title, statistik::counted_from(voice))?;
    let sum = sums(voice).map(Text::figure);
    table.sum = Some(
        std::iter::once(Text::words("Samtliga"))
            .chain(sum)
            .collect(),
    );
    Some(table)
}

/// Returns whom the beslut are for, as far as the nämnd has it told.
pub(super) fn people(voice: &Voice<'_>, told: Statistics) -> Option<Table> {
    let all = voice.all(Measure::Remaining);
    let get = |key: &Key| voice.published.cells.get(key);
    let of_age = |key: &Key, age: Option<Age>| match age {
        Some(age) => get(&key.clone().of_age(age)),
        None => get(key),
    };
    let ages: Vec<(&str, Option<Age>)> = [
        ("vuxna", Some(Age::Vuxen)),
        ("barn", Some(Age::Barn)),
        ("samtliga", None),
    ]
    .into_iter()
    .filter(|(_, age)| age.is_none() || told.age && of_age(&all, *age) != Cell::Missing)
    .collect();
    let title = |by: &str| format!("Beslut enligt {} efter {by}", name_of(voice));
    let summary = "Vilka de ej verkställda besluten gäller.";
    let cells =
        |key: &Key| -> Vec<Cell> { ages.iter().map(|(_, age)| of_age(key, *age)).collect() };
    let heads: Vec<&str> = ages.iter().map(|(head, _)| *head).collect();
    if !told.sex {
        if ages.len() < 2 {
            return None;
        }
        let rows = vec![("Samtliga".to_owned(), cells(&all))];
        return table(title("ålder"), summary, "Ålder", &heads, rows, None);
    }
    let sexes = [
        ("Kvinnor", "Kvinnor och flickor", Sex::Kvinna),
        ("Män", "Män och pojkar", Sex::Man),
        ("Annat kön", "Annat kön", Sex::Annat),
    ];
    let rows = sexes
        .into_iter()
        .map(|(adults, both, sex)| {
            let name = if ages.len() > 1 { both } else { adults };
            (name.to_owned(), sex, cells(&all.clone().of_sex(sex)))
        })
        .filter(|(_, sex, cells)| {
            let none = [Some(&Cell::Shown(0)), Some(&Cell::Missing)];
            *sex != Sex::Annat || !none.contains(&cells.last())
        })
        .map(|(name, _, cells)| (name, cells))
        .collect();
    let by = if ages.len() > 1 {
        "kön och ålder"
    } else {
        "kön"
    };
    let sum = cells(&all).into_iter().map(Text::figure).collect();
    table(title(by), summary, "Kön", &heads, rows, Some(sum))
}

/// Returns whether it is known whom the beslut are for, but may not be told.
pub(super) fn hides_people(voice: &Voice<'_>) -> bool {
    let all = voice.all(Measure::Remaining);
    let hides = |key: &Key| voice.published.cells.get(key) == Cell::Hidden;
    Sex::ALL.iter().any(|sex| hides(&all.clone().of_sex(*sex)))
        || Age::ALL.iter().any(|age| hides(&all.clone().of_age(*age)))
}

/// Returns the act the voice speaks of.
fn name_of(voice: &Voice<'_>) -> &'static str {
    voice.acts.first().map_or("", |act| act.name())
}

/// Returns the totals of the populations.
fn sums(voice: &Voice<'_>) -> [Cell; 3] {
    POPULATIONS.map(|population| match voice.acts.first() {
        Some(act) => statistik::total(&voice.published.cells, *act, population),
        None => Cell::Missing,
    })
}

/// Sets a table, if any of its cells may be told.
fn table(
    title: String,
    summary: &str,
    first: &str,
    heads: &[&str],
    rows: Vec<(String, Vec<Cell>)>,
    sum: Option<Vec<Text>>,
) -> Option<Table> {
    if !rows
        .iter()
        .flat_map(|(_, cells)| cells)
        .any(|cell| cell.shown().is_some())
    {
        return None;
    }
    let rows: Vec<Vec<Text>> = rows
        .into_iter()
        .map(|(name, cells)| {
            let figures = cells.into_iter().map(Text::figure);
            std::iter::once(Text::words(name)).chain(figures).collect()
        })
        .collect();
    let sum = sum.map(|sum| -> Vec<Text> {
        std::iter::once(Text::words("Samtliga"))
            .chain(sum)
            .collect()
    });
    let told = notes(rows.iter().chain(&sum).flatten());
    let heads_of = std::iter::once(first).chain(heads.iter().copied());
    Some(Table {
        title: Some(title),
        summary: summary.to_owned(),
        columns: columns_of(heads.len()),
        heads: vec![heads_of.map(|head| Head::tall(head, 1)).collect()],
        rows,
        sum,
        notes: told,
    })
}
