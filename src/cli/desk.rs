//! The command of the IVO-rapportör's desk: `ivo`, and its table.

use std::fmt::Display;
use std::fmt::Write as _;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use crate::finding::draw;
use crate::pipeline::desk;
use crate::pipeline::desk::Done;
use crate::pipeline::desk::Line;
use crate::pipeline::desk::Standing;
use crate::pipeline::desk::Wish;

/// The days ahead that are told, if nothing else is asked for: the two weeks
/// within which somebody is contacted.
const AHEAD: &str = "14";

/// `evb ivo`.
#[derive(Debug, Args)]
pub struct Desk {
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
    /// Som det ser ut denna dag (annars i dag)
    #[arg(long, value_name = "DATUM", value_parser = day)]
    pub datum: Option<NaiveDate>,
    /// Så många dagar framåt (annars 14)
    #[arg(
        long,
        value_name = "DAGAR",
        default_value = AHEAD,
        hide_default_value = true,
        value_parser = days
    )]
    kommande: u32,
    /// Skriver en kalender för Outlook och Thunderbird, tre månader framåt
    #[arg(long, value_name = "FIL")]
    ics: Option<PathBuf>,
    /// Skriver tabellen som CSV för Excel
    #[arg(long, value_name = "FIL")]
    csv: Option<PathBuf>,
    /// Skriver tabellen som JSON på skärmen
    #[arg(long)]
    json: bool,
    /// Visar ärendenummer ur en nyckellista, bara på skärmen
    #[arg(long, value_name = "FIL", conflicts_with = "json")]
    nyckellista: Option<PathBuf>,
    /// Antecknar att en individrapport är skickad: beslutets id och dagen
    #[arg(
        long,
        num_args = 2,
        value_names = ["ID", "DATUM"],
        conflicts_with_all = ["kommande", "ics", "csv", "json", "nyckellista"]
    )]
    klar: Option<Vec<String>>,
}

impl Desk {
    fn wish(&self, today: NaiveDate) -> Wish<'_> {
        Wish {
            namnder: &self.namnd,
            today,
            ahead: self.kommande,
            key_list: self.nyckellista.as_deref(),
            ics: self.ics.as_deref(),
            csv: self.csv.as_deref(),
        }
    }

    /// Does what is asked for, and returns what to say of it.
    pub fn answer(&self, today: Option<NaiveDate>, colour: bool) -> Said {
        let Some(today) = today else {
            return Said::failed("datorns klocka går inte att läsa; ange dagen med --datum");
        };
        match self.klar.as_deref() {
            Some([id, written]) => match day(written) {
                Ok(day) => self.sent(id, day, today),
                Err(why) => Said::failed(format!("«{written}» kan inte stå efter --klar: {why}")),
            },
            Some(_) | None => match desk::desk(&self.path, self.wish(today)) {
                Ok(desk) => self.told(&desk, colour),
                Err(error) => Said::failed(error),
            },
        }
    }

    /// Writes that an individrapport is sent.
    fn sent(&self, id: &str, day: NaiveDate, today: NaiveDate) -> Said {
        let out = match desk::done(&self.path, &self.namnd, id, day, today) {
            Ok(Done::Written(path)) => format!("{day} står nu vid {id} i {}", path.display()),
            Ok(Done::Already(path)) => {
                let path = path.display();
                format!("{day} står redan vid {id} i {path}; inget har ändrats")
            }
            Ok(Done::Refused(why)) => return Said::failed(why),
            Err(error) => return Said::failed(error),
        };
        Said {
            out: out + "\n",
            err: String::new(),
            worst: Worst::Nothing,
        }
    }

    /// Tells what is due, and beside it what stopped something from being told.
    fn told(&self, desk: &desk::Desk, colour: bool) -> Said {
        let mut err = draw::human(&desk.findings, colour);
        for note in desk.notes.iter().filter(|_| !self.json) {
            let _ = writeln!(err, "{note}");
        }
        for path in &desk.written {
            let _ = writeln!(err, "skrivet: {}", path.display());
        }
        for error in &desk.errors {
            let _ = writeln!(err, "fel: {error}");
        }
        for text in &desk.unmatched {
            let _ = writeln!(err, "fel: {text}");
        }
        let worst = if !desk.errors.is_empty() || !desk.unmatched.is_empty() {
            Worst::Failed
        } else if desk.findings.is_empty() {
            Worst::Nothing
        } else {
            err.push_str("raderna med fel är inte med; rätta dem, så att inget glöms\n");
            Worst::Faulty
        };
        let out = if self.json { desk.as_json() } else { due(desk) };
        Said { out, err, worst }
    }
}

