//! What is called the fewest is the fewest.

use evb::protect::suppress::Cells;
use evb::protect::suppress::Role;
use evb::protect::suppress::guarded;
use evb::protect::suppress::primary;
use evb::protect::suppress::protect;

use crate::suppress::guess;
use crate::suppress::quarter::Chance;
use crate::suppress::tables::cube;
use crate::suppress::tables::table;

/// How many cells, how much they hide, how many of them are sums.
fn cost(cells: &Cells, hidden: &[bool]) -> (usize, u32, usize) {
    let of = (0..cells.values.len()).filter(|&cell| hidden[cell] && cells.roles[cell] == Role::May);
    of.fold((0, 0, 0), |(count, hides, sums), cell| {
        let is_sum = cells.sums.iter().any(|sum| sum.whole == cell);
        (
            count + 1,
            hides + cells.values[cell],
            sums + usize::from(is_sum),
        )
    })
}

/// Tries all choices.
fn cheapest(cells: &Cells, t: u32) -> Option<(usize, u32, usize)> {
    let first = primary(cells, t).hidden;
    let optional: Vec<usize> = (0..cells.values.len())
        .filter(|&cell| cells.roles[cell] == Role::May && cells.values[cell] >= t)
        .collect();
    assert!(optional.len() < 16);
    let most = u32::try_from(guess::MOST).expect("it is positive");
    let mut choices: Vec<_> = (0..1_u32 << optional.len())
        .map(|choice| {
            let mut hidden = first.clone();
            for (bit, &cell) in optional.iter().enumerate() {
                hidden[cell] |= choice >> bit & 1 == 1;
            }
            (cost(cells, &hidden), hidden)
        })
        .collect();
    choices.sort();
    choices
        .into_iter()
        .find(|(_, hidden)| {
            guarded(cells, t)
                .iter()
                .all(|&cell| guess::possible(cells, hidden, cell, t, most))
        })
        .map(|(cost, _)| cost)
}

#[test]
fn what_is_called_the_fewest_is_the_fewest() {
    let mut chance = Chance(99);
    let mut proved = 0;
    for round in 0..120 {
        let cells = match round % 3 {
            0 => table(&mut chance, 3, &[3], 14).cells,
            1 => table(&mut chance, 2, &[2, 2], 16).cells,
            _ => cube(&mut chance, 2).cells,
        };
        if cells.values.iter().filter(|&&value| value >= 4).count() > 14 {
            continue;
        }
        let expected = cheapest(&cells, 4);
        let found = protect(&cells, 4, 100_000).ok();
        if let Some(pattern) = &found {
            proved += usize::from(pattern.fewest);
        }
        let found = found.map(|pattern| cost(&cells, &pattern.hidden));
        assert_eq!(found, expected, "round {round}: {cells:?}");
    }
    assert!(proved > 30, "only {proved} were proved");
}

#[test]
fn nothing_that_is_hidden_can_be_shown_again_by_itself() {
    let mut chance = Chance(41);
    let most = u32::try_from(guess::MOST).expect("it is positive");
    let mut needed = 0;
    for round in 0..60 {
        let cells = match round % 2 {
            0 => table(&mut chance, 4, &[3, 2], 20).cells,
            _ => cube(&mut chance, 3).cells,
        };
        let Ok(pattern) = protect(&cells, 5, 0) else {
            continue;
        };
        for cell in 0..cells.values.len() {
            let may = cells.roles[cell] == Role::May && cells.values[cell] >= 5;
            if may && pattern.hidden[cell] {
                let mut shown = pattern.hidden.clone();
                shown[cell] = false;
                let safe = |&cell: &usize| guess::possible(&cells, &shown, cell, 5, most);
                assert!(
                    !guarded(&cells, 5).iter().all(safe),
                    "round {round}: cell {cell}"
                );
                needed += 1;
            }
        }
    }
    assert!(needed > 100, "only {needed} cells");
}
