//! A sheet of the workbook: headers that explain themselves, what stands in the
//! file, and room for more.

use chrono::Datelike as _;
use chrono::NaiveDate;
use rust_xlsxwriter::DataValidation;
use rust_xlsxwriter::DataValidationErrorStyle;
use rust_xlsxwriter::DataValidationRule;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::Formula;
use rust_xlsxwriter::Note;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::edit::Value;
use crate::import::workbook::Sheet;
use crate::import::workbook::cell;
use crate::load::keys::Key;
use crate::load::keys::Kind;
use crate::load::keys::either;
use crate::load::tree;
use crate::load::tree::Node;
use crate::model::catalogue::fold;
use crate::scaffold::rows;
use crate::scaffold::workbook::Wanted;
use crate::scaffold::workbook::lists::Lists;
use crate::scaffold::workbook::look;
use crate::scaffold::workbook::look::Look;

/// So many rows below what is filled in can be chosen from lists.
const ROOM: u32 = 300;

/// A4, as printers number it.
const A4: u8 = 9;

/// Writes a sheet that is read against the file.
pub(super) fn write(
    sheet: &mut Worksheet,
    which: Sheet,
    wanted: &Wanted<'_>,
    lists: &Lists,
    look: &Look,
) -> Result<(), XlsxError> {
    let keys = which.columns();
    begin(sheet, which.name(), &keys, look)?;
    let mut row = 0;
    let mut met = vec![];
    for line in which.lines(wanted.source) {
        row += 1;
        met.extend(line.cells.first().map(|name| fold(name)));
        for (column, (key, text)) in (0..).zip(keys.iter().zip(&line.cells)) {
            put(sheet, row, column, key, text, look)?;
        }
    }
    for cells in suggested(which, wanted) {
        let name = cells.first().map(|name| fold(name));
        if name.as_ref().is_none_or(|name| met.contains(name)) {
            continue;
        }
        row += 1;
        for (column, (key, text)) in (0..).zip(keys.iter().zip(&cells)) {
            put(sheet, row, column, key, text, look)?;
        }
        met.extend(name);
    }
    end(sheet, &keys, row, lists)
}

/// Returns what a sheet may be wanted for besides what stands in the file: what
/// the quarter before had, and the insatser of the rows.
fn suggested(which: Sheet, wanted: &Wanted<'_>) -> Vec<Vec<String>> {
    let before = wanted.before.map_or(vec![], |before| which.lines(before));
    // Only what says what a row is about; figures and answers are of their quarter.
    let kept = match which {
        Sheet::Ongoing | Sheet::Texts => 1,
        Sheet::Providers => 2,
        Sheet::Orders => 0,
    };
    let lines = before.into_iter().map(|line| line.cells);
    let lines = lines.map(|cells| cells.into_iter().take(kept).collect());
    let rows = insatser(wanted).into_iter().map(|name| vec![name]);
    let rows = rows.filter(|_| which == Sheet::Ongoing);
    lines.chain(rows).collect()
}

fn insatser(wanted: &Wanted<'_>) -> Vec<String> {
    let root = wanted.source.root.as_ref();
    let list = root.and_then(|root| root.get("beslut"));
    let items = list.map_or(&[][..], rows::items).iter();
    let names = items.filter_map(|item| item.get("insats").and_then(Node::text));
    names.map(str::to_owned).collect()
}

