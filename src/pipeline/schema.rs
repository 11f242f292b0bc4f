//! The schemas of the user's files, to be shown or written to a folder.

use std::path::Path;
use std::path::PathBuf;

use crate::document::ascii;
use crate::error::Error;
use crate::load::catalogue;
use crate::load::json_schema;
use crate::load::schema::nearest;
use crate::write;

pub use crate::load::json_schema::Schema;

/// Returns the names of the schemas.
pub fn names() -> Vec<&'static str> {
    json_schema::all().map(|schema| schema.name).collect()
}

/// Returns the schema of a name, or the name that is nearest.
pub fn named(name: &str) -> Result<Schema, Option<&'static str>> {
    let wanted = ascii(&name.to_lowercase());
    let found = json_schema::all().find(|schema| schema.name == wanted);
    found.ok_or_else(|| nearest(&wanted, names().into_iter()))
}

/// Returns the text of a schema.
pub fn text(schema: Schema) -> String {
    schema.text(&catalogue::built_in())
}

/// Writes all of them to a folder; returns the files.
pub fn write(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let catalogue = catalogue::built_in();
    let mut written = vec![];
    for schema in json_schema::all() {
        let path = folder.join(json_schema::file_name(schema.name));
        write::file(&path, schema.text(&catalogue).as_bytes())?;
        written.push(path);
    }
    Ok(written)
}
