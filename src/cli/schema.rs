//! The command `schema`.

use std::path::PathBuf;

use clap::Args;

use crate::pipeline::schema;

/// `evb schema`.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct Schema {
    /// The file whose schema is shown.
    #[arg(value_name = "FIL", value_parser = file, help = shown())]
    pub fil: Option<schema::Schema>,
    /// Skriver alla scheman i en mapp, till exempel data/schema
    #[arg(long, value_name = "MAPP")]
    pub ut: Option<PathBuf>,
}

fn shown() -> String {
    format!("Filen vars schema visas: {}", either())
}

fn either() -> String {
    match schema::names().as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} eller {last}", first.join(", ")),
        names => names.concat(),
    }
}

fn file(text: &str) -> Result<schema::Schema, String> {
    schema::named(text).map_err(|near| match near {
        Some(near) => format!("menade du «{near}»?"),
        None => format!("skriv {}", either()),
    })
}
