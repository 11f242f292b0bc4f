//! What is said under tables of columns that are not there.

use crate::narrate::capital;
use crate::narrate::list;

/// What is said under the table.
#[derive(Default)]
pub(super) struct Notes {
    pub(super) list: Vec<String>,
    /// What is not told insats by insats, to protect somebody.
    untold: Vec<String>,
}

impl Notes {
    /// Says that something is hidden, or that nobody has given it.
    pub(super) fn lacks(&mut self, hidden: bool, what: &str, about: &str) {
        if hidden {
            self.untold.push(what.to_owned());
        } else {
            let note = format!("Uppgift om {about} per insats har inte lämnats.");
            self.list.push(note);
        }
    }

    pub(super) fn told(mut self) -> Vec<String> {
        if !self.untold.is_empty() {
            let what = capital(&list::and(&self.untold));
            self.list.push(format!(
                "{what} visas inte per insats, för att ingen ska kunna kännas igen."
            ));
        }
        self.list
    }
}
