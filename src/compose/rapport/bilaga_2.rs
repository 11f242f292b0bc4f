//! Bilaga 2: the list of beslut, with the time elapsed.

use chrono::NaiveDate;

use crate::compose::table::Column;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::model::beslut::Outcome;
use crate::model::beslut::Status;
use crate::model::beslut::kon_word;
use crate::model::quarter::Quarter;
use crate::narrate::Voice;
use crate::narrate::capital;
use crate::narrate::date;
use crate::narrate::law;
use crate::narrate::list;
use crate::narrate::number::grouped;
use crate::protect::Row;

/// Marks a date after the quarter's end.
const LATER: &str = "*";

/// Composes the list, if the profile has one and the quarter has rows.
pub(super) fn table(voice: &Voice<'_>) -> Option<Table> {
    let mut table = listed(voice, &voice.published.rows)?;
    table.summary = "Alla rapporterade beslut med datum och förfluten tid.".to_owned();
    let withheld = voice.published.withheld.iter();
    let withheld = withheld.filter(|act| voice.acts.contains(act)).count();
    let withheld = u32::try_from(withheld).unwrap_or(u32::MAX);
    if withheld > 0 {
        let count = voice.numbers.among(&[withheld]).beslut(withheld, None);
        let counted = if withheld == 1 { "det" } else { "de" };
        table.notes.push(format!(
            "Förteckningen utelämnar {count} där den enskilde har skyddade personuppgifter; i \
             siffrorna ingår {counted}."
        ));
    }
    Some(table)
}

/// Composes the list of what courts have granted, if there is anything.
pub(super) fn of_courts(voice: &Voice<'_>) -> Option<Table> {
    let mut table = listed(voice, &voice.published.of_courts)?;
    table.title = Some("Insatser som domstol har beviljat".to_owned());
    table.summary = "Insatser som domstol har beviljat, med datum och förfluten tid.".to_owned();
    table.notes = vec!["De ingår inte i rapportens siffror.".to_owned()];
    Some(table)
}

fn listed(voice: &Voice<'_>, rows: &[Row]) -> Option<Table> {
    let rows: Vec<_> = rows
        .iter()
        .filter(|row| voice.acts.contains(&row.act))
        .collect();
    if rows.is_empty() {
        return None;
    }
    let heads = [
        "Nr",
        "Kön",
        "Insats",
        "Lagrum",
        "Beslut",
        "Avbrott",
        "Verkställt",
        "Avslutat",
        "Dagar",
    ];
    let columns = vec![
        Column::Figure,
        Column::Word,
        Column::Name,
        Column::Word,
        Column::Date,
        Column::Date,
        Column::Date,
        Column::Date,
        Column::Figure,
    ];
    let body = rows.iter().map(|row| cells(voice, row));
    let mut notes = vec![
        "Dagar är tiden från beslutet, eller från avbrottet där beslutsdatum saknas, till dess att \
         beslutet verkställdes eller avslutades, annars till kvartalets slut."
            .to_owned(),
    ];
    let later = |status| matches!(status, Status::Remaining { later: Some(_) });
    if rows.iter().any(|row| later(row.status)) {
        notes.push(format!(
            "{LATER} Efter periodens slut; beslutet räknas som ej verkställt i rapporten."
        ));
    }
    notes.extend(voice.acts.iter().filter_map(|act| {
        let of_act = rows.iter().filter(|row| row.act == *act);
        law::of_their_day(voice, *act, of_act.filter_map(|row| row.decided_on))
    }));
    notes.extend(remarks(&rows));
    Some(Table {
        title: None,
        summary: String::new(),
        columns,
        heads: vec![heads.into_iter().map(|head| Head::tall(head, 1)).collect()],
        rows: body.collect(),
        sum: None,
        notes,
    })
}

fn cells(voice: &Voice<'_>, row: &Row) -> Vec<Text> {
    let date = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let section = voice.insatser.get(&row.insats).and_then(|insats| {
        let section = insats.section(row.act, law::decided_by(voice, row)?)?;
        Some(format!("{section}\u{a0}{}", row.act.name()))
    });
    let (executed, closed) = match row.status {
        Status::Executed(day) => (day.to_string(), String::new()),
        Status::Closed(day) => (String::new(), day.to_string()),
        Status::Remaining {
            later: Some((Outcome::Executed, day)),
        } => (format!("{day}{LATER}"), String::new()),
        Status::Remaining {
            later: Some((Outcome::Closed, day)),
        } => (String::new(), format!("{day}{LATER}")),
        Status::Remaining { later: None } => (String::new(), String::new()),
    };
    vec![
        Text::words(row.nr.to_string()),
        Text::words(capital(kon_word(row.sex, row.age))),
        Text::words(voice.short(row.act, &row.insats)),
        Text::words(section.unwrap_or_default()),
        Text::words(date(row.decided_on)),
        Text::words(date(row.avbrott_on)),
        Text::words(executed),
        Text::words(closed),
        Text::words(grouped(row.days)),
    ]
}

/// Returns what there is to say of single rows beside their dates.
fn remarks(rows: &[&Row]) -> Vec<String> {
    let numbers = |test: &dyn Fn(&Row) -> bool| {
        let rows = rows.iter().filter(|row| test(row));
        let numbers: Vec<String> = rows.map(|row| row.nr.to_string()).collect();
        (!numbers.is_empty()).then(|| list::and(&numbers))
    };
    let mut due: Vec<Quarter> = rows.iter().filter_map(|row| row.due_in).collect();
    due.sort();
    due.dedup();
    let late = due.into_iter().map(|quarter| {
        let told = format!("borde ha rapporterats redan {}", date::quarter(quarter));
        (numbers(&|row| row.due_in == Some(quarter)), told)
    });
    let others = [
        (
            numbers(&|row| row.renewed),
            "förnyar ett tidigare beslut, och tiden är räknad från det nya",
        ),
        (
            numbers(&|row| row.forhandsbesked),
            "gäller förhandsbesked enligt 16\u{a0}§\u{a0}LSS",
        ),
    ];
    let others = others
        .into_iter()
        .map(|(numbers, what)| (numbers, what.to_owned()));
    late.chain(others)
        .filter_map(|(numbers, what)| Some(format!("Nr\u{a0}{} {what}.", numbers?)))
        .collect()
}
