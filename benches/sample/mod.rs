//! The bench document: what the yardstick sets, as `evb` sets it. 88 rows, the
//! totals of seven quarters before, no texts of the nämnd's own.

use std::fmt::Write as _;
use std::path::Path;

/// Writes a nämnd with eight quarters, the last one with 88 rows.
#[allow(dead_code, reason = "only the stages work on one document")]
pub(crate) fn namnd(folder: &Path, name: &str) {
    quarters(folder, name, 1);
}

/// Writes a nämnd with seven quarters of totals and `full` ones with 88 rows.
pub(crate) fn quarters(folder: &Path, name: &str, full: usize) {
    let namnd = folder.join(name);
    std::fs::create_dir_all(&namnd).expect("a folder for the bench");
    let write = |file: &str, text: String| {
        std::fs::write(namnd.join(file), text).expect("a file for the bench");
    };
    write(
        "namnd.yaml",
        format!(
            "format: 1\nkommun: Kommun {name}\nnämnd: Nämnden för funktionsstöd\nprofiler: {{rapport: öppen}}\n"
        ),
    );
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sample = std::fs::read_to_string(root.join("data/exempel-lss/2023-Q4.yaml"))
        .expect("the sample quarter");
    let rows: Vec<&str> = sample
        .lines()
        .filter(|line| line.starts_with("  - {nr:"))
        .collect();
    assert_eq!(rows.len(), 88, "the bench document has 88 rows");
    // Seven quarters of totals, then the full ones; time goes forward, so that
    // the rows are due in all of them.
    for at in 0..7 + full {
        let (year, number) = (2022 + at / 4, 1 + at % 4);
        let mut text = format!("format: 1\nkvartal: {year}-Q{number}\n");
        if at < 7 {
            let _ = writeln!(
                text,
                "sammanställning: {{totalt: {{rapporterade: {}, kvarstår: {}}}, insatser: {{ledsagarservice: }}}}",
                70 + at * 3,
                40 + at * 2
            );
        } else {
            let rows = rows.join("\n");
            let _ = writeln!(
                text,
                "uppgifter_daterade: {}-01-10\nbeslut:\n{rows}",
                year + 1
            );
            text.push_str(
                "handlingar:\n  - {id: rapport, slag: rapport, diarienummer: FN 2023/00645}\n",
            );
        }
        write(&format!("{year}-Q{number}.yaml"), text);
    }
}

/// Gives a nämnd the template that sets no more than the yardstick does.
#[allow(dead_code, reason = "only the batch is held against the yardstick")]
pub(crate) fn as_the_yardstick(folder: &Path, name: &str) {
    let templates = folder.join(name).join("mallar");
    std::fs::create_dir_all(&templates).expect("a folder for the bench");
    std::fs::write(templates.join("rapport.typ"), include_str!("rapport.typ"))
        .expect("a file for the bench");
}
