//! `evb ivo`: what day it is, and what is due then.

use std::io::IsTerminal as _;
use std::process::ExitCode;
use std::time::SystemTime;
use std::time::UNIX_EPOCH;

use chrono::NaiveDate;
use evb::cli::Desk;
use evb::cli::Worst;
use evb::model::clock;

use crate::FAILED;
use crate::FAULTY;
use crate::tell;

/// Tells what is due, or writes that something is sent.
pub(crate) fn run(asked: &Desk) -> ExitCode {
    let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let said = asked.answer(asked.datum.or_else(today), colour);
    tell::out(&said.out);
    eprint!("{}", said.err);
    match said.worst {
        Worst::Nothing => ExitCode::SUCCESS,
        Worst::Faulty => ExitCode::from(FAULTY),
        Worst::Failed => ExitCode::from(FAILED),
    }
}

/// Returns the day it is in Sweden, if the clock can be read.
fn today() -> Option<NaiveDate> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    clock::swedish_day(since.as_secs())
}
