//! What stands after a flag, as what it means; or what to write instead.

use crate::document::ascii;
use crate::finding::Rule;
use crate::model::profile::Profile;
use crate::model::quarter::Quarter;
use crate::pipeline;

pub(super) fn profile(text: &str) -> Result<Profile, String> {
    let wanted = ascii(&text.to_lowercase());
    Profile::NAMES
        .iter()
        .find(|(name, _)| ascii(name) == wanted)
        .map(|(_, profile)| *profile)
        .ok_or_else(|| "skriv öppen, publik, revisor eller ivo".to_owned())
}

pub(super) fn rule(text: &str) -> Result<&'static Rule, String> {
    pipeline::rule(text).map_err(|near| match near {
        Some(near) => format!("det finns ingen sådan regel; menade du «{near}»?"),
        None => "det finns ingen sådan regel; «evb granska --lista» visar alla".to_owned(),
    })
}

pub(super) fn quarters(text: &str) -> Result<(Quarter, Quarter), String> {
    let one = |text: &str| {
        text.parse::<Quarter>()
            .map_err(|()| format!("«{text}» är inget kvartal; skriv 2023-Q4"))
    };
    match text.split_once("..") {
        None => one(text).map(|quarter| (quarter, quarter)),
        Some((first, last)) => match (one(first)?, one(last)?) {
            (first, last) if first > last => Err(format!("{first} kommer efter {last}")),
            range => Ok(range),
        },
    }
}
