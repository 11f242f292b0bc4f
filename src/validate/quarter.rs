//! One quarter file: rows, stated figures and documents.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

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
use crate::model::decided::Correction;
use crate::model::law::Law;
use crate::model::quarter::Quarter;
use crate::model::report::Report;
use crate::model::stated::Stated;
use crate::validate::Findings;
use crate::validate::content;
use crate::validate::dates;
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
/// Some rows with ids and some without.
pub const ID_SAKNAS: Rule = Rule {
    slug: "id-saknas",
    level: Level::Warning,
    fixed: false,
    explain: "Id följer ett beslut mellan kvartalen. Saknas det på någon rad går det inte att se om \
              beslut har försvunnit, missats eller rapporterats två gånger.",
    source: "Dataformat 1",
};
/// Figures taken before the quarter ended.
pub const UPPGIFTER_FORE_SLUTET: Rule = Rule {
    slug: "uppgifter-fore-kvartalets-slut",
    level: Level::Warning,
    fixed: false,
    explain: "Rapporten visar läget på kvartalets sista dag. Uppgifter som togs fram tidigare kan \
              inte visa det.",
    source: "28 h § LSS, 34 kap. 3 § SoL (2025:400)",
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

/// What a quarter is read by: the nämnd's choices on its last day.
pub(crate) struct Setting<'a> {
    pub(crate) quarter: Quarter,
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) clock: Clock,
    pub(crate) law: &'a Law,
    /// The first and the last day for the quarter's individrapporter.
    pub(crate) window: Option<(NaiveDate, NaiveDate)>,
    /// The day the figures were taken, if the file says so.
    pub(crate) dated_on: Option<NaiveDate>,
    /// The names of texts that forms of the nämnd's own ask for.
    pub(crate) asked: &'a [&'a str],
}

/// Reads a quarter file.
pub(crate) fn read(source: &Source, setting: &Setting<'_>) -> (Report, Vec<Finding>) {
    let mut findings = Findings::new(source);
    let view = View::new(source, &keys::QUARTER, None);
    let setting = &Setting {
        dated_on: view.date("uppgifter_daterade"),
        ..*setting
    };
    let (quarter, vocabulary) = (setting.quarter, setting.vocabulary);
    if let Some(written) = view
        .quarter("kvartal")
        .filter(|written| *written != quarter)
    {
        let message = format!("filen heter {quarter} men innehåller kvartal {written}");
        let help = "rätta «kvartal» eller filens namn";
        findings.value(&ANNAT_KVARTAL, &view.at("kvartal"), message, help);
    }
    if let Some(day) = setting.dated_on.filter(|day| *day < quarter.last_day()) {
        let message = format!(
            "uppgifterna togs fram {day}, före kvartalets sista dag {}",
            quarter.last_day()
        );
        let help = "rätta datumet, eller ta fram uppgifterna på nytt";
        findings.value(
            &UPPGIFTER_FORE_SLUTET,
            &view.at("uppgifter_daterade"),
            message,
            help,
        );
    }
    let (beslut, complete) = rows(&view, quarter, vocabulary, Some(setting), &mut findings);
    let stated = figures::read(&view, &beslut, vocabulary, &mut findings);
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
    let texts = texts::read(&view, vocabulary, &insatser, setting.asked, &mut findings);
    let report = Report {
        quarter,
        dated_on: setting.dated_on,
        beslut: has_rows.then_some(beslut),
        complete,
        stated,
        orders: documents::read(&view, &acts, setting, &mut findings),
        texts,
        providers: texts::providers(&view, vocabulary, &mut findings),
        correction: view.record("rättelse").and_then(|correction| {
            Some(Correction {
                on: correction.date("datum")?,
                reason: correction.name("skäl")?,
            })
        }),
    };
    (report, findings.into_list())
}

/// Reads the rows of a quarter file, and nothing else of it.
pub(crate) fn rows_of(
    source: &Source,
    quarter: Quarter,
    vocabulary: &Vocabulary,
) -> (Report, Vec<Finding>) {
    let mut findings = Findings::new(source);
    let view = View::new(source, &keys::QUARTER, None);
    let (beslut, complete) = rows(&view, quarter, vocabulary, None, &mut findings);
    let report = Report {
        quarter,
        dated_on: view.date("uppgifter_daterade"),
        beslut: view.mentions("beslut").then_some(beslut),
        complete,
        stated: Stated::default(),
        orders: vec![],
        texts: vec![],
        providers: vec![],
        correction: None,
    };
    (report, findings.into_list())
}

/// Reads the rows of `bevakning.yaml`, which may be of any age, as they stand
/// when a quarter ends; the second tells whether every row could be read.
pub(crate) fn watched(
    source: &Source,
    vocabulary: &Vocabulary,
    quarter: Quarter,
) -> (Vec<Beslut>, bool, Vec<Finding>) {
    let mut findings = Findings::new(source);
    let view = View::new(source, &keys::BEVAKNING, None);
    let (beslut, complete) = rows(&view, quarter, vocabulary, None, &mut findings);
    let complete = complete && source.root.is_some();
    (beslut, complete, findings.into_list())
}

fn rows(
    view: &View<'_>,
    quarter: Quarter,
    vocabulary: &Vocabulary,
    setting: Option<&Setting<'_>>,
    findings: &mut Findings<'_>,
) -> (Vec<Beslut>, bool) {
    let mut numbers: BTreeMap<u32, Route> = BTreeMap::new();
    let mut ids: BTreeMap<Arc<str>, Route> = BTreeMap::new();
    let mut list = vec![];
    let records = view.records("beslut");
    for (index, row) in records.iter().enumerate() {
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
        if let Some(setting) = setting {
            events::check(&beslut, row, quarter, setting.clock, findings);
            dates::check(&beslut, row, setting, findings);
        }
        content::check(&beslut, row, vocabulary, findings);
        list.push(beslut);
    }
    without_id(&records, findings);
    let complete = list.len() == records.len();
    (list, complete)
}

/// Tells of rows without an id in a file where others have one.
fn without_id(records: &[View<'_>], findings: &mut Findings<'_>) {
    let (with, without): (Vec<_>, Vec<_>) = records.iter().partition(|row| row.mentions("id"));
    let Some(first) = without.first().filter(|_| !with.is_empty()) else {
        return;
    };
    let message = format!("{} av {} rader saknar id", without.len(), records.len());
    let help = "ge varje rad ett id; då kan kvartalen jämföras rad för rad";
    findings.value(&ID_SAKNAS, &first.route, message, help);
}
