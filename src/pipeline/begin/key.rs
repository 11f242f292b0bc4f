//! The key to a nämnd's ids: made once, never silently anew.
//!
//! Ids that stand in a file were made with a key, whose fingerprint stands beside
//! them. Where one stands and the key is gone, no new one is made: it would give
//! every beslut another id.

use std::path::Path;
use std::path::PathBuf;

use crate::edit;
use crate::edit::Change;
use crate::edit::Value;
use crate::error::Error;
use crate::finding::Route;
use crate::import::key::Key;
use crate::import::lock;
use crate::load;
use crate::load::Folder;
use crate::load::outside;
use crate::load::secret;
use crate::load::surroundings;
use crate::pipeline::begin;
use crate::pipeline::begin::Begun;
use crate::pipeline::begin::Held;
use crate::pipeline::begin::shown;
use crate::validate;
use crate::write;

/// What to do about a key.
#[derive(Debug)]
pub(super) enum Plan {
    /// It is there, and the one the ids were made with.
    Keep,
    /// There is none yet.
    Make,
}

/// Makes a key for a nämnd that has none, and names it in `namnd.yaml`.
pub fn begin(path: &Path, namnd: Option<&str>, at: Option<&Path>) -> Result<Begun, Error> {
    let folder_path = match begin::choose(path, namnd)? {
        Ok(folder) => folder,
        Err(why) => return Ok(Begun::refused(why)),
    };
    let (folder, errors) = load::read(&folder_path);
    if let Some(error) = errors.into_iter().next() {
        return Err(error);
    }
    let of_namnd = folder.findings.iter();
    let of_namnd = of_namnd.filter(|finding| finding.file == folder.namnd.path);
    if let Some(stopped) = begin::stopped(&folder, of_namnd.cloned().collect()) {
        return Ok(stopped);
    }
    let named = lock::path(&folder.namnd, validate::newest_day(&folder)).map(|(path, _)| path);
    let usual = secret::usual(&folder.name);
    let place = at.map_or_else(
        || outside::from_folder(&folder_path, named.unwrap_or(&usual)),
        Path::to_owned,
    );
    if let Some(named) = named
        && surroundings::real(&outside::from_folder(&folder_path, named))
            != surroundings::real(&place)
    {
        return Ok(Begun::refused(format!(
            "{} har redan en nyckel i «{named}» enligt namnd.yaml; ska den ligga någon annanstans, \
             flytta filen och ändra sökvägen",
            folder.name
        )));
    }
    let plan = match plan(&folder_path, Some(&folder), &place)? {
        Ok(plan) => plan,
        Err(why) => return Ok(Begun::refused(why)),
    };
    if named.is_some() && matches!(plan, Plan::Keep) {
        return Ok(Begun::refused(format!(
            "{} har redan en nyckel i {}; ingenting har ändrats",
            folder.name,
            relative(&place)
        )));
    }
    let mut begun = Begun::default();
    carry_out(&plan, &place, &mut begun)?;
    if named.is_none() {
        let written = secret::written(&folder_path, &place);
        let value = Value::Map(vec![("sökväg".to_owned(), Value::Text(written))]);
        let change = Change::Set(Route::default().key("nyckel"), value);
        let path = PathBuf::from(folder.namnd.path.as_ref());
        let text = edit::apply(&folder.namnd, &[change]).map_err(|refused| Error::Edit {
            path: path.clone(),
            reason: refused.to_string(),
        })?;
        write::file(&path, &edit::bytes(&folder.namnd, &text))?;
        begun
            .said
            .push(format!("{}: nyckelns sökväg är tillagd", shown(&path)));
    }
    if let Some(above) = place.parent() {
        begun.beware(above, Held::Key);
    }
    begun.next.push(ADVICE.to_owned());
    Ok(begun)
}

/// What to do with a key.
pub(super) const ADVICE: &str = "ta en kopia av nyckeln och förvara den säkert: utan den kan besluten \
                                 inte följas mellan kvartalen";

/// Returns what to do about a key at a place, or why nothing can be done.
pub(super) fn plan(
    folder_path: &Path,
    folder: Option<&Folder>,
    place: &Path,
) -> Result<Result<Plan, String>, Error> {
    let shown = relative(place);
    if let Some(inside) = secret::exposed(folder_path, place) {
        return Ok(Err(format!(
            "nyckeln får inte ligga i mappen {inside} («{shown}»): den som får en kopia av mappen \
             ska inte få nyckeln; ange en annan plats med --nyckel"
        )));
    }
    let fingerprint = folder.and_then(fingerprint);
    let key = match outside::text_if_there(place)? {
        None => None,
        Some(text) => match Key::read(&text) {
            Ok(key) => Some(key),
            Err(_) => {
                return Ok(Err(format!(
                    "«{shown}» finns redan men är ingen nyckel, eller har skadats; ange en annan \
                     plats med --nyckel, eller lägg tillbaka kopian"
                )));
            }
        },
    };
    Ok(match (key, fingerprint) {
        (None, None) => Ok(Plan::Make),
        (Some(_), None) => Ok(Plan::Keep),
        (Some(key), Some((_, said))) if key.fingerprint() == said => Ok(Plan::Keep),
        (Some(_), Some((file, said))) => Err(format!(
            "nyckeln «{shown}» är en annan än den som gav radernas id (avtryck «{said}» i {file}); \
             leta upp den rätta"
        )),
        (None, Some((file, said))) => Err(format!(
            "radernas id har redan gjorts med en nyckel (avtryck «{said}» i {file}), men den finns \
             inte i «{shown}»; lägg tillbaka den, för en ny nyckel ger alla beslut nya id"
        )),
    })
}

/// Makes a key, or leaves the one that is there.
pub(super) fn carry_out(plan: &Plan, place: &Path, begun: &mut Begun) -> Result<(), Error> {
    match plan {
        Plan::Keep => begun.said.push(format!(
            "{}: nyckeln fanns redan och används",
            relative(place)
        )),
        Plan::Make => {
            let key = Key::generate(random()?);
            write::secret(place, key.text().as_bytes())?;
            begun.said.push(format!(
                "{}: nyckeln till radernas id (avtryck {})",
                relative(place),
                key.fingerprint()
            ));
        }
    }
    Ok(())
}

fn random() -> Result<[u8; 32], Error> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|cause| Error::Random {
        reason: cause.to_string(),
    })?;
    Ok(bytes)
}

/// Returns a fingerprint that stands in a file of the nämnd, with the file.
fn fingerprint(folder: &Folder) -> Option<(String, String)> {
    let quarters = folder.quarters.iter().rev().map(|(_, source)| source);
    let mut files = quarters.chain(&folder.bevakning);
    files.find_map(|source| {
        let said = lock::fingerprint(source)?;
        Some((source.path.to_string(), said.to_owned()))
    })
}

/// Returns a path as it is shown: from where the program is run, if it is below.
pub(super) fn relative(path: &Path) -> String {
    let here = surroundings::real(Path::new("."));
    shown(surroundings::real(path).strip_prefix(here).unwrap_or(path))
}
