//! What is done after a decision, step by step, by those who answer for it; and
//! after an interruption.

use crate::model::ansvar::Who;
use crate::model::beslut::Act;
use crate::model::share::Share;
use crate::model::share::What;
use crate::narrate::capital;
use crate::narrate::rutin::RUBRIK;
use crate::narrate::rutin::Routine;
use crate::narrate::rutin::Section;
use crate::narrate::rutin::who;
use crate::narrate::texts;
use crate::narrate::texts::Told;

/// Returns the steps after a decision on what a share covers.
pub(super) fn after(routine: &Routine<'_>, share: &Share) -> Section {
    let covered = who::covered(routine, share);
    let heading = match share.act() {
        Act::Lss => format!("Vad händer efter ett gynnande beslut enligt LSS, {covered}?"),
        Act::Sol => format!("Vad händer efter ett gynnande beslut enligt SoL om {covered}?"),
    };
    Section {
        heading,
        note: None,
        told: vec![steps(routine, share)],
        tables: vec![],
    }
}

fn steps(routine: &Routine<'_>, share: &Share) -> Told {
    let who = share.who();
    let (limit, follow_up) = (routine.limit(), routine.follow_up());
    let by = &who.responsible;
    let summary_by = &who.summary_by;
    let mut steps = order(routine, who);
    let ask = if summary_by == by {
        String::new()
    } else {
        format!(" Vid behov hämtas uppgifter från {summary_by}.")
    };
    steps.push(format!(
        "När {follow_up} har gått utan att beslutet är verkställt följer {by} upp det. Inom {} tas kontakt med den \
         enskilde, företrädaren eller vårdnadshavaren om hur det fungerar medan beslutet väntar. Kontakten \
         dokumenteras under rubriken {RUBRIK}.{ask}",
        routine.contact()
    ));
    for answer in &share.of {
        let (Some(meanwhile), What::Points(_)) = (&answer.who.meanwhile, &answer.what) else {
            continue;
        };
        steps.push(format!(
            "Väntar den enskilde på {} enligt {} erbjuds {} under tiden, även om den enskilde har tackat nej \
             till det förut.",
            meanwhile.waits_for,
            who::lagrum(&answer.what),
            meanwhile.offer
        ));
    }
    steps.push(format!(
        "Senast den sista arbetsdagen innan {limit} har gått skriver {summary_by} en sammanfattning av vad som har \
         gjorts under tiden för att verkställa beslutet."
    ));
    steps.push(format!(
        "Den första arbetsdagen efter att {limit} har gått {} ett meddelande till IVO-rapportören.",
        if summary_by == by {
            format!("skickar {by}")
        } else {
            format!("hämtar {by} sammanfattningen och skickar")
        }
    ));
    if let Some(told) = &who.needs_told {
        steps.push(format!(
            "Samma dag får {told} veta om den enskilde behöver någon annan insats under tiden. Ändras behovet \
             senare meddelas {told} på nytt."
        ));
    }
    steps.push(format!(
        "Stegen från uppföljningen görs om {} tills beslutet är verkställt eller avslutat. En ny påminnelse läggs \
         in, men ingen ny beställning skickas.",
        routine.again()
    ));
    steps.push(format!(
        "När insatsen har kommit i gång dokumenterar {by} dagen och meddelar IVO-rapportören, samma dag eller den \
         första arbetsdagen därefter. Detsamma gäller när ett rapporterat beslut avslutas utan att ha verkställts."
    ));
    texts::steps(steps)
}

/// Returns how those who are to carry the beslut out come to know of it.
fn order(routine: &Routine<'_>, who: &Who) -> Vec<String> {
    let (by, summary_by) = (&who.responsible, &who.summary_by);
    let reminder = format!(
        "lägger in en påminnelse om uppföljning {} fram",
        routine.follow_up()
    );
    let works = "arbetar med att verkställa beslutet och dokumenterar fortlöpande vad som görs";
    if let Some(decides) = &who.needs_told {
        vec![
            format!(
                "{} skickar en beställning till {by}, som {reminder}.",
                capital(decides)
            ),
            format!("{} {works}.", capital(by)),
        ]
    } else if summary_by != by {
        vec![
            format!(
                "{} skickar en beställning till {summary_by} och {reminder}.",
                capital(by)
            ),
            format!(
                "{} bevakar sina nya beställningar, {works}.",
                capital(summary_by)
            ),
        ]
    } else {
        vec![
            format!("Beslutet lämnas till {by}, som {reminder}."),
            format!("{} {works}.", capital(by)),
        ]
    }
}

/// Returns what is done when execution is interrupted.
pub(super) fn avbrott(routine: &Routine<'_>) -> Section {
    let (limit, follow_up) = (routine.limit(), routine.follow_up());
    let steps = vec![
        "Utföraren avslutar beställningen och meddelar genast den som är ansvarig enligt tabellen, på ett säkert \
         sätt. Av meddelandet framgår avbrottets första dag. Skälet dokumenteras."
            .to_owned(),
        "Den som skickade beställningen skickar en ny, med avbrottets första dag som startdag, och ser till att den \
         förra är avslutad."
            .to_owned(),
        format!(
            "Sedan följs samma steg som efter ett nytt beslut, räknat från avbrottets första dag: uppföljning efter \
             {follow_up}, rapport när {limit} har gått, och därefter {}.",
            routine.again()
        ),
    ];
    Section {
        heading: "Avbrott i verkställigheten".to_owned(),
        note: None,
        told: vec![
            texts::plain(format!(
                "Ett avbrott rapporteras när insatsen inte har kommit i gång igen inom {limit}. Det gäller alla \
                 insatser."
            )),
            texts::steps(steps),
        ],
        tables: vec![],
    }
}

/// Returns how reporting under socialtjänstlagen is done, where the steps are
/// told under LSS.
pub(super) fn under_sol(routine: &Routine<'_>) -> Option<Section> {
    if routine.first_act() == Act::Sol {
        return None;
    }
    let shares = routine.shares.iter();
    let shares: Vec<&Share> = shares.filter(|share| share.act() == Act::Sol).collect();
    let lines: Vec<String> = shares
        .iter()
        .map(|share| {
            let who = share.who();
            let what = capital(&who::covered(routine, share));
            let by = &who.responsible;
            if who.summary_by == *by {
                format!(
                    "{what}: {by} följer upp beslutet, håller kontakten med den enskilde, skriver sammanfattningen \
                     och meddelar IVO-rapportören."
                )
            } else {
                format!(
                    "{what}: {by} följer upp beslutet, håller kontakten med den enskilde och meddelar \
                     IVO-rapportören. Sammanfattningen skrivs av {}.",
                    who.summary_by
                )
            }
        })
        .collect();
    let heading = if shares.is_empty() {
        return None;
    } else if routine.answers.iter().any(|it| it.what == What::Vardboende) {
        "Hur hanteras rapporteringen av särskilt boende och andra insatser enligt SoL?"
    } else {
        "Hur hanteras rapporteringen enligt SoL?"
    };
    Some(Section {
        heading: heading.to_owned(),
        note: None,
        told: vec![
            texts::plain(format!(
                "Beslut enligt SoL följs på samma dagar, dokumenteras och meddelas på samma sätt som beslut enligt LSS. \
                 I titeln står «{}» i stället för lagrummet. Ansvaret är fördelat så:",
                routine.namnd.ivo.title_sol
            )),
            texts::items(lines),
        ],
        tables: vec![],
    })
}
