//! The IVO-rapportör's words: the titles of messages, and what is to be done,
//! by whom and when.

mod line;
mod title;
mod when;

pub use line::Line;
pub use line::Setting;
pub use line::Standing;
pub use line::line;
pub use title::section;
pub use title::title;
pub use when::ahead;
pub use when::when;
