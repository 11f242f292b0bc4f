//! What is written down, the message to the IVO-rapportör, and what the
//! IVO-rapportör does with it.

use crate::model::beslut::Act;
use crate::model::duty::ReportType;
use crate::narrate::capital;
use crate::narrate::ivo::documented::BESIDE;
use crate::narrate::ivo::documented::SUMMARY;
use crate::narrate::ivo::documented::ended;
use crate::narrate::list;
use crate::narrate::rutin::RUBRIK;
use crate::narrate::rutin::Routine;
use crate::narrate::rutin::Section;
use crate::narrate::rutin::Shown;
use crate::narrate::texts;

/// Returns what is written down, and by whom.
pub(super) fn documentation(routine: &Routine<'_>) -> Section {
    let mut writers: Vec<String> = vec![];
    let mut deciders: Vec<String> = vec![];
    for share in &routine.shares {
        let who = share.who();
        let pairs = [
            (&mut writers, Some(&who.summary_by)),
            (
                &mut deciders,
                Some(&who.responsible).filter(|by| **by != who.summary_by),
            ),
        ];
        for (names, name) in pairs {
            if let Some(name) = name.map(ToString::to_string)
                && !names.contains(&name)
            {
                names.push(name);
            }
        }
    }
    let items = |list: &[&str]| texts::items(list.iter().map(|item| (*item).to_owned()).collect());
    let mut told = vec![
        texts::plain(format!(
            "Allt som rapporteras ska gå att läsa i journalen, under rubriken {RUBRIK}. Har den enskilde två beslut som \
             väntar skrivs två sammanfattningar, eftersom vart och ett rapporteras för sig."
        )),
        texts::plain(format!(
            "I sammanfattningen, som skrivs av {}, står:",
            list::or(&writers)
        )),
        items(&SUMMARY),
    ];
    if !deciders.is_empty() {
        told.push(texts::plain(format!(
            "{} antecknar därutöver:",
            capital(&list::or(&deciders))
        )));
        told.push(items(&BESIDE));
    }
    let ended =
        [ReportType::Executed, ReportType::Closed].map(|kind| ended(kind).unwrap_or_default());
    told.push(texts::plain(
        "När beslutet är verkställt eller avslutat antecknar den ansvarige:",
    ));
    told.push(items(&ended));
    Section {
        heading: "Dokumentation inför rapporteringen".to_owned(),
        note: None,
        told,
        tables: vec![],
    }
}

/// Returns how the message is written and where it is sent.
pub(super) fn message(routine: &Routine<'_>) -> Section {
    let to = match &routine.namnd.ivo.mailbox {
        Some(mailbox) => format!("funktionsbrevlådan «{mailbox}»"),
        None => "IVO-rapportören".to_owned(),
    };
    let forhandsbesked = if routine.voice.acts.contains(&Act::Lss) {
        ", ordet «Förhandsbesked» om det är ett sådant och rapporten är den första,"
    } else {
        ""
    };
    let sol = match routine.voice.acts.as_slice() {
        [_, _] => format!(
            " För beslut enligt SoL står «{}» i stället för lagrummet.",
            routine.namnd.ivo.title_sol
        ),
        _ => String::new(),
    };
    let last = if routine.first_act() == Act::Lss {
        "lagrummet"
    } else {
        "lagen"
    };
    Section {
        heading: "Meddelande till IVO-rapportören".to_owned(),
        note: None,
        told: vec![
            texts::plain(format!(
                "Meddelandet skickas i verksamhetssystemet till {to} av den som är ansvarig för beslutet. Två beslut \
                 kräver två meddelanden, också när de gäller samma person. I meddelandet kopieras anteckningen ur \
                 journalen in, och där står vem rapporten gäller."
            )),
            texts::plain(format!(
                "Titeln består av «IVO», rapportens slag, ett datum{forhandsbesked} och {last}.{sol} Inget annat får stå i \
                 titeln, och inget som visar vem rapporten gäller."
            )),
            texts::plain(format!(
                "Datumet är den första dagen efter att {} har gått, den här gången. Det står även om meddelandet skickas \
                 senare, till exempel efter en helg, och visar vilken period rapporten hör till. I en slutrapport är det \
                 dagen då beslutet verkställdes eller avslutades. Titlarna i tabellen följer exemplet ovan.",
                routine.limit()
            )),
        ],
        tables: vec![Shown::Titles],
    }
}

/// Returns whose something is: «IVO:s», «länsstyrelsens».
fn genitive(name: &str) -> String {
    if name.ends_with(char::is_uppercase) {
        format!("{name}:s")
    } else {
        format!("{name}s")
    }
}

/// Returns what the IVO-rapportör does.
pub(super) fn reporter(routine: &Routine<'_>) -> Section {
    let authority = routine.authority();
    let who = routine.namnd.ivo.reporter.as_ref();
    let who = who.map(|who| texts::plain(format!("IVO-rapportör är {who}.")));
    let steps = vec![
        format!(
            "IVO-rapportören hämtar de uppgifter som behövs ur meddelandet och verksamhetssystemet, och rapporterar \
             varje beslut för sig i {} e-tjänst.",
            genitive(&authority)
        ),
        format!("Dagen då rapporten lämnades dokumenteras under rubriken {RUBRIK}."),
        "Meddelandet tas sedan bort. Inför nästa rapport kommer ett nytt.".to_owned(),
        format!(
            "Har något blivit fel i rapporten kontaktas {authority}. I e-post skrivs varken namn eller personnummer."
        ),
        format!("Finns det inget att rapportera för kvartalet skickas ingenting till {authority}."),
    ];
    Section {
        heading: "Vad gör IVO-rapportören?".to_owned(),
        note: None,
        told: who.into_iter().chain([texts::steps(steps)]).collect(),
        tables: vec![],
    }
}
