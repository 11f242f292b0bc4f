//! How a row ended: by columns of their own, or by one day and a column that
//! says what happened on it.

use std::sync::Arc;

use chrono::NaiveDate;

use super::book::Sheet;
use super::columns::plain;
use super::header::Layout;
use super::meaning::Words;
use super::told::IMPORT_KOLUMN;
use super::told::Told;
use super::told::quoted;
use super::value::Line;

/// The end of a row, as far as it says one.
#[derive(Debug, Default)]
pub(super) struct End {
    /// The day the insats started.
    pub(super) executed_on: Option<NaiveDate>,
    /// The day the beslut was closed without having been executed.
    pub(super) closed_on: Option<NaiveDate>,
    /// Why it was closed, if the type says so.
    pub(super) why: Option<Arc<str>>,
}

/// What a word for the end means.
enum Type {
    Executed,
    Closed,
    Open,
}

/// Tells, once, that a day of an end without its type is not used.
pub(super) fn check(sheet: &Sheet, layout: &Layout, told: &mut Told) {
    if let Some(column) = layout.column("slutdatum")
        && !layout.has("sluttyp")
    {
        told.look(
            &IMPORT_KOLUMN,
            &sheet.at(layout.row, column),
            "kolumnen för slutdatum används inte: ingen kolumn säger om beslutet verkställdes eller \
             avslutades då",
            "lägg till en kolumn «sluttyp» med verkställt eller avslutat, eller skriv i import.yaml \
             vad den är: «kolumner: {verkställt: …}» eller «kolumner: {avslutat: …}»",
        );
    }
}

/// Reads the end of a row.
pub(super) fn read(line: &mut Line<'_>, words: &mut Words<'_>) -> End {
    let mut end = End {
        executed_on: line.event("verkställt"),
        closed_on: line.event("avslutat"),
        why: None,
    };
    if !line.layout.has("sluttyp") || !line.layout.has("slutdatum") {
        return end;
    }
    let (kind, day) = (line.written("sluttyp"), line.event("slutdatum"));
    match (kind, day) {
        (_, None) => {}
        (None, Some(_)) => line.wrong(
            "sluttyp",
            "raden har ett slutdatum, men säger inte om beslutet verkställdes eller avslutades",
            "skriv verkställt eller avslutat, eller töm slutdatumet",
        ),
        (Some(kind), Some(day)) => match typed(&kind) {
            Some(Type::Executed) => end.executed_on = end.executed_on.or(Some(day)),
            Some(Type::Closed) => end.closed_on = end.closed_on.or(Some(day)),
            // The day is then the last of what was granted.
            Some(Type::Open) => {}
            None => match words.avslutsskal(&kind) {
                Ok(why) => {
                    end.closed_on = end.closed_on.or(Some(day));
                    end.why = Some(why);
                }
                Err(_) => {
                    let message = format!(
                        "{} säger inte om beslutet verkställdes eller avslutades",
                        quoted(&kind)
                    );
                    let help = "skriv verkställt, avslutat eller pågående";
                    line.wrong("sluttyp", &message, help);
                }
            },
        },
    }
    end
}

/// Returns what a word for the end means.
fn typed(word: &str) -> Option<Type> {
    let word = plain(word);
    let begins = |starts: &[&str]| starts.iter().any(|start| word.starts_with(start));
    if ["utanverkst", "ejverkstalltavslut", "inteverkstalltavslut"]
        .iter()
        .any(|part| word.contains(part))
    {
        return Some(Type::Closed);
    }
    if begins(&[
        "ejverkst",
        "inteverkst",
        "pagaende",
        "oppe",
        "oppna",
        "vantar",
        "beslutad",
        "beviljad",
        "aktiv",
    ]) {
        return Some(Type::Open);
    }
    if begins(&["verkst", "paborja", "startad", "igang"]) {
        return Some(Type::Executed);
    }
    begins(&["avslut", "upphor", "upphav", "aterta", "aterkall", "avbrut"]).then_some(Type::Closed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_an_end_are_known() {
        let letter = |word: &str| {
            typed(word).map_or('?', |kind| match kind {
                Type::Executed => 'v',
                Type::Closed => 'a',
                Type::Open => 'o',
            })
        };
        for word in [
            "Verkställt",
            "verkställd",
            "Verkställighet påbörjad",
            "Påbörjad",
        ] {
            assert_eq!(letter(word), 'v', "{word}");
        }
        for word in [
            "Avslutat utan verkställighet",
            "Avslutad",
            "Upphört",
            "Återtagen",
            "Ej verkställt, avslutat",
        ] {
            assert_eq!(letter(word), 'a', "{word}");
        }
        for word in ["Ej verkställt", "Pågående", "Öppet", "Inte verkställt"] {
            assert_eq!(letter(word), 'o', "{word}");
        }
        for word in ["", "Klar", "Avliden"] {
            assert_eq!(letter(word), '?', "{word}");
        }
    }
}
