//! Numbers that are found, and which clause each belongs to.

use super::case;
use super::found;

#[test]
fn a_number_that_a_placeholder_gives_is_found() {
    let kvarstar = &["{hemtjanst.kvarstår}"];
    case("hemtjanst", "Sju beslut är ej verkställda.", kvarstar);
    case(
        "hemtjanst",
        "Totalt finns 7 ej verkställda beslut.",
        kvarstar,
    );
    case("hemtjanst", "Det kvarstår sju (7) ärenden.", kvarstar);
    case(
        "hemtjanst",
        "Sju fall återstår och är inte verkställda.",
        kvarstar,
    );
    case(
        "hemtjanst",
        "Inom hemtjänsten kvarstår sju beslut.",
        kvarstar,
    );
    case(
        "hemtjanst",
        "Den 30 juni 2026 var sju beslut ej verkställda.",
        kvarstar,
    );
    case("hemtjanst", "7 beslut kvarstod att verkställas.", kvarstar);
    let rapporterade = &["{hemtjanst.rapporterade}"];
    case(
        "hemtjanst",
        "Under kvartal 2 2026 rapporterades 12 beslut.",
        rapporterade,
    );
    case(
        "hemtjanst",
        "Tolv beslut har rapporterats till IVO.",
        rapporterade,
    );
    case(
        "hemtjanst",
        "Nämnden har rapporterat 12 ej verkställda beslut.",
        rapporterade,
    );
    case(
        "hemtjanst",
        "Två beslut är delvis verkställda.",
        &["{hemtjanst.delvis}"],
    );
    case(
        "hemtjanst",
        "Två beslut har verkställts.",
        &["{hemtjanst.verkställda}"],
    );
    case(
        "hemtjanst",
        "Tre beslut har avslutats utan att verkställas.",
        &["{hemtjanst.avslutade}"],
    );
    case(
        "hemtjanst",
        "I fyra fall har den enskilde tackat nej.",
        &["{hemtjanst.orsak-tackat-nej}"],
    );
    case(
        "hemtjanst",
        "I tre fall saknas personal.",
        &["{hemtjanst.orsak-personal}"],
    );
    let home = &["{sarskilt-boende.orsak-ledig-bostad}"];
    case(
        "sarskilt-boende",
        "I sex fall saknas ännu en ledig bostad.",
        home,
    );
    case(
        "analys",
        "I sex fall saknas ledig bostad.",
        &["{orsak-ledig-bostad}"],
    );
    case(
        "slutsats",
        "Det är 13 beslut som kvarstår.",
        &["{kvarstår}"],
    );
}

#[test]
fn a_number_that_the_rows_contradict_is_found() {
    case(
        "hemtjanst",
        "Åtta beslut är ej verkställda.",
        &["åtta, raderna ger 7 {hemtjanst.kvarstår}"],
    );
    case(
        "hemtjanst",
        "Ett beslut har verkställts.",
        &["ett, raderna ger 2 {hemtjanst.verkställda}"],
    );
    case(
        "hemtjanst",
        "Ett (1) beslut har avslutats.",
        &["ett, raderna ger 3 {hemtjanst.avslutade}"],
    );
    case(
        "analys",
        "Totalt rapporterades 23 beslut.",
        &["23, raderna ger 22 {rapporterade}"],
    );
    case(
        "analys",
        "Inom hemtjänsten kvarstår nio beslut.",
        &["nio, raderna ger 7 {hemtjanst.kvarstår}"],
    );
    case(
        "sarskilt-boende",
        "I fem fall saknas ledig bostad.",
        &["fem, raderna ger 6 {sarskilt-boende.orsak-ledig-bostad}"],
    );
    assert_eq!(
        found("hemtjanst", "Åtta beslut kvarstår.", false),
        ["åtta, sammanställningen ger 7 {hemtjanst.kvarstår}"]
    );
}

#[test]
fn every_clause_has_its_own_number() {
    case(
        "hemtjanst",
        "Sammanlagt 12 ärenden, varav tre av dem är avslutade och två ärenden har verkställts.",
        &[
            "{hemtjanst.rapporterade}",
            "{hemtjanst.avslutade}",
            "{hemtjanst.verkställda}",
        ],
    );
    case(
        "analys",
        "Totalt rapporterades 22 beslut till IVO, varav nio verkställda/avslutade under perioden.",
        &["{rapporterade}", "{verkställda_eller_avslutade}"],
    );
    case(
        "hemtjanst",
        "I fyra av de sju beslut som återstår har den enskilde tackat nej.",
        &["{hemtjanst.kvarstår}", "{hemtjanst.orsak-tackat-nej}"],
    );
    case(
        "hemtjanst",
        "Av de 8 ärenden som inte har verkställts har handläggaren träffat de flesta.",
        &["8, raderna ger 7 {hemtjanst.kvarstår}"],
    );
    case(
        "hemtjanst",
        "Sju beslut kvarstår, och arbetet med dem fortsätter.",
        &["{hemtjanst.kvarstår}"],
    );
}

#[test]
fn one_among_others_is_a_number() {
    case(
        "hemtjanst",
        "Totalt rapporterades 12 beslut varav två av dessa har verkställts och ett av dessa har \
         avslutats.",
        &[
            "{hemtjanst.rapporterade}",
            "{hemtjanst.verkställda}",
            "ett, raderna ger 3 {hemtjanst.avslutade}",
        ],
    );
    case(
        "hemtjanst",
        "I ett av de sju inrapporterade ärendena har familjen flyttat.",
        &["{hemtjanst.kvarstår}"],
    );
}
