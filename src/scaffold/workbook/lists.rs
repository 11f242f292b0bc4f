//! The words to choose from: a hidden sheet that the columns take them from, and
//! a sheet that says what they mean.

use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::load::keys::Kind;
use crate::load::keys::QUARTER;
use crate::load::keys::Table;
use crate::model::beslut::Act;
use crate::model::catalogue::Insats;
use crate::scaffold::workbook::Wanted;
use crate::scaffold::workbook::look::Look;
use crate::validate::vocabulary::Vocabulary;

/// The hidden sheet.
const HIDDEN: &str = "Listor";
/// The sheet of what words mean.
const WORDS: &str = "Ord";

/// One list of words.
struct List {
    kind: Choice,
    words: Vec<String>,
}

/// What a list is for.
#[derive(PartialEq, Eq)]
enum Choice {
    Words(&'static [&'static str]),
    YesNo,
    Insats,
    Orsak,
    Avslutsskal,
}

/// The lists of a workbook.
pub(super) struct Lists(Vec<List>);

impl Lists {
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let ids = |ids: &mut dyn Iterator<Item = &str>| ids.map(str::to_owned).collect();
        let insatser = vocabulary.insatser.list().iter();
        let orsaker = vocabulary.orsaker.list().iter();
        let skal = vocabulary.avslutsskal.iter();
        let mut lists = vec![
            List {
                kind: Choice::YesNo,
                words: vec!["ja".to_owned(), "nej".to_owned()],
            },
            List {
                kind: Choice::Insats,
                words: ids(&mut insatser.map(|it| it.id.as_ref())),
            },
            List {
                kind: Choice::Orsak,
                words: ids(&mut orsaker.map(|it| it.id.as_ref())),
            },
            List {
                kind: Choice::Avslutsskal,
                words: ids(&mut skal.map(|it| it.id.as_ref())),
            },
        ];
        closed(&QUARTER, 2, &mut lists);
        Self(lists)
    }

    /// Returns the cells of the list for a kind of value, and whether nothing else
    /// may be written.
    pub(super) fn of(&self, kind: &Kind) -> Option<(String, bool)> {
        let wanted = match kind {
            Kind::Word(words) => Choice::Words(words),
            Kind::YesNo => Choice::YesNo,
            Kind::Insats => Choice::Insats,
            Kind::Orsak => Choice::Orsak,
            Kind::Avslutsskal => Choice::Avslutsskal,
            _ => return None,
        };
        let at = self.0.iter().position(|list| list.kind == wanted)?;
        let column = char::from(b'A' + u8::try_from(at).ok()?);
        let last = self.0[at].words.len();
        let closed = matches!(wanted, Choice::Words(_) | Choice::YesNo);
        Some((format!("={HIDDEN}!${column}$1:${column}${last}"), closed))
    }

    /// Writes the hidden sheet.
    pub(super) fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(HIDDEN)?;
        for (column, list) in (0..).zip(&self.0) {
            for (row, word) in (0..).zip(&list.words) {
                sheet.write_string(row, column, word)?;
            }
        }
        sheet.set_hidden(true);
        Ok(())
    }

    /// Writes what the words for insatser and reasons mean.
    pub(super) fn write_words(
        &self,
        sheet: &mut Worksheet,
        wanted: &Wanted<'_>,
        look: &Look,
    ) -> Result<(), XlsxError> {
        let vocabulary = wanted.vocabulary;
        let day = wanted.quarter.last_day();
        let lagrum = |insats: &Insats| {
            let acts = Act::ALL.into_iter();
            let sections = acts.filter_map(|act| {
                let section = insats.section(act, day)?;
                Some(format!("{section} {}", act.name()))
            });
            sections.collect::<Vec<_>>().join(", ")
        };
        let main = |id: &str| match vocabulary.orsaker.get(id) {
            Some(orsak) if orsak.id != orsak.main => orsak.main.to_string(),
            _ => String::new(),
        };
        let insatser = vocabulary.insatser.list().iter();
        let orsaker = vocabulary.orsaker.list().iter();
        let skal = vocabulary.avslutsskal.iter();
        let parts: [(&[&str], Vec<[String; 3]>); 3] = [
            (
                &["insats", "betyder", "finns i"],
                insatser
                    .map(|it| [it.id.to_string(), it.name.to_string(), lagrum(it)])
                    .collect(),
            ),
            (
                &["orsak", "betyder", "räknas som"],
                orsaker
                    .map(|it| [it.id.to_string(), it.name.to_string(), main(&it.id)])
                    .collect(),
            ),
            (
                &["avslutsskäl", "betyder"],
                skal.map(|it| [it.id.to_string(), it.name.to_string(), String::new()])
                    .collect(),
            ),
        ];
        sheet.set_name(WORDS)?;
        sheet.set_row_height(0, 22)?;
        let mut left = 0;
        for (heads, rows) in parts {
            for (column, head) in (left..).zip(heads) {
                sheet.write_string_with_format(0, column, *head, look.plain_head())?;
                let wide = if *head == "betyder" { 52.0 } else { 28.0 };
                sheet.set_column_width(column, wide)?;
            }
            for (row, cells) in (1..).zip(rows) {
                for (column, text) in (left..).zip(&cells[..heads.len()]) {
                    sheet.write_string_with_format(row, column, text, look.plain_cell())?;
                }
            }
            left += u16::try_from(heads.len()).unwrap_or_default() + 1;
        }
        sheet.set_freeze_panes(1, 0)?;
        Ok(())
    }
}

/// Adds the closed lists of a table and of the records in it, so deep.
fn closed(table: &'static Table, deep: usize, lists: &mut Vec<List>) {
    for key in table.keys {
        if let Kind::Word(words) = key.kind
            && !lists.iter().any(|list| list.kind == Choice::Words(words))
        {
            lists.push(List {
                kind: Choice::Words(words),
                words: words.iter().map(|word| (*word).to_owned()).collect(),
            });
        }
        if let (Kind::List(Kind::Record(inner)), true) = (&key.kind, deep > 0) {
            closed(inner, deep - 1, lists);
        }
    }
}
