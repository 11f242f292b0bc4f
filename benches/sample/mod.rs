//! The bench document: what the yardstick sets, as `evb` sets it. 88 rows, the
//! totals of seven quarters before, no texts of the nämnd's own.

use std::fmt::Write as _;
use std::path::Path;

/// Writes a nämnd with eight quarters, the last one with 88 rows.
pub(crate) fn namnd(folder: &Path, name: &str) {
    quarters(folder, name, 1);
}

/// Writes a nämnd whose last `full` of eight (or more) quarters have 88 rows.
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
    let count = full.max(8);
    for at in 0..count {
        // Backwards from the last quarter of 2023, so that the rows are due.
        let back = count - 1 - at;
        let (year, number) = (2023 - back / 4, 4 - back % 4);
        let mut text = format!("format: 1\nkvartal: {year}-Q{number}\n");
        if back < full {
            let _ = writeln!(
                text,
                "uppgifter_daterade: 2024-01-10\nbeslut:\n{}",
                rows.join("\n")
            );
            text.push_str(
                "handlingar:\n  - {id: rapport, slag: rapport, diarienummer: FN 2023/00645}\n",
            );
        } else {
            let _ = writeln!(
                text,
                "sammanställning: {{totalt: {{rapporterade: {}, kvarstår: {}}}, insatser: {{ledsagarservice: }}}}",
                70 + at * 3,
                40 + at * 2
            );
        }
        write(&format!("{year}-Q{number}.yaml"), text);
    }
}
