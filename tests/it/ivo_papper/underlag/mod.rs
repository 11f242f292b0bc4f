//! The ivo-underlag: a worksheet for every individrapport of the quarter, with
//! the title to copy, in the order of IVO's form.

use std::collections::BTreeSet;

use evb::derive::duty;
use evb::load;
use evb::load::catalogue::built_in;
use evb::model::profile::Profile;
use evb::model::report::Report;
use evb::narrate::ivo;
use evb::pipeline;
use evb::pipeline::Goal;
use evb::pipeline::Selection;
use evb::validate;
use serde_json::Value;

use crate::build::chosen;
use crate::build::files;
use crate::facts::root;
use crate::grammar::grammatical;
use crate::ivo_papper::papers;
use crate::ivo_papper::text;
use crate::papers::of_sample;

mod fields;
mod numbered;
mod pages;

const ORDER: &str = "handlingar: [{id: u, slag: ivo-underlag}]\n";

/// Returns the worksheets of a quarter with these rows, and of those before it.
fn underlag(rows: &str, before: &[(&str, &str)]) -> Value {
    let mut quarters: Vec<(&str, String)> = before
        .iter()
        .map(|(quarter, rows)| (*quarter, format!("uppgifter_daterade: 2025-04-10\n{rows}")))
        .collect();
    let own = format!("uppgifter_daterade: 2025-07-10\n{rows}{ORDER}");
    quarters.push(("2025-Q2", own));
    let documents = papers("", &quarters);
    assert_eq!(documents.len(), 1);
    documents[0].value.clone()
}

fn sheets(value: &Value) -> &Vec<Value> {
    value["sheets"].as_array().unwrap()
}

/// Returns the lines of a field of a worksheet.
#[track_caller]
fn field(sheet: &Value, label: &str) -> Vec<String> {
    let mut fields = sheet["fields"].as_array().unwrap().iter();
    let field = fields
        .find(|field| field["label"] == label)
        .unwrap_or_else(|| panic!("no field «{label}»"));
    let lines = field["lines"].as_array().unwrap().iter();
    lines
        .map(|line| line.as_str().unwrap().replace('\u{a0}', " "))
        .collect()
}

/// Returns a worksheet as text, its empty boxes too.
fn told(sheet: &Value) -> String {
    let word = |key: &str| sheet[key].as_str().unwrap().to_owned();
    let mut lines = vec![
        format!("{} [{}]", word("heading"), word("kind")),
        word("title"),
    ];
    for fact in sheet["facts"].as_array().unwrap() {
        lines.push(format!(
            "{}: {}",
            fact["label"].as_str().unwrap(),
            fact["value"].as_str().unwrap()
        ));
    }
    let remarks = sheet["remarks"].as_array().unwrap().iter();
    lines.extend(remarks.map(|remark| format!("OBS {}", remark.as_str().unwrap())));
    for one in sheet["fields"].as_array().unwrap() {
        let label = one["label"].as_str().unwrap();
        let said = field(sheet, label).join("; ");
        lines.push(format!("[{label}] {said}").trim_end().to_owned());
    }
    lines.push(text(&sheet["checklists"]));
    lines.join("\n").replace('\u{a0}', " ")
}

#[test]
fn the_sample_is_told_as_before() {
    let value = of_sample("exempelkommun", "2026-Q3", "ivo-underlag");
    let mut parts = vec![text(&value["overview"]), text(&value["list"])];
    let mut seen = BTreeSet::new();
    // One of each kind.
    for sheet in sheets(&value) {
        if seen.insert(sheet["kind"].as_str().unwrap()) {
            parts.push(told(sheet));
        }
    }
    assert_eq!(seen.len(), 5);
    insta::assert_snapshot!("underlag_2026-Q3", parts.join("\n\n"));
}

#[test]
fn no_row_is_missing_and_every_title_is_the_calendars() {
    let catalogue = built_in();
    let (folder, _) = load::read(&root().join("data/exempelkommun"));
    let checked = validate::folder(&folder, &catalogue);
    let reports: Vec<&Report> = checked.reports.iter().map(|(_, report)| report).collect();
    let (report, before) = reports.split_last().unwrap();
    let order = report.orders.iter().find(|it| &*it.id == "ivo-underlag");
    let namnd = validate::namnd_on(&folder, &catalogue, order.unwrap().dated_on).0;
    let namnd = namnd.unwrap();
    let mut titles = vec![];
    let mut silent = 0;
    for (beslut, due) in duty::of_quarter(report, before, namnd.clock) {
        let section = ivo::section(&namnd.granted(beslut), &namnd.ivo.title_sol);
        let id = beslut.id.as_deref().unwrap();
        silent += usize::from(due.is_empty());
        titles.extend(
            due.iter()
                .map(|due| format!("{id} {}", ivo::title(due, &section))),
        );
    }
    let value = of_sample("exempelkommun", "2026-Q3", "ivo-underlag");
    let mut found: Vec<String> = sheets(&value)
        .iter()
        .map(|sheet| {
            let heading = sheet["heading"].as_str().unwrap();
            let id = heading.split(' ').next().unwrap();
            format!("{id} {}", sheet["title"].as_str().unwrap())
        })
        .collect();
    let rows = value["list"]["rows"].as_array().unwrap();
    let mut listed: Vec<String> = rows
        .iter()
        .map(|row| {
            format!(
                "{} {}",
                row[1]["text"].as_str().unwrap(),
                row[2]["text"].as_str().unwrap()
            )
        })
        .collect();
    assert_eq!(listed, found, "the list and the worksheets have one order");
    for list in [&mut titles, &mut found, &mut listed] {
        list.sort();
    }
    assert_eq!(found, titles);
    assert!(
        titles.len() > 40 && silent == 1,
        "{} {silent}",
        titles.len()
    );
    let notes = text(&value["list"]["notes"]);
    assert_eq!(
        notes,
        "Nr 47 är beviljat av domstol och rapporteras inte till IVO."
    );
}

