//! The IVO-rapportör's words: the titles of messages, and what is to be done,
//! by whom and when; `underlag` has the worksheets of a quarter's reports, `waits` the long waits.

pub mod documented;
mod title;
pub mod underlag;
pub mod waits;

pub use title::section;
pub use title::title;
