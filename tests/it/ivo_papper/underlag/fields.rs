//! What stands in the fields of a worksheet, and what is left to fill in.

use crate::ivo_papper::papers;
use crate::ivo_papper::underlag::ORDER;
use crate::ivo_papper::underlag::field;
use crate::ivo_papper::underlag::sheets;
use crate::ivo_papper::underlag::told;
use crate::ivo_papper::underlag::underlag;

#[test]
fn what_the_data_lacks_is_an_empty_box() {
    let value = underlag(
        "beslut:\n  - {id: A-1, kön: annat-vuxen, insats: hemtjanst, avbrott: 2025-02-03}\n",
        &[],
    );
    let sheet = &sheets(&value)[0];
    for label in [
        "Personnummer, 12 siffror",
        "Samordningsnummer",
        "Förnamn",
        "Efternamn",
        "Inriktning, om IFO",
        "Datum för gynnande beslut",
        "Anledning till dröjsmålet",
        "Erbjudanden och svar",
        "Skäl till nej",
        "Kompenserande insats",
        "Kontakter med den enskilde",
    ] {
        assert_eq!(field(sheet, label), [""; 0], "{label}");
    }
    assert_eq!(field(sheet, "Kommun"), ["Provköping"]);
    assert_eq!(field(sheet, "Nämnd"), ["Provnämnden"]);
    assert_eq!(field(sheet, "Kön"), ["Annat"]);
    assert_eq!(field(sheet, "Verkställigheten avbröts"), ["2025-02-03"]);
    assert_eq!(
        field(sheet, "Beviljad insats"),
        ["Hemtjänst, 4 kap. 1 § SoL (2001:453)"]
    );
    assert_eq!(
        sheet["title"],
        "IVO – Nyrapportering avbrott 2025-05-04, SoL"
    );
}

#[test]
fn a_forhandsbesked_a_renewal_and_offers_are_told() {
    let value = underlag(
        "beslut:\n  - {id: A-1, kön: kvinna, insats: bostad-vuxna, beslutsdatum: 2025-02-03, \
         förhandsbesked: ja, ersätter: A-0, orsak: tackat-nej, delvis: {från: 2025-04-01, omfattning: halva}, \
         erbjudanden: [{datum: 2025-03-04, svar: nej}, {datum: 2025-05-06, svar: väntar}]}\n",
        &[],
    );
    let sheet = &sheets(&value)[0];
    assert_eq!(
        sheet["title"],
        "IVO – Nyrapportering 2025-05-04, Förhandsbesked, 9§9"
    );
    let text = told(sheet);
    for said in [
        "OBS Beslutet är ett förhandsbesked",
        "OBS Beslutet förnyar A-0, som aldrig verkställdes",
        "[Erbjudanden och svar] 2025-03-04: nej; 2025-05-06: inget svar ännu",
        "[Delvis verkställt] sedan 2025-04-01: halva",
        "[Skäl till nej]\n",
        "Ansvarig: boendeteamet",
        "Boendeteamet har dokumenterat",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    // No inriktning under LSS.
    assert!(!text.contains("Inriktning"), "{text}");
}

#[test]
fn the_namnds_own_ansvar_and_title_are_followed() {
    let namnd = "ivo: {ansvar: [{lagrum: SoL, ansvarig: socialsekreteraren}], titel_sol: SoL ÄO}\n";
    let rows = "uppgifter_daterade: 2025-07-10\nbeslut:\n  - {id: A-1, kön: man, insats: hemtjanst, \
                beslutsdatum: 2025-02-03, orsak: personal}\n";
    let documents = papers(namnd, &[("2025-Q2", format!("{rows}{ORDER}"))]);
    let sheet = told(&sheets(&documents[0].value)[0]);
    assert!(
        sheet.contains("IVO – Nyrapportering 2025-05-04, SoL ÄO"),
        "{sheet}"
    );
    assert!(sheet.contains("Ansvarig: socialsekreteraren"), "{sheet}");
    assert!(
        sheet.contains("Socialsekreteraren har dokumenterat"),
        "{sheet}"
    );
    assert!(sheet.contains("Utföraren har dokumenterat"), "{sheet}");
}

#[test]
fn of_protected_persons_it_says_so_and_nothing_that_the_form_does_not_ask_for() {
    let row = |protected: &str| {
        format!(
            "beslut:\n  - {{id: A-1, kön: kvinna, insats: hemtjanst, beslutsdatum: 2025-02-03, orsak: personal, \
             utförare: Hemtjänst Norr, avdelning: Norra enheten{protected}}}\n"
        )
    };
    let open = told(&sheets(&underlag(&row(""), &[]))[0]);
    assert!(open.contains("Utförare: Hemtjänst Norr"), "{open}");
    let value = underlag(&row(", skyddad: ja"), &[]);
    let said = told(&sheets(&value)[0]);
    assert!(
        said.contains("OBS Den enskilde har skyddade personuppgifter"),
        "{said}"
    );
    assert!(!value.to_string().contains("Norr"), "{said}");
}
