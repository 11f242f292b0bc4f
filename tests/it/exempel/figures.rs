//! Every figure of the published papers, held against the samples. The facts
//! are transcribed in `tests/facts/other-seeds.yaml`; `crate::facts` and
//! `crate::rapport` hold `exempel-lss`.

use evb::derive::Figures;
use evb::load::catalogue;
use evb::load::catalogue::Catalogue;
use evb::model::beslut::Act;
use evb::model::catalogue::Meaning;
use evb::model::stated::Key;
use evb::model::stated::Measure;
use serde_yaml::Value;

use crate::facts::figures;
use crate::facts::get;
use crate::facts::number;
use crate::facts::pairs;
use crate::facts::root;

fn facts() -> Value {
    let text = std::fs::read_to_string(root().join("tests/facts/other-seeds.yaml")).unwrap();
    serde_yaml::from_str(&text).unwrap()
}

fn text(sample: &str, file: &str) -> String {
    std::fs::read_to_string(root().join("data").join(sample).join(file)).unwrap()
}

/// Holds figures of a sample against facts, and counts those it has held.
struct Desk {
    figures: Figures,
    catalogue: Catalogue,
    held: usize,
}

impl Desk {
    fn new(sample: &str, quarter: &str) -> Self {
        Self {
            figures: figures(sample, quarter),
            catalogue: catalogue::built_in(),
            held: 0,
        }
    }

    /// A name of the facts as a measure, as the JSON of figures writes it.
    #[track_caller]
    fn holds(&mut self, of: &Key, name: &str, population: Option<&str>, fact: &Value) {
        let measure = Measure::read(name, population).expect(name);
        let key = of.measuring(measure);
        assert!(number(fact).is_some(), "{key:?} is no figure of the facts");
        assert_eq!(get(&self.figures, &key), number(fact), "{key:?}");
        self.held += 1;
    }

    fn insats(&self, of: &Key, name: &str) -> Key {
        let acts: Vec<Act> = of.act.map_or(Act::ALL.to_vec(), |act| vec![act]);
        let Meaning::One(insats, act) = self.catalogue.insatser.find(name, &acts) else {
            panic!("{name} is not one insats");
        };
        of.clone().of_insats(act, &insats.id)
    }

    /// The totals of a group, by the names of the facts.
    fn totals(&mut self, of: &Key, facts: &Value) {
        for (name, fact) in pairs(facts) {
            match name {
                "rapporter" => self.holds(of, "rapporterade", None, fact),
                "avbrott" => self.holds(of, name, Some("kvarstår"), fact),
                "insatser" => {
                    for (insats, fact) in pairs(fact) {
                        let key = self.insats(of, insats);
                        self.holds(&key, "rapporterade", None, fact);
                    }
                }
                "verkställda" | "avslutade" | "kvarstår" | "nya" | "återrapportering" => {
                    self.holds(of, name, None, fact);
                }
                // Told in other rows of the facts, below.
                "nya_borde_rapporterats_tidigare" | "sent_nyrapporterade" | "skäl" => {}
                _ => panic!("the facts name an unknown figure: {name}"),
            }
        }
    }

    /// The insatser of a group with their outcomes and reasons.
    fn details(&mut self, of: &Key, facts: &Value) {
        for (insats, facts) in pairs(facts) {
            let key = self.insats(of, insats);
            for (name, fact) in pairs(facts) {
                match name {
                    "orsak" => self.reasons(&key, fact),
                    "utan_orsak" | "avslutas_efter_perioden" => {}
                    _ => self.holds(&key, name, None, fact),
                }
            }
        }
    }

    fn reasons(&mut self, of: &Key, facts: &Value) {
        for (name, fact) in pairs(facts) {
            // What was declined is the insats itself, not an offer.
            let name = if name == "avböjt" {
                "avböjt insatsen"
            } else {
                name
            };
            let orsak = self.catalogue.orsaker.find(&name.replace('_', " "));
            let measure = format!("orsak:{}", orsak.expect(name).id);
            self.holds(of, &measure, Some("rapporterade"), fact);
        }
    }
}

