//! The nämnd's own texts: light Markdown with placeholders, into values.
//!
//! A text is data: it can hold paragraphs, lists and emphasis, and nothing in
//! it can run or reach a file. What a placeholder stands for is known here;
//! its number is told by `narrate`.

use std::sync::Arc;

use pulldown_cmark::Event;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;

use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Rule;
use crate::load::schema::nearest;
use crate::load::schema::shown;
use crate::load::view::View;
use crate::model::beslut::Act;
use crate::model::catalogue::Meaning;
use crate::model::text;
use crate::model::text::About;
use crate::model::text::Block;
use crate::model::text::Form;
use crate::model::text::Piece;
use crate::model::text::Placeholder;
use crate::model::text::Provider;
use crate::model::text::Run;
use crate::model::text::SECTIONS;
use crate::model::text::Style;
use crate::model::text::Text;
use crate::validate::Findings;
use crate::validate::vocabulary::Vocabulary;

/// A text nothing asks for.
pub const OKAND_TEXT: Rule = Rule {
    slug: "okand-text",
    level: Level::Error,
    fixed: true,
    explain: "En text under ett namn som ingen handling frågar efter skulle inte komma med.",
    source: "Dataformat 1",
};
/// A placeholder that is not one.
pub const OKAND_PLATSHALLARE: Rule = Rule {
    slug: "okand-platshallare",
    level: Level::Error,
    fixed: true,
    explain: "En platshållare byts mot en siffra ur uppgifterna. En som inte är känd skulle stå kvar \
              med klammer i handlingen.",
    source: "Dataformat 1",
};
/// Markdown beyond the light.
pub const FOR_MYCKET_MARKDOWN: Rule = Rule {
    slug: "for-mycket-markdown",
    level: Level::Error,
    fixed: true,
    explain: "Texterna kan ha stycken, listor och betoning. Rubriker, tabeller, länkar, bilder och \
              kod hör till mallen eller ska inte stå i en handling.",
    source: "Dataformat 1",
};

/// Stands for a placeholder while Markdown is read. It is of Unicode's private
/// use, so no font has it and no text that passes the font check.
const MARK: char = '\u{E000}';

/// Reads `texter`.
pub(crate) fn read(
    view: &View<'_>,
    vocabulary: &Vocabulary,
    findings: &mut Findings<'_>,
) -> Vec<Text> {
    let mut texts = vec![];
    for (name, entry) in view.entries("texter") {
        let Some(about) = about(name, vocabulary) else {
            let known = SECTIONS.into_iter().chain(vocabulary.insatser.names());
            let help = match nearest(name, known) {
                Some(near) => format!("menade du «{near}»?"),
                None => format!(
                    "skriv namnet på en insats, eller {}",
                    crate::load::keys::either(&SECTIONS)
                ),
            };
            let message = format!("ingen handling har plats för texten «{}»", shown(name));
            findings.key(&OKAND_TEXT, &entry.route, message, help);
            continue;
        };
        let Some(written) = entry.node.text() else {
            continue;
        };
        if let Some(blocks) = blocks(written, &entry.route, vocabulary, findings) {
            texts.push(Text {
                about,
                route: entry.route,
                blocks,
            });
        }
    }
    texts
}

/// Reads `utförare`.
pub(crate) fn providers(
    view: &View<'_>,
    vocabulary: &Vocabulary,
    findings: &mut Findings<'_>,
) -> Vec<Provider> {
    view.records("utförare")
        .iter()
        .filter_map(|provider| {
            let insatser = provider
                .texts("insatser")
                .into_iter()
                .filter_map(
                    |(name, route)| match vocabulary.insatser.find(name, &Act::ALL) {
                        // An utförare's insats needs no act: one id is one name.
                        Meaning::Several(one, two) if one.id == two.id => Some(Arc::clone(&one.id)),
                        _ => vocabulary
                            .insats(name, None, &Locus::Value(route), findings)
                            .map(|(_, id)| id),
                    },
                )
                .collect();
            Some(Provider {
                name: provider.name("namn")?,
                insatser,
                reported: provider.yes("rapporterat"),
                quality: provider.name("kvalitet"),
            })
        })
        .collect()
}

