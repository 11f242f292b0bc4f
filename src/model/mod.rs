//! The nouns of the field, and the clock. Nothing here reads, writes or speaks.
//!
//! Glossary, one meaning each:
//!
//! - *beslut*: an individual's granted decision on one insats. The unit of every
//!   count; one person may have several.
//! - *resolution*: what the nämnd, kommunstyrelsen or fullmäktige decides
//!   (in Swedish also «beslut»).
//! - *insats*: the support granted, such as ledsagarservice.
//! - *verkställt* (executed): the insats has started.
//! - *avslutat* (closed): ended without having been executed.
//! - *kvarstår* (remaining): still not executed when the quarter ends.
//! - *avbrott*: execution was interrupted; beside the status, not one of them.
//! - *delvis*: a part of the insats is executed; likewise beside the status.
//! - *reported*: told to IVO this quarter, whatever the status.
//! - *orsak*: the one main reason why a beslut is not executed.
//! - *nämnd*: the committee that answers for the beslut.
//! - *instans*: nämnd, kommunstyrelse (ks) or kommunfullmäktige (kf).
//! - *lagrum*: the section of law an insats is granted under.
//! - *nyrapportering / återrapportering*: first report / every later one.
//! - *individrapport*: what IVO is told of one beslut, one quarter.
//! - *mark*: the day after another three months have passed.
//! - *ansvar*: who sees to the reporting of which beslut.

pub mod ansvar;
pub mod band;
pub mod beslut;
pub mod catalogue;
pub mod clock;
pub mod decided;
pub mod duty;
pub mod instans;
pub mod law;
pub mod measure;
pub mod namnd;
pub mod offer;
pub mod profile;
pub mod quarter;
pub mod report;
pub mod share;
pub mod stated;
pub mod text;
pub mod workdays;
