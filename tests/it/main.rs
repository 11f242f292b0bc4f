//! Every test that needs more than one room, in one binary.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    reason = "tests read and write files, and a failed unwrap is a failed test"
)]

mod architecture;
mod avdelning;
mod build;
mod catalogue;
mod cli;
mod composed;
mod corpus;
mod edit;
mod exempel;
mod facts;
mod faults;
mod faststall;
mod fresh;
mod grammar;
mod guarded;
mod hostile;
mod importera;
mod import;
mod invalid;
mod ivo;
mod ivo_papper;
mod jamfor;
mod komplettera;
mod lagrum;
mod left_out;
mod levels;
mod mutations;
mod ny;
mod papers;
mod papper;
mod rapport;
mod revisor;
mod rulebook;
mod schema;
mod single;
mod statistik;
mod suppress;
