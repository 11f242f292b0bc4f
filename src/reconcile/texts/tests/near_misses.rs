//! Sentences with numbers that must not be found.

use super::case;
use super::none;

#[test]
fn a_number_told_for_certain_of_nothing_is_left_alone() {
    none("I {hemtjanst.orsak-tackat-nej} fall har den enskilde tackat nej.");
    none("Fem av besluten har ett avbrott som beror på ohälsa.");
    none("I två fall har den enskilde tackat nej till ett boende på annan ort.");
    none("I två fall har den enskilde tackat nej, eftersom familjen har flyttat.");
    none("Ytterligare tre beslut har verkställts.");
    none("Två av dem har verkställts.");
    none("Fem eller sex beslut kvarstår.");
    none("Minst fem beslut kvarstår.");
    none("Fem beslut kvarstår inte.");
    none("Fem personer väntar.");
    none("Fem beslut har verkställts efter mer än ett år.");
    none("När fem beslut kvarstår, behövs en plan.");
    none("Den enskilde har ett beslut som är delvis verkställt.");
    none("Fem män och åtta kvinnor väntar.");
    none("Fem beslut gäller barn.");
    none("Sex avbrott finns.");
}

#[test]
fn two_numbers_of_the_same_thing_are_parts_of_it() {
    let nej = "fall har den enskilde tackat nej";
    case("analys", &format!("I två {nej}, och i två {nej}."), &[]);
    case("analys", &format!("I två {nej}. I tre {nej}."), &[]);
    let twice = format!("I fyra {nej}. I fyra {nej}.");
    case("analys", &twice, &["{orsak-tackat-nej}"]);
}

#[test]
fn numbers_of_something_else_are_left_alone() {
    none("Det är tre fler beslut än förra kvartalet.");
    none("Antalet ej verkställda beslut har ökat från 5 till 9.");
    none("Under {förra-kvartalet} kvarstod nio beslut.");
    none("Under kvartal 1 kvarstod nio beslut.");
    none("Under kvartal 2 2025 kvarstod nio beslut.");
    none("Under andra kvartalet 2025 kvarstod nio beslut.");
    none("Den 31 mars 2026 var nio beslut ej verkställda.");
    none("Under 2025 verkställdes 40 beslut.");
    none("Tidigare kvarstod nio beslut.");
    none("9 procent av besluten är verkställda, 9 % är avslutade.");
    none("Enligt 9 § har besluten verkställts.");
    none("Beslut verkställs inom tre månader.");
    none("I fall med tre av 5 timmar saknas personal.");
    none("Två veckor återstår.");
    none("Klockan 9 verkställdes besluten.");
    none("Ett 9-årigt beslut har verkställts.");
    none("Inom ledsagning kvarstår nio beslut.");
    none("Inom hemtjänst och särskilt boende kvarstår nio beslut.");
    none("Väster har nio ej verkställda beslut. Nio beslut har verkställts.");
    none("På Ekgården bor tio personer. Nio beslut har verkställts.");
    none("Enligt LSS kvarstår nio beslut.");
    case(
        "analys",
        "Hemtjänsten är svår att bemanna. Nio beslut har avslutats.",
        &[],
    );
    case("utforare", "Nio beslut kvarstår.", &[]);
    case("ledsagning", "Nio beslut kvarstår.", &[]);
}

#[test]
fn a_number_of_a_part_or_of_what_came_before_is_left_alone() {
    none("I ett fall har den enskilde tackat nej till ett erbjudande.");
    let two = "I två fall har den enskilde tackat nej. I två fall söker familjen en annan väg.";
    case("analys", two, &[]);
    case(
        "analys",
        "Enheten har bytt chef. Nio beslut har avslutats.",
        &[],
    );
    let total = "nio, raderna ger 3 {avslutade}";
    case(
        "analys",
        "Enheten har bytt chef. Totalt har nio beslut avslutats.",
        &[total],
    );
    case(
        "hemtjanst",
        "Det är svårt att rekrytera. I fem fall saknas personal.",
        &["fem, raderna ger 3 {hemtjanst.orsak-personal}"],
    );
}
