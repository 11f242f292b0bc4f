//! How findings are told.

use clap::Args;
use clap::ValueEnum;

use crate::document::ascii;

/// How findings are told.
#[derive(Debug, Args)]
pub struct Told {
    /// Hur anmärkningar skrivs: läsbar, kort eller json
    #[arg(long, value_name = "FORM", default_value = "läsbar", hide_default_value = true, value_parser = format)]
    pub format: Format,
    /// Räknar varningar som fel
    #[arg(long)]
    pub strikt: bool,
    /// Skriver bara fel
    #[arg(long, conflicts_with = "detaljer")]
    pub tyst: bool,
    /// Skriver också det som inte behövde göras
    #[arg(long)]
    pub detaljer: bool,
}

/// A form of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Source line and caret.
    Human,
    /// One line each.
    Short,
    /// For programs.
    Json,
}

pub(super) fn format(text: &str) -> Result<Format, String> {
    match ascii(&text.to_lowercase()).as_str() {
        "lasbar" => Ok(Format::Human),
        "kort" => Ok(Format::Short),
        "json" => Ok(Format::Json),
        _ => Err("skriv läsbar, kort eller json".to_owned()),
    }
}
