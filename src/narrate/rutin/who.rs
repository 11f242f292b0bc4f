//! Who answers for what, in words: what a share covers, and the section that
//! leads to the table of them.

use crate::model::beslut::Act;
use crate::model::beslut::Regi;
use crate::model::share;
use crate::model::share::Share;
use crate::model::share::What;
use crate::narrate::capital;
use crate::narrate::list;
use crate::narrate::number::NO_BREAK;
use crate::narrate::rutin::Routine;
use crate::narrate::rutin::Section;
use crate::narrate::rutin::Shown;
use crate::narrate::texts;
use crate::narrate::uncapital;

/// Returns the section on who answers for what.
pub(super) fn responsible(routine: &Routine<'_>) -> Section {
    let needs = if routine.tells_of_needs() {
        " och vem som ska få veta om den enskilde behöver något annat under tiden"
    } else {
        ""
    };
    let mut told = vec![texts::plain(format!(
        "Rutinen följer ett beslut från den dag då det fattas. Vem som gör vad beror på vilken insats \
         beslutet gäller. Den som är ansvarig följer upp beslutet, håller kontakten med den enskilde \
         och meddelar IVO-rapportören. I tabellen står också vem som skriver sammanfattningen{needs}."
    ))];
    let own_first = routine
        .answers
        .iter()
        .any(|answer| answer.what == What::Points(1..=1));
    if routine.first_act() == Act::Lss && !own_first {
        let name = insats(routine, &What::Points(1..=1), false);
        told.push(texts::plain(format!(
            "{} enligt 9{NO_BREAK}§{NO_BREAK}1{NO_BREAK}LSS står inte i tabellen, eftersom det är regionens \
             uppgift om inget annat är avtalat.",
            capital(&name.unwrap_or_default())
        )));
    }
    Section {
        heading: "Genomförande".to_owned(),
        note: None,
        told,
        tables: vec![Shown::Answers],
    }
}

/// Returns what a share covers: «9 § 2–7 och 9 § 8 i egen regi».
pub(super) fn covered(routine: &Routine<'_>, share: &Share) -> String {
    let alone = routine
        .answers
        .iter()
        .filter(|answer| answer.what.act() == Act::Sol)
        .all(|answer| answer.what == What::Rest);
    let parts: Vec<String> = share::covered(share)
        .into_iter()
        .map(|(what, regi)| {
            let name = match what {
                What::Rest if alone => "insatser".to_owned(),
                What::Rest => "övriga insatser".to_owned(),
                What::Section(_) => format!("insatser enligt {}", lagrum(&what)),
                What::Points(_) | What::Vardboende => lagrum(&what),
            };
            match regi {
                None => name,
                Some(regi) => format!("{name} i{NO_BREAK}{}{NO_BREAK}regi", self::regi(regi)),
            }
        })
        .collect();
    list::and(&parts)
}

/// Returns the section that something is granted under, as the table has it.
pub fn lagrum(what: &What) -> String {
    match what {
        What::Points(points) if points.start() == points.end() => {
            format!("9{NO_BREAK}§{NO_BREAK}{}", points.start())
        }
        What::Points(points) => {
            format!("9{NO_BREAK}§{NO_BREAK}{}–{}", points.start(), points.end())
        }
        What::Vardboende => "särskilt boende".to_owned(),
        What::Section(section) => section.replace(' ', &NO_BREAK.to_string()),
        What::Rest => "övriga insatser".to_owned(),
    }
}

/// Returns the act or section, and the name, of what is granted under
/// socialtjänstlagen.
pub fn of_sol(what: &What) -> (String, String) {
    match what {
        What::Section(_) => (lagrum(what), "Insatser enligt lagrummet".to_owned()),
        What::Vardboende | What::Rest | What::Points(_) => {
            (Act::Sol.name().to_owned(), capital(&lagrum(what)))
        }
    }
}

/// Returns who runs an insats: «egen».
pub fn regi(regi: Regi) -> &'static str {
    let mut names = Regi::NAMES.iter();
    let found = names.find(|(_, known)| *known == regi);
    found.map(|(name, _)| *name).unwrap_or_default()
}

/// Returns the names of the insatser under a point of LSS, short ones for a
/// table.
pub fn insats(routine: &Routine<'_>, what: &What, short: bool) -> Option<String> {
    let What::Points(points) = what else {
        return None;
    };
    let section = format!("9 § {}", points.start());
    let insatser = routine.namnd.insatser.list().iter();
    let names: Vec<String> = insatser
        .filter(|insats| {
            let known = insats.section(Act::Lss, routine.voice.day);
            known.is_some_and(|known| **known == *section)
        })
        .map(|insats| if short { &insats.short } else { &insats.name })
        .map(ToString::to_string)
        .collect();
    let (first, rest) = names.split_first()?;
    let rest = rest.iter().map(|name| uncapital(name));
    let names: Vec<String> = std::iter::once(first.clone()).chain(rest).collect();
    Some(list::and(&names))
}
