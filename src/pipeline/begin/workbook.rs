//! The workbook to fill a quarter in with. It lies in the nämnd's own folder: it
//! has the same rows as the quarter's file, and should be no easier to come by.

use std::collections::BTreeSet;
use std::path::Path;

use crate::error::Error;
use crate::import::merge;
use crate::load;
use crate::load::catalogue;
use crate::load::keys;
use crate::load::source::Source;
use crate::load::view::View;
use crate::pipeline::begin;
use crate::pipeline::begin::Begun;
use crate::pipeline::begin::Held;
use crate::pipeline::begin::quarter;
use crate::pipeline::begin::quarter::Wish;
use crate::pipeline::begin::shown;
use crate::scaffold;
use crate::scaffold::workbook::Wanted;
use crate::validate;
use crate::write;

/// Makes a workbook for a quarter of a nämnd below a path: the newest, if none is
/// named. A quarter that is not there is begun first.
pub fn begin(path: &Path, wish: Wish<'_>) -> Result<Begun, Error> {
    let folder_path = match begin::choose(path, wish.namnd)? {
        Ok(folder) => folder,
        Err(why) => return Ok(Begun::refused(why)),
    };
    let (mut folder, errors) = load::read(&folder_path);
    if let Some(error) = errors.into_iter().next() {
        return Err(error);
    }
    let newest = folder.quarters.last().map(|(quarter, _)| *quarter);
    let Some(wanted) = wish.quarter.or(newest) else {
        return Ok(Begun::refused(format!(
            "{} har inget kvartal än; ange vilket som är det första med --kvartal",
            folder.name
        )));
    };
    let target = folder_path.join(format!("{}-{wanted}.xlsx", folder.name));
    if write::exists(&target) {
        return Ok(Begun::refused(format!(
            "{} finns redan, och ingenting har ändrats; läs in den med «evb importera», eller ta \
             bort den",
            shown(&target)
        )));
    }
    let mut begun = Begun::default();
    if folder.quarters.iter().all(|(known, _)| *known != wanted) {
        let of_quarter = Wish {
            quarter: Some(wanted),
            ..wish
        };
        begun = quarter::begin(
            &folder_path,
            Wish {
                namnd: None,
                ..of_quarter
            },
        )?;
        if begun.refused.is_some() || !begun.findings.is_empty() {
            return Ok(begun);
        }
        begun.next.clear();
        begun.warned.clear();
        folder = load::read(&folder_path).0;
    }
    let mut earlier = folder.quarters.iter().rev();
    let mut earlier = earlier.by_ref().skip_while(|(known, _)| *known > wanted);
    let Some((_, source)) = earlier.next().filter(|(known, _)| *known == wanted) else {
        return Ok(Begun::refused(format!("{wanted} kan inte läsas")));
    };
    let broken = source.root.is_none();
    let of_file = folder
        .findings
        .iter()
        .filter(|it| broken && it.file == source.path);
    if let Some(stopped) = begin::stopped(&folder, of_file.cloned().collect()) {
        return Ok(stopped);
    }
    let without = without_id(source);
    if without > 0 {
        let rows = if without == 1 {
            "en rad"
        } else {
            &format!("{without} rader")
        };
        return Ok(Begun::refused(format!(
            "{rows} i {} saknar id, och utan det går raderna inte att läsa in igen; ge varje rad ett \
             id först",
            source.path
        )));
    }
    let catalogue = catalogue::built_in();
    let day = wanted.last_day();
    let vocabulary = validate::vocabulary::on(&folder.namnd, &catalogue, day).0;
    let files = folder.quarters.iter().map(|(_, source)| source);
    let taken: BTreeSet<String> = files
        .chain(&folder.bevakning)
        .flat_map(merge::ids)
        .map(str::to_owned)
        .collect();
    let namnd = View::new(&folder.namnd, &keys::NAMND, Some(day));
    let bytes = scaffold::workbook::bytes(&Wanted {
        folder: &folder.name,
        namnd: namnd.text("nämnd").unwrap_or(&folder.name),
        quarter: wanted,
        source,
        before: earlier.next().map(|(_, source)| source),
        vocabulary: &vocabulary,
        taken: &taken,
    });
    let bytes = bytes.map_err(|cause| Error::Workbook {
        path: target.clone(),
        reason: cause.to_string(),
    })?;
    write::create(&target, &bytes)?;
    begun
        .said
        .push(format!("{}: arbetsboken för {wanted}", shown(&target)));
    begun.next.push(format!(
        "fyll i arbetsboken, spara den och läs in den med «evb importera {}»; ta bort den sedan",
        shown(&target)
    ));
    begun.beware(&folder_path, Held::Rows);
    Ok(begun)
}

/// Returns how many rows of a quarter have no id.
fn without_id(source: &Source) -> usize {
    let view = View::new(source, &keys::QUARTER, None);
    let rows = view.records("beslut");
    rows.iter().filter(|row| !row.has("id")).count()
}
