//! What may be typed, and what it means. Everything here is Swedish to the
//! user; å, ä and ö in flags may be written as plain letters.

use std::path::PathBuf;

use clap::Args;
use clap::CommandFactory;
use clap::FromArgMatches;
use clap::Parser;
use clap::Subcommand;

use crate::finding::Rule;
use crate::model::profile::Profile;
use crate::model::quarter::Quarter;
use crate::pipeline::Selection;

mod bring;
mod begin;
mod complete;
mod decide;
mod desk;
mod findings;
mod schema;
pub mod told;
mod usage;
mod value;

pub use begin::Begin;
pub use bring::Import;
pub use complete::Complete;
pub use complete::completed;
pub use decide::Compare;
pub use decide::Decide;
pub use desk::Desk;
pub use desk::Worst;
pub use findings::Format;
pub use findings::Told;
pub use schema::Schema;
pub use usage::message;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "evb",
    version,
    about = "Rapporter om ej verkställda beslut enligt SoL och LSS",
    disable_help_subcommand = true,
    help_template = usage::TEMPLATE,
    override_usage = "evb KOMMANDO [FLAGGOR]",
    after_help = EXAMPLES
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

const EXAMPLES: &str = "Exempel:
  evb bygg                          gör alla handlingar av det som finns i data/
  evb granska --kvartal 2023-Q4     kontrollerar ett kvartal utan att göra något
  evb bygg data/exempel-lss --handling rapport --ut output";

/// A command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Gör handlingarna som PDF
    #[command(
        visible_alias = "build",
        help_template = usage::TEMPLATE,
        override_usage = "evb bygg [SÖKVÄG] [FLAGGOR]"
    )]
    Bygg(Build),
    /// Kontrollerar uppgifterna utan att göra några handlingar
    #[command(
        visible_alias = "check",
        help_template = usage::TEMPLATE,
        override_usage = "evb granska [SÖKVÄG] [FLAGGOR]"
    )]
    Granska(Check),
    /// Visar vilka handlingar som skulle göras, och varför
    #[command(
        help_template = usage::TEMPLATE,
        override_usage = "evb plan [SÖKVÄG] [FLAGGOR]"
    )]
    Plan(Plan),
    /// Fyller i paragraf, sammanträde, datum och diarienummer för en handling
    #[command(
        visible_alias = "complete",
        help_template = usage::TEMPLATE,
        override_usage = "evb komplettera [KVARTAL] [SÖKVÄG] [FLAGGOR]",
        after_help = complete::EXAMPLES
    )]
    Komplettera(Complete),
    /// Fastställer ett kvartal: handlingarna sparas så som de är
    #[command(
        visible_alias = "fastställ",
        help_template = usage::TEMPLATE,
        override_usage = "evb faststall KVARTAL [SÖKVÄG] [FLAGGOR]"
    )]
    Faststall(Decide),
    /// Jämför de publicerade siffrorna i två kvartal, handlingar eller mappar
    #[command(
        visible_aliases = ["jämför", "diff"],
        help_template = usage::TEMPLATE,
        override_usage = "evb jamfor A B [FLAGGOR]"
    )]
    Jamfor(Compare),
    /// Visar vad som ska göras inför rapporteringen till IVO, av vem och när
    #[command(
        help_template = usage::TEMPLATE,
        override_usage = "evb ivo [SÖKVÄG] [FLAGGOR]"
    )]
    Ivo(Desk),
    /// Importerar beslut ur en fil (XLSX, ODS, CSV) från verksamhetssystemet
    #[command(
        visible_alias = "import",
        help_template = usage::TEMPLATE,
        override_usage = "evb importera FIL [SÖKVÄG] [FLAGGOR]"
    )]
    Importera(Import),
    /// Visar eller skriver scheman, som ger hjälp i VS Code
    #[command(
        help_template = usage::TEMPLATE,
        override_usage = "evb schema FIL\n            evb schema --ut MAPP"
    )]
    Schema(Schema),
    /// Påbörjar en ny nämnd, nästa kvartal eller en arbetsbok i Excel
    #[command(
        visible_alias = "new",
        help_template = usage::TEMPLATE,
        override_usage = "evb ny [SÖKVÄG] [FLAGGOR]",
        after_help = begin::EXAMPLES
    )]
    Ny(Begin),
}

