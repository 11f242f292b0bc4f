//! What is to be reported to IVO, and when something is to be done for it.
//!
//! `reports` says which individrapporter a row gives in its quarter; `followed`
//! puts the rows of one beslut together; `owed` says which of its reports are
//! sent, missed or to come, by `rapporterat`; `calendar` gives the dated duties
//! before each; `case` has what the papers of a quarter are made of. Sources: 28 f and 28 g §§ LSS, 34 kap. 1 and 2 §§ SoL
//! (2025:400), IVO's page on reporting and a kommun's routine of July 2024.

pub mod calendar;
pub mod case;
pub mod followed;
pub mod owed;
pub mod reports;

pub use calendar::duties;
pub use case::Case;
pub use case::cases;
pub use followed::Followed;
pub use followed::follow;
pub use owed::Owed;
pub use owed::owed;
pub use reports::Earlier;
pub use reports::individrapporter;
pub use reports::of_quarter;

#[cfg(test)]
mod tests;
