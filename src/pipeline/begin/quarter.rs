//! The next quarter of a nämnd: what remains is carried over, and what has become
//! reportable is moved from `bevakning.yaml`.
//!
//! The quarter is written first and `bevakning.yaml` then, so that a run that is
//! killed in between has lost nothing; run again it finishes what is left.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::error::Error;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Route;
use crate::import::lock;
use crate::load;
use crate::load::Folder;
use crate::load::catalogue;
use crate::load::catalogue::Catalogue;
use crate::load::json_schema::modeline_if_there;
use crate::load::keys;
use crate::load::source::Source;
use crate::load::view::View;
use crate::model::beslut::Beslut;
use crate::model::quarter::Quarter;
use crate::model::report::Report;
use crate::pipeline::begin;
use crate::pipeline::begin::Begun;
use crate::pipeline::begin::Held;
use crate::pipeline::begin::shown;
use crate::pipeline::begin::watched;
use crate::scaffold;
use crate::scaffold::carried::Carried;
use crate::scaffold::carried::Ground;
use crate::scaffold::carried::Listed;
use crate::scaffold::quarter::Wanted;
use crate::validate;
use crate::validate::Checked;
use crate::validate::quarter::ID_SAKNAS;
use crate::write;

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// The nämnd's folder, or the only one.
    pub namnd: Option<&'a str>,
    /// The quarter, or the one after the newest.
    pub quarter: Option<Quarter>,
    /// The day the figures were taken, if it is known already.
    pub dated_on: Option<NaiveDate>,
}

/// Makes the next quarter of a nämnd below a path.
pub fn begin(path: &Path, wish: Wish<'_>) -> Result<Begun, Error> {
    let folder_path = match begin::choose(path, wish.namnd)? {
        Ok(folder) => folder,
        Err(why) => return Ok(Begun::refused(why)),
    };
    let (folder, errors) = load::read(&folder_path);
    if let Some(error) = errors.into_iter().next() {
        return Err(error);
    }
    let newest = folder.quarters.last().map(|(quarter, _)| *quarter);
    let Some(quarter) = wish.quarter.or(newest.map(Quarter::next)) else {
        return Ok(Begun::refused(format!(
            "{} har inget kvartal än; ange vilket som är det första med --kvartal",
            folder.name
        )));
    };
    let target = folder_path.join(format!("{quarter}.yaml"));
    let there = folder.quarters.iter().find(|(known, _)| *known == quarter);
    let mut begun = if let Some((_, source)) = there {
        let cleared = watched::clear(&folder, source)?;
        if cleared == 0 {
            return Ok(Begun::refused(format!(
                "{} finns redan; ingenting har ändrats",
                shown(&target)
            )));
        }
        let mut begun = Begun::default();
        begun
            .said
            .push(format!("{} fanns redan och är som den var", shown(&target)));
        begun.said.push(watched::told(&folder, cleared, quarter));
        begun
    } else {
        let catalogue = catalogue::built_in();
        let modeline = modeline_if_there(&folder_path, &format!("{quarter}.yaml"));
        let asked = Asked {
            quarter,
            dated_on: wish.dated_on,
            modeline: modeline.as_deref(),
        };
        let next = match next(&folder, &catalogue, asked) {
            Ok(next) => next,
            Err(stopped) => return Ok(stopped),
        };
        write::create(&target, next.text.as_bytes())?;
        let (source, _) = Source::read(load::path_of(&target), next.text.as_bytes());
        let cleared = watched::clear(&folder, &source)?;
        let mut begun = told(&next, &target);
        if cleared > 0 {
            begun.said.push(watched::told(&folder, cleared, quarter));
        }
        begun
    };
    begun.next.push(format!(
        "fyll i det som saknas i {}; «evb granska {} --kvartal {quarter}» säger vad som är kvar",
        shown(&target),
        shown(&folder_path)
    ));
    begun.beware(&folder_path, Held::Rows);
    Ok(begun)
}

/// The next quarter of a nämnd, not yet written.
pub struct Next {
    /// The quarter.
    pub quarter: Quarter,
    /// The text of its file.
    pub text: String,
    /// The newest quarter before it.
    pub before: Option<Quarter>,
    /// What it takes over.
    pub carried: Carried,
}

/// What a quarter file is to be.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The quarter.
    pub quarter: Quarter,
    /// The day the figures were taken, if it is known already.
    pub dated_on: Option<NaiveDate>,
    /// The line that shows an editor the file's schema, if there is one.
    pub modeline: Option<&'a str>,
}

