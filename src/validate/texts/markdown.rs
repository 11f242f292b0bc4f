//! Light Markdown into blocks: paragraphs, lists, emphasis, and no more.

use pulldown_cmark::Event;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;

use crate::model::text::Block;
use crate::model::text::Piece;
use crate::model::text::Placeholder;
use crate::model::text::Run;
use crate::model::text::Style;
use crate::validate::texts::MARK;

/// A character written with its name or its number.
pub(super) const CODED: &str = "en teckenkod (av slaget &nbsp;)";

/// Returns the blocks of a text, or what it has that a text cannot have.
pub(super) fn blocks(
    marked: &str,
    placeholders: Vec<Placeholder>,
) -> Result<Vec<Block>, &'static str> {
    let mut reader = Reader {
        placeholders: placeholders.into_iter(),
        blocks: vec![],
        open: None,
        in_item: false,
        style: vec![],
    };
    for (event, bytes) in Parser::new(marked).into_offset_iter() {
        // A character that is not written cannot be checked, and could be our mark.
        let written = &marked[bytes];
        let coded = |text: &str| written.starts_with('&') && text != written;
        if matches!(&event, Event::Text(text) if coded(text)) {
            return Err(CODED);
        }
        reader.take(event)?;
    }
    Ok(reader.blocks)
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
            // A second paragraph in an item goes on after a space.
            TagEnd::Paragraph if self.in_item => self.words(" "),
            TagEnd::Paragraph => self.blocks.extend(self.open.take().map(Block::Paragraph)),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: Result<&str, &str>) {
        let read = blocks(text, vec![]).map(|blocks| match blocks.as_slice() {
            [Block::Paragraph(runs)] => runs.iter().map(Run::words).collect::<String>(),
            other => panic!("{other:?}"),
        });
        assert_eq!(read, expected.map(str::to_owned), "{text}");
    }

    #[test]
    fn a_coded_character_is_refused_and_a_plain_one_is_not() {
        let coded = Err(CODED);
        case("vård & omsorg", Ok("vård & omsorg"));
        case("R&D; M&M", Ok("R&D; M&M"));
        case("en\\*stjärna &", Ok("en*stjärna &"));
        case("ett&nbsp;hårt", coded);
        case("&amp;", coded);
        case("Se &#49;9900101-2384.", coded);
        case("&#xE000; {", coded);
    }
}
