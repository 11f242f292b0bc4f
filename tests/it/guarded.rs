//! Public papers: whatever the quarter, an attacker who knows everything they
//! tell finds no small group, and nothing that speaks has read what is hidden.
//!
//! `EVB_ROUNDS` sets how many random quarters are tried; 500 else.

use evb::derive;
use evb::load::catalogue::Catalogue;
use evb::load::catalogue::built_in;
use evb::model::beslut::Act;
use evb::model::clock::Clock;
use evb::model::profile::Coarsening;
use evb::model::profile::Profile;
use evb::model::profile::Safeguards;
use evb::model::quarter::Quarter;
use evb::model::report::Report;
use evb::model::stated::Key;
use evb::protect;
use evb::protect::Cell;
use evb::protect::Known;
use evb::protect::Published;
use evb::protect::public::Guarded;
use evb::protect::public::guard;
use evb::protect::suppress;
use evb::protect::suppress::Role;
use evb::protect::universe::Told;

use crate::grammar::namnd;
use crate::grammar::quarters::Dice;
use crate::grammar::quarters::some_quarters;

mod paper;

pub(crate) use paper::counted;
pub(crate) use paper::papers;

pub(crate) const T: u32 = 5;

fn safeguards() -> Safeguards {
    Safeguards {
        threshold: T,
        coarsening: Coarsening::NAMES.map(|(_, step)| step).to_vec(),
    }
}

/// Rounds of the test, by the environment or as said.
#[expect(
    clippy::disallowed_methods,
    reason = "the long run is asked for by hand"
)]
pub(crate) fn rounds(usual: u64) -> u64 {
    let asked = std::env::var("EVB_ROUNDS").ok();
    asked.and_then(|n| n.parse().ok()).unwrap_or(usual)
}

/// Some quarters with small counts, the last one guarded with those before it.
pub(crate) struct Case {
    pub(crate) quarters: Vec<Report>,
    figures: Vec<derive::Figures>,
    guarded: Vec<Result<Guarded, protect::public::Unprotected>>,
}

pub(crate) fn case(catalogue: &Catalogue, dice: &mut Dice) -> Case {
    // In every other quarter each act has a report of its own beside the one of both.
    let apart = dice.below(2) == 0;
    let last: Quarter = "2025-Q4".parse().unwrap();
    let rows = 1 + dice.below(45);
    let quarters = some_quarters(catalogue, dice, last, rows);
    let namnd = namnd(catalogue, 12);
    let figures: Vec<_> = quarters
        .iter()
        .enumerate()
        .map(|(at, report)| {
            let before = at.checked_sub(1).map(|at| &quarters[at]);
            derive::figures(report, before, &namnd.insatser, &namnd.orsaker, Clock::Law)
        })
        .collect();
    let guarded = figures
        .iter()
        .map(|figures| {
            let mut acts: Vec<Act> = figures.insatser.iter().map(|(act, _)| *act).collect();
            acts.dedup();
            let told = Told {
                alone: if acts.len() == 1 || apart {
                    acts.clone()
                } else {
                    vec![]
                },
                statistics: acts,
                ..Told::default()
            };
            guard(figures, &namnd.orsaker, &safeguards(), &told)
        })
        .collect();
    Case {
        quarters,
        figures,
        guarded,
    }
}

impl Case {
    pub(crate) fn published(&self) -> Option<Published> {
        let trend: Vec<_> = self
            .quarters
            .iter()
            .zip(&self.figures)
            .zip(&self.guarded)
            .map(|((report, figures), guarded)| {
                let guarded = Some(guarded);
                (report.quarter, Some(Known { figures, guarded }))
            })
            .collect();
        protect::protect(&trend, Profile::Publik).ok()
    }
}