fn about(name: &str, vocabulary: &Vocabulary) -> Option<About> {
    let plain = crate::document::ascii(&name.to_lowercase());
    if let Some(section) = SECTIONS.into_iter().find(|section| *section == plain) {
        return Some(About::Section(section));
    }
    match vocabulary.insatser.find(name, &Act::ALL) {
        Meaning::One(insats, _) => Some(About::Insats(Arc::clone(&insats.id))),
        Meaning::Several(one, two) if one.id == two.id => Some(About::Insats(Arc::clone(&one.id))),
        Meaning::Several(..) | Meaning::Unknown => None,
    }
}

/// Reads one text; nothing if it is at fault.
fn blocks(
    written: &str,
    route: &Route,
    vocabulary: &Vocabulary,
    findings: &mut Findings<'_>,
) -> Option<Vec<Block>> {
    let (marked, placeholders) = placeholders(written, route, vocabulary, findings)?;
    let mut reader = Reader {
        placeholders: placeholders.into_iter(),
        blocks: vec![],
        open: None,
        in_item: false,
        style: vec![],
    };
    for event in Parser::new(&marked) {
        if let Err(what) = reader.take(event) {
            let message = format!("texten innehåller {what}, som en handlings text inte kan ha");
            let help = "skriv stycken, listor med - och *betoning*; annat hör hemma i mallen";
            findings.value(&FOR_MYCKET_MARKDOWN, route, message, help);
            return None;
        }
    }
    Some(reader.blocks)
}

/// Takes the placeholders out of a text, leaving a mark for each.
fn placeholders(
    written: &str,
    route: &Route,
    vocabulary: &Vocabulary,
    findings: &mut Findings<'_>,
) -> Option<(String, Vec<Placeholder>)> {
    let mut marked = String::with_capacity(written.len());
    let mut list = vec![];
    let mut sound = true;
    let mut rest = written;
    let mut brace = 0;
    while let Some(at) = rest.find('{') {
        marked.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('{') {
            marked.push('{');
            brace += 2;
            rest = after;
            continue;
        }
        let mut fault = |message: String, help: String| {
            let locus = Locus::Brace(route.clone(), brace);
            findings.at(&OKAND_PLATSHALLARE, &locus, message, help);
            sound = false;
        };
        match rest
            .find(['}', '{', '\n'])
            .filter(|end| rest[*end..].starts_with('}'))
        {
            None => fault(
                "klammern { har inget slut på raden".to_owned(),
                "skriv {kvarstår}, eller {{ om klammern hör till texten".to_owned(),
            ),
            Some(end) => {
                match placeholder(&rest[..end], brace, vocabulary) {
                    Ok(placeholder) => {
                        list.push(placeholder);
                        marked.push(MARK);
                    }
                    Err((message, help)) => fault(message, help),
                }
                rest = &rest[end + 1..];
            }
        }
        brace += 1;
    }
    marked.push_str(rest);
    sound.then_some((marked, list))
}

fn placeholder(
    written: &str,
    brace: usize,
    vocabulary: &Vocabulary,
) -> Result<Placeholder, (String, String)> {
    let (name, form) = match written.trim().split_once(':') {
        None => (written.trim(), None),
        Some((name, "ord")) => (name, Some(Form::Words)),
        Some((name, "siffra")) => (name, Some(Form::Figures)),
        Some((_, other)) => {
            return Err((
                format!(
                    "«{}» kan inte stå efter kolon i en platshållare",
                    shown(other)
                ),
                "skriv :ord eller :siffra".to_owned(),
            ));
        }
    };
    let (insats, figure) = match name.split_once('.') {
        None => (None, name),
        Some((insats, figure)) => (Some(insats), figure),
    };
    let insats = match insats {
        None => None,
        Some(name) => match vocabulary.insatser.find(name, &Act::ALL) {
            Meaning::One(insats, _) => Some(Arc::clone(&insats.id)),
            Meaning::Several(one, two) if one.id == two.id => Some(Arc::clone(&one.id)),
            Meaning::Several(..) | Meaning::Unknown => {
                let help = match nearest(name, vocabulary.insatser.0.iter().map(|i| i.id.as_ref()))
                {
                    Some(near) => format!("menade du «{near}»?"),
                    None => "skriv insatsens id, till exempel {hemtjanst.kvarstår}".to_owned(),
                };
                return Err((
                    format!("okänd insats «{}» i platshållaren", shown(name)),
                    help,
                ));
            }
        },
    };
    let orsak = |name: &str| {
        vocabulary
            .orsaker
            .find(name)
            .map(|orsak| Arc::clone(&orsak.id))
    };
    match text::named(figure, orsak) {
        Some(what) => Ok(Placeholder {
            brace,
            written: written.into(),
            insats,
            what,
            form,
        }),
        None => {
            let names = text::NAMES.iter().map(|(name, _)| *name);
            let orsaker: Vec<String> = vocabulary
                .orsaker
                .0
                .iter()
                .map(|orsak| format!("orsak-{}", orsak.id))
                .collect();
            let near = nearest(figure, names.chain(orsaker.iter().map(String::as_str)));
            let help = match near {
                Some(near) => format!("menade du «{near}»?"),
                None => "listan finns i docs/handledning.md".to_owned(),
            };
            Err((format!("det finns ingen siffra «{}»", shown(figure)), help))
        }
    }
}

