//! A file as it stands and what shall stand otherwise → the text with only that
//! changed.
//!
//! Every other byte, comments and line ends included, stays. A row is written on
//! one line in flow form. What has been written is read again and held against
//! what was asked for, so that an edit is right or is not made: see [`Why`] for
//! what is refused. Nothing here touches a file.

use std::fmt;
use std::sync::Arc;

use crate::finding::Route;
use crate::load::source::LARGEST;
use crate::load::source::Source;

mod branch;
mod laid;
mod pieces;
mod place;
mod scan;
mod structure;
mod wanted;

#[cfg(test)]
mod tests;

pub use laid::flow;

/// A value to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text, quoted where it must be.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Keys and values, in the order to write them.
    Map(Vec<(String, Value)>),
}

/// One thing that shall stand otherwise. Routes are those of the file before any
/// change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The value at a route, in place of what stands there, or as a new key of a
    /// mapping that is there.
    Set(Route, Value),
    /// A new item last in the list at a route.
    Push(Route, Value),
    /// Away with an item of a list or a key of a mapping.
    Remove(Route),
}

impl Change {
    /// Returns the route of what shall stand otherwise.
    pub fn route(&self) -> &Route {
        match self {
            Self::Set(route, _) | Self::Push(route, _) | Self::Remove(route) => route,
        }
    }
}

/// A change that is not made, and so none of those asked for with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Where; nowhere in particular if the file as a whole is at fault.
    pub route: Route,
    /// Why.
    pub why: Why,
}

/// Why a change is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The file is not YAML, is empty, uses what the format does not have, or
    /// is in another format.
    Unread,
    /// The route leads nowhere; only its last step may be a new key.
    Missing,
    /// A push to what is no list, or an item of it.
    NoList,
    /// A key of what is no mapping.
    NoMap,
    /// Two changes concern the same bytes: the same value is set twice, or
    /// something inside a value that is set or removed.
    Overlap,
    /// The value is written in a form that can only be changed by hand: a pair
    /// without braces in a list, a key that is no text, a comment where a line
    /// would be torn apart, the only key of a file.
    Form,
    /// What would stand there is not read as what was asked for.
    Differs,
    /// The file would be larger than what is read.
    TooLarge,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let route = &self.route;
        match self.why {
            Why::Unread => write!(f, "filen går inte att läsa som den står"),
            Why::Missing => write!(f, "«{route}» finns inte"),
            Why::NoList => write!(f, "«{route}» är ingen lista"),
            Why::NoMap => write!(f, "«{route}» kan inte ha nycklar"),
            Why::Overlap => write!(f, "«{route}» ändras på två sätt samtidigt"),
            Why::Form | Why::Differs if route.0.is_empty() => {
                write!(
                    f,
                    "filen är skriven på ett sätt som bara kan ändras för hand"
                )
            }
            Why::Form | Why::Differs => write!(
                f,
                "«{route}» är skrivet på ett sätt som bara kan ändras för hand"
            ),
            Why::TooLarge => write!(f, "filen skulle bli för stor"),
        }
    }
}

/// Returns the text of a file with some things changed.
///
/// Takes and gives the text without byte order mark; [`bytes`] puts one back
/// that was there. A comment at the end of a changed line stays; one inside a
/// value that is replaced or removed goes with it.
pub fn apply(source: &Source, changes: &[Change]) -> Result<String, Refused> {
    let Some(first) = changes.first() else {
        return Ok(source.text.clone());
    };
    let refused = |route: &Route, why| Refused {
        route: route.clone(),
        why,
    };
    let unread = || refused(first.route(), Why::Unread);
    let root = source.root.as_ref().ok_or_else(unread)?;
    let before = wanted::value(root).ok_or_else(unread)?;
    let branch = branch::of(changes)?;
    let wanted = wanted::changed(before, &branch);
    let write = |lines| {
        let text = pieces::changed(&source.text, root, &branch, lines)?;
        held(source, text, &wanted).map_err(|(route, why)| refused(&route, why))
    };
    // Text on lines of its own can swallow a comment that comes to stand below it.
    write(true).or_else(|_| write(false))
}

/// Reads a changed text again and returns it if it says what is wanted; else
/// the first place where it does not.
fn held(source: &Source, text: String, wanted: &Value) -> Result<String, (Route, Why)> {
    if text.len() as u64 > LARGEST {
        return Err((Route::default(), Why::TooLarge));
    }
    let (again, faults) = Source::read(Arc::clone(&source.path), text.as_bytes());
    let read = again.root.as_ref().and_then(wanted::value);
    let Some(read) = read.filter(|_| faults.is_empty()) else {
        return Err((Route::default(), Why::Differs));
    };
    match wanted::difference(wanted, &read) {
        Some(route) => Err((route, Why::Differs)),
        None => Ok(text),
    }
}

/// Returns a changed text as the bytes of its file, with the byte order mark
/// that the file had.
pub fn bytes(source: &Source, text: &str) -> Vec<u8> {
    let mark: &[u8] = if source.marked { b"\xEF\xBB\xBF" } else { b"" };
    [mark, text.as_bytes()].concat()
}
