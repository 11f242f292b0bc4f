//! Words for single cases.

use super::super::cases;

/// Finds in `text` exactly `expected`, with a threshold of five.
#[track_caller]
fn case(text: &str, expected: &[&str]) {
    let found: Vec<&str> = cases(text, 5)
        .into_iter()
        .map(|(at, _)| &text[at])
        .collect();
    assert_eq!(found, expected, "in {text:?}");
}

#[test]
fn one_case_is_found() {
    case(
        "I ett ärende har familjen vistats utomlands.",
        &["ett ärende"],
    );
    case("En person har flyttat.", &["En person"]);
    case("en familj", &["en familj"]);
    case("ett barn", &["ett barn"]);
    case(
        "en kvinna, en man, en flicka och en pojke",
        &["en kvinna", "en man", "en flicka", "en pojke"],
    );
    case("1 person är erbjuden", &["1 person"]);
    case("Bara i ett fall är det kommunen", &["ett fall"]);
    case("ett LSS-ärende", &["ett LSS-ärende"]);
    case("en persons behov", &["en persons"]);
    case("ett barns bästa", &["ett barns"]);
    case("En\n    kvinna", &["En\n    kvinna"]);
    case("en\u{a0}ﬂicka", &["en\u{a0}ﬂicka"]);
}

#[test]
fn adjectives_may_stand_between() {
    case("ett enda ärende", &["ett enda ärende"]);
    case("en äldre man", &["en äldre man"]);
    case(
        "en ny ung ensamstående mor",
        &["en ny ung ensamstående mor"],
    );
    case("en 85-årig kvinna", &["en 85-årig kvinna"]);
    case("ett pågående ärende", &["ett pågående ärende"]);
    case("två äldre kvinnor", &["två äldre kvinnor"]);
    case("I fyra andra ärenden", &["fyra andra ärenden"]);
    case("Två personer väntar", &["Två personer"]);
    case("en enskild person väntar", &["en enskild person"]);
}

#[test]
fn parts_and_pointing_words_are_found() {
    case("I två av dessa ärenden", &["två av dessa ärenden"]);
    case(
        "ett av de 18 inrapporterade ärendena",
        &["ett av de 18 inrapporterade ärendena"],
    );
    case("två av dem", &["två av dem"]);
    case("tre av 26 beslut", &["tre av 26 beslut"]);
    case("det enda ärendet", &["det enda ärendet"]);
    case("I det sista ärendet", &["det sista ärendet"]);
    case("den andra kvinnan", &["den andra kvinnan"]);
    case("båda familjerna", &["båda familjerna"]);
    case("en av de vanligaste orsakerna", &[]);
}

#[test]
fn an_enskild_is_a_person_unless_a_noun_follows() {
    case(
        "Ett ärende gäller en enskild som vill",
        &["Ett ärende", "en enskild"],
    );
    case("en enskild har tackat nej", &["en enskild"]);
    case("en enskild.", &["en enskild"]);
    case("en enskild utförare", &[]);
    case("två vuxna", &["två vuxna"]);
    case("den enskilde har tackat nej", &[]);
}

#[test]
fn decisions_are_cases_when_counted() {
    case("ett beslut om bostad", &[]);
    case("en rapport", &[]);
    case("Ett (1) beslut har verkställts.", &["Ett (1) beslut"]);
    case("En (1) rapport avsåg boendestöd.", &["En (1) rapport"]);
    case("1 beslut", &["1 beslut"]);
    case("ett enda beslut", &["ett enda beslut"]);
    case("två beslut", &["två beslut"]);
    case("Två avbrott avser personer", &["Två avbrott"]);
    case(
        "tre (3) av dessa rapporter",
        &["tre (3) av dessa rapporter"],
    );
}

#[test]
fn a_figure_in_parentheses_is_a_count() {
    case("inte medverkat (1) samt sjukdom (1).", &["(1)", "(1)"]);
    case("boende för vuxna (13), daglig verksamhet (4)", &["(4)"]);
    case("två (2) kvarstod", &["(2)"]);
    case("Sida 5 (5), 9(10), 2 (2), Ingen (0) rapport", &[]);
    case("lagen (2001:453), 8 § (1 st.)", &[]);
}

#[test]
fn the_threshold_decides() {
    case("fyra ärenden", &["fyra ärenden"]);
    case("fem ärenden", &[]);
    case("4 ärenden, 5 ärenden", &["4 ärenden"]);
    case("12 personer", &[]);
    assert!(cases("ett ärende", 1).is_empty());
    assert!(cases("ett ärende", 0).is_empty());
    assert_eq!(cases("två ärenden", 3), [(0..13, 2)]);
    assert_eq!(cases("tjugo ärenden", 21), [(0..14, 20)]);
    assert!(cases("två ärenden", 2).is_empty());
}

#[test]
fn general_words_are_left_alone() {
    case("Om en person inte nyttjar alla timmar", &[]);
    case("När ett barn fyller 18 år", &[]);
    case("Oavsett om en person", &[]);
    case("Det handlar om en kvinna", &["en kvinna"]);
    case("uppgifter får aldrig spåras till en enskild person", &[]);
    case("färre än tre personer", &[]);
    case("mer än en person", &[]);
    case("1–4 ärenden", &[]);
    case("en eller flera personer", &[]);
    case("I en del ärenden", &[]);
    case("ett antal barn, ett stort antal ärenden", &[]);
    case("ett fåtal ärenden, några personer, enstaka fall", &[]);
    case("inga ärenden, noll ärenden, 0 ärenden", &[]);
    case("kvartal 4 ärenden", &[]);
    case("9 § 3 barn", &[]);
    case("en kontaktperson och en stödfamilj", &[]);
    case("ta med sig en anhörig", &[]);
    case("2,5 personer", &[]);
    case("en insats för barn", &[]);
    case("Totalt 17 beslut, två månader, en plats", &[]);
    case("en.\n\nperson", &[]);
    case("ett\n\nbarn", &[]);
}
