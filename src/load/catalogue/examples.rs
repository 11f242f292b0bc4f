//! The built-in examples of the rule book: for every rule what breaks it, and
//! its near miss.

use serde::Deserialize;

use crate::finding::book::Example;
use crate::finding::book::Form;
use crate::load::catalogue::Yes;
use crate::load::catalogue::read;

/// Reads the examples in the order they are written, each with the slug of its
/// rule.
pub fn built_in() -> Vec<(Box<str>, Example)> {
    let examples: Vec<RawExample> = read(include_str!("../../catalogue/exempel.yaml"));
    examples.into_iter().map(RawExample::into_example).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawExample {
    regel: Box<str>,
    hel: Option<Yes>,
    fel: Option<Box<str>>,
    rätt: Option<Box<str>>,
    fel_i_ord: Option<Box<str>>,
    rätt_i_ord: Option<Box<str>>,
}

impl RawExample {
    fn into_example(self) -> (Box<str>, Example) {
        let fragments = self.fel.zip(self.rätt);
        let words = self.fel_i_ord.zip(self.rätt_i_ord);
        let (form, (wrong, right)) = match (fragments, words, self.hel) {
            (Some(pair), None, None) => (Form::Fragment, pair),
            (Some(pair), None, Some(Yes::Ja)) => (Form::Whole, pair),
            (None, Some(pair), None) => (Form::Words, pair),
            _ => panic!("«{}» is to have one pair of examples", self.regel),
        };
        let example = Example { form, wrong, right };
        (self.regel, example)
    }
}
