//! Questions to whoever sits at the terminal. Part of the program, not of the
//! library: nothing below `main` asks.

use std::io::IsTerminal as _;
use std::io::Write as _;

/// Returns whether there is somebody to ask.
pub(crate) fn somebody() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks for a text; an empty answer is the default. Returns nothing if there is
/// neither.
pub(crate) fn ask(question: &str, default: Option<&str>) -> Option<String> {
    match default {
        Some(default) => eprint!("{question} [{default}]: "),
        None => eprint!("{question}: "),
    }
    // A terminal that cannot be written to has nobody at it.
    std::io::stderr().flush().ok()?;
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).ok()?;
    let said = line.trim();
    if said.is_empty() {
        default.map(str::to_owned)
    } else {
        Some(said.to_owned())
    }
}

/// Asks for a yes; anything else is a no.
pub(crate) fn yes(question: &str) -> bool {
    let answer = ask(&format!("{question} (j/n)"), Some("n")).unwrap_or_default();
    ["j", "ja", "y", "yes"].contains(&answer.to_lowercase().as_str())
}
