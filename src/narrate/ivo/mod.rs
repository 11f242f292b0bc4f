//! The IVO-rapportör's words: the titles of messages, and what is to be done,
//! by whom and when; `underlag` has the worksheets of a quarter's reports, `waits` the long waits.

pub mod documented;
mod line;
mod title;
pub mod underlag;
pub mod waits;
mod when;

pub use line::Line;
pub use line::Setting;
pub use line::Standing;
pub use line::line;
pub use title::section;
pub use title::title;
pub use when::ahead;
pub use when::when;
