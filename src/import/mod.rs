//! A table (XLSX, ODS, CSV) → rows with ids, sorted and held against those
//! that are there already.

pub mod key;
