//! The report's composed value, quarter by quarter: what is printed, reviewed as
//! text.

use evb::compose;
use evb::derive;
use evb::document::Envelope;
use evb::load;
use evb::load::catalogue::built_in;
use evb::model::profile::Profile;
use evb::model::quarter::Quarter;
use evb::protect;
use evb::protect::Known;
use evb::validate;

use crate::facts::root;
use crate::facts::sample;

fn composed(quarter: &str) -> serde_json::Value {
    let figures = sample(quarter);
    let loaded = load::load(&root().join("data/exempel-lss")).unwrap();
    let catalogue = built_in();
    let folder = &loaded.folders[0];
    let quarter: Quarter = quarter.parse().unwrap();
    let checked = validate::folder(folder, &catalogue);
    let (_, report) = checked.reports.iter().find(|(q, _)| *q == quarter).unwrap();
    let order = &report.orders[0];
    let namnd = validate::namnd_on(folder, &catalogue, order.dated_on)
        .0
        .unwrap();
    let earlier: Vec<(Quarter, derive::Figures)> = checked
        .reports
        .iter()
        .filter(|(known, _)| *known < quarter)
        .map(|(known, _)| (*known, sample(&known.to_string())))
        .collect();
    let mut trend: Vec<_> = earlier
        .iter()
        .map(|(q, figures)| {
            (
                *q,
                Some(Known {
                    figures,
                    guarded: None,
                }),
            )
        })
        .collect();
    trend.push((
        quarter,
        Some(Known {
            figures: &figures,
            guarded: None,
        }),
    ));
    let published = protect::protect(&trend, Profile::Oppen).unwrap();
    let envelope = Envelope {
        namnd: folder.name.clone(),
        quarter,
        id: order.id.to_string(),
        profile: Profile::Oppen,
        overridden: false,
    };
    let path = "2023.yaml".into();
    let families = ["Noto Sans".to_owned()];
    let input = compose::Input {
        namnd: &namnd,
        report,
        order,
        published: &published,
        law: &catalogue.law,
        families: &families,
        path: &path,
        corrected: None,
        case_numbers: &Default::default(),
    };
    let (document, findings) = compose::compose(&input, envelope);
    assert!(findings.is_empty(), "{findings:?}");
    document.value
}

