//! Where a template is at fault.

use std::sync::Arc;

use crate::finding::Finding;
use crate::finding::Locus;
use crate::finding::draw::Place;
use crate::finding::draw::Placed;
use crate::pipeline::MALL_TRASIG;
use crate::pipeline::make::Ready;
use crate::pipeline::prepare::Prepared;
use crate::render::Diagnostic;

impl Ready {
    /// Places what the engine said: in the nämnd's own template where it is at
    /// fault, else at the document's order.
    pub(super) fn broken(&self, said: &Diagnostic, prepared: &Prepared) -> Placed {
        let own = said.place.as_ref().and_then(|(file, line, column)| {
            let template = prepared
                .folder
                .own
                .templates
                .iter()
                .find(|t| t.name == *file)?;
            Some((
                Arc::clone(&template.path),
                Place::at(&template.text, *line, *column)?,
            ))
        });
        let id = &self.document.envelope.id;
        let hints: String = said.hints.iter().map(|hint| format!("; {hint}")).collect();
        match own {
            Some((path, place)) => {
                let finding = Finding::new(
                    &MALL_TRASIG,
                    &path,
                    Locus::File,
                    format!("mallen fungerar inte: «{}»", said.message),
                    format!("rätta mallen, eller ta bort den så används den inbyggda{hints}"),
                );
                Placed {
                    finding,
                    place: Some(place),
                }
            }
            None => {
                let finding = Finding::new(
                    &MALL_TRASIG,
                    &self.path,
                    Locus::Value(self.route.clone()),
                    format!("handlingen «{id}» kunde inte sättas: «{}»", said.line()),
                    "rätta mallen på det angivna stället",
                );
                let mut placed = prepared.folder.placed(vec![finding]);
                placed.remove(0)
            }
        }
    }
}
