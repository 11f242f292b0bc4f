//! What a corrected version shows of the one before: every published figure
//! that is not as it was decided.

use serde::Serialize;

use crate::compose::Desk;
use crate::compose::paragraphs;
use crate::compose::table;
use crate::compose::table::Column;
use crate::compose::table::Head;
use crate::compose::table::Table;
use crate::compose::table::Text;
use crate::compose::text::Block;
use crate::model::decided::Difference;
use crate::model::decided::Said;
use crate::narrate;
use crate::protect::Cell;

/// What has changed: a sentence, and the figures.
#[derive(Debug, Serialize)]
pub struct Changes {
    blocks: Vec<Block>,
    table: Table,
}

/// Composes the changes, if this is a corrected version and there are any. That
/// there are none stands in the mark under the title.
pub(crate) fn changes(desk: &Desk<'_>) -> Option<Changes> {
    let corrected = desk.input.corrected?;
    let told = narrate::correction::changes(corrected, desk.voice.numbers)?;
    Some(Changes {
        blocks: paragraphs([told]),
        table: table(desk, corrected.changes.as_deref()?),
    })
}

fn table(desk: &Desk<'_>, changes: &[Difference]) -> Table {
    let figure = |said: Said| {
        Text::figure(match said {
            Said::Count(count) => Cell::Shown(count),
            Said::Hidden => Cell::Hidden,
            Said::Missing => Cell::Missing,
        })
    };
    let (insatser, orsaker) = (desk.voice.insatser, desk.voice.orsaker);
    let rows = changes.iter().map(|change| {
        vec![
            Text::words(narrate::named::figure(&change.key, insatser, orsaker)),
            figure(change.before),
            figure(change.now),
        ]
    });
    let rows: Vec<Vec<Text>> = rows.collect();
    let notes = table::notes(rows.iter().flatten());
    Table {
        title: None,
        summary: "Siffror som har ändrats: vad de gäller, vad de var och vad de är nu.".to_owned(),
        columns: vec![Column::Name, Column::Figure, Column::Figure],
        heads: vec![
            ["Uppgift", "Tidigare", "Nu"]
                .map(|h| Head::tall(h, 1))
                .into(),
        ],
        rows,
        sum: None,
        notes,
    }
}
