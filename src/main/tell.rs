//! How findings and results reach the terminal.

use std::io::IsTerminal as _;
use std::io::Write as _;

use evb::cli::Format;
use evb::cli::Told;
use evb::finding::Level;
use evb::finding::draw;
use evb::finding::draw::Placed;

/// Prints a text. A reader that has seen enough, such as `more`, is no failure.
pub(crate) fn out(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Prints findings in the form that is asked for.
pub(crate) fn findings(findings: &[Placed], told: &Told) {
    let wanted: Vec<_> = findings
        .iter()
        .filter(|placed| !told.tyst || told.strikt || placed.finding.level == Level::Error)
        .cloned()
        .collect();
    drawn(&wanted, told.format);
}

/// Prints all findings in some form.
pub(crate) fn drawn(findings: &[Placed], format: Format) {
    match format {
        Format::Json => out(&draw::as_json(findings)),
        Format::Short => eprint!("{}", draw::short(findings)),
        Format::Human => {
            let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            eprint!("{}", draw::human(findings, colour));
        }
    }
}
