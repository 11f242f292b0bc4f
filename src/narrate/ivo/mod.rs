//! The IVO-rapportör's words: the titles of messages, and what is to be done,
//! by whom and when.

mod title;

pub use title::section;
pub use title::title;
