//! What a row says beside its dates, held together: reasons, offers,
//! förhandsbesked, courts and protected details.

use crate::finding::Level;
use crate::finding::Rule;
use crate::load::view::View;
use crate::model::beslut::Act;
use crate::model::beslut::Beslut;
use crate::model::beslut::Status;
use crate::validate::Findings;
use crate::validate::vocabulary::Vocabulary;

/// A reason that does not suit the insats.
pub const OSANNOLIK_ORSAK: Rule = Rule {
    slug: "osannolik-orsak",
    level: Level::Warning,
    fixed: false,
    explain: "Att en ledig bostad saknas kan bara vara orsaken när insatsen är ett boende. Vid andra \
              insatser är det oftast personal eller en ledig plats som saknas.",
    source: "Kolumnerna i Bilaga 1; IVO:s individrapport: anledning till dröjsmålet",
};
/// «Declined», where no offer was declined.
pub const ORSAK_MOT_ERBJUDANDE: Rule = Rule {
    slug: "orsak-mot-erbjudande",
    level: Level::Warning,
    fixed: false,
    explain: "Orsaken säger att den enskilde har tackat nej, men inget av radens erbjudanden har \
              svaret nej. Tackat nej är den uppgift som fullmäktige läser mest ur, och den ska \
              stämma.",
    source: "28 f § LSS, 34 kap. 1 § SoL (2025:400): kortfattade skäl",
};
/// A reason for closing, where nothing is closed.
pub const AVSLUTSSKAL_UTAN_AVSLUT: Rule = Rule {
    slug: "avslutsskal-utan-avslut",
    level: Level::Warning,
    fixed: false,
    explain: "Raden har ett skäl till att beslutet avslutades, men inget datum då det skedde. Den \
              räknas därför inte som avslutad.",
    source: "28 g § LSS, 34 kap. 2 § SoL (2025:400)",
};
/// A förhandsbesked under SoL.
pub const FORHANDSBESKED_I_ANNAN_LAG: Rule = Rule {
    slug: "forhandsbesked-i-annan-lag",
    level: Level::Error,
    fixed: false,
    explain: "Förhandsbesked om rätten till insatser finns bara i LSS. Står det på ett beslut enligt \
              SoL är lagen eller förhandsbeskedet fel.",
    source: "16 § LSS",
};
/// A förhandsbesked that was interrupted.
pub const FORHANDSBESKED_MED_AVBROTT: Rule = Rule {
    slug: "forhandsbesked-med-avbrott",
    level: Level::Warning,
    fixed: false,
    explain: "Ett förhandsbesked gäller den som ännu inte bor i kommunen. Insatsen har då inte \
              börjat och kan inte avbrytas.",
    source: "16 § LSS",
};
/// A court's decision that was reported.
pub const DOM_RAPPORTERAD: Rule = Rule {
    slug: "dom-rapporterad",
    level: Level::Warning,
    fixed: false,
    explain: "Rapporteringen gäller nämndens egna gynnande beslut. En insats som en domstol har \
              beviljat redovisas för sig, räknas inte i summorna och rapporteras inte till IVO.",
    source: "28 f § LSS, 34 kap. 1 § SoL (2025:400); Riksrevisionen RiR 2019:23",
};
/// Free text about somebody whose details are protected.
pub const SKYDDAD_MED_TEXT: Rule = Rule {
    slug: "skyddad-med-text",
    level: Level::Warning,
    fixed: false,
    explain: "Fria ord om den som har skyddade personuppgifter kan röja var eller vem personen är, \
              också för den som bara läser filen.",
    source: "22 kap. 1 § och 26 kap. 1 § OSL (2009:400); IVO: skyddade personuppgifter",
};

/// Checks one row.
pub(crate) fn check(
    beslut: &Beslut,
    view: &View<'_>,
    vocabulary: &Vocabulary,
    findings: &mut Findings<'_>,
) {
    reason(beslut, view, vocabulary, findings);
    if view.has("avslutsskäl") && !view.mentions("avslutat") {
        let message = "raden har ett avslutsskäl men är inte avslutad";
        let help = "lägg till «avslutat» med datum, eller ta bort «avslutsskäl»";
        findings.key(
            &AVSLUTSSKAL_UTAN_AVSLUT,
            &view.route.key("avslutsskäl"),
            message,
            help,
        );
    }
    if beslut.forhandsbesked {
        let route = view.at("förhandsbesked");
        if beslut.act != Act::Lss {
            let message = format!("förhandsbesked finns inte i {}", beslut.act.name());
            let help = "ta bort «förhandsbesked», eller rätta «lag» eller insatsen";
            findings.value(&FORHANDSBESKED_I_ANNAN_LAG, &route, message, help);
        } else if beslut.waiting.avbrott_on().is_some() {
            let message = "ett förhandsbesked kan inte ha avbrutits";
            let help = "ta bort «förhandsbesked» eller «avbrott»";
            findings.value(&FORHANDSBESKED_MED_AVBROTT, &route, message, help);
        }
    }
    if beslut.court && !view.dates("rapporterat").is_empty() {
        let message = "en dom ska inte rapporteras till IVO, men raden har en rapporteringsdag";
        let help = "ta bort «rapporterat», eller «dom» om det är nämndens eget beslut";
        findings.value(&DOM_RAPPORTERAD, &view.at("rapporterat"), message, help);
    }
    if beslut.protected {
        for key in ["underorsak", "anteckning"] {
            if view.has(key) {
                let message = format!("«{key}» står vid ett beslut med skyddade personuppgifter");
                let help = "ta bort texten ur filen";
                findings.value(&SKYDDAD_MED_TEXT, &view.at(key), message, help);
            }
        }
    }
}

fn reason(beslut: &Beslut, view: &View<'_>, vocabulary: &Vocabulary, findings: &mut Findings<'_>) {
    let Some(orsak) = beslut
        .orsak
        .as_ref()
        .and_then(|id| vocabulary.orsaker.get(id))
    else {
        return;
    };
    if let Some((message, help)) = vocabulary.unlikely(&orsak.id, &beslut.insats) {
        findings.value(&OSANNOLIK_ORSAK, &view.at("orsak"), message, help);
    }
    let answers: Vec<_> = view
        .records("erbjudanden")
        .iter()
        .filter_map(|offer| offer.word("svar"))
        .collect();
    let declined =
        orsak.main.as_ref() == "tackat-nej" && matches!(beslut.status, Status::Remaining { .. });
    if declined && !answers.is_empty() && !answers.contains(&"nej") {
        let message =
            "orsaken är att den enskilde har tackat nej, men inget erbjudande har svaret nej";
        let help = "rätta orsaken, eller svaret på erbjudandet";
        findings.value(&ORSAK_MOT_ERBJUDANDE, &view.at("orsak"), message, help);
    }
}
