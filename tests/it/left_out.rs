//! What public papers leave out altogether, because no proof holds it: units,
//! offers, reasons for closing, and finer causes unless they are nobody's.

use evb::load::catalogue::built_in;
use evb::model::stated::Key;
use evb::model::stated::Measure;
use evb::model::stated::Population::Remaining;
use evb::protect::Cell;

use crate::grammar::quarters::Dice;
use crate::guarded::T;
use crate::guarded::case;
use crate::guarded::counted;
use crate::guarded::rounds;

#[test]
fn no_public_paper_tells_of_units_offers_or_reasons_for_closing() {
    let catalogue = built_in();
    let mut dice = Dice(14);
    let mut grouped = 0;
    for round in 0..rounds(60) {
        let case = case(&catalogue, &mut dice);
        let Some(published) = case.published() else {
            continue;
        };
        grouped += u32::from(published.without_groups);
        assert!(published.groups.is_empty());
        let told = counted(&catalogue, case.quarters.last().unwrap(), &published);
        for untold in [
            "Enhet",
            "tackat ja",
            "erbjudande har",
            "skäl till avslut",
            "erbjudande:",
            "avslutsskäl:",
        ] {
            assert!(!told.contains(untold), "round {round}: {untold}");
        }
    }
    assert!(grouped > 20, "only {grouped} quarters have units");
}

#[test]
fn a_finer_cause_is_told_as_zero_only_beside_a_main_one_that_is_not_small() {
    let catalogue = built_in();
    let mut dice = Dice(15);
    let (mut told, mut silent) = (0, 0);
    for _ in 0..rounds(200) {
        let case = case(&catalogue, &mut dice);
        let Some(published) = case.published() else {
            continue;
        };
        let of = |id: &str| {
            let key = Key::total(Measure::Orsak(Remaining, id.into()));
            published.cells.get(&key)
        };
        match of("covid-19") {
            Cell::Shown(0) => {
                let main = of("annat-skal").shown().unwrap();
                assert!(main == 0 || main >= T, "{main}");
                told += 1;
            }
            Cell::Hidden => silent += 1,
            other => panic!("{other:?}"),
        }
    }
    assert!(told > 0 && silent > 0, "{told} told, {silent} silent");
}