struct Reader {
    placeholders: std::vec::IntoIter<Placeholder>,
    blocks: Vec<Block>,
    /// The runs being read.
    open: Option<Vec<Run>>,
    in_item: bool,
    style: Vec<Style>,
}

impl Reader {
    /// Takes one event; says what a text cannot have.
    fn take(&mut self, event: Event<'_>) -> Result<(), &'static str> {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => {
                self.end(tag);
                Ok(())
            }
            Event::Text(text) => {
                self.words(&text);
                Ok(())
            }
            Event::SoftBreak | Event::HardBreak => {
                self.words(" ");
                Ok(())
            }
            Event::Code(_) => Err("kod"),
            Event::Html(_) | Event::InlineHtml(_) => Err("HTML"),
            Event::Rule => Err("ett streck"),
            Event::FootnoteReference(_) => Err("en fotnot"),
            Event::TaskListMarker(_) => Err("en kryssruta"),
            Event::InlineMath(_) | Event::DisplayMath(_) => Err("en formel"),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) -> Result<(), &'static str> {
        match tag {
            Tag::Paragraph => {
                self.open.get_or_insert_default();
            }
            Tag::List(first) => {
                if self.open.is_some() {
                    return Err("en lista i en lista");
                }
                self.blocks.push(Block::List {
                    ordered: first.is_some(),
                    items: vec![],
                });
            }
            Tag::Item => {
                self.open = Some(vec![]);
                self.in_item = true;
            }
            Tag::Emphasis => self.style.push(Style::Emph),
            Tag::Strong => self.style.push(Style::Strong),
            Tag::Heading { .. } => return Err("en rubrik"),
            Tag::BlockQuote(_) => return Err("ett citatblock"),
            Tag::CodeBlock(_) => return Err("ett kodblock (rader med fyra blanksteg först)"),
            Tag::HtmlBlock => return Err("HTML"),
            Tag::Link { .. } => return Err("en länk"),
            Tag::Image { .. } => return Err("en bild"),
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => {
                return Err("en tabell");
            }
            _ => return Err("en uppställning"),
        }
        Ok(())
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong => {
                self.style.pop();
            }
            TagEnd::Item => {
                self.in_item = false;
                let runs = self.open.take().unwrap_or_default();
                if let Some(Block::List { items, .. }) = self.blocks.last_mut() {
                    items.push(runs);
                }
            }
            TagEnd::Paragraph if !self.in_item => {
                self.blocks.extend(self.open.take().map(Block::Paragraph));
            }
            _ => {}
        }
    }

    fn words(&mut self, text: &str) {
        let style = self.style.last().copied().unwrap_or(Style::Plain);
        let Some(runs) = &mut self.open else { return };
        if runs.last().is_none_or(|run| run.style != style) {
            runs.push(Run {
                style,
                pieces: vec![],
            });
        }
        let Some(run) = runs.last_mut() else { return };
        for (at, part) in text.split(MARK).enumerate() {
            if at > 0 {
                run.pieces
                    .extend(self.placeholders.next().map(Piece::Placeholder));
            }
            if part.is_empty() {
                continue;
            }
            match run.pieces.last_mut() {
                Some(Piece::Words(words)) => words.push_str(part),
                _ => run.pieces.push(Piece::Words(part.to_owned())),
            }
        }
    }
}
