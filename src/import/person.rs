//! Whom a row is about, hidden.

use std::fmt;

use crate::personal::MASK;

/// A person, or a number that tells who a person is. It prints as «•••», cannot
/// be copied, and is read in one place only: where an id is made of it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct Person(String);

impl Person {
    /// Returns the text itself, to make an id of.
    pub(crate) fn secret(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}
