//! The built-in law table: no gap, no overlap, and each act cited from its day.

use chrono::NaiveDate;

use super::*;

#[test]
fn law_rows_meet_without_gap_or_overlap() {
    let law = built_in();
    let mut rows: Vec<_> = law
        .duties
        .iter()
        .map(|d| ((&d.id, &d.law), d.period))
        .collect();
    rows.sort_by_key(|(key, period)| (*key, period.from));
    for pair in rows.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        let end = pair[0].1.to.expect("only the last row is open");
        assert_eq!(end.succ_opt(), Some(pair[1].1.from), "{:?}", pair[0].0);
    }
    assert!(law.duties.iter().all(|duty| !duty.source.is_empty()));
    assert_eq!(law.windows.len(), 4);
}

/// Citations on both sides of the days the law changed.
#[test]
fn every_duty_is_cited_from_the_act_in_force() {
    let law = built_in();
    #[track_caller]
    fn case(law: &Law, duty: &str, act: &str, day: &str, section: Option<&str>) {
        let day = day.parse().expect("a date");
        assert_eq!(
            law.duty(duty, act, day).map(|duty| duty.section.as_ref()),
            section
        );
    }
    #[track_caller]
    fn both(law: &Law, duty: &str, act: &str, day: &str, before: Option<&str>, on: Option<&str>) {
        let first: NaiveDate = day.parse().expect("a date");
        let last = first.pred_opt().expect("a day before").to_string();
        case(law, duty, act, &last, before);
        case(law, duty, act, day, on);
    }
    for (duty, old, new, lss) in [
        ("rapport", "16 kap. 6 f §", "34 kap. 1 §", "28 f §"),
        ("verkstalld", "16 kap. 6 g §", "34 kap. 2 §", "28 g §"),
        ("statistik", "16 kap. 6 h §", "34 kap. 3 §", "28 h §"),
        (
            "avgift-skyldighet",
            "16 kap. 6 a §",
            "34 kap. 5 §",
            "28 a §",
        ),
        ("avgift-belopp", "16 kap. 6 b §", "34 kap. 7 §", "28 b §"),
        ("avgift-beslut", "16 kap. 6 c §", "34 kap. 8 §", "28 c §"),
        ("avgift-upprepad", "16 kap. 6 d §", "34 kap. 9 §", "28 d §"),
        (
            "avgift-preskription",
            "16 kap. 6 e §",
            "34 kap. 10 §",
            "28 e §",
        ),
    ] {
        both(&law, duty, "SoL", "2006-07-01", None, Some(old));
        both(&law, duty, "SoL", "2025-07-01", Some(old), Some(new));
        both(&law, duty, "LSS", "2008-07-01", None, Some(lss));
        both(&law, duty, "LSS", "2025-07-01", Some(lss), Some(lss));
    }
    let old = Some("4 kap. 1 §");
    both(
        &law,
        "ratten",
        "SoL",
        "2025-07-01",
        old,
        Some("11 kap. 1 §"),
    );
    both(
        &law,
        "ratten-ekonomiskt",
        "SoL",
        "2025-07-01",
        old,
        Some("12 kap. 1 §"),
    );
    case(
        &law,
        "vistelsekommun",
        "SoL",
        "2025-07-01",
        Some("34 kap. 4 §"),
    );
    case(&law, "vistelsekommun", "LSS", "2025-07-01", Some("28 i §"));
    both(
        &law,
        "revisor-granskning",
        "KL",
        "2018-01-01",
        Some("9 kap. 10 §"),
        Some("12 kap. 3 § 2"),
    );
    case(&law, "rapport", "SoL", "2006-06-30", None);
    case(&law, "rapport", "SoL", "2006-07-01", Some("16 kap. 6 f §"));
    case(&law, "rapport", "LSS", "2008-06-30", None);
    case(&law, "rapport", "LSS", "2008-07-01", Some("28 f §"));
    case(
        &law,
        "statistik",
        "SoL",
        "2025-06-30",
        Some("16 kap. 6 h §"),
    );
    case(&law, "statistik", "SoL", "2025-07-01", Some("34 kap. 3 §"));
    case(&law, "verkstalld", "SoL", "2025-07-01", Some("34 kap. 2 §"));
    case(&law, "statistik", "LSS", "2025-07-01", Some("28 h §"));
}

/// The receiver, the acts and the amounts on both sides of their days.
#[test]
fn receivers_acts_and_amounts_follow_the_day() {
    let law = built_in();
    let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
    let receiver = |text| law.authority(day(text)).map(|one| one.name.as_ref());
    assert_eq!(receiver("2006-06-30"), None);
    assert_eq!(receiver("2006-07-01"), Some("Länsstyrelsen"));
    assert_eq!(receiver("2009-12-31"), Some("Länsstyrelsen"));
    assert_eq!(receiver("2010-01-01"), Some("Socialstyrelsen"));
    assert_eq!(receiver("2013-05-31"), Some("Socialstyrelsen"));
    let ivo = Some("Inspektionen för vård och omsorg");
    assert_eq!(receiver("2013-06-01"), ivo);
    let words = |act, text| {
        let statute = law.statute(act, day(text)).expect("an act in force");
        let word = |word: &Option<std::sync::Arc<str>>| word.as_deref().unwrap_or("").to_owned();
        let words = (word(&statute.insats_word), word(&statute.delay_word));
        (statute.sfs.to_string(), words.0, words.1)
    };
    let said = |sfs: &str, insats: &str, delay: &str| {
        (sfs.to_owned(), insats.to_owned(), delay.to_owned())
    };
    assert_eq!(
        words("SoL", "2025-06-30"),
        said("2001:453", "bistånd", "dröjsmål")
    );
    assert_eq!(
        words("SoL", "2025-07-01"),
        said("2025:400", "insats", "fördröjning")
    );
    assert_eq!(
        words("LSS", "2025-07-01"),
        said("1993:387", "insats", "dröjsmål")
    );
    assert_eq!(words("KL", "2017-12-31").0, "1991:900");
    assert_eq!(words("KL", "2018-01-01").0, "2017:725");
    let fee = |act, text| {
        let duty = law.duty("avgift-belopp", act, day(text)).expect("a row");
        (duty.amounts, duty.is_unconfirmed())
    };
    let (old, new) = (Some((10_000, 1_000_000)), Some((15_000, 1_500_000)));
    for act in ["SoL", "LSS"] {
        assert_eq!(fee(act, "2025-06-30"), (old, false));
        assert_eq!(fee(act, "2025-12-31"), (old, false));
    }
    assert_eq!(fee("SoL", "2026-01-01"), (new, false));
    assert_eq!(fee("LSS", "2026-01-01"), (None, true));
    // Nothing that is unconfirmed has amounts that could be told.
    let unconfirmed = law.duties.iter().filter(|duty| duty.is_unconfirmed());
    assert!(unconfirmed.clone().all(|duty| duty.amounts.is_none()));
    assert_eq!(unconfirmed.count(), 1);
}
