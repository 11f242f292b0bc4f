//! Questions in the terminal: the part of the program that reads what a person
//! types. A question is printed beside the findings, so that what a command
//! gives can still be sent to a file.

use std::io::IsTerminal as _;
use std::io::Write as _;

/// Returns whether there is somebody to ask.
pub(crate) fn is_possible() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks and returns the answer; Enter alone gives what is there already. Nothing
/// where nobody answers any more (Ctrl+D, or Ctrl+Z in Windows).
pub(crate) fn ask(question: &str, default: &str) -> Option<String> {
    if default.is_empty() {
        eprint!("{question}: ");
    } else {
        eprint!("{question} [{default}]: ");
    }
    let _ = std::io::stderr().flush();
    let mut line = String::new();
    match std::io::stdin().read_line(&mut line) {
        Ok(1..) => {
            let answer = line.trim();
            let answer = if answer.is_empty() { default } else { answer };
            Some(answer.to_owned())
        }
        Ok(0) | Err(_) => {
            eprintln!();
            None
        }
    }
}

/// Asks for a yes; anything else is a no.
pub(crate) fn yes(question: &str) -> bool {
    let answer = ask(&format!("{question} (j/n)"), "n").unwrap_or_default();
    ["j", "ja", "y", "yes"].contains(&answer.to_lowercase().as_str())
}
