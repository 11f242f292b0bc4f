//! Which nämnd and quarter an import is for.

use std::path::Path;
use std::path::PathBuf;

use crate::error::Error;
use crate::load;
use crate::load::Folder;
use crate::model::quarter::Quarter;
use crate::pipeline::bring::Wish;

/// The nämnd and the quarter.
pub(super) struct Aim {
    pub(super) path: PathBuf,
    pub(super) folder: Folder,
    pub(super) quarter: Quarter,
}

/// Returns the one nämnd and quarter that is meant, or why there is none. `ours`
/// is what our own workbook says that it is for.
pub(super) fn find(
    path: &Path,
    wish: Wish<'_>,
    ours: Option<&(String, Quarter)>,
) -> Result<Result<Aim, String>, Error> {
    let found = load::find(path)?;
    let wish = Wish {
        namnd: wish.namnd.or(ours.map(|(name, _)| name.as_str())),
        quarter: wish.quarter.or(ours.map(|(_, quarter)| *quarter)),
        ..wish
    };
    if let Some((name, quarter)) = ours
        && (Some(name.as_str()), Some(*quarter)) != (wish.namnd, wish.quarter)
    {
        let why = format!(
            "arbetsboken hör till {quarter} i «{name}», och kan inte läsas in någon annanstans"
        );
        return Ok(Err(why));
    }
    let named = |path: &PathBuf| wish.namnd.is_none_or(|name| load::name_of(path) == name);
    let mut folders: Vec<_> = found.folders.into_iter().filter(named).collect();
    let namnd = folders.pop();
    let path = match (namnd, wish.namnd) {
        (Some(path), _) if folders.is_empty() => path,
        (Some(path), _) => {
            folders.push(path);
            let names: Vec<_> = folders.iter().map(|path| load::name_of(path)).collect();
            let all = names.join(", ");
            return Ok(Err(format!("ange vilken nämnd med --nämnd: {all}")));
        }
        (None, Some(name)) => return Ok(Err(format!("det finns ingen nämnd «{name}»"))),
        (None, None) => return Ok(Err("det finns ingen nämnd".to_owned())),
    };
    let (folder, errors) = load::read(&path);
    if let Some(error) = errors.into_iter().next() {
        return Err(error);
    }
    let newest = folder.quarters.last().map(|(quarter, _)| *quarter);
    let wanted = wish.quarter.or(found.only).or(newest);
    let name = &folder.name;
    let Some(quarter) = wanted else {
        let why = format!(
            "det finns inget kvartal i «{name}»; gör ett med «evb ny --kvartal 2026-Q4 --nämnd \
             {name}»"
        );
        return Ok(Err(why));
    };
    if folder.quarters.iter().all(|(known, _)| *known != quarter) {
        let why = format!(
            "det finns inget kvartal {quarter} i «{name}»; gör det med «evb ny --kvartal {quarter} \
             --nämnd {name}»"
        );
        return Ok(Err(why));
    }
    Ok(Ok(Aim {
        path,
        folder,
        quarter,
    }))
}