/// `evb bygg`.
#[derive(Debug, Args)]
pub struct Build {
    /// Which documents.
    #[command(flatten)]
    pub documents: Documents,
    /// Gör handlingen för någon annan: öppen, publik, revisor eller ivo
    #[arg(long, value_name = "PROFIL", value_parser = value::profile)]
    profil: Option<Profile>,
    /// Gör också en bild (PNG) av varje sida, för en snabb titt
    #[arg(long)]
    pub png: bool,
    /// Gör också en ny fil bredvid varje fastställd handling som skulle ändras
    #[arg(long = "gör-om", alias = "gor-om", conflicts_with = "profil")]
    redo: bool,
    /// How findings are told.
    #[command(flatten)]
    pub told: Told,
}

/// `evb plan`.
#[derive(Debug, Args)]
pub struct Plan {
    /// Which documents.
    #[command(flatten)]
    pub documents: Documents,
    /// How findings are told.
    #[command(flatten)]
    pub told: Told,
}

/// `evb granska`.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    what: What,
    /// Visar regelboken: alla regler, utan att kontrollera något
    #[arg(long, conflicts_with_all = DATA, conflicts_with = "forklara")]
    pub lista: bool,
    /// Förklarar en regel, med exempel
    #[arg(
        long = "förklara",
        alias = "forklara",
        value_name = "REGEL",
        value_parser = value::rule,
        conflicts_with_all = DATA
    )]
    pub forklara: Option<&'static Rule>,
    /// How findings are told.
    #[command(flatten)]
    pub told: Told,
}

/// What has no meaning where no data is read.
const DATA: [&str; 6] = ["path", "namnd", "kvartal", "strikt", "tyst", "detaljer"];

/// Which documents of which data, and where they are.
#[derive(Debug, Args)]
pub struct Documents {
    #[command(flatten)]
    what: What,
    /// Bara denna handling (id; får upprepas)
    #[arg(long, value_name = "ID")]
    handling: Vec<String>,
    /// Mappen som handlingarna skrivs i
    #[arg(
        long,
        value_name = "MAPP",
        default_value = "output",
        hide_default_value = true
    )]
    pub ut: PathBuf,
}

/// Which data.
#[derive(Debug, Args)]
struct What {
    /// Mappen med alla nämnder, en nämnds mapp eller en kvartalsfil (annars data)
    #[arg(
        value_name = "SÖKVÄG",
        default_value = "data",
        hide_default_value = true
    )]
    path: PathBuf,
    /// Bara denna nämnd (mappens namn; får upprepas)
    #[arg(long = "nämnd", alias = "namnd", value_name = "NAMN")]
    namnd: Vec<String>,
    /// Bara detta kvartal, eller från och till: 2023-Q1..2023-Q4
    #[arg(long, value_name = "KVARTAL", value_parser = value::quarters)]
    kvartal: Option<(Quarter, Quarter)>,
}

impl Build {
    /// Returns where the data is and which part of it is meant.
    pub fn selection(&self) -> (PathBuf, Selection) {
        let (path, selection) = self.documents.selection();
        let profile = self.profil;
        let redo = self.redo;
        (
            path,
            Selection {
                profile,
                redo,
                ..selection
            },
        )
    }
}

impl Documents {
    /// Returns where the data is and which part of it is meant.
    pub fn selection(&self) -> (PathBuf, Selection) {
        let (path, selection) = self.what.selection();
        let documents = self.handling.clone();
        (
            path,
            Selection {
                documents,
                ..selection
            },
        )
    }
}

impl Check {
    /// Returns where the data is and which part of it is meant.
    pub fn selection(&self) -> (PathBuf, Selection) {
        self.what.selection()
    }
}

impl What {
    fn selection(&self) -> (PathBuf, Selection) {
        let selection = Selection {
            namnder: self.namnd.clone(),
            quarters: self.kvartal,
            ..Selection::default()
        };
        (self.path.clone(), selection)
    }
}

/// Reads the command line.
pub fn parse(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> Result<Cli, clap::Error> {
    Cli::from_arg_matches(&command().try_get_matches_from(arguments)?)
}

/// Returns the help shown when nothing is asked for.
pub fn help() -> String {
    command().render_help().to_string()
}

fn command() -> clap::Command {
    usage::swedish(Cli::command())
}
