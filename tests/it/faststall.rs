//! What was decided: kept byte for byte, corrected beside, decided once.

use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

use evb::load;
use evb::pipeline;
use evb::pipeline::Decision;
use evb::pipeline::Goal;
use evb::pipeline::Outcome;
use evb::pipeline::Selection;
use evb::pipeline::decide::Wish;

use crate::build::build;
use crate::build::chosen;
use crate::build::copy_sample;
use crate::build::files;
use crate::facts::root;

const REPORT: &str = "exempel-lss/2023-Q4/publik/rapport.pdf";
const CORRECTED: &str = "exempel-lss/2023-Q4/publik/rapport-rattad-1.pdf";

/// A copy of the sample nämnd, with a folder for what is made of it.
pub(crate) struct Desk {
    _folder: tempfile::TempDir,
    pub(crate) data: PathBuf,
    pub(crate) out: PathBuf,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (data, out) = (copy_sample(folder.path()), folder.path().join("ut"));
        // The other quarters only take time.
        for quarter in ["2023-Q1", "2023-Q2"] {
            std::fs::remove_file(data.join(format!("{quarter}.yaml"))).unwrap();
        }
        Self {
            _folder: folder,
            data,
            out,
        }
    }

    /// A desk whose last quarter is decided.
    pub(crate) fn decided() -> Self {
        let desk = Self::new();
        desk.build();
        let outcome = desk.decide();
        assert!(matches!(
            outcome.decisions.as_slice(),
            [Decision::Decided(_, 1)]
        ));
        desk
    }

    pub(crate) fn decide(&self) -> Outcome {
        decide(&self.data, &self.out)
    }

    fn build(&self) -> Outcome {
        build(&self.data, &self.out)
    }

    pub(crate) fn file(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.out.join(name)).unwrap()
    }

    pub(crate) fn kept(&self, name: &str) -> PathBuf {
        self.data.join("faststallt").join(name)
    }

    pub(crate) fn change(&self, file: &str, from: &str, to: &str) {
        let path = self.data.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from}");
        std::fs::write(&path, text.replace(from, to)).unwrap();
    }

    /// One beslut less is executed than was said at first.
    pub(crate) fn find_a_fault(&self) {
        self.change(
            "2023-Q4.yaml",
            "avbrott: 2022-09-30,      verkställt: 2023-09-24}",
            "avbrott: 2022-09-30,      orsak: personal}",
        );
        self.change(
            "2023-Q4.yaml",
            "verkställda_eller_avslutade: 31, kvarstår: 57",
            "verkställda_eller_avslutade: 30, kvarstår: 58",
        );
    }

    pub(crate) fn correct(&self, day: &str) {
        let line = format!("rättelse: {{datum: {day}, skäl: Ett beslut var inte verkställt}}\n");
        self.change(
            "2023-Q4.yaml",
            "sammanställning:\n",
            &(line + "sammanställning:\n"),
        );
    }

    /// Returns how each decided document of the last quarter stands.
    fn standing(&self) -> Vec<(bool, bool)> {
        let goal = Goal::Plan(&self.out);
        let outcome = pipeline::run(&self.data, &Selection::default(), goal, &|_, _| {}).unwrap();
        let standing = outcome.documents.iter().filter_map(|made| made.standing);
        standing.map(|it| (it.put_back, it.differs)).collect()
    }
}

fn decide(data: &Path, out: &Path) -> Outcome {
    let wish = Wish {
        quarter: "2023-Q4".parse().unwrap(),
        namnder: &[],
        out,
        strict: false,
    };
    pipeline::decide::decide(data, wish, &|_, _| {}).unwrap()
}

/// Returns the composed value that a PDF was made of, as the pipeline sees it.
fn composed(data: &Path, id: &str) -> serde_json::Value {
    let (folder, errors) = load::read(data);
    assert!(errors.is_empty());
    let press = evb::render::Press::new(&[], &load::fonts::BUILT_IN, load::templates::all(&[]));
    let (documents, _) = pipeline::check(folder, &load::catalogue::built_in(), &press);
    let mut documents = documents.into_iter();
    documents
        .find(|document| document.envelope.id == id)
        .unwrap()
        .value
}