fn group(name: &str, act: Act) -> Key {
    Key {
        group: Some(name.into()),
        act: Some(act),
        ..Key::total(Measure::Reported)
    }
}

#[test]
fn the_tjansteskrivelse_has_its_two_figures_and_its_six_insatser() {
    let facts = &facts()["tjänsteskrivelse_lss_2021_q2"];
    let mut desk = Desk::new("exempel-tjansteskrivelse", "2021-Q2");
    let all = Key::total(Measure::Reported);
    desk.holds(&all, "kvarstår", None, &facts["ej_verkställda"]);
    let executed = &facts["tidigare_rapporterade_nu_verkställda"];
    desk.holds(&all, "verkställda", None, executed);
    let names = facts["insatser"].as_sequence().unwrap();
    for name in names.iter().map(|name| name.as_str().unwrap()) {
        // «Boende» can be two insatser, so it is the nämnd's own.
        let id = match name {
            "boende" => "boende".into(),
            _ => desk
                .insats(
                    &Key {
                        act: Some(Act::Lss),
                        ..all.clone()
                    },
                    name,
                )
                .insats
                .unwrap(),
        };
        assert!(desk.figures.insatser.contains(&(Act::Lss, id)), "{name}");
    }
    assert_eq!(desk.figures.insatser.len(), names.len());
    // Nothing is said of how many were closed, so nothing is known of it.
    let ended = Key::total(Measure::Ended);
    assert_eq!(get(&desk.figures, &ended), None);
    let date = facts["rapporteringstillfälle"].as_str().unwrap();
    assert!(text("exempel-tjansteskrivelse", "2021-Q2.yaml").contains(date));
}

#[test]
fn the_protokollsutdrag_has_every_figure_of_both_acts() {
    let facts = &facts()["protokollsutdrag_2024_q4"];
    let mut desk = Desk::new("exempel-sol-lss", "2024-Q4");
    let all = Key::total(Measure::Reported);
    let (sol, lss) = (&facts["SoL"], &facts["LSS"]);
    let in_sol = group("Insatser enligt SoL", Act::Sol);
    let home = desk.insats(&all, "särskilt boende");
    let support = desk.insats(&all, "boendestöd");
    desk.holds(&in_sol, "kvarstår", None, &sol["totalt"]);
    desk.holds(&home, "kvarstår", None, &sol["särskilt_boende"]);
    for key in [&support, &in_sol, &all] {
        desk.holds(key, "avbrott", Some("kvarstår"), &sol["avbrott_boendestöd"]);
    }
    desk.holds(&home, "erbjudande:tackat-nej", None, &sol["tackat_nej"]);
    let waiting = &sol["erbjuden_väntar_svar"];
    desk.holds(&home, "erbjudande:vantar-pa-svar", None, waiting);
    let accepted = &sol["tackat_ja_väntar_inflyttning"];
    desk.holds(&home, "erbjudande:tackat-ja", None, accepted);
    let in_lss = group("Insatser enligt LSS", Act::Lss);
    desk.holds(&in_lss, "kvarstår", None, &lss["totalt"]);
    let act = Key {
        act: Some(Act::Lss),
        ..all.clone()
    };
    for (name, fact) in [
        ("daglig verksamhet", &lss["daglig_verksamhet"]),
        (
            "bostad med särskild service",
            &lss["bostad_med_särskild_service"]["antal"],
        ),
        ("kontaktperson", &lss["kontaktperson"]),
    ] {
        let key = desk.insats(&act, name);
        desk.holds(&key, "kvarstår", None, fact);
    }
    let housing = desk.insats(&act, "bostad med särskild service");
    let declined = &lss["bostad_med_särskild_service"]["tackat_nej"];
    desk.holds(&housing, "erbjudande:tackat-nej", None, declined);
    assert_eq!(desk.held, 13);
    let file = text("exempel-sol-lss", "2024-Q4.yaml");
    let dated = facts["uppgifterna_daterade"].as_str().unwrap();
    assert!(file.contains(&format!("uppgifter_daterade: {dated}")));
}

