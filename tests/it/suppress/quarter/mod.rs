//! Random quarters with the cells that a report publishes together.

mod exempt;

use std::collections::BTreeMap;

use evb::protect::suppress::Cells;
use evb::protect::suppress::Role;
use evb::protect::suppress::Sum;

/// Numbers by chance, the same for the same seed (SplitMix64).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^= word >> 31;
        u32::try_from(word % u64::from(bound)).expect("less than a u32")
    }
}

/// A quarter under construction: cells by name.
#[derive(Default)]
pub(crate) struct Quarter {
    pub(crate) cells: Cells,
    pub(crate) names: Vec<String>,
    index: BTreeMap<String, usize>,
}

impl Quarter {
    pub(crate) fn cell(&mut self, name: &str, role: Role) -> usize {
        if let Some(&cell) = self.index.get(name) {
            return cell;
        }
        let cell = self.names.len();
        self.index.insert(name.to_owned(), cell);
        self.names.push(name.to_owned());
        self.cells.values.push(0);
        self.cells.roles.push(role);
        cell
    }

    pub(crate) fn sum(&mut self, whole: usize, parts: Vec<usize>) {
        self.cells.sums.push(Sum { whole, parts });
    }
}

/// Which splits of an insats are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Print {
    /// All of them, with their zeros.
    All,
    /// None for an insats with fewer than `t` not executed.
    Coarse,
}

const OPEN: [&str; 3] = ["kvar", "avbrott", "aldrig"];

/// Makes a quarter with so many insatser.
pub(crate) fn quarter(chance: &mut Chance, insatser: usize, t: u32, print: Print) -> Quarter {
    let mut quarter = Quarter::default();
    let sexes = if chance.below(12) == 0 { 3 } else { 2 };
    let acts = 1 + chance.below(2) as usize;
    let units = chance.below(4) as usize;
    let mut keys: Vec<(String, bool)> = ["rapporterade", "verkställda", "avslutade", "slut"]
        .iter()
        .chain(&["kvar", "avbrott", "aldrig", "delvis"])
        .map(|key| ((*key).to_owned(), false))
        .chain([("hela".to_owned(), true)])
        .collect();
    let dims: [(&str, Vec<String>); 4] = [
        ("kön", (0..sexes).map(|sex| format!("kön{sex}")).collect()),
        ("ålder", (0..2).map(|age| format!("ålder{age}")).collect()),
        (
            "skäl",
            (0..5).map(|reason| format!("skäl{reason}")).collect(),
        ),
        ("band", (0..5).map(|band| format!("band{band}")).collect()),
    ];
    keys.extend(
        dims.iter()
            .flat_map(|(_, keys)| keys.iter().map(|key| (key.clone(), false))),
    );
    for sex in 0..sexes {
        keys.extend((0..2).map(|age| (format!("kön{sex}ålder{age}"), false)));
    }
    let mut rows: Vec<String> = vec![];
    let act_of = |insats: usize| insats * acts / insatser;
    for insats in 0..insatser {
        rows.push(format!("a{} i{insats}", act_of(insats)));
    }
    rows.extend((0..acts).map(|act| format!("a{act}")));
    if acts > 1 {
        rows.push("alla".to_owned());
    }
    for row in &rows {
        let total = !row.contains(' ');
        for (key, untold) in &keys {
            let role = match (total && OPEN.contains(&key.as_str()), untold) {
                (true, _) => Role::Open,
                (_, true) => Role::Untold,
                _ => Role::May,
            };
            quarter.cell(&format!("{row} {key}"), role);
        }
        let mut sum = |whole: &str, parts: &[String]| {
            let cell = |key: &str| quarter.index[&format!("{row} {key}")];
            let (whole, parts) = (cell(whole), parts.iter().map(|key| cell(key)).collect());
            quarter.cells.sums.push(Sum { whole, parts });
        };
        let words = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
        sum("rapporterade", &words(&["slut", "kvar"]));
        sum("slut", &words(&["verkställda", "avslutade"]));
        sum("kvar", &words(&["avbrott", "aldrig"]));
        sum("kvar", &words(&["delvis", "hela"]));
        for (_, keys) in &dims {
            sum("kvar", keys);
        }
        for sex in 0..sexes {
            let parts: Vec<String> = (0..2).map(|age| format!("kön{sex}ålder{age}")).collect();
            sum(&format!("kön{sex}"), &parts);
        }
        for age in 0..2 {
            let parts: Vec<String> = (0..sexes)
                .map(|sex| format!("kön{sex}ålder{age}"))
                .collect();
            sum(&format!("ålder{age}"), &parts);
        }
    }
    // Totals are the sums of the insatser, and of the acts.
    for (key, _) in &keys {
        let cell = |row: &str| quarter.index[&format!("{row} {key}")];
        let mut sums = vec![];
        for act in 0..acts {
            let parts = (0..insatser).filter(|&i| act_of(i) == act);
            let parts = parts.map(|i| cell(&rows[i])).collect();
            sums.push(Sum {
                whole: cell(&format!("a{act}")),
                parts,
            });
        }
        if acts > 1 {
            let parts = (0..acts).map(|act| cell(&format!("a{act}"))).collect();
            sums.push(Sum {
                whole: cell("alla"),
                parts,
            });
        }
        quarter.cells.sums.extend(sums);
    }
    fill(&mut quarter, chance, &rows[..insatser], sexes);
    // Units have totals, and so has an earlier quarter.
    if units > 1 {
        let mut parts = vec![vec![]; units];
        for row in &rows[..insatser] {
            parts[chance.below(u32::try_from(units).expect("few")) as usize]
                .push(quarter.index[&format!("{row} kvar")]);
        }
        for (unit, parts) in parts.into_iter().enumerate() {
            let whole = quarter.cell(&format!("enhet{unit}"), Role::May);
            quarter.cells.values[whole] = parts.iter().map(|&p| quarter.cells.values[p]).sum();
            quarter.sum(whole, parts);
        }
    }
    for row in &rows[..insatser] {
        let reported = quarter.index[&format!("{row} rapporterade")];
        let all = quarter.cells.values[reported];
        if all > 0 && chance.below(3) == 0 {
            let new = 1 + chance.below(all);
            if all - new >= t || all == new {
                let before = quarter.cell(&format!("{row} förra"), Role::Known);
                let now = quarter.cell(&format!("{row} nya"), Role::May);
                quarter.cells.values[before] = all - new;
                quarter.cells.values[now] = new;
                quarter.sum(reported, vec![before, now]);
            }
        }
    }
    if print == Print::Coarse {
        for row in &rows[..insatser] {
            if quarter.cells.values[quarter.index[&format!("{row} kvar")]] < t {
                for (key, _) in keys.iter().skip(7) {
                    let cell = quarter.index[&format!("{row} {key}")];
                    quarter.cells.roles[cell] = Role::Untold;
                }
            }
        }
    }
    exempt::exempt(&mut quarter, &rows[..insatser], acts, t);
    quarter
}

