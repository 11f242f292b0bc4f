//! The purpose, which beslut are reported, and when.

use chrono::Datelike;
use chrono::NaiveDate;

use crate::model::beslut::Act;
use crate::model::clock::Clock;
use crate::model::clock::MONTHS;
use crate::model::duty::ReportType;
use crate::model::workdays::Workdays;
use crate::narrate::capital;
use crate::narrate::date;
use crate::narrate::law;
use crate::narrate::list;
use crate::narrate::rutin::Routine;
use crate::narrate::rutin::Section;
use crate::narrate::rutin::Shown;
use crate::narrate::texts;

/// Returns why there is a routine.
pub(super) fn purpose(routine: &Routine<'_>) -> Section {
    let (voice, namnd) = (routine.voice, &routine.namnd.name);
    let acts: Vec<String> = voice.acts.iter().map(|a| a.name().to_owned()).collect();
    let authority = voice.law.authority(voice.day);
    let receiver = match authority.map(|it| (&it.definite, &it.short)) {
        Some((name, Some(short))) => format!("{name} ({short})"),
        Some((name, None)) => name.to_string(),
        None => routine.authority(),
    };
    let duty = format!(
        "{namnd} ska rapportera till {receiver} när ett gynnande beslut enligt {} inte har verkställts \
         inom {}. Detsamma gäller när en insats har avbrutits och inte har kommit i gång på nytt inom \
         samma tid. Dröjer det för länge kan {} begära hos förvaltningsrätten att kommunen ska betala en \
         särskild avgift.",
        list::or(&acts),
        routine.limit(),
        routine.authority()
    );
    let purpose = "Rutinen säger vem som gör vad, och när, från beslutet till den sista rapporten. Den är till \
                   för att ingen rapport ska glömmas, för att alla ska lämnas på samma sätt och för att den \
                   enskilde inte ska lämnas utan kontakt under väntan.";
    let cited = law::cited(voice, &["rapport", "verkstalld"]);
    Section {
        heading: "Syfte".to_owned(),
        note: cited.map(|cited| format!("Bestämmelserna finns i {cited}.")),
        told: vec![texts::plain(duty), texts::plain(purpose)],
        tables: vec![],
    }
}

/// Returns which beslut are reported.
pub(super) fn reported(routine: &Routine<'_>) -> Section {
    let (voice, limit) = (routine.voice, routine.limit());
    let lss = voice.acts.contains(&Act::Lss);
    let kinds = ReportType::NAMES.map(|(name, kind)| {
        let told = match kind {
            ReportType::New => match routine.namnd.clock {
                Clock::Law => format!("beslutet väntar fortfarande när {limit} har gått"),
                Clock::PreviousQuarter => "beslutet fattades senast den sista dagen i ett kvartal och väntar \
                                           fortfarande den sista dagen i nästa"
                    .to_owned(),
            },
            ReportType::NewAvbrott => match routine.namnd.clock {
                Clock::Law => format!(
                    "insatsen har avbrutits och är inte i gång igen när {limit} har gått, räknat från \
                     avbrottets första dag"
                ),
                Clock::PreviousQuarter => "insatsen avbröts senast den sista dagen i ett kvartal och är inte i \
                                           gång igen den sista dagen i nästa"
                    .to_owned(),
            },
            ReportType::Again => format!(
                "ett rapporterat beslut väntar fortfarande; rapporten lämnas {} med alla uppgifter på nytt",
                routine.again()
            ),
            ReportType::Executed => {
                "ett rapporterat beslut har verkställts; dagen anges".to_owned()
            }
            ReportType::Closed => "ett rapporterat beslut har avslutats utan att ha verkställts; dagen och \
                                   skälet anges"
                .to_owned(),
        };
        format!("{name}: {told}.")
    });
    let n = u32::try_from(kinds.len()).unwrap_or_default();
    let number = voice.numbers.among(&[n]).common(n);
    let lead = format!("Rapporterna är av {number} slag:");
    let mut told = vec![texts::plain(lead), texts::steps(kinds.to_vec())];
    let counted = match routine.namnd.clock {
        Clock::Law => {
            let since = routine.quarter.previous().last_day();
            let due = routine.namnd.clock.reportable_from(since);
            format!(
                "Tiden räknas i kalendermånader, och beslutet ska rapporteras från dagen efter att den har gått \
                 ut. Ett beslut från {} ska alltså rapporteras från {}.",
                date::day(since),
                date::day(due)
            )
        }
        Clock::PreviousQuarter => format!(
            "Nämnden räknar i hela kvartal. Ett beslut från {} ska alltså rapporteras från {}.",
            date::day(routine.quarter.previous().last_day()),
            date::day(
                routine
                    .namnd
                    .clock
                    .reportable_from(routine.quarter.previous().last_day())
            )
        ),
    };
    told.push(texts::plain(format!(
        "{counted} Rapporten gäller ett beslut, inte en person: har någon två beslut som väntar lämnas \
         två rapporter."
    )));
    told.push(texts::plain(
        "Beslutet är verkställt först när insatsen har kommit i gång. Den som har tackat nej till ett \
         erbjudande, eller har tackat ja och väntar på att få flytta in, har alltså ett beslut som ska \
         rapporteras. Är insatsen delvis i gång rapporteras den del som återstår.",
    ));
    let renewed = "Löper ett beslut ut utan att ha verkställts, och ett nytt tar vid dagen efter, räknas tiden \
                   från det nya beslutet. I den första rapporten om det nya står att det förra aldrig \
                   verkställdes.";
    let forhandsbesked = " Ett förhandsbesked rapporteras som andra beslut, och det anges bara i den första \
                          rapporten.";
    told.push(texts::plain(format!(
        "{renewed}{}",
        if lss { forhandsbesked } else { "" }
    )));
    told.push(texts::plain(format!(
        "En insats som domstol har beviljat rapporteras inte, men kommunen kan få betala särskild avgift \
         också för den. Har den enskilde skyddade personuppgifter rapporteras beslutet som andra, och {} får \
         veta det i rapporten.",
        routine.authority()
    )));
    Section {
        heading: format!("Vilka beslut ska rapporteras till {}?", routine.authority()),
        note: None,
        told,
        tables: vec![],
    }
}

