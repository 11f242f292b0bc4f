//! Whether what a document cites of the law is confirmed.

use std::sync::Arc;

use crate::compose::Desk;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Rule;
use crate::model::text::Block;
use crate::model::text::Piece;
use crate::model::text::What;
use crate::model::text::Word;
use crate::narrate::date;
use crate::narrate::law::FEE;

/// A document that rests on a row of law nobody has confirmed.
pub const OBEKRAFTAT_LAGRUM: Rule = Rule {
    slug: "obekraftat-lagrum",
    level: Level::Warning,
    fixed: false,
    explain: "Handlingen bygger på en bestämmelse vars lydelse på handlingens dag inte har kunnat \
              bekräftas. Det som inte är bekräftat trycks inte, men någon bör läsa lagtexten.",
    source: "Programmets lagtabell, säkerhet U",
};

impl Desk<'_> {
    /// Says that the document cites some duties, as they stand on its date.
    pub(crate) fn cites(&mut self, duties: &[&str]) {
        let route = Route::default()
            .key("handlingar")
            .index(self.input.order.index);
        for duty in duties {
            self.cite(duty, self.input.path, Locus::Value(route.clone()));
        }
    }

    /// Says what a text of the nämnd's own cites by its placeholders.
    pub(super) fn cites_in(&mut self, blocks: &[Block], file: &Arc<str>, route: &Route) {
        let runs = blocks.iter().flat_map(|block| match block {
            Block::Paragraph(runs) => runs.iter().collect::<Vec<_>>(),
            Block::List { items, .. } => items.iter().flatten().collect(),
        });
        for piece in runs.flat_map(|run| &run.pieces) {
            let Piece::Placeholder(placeholder) = piece else {
                continue;
            };
            if placeholder.what == What::Word(Word::Fee) {
                self.cite(FEE, file, Locus::Brace(route.clone(), placeholder.brace));
            }
        }
    }

    fn cite(&mut self, id: &str, file: &Arc<str>, locus: Locus) {
        let day = self.voice.day;
        for act in self.voice.acts.clone() {
            let duty = self.voice.law.duty(id, act.name(), day);
            let Some(duty) = duty.filter(|duty| duty.is_unconfirmed()) else {
                continue;
            };
            let message = format!(
                "{} {} är inte bekräftad för {} ({})",
                duty.section,
                act.name(),
                date::day(day),
                duty.source
            );
            let help = "läs lagtexten; uppgiften trycks inte förrän den är bekräftad i programmet";
            self.findings.push(Finding::new(
                &OBEKRAFTAT_LAGRUM,
                file,
                locus.clone(),
                message,
                help,
            ));
        }
    }
}
