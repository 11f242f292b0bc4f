//! Every figure of the published report for 2023 that the rows give, held
//! against the sample data. The facts are transcribed in `tests/facts/`.

use std::path::Path;

use evb::derive;
use evb::derive::Figures;
use evb::load;
use evb::load::catalogue::built_in;
use evb::model::band::Band;
use evb::model::beslut::Act;
use evb::model::beslut::Age;
use evb::model::beslut::Sex;
use evb::model::quarter::Quarter;
use evb::model::stated::Figure;
use evb::model::stated::Key;
use evb::model::stated::Measure;
use evb::model::stated::Population;
use evb::model::stated::Since;
use evb::validate;
use serde_yaml::Value;

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn facts() -> Value {
    let text = std::fs::read_to_string(root().join("tests/facts/vasteras-2023.yaml")).unwrap();
    serde_yaml::from_str(&text).unwrap()
}

/// Derives the sample's figures for one quarter.
pub(crate) fn sample(quarter: &str) -> Figures {
    figures("exempel-lss", quarter)
}

/// Derives the figures of one quarter of a sample nämnd.
pub(crate) fn figures(namnd: &str, quarter: &str) -> Figures {
    let loaded = load::load(&root().join("data").join(namnd)).unwrap();
    let catalogue = built_in();
    let folder = &loaded.folders[0];
    let checked = validate::folder(folder, &catalogue);
    let quarter: Quarter = quarter.parse().unwrap();
    let (_, report) = checked.reports.iter().find(|(q, _)| *q == quarter).unwrap();
    let clock = validate::clock(folder, quarter.last_day());
    derive::figures(report, None, &catalogue.insatser, &catalogue.orsaker, clock)
}

pub(crate) fn get(figures: &Figures, key: &Key) -> Option<u32> {
    figures.get(key).and_then(Figure::exact)
}

/// The names of the published report, and the ids they are here.
const INSATSER: [(&str, &str); 8] = [
    ("personlig assistans", "personlig-assistans"),
    ("ledsagarservice", "ledsagarservice"),
    ("kontaktperson", "kontaktperson"),
    ("avlösarservice", "avlosarservice"),
    ("korttidsvistelse", "korttidsvistelse"),
    ("korttidstillsyn", "korttidstillsyn"),
    ("bostad med särskild service (vuxna)", "bostad-vuxna"),
    ("daglig verksamhet", "daglig-verksamhet"),
];

fn id(name: &str) -> &'static str {
    INSATSER
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, id)| *id)
        .expect("a known name")
}

/// Returns the key that a name of the facts stands for.
fn keyed(name: &str) -> Key {
    use Population::Remaining;
    use Population::Reported;
    let total = Key::total;
    match name {
        "rapporterade" => total(Measure::Reported),
        "verkställda" => total(Measure::Executed),
        "avslutade" => total(Measure::Closed),
        "verkställda_eller_avslutade" => total(Measure::Ended),
        "ej_verkställda" => total(Measure::Remaining),
        "män" => total(Measure::Remaining).of_sex(Sex::Man),
        "kvinnor" => total(Measure::Remaining).of_sex(Sex::Kvinna),
        "avbrott" | "avbrott_av_ej_verkställda" => total(Measure::Avbrott(Remaining)),
        "avbrott_alla" | "avbrott_av_alla" => total(Measure::Avbrott(Reported)),
        "tackat_nej" => total(Measure::Orsak(Remaining, "tackat-nej".into())),
        "annat_skäl" => total(Measure::Orsak(Remaining, "annat-skal".into())),
        "resursbrist_ledig_bostad" => total(Measure::Orsak(Remaining, "ledig-bostad".into())),
        other => panic!("the facts name an unknown figure: {other}"),
    }
}

/// Returns a count of the facts.
pub(crate) fn number(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|n| u32::try_from(n).ok())
}

pub(crate) fn pairs(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value
        .as_mapping()
        .unwrap()
        .iter()
        .map(|(key, value)| (key.as_str().unwrap(), value))
}

#[test]
fn the_totals_hold() {
    let figures = sample("2023-Q4");
    let facts = facts();
    let mut checked = 0;
    for (name, value) in pairs(&facts["totals"]) {
        assert_eq!(get(&figures, &keyed(name)), number(value), "{name}");
        checked += 1;
    }
    assert_eq!(checked, 9);
}

#[test]
fn every_insats_holds() {
    let figures = sample("2023-Q4");
    let facts = facts();
    let mut checked = 0;
    for (insats, values) in pairs(&facts["per_insats"]) {
        for (name, value) in pairs(values) {
            let key = keyed(name).of_insats(Act::Lss, &id(insats).into());
            assert_eq!(get(&figures, &key), number(value), "{insats} {name}");
            checked += 1;
        }
    }
    assert_eq!(checked, 57);
}

