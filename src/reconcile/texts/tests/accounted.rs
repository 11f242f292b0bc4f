//! Texts that go through the cases one by one.

use super::case;
use super::none;

#[test]
fn a_text_that_goes_through_some_cases_is_found() {
    let five = &["texten redovisar 5 av 7 fall som kvarstår"];
    case(
        "hemtjanst",
        "I tre fall är familjen bortrest, och i två är hälsan dålig.",
        five,
    );
    case(
        "hemtjanst",
        "I ett ärende är familjen bortrest. I fyra ärenden pågår rekrytering.",
        five,
    );
    case(
        "hemtjanst",
        "Två beslut har verkställts. Det kvarstår sju ärenden. I ett ärende är familjen bortrest. \
         I fyra ärenden söks personal där det i två ärenden är svårt. I det andra ärendet har \
         ingen svarat, och i det sista ärendet vill ingen börja.",
        &["{hemtjanst.verkställda}", "{hemtjanst.kvarstår}", five[0]],
    );
    case(
        "hemtjanst",
        "I {hemtjanst.orsak-tackat-nej} fall är hälsan dålig. I ett annat fall är familjen bortrest.",
        five,
    );
    case(
        "hemtjanst",
        "I fem fall är familjen bortrest. I tre fall är hälsan dålig.",
        &["texten redovisar 8 fall, men bara 7 kvarstår"],
    );
}

#[test]
fn a_text_that_cannot_be_added_up_is_left_alone() {
    none("I fem fall är familjen bortrest. I två fall är hälsan dålig.");
    none("I fem fall är familjen bortrest och i två fall är hälsan dålig.");
    none("I två fall är familjen bortrest.");
    none("I två fall är familjen bortrest. I övriga fall pågår rekrytering.");
    none("I två fall är familjen bortrest. I två fall är hälsan dålig. Andra vill byta dag.");
    none("I två fall är familjen bortrest. I två fall är hälsan dålig. Några fall är nya.");
    none(
        "I två fall är familjen bortrest. I två fall är hälsan dålig. I det sista ärendet, i det \
          tredje ärendet och i det fjärde ärendet söks personal.",
    );
    none(
        "I två av de nya fallen är familjen bortrest. I två fall är hälsan dålig. Lika ofta söks \
          någon.",
    );
    none("I fyra av sju fall är familjen bortrest. I ett fall är hälsan dålig.");
    none("I två fall är familjen bortrest.\n\n- Två personer vill byta.\n- En person väntar.");
    none("I två fall är familjen bortrest.\n\nI ett fall är hälsan dålig.");
    none("I sju fall är familjen bortrest. I fem fall är hälsan dålig.");
    none("I två veckor var familjen bortrest. I tre månader söktes personal.");
    case(
        "analys",
        "I ett fall är familjen bortrest. I ett fall är hälsan dålig.",
        &[],
    );
}