#[test]
fn what_was_decided_is_put_back_byte_for_byte() {
    let desk = Desk::decided();
    let decided = desk.file(REPORT);
    assert!(std::fs::read(desk.kept("2023-Q4/rapport.pdf")).unwrap() == decided);
    let all = files(&desk.out);
    std::fs::remove_dir_all(&desk.out).unwrap();
    assert_eq!(desk.standing(), [(true, false)]);
    desk.build();
    let again = files(&desk.out);
    assert!(all[REPORT] == again[REPORT]);
    // An edited or torn file is no more the decided one than a missing one is.
    std::fs::write(desk.out.join(REPORT), &decided[..decided.len() / 2]).unwrap();
    desk.build();
    assert!(desk.file(REPORT) == decided);
    assert_eq!(desk.standing(), [(false, false)]);
    // Nor does it take the quarter's own file.
    std::fs::remove_file(desk.data.join("2023-Q4.yaml")).unwrap();
    std::fs::remove_dir_all(&desk.out).unwrap();
    desk.build();
    assert!(desk.file(REPORT) == decided);
}

#[test]
fn the_record_says_what_was_told_and_of_whom() {
    let desk = Desk::decided();
    let record = std::fs::read(desk.kept("2023-Q4.json")).unwrap();
    let value: serde_json::Value = serde_json::from_slice(&record).unwrap();
    assert_eq!(value["format"], 1);
    assert_eq!(value["kvartal"], "2023-Q4");
    let open = &value["profiler"]["öppen"];
    assert_eq!(open["beslut"].as_array().unwrap().len(), 88);
    let pdf = std::fs::read(desk.kept("2023-Q4/rapport.pdf")).unwrap();
    let sha256 = evb::model::decided::fingerprint(&pdf);
    assert_eq!(value["handlingar"][0]["sha256"], sha256);

    let (folder, _) = load::read(&desk.data);
    assert!(folder.findings.is_empty());
    let decided = &folder.decided[&"2023-Q4".parse().unwrap()];
    let told = decided.told.values().next().unwrap();
    let reported = evb::model::stated::Key::total(evb::model::stated::Measure::Reported);
    assert_eq!(told.figures[&reported], Some(88));
    assert_eq!((decided.version, decided.documents.len()), (0, 1));
}

#[test]
fn a_profile_that_is_not_open_leaves_no_rows_behind() {
    let desk = Desk::new();
    desk.change("namnd.yaml", "rapport: öppen", "rapport: revisor");
    assert_eq!(desk.decide().decisions.len(), 1);
    let record = std::fs::read_to_string(desk.kept("2023-Q4.json")).unwrap();
    assert!(record.contains("\"revisor\"") && record.contains("\"siffror\""));
    assert!(!record.contains("\"beslut\"") && !record.contains("2022-12-03"));
}

#[test]
fn a_new_look_and_a_new_program_leave_it_alone() {
    let desk = Desk::decided();
    let decided = desk.file(REPORT);
    let manifest = desk.out.join("exempel-lss/manifest.json");
    let text = std::fs::read_to_string(&manifest).unwrap();
    let version = concat!("\"", env!("CARGO_PKG_VERSION"), "\"");
    assert!(text.contains(version));
    std::fs::write(&manifest, text.replace(version, "\"0.0.1\"")).unwrap();
    for folder in ["mallar", "typsnitt"] {
        std::fs::create_dir(desk.data.join(folder)).unwrap();
    }
    std::fs::write(desk.data.join("typsnitt/egen.ttf"), notosans::BOLD_TTF).unwrap();
    let template = load::templates::BUILT_IN
        .iter()
        .find(|(name, _)| *name == "rapport.typ")
        .unwrap();
    let own = template
        .1
        .replace("= Vad rapporten avser", "= Vad det gäller");
    assert!(own != template.1);
    std::fs::write(desk.data.join("mallar/rapport.typ"), own).unwrap();
    let before = desk.file("exempel-lss/2023-Q3/publik/rapport.pdf");
    assert_eq!(desk.standing(), [(false, false)]);
    desk.build();
    assert!(desk.file(REPORT) == decided);
    assert!(
        desk.file("exempel-lss/2023-Q3/publik/rapport.pdf") != before,
        "what is not decided is made anew"
    );
}

#[test]
fn a_quarter_is_decided_once() {
    let desk = Desk::decided();
    let before = files(&desk.data);
    let outcome = desk.decide();
    assert!(outcome.decisions.is_empty());
    let [said] = outcome.unmatched.as_slice() else {
        panic!("{:?}", outcome.unmatched);
    };
    assert!(
        said.starts_with("2023-Q4 är redan fastställt för exempel-lss ("),
        "{said}"
    );
    assert!(files(&desk.data) == before);
}

