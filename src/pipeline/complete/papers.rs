//! The papers that can be completed: read from the quarters' files, found by
//! what somebody has said of the one that is meant.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use crate::document::Kind;
use crate::document::Tells;
use crate::error::Error;
use crate::finding::Route;
use crate::load;
use crate::load::Folder;
use crate::load::keys;
use crate::load::keys::either;
use crate::load::schema::nearest;
use crate::load::schema::shown;
use crate::load::view::View;
use crate::model::quarter::Quarter;
use crate::pipeline::complete::Field;

/// A paper as it stands in its quarter's file.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The nämnd's folder, by name.
    pub namnd: String,
    /// The quarter.
    pub quarter: Quarter,
    /// The id.
    pub id: Arc<str>,
    /// The kind.
    pub kind: Kind,
    /// The values it has.
    pub values: BTreeMap<Field, String>,
    /// The nämnd's folder.
    pub folder: PathBuf,
    /// The quarter's file.
    pub file: PathBuf,
    pub(super) route: Route,
}

impl Paper {
    /// Returns the values that may stand in a paper of its kind.
    pub fn fields(&self) -> &'static [Field] {
        use Field::Datum;
        use Field::Diarienummer;
        use Field::Paragraf;
        use Field::Sammantrade;
        match self.kind {
            Kind::Protokollsutdrag => &[Paragraf, Sammantrade, Datum, Diarienummer],
            Kind::Tjansteutlatande => &[Sammantrade, Datum, Diarienummer],
            Kind::Rapport
            | Kind::Statistikrapport
            | Kind::Revisorsrapport
            | Kind::IvoUnderlag
            | Kind::Rutin
            | Kind::LangVantan => &[Datum, Diarienummer],
        }
    }

    /// Returns what it lacks: without a date of its own, another day holds, and
    /// what belongs to no matter has no registration number.
    pub fn lacks(&self) -> Vec<Field> {
        let mut lacks = self.unfinished();
        if self.kind.tells() == Tells::Figures {
            lacks.extend(self.missing(&[Field::Diarienummer]));
        }
        lacks
    }

    /// Returns what it lacks to be no draft.
    pub(super) fn unfinished(&self) -> Vec<Field> {
        match self.kind {
            Kind::Protokollsutdrag => self.missing(&[Field::Paragraf, Field::Sammantrade]),
            Kind::Rapport
            | Kind::Statistikrapport
            | Kind::Revisorsrapport
            | Kind::Tjansteutlatande
            | Kind::IvoUnderlag
            | Kind::Rutin
            | Kind::LangVantan => vec![],
        }
    }

    fn missing(&self, fields: &[Field]) -> Vec<Field> {
        let absent = |field: &Field| !self.values.contains_key(field);
        fields.iter().copied().filter(absent).collect()
    }
}

/// What somebody has said of the paper that is meant.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wish<'a> {
    /// Its quarter.
    pub quarter: Option<Quarter>,
    /// Its nämnd, by folder name.
    pub namnd: Option<&'a str>,
    /// Its id.
    pub id: Option<&'a str>,
}

/// Every paper below a path.
#[derive(Debug)]
pub struct Papers {
    list: Vec<Paper>,
    /// The quarters' files: nämnd, quarter, path, and whether it can be read.
    files: Vec<(String, Quarter, PathBuf, bool)>,
    namnder: Vec<String>,
    /// What could not be read.
    pub errors: Vec<Error>,
}

/// Reads the papers of every quarter below a path.
pub fn papers(path: &Path) -> Result<Papers, Error> {
    let found = load::find(path)?;
    let mut papers = Papers {
        list: vec![],
        files: vec![],
        namnder: vec![],
        errors: found.errors,
    };
    for path in &found.folders {
        let (folder, errors) = load::read(path);
        papers.errors.extend(errors);
        let meant = |quarter: Quarter| found.only.is_none_or(|only| only == quarter);
        let files = folder
            .quarters
            .iter()
            .filter(|(quarter, _)| meant(*quarter));
        papers.files.extend(files.map(|(quarter, source)| {
            let read = source.root.is_some();
            (folder.name.clone(), *quarter, file(path, *quarter), read)
        }));
        let list = of(path, &folder).into_iter();
        papers
            .list
            .extend(list.filter(|paper| meant(paper.quarter)));
        papers.namnder.push(folder.name);
    }
    Ok(papers)
}