/// What to say, and how it went.
#[derive(Debug)]
pub struct Said {
    /// What was asked for.
    pub out: String,
    /// What is to be known beside it.
    pub err: String,
    /// The worst that happened.
    pub worst: Worst,
}

/// The worst that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worst {
    /// All went well.
    Nothing,
    /// Something in the data is at fault.
    Faulty,
    /// It could not be done.
    Failed,
}

impl Said {
    fn failed(why: impl Display) -> Self {
        Self {
            out: String::new(),
            err: format!("fel: {why}\n"),
            worst: Worst::Failed,
        }
    }
}

fn day(text: &str) -> Result<NaiveDate, String> {
    let day = text.parse().ok().filter(|_| text.len() == 10);
    day.ok_or_else(|| "skriv till exempel 2026-10-15".to_owned())
}

fn days(text: &str) -> Result<u32, String> {
    let days = text.parse().ok().filter(|days| *days <= 366);
    days.ok_or_else(|| "skriv ett antal dagar, högst 366".to_owned())
}

/// Tells what is due, the most urgent first.
fn due(desk: &desk::Desk) -> String {
    let mut out = String::new();
    let widths = Widths::of(desk);
    for (standing, heading) in [
        (Standing::Missed, "Missat"),
        (Standing::Late, "Försenat"),
        (Standing::Today, "I dag"),
        (Standing::Open, "Pågår"),
        (Standing::Ahead, "Kommande"),
    ] {
        let lines = desk.lines.iter().filter(|line| line.standing == standing);
        let lines: Vec<&Line> = lines.collect();
        if lines.is_empty() {
            continue;
        }
        let gap = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{gap}{heading} ({})", lines.len());
        for line in lines {
            told(&mut out, desk, line, &widths);
        }
    }
    if out.is_empty() {
        let ahead = desk.ahead_in_words();
        let _ = writeln!(
            out,
            "inget att göra {}, och inget {ahead} framåt",
            desk.today
        );
    }
    out
}

/// The widest cell of each column.
struct Widths {
    when: usize,
    /// Nothing where all lines are of one nämnd.
    namnd: Option<usize>,
    id: usize,
    /// Nothing without a key list.
    case: Option<usize>,
    who: usize,
}

impl Widths {
    fn of(desk: &desk::Desk) -> Self {
        let widest = |cell: &dyn Fn(&Line) -> usize| {
            let cells = desk.lines.iter().map(cell);
            cells.max().unwrap_or(0)
        };
        let first = desk.lines.first().map(|line| &line.namnd);
        let several = desk.lines.iter().any(|line| Some(&line.namnd) != first);
        Self {
            when: widest(&|line| line.when.chars().count()),
            namnd: several.then(|| widest(&|line| line.namnd.chars().count())),
            id: widest(&|line| line.id.chars().count()),
            case: (!desk.cases.is_empty()).then(|| widest(&|line| desk.case(line).chars().count())),
            who: widest(&|line| line.who.chars().count()),
        }
    }
}

/// Tells one duty, with the title to copy on a line of its own.
fn told(out: &mut String, desk: &desk::Desk, line: &Line, widths: &Widths) {
    let mut cell = |text: &str, width: usize| {
        let _ = write!(out, "  {text:width$}");
    };
    cell(&line.due_on.to_string(), 10);
    cell(&line.when, widths.when);
    if let Some(width) = widths.namnd {
        cell(&line.namnd, width);
    }
    cell(&line.id, widths.id);
    if let Some(width) = widths.case {
        cell(desk.case(line), width);
    }
    cell(&line.who, widths.who);
    let note = line.note.as_ref().map(|note| format!(" ({note})"));
    let _ = writeln!(out, "  {}{}", line.what, note.unwrap_or_default());
    if let Some(title) = &line.title {
        let _ = writeln!(out, "{:14}{title}", "");
    }
}
