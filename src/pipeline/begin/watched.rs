//! What a new quarter takes out of `bevakning.yaml`, once it stands in the quarter.

use std::path::PathBuf;

use crate::edit;
use crate::edit::Change;
use crate::error::Error;
use crate::load::Folder;
use crate::load::source::Source;
use crate::model::quarter::Quarter;
use crate::scaffold;
use crate::write;

/// Removes from `bevakning.yaml` the rows that stand in a quarter; returns how
/// many they were.
pub(super) fn clear(folder: &Folder, quarter: &Source) -> Result<usize, Error> {
    let Some(source) = &folder.bevakning else {
        return Ok(0);
    };
    let routes = scaffold::carried::in_both(source, quarter);
    let count = routes.len();
    if count == 0 {
        return Ok(0);
    }
    let path = PathBuf::from(source.path.as_ref());
    let changes: Vec<Change> = routes.into_iter().map(Change::Remove).collect();
    let text = edit::apply(source, &changes).map_err(|refused| Error::Edit {
        path: path.clone(),
        reason: refused.to_string(),
    })?;
    write::file(&path, &edit::bytes(source, &text))?;
    Ok(count)
}

/// Tells how many rows have been moved.
pub(super) fn told(folder: &Folder, count: usize, quarter: Quarter) -> String {
    let file = folder.bevakning.as_ref().map_or("", |it| it.path.as_ref());
    match count {
        1 => format!("{file}: en rad är flyttad till {quarter}"),
        n => format!("{file}: {n} rader är flyttade till {quarter}"),
    }
}
