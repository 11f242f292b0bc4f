//! The nämnd's own texts: light Markdown with placeholders, into values.
//!
//! A text is data: it can hold paragraphs, lists and emphasis, and nothing in
//! it can run or reach a file. What a placeholder stands for is known here;
//! its number is told by `narrate`.

use std::sync::Arc;

use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Rule;
use crate::load::schema::nearest;
use crate::load::schema::shown;
use crate::load::view::View;
use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::catalogue::Meaning;
use crate::model::text::About;
use crate::model::text::Block;
use crate::model::text::Provider;
use crate::model::text::SECTIONS;
use crate::model::text::Text;
use crate::validate::Findings;
use crate::validate::identity;
use crate::validate::vocabulary::Vocabulary;

mod markdown;
mod placeholder;

/// A text nothing asks for.
pub const OKAND_TEXT: Rule = Rule {
    slug: "okand-text",
    level: Level::Error,
    fixed: true,
    explain: "En text under ett namn som ingen handling frågar efter skulle inte komma med.",
    source: "Dataformat 1",
};
/// A text about an insats the quarter does not have.
pub const TEXT_UTAN_PLATS: Rule = Rule {
    slug: "text-utan-plats",
    level: Level::Warning,
    fixed: false,
    explain: "Texten gäller en insats som kvartalet inte har, så den kommer inte med i handlingen.",
    source: "Dataformat 1",
};
/// Two texts about the same thing.
pub const DUBBEL_TEXT: Rule = Rule {
    slug: "dubbel-text",
    level: Level::Error,
    fixed: true,
    explain: "Två texter under olika namn på samma insats eller avsnitt: bara den ena skulle komma \
              med.",
    source: "Dataformat 1",
};
/// A placeholder that is not one.
pub const OKAND_PLATSHALLARE: Rule = Rule {
    slug: "okand-platshallare",
    level: Level::Error,
    fixed: true,
    explain: "En platshållare som inte är känd skulle stå kvar med klammer i handlingen. En känd \
              byts mot en siffra ur uppgifterna.",
    source: "Dataformat 1",
};
/// Markdown beyond the light.
pub const FOR_MYCKET_MARKDOWN: Rule = Rule {
    slug: "for-mycket-markdown",
    level: Level::Error,
    fixed: true,
    explain: "Texterna kan bara ha stycken, listor och betoning. Rubriker, tabeller, länkar, \
              bilder och kod hör till mallen eller ska inte stå i en handling.",
    source: "Dataformat 1",
};

/// Stands for a placeholder while Markdown is read. It is of Unicode's private
/// use, so no font has it and no text that passes the font check.
const MARK: char = '\u{E000}';

/// Reads `texter`.
pub(crate) fn read(
    view: &View<'_>,
    vocabulary: &Vocabulary,
    insatser: &[&InsatsId],
    asked: &[&str],
    findings: &mut Findings<'_>,
) -> Vec<Text> {
    let mut texts = vec![];
    for (name, entry) in view.entries("texter") {
        let of_form = || {
            let text = own(name);
            asked.iter().any(|name| own(name) == text).then_some(text)
        };
        let Some(about) = about(name, vocabulary).or_else(of_form) else {
            let known = SECTIONS.into_iter().chain(vocabulary.insatser.names());
            let known = known.chain(asked.iter().copied());
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
        if texts.iter().any(|text: &Text| text.about == about) {
            let message = format!("texten «{}» gäller samma sak som en tidigare", shown(name));
            let help = "för ihop texterna under ett namn";
            findings.key(&DUBBEL_TEXT, &entry.route, message, help);
            continue;
        }
        if let About::Insats(id) = &about
            && !insatser.contains(&id)
        {
            let message = format!(
                "kvartalet har ingen insats «{}», så texten trycks inte",
                shown(name)
            );
            let help = "ta bort texten, eller nämn insatsen i «sammanställning»";
            findings.key(&TEXT_UTAN_PLATS, &entry.route, message, help);
        }
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

/// Returns what a text of this name is about, if it is an insats or a section.
pub(crate) fn about(name: &str, vocabulary: &Vocabulary) -> Option<About> {
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

/// Returns what a text is about that only a form of the nämnd's own asks for.
pub(crate) fn own(name: &str) -> About {
    About::Own(crate::document::ascii(&name.trim().to_lowercase()).into())
}

/// Reads one text; nothing if it is at fault.
pub(crate) fn blocks(
    written: &str,
    route: &Route,
    vocabulary: &Vocabulary,
    findings: &mut Findings<'_>,
) -> Option<Vec<Block>> {
    let (marked, placeholders) = placeholder::taken_out(written, route, vocabulary, findings)?;
    match markdown::blocks(&marked, placeholders) {
        Ok(blocks) => {
            identity::printed(written, &blocks, route, findings);
            Some(blocks)
        }
        Err(what) => {
            let message = format!("texten innehåller {what}, som en handlings text inte kan ha");
            let help = if what == markdown::CODED {
                "skriv tecknet självt i stället för koden"
            } else {
                "skriv stycken, listor med - och *betoning*; annat hör hemma i mallen"
            };
            findings.value(&FOR_MYCKET_MARKDOWN, route, message, help);
            None
        }
    }
}
