//! Other papers of the matter: what they are called, and what became of them.

use crate::document::Kind;
use crate::model::instans::Earlier;
use crate::model::namnd::Namnd;
use crate::model::quarter::Quarter;
use crate::model::report::Order;
use crate::narrate::date;
use crate::narrate::number::NO_BREAK;
use crate::narrate::uncapital;

/// Returns what a kind of paper is called, in its form's own words.
pub fn kind(namnd: &Namnd, order: &Order) -> String {
    let form = namnd.form(order.instans, order.kind);
    match form.and_then(|form| form.title.as_deref()) {
        Some(title) => title.to_owned(),
        None => match order.kind {
            Kind::Rapport => "Rapport".to_owned(),
            Kind::Statistikrapport => "Statistikrapport".to_owned(),
            Kind::Revisorsrapport => "Rapport till revisorerna".to_owned(),
            Kind::Tjansteutlatande => "Tjänsteutlåtande".to_owned(),
            Kind::Protokollsutdrag => "Protokollsutdrag".to_owned(),
            Kind::IvoUnderlag => "Underlag för rapportering till IVO".to_owned(),
            Kind::Rutin => "Rutin för ej verkställda beslut".to_owned(),
            Kind::LangVantan => "Lång väntan".to_owned(),
        },
    }
}

/// Returns a paper of the quarter by its title.
pub fn title(namnd: &Namnd, order: &Order, quarter: Quarter) -> String {
    let kind = kind(namnd, order);
    let organ = uncapital(&namnd.organ_name(order.instans));
    match order.kind {
        Kind::Rapport | Kind::Statistikrapport | Kind::Revisorsrapport => format!(
            "{kind} om ej verkställda beslut, {}",
            date::quarter(quarter)
        ),
        Kind::Rutin => kind,
        Kind::IvoUnderlag | Kind::LangVantan => format!("{kind}, {}", date::quarter(quarter)),
        Kind::Tjansteutlatande => format!("{kind} till {organ}"),
        Kind::Protokollsutdrag => format!("{kind} från {organ}{}", paragraph(order.paragraph)),
    }
}

/// Returns a paper with its day: «…, daterad den 10 januari 2024».
pub fn dated(namnd: &Namnd, order: &Order, quarter: Quarter) -> String {
    format!(
        "{}, {}",
        title(namnd, order, quarter),
        date::day(order.dated_on)
    )
}

/// Returns what has been done in an earlier step, by the order if the step is a
/// paper of the quarter.
pub fn earlier(namnd: &Namnd, step: &Earlier, order: Option<&Order>) -> Option<String> {
    match (step, order) {
        (
            Earlier::Elsewhere {
                instans,
                paragraph: number,
                on,
                diarienummer,
            },
            _,
        ) => Some(format!(
            "{instans} behandlade ärendet {}{}{}.",
            date::day(*on),
            paragraph(*number),
            registered(diarienummer.as_deref())
        )),
        (Earlier::Order(_), None) => None,
        (Earlier::Order(_), Some(order)) => {
            let registered = registered(order.diarienummer.as_deref());
            let organ = namnd.organ_name(order.instans);
            Some(match order.kind {
                Kind::Protokollsutdrag => match order.meeting_on {
                    Some(day) => format!(
                        "{organ} behandlade ärendet {}{}{registered}.",
                        date::day(day),
                        paragraph(order.paragraph)
                    ),
                    None => format!("{organ} behandlar ärendet{registered}."),
                },
                _ => format!(
                    "{} till {} är från {}{registered}.",
                    kind(namnd, order),
                    uncapital(&organ),
                    date::day(order.dated_on)
                ),
            })
        }
    }
}

fn paragraph(number: Option<u32>) -> String {
    number.map_or_else(String::new, |n| format!(", §{NO_BREAK}{n}"))
}

fn registered(diarienummer: Option<&str>) -> String {
    // A number is not broken over two lines.
    let whole = |dnr: &str| dnr.replace(' ', &NO_BREAK.to_string());
    diarienummer.map_or_else(String::new, |dnr| format!(" (diarienummer {})", whole(dnr)))
}
