//! A file as it stands and what shall stand otherwise → the text with only that
//! changed.
//!
//! Every other byte, comments and line ends included, stays. A row is written on
//! one line in flow form. What has been written is read again and held against
//! what was asked for, so that an edit is right or is not made.

use crate::finding::Route;

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
