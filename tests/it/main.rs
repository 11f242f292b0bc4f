//! Every test that needs more than one room, in one binary.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    reason = "tests read and write files, and a failed unwrap is a failed test"
)]

mod architecture;
mod build;
mod catalogue;
mod cli;
mod corpus;
mod facts;
mod faults;
mod faststall;
mod fresh;
mod grammar;
mod guarded;
mod hostile;
mod invalid;
mod jamfor;
mod levels;
mod mutations;
mod papper;
mod rapport;
mod rulebook;
mod single;
mod suppress;
