//! Where the program may stand, and what the machine around it may be.

use std::process::Command;

use crate::build::copy_sample;
use crate::cli::run;
use crate::facts::root;

#[test]
fn one_quarter_file_can_be_built_from_anywhere() {
    let folder = tempfile::tempdir().unwrap();
    let data = copy_sample(folder.path());
    let (status, out, _) = run(&data, &["build", "2023-Q3.yaml", "--ut", "ut"]);
    assert_eq!(status, 0);
    assert_eq!(
        out.replace('\\', "/"),
        "ut/exempel-lss/2023-Q3/publik/rapport.pdf (3 sidor)\n"
    );
}

#[test]
fn a_place_that_cannot_be_written_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let data = copy_sample(folder.path());
    std::fs::write(data.join("ut"), "en fil, ingen mapp").unwrap();
    let (status, _, err) = run(&data, &["bygg", ".", "--kvartal", "2023-Q3", "--ut", "ut"]);
    assert_eq!(status, 2);
    assert!(
        err.contains("fel: kan inte skriva «ut/exempel-lss/2023-Q3/publik/rapport.pdf»"),
        "{err}"
    );
    assert_eq!(
        std::fs::read_to_string(data.join("ut")).unwrap(),
        "en fil, ingen mapp"
    );
}

#[test]
fn the_time_zone_and_the_language_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let sample = root().join("data/exempel-lss/2023-Q4.yaml");
    let mut built = vec![];
    for (zone, language) in [("UTC", "C"), ("Pacific/Kiritimati", "sv_SE.UTF-8")] {
        let out = folder.path().join(zone.replace('/', "-"));
        let status = Command::new(env!("CARGO_BIN_EXE_evb"))
            .args([
                "bygg".as_ref(),
                sample.as_os_str(),
                "--ut".as_ref(),
                out.as_os_str(),
            ])
            .env("TZ", zone)
            .env("LC_ALL", language)
            .current_dir(folder.path())
            .output()
            .unwrap()
            .status;
        assert!(status.success());
        built.push(crate::build::files(&out));
    }
    assert!(built[0] == built[1]);
}
