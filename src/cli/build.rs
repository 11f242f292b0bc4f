//! `bygg`, `granska` and `plan`: which data, which documents.

use std::path::PathBuf;

use clap::Args;

use crate::cli::Told;
use crate::cli::value;
use crate::finding::Rule;
use crate::model::profile::Profile;
use crate::model::quarter::Quarter;
use crate::pipeline::Selection;

/// `evb bygg`.
#[derive(Debug, Args)]
pub struct Build {
    /// Which documents.
    #[command(flatten)]
    pub documents: Documents,
    /// Gör handlingen för någon annan: öppen, publik, revisor eller ivo
    #[arg(long, value_name = "PROFIL", value_parser = value::profile)]
    profil: Option<Profile>,
    /// Gör också en bild (PNG) av varje sida, för en snabb titt
    #[arg(long)]
    pub png: bool,
    /// Gör också en ny fil bredvid varje fastställd handling som skulle ändras
    #[arg(long = "gör-om", alias = "gor-om", conflicts_with = "profil")]
    redo: bool,
    /// Skriver ärendenummer ur en nyckellista i ivo-underlaget, och ingen annanstans
    #[arg(long, value_name = "FIL")]
    nyckellista: Option<PathBuf>,
    /// How findings are told.
    #[command(flatten)]
    pub told: Told,
}

/// `evb plan`.
#[derive(Debug, Args)]
pub struct Plan {
    /// Which documents.
    #[command(flatten)]
    pub documents: Documents,
    /// How findings are told.
    #[command(flatten)]
    pub told: Told,
}

/// `evb granska`.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    what: What,
    /// Visar regelboken: alla regler, utan att kontrollera något
    #[arg(long, conflicts_with_all = DATA, conflicts_with = "forklara")]
    pub lista: bool,
    /// Förklarar en regel, med exempel
    #[arg(
        long = "förklara",
        alias = "forklara",
        value_name = "REGEL",
        value_parser = value::rule,
        conflicts_with_all = DATA
    )]
    pub forklara: Option<&'static Rule>,
    /// How findings are told.
    #[command(flatten)]
    pub told: Told,
}

/// What has no meaning where no data is read.
const DATA: [&str; 6] = ["path", "namnd", "kvartal", "strikt", "tyst", "detaljer"];

/// Which documents of which data, and where they are.
#[derive(Debug, Args)]
pub struct Documents {
    #[command(flatten)]
    what: What,
    /// Bara denna handling (id; får upprepas)
    #[arg(long, value_name = "ID")]
    handling: Vec<String>,
    /// Mappen som handlingarna skrivs i
    #[arg(
        long,
        value_name = "MAPP",
        default_value = "output",
        hide_default_value = true
    )]
    pub ut: PathBuf,
}

/// Which data.
#[derive(Debug, Args)]
struct What {
    /// Mappen med alla nämnder, en nämnds mapp eller en kvartalsfil (annars data)
    #[arg(
        value_name = "SÖKVÄG",
        default_value = "data",
        hide_default_value = true
    )]
    path: PathBuf,
    /// Bara denna nämnd (mappens namn; får upprepas)
    #[arg(long = "nämnd", alias = "namnd", value_name = "NAMN")]
    namnd: Vec<String>,
    /// Bara detta kvartal, eller från och till: 2023-Q1..2023-Q4
    #[arg(long, value_name = "KVARTAL", value_parser = value::quarters)]
    kvartal: Option<(Quarter, Quarter)>,
}

impl Build {
    /// Returns where the data is and which part of it is meant.
    pub fn selection(&self) -> (PathBuf, Selection) {
        let (path, selection) = self.documents.selection();
        let profile = self.profil;
        let redo = self.redo;
        let key_list = self.nyckellista.clone();
        (
            path,
            Selection {
                profile,
                redo,
                key_list,
                ..selection
            },
        )
    }
}

impl Documents {
    /// Returns where the data is and which part of it is meant.
    pub fn selection(&self) -> (PathBuf, Selection) {
        let (path, selection) = self.what.selection();
        let documents = self.handling.clone();
        (
            path,
            Selection {
                documents,
                ..selection
            },
        )
    }
}

impl Check {
    /// Returns where the data is and which part of it is meant.
    pub fn selection(&self) -> (PathBuf, Selection) {
        self.what.selection()
    }
}

impl What {
    fn selection(&self) -> (PathBuf, Selection) {
        let selection = Selection {
            namnder: self.namnd.clone(),
            quarters: self.kvartal,
            ..Selection::default()
        };
        (self.path.clone(), selection)
    }
}
