//! `import.yaml`: whether the words of the case system are given a meaning that
//! exists.

use crate::finding::Finding;
use crate::finding::Locus;
use crate::load::keys;
use crate::load::source::Source;
use crate::load::view::View;
use crate::model::beslut::Act;
use crate::model::catalogue::Meaning;
use crate::validate::Findings;
use crate::validate::vocabulary::Vocabulary;

/// Finds words that are said to mean what nobody knows. An insats of both acts
/// may be named without its act: the row says which.
pub(crate) fn check(source: &Source, vocabulary: &Vocabulary) -> Vec<Finding> {
    let mut findings = Findings::new(source);
    let view = View::new(source, &keys::IMPORT, None);
    let named = |key| {
        let entries = view.entries(key).into_iter();
        entries.filter_map(|(_, entry)| Some((entry.node.text()?, Locus::Value(entry.route))))
    };
    for (name, locus) in named("insatser") {
        let both = matches!(
            vocabulary.insatser.find(name, &Act::ALL),
            Meaning::Several(one, two) if one.id == two.id
        );
        if !both {
            vocabulary.insats(name, None, &locus, &mut findings);
        }
    }
    for (name, locus) in named("orsaker") {
        vocabulary.orsak(name, &locus, &mut findings);
    }
    for (name, locus) in named("avslutsskäl") {
        vocabulary.avslutsskal(name, &locus, &mut findings);
    }
    findings.into_list()
}
