//! The command `komplettera`: what may be typed, and what is said afterwards.

use std::fmt::Write as _;
use std::path::Path;
use std::path::PathBuf;

use clap::Args;

use crate::cli::decide::quarter;
use crate::model::quarter::Quarter;
use crate::pipeline::complete::Field;
use crate::pipeline::complete::Paper;
use crate::pipeline::complete::Wish;
use crate::pipeline::complete::Written;

pub(super) const EXAMPLES: &str = "Exempel:
  evb komplettera                   frågar efter det som saknas
  evb komplettera 2023-Q4 --handling protokoll-namnd --paragraf 12 --sammanträde 2024-01-24";

/// `evb komplettera`.
#[derive(Debug, Args)]
pub struct Complete {
    /// Kvartalet som handlingen hör till, till exempel 2023-Q4
    #[arg(value_name = "KVARTAL", value_parser = quarter)]
    kvartal: Option<Quarter>,
    /// Mappen med alla nämnder, en nämnds mapp eller en kvartalsfil (annars data)
    #[arg(
        value_name = "SÖKVÄG",
        default_value = "data",
        hide_default_value = true
    )]
    pub path: PathBuf,
    /// Handlingens nämnd (mappens namn); behövs om flera har samma handling
    #[arg(long = "nämnd", alias = "namnd", value_name = "NAMN")]
    namnd: Option<String>,
    /// Handlingens id
    #[arg(long, value_name = "ID")]
    handling: Option<String>,
    /// Paragrafen i protokollet
    #[arg(long, value_name = "NUMMER")]
    paragraf: Option<String>,
    /// Sammanträdets dag
    #[arg(long = "sammanträde", alias = "sammantrade", value_name = "DATUM")]
    sammantrade: Option<String>,
    /// Handlingens eget datum
    #[arg(long, value_name = "DATUM")]
    datum: Option<String>,
    /// Diarienumret, så som det ska stå
    #[arg(long, value_name = "TEXT")]
    diarienummer: Option<String>,
}

impl Complete {
    /// Returns which paper is meant.
    pub fn wish(&self) -> Wish<'_> {
        Wish {
            quarter: self.kvartal,
            namnd: self.namnd.as_deref(),
            id: self.handling.as_deref(),
        }
    }

    /// Returns the values that were typed, or what is wrong with one of them.
    pub fn values(&self) -> Result<Vec<(Field, String)>, String> {
        let mut values = vec![];
        for field in Field::ALL {
            let typed = match field {
                Field::Paragraf => &self.paragraf,
                Field::Sammantrade => &self.sammantrade,
                Field::Datum => &self.datum,
                Field::Diarienummer => &self.diarienummer,
            };
            if let Some(typed) = typed {
                let value = field.checked(typed);
                values.push((
                    field,
                    value.map_err(|why| format!("--{}: {why}", field.name()))?,
                ));
            }
        }
        Ok(values)
    }

    /// Returns what must be typed where nobody can be asked, or nothing if it
    /// is there.
    pub fn missing(&self) -> Option<String> {
        let values = [
            &self.paragraf,
            &self.sammantrade,
            &self.datum,
            &self.diarienummer,
        ];
        let one_of = "minst en av --paragraf, --sammanträde, --datum och --diarienummer";
        let wanted = [
            (self.kvartal.is_none(), "KVARTAL"),
            (self.handling.is_none(), "--handling <ID>"),
            (values.iter().all(|value| value.is_none()), one_of),
        ];
        let missing: Vec<_> = wanted.into_iter().filter(|(is, _)| *is).collect();
        let names: Vec<_> = missing.into_iter().map(|(_, name)| name).collect();
        (!names.is_empty()).then(|| names.join("; "))
    }
}

/// Tells what was written in a paper, and what to do next.
pub fn completed(paper: &Paper, written: &Written) -> String {
    let values = written
        .changed
        .iter()
        .map(|(field, before, now)| match before {
            Some(before) => format!("{} (förut {before})", field.told(now)),
            None => field.told(now),
        });
    let values: Vec<_> = values.collect();
    let mut text = format!("{}, {}: {}\n", paper.quarter, paper.id, values.join(", "));
    let lacks: Vec<_> = written.lacks.iter().map(|field| field.name()).collect();
    if !lacks.is_empty() {
        let _ = writeln!(
            text,
            "handlingen är fortfarande ett utkast: {} saknas",
            lacks.join(" och ")
        );
    }
    let next = format!("{} --kvartal {}", typed(&paper.folder), paper.quarter);
    let _ = if written.decided {
        writeln!(
            text,
            "handlingen är fastställd och lämnas som den är: «evb plan {next}» visar «fastställd, \
             skulle ändras», och en «rättelse» i kvartalets fil ger en rättad version"
        )
    } else {
        writeln!(text, "kör «evb bygg {next}» för att göra handlingarna")
    };
    text
}

/// Returns a path as it is typed on a command line.
fn typed(path: &Path) -> String {
    let path = path.display().to_string();
    if path.contains(' ') {
        format!("\"{path}\"")
    } else {
        path
    }
}
