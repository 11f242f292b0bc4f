//! The nämnd's own texts, with the figures in place of the placeholders.

use chrono::NaiveDate;

use crate::model::beslut::Act;
use crate::model::stated::Key;
use crate::model::text::Block;
use crate::model::text::Form;
use crate::model::text::Piece;
use crate::model::text::Placeholder;
use crate::model::text::Run;
use crate::model::text::Style;
use crate::model::text::What;
use crate::model::text::Word;
use crate::narrate::Voice;
use crate::narrate::date;
use crate::narrate::law;
use crate::narrate::number::grouped;
use crate::narrate::number::word;
use crate::protect::Cell;

/// A block that may be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// A paragraph.
    Paragraph(Vec<(Style, String)>),
    /// A list.
    List {
        /// Whether it is numbered.
        ordered: bool,
        /// The items.
        items: Vec<Vec<(Style, String)>>,
    },
}

/// Why nothing can stand in place of a placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The figure is not known; in the words of the message.
    Missing(String),
    /// It may not be told.
    Hidden(String),
}

/// A placeholder without a figure: its place and what is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Which `{` of the text.
    pub brace: usize,
    /// What is wrong.
    pub why: Why,
}

/// Returns a sentence of our own as a block.
pub fn plain(text: impl Into<String>) -> Told {
    Told::Paragraph(vec![(Style::Plain, text.into())])
}

/// Returns sentences of our own as a list.
pub fn items(sentences: Vec<String>) -> Told {
    let items = sentences
        .into_iter()
        .map(|sentence| vec![(Style::Plain, sentence)])
        .collect();
    Told::List {
        ordered: false,
        items,
    }
}

/// Tells a text.
pub fn told(
    voice: &Voice<'_>,
    blocks: &[Block],
    dated_on: Option<NaiveDate>,
) -> (Vec<Told>, Vec<Missing>) {
    let mut missing = vec![];
    let mut runs = |runs: &[Run]| {
        runs.iter()
            .map(|run| {
                let text = run.pieces.iter().map(|piece| match piece {
                    Piece::Words(words) => words.clone(),
                    Piece::Placeholder(placeholder) => value(voice, placeholder, dated_on)
                        .unwrap_or_else(|why| {
                            missing.push(Missing {
                                brace: placeholder.brace,
                                why,
                            });
                            String::new()
                        }),
                });
                (run.style, text.collect())
            })
            .collect()
    };
    let told = blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(list) => Told::Paragraph(runs(list)),
            Block::List { ordered, items } => Told::List {
                ordered: *ordered,
                items: items.iter().map(|item| runs(item)).collect(),
            },
        })
        .collect();
    (told, missing)
}

/// Returns what stands in place of a placeholder, or why nothing can.
fn value(
    voice: &Voice<'_>,
    placeholder: &Placeholder,
    dated_on: Option<NaiveDate>,
) -> Result<String, Why> {
    let own = voice.published.quarter;
    let key = match &placeholder.what {
        What::Word(Word::Quarter) => return Ok(date::quarter(own)),
        What::Word(Word::Before) => return Ok(date::quarter_from(own.previous(), own)),
        What::Word(Word::QuartersEnd) => return Ok(date::day(own.last_day())),
        What::Word(Word::Dated) => {
            return dated_on
                .map(date::day)
                .ok_or_else(|| Why::Missing("kvartalet saknar «uppgifter_daterade»".to_owned()));
        }
        What::Word(Word::Fee) => {
            return law::fee(voice).ok_or_else(|| {
                let day = date::day(voice.day);
                Why::Missing(format!("beloppet är inte bekräftat för {day}"))
            });
        }
        What::Figure(key) => key,
    };
    let key = match &placeholder.insats {
        None => Key {
            sex: key.sex,
            age: key.age,
            ..voice.all(key.measure.clone())
        },
        Some(id) => {
            let acts: Vec<Act> = voice
                .covered()
                .iter()
                .filter(|(_, known)| known == id)
                .map(|(act, _)| *act)
                .collect();
            match acts.as_slice() {
                [act] => key.clone().of_insats(*act, id),
                [] if voice.published.merged.iter().any(|(_, known)| known == id) => {
                    return Err(Why::Hidden(format!(
                        "«{id}» har så få beslut att insatsen redovisas bland övriga insatser"
                    )));
                }
                [] => {
                    return Err(Why::Missing(format!(
                        "«{id}» finns inte bland kvartalets insatser"
                    )));
                }
                _ => {
                    return Err(Why::Missing(format!(
                        "«{id}» finns i kvartalet enligt både SoL och LSS"
                    )));
                }
            }
        }
    };
    match voice.published.cells.get(&key) {
        Cell::Shown(count) => Ok(match placeholder.form {
            Some(Form::Words) => word(count),
            Some(Form::Figures) => grouped(count),
            None => voice.numbers.among(&[count]).neuter(count),
        }),
        Cell::Hidden if voice.published.cells.is_few(&key) => {
            Ok(format!("färre än {}", word(voice.published.threshold)))
        }
        Cell::Hidden => Err(Why::Hidden(format!(
            "siffran «{}» visas inte i handlingar för alla",
            placeholder.written
        ))),
        Cell::Missing => Err(Why::Missing(format!(
            "siffran «{}» saknas för kvartalet",
            placeholder.written
        ))),
    }
}
