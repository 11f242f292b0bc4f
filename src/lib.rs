//! `evb` (ej verkställda beslut): per-quarter YAML in, finished Swedish board
//! documents out as PDF.
//!
//! The rooms, in the order the data travels; a room uses only rooms before it.

pub mod error;
pub mod finding;
pub mod document;

pub mod personal;
pub mod model;
pub mod load;
pub mod validate;
pub mod derive;
pub mod reconcile;
pub mod protect;
pub mod narrate;
pub mod chart;
pub mod compose;
pub mod export;
pub mod render;
pub mod write;

pub mod edit;
pub mod import;
pub mod scaffold;

pub mod pipeline;
pub mod cli;
