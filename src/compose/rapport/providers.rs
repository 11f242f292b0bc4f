//! The utförare's reporting: a sentence, a table, the nämnd's own words.

use crate::compose::Desk;
use crate::compose::paragraphs;
use crate::compose::rapport::Providers;
use crate::compose::table::Column;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::model::beslut::InsatsId;
use crate::model::text::About;
use crate::narrate;

/// Composes the section, if there are utförare or words about them.
pub(super) fn section(desk: &mut Desk<'_>) -> Option<Providers> {
    let insatser = &desk.input.namnd.insatser;
    // An insats that none of the document's acts has is no part of it.
    let covers = |id: &InsatsId| {
        let known = insatser.get(id);
        known.is_none_or(|insats| insats.acts().any(|act| desk.voice.acts.contains(&act)))
    };
    let providers = desk.input.report.providers.iter();
    let list: Vec<_> = providers
        .filter(|one| one.insatser.is_empty() || one.insatser.iter().any(covers))
        .collect();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let reported = list.iter().filter(|provider| provider.reported).count();
    let numbers = desk.voice.numbers;
    let mut blocks = paragraphs(narrate::providers::sentence(
        count(list.len()),
        count(reported),
        numbers,
    ));
    let rows: Vec<Vec<Text>> = list
        .iter()
        .map(|provider| {
            let names: Vec<String> = provider
                .insatser
                .iter()
                .filter(|id| covers(id))
                .map(|id| {
                    insatser
                        .get(id)
                        .map_or_else(|| id.to_string(), |i| i.short.to_string())
                })
                .collect();
            vec![
                Text::words(provider.name.as_ref()),
                Text::words(names.join(", ")),
                Text::words(if provider.reported { "ja" } else { "nej" }),
                Text::words(provider.quality.as_deref().unwrap_or_default()),
            ]
        })
        .collect();
    let table = (!rows.is_empty()).then(|| Table {
        title: None,
        summary: "Utförarna, vilka insatser de utför och hur de har rapporterat.".to_owned(),
        columns: vec![Column::Word, Column::Text, Column::Word, Column::Text],
        heads: vec![
            ["Utförare", "Insats", "Rapporterat", "Kvalitet"]
                .map(|h| Head::tall(h, 1))
                .into(),
        ],
        rows,
        sum: None,
        notes: vec![],
    });
    blocks.extend(desk.own_text(&About::Section("utforare")));
    (!blocks.is_empty()).then_some(Providers { blocks, table })
}
