//! `evb importera`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::Told;
use crate::cli::decide::quarter;
use crate::model::quarter::Quarter;
use crate::pipeline::bring::Wish;

/// `evb importera`.
#[derive(Debug, Args)]
pub struct Import {
    /// Filen ur verksamhetssystemet, eller arbetsboken: XLSX, ODS eller CSV
    #[arg(value_name = "FIL")]
    file: PathBuf,
    /// Mappen med alla nämnder, eller en nämnds mapp (annars data)
    #[arg(
        value_name = "SÖKVÄG",
        default_value = "data",
        hide_default_value = true
    )]
    pub path: PathBuf,
    /// Nämnden (mappens namn), om det finns flera
    #[arg(long = "nämnd", alias = "namnd", value_name = "NAMN")]
    namnd: Option<String>,
    /// Kvartalet (annars det senaste som finns)
    #[arg(long, value_name = "KVARTAL", value_parser = quarter)]
    kvartal: Option<Quarter>,
    /// Tar med alla rader i filen, utan att sortera dem efter datum
    #[arg(long)]
    alla: bool,
    /// Visar bara vad som skulle ändras
    #[arg(long, conflicts_with = "ja")]
    pub visa: bool,
    /// Skriver utan att fråga
    #[arg(long)]
    pub ja: bool,
    /// Skriver en lista (CSV) med de rader som saknar orsak, att fylla i
    #[arg(long, value_name = "FIL")]
    orsaker: Option<PathBuf>,
    /// Skriver listan med id och ärendenummer bredvid nyckeln
    #[arg(long)]
    nyckellista: bool,
    /// How findings are told.
    #[command(flatten)]
    pub told: Told,
}

impl Import {
    /// Returns what is to be imported.
    pub fn wish(&self) -> Wish<'_> {
        Wish {
            file: &self.file,
            namnd: self.namnd.as_deref(),
            quarter: self.kvartal,
            everything: self.alla,
            case_list: self.nyckellista,
            reasons: self.orsaker.as_deref(),
        }
    }
}