#[test]
fn what_a_killed_run_left_is_no_decision_and_is_replaced() {
    let desk = Desk::new();
    let inside = desk.kept("2023-Q4");
    std::fs::create_dir_all(&inside).unwrap();
    std::fs::write(inside.join("rapport.pdf"), "%PDF-1.7 halv").unwrap();
    std::fs::write(inside.join("annan.pdf"), "%PDF-1.7 gammal").unwrap();
    desk.build();
    assert_eq!(desk.standing(), []);
    desk.decide();
    assert_eq!(
        files(&desk.data.join("faststallt"))
            .into_keys()
            .collect::<Vec<_>>(),
        ["2023-Q4.json", "2023-Q4/rapport.pdf"]
    );
    assert!(std::fs::read(inside.join("rapport.pdf")).unwrap() == desk.file(REPORT));
}

#[test]
fn a_run_killed_at_any_moment_leaves_nothing_half_decided() {
    let desk = Desk::new();
    desk.build();
    for pause in [1, 20, 60, 120, 200, 300] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_evb"))
            .args(["faststall", "2023-Q4", "--tyst"])
            .arg(&desk.data)
            .arg("--ut")
            .arg(&desk.out)
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(pause));
        let _ = child.kill();
        child.wait().unwrap();
        if desk.kept("2023-Q4.json").exists() {
            break;
        }
        assert_eq!(desk.standing(), []);
    }
    // Whether or not a run came to its end, what is decided is whole.
    desk.decide();
    let (folder, _) = load::read(&desk.data);
    let decided = &folder.decided[&"2023-Q4".parse().unwrap()];
    for paper in &decided.documents {
        assert!(load::decided::paper(decided, paper).is_ok());
    }
    assert!(folder.findings.is_empty());
}

#[test]
fn nothing_is_decided_with_an_error_or_from_an_old_file() {
    let desk = Desk::new();
    desk.build();
    let old = desk.file(REPORT);
    desk.change("2023-Q4.yaml", "avbrott: 2022-12-03", "avbrott: 2022-13-03");
    let outcome = desk.decide();
    assert_eq!(
        outcome.decisions,
        [Decision::Stopped("exempel-lss".to_owned())]
    );
    assert!(!desk.kept("2023-Q4.json").exists());
    desk.change("2023-Q4.yaml", "avbrott: 2022-13-03", "avbrott: 2022-12-04");
    // Built and decided in one go: the old file is not what is kept.
    desk.decide();
    let kept = std::fs::read(desk.kept("2023-Q4/rapport.pdf")).unwrap();
    assert!(kept != old && kept == desk.file(REPORT));
}

#[test]
fn what_would_differ_is_told_and_made_beside_on_demand() {
    let desk = Desk::decided();
    let decided = desk.file(REPORT);
    desk.find_a_fault();
    assert_eq!(desk.standing(), [(false, true)]);
    desk.build();
    assert!(desk.file(REPORT) == decided);
    assert_eq!(files(&desk.out).len(), 2);
    let redo = Selection {
        redo: true,
        ..Selection::default()
    };
    chosen(&desk.data, &redo, &desk.out);
    assert!(desk.file(REPORT) == decided);
    let beside = desk.file("exempel-lss/2023-Q4/publik/rapport-omgjord.pdf");
    assert!(beside.starts_with(b"%PDF") && beside != decided);
}

#[test]
fn a_correction_is_made_beside_and_shows_what_has_changed() {
    let desk = Desk::decided();
    let decided = desk.file(REPORT);
    desk.find_a_fault();
    desk.correct("2024-03-01");
    let outcome = desk.build();
    assert!(outcome.errors.is_empty(), "{:?}", outcome.errors);
    assert!(desk.file(REPORT) == decided);
    let corrected = desk.file(CORRECTED);

    let value = composed(&desk.data, "rapport-rattad-1");
    assert_eq!(
        value["frame"]["correction"],
        "Rättad version den 1\u{a0}mars 2024. Skäl: Ett beslut var inte verkställt."
    );
    let rows = value["changes"]["table"]["rows"].as_array().unwrap();
    let told: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| {
            let cells = row.as_array().unwrap().iter();
            cells.map(|cell| cell["text"].as_str().unwrap()).collect()
        })
        .collect();
    for row in [
        ["Verkställda", "18", "17"],
        ["Ej verkställda", "57", "58"],
        ["Ej verkställda, ledsagarservice, män", "2", "3"],
    ] {
        assert!(
            told.iter().any(|known| known == &row),
            "{row:?} in {told:?}"
        );
    }
    assert!(told.iter().all(|row| row[1] != row[2]));

    // Decided as well, it stays as it is, and so does the first one.
    desk.decide();
    assert!(std::fs::read(desk.kept("2023-Q4-rattad-1/rapport.pdf")).unwrap() == corrected);
    std::fs::remove_dir_all(&desk.out).unwrap();
    assert_eq!(desk.standing(), [(true, false), (true, false)]);
    desk.build();
    assert!(desk.file(REPORT) == decided && desk.file(CORRECTED) == corrected);
    assert!(!desk.decide().unmatched.is_empty());

    // The next one is later, and counts from the one before.
    desk.change("2023-Q4.yaml", "datum: 2024-03-01", "datum: 2024-04-02");
    desk.build();
    let value = composed(&desk.data, "rapport-rattad-2");
    let said = &value["changes"]["blocks"][0]["runs"][0]["text"];
    assert_eq!(
        said,
        "Inga siffror har ändrats sedan den förra rättade versionen."
    );
    assert!(value["changes"]["table"].is_null());
    assert!(desk.file(CORRECTED) == corrected);
}

