//! What may be typed, and what it means. Everything here is Swedish to the
//! user; å, ä and ö in flags may be written as plain letters.

use clap::CommandFactory;
use clap::FromArgMatches;
use clap::Parser;
use clap::Subcommand;

mod begin;
mod bring;
mod build;
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
pub use build::Build;
pub use build::Check;
pub use build::Documents;
pub use build::Plan;
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
