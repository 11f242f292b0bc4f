//! Questions to whoever sits at the terminal.

use std::io::BufRead as _;
use std::io::Write as _;

/// Asks something; an empty answer, or none, is the default.
pub(crate) fn ask(question: &str, default: &str) -> String {
    let hint = match default {
        "" => String::new(),
        default => format!(" [{default}]"),
    };
    eprint!("{question}{hint}: ");
    let _ = std::io::stderr().flush();
    let mut line = String::new();
    let _ = std::io::stdin().lock().read_line(&mut line);
    match line.trim() {
        "" => default.to_owned(),
        answer => answer.to_owned(),
    }
}

/// Asks for a yes; anything else is a no.
pub(crate) fn yes(question: &str) -> bool {
    let answer = ask(&format!("{question} (j/n)"), "n").to_lowercase();
    ["j", "ja", "y", "yes"].contains(&answer.as_str())
}
