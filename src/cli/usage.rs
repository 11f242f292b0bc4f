//! Help and usage errors in Swedish. `clap` speaks English; what it knows about
//! a mistake is taken from its context and said in our own words.

use clap::builder::StyledStr;
use clap::error::ContextKind;
use clap::error::ContextValue;
use clap::error::ErrorKind;

/// The order and the headings of a help page.
pub(crate) const TEMPLATE: &str = "\
{before-help}{about-with-newline}
Användning: {usage}

{all-args}{after-help}";

/// Gives a command Swedish headings, and its help flags Swedish texts.
pub(crate) fn swedish(command: clap::Command) -> clap::Command {
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    let mut command = headings(command);
    for name in names {
        command = command.mut_subcommand(name, headings);
    }
    command
}

fn headings(command: clap::Command) -> clap::Command {
    let version = command.get_version().is_some();
    let command = command
        .subcommand_help_heading("Kommandon")
        .subcommand_value_name("KOMMANDO")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .mut_args(|arg| {
            if arg.is_positional() {
                arg.help_heading("Argument")
            } else {
                arg.help_heading("Flaggor")
            }
        })
        .arg(
            clap::Arg::new("hjälp")
                .long("hjälp")
                .alias("hjalp")
                .visible_alias("help")
                .short('h')
                .help("Visar den här hjälpen")
                .help_heading("Flaggor")
                .action(clap::ArgAction::Help),
        );
    if version {
        command.arg(
            clap::Arg::new("version")
                .long("version")
                .short('V')
                .help("Visar versionen")
                .help_heading("Flaggor")
                .action(clap::ArgAction::Version),
        )
    } else {
        command
    }
}

/// Returns what to say about a command line that cannot be understood; help
/// and version are not mistakes and come back as they are.
pub fn message(error: &clap::Error) -> String {
    let get = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(list)) => list.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(list)) => list
            .iter()
            .map(StyledStr::to_string)
            .collect::<Vec<_>>()
            .join("; "),
        _ => String::new(),
    };
    let argument = get(ContextKind::InvalidArg);
    let value = get(ContextKind::InvalidValue);
    let text = match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return error.to_string(),
        ErrorKind::InvalidSubcommand => {
            let near = get(ContextKind::SuggestedSubcommand);
            let hint = suggestion(&near);
            format!(
                "det finns inget kommando «{}»{hint}",
                get(ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::UnknownArgument => {
            let near = get(ContextKind::SuggestedArg);
            format!(
                "det finns ingen flagga eller plats för «{argument}»{}",
                suggestion(&near)
            )
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} saknar värde"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(|cause| format!(": {cause}"));
            format!(
                "«{value}» kan inte stå efter {argument}{}",
                why.unwrap_or_default()
            )
        }
        ErrorKind::MissingRequiredArgument => {
            // One of several is «<A|B>».
            let inside = argument
                .strip_prefix('<')
                .and_then(|text| text.strip_suffix('>'));
            let several = inside.filter(|text| text.contains('|'));
            let missing = several.map(|text| text.replace('|', " eller "));
            format!("det saknas något: {}", missing.unwrap_or(argument))
        }
        ErrorKind::ArgumentConflict => match get(ContextKind::PriorArg) {
            prior if prior == argument => format!("{argument} får bara stå en gång"),
            prior => format!("{argument} kan inte stå tillsammans med {prior}"),
        },
        ErrorKind::NoEquals => format!("{argument} ska skrivas med likhetstecken"),
        ErrorKind::InvalidUtf8 => "ett argument är inte läsbar text".to_owned(),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{argument} har fel antal värden")
        }
        _ => "kommandoraden kan inte tolkas".to_owned(),
    };
    format!("fel: {text}\n\nSkriv «evb --hjälp» för att se vad som går att göra.\n")
}

fn suggestion(near: &str) -> String {
    if near.is_empty() {
        String::new()
    } else {
        format!("; menade du «{near}»?")
    }
}