/// Returns when reports are sent.
pub(super) fn when(routine: &Routine<'_>) -> Section {
    let authority = routine.authority();
    let windows: Vec<String> = in_the_year(routine)
        .into_iter()
        .map(|(from, to)| {
            let month = |day: NaiveDate| MONTHS[day.month0() as usize];
            if from.month() == to.month() {
                month(from).to_owned()
            } else {
                format!("{}–{}", month(from), month(to))
            }
        })
        .collect();
    let mut told = vec![texts::plain(format!(
        "Rapporterna till {authority} lämnas en gång i kvartalet av IVO-rapportören: i {}. De ska vara inne \
         senast den sista dagen i perioden, som står i tabellen. En slutrapport kan lämnas när som helst, och \
         lämnas så snart det går.",
        list::and(&windows)
    ))];
    told.push(texts::plain(format!(
        "Meddelandena till IVO-rapportören väntar inte på perioden, utan skickas allteftersom {} har gått för vart \
         och ett av besluten. En rapport som har missats lämnas så snart det upptäcks, även om perioden är \
         slut.",
        routine.limit()
    )));
    told.push(texts::plain(days_off(
        &routine.namnd.ivo.workdays,
        routine.quarter.first_day(),
    )));
    Section {
        heading: "När ska rapporteringen göras?".to_owned(),
        note: None,
        told,
        tables: vec![Shown::Windows, Shown::Days],
    }
}

/// Returns the windows in the order of a calendar year.
fn in_the_year(routine: &Routine<'_>) -> Vec<(NaiveDate, NaiveDate)> {
    let mut windows = routine.year().map(|quarter| routine.window(quarter));
    windows.sort_by_key(|(from, _)| from.month());
    windows.to_vec()
}

/// Returns which days nobody is at work: the usual ones, and the nämnd's own
/// from a day on.
fn days_off(workdays: &Workdays, from: NaiveDate) -> String {
    let mut text =
        "Lördagar, söndagar och helgdagar är inga arbetsdagar, och inte heller midsommarafton, \
                    julafton och nyårsafton."
            .to_owned();
    let days = |days: Vec<&NaiveDate>| {
        let days = days.into_iter().filter(|day| from <= **day);
        days.map(|day| date::day(*day)).collect::<Vec<_>>()
    };
    match days(workdays.off.iter().collect()).as_slice() {
        [] => {}
        [one] => text.push_str(&format!(" Dessutom är {one} arbetsfri.")),
        many => text.push_str(&format!(" Dessutom är {} arbetsfria.", list::and(many))),
    }
    match days(workdays.worked.difference(&workdays.off).collect()).as_slice() {
        [] => {}
        [one] => text.push_str(&format!(" {} är däremot en arbetsdag.", capital(one))),
        many => {
            let many = capital(&list::and(many));
            text.push_str(&format!(" {many} är däremot arbetsdagar."));
        }
    }
    text
}
