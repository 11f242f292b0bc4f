//! What was decided, as JSON of its own `format: 1`: the figures that were
//! told, and the fingerprints of the papers that told them.
//!
//! The rows are there for the profile that shows them to everybody, and for no
//! other: the file lies among the nämnd's data for as long as there is a nämnd.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::export::Corrected;
use crate::export::Number;
use crate::export::Row;
use crate::export::followed;
use crate::export::is_told;
use crate::export::number;
use crate::export::row;
use crate::model::decided::Correction;
use crate::model::decided::Paper;
use crate::model::namnd::Namnd;
use crate::model::profile::Profile;
use crate::model::quarter::Quarter;
use crate::protect::Published;

/// The file.
#[derive(Serialize)]
struct File<'a> {
    format: u32,
    program: &'static str,
    kommun: &'a str,
    #[serde(rename = "nämnd")]
    namnd: &'a str,
    kvartal: String,
    #[serde(rename = "rättelse", skip_serializing_if = "Option::is_none")]
    correction: Option<Corrected<'a>>,
    handlingar: Vec<Handling<'a>>,
    profiler: BTreeMap<&'static str, Figures<'a>>,
}

/// A document.
#[derive(Serialize)]
struct Handling<'a> {
    id: &'a str,
    profil: &'static str,
    sha256: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256_siffror: Option<&'a str>,
    #[serde(rename = "innehåll")]
    content: &'a str,
}

/// What one profile was told.
#[derive(Serialize)]
struct Figures<'a> {
    #[serde(rename = "räknat")]
    counted: bool,
    #[serde(rename = "följt")]
    followed: bool,
    siffror: Vec<Number<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    beslut: Vec<Row<'a>>,
}

/// Returns the file of a decided quarter.
pub fn decided(
    namnd: &Namnd,
    quarter: Quarter,
    correction: Option<&Correction>,
    papers: &[Paper],
    published: &BTreeMap<Profile, &Published>,
) -> Vec<u8> {
    let file = File {
        format: 1,
        program: concat!("evb ", env!("CARGO_PKG_VERSION")),
        kommun: &namnd.kommun,
        namnd: &namnd.name,
        kvartal: quarter.to_string(),
        correction: correction.map(Corrected::from),
        handlingar: papers.iter().map(handling).collect(),
        profiler: published
            .iter()
            .map(|(profile, published)| (profile.name(), figures(published)))
            .collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&file).expect("plain data can always be written");
    bytes.push(b'\n');
    bytes
}

fn handling(paper: &Paper) -> Handling<'_> {
    Handling {
        id: &paper.id,
        profil: paper.profile.name(),
        sha256: &paper.sha256,
        sha256_siffror: paper.beside.as_deref(),
        content: &paper.content,
    }
}

fn figures(published: &Published) -> Figures<'_> {
    let cells = published.cells.iter().filter(|(key, _)| is_told(key));
    let open = published.profile == Profile::Oppen;
    let rows = published.rows.iter().filter(|_| open);
    Figures {
        counted: published.cells.counted(),
        followed: followed(published),
        siffror: cells.filter_map(|(key, cell)| number(key, cell)).collect(),
        beslut: rows.map(row).collect(),
    }
}