#[test]
fn every_reason_holds() {
    let figures = sample("2023-Q4");
    let facts = facts();
    for (insats, values) in pairs(&facts["bilaga_1_orsak"]) {
        for (name, value) in pairs(values) {
            let key = match insats {
                "summa" => keyed(name),
                _ => keyed(name).of_insats(Act::Lss, &id(insats).into()),
            };
            assert_eq!(get(&figures, &key), number(value), "{insats} {name}");
        }
    }
    let staff = Key::total(Measure::Orsak(Population::Remaining, "personal".into()));
    assert_eq!(get(&figures, &staff), Some(0), "a column of zeros");
}

#[test]
fn delvis_is_as_the_text_says() {
    let figures = sample("2023-Q4");
    let delvis = Key::total(Measure::Delvis(Population::Remaining));
    let of = |id: &str| get(&figures, &delvis.clone().of_insats(Act::Lss, &id.into()));
    assert_eq!(of("ledsagarservice"), Some(5));
    assert_eq!(of("bostad-vuxna"), Some(1));
    assert_eq!(of("avlosarservice"), Some(1));
    assert_eq!(get(&figures, &delvis), Some(7));
}

#[test]
fn sex_and_age_hold() {
    let figures = sample("2023-Q4");
    let of = |sex, age| {
        get(
            &figures,
            &Key::total(Measure::Remaining).of_sex(sex).of_age(age),
        )
    };
    assert_eq!(of(Sex::Man, Age::Vuxen), Some(21));
    assert_eq!(of(Sex::Kvinna, Age::Vuxen), Some(19));
    assert_eq!(of(Sex::Man, Age::Barn), Some(12));
    assert_eq!(of(Sex::Kvinna, Age::Barn), Some(5));
    let children = Key::total(Measure::Remaining).of_age(Age::Barn);
    assert_eq!(get(&figures, &children), Some(17));
}

#[test]
fn elapsed_time_holds() {
    let figures = sample("2023-Q4");
    let facts = facts();
    let derived = &facts["derived_from_the_rows"];
    let mut checked = 0;
    for (label, value) in
        pairs(&derived["elapsed_whole_months_at_2023-12-31_from_the_date_the_row_has"])
    {
        let band = Band::labelled(label).expect(label);
        let measure = Measure::Waited(Population::Remaining, Since::Known, band);
        assert_eq!(
            get(&figures, &Key::total(measure)),
            number(value),
            "{label}"
        );
        checked += 1;
    }
    assert_eq!(checked, 5);
    let days = |measure| get(&figures, &Key::total(measure));
    assert_eq!(
        days(Measure::MedianDays(Population::Remaining, Since::Known)),
        Some(247)
    );
    assert_eq!(
        days(Measure::LongestDays(Population::Remaining, Since::Known)),
        Some(1388)
    );
    let longest = figures
        .rows
        .iter()
        .filter(|row| row.status.remains())
        .max_by_key(|row| row.days);
    assert_eq!(longest.map(|row| (row.nr, row.days)), Some((45, 1388)));
    let least = figures
        .rows
        .iter()
        .filter(|row| row.status.remains())
        .map(|row| row.days)
        .min();
    assert_eq!(least, Some(116));
    assert_eq!(days(Measure::Undated(Population::Remaining)), Some(36));
    assert_eq!(days(Measure::NewlyDue), Some(19));
    assert_eq!(days(Measure::DueEarlier), Some(69));
}

#[test]
fn the_trend_holds() {
    let facts = facts();
    for (name, by_quarter) in pairs(&facts["trend"]) {
        let measure = match name {
            "rapporterade" | "ej_verkställda" | "verkställda_eller_avslutade" => keyed(name),
            _ => {
                let Some((_, id)) = INSATSER.iter().find(|(known, _)| *known == name) else {
                    continue;
                };
                Key::total(Measure::Remaining).of_insats(Act::Lss, &(*id).into())
            }
        };
        for (quarter, value) in pairs(by_quarter).filter(|(key, _)| key.starts_with("2023-Q")) {
            let expected = number(value);
            assert_eq!(
                get(&sample(quarter), &measure),
                expected,
                "{name} {quarter}"
            );
        }
    }
    // Ranges are for checks only: they are known, but never exact.
    let key = Key::total(Measure::Remaining).of_insats(Act::Lss, &"bostad-vuxna".into());
    assert_eq!(
        sample("2023-Q1").get(&key),
        Some(Figure::Between(Some(11), Some(14)))
    );
}