/// Writes the name of a sheet and its headers.
pub(super) fn begin(
    sheet: &mut Worksheet,
    name: &str,
    keys: &[&'static Key],
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    sheet.set_row_height(0, 22)?;
    for (column, key) in (0..).zip(keys) {
        sheet.set_column_width(column, look::width(key))?;
        sheet.set_column_format(column, look.cell(key))?;
        sheet.write_string_with_format(0, column, key.name, look.head(key))?;
        sheet.insert_note(0, column, &note(key))?;
    }
    sheet.set_landscape();
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

/// Freezes the headers, lets the rows be filtered, and gives the columns their
/// lists. `last` is the last row with something in it.
pub(super) fn end(
    sheet: &mut Worksheet,
    keys: &[&'static Key],
    last: u32,
    lists: &Lists,
) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(1, 0)?;
    for (column, key) in (0..).zip(keys) {
        if let Some(choice) = choice(key, lists)? {
            sheet.add_data_validation(1, column, last + ROOM, column, &choice)?;
        }
    }
    Ok(())
}

/// Writes the text of a cell, a day as a day and a number as a number.
pub(super) fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    key: &Key,
    text: &str,
    look: &Look,
) -> Result<(), XlsxError> {
    write_cell(sheet, row, column, key, text, look.cell(key))
}

/// Writes the text of a cell in a format.
pub(super) fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    key: &Key,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    if text.is_empty() {
        return Ok(());
    }
    let number = || text.parse::<u32>().ok().filter(|n| n.to_string() == text);
    match key.kind {
        Kind::Date => {
            if let Some(day) = day(text) {
                sheet.write_datetime_with_format(row, column, &day?, format)?;
                return Ok(());
            }
        }
        Kind::Number | Kind::Figure => {
            if let Some(number) = number() {
                sheet.write_number_with_format(row, column, number, format)?;
                return Ok(());
            }
        }
        _ => {}
    }
    sheet.write_string_with_format(row, column, text, format)?;
    Ok(())
}

/// Returns a day of the file as Excel has it.
fn day(text: &str) -> Option<Result<ExcelDateTime, XlsxError>> {
    let day: NaiveDate = text.parse().ok().filter(|_| text.len() == 10)?;
    let year = u16::try_from(day.year()).ok()?;
    let month = u8::try_from(day.month()).ok()?;
    let number = u8::try_from(day.day()).ok()?;
    Some(ExcelDateTime::from_ymd(year, month, number))
}

/// Returns what a header says when the pointer is over it.
fn note(key: &Key) -> Note {
    let mut text = key.meaning.to_owned();
    if key.required {
        text.push_str(" Måste fyllas i.");
    }
    match key.kind {
        Kind::Word(words) => text.push_str(&format!(" Skriv {}.", either(words))),
        Kind::YesNo => text.push_str(" Skriv ja eller nej; tomt är nej."),
        _ => text.push_str(&format!("\nExempel: {}", example(key))),
    }
    let lines = text.chars().count().div_ceil(34) + 1;
    let height = u32::try_from(lines).unwrap_or(4) * 18 + 12;
    Note::new(text)
        .add_author_prefix(false)
        .set_author("evb")
        .set_width(250)
        .set_height(height)
}

/// Returns the example of a key as it is written in a cell.
fn example(key: &Key) -> String {
    let (root, _) = tree::read(key.example);
    let value = root.as_ref().and_then(|root| root.get(key.name));
    let value = value.map_or_else(|| Value::Text(key.example.to_owned()), cell::value_of);
    cell::text(&key.kind, &value)
}

/// Returns what may be chosen or written in a column.
fn choice(key: &Key, lists: &Lists) -> Result<Option<DataValidation>, XlsxError> {
    let choice = DataValidation::new().set_error_title(key.name)?;
    let choice = match key.kind {
        Kind::Date => choice
            .allow_date(DataValidationRule::Between(
                ExcelDateTime::from_ymd(1950, 1, 1)?,
                ExcelDateTime::from_ymd(2150, 12, 31)?,
            ))
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_message("Skriv en dag som finns, till exempel 2024-01-05.")?,
        Kind::Number | Kind::Figure => choice
            .allow_whole_number(DataValidationRule::Between(0, 9_999_999))
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_message("Skriv ett heltal.")?,
        _ => match lists.of(&key.kind) {
            Some((range, closed)) => {
                let style = if closed {
                    DataValidationErrorStyle::Stop
                } else {
                    DataValidationErrorStyle::Warning
                };
                let message = if closed {
                    "Välj i listan."
                } else {
                    "Välj helst i listan. Ett annat namn måste evb känna till."
                };
                choice
                    .allow_list_formula(Formula::new(range))
                    .set_error_style(style)
                    .set_error_message(message)?
            }
            None => return Ok(None),
        },
    };
    Ok(Some(choice))
}
