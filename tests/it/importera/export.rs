//! An export such as a case system makes: a title, headers in two rows of which
//! the upper is merged, serial dates, names and personnummer. The persons are
//! made up, with birth numbers of the series that is kept for tests (238 and 239).

use chrono::Datelike as _;
use chrono::NaiveDate;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::Workbook;
use rust_xlsxwriter::Worksheet;
use serde_yaml::Value;

use crate::facts::root;

const GROUPS: [(&str, usize); 3] = [("Person", 2), ("Beslut", 4), ("Verkställighet", 6)];
const HEADERS: [&str; 12] = [
    "Personnummer",
    "Namn",
    "Ärendenr",
    "Insats",
    "Lagrum",
    "Datum",
    "Avbrott fr.o.m.",
    "Verkställt",
    "Avslutat",
    "Orsak",
    "Delvis från",
    "Delvis omfattning",
];

/// The row of the first beslut, from 1 as Excel counts.
pub(super) const FIRST_ROW: usize = 6;

/// A cell of the export.
#[derive(Clone)]
pub(super) enum Cell {
    Text(String),
    Day(NaiveDate),
    Empty,
}

/// An export of the sample's 88 rows.
pub(super) struct Export {
    pub(super) headers: Vec<String>,
    pub(super) rows: Vec<Vec<Cell>>,
}

impl Export {
    pub(super) fn of_the_sample() -> Self {
        let text = std::fs::read_to_string(root().join("data/exempel-lss/2023-Q4.yaml")).unwrap();
        let quarter: Value = serde_yaml::from_str(&text).unwrap();
        let rows = quarter["beslut"].as_sequence().unwrap();
        Self {
            headers: HEADERS.map(str::to_owned).to_vec(),
            rows: rows
                .iter()
                .enumerate()
                .map(|(n, row)| cells(n, row))
                .collect(),
        }
    }

    /// Returns the personnummer in every form they might be written.
    pub(super) fn numbers(&self) -> Vec<String> {
        let mut all = vec![];
        for row in &self.rows {
            let Cell::Text(number) = &row[0] else {
                continue;
            };
            let (day, last) = number.split_once('-').unwrap();
            for form in [
                number.clone(),
                format!("{day}{last}"),
                format!("{}-{last}", &day[2..]),
                format!("{}{last}", &day[2..]),
                format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]),
            ] {
                all.push(form);
            }
        }
        all
    }

    pub(super) fn xlsx(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        book.add_worksheet().set_name("Information").unwrap();
        let sheet = book.add_worksheet();
        sheet.set_name("Blad1").unwrap();
        let bold = Format::new().set_bold();
        let last = u16::try_from(self.headers.len() - 1).unwrap();
        let title = "Uttag ur verksamhetssystemet 2024-01-10";
        sheet.merge_range(0, 0, 0, last, title, &bold).unwrap();
        sheet
            .write(1, 0, "Urval: alla ej verkställda beslut")
            .unwrap();
        let mut column = 0;
        for (group, width) in GROUPS {
            let end = column + u16::try_from(width).unwrap() - 1;
            sheet.merge_range(3, column, 3, end, group, &bold).unwrap();
            column = end + 1;
        }
        for (column, header) in self.headers.iter().enumerate() {
            sheet
                .write(4, u16::try_from(column).unwrap(), header)
                .unwrap();
        }
        for (n, row) in self.rows.iter().enumerate() {
            for (column, cell) in row.iter().enumerate() {
                let at = (
                    u32::try_from(n + FIRST_ROW - 1).unwrap(),
                    u16::try_from(column).unwrap(),
                );
                write(sheet, at, cell);
            }
        }
        let sum = u32::try_from(self.rows.len() + FIRST_ROW - 1).unwrap();
        sheet.write(sum, 0, "Antal").unwrap();
        sheet
            .write(sum, 1, u32::try_from(self.rows.len()).unwrap())
            .unwrap();
        book.save_to_buffer().unwrap()
    }

    /// Returns the export as CSV in an older Windows coding.
    pub(super) fn csv(&self) -> Vec<u8> {
        let mut text = self.headers.join(";").replace(";Datum;", ";Beslutsdatum;");
        for row in &self.rows {
            let cells: Vec<_> = row
                .iter()
                .map(|cell| match cell {
                    Cell::Text(text) => text.clone(),
                    Cell::Day(day) => format!("{}/{} {}", day.day(), day.month(), day.year()),
                    Cell::Empty => String::new(),
                })
                .collect();
            text.push_str("\r\n");
            text.push_str(&cells.join(";"));
        }
        text.chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap())
            .collect()
    }
}

fn write(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell) {
    match cell {
        Cell::Text(text) => {
            sheet.write(row, column, text).unwrap();
        }
        Cell::Day(day) => {
            let year = u16::try_from(day.year()).unwrap();
            let (month, day) = (day.month() as u8, day.day() as u8);
            let serial = ExcelDateTime::from_ymd(year, month, day).unwrap();
            let format = Format::new().set_num_format("yyyy-mm-dd");
            sheet
                .write_with_format(row, column, &serial, &format)
                .unwrap();
        }
        Cell::Empty => {}
    }
}

fn cells(n: usize, row: &Value) -> Vec<Cell> {
    let text = |key: &str| row[key].as_str().map(str::to_owned);
    let day = |key: &str| match text(key) {
        Some(day) => Cell::Day(day.parse().unwrap()),
        None => Cell::Empty,
    };
    let written = |text: Option<String>| text.map_or(Cell::Empty, Cell::Text);
    let part = |key: &str| row["delvis"][key].as_str().map(str::to_owned);
    let insats = text("insats").unwrap();
    vec![
        Cell::Text(number(n, &text("kön").unwrap())),
        Cell::Text(format!("Testperson {n}")),
        Cell::Text(format!("2023-{:04}", n + 1)),
        Cell::Text(insats),
        written(text("lag").map(|_| "LSS 9 § 4".to_owned())),
        day("beslutsdatum"),
        day("avbrott"),
        day("verkställt"),
        day("avslutat"),
        written(text("orsak")),
        part("från").map_or(Cell::Empty, |day| Cell::Day(day.parse().unwrap())),
        written(part("omfattning")),
    ]
}

/// Returns a number of a person of some sex and age, each its own.
fn number(n: usize, kon: &str) -> String {
    let (year, birth) = match kon {
        "flicka" => (2010, "238"),
        "pojke" => (2010, "239"),
        "kvinna" => (1975, "238"),
        _ => (1975, "239"),
    };
    let day = format!("{year}{:02}{:02}", n % 12 + 1, n / 12 + 1);
    let digits = format!("{}{birth}", &day[2..]);
    let sum: u32 = digits
        .bytes()
        .enumerate()
        .map(|(at, digit)| {
            let twice = u32::from(digit - b'0') * if at % 2 == 0 { 2 } else { 1 };
            twice / 10 + twice % 10
        })
        .sum();
    format!("{day}-{birth}{}", (10 - sum % 10) % 10)
}