/// Returns whether a figure is told by a rule of its own: denominators, and the
/// median and the longest of all that remain.
fn is_apart(key: &Key) -> bool {
    use evb::model::stated::Measure;
    use evb::model::stated::Population::Remaining;
    use evb::model::stated::Since::Known;
    let of_many = key.insats.is_none() && key.sex.is_none() && key.age.is_none();
    match key.measure {
        Measure::Ongoing => true,
        Measure::MedianDays(Remaining, Known) | Measure::LongestDays(Remaining, Known) => of_many,
        _ => false,
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "the long run tells what it met")]
fn the_attacker_never_finds_a_small_group() {
    let catalogue = built_in();
    let mut dice = Dice(11);
    let (mut small, mut exempt, mut unprotected) = (0, 0, 0);
    let rounds = rounds(500);
    for round in 0..rounds {
        let case = case(&catalogue, &mut dice);
        let Some(Ok(guarded)) = case.guarded.last() else {
            unprotected += 1;
            continue;
        };
        let proof = &guarded.proof;
        let name = |cell| {
            proof
                .at
                .iter()
                .find(|(_, at)| **at == cell)
                .map(|(key, _)| key)
        };
        exempt += proof
            .cells
            .roles
            .iter()
            .zip(&proof.cells.values)
            .filter(|(role, value)| **role == Role::Free && **value > 0)
            .count();
        for cell in suppress::guarded(&proof.cells, T) {
            let (least, most) = suppress::range(&proof.cells, &proof.pattern, cell);
            assert!(
                least < most && most >= T,
                "round {round}: {:?} is {least} to {most}",
                name(cell)
            );
            small += 1;
        }
        // What is told is what the pattern shows, and nothing else.
        for (key, cell) in guarded.cells.iter() {
            let Some(&at) = proof.at.get(key) else {
                assert!(is_apart(key) || cell == Cell::Shown(0), "{key:?}");
                continue;
            };
            let may = !proof.pattern.hidden[at] || proof.cells.values[at] == 0;
            assert!(may || cell == Cell::Hidden, "{key:?}");
        }
    }
    println!(
        "{rounds} quarters: {small} small cells held; {exempt} cells told only as a total and names; \
         {unprotected} quarters refused"
    );
    assert!(small > 0 && unprotected == 0);
}

#[test]
fn without_the_complementary_step_the_attacker_wins() {
    let catalogue = built_in();
    let mut dice = Dice(11);
    let mut found = 0;
    for _ in 0..60 {
        let case = case(&catalogue, &mut dice);
        let Some(Ok(guarded)) = case.guarded.last() else {
            continue;
        };
        let proof = &guarded.proof;
        let primary = suppress::primary(&proof.cells, T);
        let lost = suppress::guarded(&proof.cells, T).into_iter().any(|cell| {
            let (least, most) = suppress::range(&proof.cells, &primary, cell);
            least == most || most < T
        });
        found += usize::from(lost);
    }
    assert!(found > 15, "only {found} of 60");
}

#[test]
fn nothing_that_speaks_reads_what_is_hidden() {
    let catalogue = built_in();
    let mut dice = Dice(12);
    for round in 0..rounds(500) {
        let case = case(&catalogue, &mut dice);
        let Some(published) = case.published() else {
            continue;
        };
        let report = case.quarters.last().unwrap();
        let told = papers(&catalogue, report, &published);
        let mut other = published.clone();
        other.cells = published
            .cells
            .with_hidden(|count| count + 1000 + round as u32);
        for (_, cells) in &mut other.earlier {
            *cells = cells
                .as_ref()
                .map(|cells| cells.with_hidden(|count| count + 77));
        }
        assert_eq!(told, papers(&catalogue, report, &other), "round {round}");
    }
}

#[test]
fn the_statute_gets_its_totals() {
    use evb::model::stated::Measure;
    let catalogue = built_in();
    let mut dice = Dice(13);
    for _ in 0..200 {
        let case = case(&catalogue, &mut dice);
        let (Some(published), Some(figures)) = (case.published(), case.figures.last()) else {
            continue;
        };
        let mut acts: Vec<Option<Act>> =
            figures.insatser.iter().map(|(act, _)| Some(*act)).collect();
        acts.push(None);
        for act in acts {
            for measure in [
                Measure::Remaining,
                Measure::NeverExecuted,
                Measure::Avbrott(evb::model::stated::Population::Remaining),
            ] {
                let key = Key {
                    act,
                    ..Key::total(measure)
                };
                let count = figures.get(&key).and_then(|figure| figure.exact());
                assert_eq!(published.cells.get(&key).shown(), count);
            }
        }
        let mut named: Vec<_> = published.insatser.clone();
        named.retain(|(_, id)| **id != *protect::OVRIGA);
        named.extend(published.merged.clone());
        named.sort();
        let mut all = figures.insatser.clone();
        all.sort();
        assert_eq!(named, all);
    }
}
