//! The key list: which case number an id stands for. It lies beside the key,
//! outside the data, and what is read here is shown on a screen only.
//!
//! A CSV file with a header: a column `id`, and one for the number, which is
//! `ärendenummer` or else the first of the others. UTF-8, or Windows-1252 as
//! Excel writes it; semicolons, commas or tabs.

#![expect(
    clippy::disallowed_methods,
    reason = "`load` is the room that reads files"
)]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use crate::document::ascii;
use crate::error::Error;

/// Reads a key list.
pub fn read(path: &Path) -> Result<BTreeMap<String, String>, Error> {
    let bytes = std::fs::read(path).map_err(|cause| Error::Read {
        path: path.to_owned(),
        cause,
    })?;
    parse(&bytes).map_err(|reason| Error::KeyList {
        path: path.to_owned(),
        reason: reason.to_owned(),
    })
}

fn parse(bytes: &[u8]) -> Result<BTreeMap<String, String>, &'static str> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0,
    };
    let head = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b'\t']
        .into_iter()
        .find(|sign| head.as_bytes().contains(sign))
        .unwrap_or(b',');
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_reader(text.as_bytes());
    let broken = "den är ingen CSV-fil";
    let head = rows.headers().map_err(|_| broken)?.clone();
    let named = |wanted: &str| {
        let mut names = head.iter();
        names.position(|name| ascii(&name.trim().to_lowercase()) == wanted)
    };
    let id = named("id").ok_or("det finns ingen kolumn «id» på första raden")?;
    let number = named("arendenummer")
        .or_else(|| (0..head.len()).find(|at| *at != id))
        .ok_or("det finns ingen kolumn med ärendenummer")?;
    let mut list = BTreeMap::new();
    for row in rows.records() {
        let row = row.map_err(|_| broken)?;
        let cell = |at| row.get(at).map(str::trim).filter(|text| !text.is_empty());
        if let (Some(id), Some(number)) = (cell(id), cell(number)) {
            list.insert(id.to_owned(), number.to_owned());
        }
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(bytes: &[u8], expected: Result<&[(&str, &str)], &str>) {
        let own = |text: &&str| (*text).to_owned();
        let expected = expected.map(|pairs| {
            let pairs = pairs.iter();
            pairs.map(|(id, number)| (own(id), own(number))).collect()
        });
        assert_eq!(parse(bytes), expected);
    }

    #[test]
    fn key_lists_of_several_makes() {
        let two: Result<&[_], _> = Ok(&[("A-1", "2026-17"), ("A-2", "2026-18")]);
        case(
            "id;ärendenummer\r\nA-1;2026-17\r\nA-2;2026-18\r\n".as_bytes(),
            two,
        );
        case(
            "\u{feff}Insats,Ärendenummer,Id\nx,2026-17,A-1\n\"y,z\",2026-18,A-2\n".as_bytes(),
            two,
        );
        case(b"id;\xE4rendenummer\nA-1;2026-17\nA-2;2026-18", two);
        case(b"id\tdnr\nA-1\t 2026-17 \nA-2\t2026-18\nA-3\t\n", two);
        case(
            b"nummer;namn\n1;2\n",
            Err("det finns ingen kolumn «id» på första raden"),
        );
        case(b"id\nA-1\n", Err("det finns ingen kolumn med ärendenummer"));
    }
}