/// Draws the counts of the insatser and adds them up.
fn fill(quarter: &mut Quarter, chance: &mut Chance, rows: &[String], sexes: usize) {
    for row in rows {
        let count = match chance.below(10) {
            0..=1 => 10 + chance.below(16),
            _ => chance.below(7),
        };
        let mut add = |key: &str| {
            let cell = quarter.index[&format!("{row} {key}")];
            quarter.cells.values[cell] += 1;
        };
        // Some insatser are mostly of one kind.
        let lean = 1 + chance.below(4);
        for _ in 0..count {
            let sex = chance.below(6) % u32::try_from(sexes).expect("few");
            let age = u32::from(chance.below(1 + lean) == 0);
            let skew = |chance: &mut Chance| chance.below(5).min(chance.below(5));
            add("kvar");
            add("rapporterade");
            add(&format!("kön{sex}"));
            add(&format!("ålder{age}"));
            add(&format!("kön{sex}ålder{age}"));
            add(&format!("skäl{}", skew(chance)));
            add(&format!("band{}", skew(chance)));
            add(if chance.below(5) == 0 {
                "avbrott"
            } else {
                "aldrig"
            });
            add(if chance.below(5) == 0 {
                "delvis"
            } else {
                "hela"
            });
        }
        for key in ["verkställda", "avslutade"] {
            for _ in 0..chance.below(5) {
                add(key);
                add("slut");
                add("rapporterade");
            }
        }
    }
    // A total stands after its parts, so one pass in order is enough.
    let sums = quarter.cells.sums.clone();
    for sum in sums
        .iter()
        .filter(|sum| !quarter.names[sum.whole].contains(" i"))
    {
        let word = |cell: usize| quarter.names[cell].rsplit(' ').next().map(str::to_owned);
        if sum.parts.iter().all(|&part| word(part) == word(sum.whole)) {
            quarter.cells.values[sum.whole] = sum
                .parts
                .iter()
                .map(|&part| quarter.cells.values[part])
                .sum();
        }
    }
}