/// Returns the papers of a nämnd, in the order of quarters and `handlingar`.
pub(super) fn of(path: &Path, folder: &Folder) -> Vec<Paper> {
    let mut list: Vec<Paper> = vec![];
    for (quarter, source) in &folder.quarters {
        for order in View::new(source, &keys::QUARTER, None).records("handlingar") {
            let kind = order.word("slag").and_then(Kind::named);
            let (Some(id), Some(kind)) = (order.name("id"), kind) else {
                continue;
            };
            if list.iter().any(|p| p.quarter == *quarter && p.id == id) {
                continue;
            }
            let value = |field: Field| Some((field, order.text(field.name())?.to_owned()));
            list.push(Paper {
                namnd: folder.name.clone(),
                quarter: *quarter,
                id,
                kind,
                values: Field::ALL.into_iter().filter_map(value).collect(),
                folder: path.to_owned(),
                file: file(path, *quarter),
                route: order.route.clone(),
            });
        }
    }
    list
}

fn file(folder: &Path, quarter: Quarter) -> PathBuf {
    folder.join(format!("{quarter}.yaml"))
}

impl Papers {
    /// Returns the papers that may be meant, the likeliest first: drafts, then
    /// what lacks something, then the newest. Where neither quarter nor paper is
    /// named, only those that lack something. Says what is wrong where something
    /// that is named does not exist.
    pub fn meant(&self, wish: Wish<'_>) -> Result<Vec<&Paper>, String> {
        if let Some(name) = wish.namnd
            && !self.namnder.iter().any(|known| known == name)
        {
            let known = self.namnder.iter().map(String::as_str);
            return Err(unknown(
                &format!("det finns ingen nämnd «{name}»"),
                name,
                known,
            ));
        }
        let here = |namnd: &str| wish.namnd.is_none_or(|name| name == namnd);
        let files = self.files.iter().filter(|(namnd, ..)| here(namnd));
        if let Some(quarter) = wish.quarter {
            let mut same = files
                .clone()
                .filter(|(_, of, ..)| *of == quarter)
                .peekable();
            if same.peek().is_none() {
                let known: Vec<_> = files.map(|(_, of, ..)| of.to_string()).collect();
                let said = format!("det finns inget kvartal {quarter}");
                let known = known.iter().map(String::as_str);
                return Err(unknown(&said, &quarter.to_string(), known));
            }
            if let Some((.., path, _)) = same.find(|(.., read)| !read) {
                return Err(format!(
                    "«{}» går inte att läsa; «evb granska» visar vad som är fel",
                    path.display()
                ));
            }
        }
        let there = |paper: &&Paper| {
            here(&paper.namnd) && wish.quarter.is_none_or(|quarter| paper.quarter == quarter)
        };
        let there: Vec<_> = self.list.iter().filter(there).collect();
        let within = wish.quarter.map(|quarter| format!(" i {quarter}"));
        let within = within.unwrap_or_default();
        if there.is_empty() {
            return Err(format!(
                "det finns inga handlingar{within}; skriv dem under «handlingar» i kvartalets fil"
            ));
        }
        let named = |paper: &&&Paper| wish.id.is_none_or(|id| *paper.id == *id);
        let mut meant: Vec<_> = there.iter().filter(named).copied().collect();
        if let (true, Some(id)) = (meant.is_empty(), wish.id) {
            let mut known: Vec<&str> = there.iter().map(|paper| &*paper.id).collect();
            known.sort_unstable();
            known.dedup();
            let said = format!("det finns ingen handling «{}»{within}", shown(id));
            return Err(unknown(&said, id, known.into_iter()));
        }
        if wish.quarter.is_none() && wish.id.is_none() {
            meant.retain(|paper| !paper.lacks().is_empty());
        }
        meant.sort_by_key(|paper| {
            let draft = !paper.unfinished().is_empty();
            (!draft, paper.lacks().is_empty(), Reverse(paper.quarter))
        });
        Ok(meant)
    }
}

/// Returns that something does not exist, with the nearest that does, or with
/// all of a few.
fn unknown<'a>(said: &str, name: &str, known: impl Iterator<Item = &'a str>) -> String {
    const FEW: usize = 8;
    let known: Vec<_> = known.collect();
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("{said}; menade du «{near}»?"),
        None if (1..=FEW).contains(&known.len()) => format!("{said}; skriv {}", either(&known)),
        None => said.to_owned(),
    }
}
