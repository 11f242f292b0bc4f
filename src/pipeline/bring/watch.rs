//! What an import does to `bevakning.yaml`: the granted beslut that are not yet
//! to be reported.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::edit::Change;
use crate::finding::Route;
use crate::import::Who;
use crate::import::key::Key;
use crate::import::merge;
use crate::import::merge::Against;
use crate::import::merge::Entry;
use crate::import::preview::Watched;
use crate::import::sort::Place;
use crate::load::source::Source;
use crate::pipeline::bring::Brought;
use crate::pipeline::bring::Stop;
use crate::pipeline::bring::Work;
use crate::pipeline::bring::edited;
use crate::pipeline::bring::sign;

/// The file's name.
const NAME: &str = "bevakning.yaml";

/// The file before its first row.
const EMPTY: &str = "# Beviljade beslut som ännu inte är verkställda och inte heller ska rapporteras ännu. evb \
                     ny\n# flyttar dem till kvartalet när tre månader har gått.\nformat: 1\nbeslut: []\n";

/// Puts rows that are not yet to be reported into the file, and takes those out
/// that are in the quarter now or have ended.
pub(super) fn watch(
    work: &Work<'_>,
    entries: &[Entry<'_>],
    placed: &[Place],
    columns: &BTreeSet<&'static str>,
    key: Option<&Key>,
    brought: &mut Brought,
) -> Result<Watched, Stop> {
    let path = work.path.join(NAME);
    let new;
    let source = match &work.folder.bevakning {
        Some(source) => source,
        None => {
            new = Source::read(crate::load::outside::shown(&path), EMPTY.as_bytes()).0;
            &new
        }
    };
    let both = || entries.iter().zip(placed);
    let waiting: Vec<_> = both()
        .filter(|(_, place)| matches!(place, Place::NotYet(_)))
        .map(|(entry, _)| *entry)
        .collect();
    let against = Against {
        source,
        moved_from: None,
        columns,
        vocabulary: work.vocabulary,
    };
    let mut merged = merge::merge(against, &waiting);
    let here: BTreeMap<&str, usize> = merge::rows(source).collect();
    let moved: Vec<_> = both()
        .filter(|(_, place)| !matches!(place, Place::NotYet(_)))
        .filter_map(|(entry, _)| here.get(entry.id))
        .collect();
    let list = Route::default().key("beslut");
    merged
        .changes
        .extend(moved.iter().map(|at| Change::Remove(list.index(**at))));
    // Our own workbook has the quarter's rows only.
    let export = entries
        .iter()
        .any(|entry| !matches!(entry.record.who, Who::Id(_)));
    let watched = Watched {
        added: merged.added.len(),
        changed: merged.changed.len(),
        same: merged.same,
        moved: moved.len(),
        gone: match export {
            true => merged.gone.len() - moved.len(),
            false => 0,
        },
    };
    if merged.changes.is_empty() {
        return Ok(watched);
    }
    sign(source, key, &mut merged.changes);
    let text = edited(source, &merged.changes)?;
    brought.replace(&path, source, &text)?;
    Ok(watched)
}
