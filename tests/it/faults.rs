//! The faults of real reports, one by one: each is told, or cannot be made.
//! `tests/README.md` says which test answers for which fault.

use evb::derive;
use evb::finding::Level;
use evb::load;
use evb::load::catalogue::built_in;
use evb::model::clock::Clock;
use evb::pipeline;
use evb::reconcile::complete;
use evb::reconcile::complete::Rules;
use evb::render::Press;
use evb::validate;
use serde_json::Value;

const NAMND: &str =
    "format: 1\nkommun: Provköping\nnämnd: Provnämnden\nprofiler: {rapport: öppen}\n";
const HEAD: &str = "format: 1\nkvartal: 2023-Q4\nuppgifter_daterade: 2024-01-10\n";
const REPORT: &str = "handlingar: [{id: rapport, slag: rapport}]\n";

/// Returns the rules that a quarter breaks, and its report's value.
fn made(namnd: &str, quarter: &str) -> (Vec<&'static str>, Option<Value>) {
    let quarter = format!("{HEAD}{quarter}{REPORT}");
    let files = [
        ("namnd.yaml", namnd.as_bytes()),
        ("2023-Q4.yaml", quarter.as_bytes()),
    ];
    let press = Press::new(&[], &load::fonts::BUILT_IN, load::templates::all(&[]));
    let folder = load::in_memory("prov", &files);
    let (documents, findings) = pipeline::check(folder, &built_in(), &press);
    let rules = findings
        .iter()
        .map(|placed| placed.finding.rule.slug)
        .collect();
    (rules, documents.into_iter().next().map(|made| made.value))
}

fn rules(quarter: &str) -> Vec<&'static str> {
    made(NAMND, quarter).0
}

/// Returns a value as text, with plain spaces.
fn text_of(value: &Value) -> String {
    value.to_string().replace(['\u{a0}', '\u{202f}'], " ")
}

fn composed(quarter: &str) -> Value {
    let (rules, value) = made(NAMND, quarter);
    value.unwrap_or_else(|| panic!("nothing is made: {rules:?}"))
}

/// An interruption is beside the outcome: 14 + 3 + 33 are 50, with one avbrott
/// among the 33. Counted as an outcome of its own they would be 51.
#[test]
fn fault_1_an_interruption_is_no_outcome() {
    let set = |left: u32| {
        format!(
            "sammanställning:\n  totalt: {{rapporterade: 50, verkställda: 14, avslutade: 3, \
             kvarstår: {left}, avbrott: {{antal: 1}}}}\n"
        )
    };
    let wrong = "utfall-gar-inte-ihop";
    assert!(!rules(&set(33)).contains(&wrong));
    assert!(rules(&set(34)).contains(&wrong));
    assert!(rules(&set(32)).contains(&wrong));
}

/// Every date in the paper comes from the quarter; none is typed.
#[test]
fn fault_2_the_paper_dates_itself_by_its_quarter() {
    let text = text_of(&composed("beslut: []\n"));
    assert!(text.contains("31 december 2023"), "{text}");
    assert!(!text.contains("januari 2023"));
}

/// A column without figures is not printed, and no head has a date.
#[test]
fn fault_3_an_empty_denominator_has_no_column() {
    let row =
        "beslut:\n  - {kön: man, insats: hemtjanst, beslutsdatum: 2023-08-01, orsak: personal}\n";
    let heads = |quarter: &str| composed(quarter)["bilaga_1"]["table"]["heads"].to_string();
    assert!(!heads(row).contains("Pågående"));
    assert!(!heads(row).contains("2023"));
    let with = format!("{row}pågående: {{hemtjanst: {{män: 20, kvinnor: 30}}}}\n");
    assert!(heads(&with).contains("Pågående"));
}