#[test]
fn late_ones_come_first_then_the_kinds_in_order() {
    let row = |id: &str, what: &str| {
        format!("  - {{id: {id}, kön: man, insats: ledsagarservice, orsak: personal, {what}}}\n")
    };
    let old = row("A-1", "beslutsdatum: 2024-08-01")
        + &row("A-2", "beslutsdatum: 2024-08-01")
        + &row("A-3", "beslutsdatum: 2024-08-01");
    let now = row(
        "A-1",
        "beslutsdatum: 2024-08-01, avslutat: 2025-05-06, avslutsskäl: flyttat",
    ) + &row("A-2", "beslutsdatum: 2024-08-01, verkställt: 2025-05-06")
        + &row("A-3", "beslutsdatum: 2024-08-01")
        + &row("A-4", "beslutsdatum: 2024-02-01, avbrott: 2025-02-03")
        + &row("A-5", "beslutsdatum: 2025-02-03")
        + &row(
            "A-6",
            "beslutsdatum: 2024-10-01, borde_rapporterats: 2025-Q1",
        );
    let value = underlag(
        &format!("beslut:\n{now}"),
        &[("2025-Q1", &format!("beslut:\n{old}"))],
    );
    let ids: Vec<&str> = sheets(&value)
        .iter()
        .map(|sheet| {
            sheet["heading"]
                .as_str()
                .unwrap()
                .split(' ')
                .next()
                .unwrap()
        })
        .collect();
    assert_eq!(ids, ["A-6", "A-5", "A-4", "A-3", "A-2", "A-1"]);
    let first = told(&sheets(&value)[0]);
    assert!(
        first.contains("OBS Rapporten är sen: den skulle ha lämnats för kvartal 1 2025."),
        "{first}"
    );
    assert!(first.contains("Rapporten skickas: genast"), "{first}");
    let overview = text(&value["overview"]);
    assert!(
        overview.contains(
            "Av dem är en sen och lämnas genast. I övrigt lämnas rapporterna den 1 juli–31 augusti 2025;"
        ),
        "{overview}"
    );
    let closed = sheets(&value).last().unwrap();
    assert_eq!(field(closed, "Avslutat"), ["2025-05-06"]);
    assert_eq!(field(closed, "Skäl till avslut").len(), 1);
    assert_eq!(field(closed, "Verkställt"), ["nej"]);
}

#[test]
fn it_is_marked_on_every_page_and_lies_inside() {
    let documents = papers(
        "",
        &[(
            "2025-Q2",
            format!("uppgifter_daterade: 2025-07-10\nbeslut: []\n{ORDER}"),
        )],
    );
    let document = &documents[0];
    assert_eq!(document.envelope.profile, Profile::Ivo);
    assert!(document.envelope.path().ends_with("intern/u"));
    let secrecy = text(&document.value["secrecy"]);
    assert!(
        secrecy.contains("Sekretess, 26 kap. 1 § OSL (2009:400)"),
        "{secrecy}"
    );
    assert!(
        secrecy.contains("gjord den 10 juli 2025 av Provnämnden i Provköping."),
        "{secrecy}"
    );
}

#[test]
fn nothing_to_report_is_told() {
    let value = underlag("beslut: []\n", &[]);
    assert_eq!(
        text(&value["overview"]),
        "Det finns inget beslut att rapportera till IVO för kvartal 2 2025. Då skickas ingen rapport."
    );
    assert!(value["list"].is_null() && sheets(&value).is_empty());
    let court = "beslut:\n  - {nr: 3, kön: man, insats: hemtjanst, beslutsdatum: 2025-02-03, dom: ja}\n  \
                 - {nr: 7, kön: man, insats: hemtjanst, beslutsdatum: 2025-02-03, dom: ja}\n";
    let said = text(&underlag(court, &[])["overview"]);
    assert!(
        said.contains("Nr 3 och 7 är beviljade av domstol och rapporteras inte till IVO."),
        "{said}"
    );
}

#[test]
fn the_overview_is_swedish_whatever_the_counts() {
    let row = |at: usize, what: &str| {
        format!("  - {{id: A-{at}, kön: man, insats: hemtjanst, orsak: personal, {what}}}\n")
    };
    let kinds = [
        "beslutsdatum: 2025-02-03",
        "beslutsdatum: 2024-02-03, avbrott: 2025-02-03",
        "beslutsdatum: 2024-10-01, borde_rapporterats: 2025-Q1",
        "beslutsdatum: 2024-10-01, verkställt: 2025-05-05, borde_rapporterats: 2025-Q1",
    ];
    for kind in 0..kinds.len() {
        for n in [1, 2, 13] {
            for more in [0, 1, 2] {
                let mut rows: Vec<String> = (0..n).map(|at| row(at, kinds[kind])).collect();
                let other = kinds[(kind + 1) % kinds.len()];
                rows.extend((0..more).map(|at| row(100 + at, other)));
                let value = underlag(&format!("beslut:\n{}", rows.concat()), &[]);
                text(&value["overview"]).lines().for_each(grammatical);
                let remarks = sheets(&value)
                    .iter()
                    .flat_map(|sheet| sheet["remarks"].as_array().unwrap());
                remarks.for_each(|remark| grammatical(remark.as_str().unwrap()));
            }
        }
    }
}
