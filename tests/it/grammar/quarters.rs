//! Quarters of random rows: with ids and without, with all a row can be.

use std::sync::Arc;

use evb::document::Kind;
use evb::load::catalogue::Catalogue;
use evb::model::beslut::Act;
use evb::model::beslut::Age;
use evb::model::beslut::Beslut;
use evb::model::beslut::Delvis;
use evb::model::beslut::Sex;
use evb::model::beslut::Status;
use evb::model::beslut::Waiting;
use evb::model::offer::Answer;
use evb::model::offer::Offer;
use evb::model::quarter::Quarter;
use evb::model::report::Order;
use evb::model::report::Report;
use evb::model::stated::Stated;

/// A small generator of our own: the same numbers every time.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

pub(crate) fn report(quarter: Quarter, beslut: Vec<Beslut>) -> Report {
    let order = Order {
        index: 0,
        id: "rapport".into(),
        kind: Kind::Rapport,
        dated_on: quarter.next().first_day(),
        diarienummer: None,
        acts: vec![],
        profile: None,
        instans: Default::default(),
        meeting_on: None,
        paragraph: None,
        earlier: vec![],
    };
    Report {
        quarter,
        dated_on: Some(quarter.next().first_day()),
        beslut: Some(beslut),
        complete: true,
        stated: Stated::default(),
        orders: vec![order],
        texts: vec![],
        providers: vec![],
        correction: None,
    }
}

/// Returns no reason for closing in one case of three.
fn closed_for(dice: &mut Dice, catalogue: &Catalogue) -> Option<Arc<str>> {
    let all = &catalogue.avslutsskal;
    let at = dice.below(all.len() as u64) as usize;
    (dice.below(3) > 0).then(|| all[at].id.clone())
}

fn offers(dice: &mut Dice) -> Vec<Offer> {
    let some = dice.below(3);
    (0..some)
        .map(|_| Offer {
            on: None,
            answer: Answer::NAMES[dice.below(3) as usize].1,
        })
        .collect()
}

fn row(
    dice: &mut Dice,
    catalogue: &Catalogue,
    quarter: Quarter,
    insatser: &[(Act, Arc<str>)],
    orsaker: &[Arc<str>],
) -> Beslut {
    let (act, insats) = insatser[dice.below(insatser.len() as u64) as usize].clone();
    let day = |days| quarter.first_day() - chrono::Duration::days(days);
    let since = day(1 + dice.below(900) as i64);
    let within = quarter.first_day() + chrono::Duration::days(dice.below(90) as i64);
    let status = match dice.below(4) {
        0 => Status::Executed(within),
        1 => Status::Closed(within),
        _ => Status::Remaining { later: None },
    };
    Beslut {
        index: 0,
        nr: None,
        id: None,
        sex: if dice.below(30) == 0 {
            Sex::Annat
        } else {
            Sex::ALL[dice.below(2) as usize]
        },
        age: Age::ALL[dice.below(2) as usize],
        insats,
        act,
        waiting: if dice.below(2) == 0 {
            Waiting::Decided(since)
        } else {
            Waiting::Interrupted(since)
        },
        status,
        orsak: (dice.below(5) > 0)
            .then(|| orsaker[dice.below(orsaker.len() as u64) as usize].clone()),
        avslutsskal: closed_for(dice, catalogue),
        offers: offers(dice),
        delvis: (dice.below(6) == 0).then(|| Delvis {
            from: None,
            extent: "en del".into(),
        }),
        avdelning: match dice.below(4) {
            0 => None,
            1 => Some("Enhet Norr".into()),
            _ => Some("Enhet Söder".into()),
        },
        court: dice.below(12) == 0,
        forhandsbesked: dice.below(20) == 0,
        protected: dice.below(15) == 0,
        due_in: (dice.below(10) == 0).then(|| quarter.previous()),
        replaces: (dice.below(15) == 0).then(|| "A-0".into()),
        reported_on: vec![],
        provider: None,
        regi: None,
    }
}

pub(crate) fn some_quarters(
    catalogue: &Catalogue,
    dice: &mut Dice,
    last: Quarter,
    rows: u64,
) -> Vec<Report> {
    let all: Vec<(Act, Arc<str>)> = catalogue
        .insatser
        .list()
        .iter()
        .flat_map(|insats| insats.acts().map(|act| (act, insats.id.clone())))
        .collect();
    let from = dice.below(all.len() as u64 - 3) as usize;
    let insatser = &all[from..from + 1 + dice.below(3) as usize];
    let orsaker: Vec<Arc<str>> = catalogue
        .orsaker
        .main()
        .map(|orsak| orsak.id.clone())
        // Finer ones that the nämnd wants told also at zero.
        .chain(["covid-19", "studier"].map(Arc::from))
        .collect();
    let count = 1 + dice.below(4);
    let with_ids = dice.below(2) == 0;
    let mut quarters: Vec<Quarter> = std::iter::successors(Some(last), |q| Some(q.previous()))
        .take(count as usize)
        .collect();
    quarters.reverse();
    quarters
        .into_iter()
        .map(|quarter| {
            let mut list: Vec<Beslut> = (0..rows + dice.below(3))
                .map(|_| row(dice, catalogue, quarter, insatser, &orsaker))
                .collect();
            // With ids the quarters are followed row by row.
            for (number, beslut) in list.iter_mut().enumerate().filter(|_| with_ids) {
                beslut.id = Some(format!("A-{number}").into());
            }
            report(quarter, list)
        })
        .collect()
}