/// Table and text take a reason's count from the same rows.
#[test]
fn fault_4_table_and_text_say_the_same() {
    let rows = "beslut:\n".to_owned()
        + &"  - {kön: man, insats: hemtjanst, beslutsdatum: 2023-08-01, orsak: personal}\n"
            .repeat(4)
        + &"  - {kön: man, insats: hemtjanst, beslutsdatum: 2023-08-01, orsak: tackat-nej}\n"
            .repeat(9);
    let value = composed(&rows);
    let table = &value["bilaga_1"]["table"];
    let sum: Vec<&str> = table["sum"]
        .as_array()
        .unwrap()
        .iter()
        .map(|cell| cell["text"].as_str().unwrap())
        .collect();
    assert!(sum.contains(&"9") && sum.contains(&"4"), "{sum:?}");
    let text = text_of(&value["insatser"]);
    assert!(
        text.contains("i 9 fall att den enskilde har tackat nej"),
        "{text}"
    );
    assert!(text.contains("i 4 fall att personal"), "{text}");
}

/// One insats under two names is one row of the table.
#[test]
fn fault_9_two_names_are_one_insats() {
    let value = composed(
        "beslut:\n  - {kön: man, insats: Särskilt boende, beslutsdatum: 2023-08-01, orsak: ledig-bostad}\n  \
         - {kön: man, insats: sarskilt-boende, beslutsdatum: 2023-08-01, orsak: ledig-bostad}\n  \
         - {kön: man, insats: hemtjanst, beslutsdatum: 2023-08-01, orsak: personal}\n",
    );
    let rows = value["outcomes"]["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 2, "{rows:?}");
}

/// The duty is cited whole: the report, the notice and the statistics.
#[test]
fn fault_10_the_sections_follow_act_and_date() {
    let row = "beslut:\n  - {kön: man, insats: ledsagarservice, beslutsdatum: 2023-08-01, orsak: personal}\n";
    let note = text_of(&composed(row)["law"]["note"]);
    assert!(note.contains("28 f–h §§ LSS"), "{note}");
}

/// What the statutes ask for the statistics is an error there, and a warning
/// in a report.
#[test]
fn fault_11_totals_alone_are_no_statistics() {
    let catalogue = built_in();
    let totals = format!("{HEAD}sammanställning: {{totalt: {{kvarstår: 26}}}}\n{REPORT}");
    let undated = format!(
        "{HEAD}beslut:\n  - {{kön: man, insats: hemtjanst, avbrott: 2023-08-01, orsak: personal}}\n{REPORT}"
    );
    // Where a decision date is missing the paper counts from the avbrott, and says so.
    for (text, slug, asked) in [
        (totals, "ofullstandig-statistik", Level::Error),
        (undated, "beslutsdatum-saknas", Level::Warning),
    ] {
        let files = [
            ("namnd.yaml", NAMND.as_bytes()),
            ("2023-Q4.yaml", text.as_bytes()),
        ];
        let folder = load::in_memory("prov", &files);
        let checked = validate::folder(&folder, &catalogue);
        let (_, report) = &checked.reports[0];
        let (insatser, orsaker) = (&catalogue.insatser, &catalogue.orsaker);
        let figures = derive::figures(report, None, insatser, orsaker, Clock::Law);
        for (statute, level) in [(false, Level::Warning), (true, asked)] {
            let rules = Rules {
                orsaker,
                clock: Clock::Law,
                statute,
            };
            let found = complete::check(report, &figures, &rules, &"2023-Q4.yaml".into());
            let found: Vec<_> = found.iter().map(|f| (f.rule.slug, f.level)).collect();
            assert_eq!(found, [(slug, level)]);
        }
    }
}

/// The unit is the beslut: two insatser of one person are two beslut, and the
/// sentences say beslut.
#[test]
fn fault_18_the_unit_is_the_beslut() {
    let text = composed(
        "beslut:\n  - {kön: man, insats: hemtjanst, beslutsdatum: 2023-08-01, orsak: personal}\n",
    )["summary"]
        .to_string();
    assert!(
        text.contains("beslut") && !text.contains("personer"),
        "{text}"
    );
}

/// A share of nothing is not told: 0 to 3 is no percentage.
#[test]
fn fault_19_a_small_base_gives_no_percentage() {
    use evb::narrate::change::course;
    use evb::narrate::number::Numbers;
    let numbers = Numbers::default();
    assert!(course(23, 31, numbers).contains("34,8"));
    for (then, now) in [(0, 3), (1, 3), (2, 4)] {
        let told = course(then, now, numbers);
        assert!(!told.contains('%'), "{then} to {now}: {told}");
    }
}
