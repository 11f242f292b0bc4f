//! What a file in a nämnd's folder is, by its name.

use unicode_normalization::UnicodeNormalization as _;

use crate::load::quarter_of;
use crate::model::quarter::Quarter;

pub(super) const NAMND: &str = "namnd.yaml";
const BEVAKNING: &str = "bevakning.yaml";
const IMPORT: &str = "import.yaml";

/// What a file is, by its name.
pub(super) enum Role {
    Namnd,
    Quarter(Quarter),
    Bevakning,
    Import,
    /// Nothing of ours.
    Other,
    /// Nearly one of ours: what to do about it.
    Misnamed(String),
}

/// Returns what a file is. A name that is nearly one of ours is told, since
/// its content would silently be left out.
pub(super) fn role(name: &str) -> Role {
    match name {
        NAMND => return Role::Namnd,
        BEVAKNING => return Role::Bevakning,
        IMPORT => return Role::Import,
        _ => {}
    }
    if let Some(quarter) = quarter_of(name) {
        return Role::Quarter(quarter);
    }
    // Some systems write å as two characters in file names.
    let lower: String = name.to_lowercase().nfc().collect();
    let yaml = |name: &str| name.ends_with(".yaml") || name.ends_with(".yml");
    let added = lower.strip_suffix(".txt").filter(|rest| yaml(rest));
    let stem = lower.split('.').next().unwrap_or_default();
    let meant = match stem.to_uppercase().parse::<Quarter>() {
        Ok(quarter) => Some(format!("{quarter}.yaml")),
        Err(_) => [NAMND, BEVAKNING, IMPORT]
            .into_iter()
            .find(|known| crate::document::ascii(stem) == known.trim_end_matches(".yaml"))
            .map(str::to_owned),
    };
    Role::Misnamed(match (added, meant) {
        (Some(_), Some(meant)) => {
            format!("Anteckningar har lagt till .txt; döp om filen till {meant}")
        }
        (None, Some(meant)) if lower.ends_with(".txt") || yaml(&lower) => {
            if meant.starts_with(|c: char| c.is_ascii_digit()) {
                format!("filen ska heta {meant}")
            } else {
                format!("menade du «{meant}»?")
            }
        }
        (Some(_), None) => {
            "Anteckningar har lagt till .txt; döp om filen, till exempel till 2023-Q4.yaml"
                .to_owned()
        }
        _ if yaml(&lower) => "döp om den till kvartalet, till exempel 2023-Q4.yaml, eller flytta \
                              den ur mappen"
            .to_owned(),
        _ => return Role::Other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(name: &str, expected: Option<&str>) {
        let help = match role(name) {
            Role::Misnamed(help) => Some(help),
            _ => None,
        };
        assert_eq!(help.as_deref(), expected, "{name}");
    }

    #[test]
    fn names_that_are_nearly_right_are_told() {
        let added = "Anteckningar har lagt till .txt; döp om filen till 2023-Q3.yaml";
        case("2023-Q3.yaml", None);
        case("2023-Q3.yaml.txt", Some(added));
        case("2023-Q4.yml", Some("filen ska heta 2023-Q4.yaml"));
        case("2023-q4.yaml", Some("filen ska heta 2023-Q4.yaml"));
        case("2023-Q4.txt", Some("filen ska heta 2023-Q4.yaml"));
        case("Namnd.yaml", Some("menade du «namnd.yaml»?"));
        case("nämnd.yaml", Some("menade du «namnd.yaml»?"));
        case("2023-Q4.xlsx", None);
        case("anteckningar.txt", None);
        case("2023-Q4.pdf", None);
    }
}
