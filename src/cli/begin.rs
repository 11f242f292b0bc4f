//! The command that begins something: `ny`.

use std::path::Path;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use crate::cli::decide::quarter;
use crate::model::quarter::Quarter;
use crate::pipeline::begin::namnd::KeyAt;

/// What may be typed, for the help.
pub(super) const EXAMPLES: &str = "Exempel:
  evb ny                                 frågar vad som ska påbörjas
  evb ny --kommun Exempelstad --nämnd \"Omsorgsnämnden\"
  evb ny --nämnd omsorgsnamnden --kvartal 2026-Q4
  evb ny --nämnd omsorgsnamnden --excel";

/// `evb ny`.
#[derive(Debug, Args)]
pub struct Begin {
    /// Mappen med alla nämnder, eller en nämnds mapp (annars data)
    #[arg(
        value_name = "SÖKVÄG",
        default_value = "data",
        hide_default_value = true
    )]
    pub path: PathBuf,
    /// Nämnden: vad en ny ska heta, eller mappens namn om den finns
    #[arg(long = "nämnd", alias = "namnd", value_name = "NAMN")]
    pub namnd: Option<String>,
    /// Kommunen, för en ny nämnd
    #[arg(long, value_name = "NAMN", conflicts_with = "excel")]
    pub kommun: Option<String>,
    /// Vad den nya nämndens mapp ska heta (annars som nämnden, utan å, ä och ö)
    #[arg(long, value_name = "NAMN", requires = "kommun")]
    pub mapp: Option<String>,
    /// Kvartalet (annars det efter det senaste; med --excel det senaste)
    #[arg(long, value_name = "KVARTAL", value_parser = quarter)]
    pub kvartal: Option<Quarter>,
    /// Dagen då uppgifterna togs fram, om den är känd
    #[arg(long, value_name = "DATUM", value_parser = date)]
    pub datum: Option<NaiveDate>,
    /// Gör en arbetsbok i Excel att fylla i kvartalet med
    #[arg(long, conflicts_with_all = ["nyckel", "without_key"])]
    pub excel: bool,
    /// Var nyckeln till radernas id ska ligga; ger en nämnd som saknar nyckel en
    #[arg(long, value_name = "FIL", num_args = 0..=1)]
    nyckel: Option<Option<PathBuf>>,
    /// Gör ingen nyckel för den nya nämnden
    #[arg(long = "utan-nyckel", requires = "kommun", conflicts_with = "nyckel")]
    without_key: bool,
}

impl Begin {
    /// Returns whether nothing but a path has been said, so that a person may be
    /// asked.
    pub fn is_bare(&self) -> bool {
        let said = [
            self.namnd.is_some(),
            self.kommun.is_some(),
            self.kvartal.is_some(),
            self.nyckel.is_some(),
            self.datum.is_some(),
            self.excel,
        ];
        said == [false; 6]
    }

    /// Returns whether a nämnd that is there is to have a key.
    pub fn wants_key(&self) -> bool {
        self.nyckel.is_some() && self.kommun.is_none()
    }

    /// Returns where the key is to be, if it was said.
    pub fn key_path(&self) -> Option<&Path> {
        self.nyckel.as_ref()?.as_deref()
    }

    /// Returns where the key of a new nämnd is to be.
    pub fn key(&self) -> KeyAt<'_> {
        match self.key_path() {
            _ if self.without_key => KeyAt::Nowhere,
            Some(path) => KeyAt::At(path),
            None => KeyAt::Usual,
        }
    }
}

fn date(text: &str) -> Result<NaiveDate, String> {
    let day = (text.len() == 10).then(|| text.parse().ok()).flatten();
    day.ok_or_else(|| "skriv år, månad och dag, till exempel 2024-01-10".to_owned())
}
