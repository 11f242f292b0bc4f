//! Offers, days of reporting and the part that is executed: values that may
//! stand in one cell or in several columns.

use chrono::NaiveDate;

use super::book::Cell;
use super::columns::plain;
use super::compact;
use super::told::IMPORT_DATUM;
use super::told::IMPORT_VARDE;
use super::told::quoted;
use super::value::Line;
use crate::edit::Value;
use crate::model::offer::Answer;

/// Returns the offers of a row.
pub(super) fn offers(line: &mut Line<'_>) -> Option<Value> {
    let mut all = in_one_cell(line);
    all.extend(in_columns(line));
    let items = all.into_iter().map(|(day, answer)| {
        let named = Answer::NAMES.iter().find(|(_, known)| *known == answer);
        let word = named.map_or("", |(word, _)| word);
        Value::Map(vec![
            ("datum".to_owned(), Value::Text(day.to_string())),
            ("svar".to_owned(), Value::Text(word.to_owned())),
        ])
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then_some(Value::List(items))
}

fn in_one_cell(line: &mut Line<'_>) -> Vec<(NaiveDate, Answer)> {
    const KEY: &str = "erbjudanden";
    let Some(cell) = line.cell(KEY) else {
        return vec![];
    };
    // A lone day has its answer in a column of its own.
    let column = line.layout.column(KEY).unwrap_or_default();
    let answers = line.layout.keys.get("erbjudande_svar");
    let alone = answers.is_some() && !line.layout.has("erbjudande_datum");
    if alone && (cell.text().is_none_or(|text| !text.contains(' '))) {
        let day = line.day(cell, column);
        let answer = answer(line, answers.and_then(|places| Some(places.first()?.0)));
        return day.zip(answer).into_iter().collect();
    }
    match compact::offers(&cell.written()) {
        Ok(offers) => offers,
        Err((message, help)) => {
            line.wrong(KEY, &message, help);
            vec![]
        }
    }
}

/// Returns the offers of columns in pairs: by their number, or one by one.
fn in_columns(line: &mut Line<'_>) -> Vec<(NaiveDate, Answer)> {
    let layout = line.layout;
    let places = |key| layout.keys.get(key).map_or(&[][..], Vec::as_slice);
    let (days, answers) = (places("erbjudande_datum"), places("erbjudande_svar"));
    let mut list = vec![];
    let mut paired = vec![];
    for (nth, (column, number)) in days.iter().enumerate() {
        let by_number = |(_, other): &&(u32, Option<u32>)| number.is_some() && other == number;
        let pair = match answers.iter().find(by_number) {
            None if number.is_none() => answers.get(nth),
            found => found,
        };
        let pair = pair.map(|(column, _)| *column);
        paired.extend(pair);
        let day = line.get(*column);
        match day.map(|cell| (cell, line.day(cell, *column))) {
            Some((_, Some(day))) => list.extend(answer(line, pair).map(|answer| (day, answer))),
            Some((_, None)) => {}
            None => undated(line, pair),
        }
    }
    for (column, _) in answers {
        if !days.is_empty() && !paired.contains(column) {
            undated(line, Some(*column));
        }
    }
    list
}

/// Tells an answer without its day.
fn undated(line: &mut Line<'_>, column: Option<u32>) {
    if let Some(column) = column
        && line.get(column).is_some()
    {
        let cell = line.place(column);
        let message = "svaret på erbjudandet har inget datum";
        let help = "fyll i dagen för erbjudandet, eller töm cellen";
        line.told.cell(&IMPORT_VARDE, &cell, message, help);
    }
}

/// Returns the answer in a column; an empty one means that it is awaited.
fn answer(line: &mut Line<'_>, column: Option<u32>) -> Option<Answer> {
    let Some((column, cell)) = column.and_then(|column| Some((column, line.get(column)?))) else {
        return Some(Answer::Waiting);
    };
    let written = cell.written();
    let answer = compact::answer(&written);
    if answer.is_none() {
        let message = format!("svaret kan inte vara {}", quoted(&written));
        let place = line.place(column);
        line.told.cell(
            &IMPORT_VARDE,
            &place,
            &message,
            "skriv ja, nej eller väntar",
        );
    }
    answer
}

/// Returns the days on which individrapporter have been sent.
pub(super) fn reported(line: &mut Line<'_>) -> Option<Value> {
    let layout = line.layout;
    let mut days = vec![];
    for (column, _) in layout.keys.get("rapporterat").into_iter().flatten() {
        match line.get(*column) {
            Some(Cell::Text(text)) => match compact::dates(text) {
                Ok(several) => days.extend(several),
                Err((message, help)) => {
                    let place = line.place(*column);
                    line.told.cell(&IMPORT_DATUM, &place, &message, help);
                }
            },
            Some(cell) => days.extend(line.day(cell, *column)),
            None => {}
        }
    }
    let days: Vec<_> = days
        .iter()
        .map(|day| Value::Text(day.to_string()))
        .collect();
    (!days.is_empty()).then_some(Value::List(days))
}

/// Returns the part that is executed.
pub(super) fn delvis(line: &mut Line<'_>) -> Option<Value> {
    let own_from = line.date("delvis_från");
    let own_extent = line.text("delvis_omfattning");
    let whole = line.text("delvis");
    let said = whole.as_deref().map(plain).unwrap_or_default();
    if matches!(said.as_str(), "nej" | "n") {
        return None;
    }
    let yes = matches!(said.as_str(), "ja" | "j" | "x");
    let (from, extent) = match whole.filter(|_| !yes) {
        Some(text) => compact::delvis(&text),
        None => (None, String::new()),
    };
    let from = own_from.or(from);
    let extent = own_extent.unwrap_or(extent);
    if extent.is_empty() {
        if yes || from.is_some() {
            let key = if yes { "delvis" } else { "delvis_från" };
            let message = "det står inte hur stor del som är verkställd";
            line.wrong(
                key,
                message,
                "skriv hur stor del, till exempel «halva tiden»",
            );
        }
        return None;
    }
    let from = from.map(|day| ("från".to_owned(), Value::Text(day.to_string())));
    let mut pairs: Vec<_> = from.into_iter().collect();
    pairs.push(("omfattning".to_owned(), Value::Text(extent)));
    Some(Value::Map(pairs))
}
