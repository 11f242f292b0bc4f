//! The form of the samples' papers, held against the published ones: the
//! headings and their order, generated blocks that exist, and nobody's name.
//!
//! `namnd.yaml` is read as it stands, so that this holds whatever the program
//! knows of the kinds.

use serde_yaml::Value;

use crate::facts::root;

/// A paper of a sample, and where the order of its headings is told: the entry
/// of `tests/facts/other-seeds.yaml`, or the headings themselves.
struct Paper {
    sample: &'static str,
    instans: &'static str,
    slag: &'static str,
    published: Published,
    signers: usize,
}

enum Published {
    Facts(&'static str),
    Headings(&'static [&'static str]),
}

const PAPERS: [Paper; 6] = [
    Paper {
        sample: "exempel-tjansteskrivelse",
        instans: "nämnd",
        slag: "tjänsteutlåtande",
        published: Published::Facts("tjänsteskrivelse_lss_2021_q2"),
        signers: 2,
    },
    Paper {
        sample: "exempel-sol-lss",
        instans: "nämnd",
        slag: "protokollsutdrag",
        published: Published::Facts("protokollsutdrag_2024_q4"),
        signers: 0,
    },
    Paper {
        sample: "exempel-stadsdel",
        instans: "nämnd",
        slag: "tjänsteutlåtande",
        published: Published::Facts("tjänsteutlåtande_2023_q1"),
        signers: 1,
    },
    Paper {
        sample: "exempel-lss",
        instans: "nämnd",
        slag: "protokollsutdrag",
        published: Published::Headings(&["Beslut", "Ärendebeskrivning", "Kopia till"]),
        signers: 0,
    },
    Paper {
        sample: "exempel-lss",
        instans: "ks",
        slag: "tjänsteutlåtande",
        published: Published::Headings(&[
            "Förslag till beslut",
            "Ärendebeskrivning",
            "Juridisk bedömning",
            "Ekonomisk bedömning",
            "Hållbar utveckling",
        ]),
        signers: 2,
    },
    Paper {
        sample: "exempel-lss",
        instans: "ks",
        slag: "protokollsutdrag",
        published: Published::Headings(&["Beslut", "Ärendebeskrivning"]),
        signers: 0,
    },
];

/// The blocks that the program can write.
const GENERATED: [&str; 16] = [
    "forslag",
    "beslut",
    "sammanfattning",
    "lagkrav",
    "lage",
    "insatser",
    "insatslista",
    "grupper",
    "vantetid",
    "sena",
    "utveckling",
    "avgift",
    "tidigare",
    "beslutsunderlag",
    "bilagor",
    "sandlista",
];

fn yaml(path: &str) -> Value {
    let text = std::fs::read_to_string(root().join(path)).unwrap();
    serde_yaml::from_str(&text).unwrap()
}

fn list<'a>(value: &'a Value, key: &str) -> Vec<&'a Value> {
    let items = value.get(key).and_then(Value::as_sequence);
    items.into_iter().flatten().collect()
}

fn word<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key).and_then(Value::as_str)
}

/// Returns the names of the texts that a sample's quarters have.
fn texts(sample: &str) -> Vec<String> {
    let mut names = vec![];
    for entry in std::fs::read_dir(root().join("data").join(sample)).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        let quarter = yaml(&format!("data/{sample}/{name}"));
        let texts = quarter.get("texter").and_then(Value::as_mapping);
        let keys = texts.into_iter().flat_map(|texts| texts.keys());
        names.extend(keys.filter_map(|key| key.as_str().map(str::to_owned)));
    }
    names
}

#[test]
fn the_headings_stand_in_the_order_of_the_published_papers() {
    let facts = yaml("tests/facts/other-seeds.yaml");
    for paper in &PAPERS {
        let namnd = yaml(&format!("data/{}/namnd.yaml", paper.sample));
        let form = &namnd["instanser"][paper.instans]["handlingar"][paper.slag];
        let published: Vec<&str> = match paper.published {
            Published::Facts(name) => {
                let headings = list(&facts[name], "rubriker").into_iter();
                headings.filter_map(Value::as_str).collect()
            }
            Published::Headings(headings) => headings.to_vec(),
        };
        let headings = list(form, "rubriker");
        let titles: Vec<&str> = headings.iter().filter_map(|h| word(h, "titel")).collect();
        assert_eq!(titles, published, "{} {}", paper.sample, paper.slag);
        let names = texts(paper.sample);
        for block in headings.iter().flat_map(|heading| list(heading, "block")) {
            let generated = word(block, "genererat").is_none_or(|id| GENERATED.contains(&id));
            assert!(generated, "{}: {block:?}", paper.sample);
            let text = word(block, "kvartalstext");
            let written = text.is_none_or(|text| names.iter().any(|name| name == text));
            assert!(written, "{}: {block:?}", paper.sample);
        }
        assert!(headings.iter().all(|h| !list(h, "block").is_empty()));
        let signers = list(form, "undertecknas");
        assert_eq!(signers.len(), paper.signers, "{}", paper.sample);
        assert!(signers.iter().all(|one| one.get("namn").is_none()));
    }
}

#[test]
fn every_form_of_the_samples_is_held() {
    let mut forms = 0;
    for sample in [
        "exempel-tjansteskrivelse",
        "exempel-sol-lss",
        "exempel-stadsdel",
        "exempel-lss",
    ] {
        let namnd = yaml(&format!("data/{sample}/namnd.yaml"));
        assert_eq!(
            word(&namnd, "märkning"),
            Some("Exempel. Siffrorna kommer ur en publicerad rapport, texten är vår."),
            "{sample}"
        );
        for instans in ["nämnd", "ks", "kf"] {
            let kinds = &namnd["instanser"][instans]["handlingar"];
            let kinds = kinds.as_mapping().into_iter().flat_map(|map| map.values());
            forms += kinds
                .filter(|form| !list(form, "rubriker").is_empty())
                .count();
        }
        let profiles = namnd["profiler"].as_mapping().unwrap();
        assert!(
            profiles.values().all(|profile| profile == "öppen"),
            "{sample}"
        );
    }
    assert_eq!(forms, PAPERS.len());
}
