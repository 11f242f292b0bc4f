//! What is due: nothing where all is sent, and what was forgotten until it is.

use evb::pipeline::desk;
use evb::pipeline::desk::Standing;
use evb::pipeline::desk::Wish;

use super::FOLDER;
use super::change;
use super::due;
use super::missed;
use super::of;
use super::on;
use super::sample;
use crate::cli::run;
use crate::facts::root;

#[test]
fn nothing_is_missed_where_all_is_sent() {
    let sample = sample();
    let mut today = super::day("2026-01-20");
    while today < super::day("2026-10-31") {
        let lines = due(&sample, on(&today.to_string()));
        assert_eq!(missed(&lines), Vec::<&str>::new(), "{today}");
        // Each window's first days are among them.
        today = today + chrono::Days::new(6);
    }
}

#[test]
fn a_row_left_out_of_one_quarter_shows_as_missed() {
    let sample = sample();
    change(&sample, "2026-Q1.yaml", "A-0144", None);
    let lines = due(&sample, on("2026-10-20"));
    assert_eq!(missed(&lines), ["A-0144"]);
    assert_eq!(
        of(&lines, "A-0144"),
        [
            "missad, fem månader försenad | IVO-rapportören | rapportera kvartal 1 2026 till IVO | \
          raden saknas i 2026-Q1 | IVO – Återrapportering 2026-03-14, 9§9"
        ]
    );
    // Its later reports pay for their own quarters; a day more pays for this one.
    change(
        &sample,
        "2026-Q3.yaml",
        "A-0144",
        Some((
            "rapporterat: [2026-10-15]",
            "rapporterat: [2026-10-15, 2026-10-20]",
        )),
    );
    let lines = due(&sample, on("2026-10-20"));
    assert_eq!(of(&lines, "A-0144"), Vec::<String>::new());
}

#[test]
fn a_row_that_is_gone_without_an_end_is_still_followed() {
    let sample = sample();
    change(&sample, "2026-Q3.yaml", "A-0144", None);
    let lines = due(&sample, on("2026-11-03"));
    assert_eq!(missed(&lines), ["A-0144"]);
    assert_eq!(
        of(&lines, "A-0144")[0],
        "missad, tre dagar försenad | IVO-rapportören | rapportera kvartal 3 2026 till IVO | \
         IVO – Återrapportering 2026-09-14, 9§9"
    );
}

#[test]
fn a_row_that_is_sent_stops_being_overdue() {
    let sample = sample();
    let sent = "rapporterat: [2026-10-13]";
    let open = "IVO-rapportören | rapportera kvartal 3 2026 till IVO | IVO – Nyrapportering \
                2026-07-01, SoL";
    change(
        &sample,
        "2026-Q3.yaml",
        "A-0401",
        Some((sent, "anteckning: ej sänd")),
    );
    let said = |today| of(&due(&sample, on(today)), "A-0401");
    let before = said("2026-09-30");
    assert_eq!(before.last(), Some(&format!("om fyra veckor | {open}")));
    assert_eq!(said("2026-10-17"), [format!("om två veckor | {open}")]);
    assert_eq!(said("2026-10-31"), [format!("i dag | {open}")]);
    let late = format!("missad, tre dagar försenad | {open}");
    assert_eq!(said("2026-11-03"), [late]);
    for day in ["2026-10-13", "2026-11-03"] {
        let sent = format!("rapporterat: [{day}]");
        change(
            &sample,
            "2026-Q3.yaml",
            "A-0401",
            Some(("anteckning: ej sänd", &sent)),
        );
        let said = of(&due(&sample, on("2026-11-04")), "A-0401");
        assert_eq!(said, Vec::<String>::new(), "{day}");
        change(
            &sample,
            "2026-Q3.yaml",
            "A-0401",
            Some((&sent, "anteckning: ej sänd")),
        );
    }
}

