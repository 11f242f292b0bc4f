//! One quarter file: rows, stated figures and documents.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Route;
use crate::finding::Rule;
use crate::load::keys;
use crate::load::source::Source;
use crate::load::view::View;
use crate::model::beslut::Act;
use crate::model::beslut::Beslut;
use crate::model::clock::Clock;
use crate::model::law::Law;
use crate::model::quarter::Quarter;
use crate::model::report::Report;
use crate::validate::Findings;
use crate::validate::documents;
use crate::validate::events;
use crate::validate::figures;
use crate::validate::row;
use crate::validate::texts;
use crate::validate::vocabulary::Vocabulary;

/// A row number used twice.
pub const DUBBELT_LOPNUMMER: Rule = Rule {
    slug: "dubbelt-lopnummer",
    level: Level::Error,
    fixed: false,
    explain: "Står ett löpnummer två gånger kan samma beslut vara inskrivet två gånger. Löpnumret \
              pekar ut en rad i förteckningen.",
    source: "Bilaga 2, förteckning över beslut",
};
/// An id used twice.
pub const DUBBELT_ID: Rule = Rule {
    slug: "dubbelt-id",
    level: Level::Error,
    fixed: false,
    explain: "Två rader med samma id är samma beslut räknat två gånger. Ett id följer beslutet \
              mellan kvartalen.",
    source: "Dataformat 1",
};
/// A quarter that is not the file's.
pub const ANNAT_KVARTAL: Rule = Rule {
    slug: "annat-kvartal",
    level: Level::Error,
    fixed: false,
    explain: "Filen och det som står i den är olika kvartal, så någon av dem är fel.",
    source: "Dataformat 1",
};
/// Neither rows nor figures.
pub const UTAN_UPPGIFTER: Rule = Rule {
    slug: "kvartal-utan-uppgifter",
    level: Level::Error,
    fixed: false,
    explain: "Också ett kvartal utan ej verkställda beslut ska rapporteras till fullmäktige, men \
              då ska det stå att det inte finns några.",
    source: "28 h § LSS, 34 kap. 3 § SoL (2025:400)",
};

/// Reads a quarter file.
pub(crate) fn read(
    source: &Source,
    quarter: Quarter,
    vocabulary: &Vocabulary,
    clock: Clock,
    law: &Law,
) -> (Report, Vec<Finding>) {
    let mut findings = Findings::new(source);
    let view = View::new(source, &keys::QUARTER, None);
    if let Some(written) = view
        .quarter("kvartal")
        .filter(|written| *written != quarter)
    {
        let message = format!("filen heter {quarter} men innehåller kvartal {written}");
        let help = "rätta «kvartal» eller filens namn";
        findings.value(&ANNAT_KVARTAL, &view.at("kvartal"), message, help);
    }
    let beslut = rows(&view, quarter, vocabulary, Some(clock), &mut findings);
    let stated = figures::read(&view, vocabulary, &mut findings);
    let has_rows = source
        .root
        .as_ref()
        .is_some_and(|root| root.get("beslut").is_some());
    if source.root.is_some() && !has_rows && stated.figures.is_empty() && stated.named.is_empty() {
        let message = "kvartalet har varken beslut eller sammanställning";
        let help = "skriv «beslut: []» om det inte finns några ej verkställda beslut";
        findings.value(&UTAN_UPPGIFTER, &view.route, message, help);
    }
    let acts: Vec<Act> = Act::ALL
        .into_iter()
        .filter(|act| {
            beslut.iter().any(|beslut| beslut.act == *act)
                || stated.named.iter().any(|(_, known, _)| known == act)
        })
        .collect();
    let named = stated.named.iter().map(|(_, _, id)| id);
    let insatser: Vec<_> = beslut
        .iter()
        .map(|beslut| &beslut.insats)
        .chain(named)
        .collect();
    let texts = texts::read(&view, vocabulary, &insatser, &mut findings);
    let report = Report {
        quarter,
        dated_on: view.date("uppgifter_daterade"),
        beslut: has_rows.then_some(beslut),
        stated,
        orders: documents::read(&view, &acts, law, &mut findings),
        texts,
        providers: texts::providers(&view, vocabulary, &mut findings),
    };
    (report, findings.into_list())
}

/// Checks the rows of `bevakning.yaml`, which may be of any age.
pub(crate) fn check_watched(
    source: &Source,
    vocabulary: &Vocabulary,
    quarter: Quarter,
) -> Vec<Finding> {
    let mut findings = Findings::new(source);
    rows(
        &View::new(source, &keys::BEVAKNING, None),
        quarter,
        vocabulary,
        None,
        &mut findings,
    );
    findings.into_list()
}

fn rows(
    view: &View<'_>,
    quarter: Quarter,
    vocabulary: &Vocabulary,
    clock: Option<Clock>,
    findings: &mut Findings<'_>,
) -> Vec<Beslut> {
    let mut numbers: BTreeMap<u32, Route> = BTreeMap::new();
    let mut ids: BTreeMap<Arc<str>, Route> = BTreeMap::new();
    let mut list = vec![];
    for (index, row) in view.records("beslut").iter().enumerate() {
        if let Some(nr) = row.number("nr") {
            if let Some(first) = numbers.get(&nr) {
                let message = format!("löpnummer {nr} finns redan på {}", findings.line(first));
                let help = "ge raden ett eget nummer, eller ta bort den om den är en dubblett";
                findings.value(&DUBBELT_LOPNUMMER, &row.at("nr"), message, help);
            }
            numbers.entry(nr).or_insert_with(|| row.at("nr"));
        }
        if let Some(id) = row.name("id") {
            if let Some(first) = ids.get(&id) {
                let message = format!("id «{id}» finns redan på {}", findings.line(first));
                let help = "ta bort raden om den är en dubblett, eller rätta id";
                findings.value(&DUBBELT_ID, &row.at("id"), message, help);
            }
            ids.entry(id).or_insert_with(|| row.at("id"));
        }
        let Some(beslut) = row::read(row, index, quarter, vocabulary, findings) else {
            continue;
        };
        if let Some(clock) = clock {
            events::check(&beslut, row, quarter, clock, findings);
        }
        list.push(beslut);
    }
    list
}
