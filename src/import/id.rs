//! Which id each row of a table gets.
//!
//! The workbook has the id itself; a case system that exports the decision's
//! number has given one; else it is made from whom the beslut is for, the insats
//! and the date. An id that has been written is kept when the other date turns
//! up.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Rule;
use crate::import::Record;
use crate::import::Who;
use crate::import::key::Key;

/// Two rows with one id.
pub const SAMMA_BESLUT: Rule = Rule {
    slug: "samma-beslut-tva-ganger",
    level: Level::Error,
    fixed: true,
    explain: "Två rader i den importerade filen är samma beslut: samma id eller beslutsnummer, \
              eller samma person, insats och datum. Beslutet skulle räknas en gång eller två.",
    source: "28 f § LSS och 34 kap. 1 § SoL (2025:400): varje beslut rapporteras för sig",
};

/// Returns the id of each row, in their order, and the rows that share one.
/// `written` are the ids in the nämnd's files; there is a key where a row needs
/// one.
pub fn ids(
    records: &[Record],
    key: Option<&Key>,
    written: &BTreeSet<String>,
    file: &Arc<str>,
) -> (Vec<String>, Vec<Finding>) {
    let ids: Vec<_> = records.iter().map(|r| id(r, key, written)).collect();
    let mut first: BTreeMap<&str, &Record> = BTreeMap::new();
    let mut findings = vec![];
    for (id, record) in ids.iter().zip(records) {
        let Some(other) = first.get(id.as_str()) else {
            first.insert(id, record);
            continue;
        };
        let same = match record.who {
            Who::Id(_) => "har samma id",
            Who::Number(_) => "har samma beslutsnummer",
            Who::Person(_) => "gäller samma person, insats och datum",
        };
        let message = format!("raderna {} och {} {same}", other.cell, record.cell);
        let help = "ta bort den ena; är det två beslut behövs en kolumn med beslutsnummer som \
                    skiljer dem åt";
        let locus = Locus::Cell(Arc::clone(&record.cell));
        findings.push(Finding::new(&SAMMA_BESLUT, file, locus, message, help));
    }
    (ids, findings)
}

fn id(record: &Record, key: Option<&Key>, written: &BTreeSet<String>) -> String {
    let person = match &record.who {
        Who::Id(id) => return id.clone(),
        Who::Number(number) => return number.clone(),
        Who::Person(person) => person.secret(),
    };
    let key = key.expect("a key is asked for where a row is told by its person");
    let days = [record.decided_on, record.avbrott_on];
    let mut made = days
        .into_iter()
        .flatten()
        .map(|day| key.id(person, &record.insats, day));
    let first = made.next().unwrap_or_else(|| key.id_of_number(person));
    std::iter::once(first.clone())
        .chain(made)
        .find(|id| written.contains(id))
        .unwrap_or(first)
}
