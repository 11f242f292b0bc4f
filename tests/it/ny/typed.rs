//! `evb ny` as it is typed: what it says, and how it exits.

use crate::cli::run;
use crate::ny::Desk;

#[test]
fn a_nämnd_is_begun_in_one_line_and_only_once() {
    let desk = Desk::new(&[]);
    let typed = ["ny", "--kommun", "Exempelstad", "--nämnd", "Omsorgsnämnden"];
    let also = ["--kvartal", "2026-Q2", "--datum", "2026-07-10"];
    let typed = [&typed[..], &also].concat();
    let (status, out, err) = run(&desk.at(""), &typed);
    assert_eq!((status, err.as_str()), (0, ""));
    let said: Vec<_> = out.lines().collect();
    assert!(said[0].starts_with("nycklar/omsorgsnamnden.txt: nyckeln till radernas id (avtryck "));
    assert_eq!(
        said[1],
        "data/omsorgsnamnden/2026-Q2.yaml: det första kvartalet"
    );
    assert_eq!(said[2], "data/omsorgsnamnden/namnd.yaml: nämnden");
    assert!(
        said[3].starts_with("nästa steg: skriv in besluten i data/omsorgsnamnden/2026-Q2.yaml")
    );
    assert!(
        desk.text("data/omsorgsnamnden/2026-Q2.yaml")
            .contains("uppgifter_daterade: 2026-07-10")
    );
    let (status, out, err) = run(&desk.at(""), &typed);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(
        err.starts_with("fel: data/omsorgsnamnden/namnd.yaml finns redan"),
        "{err}"
    );
}

#[test]
fn with_one_nämnd_nothing_more_need_be_said() {
    let desk = Desk::new(&["exempelkommun"]);
    let (status, out, _) = run(&desk.at(""), &["ny"]);
    assert_eq!(status, 0);
    let said =
        "data/exempelkommun/2026-Q4.yaml: 32 rader som kvarstod efter 2026-Q3 är överförda\n";
    assert!(out.starts_with(said), "{out}");
    let (status, out, _) = run(&desk.at(""), &["new", "--excel"]);
    assert_eq!(status, 0);
    assert!(
        out.starts_with("data/exempelkommun/exempelkommun-2026-Q4.xlsx: arbetsboken för 2026-Q4\n")
    );
}

#[test]
fn what_must_be_mended_first_is_drawn() {
    let desk = Desk::new(&["exempelkommun"]);
    let file = "data/exempelkommun/2026-Q3.yaml";
    let text = desk.text(file).replacen("kön: kvinna", "kön: dam", 1);
    desk.write(file, &text);
    let (status, out, err) = run(&desk.at(""), &["ny", "data"]);
    assert_eq!((status, out.as_str()), (1, ""));
    assert!(err.starts_with("fel[okant-ord]"), "{err}");
    assert!(err.ends_with("ingenting har ändrats: rätta det som står ovan först\n"));
}

#[test]
fn what_cannot_be_meant_is_told() {
    #[track_caller]
    fn case(samples: &[&str], typed: &[&str], said: &str) {
        let desk = Desk::new(samples);
        let (status, _, err) = run(&desk.at(""), typed);
        assert_eq!(status, 2, "{err}");
        assert_eq!(err.lines().next(), Some(said));
    }
    let both = &["exempel-lss", "exempelkommun"];
    case(
        both,
        &["ny"],
        "fel: det finns flera nämnder: exempel-lss, exempelkommun; ange vilken med --nämnd",
    );
    case(
        both,
        &["ny", "--nämnd", "socialnamnden"],
        "fel: det finns ingen nämnd «socialnamnden»; de som finns är exempel-lss, exempelkommun; en ny \
         nämnd behöver också --kommun",
    );
    case(
        &[],
        &["ny", "--kommun", "Exempelstad"],
        "fel: ange också nämndens namn med --nämnd",
    );
    case(
        &[],
        &["ny", "--kommun", "Exempelstad", "--nämnd", "…"],
        "fel: mappen kan inte heta «»: ett id skrivs med a–z, 0–9 och bindestreck; ange ett annat namn \
         med --mapp",
    );
    case(
        &[],
        &["ny", "--mapp", "x"],
        "fel: det saknas något: --kommun <NAMN>",
    );
    case(
        &[],
        &["ny", "--datum", "5/1 2024"],
        "fel: «5/1 2024» kan inte stå efter --datum <DATUM>: skriv år, månad och dag, till exempel 2024-01-10",
    );
    case(
        &[],
        &["ny"],
        "fel: kan inte läsa «data»: filen eller mappen finns inte",
    );
    case(
        &[],
        &["ny", "--excel", "--nyckel"],
        "fel: --excel kan inte stå tillsammans med --nyckel [<FIL>]",
    );
}
