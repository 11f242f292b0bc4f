//! The nämnd's report: totals, a table per insats, Bilaga 1 and Bilaga 2.
//!
//! A section is there when the quarter has data for it.

use serde::Serialize;

use crate::compose::Frame;
use crate::compose::Input;
use crate::compose::table::Column;
use crate::compose::table::Table;
use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::stated::Key;
use crate::narrate;
use crate::protect::Cell;

mod bilaga_1;
mod bilaga_2;
mod outcomes;

/// The value of `rapport.typ`.
#[derive(Debug, Serialize)]
pub struct Rapport {
    frame: Frame,
    /// The sentences on the whole quarter.
    totals: Vec<String>,
    /// Outcomes per insats.
    insatser: Option<Table>,
    /// Not executed, by sex and reason.
    bilaga_1: Option<Appendix>,
    /// The list of beslut.
    bilaga_2: Option<Appendix>,
}

/// An appendix: what it is about, and its table.
#[derive(Debug, Serialize)]
struct Appendix {
    subtitle: String,
    table: Table,
}

/// Composes the report.
pub(crate) fn compose(input: &Input<'_>) -> Rapport {
    let published = input.published;
    let mut acts: Vec<Act> = published.insatser.iter().map(|(act, _)| *act).collect();
    acts.dedup();
    let title = match acts.as_slice() {
        [] => "Ej verkställda beslut".to_owned(),
        acts => format!("Ej verkställda beslut enligt {}", narrate::acts(acts)),
    };
    let subtitle = format!(
        "{}, {}",
        capital(&narrate::quarter(published.quarter)),
        narrate::period(published.quarter)
    );
    let insatser: Vec<_> = published
        .insatser
        .iter()
        .filter(|(act, _)| covers(input, *act))
        .cloned()
        .collect();
    let status = format!("Läget {}", narrate::day(published.quarter.last_day()));
    Rapport {
        frame: Frame::new(input, title, subtitle),
        totals: narrate::totals(published),
        insatser: outcomes::table(input, &insatser),
        bilaga_1: bilaga_1::table(input, &insatser).map(|table| Appendix {
            subtitle: status.clone(),
            table,
        }),
        bilaga_2: bilaga_2::table(input).map(|table| Appendix {
            subtitle: status,
            table,
        }),
    }
}

fn covers(input: &Input<'_>, act: Act) -> bool {
    input.order.acts.is_empty() || input.order.acts.contains(&act)
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|c| c.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// Returns whether any of the insatser has the figure.
fn known(input: &Input<'_>, insatser: &[(Act, InsatsId)], key: &Key) -> bool {
    let cells = &input.published.cells;
    insatser
        .iter()
        .any(|(act, id)| cells.get(&key.clone().of_insats(*act, id)) != Cell::Missing)
}

fn missing_note() -> String {
    "Två punkter (..) betyder att uppgift saknas.".to_owned()
}

fn columns_of(figures: usize) -> Vec<Column> {
    std::iter::once(Column::Name)
        .chain(std::iter::repeat_n(Column::Figure, figures))
        .collect()
}

fn name(input: &Input<'_>, id: &InsatsId) -> String {
    input
        .namnd
        .insatser
        .get(id)
        .map_or_else(|| id.to_string(), |insats| insats.short.to_string())
}
