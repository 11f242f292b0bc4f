//! Five insatser and four reasons: what is hidden, and what can be calculated.

use evb::protect::suppress::Pattern;
use evb::protect::suppress::Role;
use evb::protect::suppress::primary;
use evb::protect::suppress::protect;
use evb::protect::suppress::range;

use crate::suppress::quarter::Quarter;

const INSATSER: [(&str, [u32; 4]); 5] = [
    ("bostad", [6, 3, 0, 8]),
    ("kontaktperson", [5, 7, 2, 6]),
    ("ledsagarservice", [9, 6, 5, 0]),
    ("avlösarservice", [7, 1, 6, 5]),
    ("korttidsvistelse", [0, 8, 7, 9]),
];

const REASONS: [&str; 4] = [
    "tackat nej",
    "ingen ledig plats",
    "saknar personal",
    "annat",
];

/// The rows and columns, each with a total, and an open total of all.
fn example() -> Quarter {
    let mut quarter = Quarter::default();
    let mut columns = vec![vec![]; REASONS.len()];
    let mut rows = vec![];
    for (insats, counts) in INSATSER {
        let mut parts = vec![];
        for ((reason, count), column) in REASONS.iter().zip(counts).zip(&mut columns) {
            let cell = quarter.cell(&format!("{insats}, {reason}"), Role::May);
            quarter.cells.values[cell] = count;
            parts.push(cell);
            column.push(cell);
        }
        rows.push(total(&mut quarter, insats, Role::May, parts));
    }
    let all = total(&mut quarter, "alla", Role::Open, rows);
    let mut totals = vec![];
    for (reason, column) in REASONS.iter().zip(columns) {
        totals.push(total(&mut quarter, reason, Role::May, column));
    }
    quarter.sum(all, totals);
    quarter
}

fn total(quarter: &mut Quarter, name: &str, role: Role, parts: Vec<usize>) -> usize {
    let whole = quarter.cell(name, role);
    quarter.cells.values[whole] = parts.iter().map(|&part| quarter.cells.values[part]).sum();
    quarter.sum(whole, parts);
    whole
}

/// Tells each hidden cell with its count and what it can be.
fn seen(quarter: &Quarter, pattern: &Pattern) -> Vec<String> {
    let hidden = (0..quarter.names.len()).filter(|&cell| pattern.hidden[cell]);
    hidden
        .map(|cell| {
            let (least, most) = range(&quarter.cells, pattern, cell);
            let (name, count) = (&quarter.names[cell], quarter.cells.values[cell]);
            format!("{name}: {count} in {least}–{most}")
        })
        .collect()
}

#[test]
fn small_counts_alone_are_found_by_subtraction() {
    let quarter = example();
    let seen = seen(&quarter, &primary(&quarter.cells, 5));
    let expected = [
        "bostad, ingen ledig plats: 3 in 3–3",
        "kontaktperson, saknar personal: 2 in 2–2",
        "avlösarservice, ingen ledig plats: 1 in 1–1",
    ];
    assert_eq!(seen, expected);
}

/// Every row and column that hides one cell must hide another. The three small
/// counts stand in two columns, and in both a small one must be able to grow:
/// a count below it gives way. Bostad and kontaktperson trade «tackat nej» for
/// «ingen ledig plats»; kontaktperson and avlösarservice trade that for
/// «saknar personal». Four others are enough, none of them a total, and the
/// sum of those four is the smallest that does it.
#[test]
fn seven_cells_hide_three() {
    let quarter = example();
    let pattern = protect(&quarter.cells, 5, 100_000).expect("it can be protected");
    let expected = [
        "bostad, tackat nej: 6 in 1–8",
        "bostad, ingen ledig plats: 3 in 1–8",
        "kontaktperson, tackat nej: 5 in 3–10",
        "kontaktperson, ingen ledig plats: 7 in 1–9",
        "kontaktperson, saknar personal: 2 in 2–7",
        "avlösarservice, ingen ledig plats: 1 in 1–6",
        "avlösarservice, saknar personal: 6 in 1–6",
    ];
    assert_eq!(seen(&quarter, &pattern), expected);
    assert!(pattern.fewest);
}

#[test]
fn without_steps_the_choice_is_safe_but_not_called_the_fewest() {
    let quarter = example();
    let pattern = protect(&quarter.cells, 5, 0).expect("it can be protected");
    assert!(!pattern.fewest);
    assert!(pattern.hidden.iter().filter(|hidden| **hidden).count() >= 7);
}

#[test]
fn with_three_as_threshold_less_is_hidden() {
    let quarter = example();
    let count = |t| {
        let pattern = protect(&quarter.cells, t, 100_000).expect("it can be protected");
        pattern.hidden.iter().filter(|hidden| **hidden).count()
    };
    assert_eq!([3, 4, 5].map(count), [4, 7, 7]);
}

/// A total of 4 that is told and has two named parts gives both away.
#[test]
fn what_must_be_told_can_block() {
    let mut quarter = Quarter::default();
    let parts = ["bostad", "ledsagarservice"].map(|name| quarter.cell(name, Role::May));
    quarter.cells.values[parts[0]] = 3;
    quarter.cells.values[parts[1]] = 1;
    total(&mut quarter, "alla", Role::Open, parts.to_vec());
    let blocked = protect(&quarter.cells, 5, 100).expect_err("4 is less than 5");
    assert_eq!(blocked.cells, parts);
    for part in parts {
        quarter.cells.roles[part] = Role::Exempt;
    }
    let pattern = protect(&quarter.cells, 5, 100).expect("nothing is guarded");
    assert_eq!(pattern.hidden, [true, true, false]);
}
