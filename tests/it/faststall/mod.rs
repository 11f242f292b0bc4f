//! What was decided: decided once (`once`), kept byte for byte (`kept`), corrected
//! beside (`corrected`).

use std::path::Path;
use std::path::PathBuf;

use evb::pipeline;
use evb::pipeline::Decision;
use evb::pipeline::Goal;
use evb::pipeline::Outcome;
use evb::pipeline::Selection;
use evb::pipeline::decide::Wish;

use crate::build::build;
use crate::build::copy_sample;

mod corrected;
mod kept;
mod once;

const REPORT: &str = "exempel-lss/2023-Q4/publik/rapport.pdf";

/// A copy of the sample nämnd, with a folder for what is made of it.
pub(crate) struct Desk {
    _folder: tempfile::TempDir,
    pub(crate) data: PathBuf,
    pub(crate) out: PathBuf,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (data, out) = (copy_sample(folder.path()), folder.path().join("ut"));
        // The other quarters only take time.
        for quarter in ["2023-Q1", "2023-Q2"] {
            std::fs::remove_file(data.join(format!("{quarter}.yaml"))).unwrap();
        }
        Self {
            _folder: folder,
            data,
            out,
        }
    }

    /// A desk whose last quarter is decided.
    pub(crate) fn decided() -> Self {
        let desk = Self::new();
        desk.build();
        let outcome = desk.decide();
        assert!(matches!(
            outcome.decisions.as_slice(),
            [Decision::Decided(_, 1)]
        ));
        desk
    }

    pub(crate) fn decide(&self) -> Outcome {
        decide(&self.data, &self.out)
    }

    fn build(&self) -> Outcome {
        build(&self.data, &self.out)
    }

    pub(crate) fn file(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.out.join(name)).unwrap()
    }

    pub(crate) fn kept(&self, name: &str) -> PathBuf {
        self.data.join("faststallt").join(name)
    }

    pub(crate) fn change(&self, file: &str, from: &str, to: &str) {
        let path = self.data.join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from}");
        std::fs::write(&path, text.replace(from, to)).unwrap();
    }

    /// One beslut less is executed than was said at first.
    pub(crate) fn find_a_fault(&self) {
        self.change(
            "2023-Q4.yaml",
            "avbrott: 2022-09-30,      verkställt: 2023-09-24}",
            "avbrott: 2022-09-30,      orsak: personal}",
        );
        self.change(
            "2023-Q4.yaml",
            "verkställda_eller_avslutade: 31, kvarstår: 57",
            "verkställda_eller_avslutade: 30, kvarstår: 58",
        );
    }

    pub(crate) fn correct(&self, day: &str) {
        let line = format!("rättelse: {{datum: {day}, skäl: Ett beslut var inte verkställt}}\n");
        self.change(
            "2023-Q4.yaml",
            "sammanställning:\n",
            &(line + "sammanställning:\n"),
        );
    }

    /// Returns how each decided document of the last quarter stands.
    fn standing(&self) -> Vec<(bool, bool)> {
        let goal = Goal::Plan(&self.out);
        let outcome = pipeline::run(&self.data, &Selection::default(), goal, &|_, _| {}).unwrap();
        let standing = outcome.documents.iter().filter_map(|made| made.standing);
        standing.map(|it| (it.put_back, it.differs)).collect()
    }
}

pub(crate) fn decide(data: &Path, out: &Path) -> Outcome {
    let wish = Wish {
        quarter: "2023-Q4".parse().unwrap(),
        namnder: &[],
        out,
        strict: false,
    };
    pipeline::decide::decide(data, wish, &|_, _| {}).unwrap()
}