#[test]
fn a_watched_row_is_followed_from_its_first_step() {
    let sample = sample();
    let said = |id, today| {
        let wish = Wish {
            ahead: 0,
            ..on(today)
        };
        of(&due(&sample, wish), id)
    };
    let nothing: [String; 0] = [];
    // 9 § 6: what can be offered to whoever waits for a stödfamilj.
    assert_eq!(said("A-0521", "2026-10-10"), nothing);
    assert_eq!(
        said("A-0521", "2026-10-11"),
        ["i dag | LSS-handläggaren | följ upp beslutet"]
    );
    assert_eq!(
        said("A-0521", "2026-10-12"),
        [
            "om 13 dagar | LSS-handläggaren | kontakta den enskilde eller företrädaren",
            "om 13 dagar | LSS-handläggaren | väntar den enskilde på stödfamilj, erbjud \
             korttidsenhet",
        ]
    );
    assert_eq!(
        said("A-0521", "2026-11-11"),
        ["i dag | utföraren | dokumentera en sammanfattning av de tre månaderna"]
    );
    // 9 § 8 run by somebody else, whose own ansvarig namnd.yaml names. The mark is a Saturday.
    assert_eq!(
        said("A-0522", "2026-11-23"),
        [
            "tre dagar försenad | placeringssamordnaren | dokumentera en sammanfattning av de tre \
             månaderna",
            "i dag | placeringssamordnaren | meddela LSS-handläggaren behovet av insatser i väntan",
            "i dag | placeringssamordnaren | skicka meddelandet till IVO-rapportören | IVO – \
             Nyrapportering 2026-11-21, 9§8",
        ]
    );
    // An interruption. The mark is the Saturday after nyårsdagen, and nyårsafton is worked here.
    assert_eq!(
        said("A-0524", "2027-01-04"),
        [
            "fyra dagar försenad | samordnaren för daglig verksamhet | dokumentera en sammanfattning \
             av de tre månaderna",
            "i dag | samordnaren för daglig verksamhet | meddela LSS-handläggaren behovet av \
             insatser i väntan",
            "i dag | samordnaren för daglig verksamhet | skicka meddelandet till IVO-rapportören | \
             IVO – Nyrapportering avbrott 2027-01-02, 9§10",
        ]
    );
}

#[test]
fn rows_that_cannot_be_followed_are_told() {
    let sample = sample();
    change(
        &sample,
        "2026-Q3.yaml",
        "A-0401",
        Some(("beslutsdatum: 2026-03-30", "beslutsdatum: 2026-02-30")),
    );
    let desk = desk::desk(&sample.data(), on("2026-10-20")).unwrap();
    let told: Vec<&str> = desk
        .findings
        .iter()
        .map(|told| told.finding.rule.slug)
        .collect();
    assert_eq!(told, ["omojligt-datum"]);
    let (status, _, err) = run(&sample.at(""), &["ivo", "--datum", "2026-10-20"]);
    assert_eq!(status, 1);
    assert!(
        err.ends_with("raderna med fel är inte med; rätta dem, så att inget glöms\n"),
        "{err}"
    );
    let (status, _, err) = run(
        root(),
        &["ivo", "data/exempel-lss", "--datum", "2026-10-20"],
    );
    assert_eq!(
        (status, err.as_str()),
        (0, "exempel-lss: 57 beslut saknar id och kan inte följas\n")
    );
    let (status, _, err) = run(
        root(),
        &["ivo", "--nämnd", "ingen", "--datum", "2026-10-20"],
    );
    assert_eq!(
        (status, err.as_str()),
        (2, "fel: det finns ingen nämnd «ingen»\n")
    );
}

#[test]
fn the_table_has_the_most_urgent_first() {
    let sample = sample();
    change(&sample, "2026-Q1.yaml", "A-0144", None);
    change(
        &sample,
        "2026-Q3.yaml",
        "A-0401",
        Some(("[2026-10-13]", "[]")),
    );
    let wish = Wish {
        ahead: 2,
        ..on("2026-10-20")
    };
    let lines = due(&sample, wish);
    let order: Vec<Standing> = lines.iter().map(|line| line.standing).collect();
    assert!(order.is_sorted());
    assert!(Standing::NAMES.iter().all(|(_, one)| order.contains(one)));
    let arguments = ["ivo", "--datum", "2026-10-20", "--kommande", "2"];
    let (status, out, _) = run(&sample.at(""), &arguments);
    assert_eq!(status, 0);
    insta::assert_snapshot!(out);
}

