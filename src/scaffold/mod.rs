//! What is known → the text of a new `namnd.yaml`, of the next quarter, and a
//! workbook to fill in.
//!
//! Values in, text out. Comments come from the key table, so that they cannot say
//! something else than `data/README.md`. What is to be written where, and
//! whether it may be, is `pipeline`'s.

mod aligned;
pub mod carried;
mod comment;
pub mod namnd;
mod orders;
pub mod quarter;
mod rows;
pub mod workbook;

pub use rows::Row;
