//! A workbook to fill a quarter in with: what stands in its file, room for more,
//! and words to choose from.
//!
//! What each sheet holds is `import::workbook`'s, which reads them again; how
//! they look is here. The same quarter gives the same bytes.

use std::collections::BTreeSet;

use chrono::Datelike as _;
use rust_xlsxwriter::DocProperties;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::Workbook;
use rust_xlsxwriter::XlsxError;

use crate::import::workbook::Sheet;
use crate::load::source::Source;
use crate::model::quarter::Quarter;
use crate::validate::vocabulary::Vocabulary;

mod beslut;
mod guide;
mod lists;
mod look;
mod sheet;

use lists::Lists;
use look::Look;

/// What a workbook is for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The name of the nämnd's folder.
    pub folder: &'a str,
    /// What the nämnd is called.
    pub namnd: &'a str,
    /// The quarter.
    pub quarter: Quarter,
    /// The quarter's file.
    pub source: &'a Source,
    /// The file of the quarter before, for what may be wanted again.
    pub before: Option<&'a Source>,
    /// What may be written in a row.
    pub vocabulary: &'a Vocabulary,
    /// Every id in the nämnd's files.
    pub taken: &'a BTreeSet<String>,
}

/// Returns the bytes of a workbook.
pub fn bytes(wanted: &Wanted<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let look = Look::new();
    let lists = Lists::new(wanted.vocabulary);
    guide::write(workbook.add_worksheet(), wanted, &look)?;
    beslut::write(workbook.add_worksheet(), wanted, &lists, &look)?;
    for which in Sheet::ALL {
        sheet::write(workbook.add_worksheet(), which, wanted, &lists, &look)?;
    }
    lists.write_words(workbook.add_worksheet(), wanted, &look)?;
    lists.write(workbook.add_worksheet())?;
    // The clock must not change a byte.
    let day = wanted.quarter.last_day();
    let number = |part: u32| u8::try_from(part).unwrap_or(1);
    let made = ExcelDateTime::from_ymd(
        u16::try_from(day.year()).unwrap_or_default(),
        number(day.month()),
        number(day.day()),
    )?;
    let title = format!(
        "Ej verkställda beslut, {}, {}",
        wanted.namnd, wanted.quarter
    );
    let properties = DocProperties::new().set_title(title).set_author("evb");
    workbook.set_properties(&properties.set_creation_datetime(&made));
    workbook.save_to_buffer()
}