#[test]
fn a_case_number_is_on_the_screen_and_in_no_file() {
    let sample = sample();
    sample.write(
        "nyckel/lista.csv",
        "id;ärendenummer\nA-0423;DNR-2026-17\nA-9;DNR-9\n",
    );
    let arguments = [
        "ivo",
        "--datum",
        "2026-10-20",
        "--nyckellista",
        "nyckel/lista.csv",
        "--ics",
        "ut/a.ics",
        "--csv",
        "ut/a.csv",
    ];
    let (status, out, err) = run(&sample.at(""), &arguments);
    assert_eq!(
        (status, err.as_str()),
        (0, "skrivet: ut/a.ics\nskrivet: ut/a.csv\n")
    );
    let row = out.lines().find(|line| line.contains("A-0423")).unwrap();
    assert!(row.contains("  A-0423  DNR-2026-17  utföraren "), "{row}");
    for file in ["ut/a.ics", "ut/a.csv"] {
        assert!(!sample.text(file).contains("DNR"), "{file}");
    }
    let arguments = ["ivo", "--json", "--nyckellista", "nyckel/lista.csv"];
    let (status, out, err) = run(&sample.at(""), &arguments);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(
        err.starts_with("fel: --json kan inte stå tillsammans med --nyckellista <FIL>"),
        "{err}"
    );
    sample.write("nyckel/lista.csv", "nummer;namn\n");
    let arguments = [
        "ivo",
        "--datum",
        "2026-10-20",
        "--nyckellista",
        "nyckel/lista.csv",
    ];
    let (status, _, err) = run(&sample.at(""), &arguments);
    let said = "fel: kan inte läsa nyckellistan «nyckel/lista.csv»: det finns ingen kolumn «id» på \
                första raden\n";
    assert_eq!((status, err.as_str()), (2, said));
}

#[test]
fn other_programs_read_it() {
    let sample = sample();
    let arguments = ["ivo", "--datum", "2026-10-20", "--json", "--csv", "a.csv"];
    let (status, out, _) = run(&sample.at(""), &arguments);
    assert_eq!(status, 0);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (&json["format"], &json["kommande"]),
        (&1.into(), &14.into())
    );
    let duties = json["uppgifter"].as_array().unwrap();
    let last = duties.iter().find(|duty| duty["id"] == "A-0203").unwrap();
    assert_eq!(
        last,
        &serde_json::json!({
            "läge": "pågår",
            "när": "om tre\u{a0}månader",
            "från": "2026-10-05",
            "senast": "2027-01-31",
            "nämnd": "exempelkommun",
            "id": "A-0203",
            "kvartal": "2026-Q4",
            "vem": "IVO-rapportören",
            "uppgift": "rapport",
            "vad": "slutrapportera till IVO",
            "titel": "IVO – Slutrapportering, verkställt 2026-10-05, SoL",
        })
    );
    let csv = sample.text("a.csv");
    let csv = csv.strip_prefix('\u{feff}').unwrap();
    let mut rows = csv.split_terminator("\r\n");
    let head = "läge;när;från;senast;nämnd;id;kvartal;vem;vad;anmärkning;titel";
    assert_eq!(rows.next(), Some(head));
    assert_eq!(rows.count(), duties.len());
}

#[test]
fn without_a_day_it_is_today() {
    let sample = sample();
    let (status, out, err) = run(&sample.at(""), &["ivo", "--nämnd", "exempelkommun"]);
    assert_eq!((status, err.as_str()), (0, ""));
    // The sample ends in October 2026: whatever day it is, somebody waits.
    assert!(!out.is_empty(), "{FOLDER}");
}