fn rows(table: &serde_json::Value) -> String {
    let text = |cell: &serde_json::Value| cell["text"].as_str().unwrap().to_owned();
    let line = |row: &serde_json::Value| {
        row.as_array()
            .unwrap()
            .iter()
            .map(text)
            .collect::<Vec<_>>()
            .join(" | ")
    };
    let lines = table["heads"]
        .as_array()
        .unwrap()
        .iter()
        .chain(table["rows"].as_array().unwrap());
    let sum = table["sum"].as_array().map(|_| line(&table["sum"]));
    let notes = table["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note.as_str().unwrap().to_owned());
    lines
        .map(line)
        .chain(sum)
        .chain(notes)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Returns the text of every block, a line each.
fn blocks(value: &serde_json::Value) -> Vec<String> {
    let run = |runs: &serde_json::Value| -> String {
        let runs = runs.as_array().unwrap().iter();
        runs.map(|run| run["text"].as_str().unwrap().to_owned())
            .collect()
    };
    let list = value["blocks"].as_array().unwrap().iter();
    list.flat_map(|block| match block["kind"].as_str().unwrap() {
        "paragraph" => vec![run(&block["runs"])],
        _ => block["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|i| format!("– {}", run(i)))
            .collect(),
    })
    .collect()
}

/// Returns the whole report as text, in the order it is read.
fn told(value: &serde_json::Value) -> String {
    let mut out = vec![];
    for figure in value["key_figures"].as_array().unwrap() {
        let text = |key: &str| figure[key].as_str().unwrap_or("").to_owned();
        out.push(format!(
            "{} {} | {}",
            text("value"),
            text("label"),
            text("change")
        ));
    }
    out.push(value["law"]["note"].as_str().unwrap_or("").to_owned());
    for section in ["law", "summary"] {
        out.extend(blocks(&value[section]));
    }
    for insats in value["insatser"].as_array().unwrap() {
        out.push(format!("== {}", insats["name"].as_str().unwrap()));
        out.extend(blocks(insats));
    }
    for section in ["analysis", "providers", "conclusion"] {
        if !value[section].is_null() {
            out.push(format!("== {section}"));
            out.extend(blocks(&value[section]));
        }
    }
    for section in ["summary", "analysis"] {
        for chart in value[section]["charts"].as_array().into_iter().flatten() {
            out.push(format!(
                "{}: {}",
                chart["title"].as_str().unwrap(),
                chart["alt"].as_str().unwrap()
            ));
        }
    }
    out.join("\n")
}

#[test]
fn every_quarter_is_told_as_before() {
    for quarter in ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"] {
        insta::assert_snapshot!(format!("{quarter}_told"), told(&composed(quarter)));
    }
}

#[test]
fn the_tables_hold() {
    let value = composed("2023-Q4");
    insta::assert_snapshot!("2023-Q4_insatser", rows(&value["outcomes"]));
    insta::assert_snapshot!("2023-Q4_bilaga_1", rows(&value["bilaga_1"]["table"]));
    insta::assert_snapshot!("2023-Q4_bilaga_2", rows(&value["bilaga_2"]["table"]));
    insta::assert_snapshot!("2023-Q4_utforare", rows(&value["providers"]["table"]));
    insta::assert_json_snapshot!("2023-Q4_frame", value["frame"]);
    insta::assert_snapshot!("2023-Q1_insatser", rows(&composed("2023-Q1")["outcomes"]));
}

#[test]
fn a_quarter_of_totals_has_only_what_it_has_data_for() {
    let value = composed("2023-Q1");
    assert!(value["bilaga_1"].is_null() && value["bilaga_2"].is_null());
    assert!(value["providers"].is_null());
    // One quarter is a sentence, not a line.
    assert!(value["summary"]["charts"].as_array().unwrap().is_empty());
}

/// Every figure of the published report's own text that the rows or the stated
/// totals give.
#[test]
fn every_figure_of_the_published_report_is_told() {
    let text = told(&composed("2023-Q4")).replace(['\u{a0}', '\u{202f}'], " ");
    for said in [
        "rapporterades 88 beslut till IVO, lika många som för kvartal 3",
        "verkställdes 18 och avslutades 13",
        "ökat från 23 till 31, en ökning med 34,8 %",
        "återstod 57 ej verkställda beslut, 7 färre än vid utgången av kvartal 3",
        "24 kvinnor och flickor och 33 män och pojkar; 17 gäller barn",
        "I 36 av dem har verkställigheten avbrutits, medan 21 har väntat sedan beslutet",
        "rapporterade beslut har varit 76, 84, 88 respektive 88 för kvartal 1, 2, 3 och 4",
        "42, 56, 64 respektive 57 vid utgången av kvartal 1, 2, 3 och 4",
        "mellan utgången av kvartal 1 och kvartal 4 fördubblats, från fem till tio",
        "avlösarservice var antalet ej verkställda beslut fyra, elva respektive sju",
        "korttidsvistelse var antalet ej verkställda beslut tio, tre, sex respektive fyra",
        "korttidstillsyn var antalet ej verkställda beslut ett vid utgången av kvartal 2, 3 och 4",
        "daglig verksamhet var antalet ej verkställda beslut 16, 12, 19 respektive 18",
        "mellan utgången av kvartal 3 och kvartal 4 ökat från 12 till 14, en ökning med 16,7 %",
        "mellan utgången av kvartal 3 och kvartal 4 minskat från fyra till tre",
        "För kvartalet rapporterades 17 beslut. Av dem verkställdes 5 och avslutades 2",
        "För kvartalet rapporterades sex beslut. Av dem verkställdes två och avslutades ett",
        "För kvartalet rapporterades tolv beslut. Av dem verkställdes två och avslutades tre",
        "För kvartalet rapporterades nio beslut. Av dem verkställdes ett och avslutades fyra",
        "För kvartalet rapporterades ett beslut. Vid kvartalets slut återstod ett ej verkställt beslut, liksom",
        "För kvartalet rapporterades 17 beslut. Av dem verkställdes 3, medan inget avslutades",
        "För kvartalet rapporterades 26 beslut. Av dem verkställdes 5 och avslutades 3",
        "återstod tre ej verkställda beslut, ett färre än",
        "återstod sju ej verkställda beslut, fyra färre än",
        "återstod fyra ej verkställda beslut, två färre än",
        "återstod 14 ej verkställda beslut, 2 fler än",
        "återstod 18 ej verkställda beslut, 1 färre än",
        "Inga ärenden finns att redovisa",
        "Av 21 utförare har 20 rapporterat",
    ] {
        assert!(text.contains(said), "«{said}» is not told\n{text}");
    }
}
