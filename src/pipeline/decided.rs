//! What was decided against what would be made now: which version a document
//! is, what is put back, and whether it would differ.

use std::path::Path;
use std::sync::Arc;

use crate::compose;
use crate::document::Envelope;
use crate::load;
use crate::load::Folder;
use crate::model::decided::Corrected;
use crate::model::decided::Correction;
use crate::model::decided::Decided;
use crate::model::decided::Paper;
use crate::model::decided::Told;
use crate::model::decided::fingerprint;
use crate::model::decided::versioned;
use crate::model::profile::Profile;
use crate::model::quarter::Quarter;
use crate::model::report::Report;
use crate::pipeline::Goal;
use crate::pipeline::Made;
use crate::pipeline::Selection;
use crate::pipeline::Standing;
use crate::pipeline::make::Ready;
use crate::pipeline::make::Result;
use crate::write;

/// What a new version beside a decided one is called after its id.
const REDONE: &str = "omgjord";

/// Which version a quarter's documents are.
pub(super) struct State<'a> {
    /// 0 as first made, n as the nth correction.
    pub(super) version: u32,
    /// This version, if it is decided.
    pub(super) decided: Option<&'a Decided>,
    /// The decided version that it corrects.
    before: Option<&'a Decided>,
    /// The correction that it is.
    correction: Option<&'a Correction>,
}

/// Returns which version the documents of a quarter are.
pub(super) fn state<'a>(folder: &'a Folder, report: &'a Report) -> State<'a> {
    let own = report.correction.as_ref();
    match folder.decided.get(&report.quarter) {
        None => State {
            version: 0,
            decided: None,
            before: None,
            correction: None,
        },
        Some(newest) if newest.is_corrected_by(own) => State {
            version: newest.version + 1,
            decided: None,
            before: Some(newest),
            correction: own,
        },
        Some(newest) => State {
            version: newest.version,
            decided: Some(newest),
            before: newest.earlier.last(),
            correction: own
                .or(newest.correction.as_ref())
                .filter(|_| newest.version > 0),
        },
    }
}

impl State<'_> {
    /// Returns what is corrected, if anything is.
    pub(super) fn corrected(&self, told: Told, profile: Profile) -> Option<Corrected> {
        let (correction, before) = (self.correction?, self.before?);
        let known = before.told.get(&profile);
        Some(Corrected {
            version: self.version,
            correction: correction.clone(),
            changes: known.map(|known| {
                let mut changes = known.differences(&told);
                // The sum of the only act is the sum of all.
                if told.acts.is_empty() && known.of_one_act(&told) {
                    changes
                        .retain(|change| change.key.act.is_none() || change.key.insats.is_some());
                }
                changes
            }),
        })
    }

    /// Returns the decided document with this id, as the run asks for it.
    pub(super) fn paper(&self, id: &str, selection: &Selection) -> Option<&Paper> {
        self.decided
            .filter(|_| selection.profile.is_none())?
            .paper(id)
    }
}

/// Sees to the decided versions of a document: what is gone from the output, or
/// is not what was decided, is put back.
pub(super) fn put_back(
    folder: &Folder,
    quarter: Quarter,
    id: &str,
    goal: Goal<'_>,
    selection: &Selection,
) -> Result {
    let mut result = Result::default();
    let decided = folder.decided.get(&quarter);
    if selection.profile.is_some() {
        return result;
    }
    for version in decided.iter().flat_map(|decided| decided.versions()) {
        if let Some(paper) = version.paper(id) {
            one(folder, version, paper, goal, &mut result);
        }
    }
    result
}

fn one(folder: &Folder, decided: &Decided, paper: &Paper, goal: Goal<'_>, result: &mut Result) {
    let envelope = Envelope {
        namnd: folder.name.clone(),
        quarter: decided.quarter,
        id: versioned(&paper.id, decided.version),
        profile: paper.profile,
        overridden: false,
    };
    let (out, build) = match goal {
        Goal::Check => {
            let found = load::decided::paper(decided, paper).err();
            result
                .findings
                .extend(folder.placed(found.into_iter().map(|finding| *finding).collect()));
            return;
        }
        Goal::Plan(out) => (out, false),
        Goal::Build { out, .. } => (out, true),
    };
    let path = out.join(envelope.path()).with_extension("pdf");
    let figures = path.with_extension("json");
    let is = |path: &Path, sha256: &str| {
        write::read(path).is_some_and(|bytes| fingerprint(&bytes) == sha256)
    };
    let whole = is(&path, &paper.sha256)
        && paper
            .beside
            .as_deref()
            .is_none_or(|sha256| is(&figures, sha256));
    if !whole {
        let (pdf, beside) = match load::decided::paper(decided, paper) {
            Ok(files) => files,
            Err(finding) => {
                result.findings.extend(folder.placed(vec![*finding]));
                return;
            }
        };
        if build {
            let written = write::file(&path, &pdf);
            let written = written.and_then(|()| match beside {
                Some(bytes) => write::file(&figures, &bytes),
                None => Ok(()),
            });
            if let Err(error) = written {
                result.errors.push(error);
                return;
            }
        }
    }
    let made = Made {
        path,
        pages: 0,
        reason: None,
        standing: Some(Standing {
            put_back: !whole,
            differs: false,
            redone: false,
        }),
    };
    result.made.push((made, None));
}

impl Ready {
    /// Returns the fingerprint of the words and the figures: not of what they
    /// look like, nor of which version of the program says them.
    pub(super) fn content(&self) -> String {
        let mut value = self.document.value.clone();
        if let Some(frame) = value
            .get_mut("frame")
            .and_then(|frame| frame.as_object_mut())
        {
            for look in ["fonts", "colour", "logo"] {
                frame.remove(look);
            }
        }
        let attached = self.files.iter();
        let mut attached = attached.filter(|(path, _)| *path == compose::ATTACHMENT);
        let attached = attached.next().map(|(_, bytes)| bytes);
        let figures = attached.or(self.beside.as_ref()).map(|bytes| {
            let mut figures: serde_json::Value =
                serde_json::from_slice(bytes).expect("we wrote the figures");
            if let Some(file) = figures.as_object_mut() {
                file.remove("program");
            }
            figures.to_string()
        });
        fingerprint(format!("{value}\n{}", figures.unwrap_or_default()).as_bytes())
    }

    /// Returns the same document as a new file beside the decided one.
    pub(super) fn redone(mut self) -> Self {
        let envelope = &mut self.document.envelope;
        envelope.id = format!("{}-{REDONE}", envelope.id);
        self
    }
}

/// Returns the decided documents of the quarters a run is about, by quarter and
/// id, whether or not the quarter's file still asks for them.
pub(super) fn ids(folder: &Folder, selection: &Selection) -> Vec<(Quarter, Arc<str>)> {
    let mut list = vec![];
    for (quarter, decided) in &folder.decided {
        for paper in decided.versions().flat_map(|version| &version.documents) {
            let one = (*quarter, Arc::clone(&paper.id));
            if selection.wants(*quarter)
                && selection.wants_document(&paper.id)
                && !list.contains(&one)
            {
                list.push(one);
            }
        }
    }
    list
}
