//! What it takes to protect one quarter: 12 insatser, as a nämnd has, and 40.
//! Every sample is another random quarter with small counts.

use std::sync::Arc;

use chrono::Duration;
use divan::Bencher;
use evb::derive;
use evb::derive::Figures;
use evb::load::catalogue::built_in;
use evb::model::beslut::Act;
use evb::model::beslut::Age;
use evb::model::beslut::Beslut;
use evb::model::beslut::Sex;
use evb::model::beslut::Status;
use evb::model::beslut::Waiting;
use evb::model::clock::Clock;
use evb::model::profile::Coarsening;
use evb::model::profile::Safeguards;
use evb::model::quarter::Quarter;
use evb::model::report::Report;
use evb::model::stated::Stated;
use evb::protect::public;
use evb::protect::universe::Told;

fn main() {
    divan::main();
}

/// A small generator: the same numbers every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn of<T: Clone>(&mut self, list: &[T]) -> T {
        let at = self.below(list.len() as u64);
        list[usize::try_from(at).unwrap_or(0)].clone()
    }
}

/// Returns the figures of a quarter with some insatser of both acts.
fn quarter(insatser: usize, dice: &mut Dice) -> Figures {
    let catalogue = built_in();
    let quarter: Quarter = "2025-Q4".parse().expect("a quarter");
    let all: Vec<(Act, Arc<str>)> = catalogue
        .insatser
        .list()
        .iter()
        .flat_map(|insats| insats.acts().map(|act| (act, Arc::clone(&insats.id))))
        .collect();
    let step = (all.len() / insatser).max(1);
    let chosen: Vec<_> = all.iter().step_by(step).take(insatser).collect();
    let orsaker: Vec<Arc<str>> = catalogue
        .orsaker
        .main()
        .map(|o| Arc::clone(&o.id))
        .collect();
    let mut beslut = vec![];
    for (act, id) in chosen {
        for _ in 0..1 + dice.below(7) + dice.below(2) * dice.below(14) {
            let since = quarter.first_day()
                - Duration::days(1 + i64::try_from(dice.below(900)).unwrap_or(0));
            let ended = quarter.first_day() + Duration::days(20);
            let status = match dice.below(4) {
                0 => Status::Executed(ended),
                1 if dice.below(2) == 0 => Status::Closed(ended),
                _ => Status::Remaining { later: None },
            };
            beslut.push(Beslut {
                index: beslut.len(),
                nr: None,
                id: None,
                sex: dice.of(&Sex::ALL[..2]),
                age: if dice.below(6) == 0 {
                    Age::Barn
                } else {
                    Age::Vuxen
                },
                insats: Arc::clone(id),
                act: *act,
                waiting: match dice.below(6) {
                    0 => Waiting::Interrupted(since),
                    _ => Waiting::Decided(since),
                },
                status,
                orsak: Some(dice.of(&orsaker)),
                delvis: None,
                avdelning: None,
                court: false,
                forhandsbesked: false,
                protected: false,
                due_in: None,
                avslutsskal: None,
                offers: vec![],
                replaces: None,
                reported_on: vec![],
                provider: None,
                regi: None,
            });
        }
    }
    let report = Report {
        quarter,
        dated_on: None,
        beslut: Some(beslut),
        complete: true,
        correction: None,
        stated: Stated::default(),
        orders: vec![],
        texts: vec![],
        providers: vec![],
    };
    let (insatser, orsaker) = (&catalogue.insatser, &catalogue.orsaker);
    derive::figures(&report, None, insatser, orsaker, Clock::Law)
}

#[divan::bench(args = [12, 40], sample_count = 60, sample_size = 1)]
fn guard(bencher: Bencher<'_, '_>, insatser: usize) {
    let orsaker = built_in().orsaker;
    let safeguards = Safeguards {
        threshold: 5,
        coarsening: Coarsening::NAMES.map(|(_, step)| step).to_vec(),
    };
    let mut dice = Dice(insatser as u64);
    bencher
        .with_inputs(|| quarter(insatser, &mut dice))
        .bench_local_values(|figures| {
            public::guard(&figures, &orsaker, &safeguards, &Told::default())
        });
}