#[test]
fn the_tjansteutlatande_has_every_figure_of_its_three_groups() {
    let facts = &facts()["tjänsteutlåtande_2023_q1"];
    let mut desk = Desk::new("exempel-stadsdel", "2023-Q1");
    let all = Key::total(Measure::Reported);
    let old = group("Äldreomsorg", Act::Sol);
    let sol = group("Sociala avdelningen", Act::Sol);
    let lss = group("Sociala avdelningen", Act::Lss);
    desk.totals(&all, &facts["totalt"]);
    let elderly = &facts["äldreomsorg_SoL"];
    desk.totals(&old, elderly);
    desk.reasons(&old, &elderly["skäl"]);
    let detail = &facts["äldreomsorg_detalj"];
    for name in ["verkställda", "avslutade"] {
        for (insats, fact) in pairs(&detail[name]) {
            let key = desk.insats(&old, insats);
            desk.holds(&key, name, None, fact);
        }
    }
    let interrupted = desk.insats(&old, "sysselsättning");
    let fact = &detail["avbrott"]["sysselsättning"];
    desk.holds(&interrupted, "avbrott", Some("kvarstår"), fact);
    let day = desk.insats(&old, "dagverksamhet");
    desk.holds(
        &day,
        "sena",
        None,
        &elderly["nya_borde_rapporterats_tidigare"],
    );
    let home = desk.insats(&old, "särskilt boende");
    desk.holds(&home, "sena", None, &elderly["sent_nyrapporterade"]);
    desk.totals(&sol, &facts["sociala_SoL"]);
    desk.details(&sol, &facts["sociala_SoL_detalj"]);
    let disabled = &facts["sociala_LSS"];
    desk.totals(&lss, &disabled["antal"]);
    for (insats, fact) in pairs(&disabled["insatser"]) {
        let key = desk.insats(&lss, insats);
        desk.holds(&key, "rapporterade", None, fact);
    }
    desk.details(&lss, &disabled["detalj"]);
    for (name, id) in [
        ("beslutstiden löpte ut", "beslutstiden-lopt-ut"),
        ("vill inte ha insatsen", "vill-inte-ha-insatsen"),
        ("felrapporterat sedan 2022-09-12", "felrapporterat"),
    ] {
        let fact = &facts["sociala_LSS_avslutsskäl"][name];
        desk.holds(&lss, &format!("avslutsskäl:{id}"), None, fact);
    }
    let social = &facts["sociala_totalt"];
    for key in [&sol, &lss] {
        desk.holds(
            key,
            "orsak:covid-19",
            Some("rapporterade"),
            &social["covid_19"],
        );
    }
    assert_eq!(desk.held, 96);
    // New and reported again are known for the two acts together: what is left.
    for (name, measure) in [("nya", Measure::New), ("återrapportering", Measure::Again)] {
        let count = |key: &Key| get(&desk.figures, &key.measuring(measure.clone())).unwrap();
        assert_eq!(Some(count(&all) - count(&old)), number(&social[name]));
    }
    let file = text("exempel-stadsdel", "2023-Q1.yaml");
    for told in [
        "27 rapporter nya",
        "23 återrapporteringar",
        "30 april 2023",
        "12 september 2022",
    ] {
        assert!(file.contains(told), "{told}");
    }
}

#[test]
fn the_groups_add_up_where_the_published_paper_does_not() {
    let figures = figures("exempel-stadsdel", "2023-Q1");
    let of = |key: &Key, measure| get(&figures, &key.measuring(measure)).unwrap();
    let (mut reported, mut remaining) = (0, 0);
    for (name, act) in [
        ("Äldreomsorg", Act::Sol),
        ("Sociala avdelningen", Act::Sol),
        ("Sociala avdelningen", Act::Lss),
    ] {
        let key = group(name, act);
        let parts = [Measure::Executed, Measure::Closed, Measure::Remaining];
        let sum: u32 = parts.into_iter().map(|part| of(&key, part)).sum();
        assert_eq!(of(&key, Measure::Reported), sum, "{name} {act:?}");
        reported += sum;
        remaining += of(&key, Measure::Remaining);
    }
    let all = Key::total(Measure::Reported);
    assert_eq!(of(&all, Measure::Reported), reported);
    assert_eq!(of(&all, Measure::Remaining), remaining);
}
