//! What the worksheets of individrapporter say: how many there are, and of each
//! what IVO's form asks for and the data knows, in the form's own words.

use chrono::NaiveDate;

use crate::model::beslut::Delvis;
use crate::model::beslut::Outcome;
use crate::model::beslut::Sex;
use crate::model::beslut::Status;
use crate::model::duty::Individrapport;
use crate::model::duty::ReportType;
use crate::model::offer::Answer;
use crate::model::offer::Offer;
use crate::narrate::Voice;
use crate::narrate::date;
use crate::narrate::list;
use crate::narrate::number::Counts;
use crate::narrate::number::NO_BREAK;
use crate::protect::Case;

/// What the first page says of a quarter's reports.
pub fn overview(
    voice: &Voice<'_>,
    reports: &[&Individrapport],
    window: (NaiveDate, NaiveDate),
) -> Vec<String> {
    let all = count(reports.len());
    let of_kind = |kind| count(reports.iter().filter(|it| it.kind == kind).count());
    let kinds: Vec<(u32, [&str; 2])> = ReportType::NAMES
        .iter()
        .map(|(_, kind)| (of_kind(*kind), noun(*kind)))
        .filter(|(n, _)| *n > 0)
        .collect();
    let late = count(reports.iter().filter(|it| it.late_since.is_some()).count());
    let counts: Vec<u32> = kinds.iter().map(|(n, _)| *n).chain([all, late]).collect();
    let numbers = voice.numbers.among(&counts);
    let told: Vec<String> = kinds
        .iter()
        .map(|(n, nouns)| counted(numbers, *n, *nouns))
        .collect();
    let quarter = date::quarter(voice.published.quarter);
    let what = match kinds.as_slice() {
        [] => {
            return vec![format!(
                "Det finns inget beslut att rapportera till IVO för {quarter}. Då skickas ingen \
                 rapport."
            )];
        }
        [_] => format!("För {quarter} ska {} lämnas till IVO.", told[0]),
        _ => format!(
            "För {quarter} ska {} lämnas till IVO: {}.",
            counted(numbers, all, ["rapport", "rapporter"]),
            list::and(&told)
        ),
    };
    let sent = date::span(window.0, window.1);
    let when = match late {
        0 => Some(format!("Rapporterna lämnas {sent}")),
        n if n == all => None,
        _ => Some(format!("I övrigt lämnas rapporterna {sent}")),
    };
    let when = when.map(|when| format!("{when}; en slutrapport kan lämnas när som helst."));
    let late = match late {
        0 => None,
        n if n == all && n == 1 => Some("Den är sen och lämnas genast.".to_owned()),
        n if n == all => Some("Alla är sena och lämnas genast.".to_owned()),
        1 => Some(format!(
            "Av dem är {} sen och lämnas genast.",
            numbers.common(1)
        )),
        n => Some(format!(
            "Av dem är {} sena och lämnas genast.",
            numbers.common(n)
        )),
    };
    let told: Vec<String> = [Some(what), late, when].into_iter().flatten().collect();
    vec![
        told.join(" "),
        "Uppgifterna står i den ordning som formuläret har dem. Tomma rutor fylls i för hand. Titeln \
         kopieras så som den står, och inget annat får stå i den."
            .to_owned(),
    ]
}

/// Returns why some rows of the quarter have no report, a sentence each.
pub fn unreported(cases: &[&Case]) -> Vec<String> {
    let without = |court: bool, one: &str, many: &str| {
        let cases = cases.iter();
        let cases = cases.filter(|case| case.reports.is_empty() && case.beslut.court == court);
        let numbers: Vec<String> = cases.map(|case| case.nr.to_string()).collect();
        let why = if numbers.len() == 1 { one } else { many };
        let told = format!(
            "Nr{NO_BREAK}{} {why} och rapporteras inte till IVO.",
            list::and(&numbers)
        );
        (!numbers.is_empty()).then_some(told)
    };
    let early = "väntade inte i tre månader";
    let courts = without(true, "är beviljat av domstol", "är beviljade av domstol");
    courts
        .into_iter()
        .chain(without(false, early, early))
        .collect()
}

/// Returns the sex as IVO's form has it.
pub fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Kvinna => "Kvinna/Flicka",
        Sex::Man => "Man/Pojke",
        Sex::Annat => "Annat",
    }
}

/// Returns an offer with its answer: «2026-06-02: nej».
pub fn offer(offer: &Offer) -> String {
    let day = offer.on.map(|day| day.to_string());
    let answer = match offer.answer {
        Answer::Yes => "ja",
        Answer::No => "nej",
        Answer::Waiting => "inget svar ännu",
    };
    format!("{}: {answer}", day.as_deref().unwrap_or("okänd dag"))
}

/// Returns what is executed of a part: «sedan 2025-06-23: 10 timmar».
pub fn delvis(delvis: &Delvis) -> String {
    match delvis.from {
        Some(from) => format!("sedan {from}: {}", delvis.extent),
        None => delvis.extent.to_string(),
    }
}

/// Returns what whoever fills in the form must know beside, a sentence each.
pub fn remarks(case: &Case, report: &Individrapport) -> Vec<String> {
    let late = report.late_since.map(|quarter| {
        format!(
            "Rapporten är sen: den skulle ha lämnats för {}.",
            date::quarter(quarter)
        )
    });
    let forhandsbesked = (report.forhandsbesked && report.kind.is_first()).then(|| {
        "Beslutet är ett förhandsbesked; det anges bara i den första rapporten.".to_owned()
    });
    let renews = report.renews.as_deref().map(|id| {
        format!("Beslutet förnyar {id}, som aldrig verkställdes; skriv det i rapporten.")
    });
    let protected = case.beslut.protected.then(|| {
        "Den enskilde har skyddade personuppgifter; skriv det i fältet för övriga upplysningar."
            .to_owned()
    });
    let later = match case.beslut.status {
        Status::Remaining {
            later: Some((outcome, day)),
        } => {
            let became = match outcome {
                Outcome::Executed => "verkställdes",
                Outcome::Closed => "avslutades",
            };
            Some(format!(
                "Beslutet {became} {day}, efter kvartalets slut, och slutrapporteras särskilt."
            ))
        }
        Status::Remaining { later: None } | Status::Executed(_) | Status::Closed(_) => None,
    };
    [late, forhandsbesked, renews, protected, later]
        .into_iter()
        .flatten()
        .collect()
}

/// Returns what a kind of report is called, one and several.
fn noun(kind: ReportType) -> [&'static str; 2] {
    match kind {
        ReportType::New => ["nyrapportering", "nyrapporteringar"],
        ReportType::NewAvbrott => ["nyrapportering av avbrott", "nyrapporteringar av avbrott"],
        ReportType::Again => ["återrapportering", "återrapporteringar"],
        ReportType::Executed => [
            "slutrapportering av ett verkställt beslut",
            "slutrapporteringar av verkställda beslut",
        ],
        ReportType::Closed => [
            "slutrapportering av ett avslutat beslut",
            "slutrapporteringar av avslutade beslut",
        ],
    }
}

fn counted(numbers: Counts, count: u32, [one, many]: [&str; 2]) -> String {
    let noun = if count == 1 { one } else { many };
    format!("{}{NO_BREAK}{noun}", numbers.common(count))
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