#[test]
fn a_correction_of_nothing_is_told_and_marks_nothing() {
    let desk = Desk::new();
    desk.correct("2024-03-01");
    let outcome = desk.build();
    let rules: Vec<_> = outcome
        .findings
        .iter()
        .map(|placed| placed.finding.rule.slug)
        .collect();
    assert!(rules.contains(&"rattelse-utan-verkan"), "{rules:?}");
    assert!(composed(&desk.data, "rapport")["frame"]["correction"].is_null());
    // Decided with it, it is no new correction afterwards.
    desk.decide();
    assert_eq!(desk.standing(), [(false, false)]);
}

#[test]
fn figures_beside_the_paper_are_kept_with_it() {
    let desk = Desk::new();
    desk.change("namnd.yaml", "A-3a", "A-2a");
    desk.decide();
    desk.build();
    let before = files(&desk.out);
    assert!(before.contains_key("exempel-lss/2023-Q4/publik/rapport.json"));
    std::fs::remove_dir_all(&desk.out).unwrap();
    desk.build();
    assert!(files(&desk.out) == before);
}

#[test]
fn a_record_that_cannot_be_read_leaves_the_quarter_alone() {
    let desk = Desk::decided();
    let decided = desk.file(REPORT);
    std::fs::write(desk.kept("2023-Q4.json"), "{\"format\": 1, \"kvar").unwrap();
    desk.find_a_fault();
    let outcome = desk.build();
    let told: Vec<_> = outcome
        .findings
        .iter()
        .map(|placed| placed.finding.rule.slug)
        .collect();
    assert!(told.contains(&"faststallt-olasligt"), "{told:?}");
    assert!(desk.file(REPORT) == decided);
    assert_eq!(
        desk.decide().decisions,
        [Decision::Stopped("exempel-lss".to_owned())]
    );
    // Another quarter is none the worse for it.
    let third = Selection {
        quarters: Some(("2023-Q3".parse().unwrap(), "2023-Q3".parse().unwrap())),
        ..Selection::default()
    };
    let outcome = chosen(&desk.data, &third, &desk.out);
    let rules = outcome
        .findings
        .iter()
        .map(|placed| placed.finding.rule.slug);
    assert!(!rules.collect::<Vec<_>>().contains(&"faststallt-olasligt"));
}

#[test]
fn both_samples_can_be_decided() {
    for (sample, quarter) in [("exempel-lss", "2023-Q4"), ("exempelkommun", "2026-Q3")] {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join(sample);
        std::fs::create_dir(&data).unwrap();
        for file in files(&root().join("data").join(sample)).keys() {
            let from = root().join("data").join(sample).join(file);
            std::fs::copy(from, data.join(file)).unwrap();
        }
        let out = folder.path().join("ut");
        let run = |arguments: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_evb"));
            let command = command.args(arguments).arg("--ut").arg(&out);
            command
                .arg("--tyst")
                .current_dir(folder.path())
                .status()
                .unwrap()
                .code()
        };
        // Å, ä and ö may be written.
        assert_eq!(run(&["fastställ", quarter, sample]), Some(0));
        let before = files(&out);
        std::fs::remove_dir_all(&out).unwrap();
        assert_eq!(run(&["bygg", sample, "--kvartal", quarter]), Some(0));
        assert!(files(&out) == before);
        assert_eq!(run(&["faststall", quarter, sample]), Some(2));
    }
}
