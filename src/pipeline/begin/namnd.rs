//! A new nämnd: its key, its first quarter and its `namnd.yaml`, in that order. A
//! folder with a `namnd.yaml` is a nämnd, so a run that is killed before that is
//! simply run again.

use std::path::Path;

use chrono::NaiveDate;

use crate::error::Error;
use crate::load;
use crate::load::json_schema::modeline_if_there;
use crate::load::outside;
use crate::load::secret;
use crate::load::surroundings;
use crate::model::quarter::Quarter;
use crate::pipeline::begin;
use crate::pipeline::begin::Begun;
use crate::pipeline::begin::Held;
use crate::pipeline::begin::key;
use crate::pipeline::begin::shown;
use crate::scaffold;
use crate::write;

/// Where the key is to be.
#[derive(Debug, Clone, Copy)]
pub enum KeyAt<'a> {
    /// Beside the folder of all nämnder.
    Usual,
    /// Somewhere else.
    At(&'a Path),
    /// There is to be none.
    Nowhere,
}

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// The kommun.
    pub kommun: &'a str,
    /// The nämnd.
    pub namnd: &'a str,
    /// The name of its folder, or one made of the nämnd's.
    pub folder: Option<&'a str>,
    /// The first quarter, or the last one that has ended.
    pub quarter: Option<Quarter>,
    /// The day the figures are taken, or today if the quarter has ended.
    pub dated_on: Option<NaiveDate>,
    /// Today.
    pub today: NaiveDate,
    /// Where the key is to be.
    pub key: KeyAt<'a>,
}

/// Makes a new nämnd below a path.
pub fn begin(path: &Path, wish: Wish<'_>) -> Result<Begun, Error> {
    let name = wish
        .folder
        .map_or_else(|| begin::folder_name(wish.namnd), str::to_owned);
    if let Some(why) = refused(path, &name, &wish) {
        return Ok(Begun::refused(why));
    }
    let folder_path = path.join(&name);
    let namnd_path = folder_path.join("namnd.yaml");
    let there = surroundings::is_folder(&folder_path).then(|| load::read(&folder_path).0);
    let mut begun = Begun::default();
    let place = match wish.key {
        KeyAt::Usual => Some(outside::from_folder(&folder_path, &secret::usual(&name))),
        KeyAt::At(at) => Some(at.to_owned()),
        KeyAt::Nowhere => None,
    };
    if let Some(place) = &place {
        match key::plan(&folder_path, there.as_ref(), place)? {
            Ok(plan) => key::carry_out(&plan, place, &mut begun)?,
            Err(why) => return Ok(Begun::refused(why)),
        }
    }
    let quarter = wish.quarter.unwrap_or(Quarter::of(wish.today).previous());
    let quarter_path = folder_path.join(format!("{quarter}.yaml"));
    if !write::exists(&quarter_path) {
        let over = wish.today > quarter.last_day();
        let text = scaffold::quarter::text(&scaffold::quarter::Wanted {
            quarter,
            namnd: wish.namnd,
            dated_on: wish.dated_on.or(over.then_some(wish.today)),
            before: None,
            rows: &[],
            remaining: 0,
            fingerprint: None,
            modeline: modeline_if_there(&folder_path, &format!("{quarter}.yaml")).as_deref(),
        });
        write::create(&quarter_path, text.as_bytes())?;
        begun
            .said
            .push(format!("{}: det första kvartalet", shown(&quarter_path)));
    }
    let written = place
        .as_ref()
        .map(|place| secret::written(&folder_path, place));
    let text = scaffold::namnd::text(&scaffold::namnd::Wanted {
        kommun: wish.kommun,
        namnd: wish.namnd,
        key: written.as_deref(),
        modeline: modeline_if_there(&folder_path, "namnd.yaml").as_deref(),
    });
    write::create(&namnd_path, text.as_bytes())?;
    begun.said.push(format!("{}: nämnden", shown(&namnd_path)));
    begun.next.push(format!(
        "skriv in besluten i {} eller hämta dem ur en export med «evb importera»",
        shown(&quarter_path)
    ));
    begun.next.push(format!(
        "kontrollera med «evb granska {}», och gör handlingarna med «evb bygg»",
        shown(&folder_path)
    ));
    if written.is_some() {
        begun.next.push(key::ADVICE.to_owned());
    }
    begun.beware(&folder_path, Held::Rows);
    if let Some(above) = place.as_deref().and_then(Path::parent) {
        begun.beware(above, Held::Key);
    }
    Ok(begun)
}

/// Returns why there can be no such nämnd.
fn refused(path: &Path, name: &str, wish: &Wish<'_>) -> Option<String> {
    for (flag, said) in [("--kommun", wish.kommun), ("--nämnd", wish.namnd)] {
        if said.trim().is_empty() {
            return Some(format!("{flag} är tomt"));
        }
    }
    if let Some(why) = load::bad_name(name) {
        return Some(format!(
            "mappen kan inte heta «{name}»: {why}; ange ett annat namn med --mapp"
        ));
    }
    if write::exists(&path.join("namnd.yaml")) {
        return Some(format!(
            "{} är en nämnds mapp; ange mappen med alla nämnder",
            shown(path)
        ));
    }
    let namnd = path.join(name).join("namnd.yaml");
    write::exists(&namnd).then(|| {
        format!(
            "{} finns redan, och ingenting har ändrats; nästa kvartal görs med «evb ny --nämnd \
             {name}», och en annan mapp anges med --mapp",
            shown(&namnd)
        )
    })
}
