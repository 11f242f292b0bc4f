//! No attacker finds out a small count, and without the other hidden cells one
//! would.
#![expect(
    clippy::disallowed_methods,
    reason = "the number of rounds may be asked for outside"
)]

use evb::protect::suppress::Blocked;
use evb::protect::suppress::Cells;
use evb::protect::suppress::Pattern;
use evb::protect::suppress::Role;
use evb::protect::suppress::guarded;
use evb::protect::suppress::primary;
use evb::protect::suppress::protect;
use evb::protect::suppress::proves;
use evb::protect::suppress::range;

use crate::suppress::guess;
use crate::suppress::quarter::Chance;
use crate::suppress::quarter::Print;
use crate::suppress::quarter::quarter;
use crate::suppress::tables::cube;
use crate::suppress::tables::table;

const BUDGET: usize = 2000;

/// How many random quarters are tried; 10 000 with `EVB_ROUNDS=10000`.
fn rounds() -> usize {
    std::env::var("EVB_ROUNDS")
        .ok()
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(500)
}

fn small(round: usize) -> (Cells, u32) {
    let mut chance = Chance(1000 + round as u64);
    let t = [3, 4, 5][round % 3];
    let quarter = match round % 4 {
        0 => table(&mut chance, 4, &[4], 12),
        1 => table(&mut chance, 3, &[2, 3], 9),
        2 => table(&mut chance, 5, &[3], 8),
        _ => cube(&mut chance, 2 + round % 3),
    };
    (quarter.cells, t)
}

/// Asks of every round whether the guessing attacker can exclude that some
/// guarded cell is `t` or more.
fn holds(hide: impl Fn(&Cells, u32) -> Result<Pattern, Blocked>) -> Result<usize, String> {
    let mut served = 0;
    for round in 0..rounds() {
        let (cells, t) = small(round);
        if let Ok(pattern) = hide(&cells, t) {
            served += 1;
            for cell in guarded(&cells, t) {
                let most = u32::try_from(guess::MOST).expect("it is positive");
                if !pattern.hidden[cell] || !guess::possible(&cells, &pattern.hidden, cell, t, most)
                {
                    return Err(format!("round {round}: cell {cell} is less than {t}"));
                }
            }
        }
    }
    Ok(served)
}

#[test]
fn the_exact_attacker_never_wins() {
    let served = holds(|cells, t| protect(cells, t, BUDGET)).expect("no attacker wins");
    assert!(
        served > rounds() / 2,
        "only {served} tables could be protected"
    );
}

#[test]
fn without_complementary_cells_the_attacker_wins() {
    assert!(holds(|cells, t| Ok(primary(cells, t))).is_err());
}

#[test]
fn the_exact_attacker_never_wins_against_a_whole_quarter() {
    let mut lost_without = 0;
    for round in 0..rounds() / 10 {
        let mut chance = Chance(round as u64);
        let print = if round % 2 == 0 {
            Print::All
        } else {
            Print::Coarse
        };
        let cells = quarter(&mut chance, 1 + round % 8, 5, print).cells;
        if let Ok(pattern) = protect(&cells, 5, BUDGET) {
            assert!(proves(&cells, 5, &pattern), "round {round}");
            let bare = primary(&cells, 5);
            for cell in guarded(&cells, 5) {
                let (least, most) = range(&cells, &pattern, cell);
                assert!(
                    least < most && most >= 5,
                    "round {round}: {cell} is {least}–{most}"
                );
                lost_without += usize::from(range(&cells, &bare, cell).1 < 5);
            }
        }
    }
    assert!(lost_without > 0);
}

#[test]
fn a_blocked_cell_cannot_be_protected_by_hiding_everything() {
    let mut blocked = 0;
    for round in 0..rounds() {
        let (cells, t) = small(round);
        if let Err(Blocked { cells: named }) = protect(&cells, t, BUDGET) {
            let hidden: Vec<bool> = cells
                .roles
                .iter()
                .map(|role| !matches!(role, Role::Open | Role::Known))
                .collect();
            let most = u32::try_from(guess::MOST).expect("it is positive");
            for cell in guarded(&cells, t) {
                let safe = guess::possible(&cells, &hidden, cell, t, most);
                assert_eq!(named.contains(&cell), !safe, "round {round}: cell {cell}");
            }
            blocked += 1;
        }
    }
    assert!(blocked > 0);
}

#[test]
fn the_range_is_what_guessing_finds() {
    let mut chance = Chance(7);
    let mut wider = 0;
    for round in 0..150 {
        let quarter = match round % 3 {
            0 => table(&mut chance, 3, &[3], 6),
            1 => table(&mut chance, 2, &[2, 2], 5),
            _ => cube(&mut chance, 2),
        };
        let cells = quarter.cells;
        let hidden = (0..cells.values.len())
            .map(|cell| match cells.roles[cell] {
                Role::Open | Role::Known => false,
                Role::May => cells.values[cell] > 0 && chance.below(3) > 0,
                Role::Untold | Role::Exempt | Role::Free => true,
            })
            .collect();
        let pattern = Pattern {
            hidden,
            proof: vec![],
            fewest: false,
        };
        for cell in 0..cells.values.len() {
            let expected = guess::range(&cells, &pattern.hidden, cell);
            let found = range(&cells, &pattern, cell);
            assert_eq!(found, expected, "round {round}: cell {cell} of {cells:?}");
            wider += usize::from(found.0 < found.1);
        }
    }
    assert!(wider > 100);
}

#[test]
fn the_same_quarter_is_hidden_the_same_way() {
    for seed in 0..6 {
        let cells = quarter(&mut Chance(seed), 12, 5, Print::Coarse).cells;
        assert_eq!(protect(&cells, 5, BUDGET), protect(&cells, 5, BUDGET));
    }
}

#[test]
fn a_proof_is_broken_by_showing_a_cell_it_moves() {
    let cells = quarter(&mut Chance(3), 12, 5, Print::Coarse).cells;
    let pattern = protect(&cells, 5, BUDGET).expect("it can be protected");
    let moved: Vec<usize> = (0..cells.values.len())
        .filter(|&cell| cells.roles[cell] == Role::May && cells.values[cell] >= 5)
        .filter(|&cell| pattern.hidden[cell])
        .collect();
    assert!(!moved.is_empty());
    for cell in moved {
        let mut shown = pattern.clone();
        shown.hidden[cell] = false;
        assert!(
            !proves(&cells, 5, &shown),
            "cell {cell} was hidden for nothing"
        );
    }
}