/// Returns the next quarter of a nämnd, or what must be mended first.
pub fn next(folder: &Folder, catalogue: &Catalogue, asked: Asked<'_>) -> Result<Next, Begun> {
    let quarter = asked.quarter;
    let checked = validate::folder(folder, catalogue);
    let earlier = |of: Quarter| of < quarter;
    let before = checked.reports.iter().rev().find(|(of, _)| earlier(*of));
    let before = before.and_then(|(of, report)| {
        let (_, source) = folder.quarters.iter().find(|(known, _)| known == of)?;
        Some((*of, source, report))
    });
    if let Some(stopped) = unread(folder, &checked, before.as_ref()) {
        return Err(stopped);
    }
    let watched = validate::watched(folder, catalogue, quarter);
    let watched = match (&folder.bevakning, &watched) {
        (Some(source), Some(beslut)) => Some(Listed { source, beslut }),
        _ => None,
    };
    let day = quarter.last_day();
    let reports = checked.reports.iter().filter(|(of, _)| earlier(*of));
    let ended = ended(reports.map(|(_, report)| report));
    let vocabulary = validate::vocabulary::on(&folder.namnd, catalogue, day).0;
    let carried = scaffold::carried::carried(&Ground {
        quarter,
        before: before.map(|(_, source, report)| Listed {
            source,
            beslut: report.beslut.as_deref().unwrap_or_default(),
        }),
        watched,
        ended: &ended,
        clock: validate::clock(folder, day),
        insatser: &vocabulary.insatser,
    });
    if let Some(source) = folder
        .bevakning
        .as_ref()
        .filter(|_| !carried.nameless.is_empty())
    {
        let nameless = carried.nameless.iter();
        let findings = nameless.map(|route| without_id(source, route, quarter));
        return Err(Begun {
            findings: folder.placed(findings.collect()),
            ..Begun::default()
        });
    }
    let namnd = View::new(&folder.namnd, &keys::NAMND, Some(day));
    let sources = before.iter().map(|(_, source, _)| *source);
    let fingerprint = sources.chain(&folder.bevakning).find_map(lock::fingerprint);
    let text = scaffold::quarter::text(&Wanted {
        quarter,
        namnd: namnd.text("nämnd").unwrap_or(&folder.name),
        dated_on: asked.dated_on,
        before: before.map(|(of, source, _)| (of, source)),
        rows: &carried.rows,
        remaining: carried.remaining,
        fingerprint,
        modeline: asked.modeline,
    });
    Ok(Next {
        quarter,
        text,
        before: before.map(|(of, ..)| of),
        carried,
    })
}

/// Returns what keeps the rows from being read, if something does: of
/// `namnd.yaml`, the quarter before and `bevakning.yaml`.
fn unread(
    folder: &Folder,
    checked: &Checked,
    before: Option<&(Quarter, &Source, &Report)>,
) -> Option<Begun> {
    let shaped = |source: &Source| {
        let mut own = folder.findings.iter();
        own.all(|it| it.file != source.path || it.level != Level::Error)
    };
    let mut broken: Vec<&Source> = vec![];
    if !shaped(&folder.namnd) || folder.namnd.root.is_none() {
        broken.push(&folder.namnd);
    }
    if let Some((_, source, report)) = before
        && (source.root.is_none() || !report.complete)
    {
        broken.push(source);
    }
    if let Some(source) = &folder.bevakning {
        let faulty = |it: &Finding| it.file == source.path && it.level == Level::Error;
        if !shaped(source) || checked.findings.iter().any(faulty) {
            broken.push(source);
        }
    }
    let findings = folder.findings.iter().chain(&checked.findings);
    let of_broken = findings.filter(|it| broken.iter().any(|source| source.path == it.file));
    begin::stopped(folder, of_broken.cloned().collect())
}

fn without_id(source: &Source, route: &Route, quarter: Quarter) -> Finding {
    let message =
        format!("raden ska rapporteras för {quarter}, men saknar id och kan inte flyttas");
    let help = "ge raden ett id; utan det går det inte att veta om den redan är flyttad";
    let mut finding = Finding::new(
        &ID_SAKNAS,
        &source.path,
        Locus::Value(route.clone()),
        message,
        help,
    );
    finding.level = Level::Error;
    finding
}

/// Returns the quarter in which each beslut was last told as ended.
fn ended<'a>(reports: impl Iterator<Item = &'a Report>) -> BTreeMap<Arc<str>, Quarter> {
    let mut ended = BTreeMap::new();
    for report in reports {
        for beslut in report.beslut.iter().flatten() {
            let Beslut { id: Some(id), .. } = beslut else {
                continue;
            };
            if beslut.status.remains() {
                ended.remove(id);
            } else {
                ended.insert(Arc::clone(id), report.quarter);
            }
        }
    }
    ended
}

/// Tells what a new quarter has taken over.
fn told(next: &Next, target: &Path) -> Begun {
    let mut begun = Begun::default();
    let (path, carried) = (shown(target), &next.carried);
    begun.said.push(match (next.before, carried.remaining) {
        (None, _) => format!("{path}: kvartalet är påbörjat"),
        (Some(before), 0) => {
            format!("{path}: kvartalet är påbörjat; ingen rad kvarstod efter {before}")
        }
        (Some(before), 1) => format!("{path}: raden som kvarstod efter {before} är överförd"),
        (Some(before), n) => format!("{path}: {n} rader som kvarstod efter {before} är överförda"),
    });
    if let Some(before) = next.before.filter(|before| before.next() != next.quarter) {
        begun.warned.push(format!(
            "{} saknas: raderna är från {before}, och det som har hänt däremellan är inte med",
            before.next()
        ));
    }
    for (id, quarter) in &carried.stale {
        begun.warned.push(format!(
            "«{id}» står i bevakning.yaml men rapporterades som verkställt eller avslutat för \
             {quarter}; ta bort raden, eller ge ett nytt beslut ett eget id"
        ));
    }
    begun
}
