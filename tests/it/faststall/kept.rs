//! What was decided is left as it is, and put back when it is gone.

use std::process::Command;

use evb::load;
use evb::pipeline;
use evb::pipeline::Decision;
use evb::pipeline::Goal;
use evb::pipeline::Outcome;
use evb::pipeline::Selection;

use crate::build::chosen;
use crate::build::files;
use crate::faststall::Desk;
use crate::faststall::REPORT;

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
fn a_copy_that_somebody_has_changed_is_told_and_not_put_back() {
    let desk = Desk::decided();
    let copy = desk.kept("2023-Q4/rapport.pdf");
    let mut bytes = std::fs::read(&copy).unwrap();
    bytes.extend(b"\n% sparad igen\n");
    std::fs::write(&copy, bytes).unwrap();
    // The output still has the decided one; granska looks at the copy itself.
    let told = |outcome: Outcome| {
        let rules = outcome
            .findings
            .iter()
            .map(|placed| placed.finding.rule.slug);
        rules.filter(|slug| *slug == "faststallt-andrat").count()
    };
    let check = pipeline::run(&desk.data, &Selection::default(), Goal::Check, &|_, _| {});
    assert_eq!(told(check.unwrap()), 1);
    assert_eq!(told(desk.build()), 0);
    std::fs::remove_file(desk.out.join(REPORT)).unwrap();
    assert_eq!(told(desk.build()), 1);
    assert!(!desk.out.join(REPORT).exists());
}

#[test]
fn the_commands_say_how_what_is_decided_stands() {
    let desk = Desk::decided();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_evb"));
        let command = command
            .args(arguments)
            .arg(&desk.data)
            .arg("--ut")
            .arg("ut");
        let place = desk.out.parent().unwrap();
        let output = command.current_dir(place).output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap().replace('\\', "/");
        said.replace("ut/exempel-lss/2023-Q4/publik/", "")
    };
    let plan = ["plan", "--kvartal", "2023-Q4"];
    let bygg = ["bygg", "--kvartal", "2023-Q4"];
    assert_eq!(run(&plan), "rapport.pdf: fastställd\n");
    assert_eq!(run(&bygg), "1 handling är redan aktuell\n");
    std::fs::remove_file(desk.out.join(REPORT)).unwrap();
    assert_eq!(run(&plan), "rapport.pdf: fastställd, läggs tillbaka\n");
    assert_eq!(
        run(&bygg),
        "rapport.pdf (fastställd; kopian har lagts tillbaka)\n"
    );
    desk.find_a_fault();
    assert_eq!(run(&plan), "rapport.pdf: fastställd, skulle ändras\n");
    assert_eq!(
        run(&bygg),
        "rapport.pdf (fastställd; skulle ändras men lämnas som den är, --gör-om gör en ny bredvid)\n"
    );
    assert_eq!(
        run(&["bygg", "--kvartal", "2023-Q4", "--gor-om"]),
        "rapport.pdf (fastställd; skulle ändras men lämnas som den är)\n\
         rapport-omgjord.pdf (12 sidor)\n"
    );
    desk.correct("2024-03-01");
    assert_eq!(
        run(&plan),
        "rapport.pdf: fastställd\nrapport-rattad-1.pdf: ny: filen finns inte\n"
    );
    let said = run(&["faststall", "2023-Q4"]);
    assert!(
        said.ends_with("/faststallt/2023-Q4-rattad-1.json (1 handling)\n"),
        "{said}"
    );
}
