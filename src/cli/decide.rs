//! The commands about what was decided: `faststall` and `jamfor`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::Format;
use crate::cli::Told;
use crate::cli::findings::format;
use crate::model::quarter::Quarter;
use crate::pipeline::decide::Wish;

/// `evb faststall`.
#[derive(Debug, Args)]
pub struct Decide {
    /// Kvartalet som fastställs, till exempel 2023-Q4
    #[arg(value_name = "KVARTAL", value_parser = quarter)]
    kvartal: Quarter,
    /// Mappen med alla nämnder, en nämnds mapp eller en kvartalsfil (annars data)
    #[arg(
        value_name = "SÖKVÄG",
        default_value = "data",
        hide_default_value = true
    )]
    pub path: PathBuf,
    /// Bara denna nämnd (mappens namn; får upprepas)
    #[arg(long = "nämnd", alias = "namnd", value_name = "NAMN")]
    namnd: Vec<String>,
    /// Mappen som handlingarna ligger i
    #[arg(
        long,
        value_name = "MAPP",
        default_value = "output",
        hide_default_value = true
    )]
    pub ut: PathBuf,
    /// How findings are told.
    #[command(flatten)]
    pub told: Told,
}

impl Decide {
    /// Returns what is to be decided.
    pub fn wish(&self) -> Wish<'_> {
        Wish {
            quarter: self.kvartal,
            namnder: &self.namnd,
            out: &self.ut,
            strict: self.told.strikt,
        }
    }
}

/// `evb jamfor`.
#[derive(Debug, Args)]
pub struct Compare {
    /// Det som jämförs: ett kvartal (data/exempel-lss/2023-Q4), en PDF-fil, en JSON-fil eller en mapp
    #[arg(value_name = "A")]
    pub a: PathBuf,
    /// Det som A jämförs med
    #[arg(value_name = "B")]
    pub b: PathBuf,
    /// Hur skillnaderna skrivs: läsbar eller json
    #[arg(long, value_name = "FORM", default_value = "läsbar", hide_default_value = true, value_parser = readable_or_json)]
    pub format: Format,
}

pub(super) fn quarter(text: &str) -> Result<Quarter, String> {
    text.parse()
        .map_err(|()| "skriv till exempel 2023-Q4".to_owned())
}

fn readable_or_json(text: &str) -> Result<Format, String> {
    match format(text) {
        Ok(form @ (Format::Human | Format::Json)) => Ok(form),
        Ok(Format::Short) | Err(_) => Err("skriv läsbar eller json".to_owned()),
    }
}
