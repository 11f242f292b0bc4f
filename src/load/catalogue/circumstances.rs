//! The list of sensitive circumstances, `omstandigheter.yaml`, as it is compared.

use serde::Deserialize;

use crate::model::catalogue::Circumstance;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    stam: String,
    betyder: String,
    #[serde(default)]
    undantag: Vec<String>,
}

/// Reads the list.
pub(super) fn built_in() -> Vec<Circumstance> {
    let list: Vec<Raw> = super::read(include_str!("../../catalogue/omstandigheter.yaml"));
    list.into_iter()
        .map(|raw| Circumstance {
            stem: raw.stam.into(),
            meaning: raw.betyder.into(),
            except: raw.undantag.into_iter().map(Into::into).collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::catalogue::compared;
    use crate::personal::sensitive;

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let list = built_in();
        let (entries, _) = compared(&list);
        let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
        let found: Vec<&str> = sensitive(text, &entries)
            .into_iter()
            .map(|(at, _)| &text[at])
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_list_is_sound() {
        let list = built_in();
        assert!((40..=80).contains(&list.len()), "{}", list.len());
        for (at, one) in list.iter().enumerate() {
            assert!(!one.meaning.is_empty(), "{}", one.stem);
            let stem = one.stem.to_lowercase();
            case(&format!("x {} y", one.stem), &[&one.stem]);
            for except in &one.except {
                assert!(except.to_lowercase().starts_with(&stem), "{except}");
                case(&format!("x {except} y"), &[]);
            }
            for (other, two) in list.iter().enumerate() {
                let inside = stem.starts_with(&two.stem.to_lowercase());
                assert!(at == other || !inside, "{}", one.stem);
            }
        }
    }

    #[test]
    fn an_entry_is_told_by_what_it_means() {
        let list = built_in();
        let (entries, meanings) = compared(&list);
        let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
        let [(_, entry)] = sensitive("familjen blev vräkt", &entries)[..] else {
            panic!("one word is on the list");
        };
        assert_eq!(meanings[entry], "vräkning");
    }

    #[test]
    fn circumstances_are_found_in_any_form() {
        case("den enskilde ska opereras", &["opereras"]);
        case(
            "frihetsberövad och åter i rättpsykiatrin",
            &["frihetsberövad", "rättpsykiatrin"],
        );
        case("efter en operation på sjukhus", &["operation", "sjukhus"]);
        case("vård enligt LVU eller lrv", &["LVU", "lrv"]);
        case(
            "skulder hos Kronofogden och avhysning",
            &["skulder", "Kronofogden", "avhysning"],
        );
        case("han är dömd för misshandel", &["dömd", "misshandel"]);
        case("har dött, avlidit", &["dött", "avlidit"]);
    }

    #[test]
    fn other_words_are_left_alone() {
        case(
            "operationell och operativ nivå, operationalisera, operatör",
            &[],
        );
        case("avbrott i verkställigheten, ett brottstycke", &[]);
        case("utdömande av en särskild avgift, avgiftsfri", &[]);
        case("anhållan om utredning, anhåller om svar", &[]);
        case("psykosocial arbetsmiljö", &[]);
        case("Missbruks- och beroendevård", &[]);
        case("vi skulle ha skuldror", &[]);
        case("ett dödläge i förhandlingen", &[]);
        case(
            "sjukdom, skada, nedsatt psykiskt mående, ohälsa, utomlands",
            &[],
        );
        case("kommunens politiker, policy och polisong", &[]);
        case("socialpsykiatri", &[]);
        case("resultatet utvisar", &[]);
    }
}
