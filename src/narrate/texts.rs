//! The nämnd's own texts, with the figures in place of the placeholders.

use chrono::NaiveDate;

use crate::model::beslut::Act;
use crate::model::namnd::Namnd;
use crate::model::report::Order;
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
use crate::narrate::list;
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

/// What the document's own words are taken from.
#[derive(Clone, Copy)]
pub struct Own<'a> {
    /// The day the figures were taken.
    pub dated_on: Option<NaiveDate>,
    /// The nämnd on the document's date.
    pub namnd: &'a Namnd,
    /// The document.
    pub order: &'a Order,
    /// What is proposed, once that has been told.
    pub proposal: Option<&'a str>,
}

/// Returns a sentence of our own as a block.
pub fn plain(text: impl Into<String>) -> Told {
    Told::Paragraph(vec![(Style::Plain, text.into())])
}

/// Returns sentences of our own as a list.
pub fn items(sentences: Vec<String>) -> Told {
    listed(sentences, false)
}

/// Returns sentences of our own as steps, numbered.
pub fn steps(sentences: Vec<String>) -> Told {
    listed(sentences, true)
}

fn listed(sentences: Vec<String>, ordered: bool) -> Told {
    let items = sentences
        .into_iter()
        .map(|sentence| vec![(Style::Plain, sentence)])
        .collect();
    Told::List { ordered, items }
}

/// Tells a text.
pub fn told(voice: &Voice<'_>, blocks: &[Block], own: &Own<'_>) -> (Vec<Told>, Vec<Missing>) {
    let mut missing = vec![];
    let mut runs = |runs: &[Run]| {
        runs.iter()
            .map(|run| {
                let text = run.pieces.iter().map(|piece| match piece {
                    Piece::Words(words) => words.clone(),
                    Piece::Placeholder(placeholder) => value(voice, placeholder, own)
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
fn value(voice: &Voice<'_>, placeholder: &Placeholder, own: &Own<'_>) -> Result<String, Why> {
    let key = match &placeholder.what {
        What::Word(of) => return self::of(voice, *of, placeholder.form, own),
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

/// Returns a word of the document's own. What a draft does not have yet stands
/// in brackets.
fn of(voice: &Voice<'_>, word: Word, form: Option<Form>, own: &Own<'_>) -> Result<String, Why> {
    let quarter = voice.published.quarter;
    let (namnd, order) = (own.namnd, own.order);
    let or =
        |told: Option<String>, missing: &str| told.ok_or_else(|| Why::Missing(missing.to_owned()));
    let later = |what: &str| order.is_draft().then(|| format!("[{what}]"));
    match word {
        Word::Quarter if form == Some(Form::Words) => Ok(date::quarter_in_words(quarter)),
        Word::Quarter => Ok(date::quarter(quarter)),
        Word::Before => Ok(date::quarter_from(quarter.previous(), quarter)),
        Word::QuartersEnd => Ok(date::day(quarter.last_day())),
        Word::Dated => or(
            own.dated_on.map(date::day),
            "kvartalet saknar «uppgifter_daterade»",
        ),
        Word::Fee => {
            let day = date::day(voice.day);
            or(
                law::fee(voice),
                &format!("beloppet är inte bekräftat för {day}"),
            )
        }
        Word::Proposal => or(
            own.proposal.map(str::to_owned),
            "här finns inget förslag till beslut",
        ),
        Word::Meeting => or(
            order
                .meeting_on
                .map(date::day)
                .or(later("sammanträdets dag")),
            "handlingen saknar «sammanträde»",
        ),
        Word::Paragraph => or(
            order.paragraph.map(|n| n.to_string()).or(later("paragraf")),
            "handlingen saknar «paragraf»",
        ),
        Word::Namnd => Ok(namnd.name.to_string()),
        Word::Forvaltning => or(
            namnd.forvaltning.as_deref().map(str::to_owned),
            "namnd.yaml saknar «förvaltning»",
        ),
        Word::Kommun => Ok(namnd.kommun.to_string()),
        Word::Instans => Ok(namnd.organ_name(order.instans).to_string()),
        Word::Receivers => {
            let organ = namnd.instanser.get(&order.instans);
            let names = organ.into_iter().flat_map(|organ| &organ.receivers);
            let names: Vec<String> = names.map(|one| one.name.to_string()).collect();
            or(
                (!names.is_empty()).then(|| list::and(&names)),
                "instansen saknar «mottagare» i namnd.yaml",
            )
        }
    }
}
