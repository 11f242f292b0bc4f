//! The report's composed value, quarter by quarter: what is printed, reviewed as
//! text.

use evb::compose;
use evb::document::Envelope;
use evb::load;
use evb::load::catalogue::built_in;
use evb::model::profile::Profile;
use evb::model::quarter::Quarter;
use evb::protect;
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
    let published = protect::protect(&[(quarter, Some(&figures))], Profile::Oppen).unwrap();
    let envelope = Envelope {
        namnd: folder.name.clone(),
        quarter,
        id: order.id.to_string(),
        profile: Profile::Oppen,
        overridden: false,
    };
    let input = compose::Input {
        namnd: &namnd,
        order,
        published: &published,
    };
    compose::compose(&input, envelope).value
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

#[test]
fn the_quarter_with_rows_has_every_section() {
    let value = composed("2023-Q4");
    insta::assert_snapshot!("2023-Q4_insatser", rows(&value["insatser"]));
    insta::assert_snapshot!("2023-Q4_bilaga_1", rows(&value["bilaga_1"]["table"]));
    insta::assert_snapshot!("2023-Q4_bilaga_2", rows(&value["bilaga_2"]["table"]));
    insta::assert_json_snapshot!("2023-Q4_frame", value["frame"]);
}

#[test]
fn a_quarter_of_totals_has_only_what_it_has_data_for() {
    let value = composed("2023-Q1");
    assert!(value["bilaga_1"].is_null() && value["bilaga_2"].is_null());
    insta::assert_snapshot!("2023-Q1_insatser", rows(&value["insatser"]));
}

#[test]
fn the_value_of_a_whole_report_is_stable() {
    for quarter in ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"] {
        let value = composed(quarter);
        insta::assert_json_snapshot!(format!("{quarter}_totals"), value["totals"]);
    }
}
