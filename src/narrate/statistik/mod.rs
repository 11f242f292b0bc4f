//! What the statistikrapport tells of the two populations under each act (SoL
//! (2025:400) 34 kap. 3 §, LSS 28 h §): those not executed within three months,
//! and those interrupted and not executed again within three months.
//!
//! Every sentence holds whether a figure is shown, hidden or missing. The totals
//! of the populations and the names of insatser are always told.

use chrono::NaiveDate;

use crate::model::beslut::Act;
use crate::model::quarter::Quarter;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::narrate::Voice;
use crate::narrate::capital;
use crate::narrate::change;
use crate::narrate::date;
use crate::narrate::law;
use crate::narrate::list;
use crate::narrate::number::grouped;
use crate::narrate::outcome;
use crate::narrate::summary::KeyFigure;
use crate::protect::Cell;
use crate::protect::Cells;
use crate::protect::OVRIGA;

mod named;
mod total;

pub use total::POPULATIONS;
pub use total::is_nil;
pub use total::total;
pub use total::whole_of;

/// Returns what the statutes ask for and what the figures are of.
pub fn paragraphs(voice: &Voice<'_>, day: NaiveDate, dated_on: Option<NaiveDate>) -> Vec<String> {
    let kinds = match voice.acts.as_slice() {
        [act] => voice.law.statute(act.name(), day),
        _ => None,
    };
    let kinds = match kinds.and_then(|statute| statute.insats_word.as_deref()) {
        Some("bistånd") => "bistånd",
        _ => "insatser",
    };
    let asked = format!(
        "Rapporten omfattar gynnande beslut av två slag: sådana som inte har verkställts inom tre \
         månader från beslutet, och sådana där verkställigheten har avbrutits och inte har kommit i \
         gång igen inom tre månader från avbrottet. För vart och ett av slagen redovisas antalet \
         beslut, vilka typer av {kinds} de gäller och den tid som har gått sedan besluten fattades."
    );
    let end = date::day(voice.published.quarter.last_day());
    let scope = match dated_on {
        Some(day) => format!(
            "Läget är det som gällde {end}. Uppgifterna togs fram {} och är avidentifierade.",
            date::day(day)
        ),
        None => format!("Läget är det som gällde {end}. Uppgifterna är avidentifierade."),
    };
    let nil = voice.acts.iter().all(|act| is_nil(voice, *act));
    let guarded = law::guarded(voice).filter(|_| !nil);
    [Some(asked), Some(scope), guarded]
        .into_iter()
        .flatten()
        .collect()
}

/// Returns the totals as key figures; none where there is nothing.
pub fn key_figures(voice: &Voice<'_>) -> Vec<KeyFigure> {
    if voice.acts.iter().all(|act| is_nil(voice, *act)) {
        return vec![];
    }
    let mut figures = vec![];
    for act in &voice.acts {
        let labels = [
            [
                "ej verkställt inom tre månader",
                "ej verkställda inom tre månader",
            ],
            [
                "avbrutet och ej verkställt på nytt",
                "avbrutna och ej verkställda på nytt",
            ],
        ];
        for (population, label) in POPULATIONS.into_iter().zip(labels) {
            let Some(count) = total(&voice.published.cells, *act, population).shown() else {
                continue;
            };
            let label = label[usize::from(count != 1)];
            figures.push(KeyFigure {
                value: grouped(count),
                label: if voice.acts.len() > 1 {
                    format!("{label}, {}", act.name())
                } else {
                    label.to_owned()
                },
                change: None,
            });
        }
    }
    if let [act] = voice.acts.as_slice() {
        let all = total(&voice.published.cells, *act, Population::Remaining).shown();
        figures.extend(all.map(|all| KeyFigure {
            value: grouped(all),
            label: "sammanlagt".to_owned(),
            change: None,
        }));
    }
    figures
}

/// What is told of one act: a paragraph, and a line for each population.
pub struct Told {
    /// How many there are in all.
    pub lead: String,
    /// The populations.
    pub populations: Vec<String>,
    /// Which insatser they are of, where the populations do not say it.
    pub names: Option<String>,
}

/// Returns what is told of an act under which there is something.
pub fn told(voice: &Voice<'_>, act: Act) -> Told {
    let voice = &voice.of(act);
    let base = voice.all(Measure::Remaining);
    let lead = outcome::remaining(voice, &base).unwrap_or_else(|| {
        format!(
            "Uppgift saknas om hur många beslut enligt {} som inte var verkställda vid kvartalets \
             slut.",
            act.name()
        )
    });
    let cells = &voice.published.cells;
    let counts = POPULATIONS.map(|population| total(cells, act, population));
    let shown: Vec<u32> = counts.iter().filter_map(|count| count.shown()).collect();
    let numbers = voice.numbers.among(&shown);
    let named = POPULATIONS.map(|population| named::of_population(voice, population));
    let populations = POPULATIONS.iter().zip(&counts).zip(&named);
    let populations = populations.map(|((population, count), names)| {
        let what = match population {
            Population::Interrupted => {
                "Avbrutna och inte verkställda på nytt inom tre månader från avbrottet"
            }
            _ => "Inte verkställda inom tre månader från beslutet",
        };
        match (count, names) {
            (Cell::Shown(count), Some(names)) if *count > 0 => {
                let count = numbers.beslut(*count, None);
                format!("{what}: {count}, som gäller {names}.")
            }
            (Cell::Shown(count), _) => format!("{what}: {}.", numbers.beslut(*count, None)),
            (Cell::Hidden, _) => format!("{what}: antalet visas inte."),
            (Cell::Missing, _) => format!("{what}: uppgift saknas."),
        }
    });
    let silent = counts
        .iter()
        .zip(&named)
        .any(|(count, names)| *count != Cell::Shown(0) && names.is_none());
    let together = voice.covered().iter().any(|(_, id)| **id == *OVRIGA);
    Told {
        lead,
        populations: populations.collect(),
        names: (silent || together)
            .then(|| named::of_act(voice, act))
            .flatten(),
    }
}

/// Returns that there is nothing under an act.
pub fn nothing(voice: &Voice<'_>, act: Act) -> String {
    let end = date::day(voice.published.quarter.last_day());
    format!(
        "Det fanns {end} inga beslut enligt {} att redovisa, varken sådana som inte hade verkställts \
         inom tre månader eller sådana som hade avbrutits och inte verkställts på nytt.",
        act.name()
    )
}

/// Returns from which day the elapsed time of an act's beslut is counted.
pub fn counted_from(voice: &Voice<'_>) -> String {
    let all = voice.get(&voice.all(Measure::Remaining));
    let undated = voice.get(&voice.all(Measure::Undated(Population::Remaining)));
    match (undated, all) {
        (Some(0), Some(1)) => "Månader från dagen för beslutet till kvartalets slut.".to_owned(),
        (Some(0), _) => "Månader från dagen för varje beslut till kvartalets slut.".to_owned(),
        (Some(n), all) if all == Some(n) => "Månader från avbrottets första dag till kvartalets \
                                             slut, eftersom beslutsdatum saknas."
            .to_owned(),
        (Some(n), _) => format!(
            "Månader från dagen för varje beslut till kvartalets slut. I {} fall saknas beslutsdatum, \
             och där räknas tiden från avbrottets första dag.",
            voice.numbers.among(&[n]).neuter(n)
        ),
        (None, _) => {
            "Månader från dagen för varje beslut till kvartalets slut, eller från avbrottets \
                      första dag där beslutsdatum saknas."
                .to_owned()
        }
    }
}

/// Returns why there is no table of some things that are asked for: they are
/// hidden, or not known.
pub fn untold(hidden: &[&str], missing: &[&str]) -> Vec<String> {
    let list = |what: &[&str]| {
        let what: Vec<String> = what.iter().map(|what| (*what).to_owned()).collect();
        list::and(&what)
    };
    let hidden = (!hidden.is_empty()).then(|| {
        format!(
            "{} visas inte, eftersom antalen är så små att någon annars skulle kunna kännas igen.",
            capital(&list(hidden))
        )
    });
    let missing = (!missing.is_empty()).then(|| format!("Uppgift saknas om {}.", list(missing)));
    hidden.into_iter().chain(missing).collect()
}

/// Returns how each act's beslut have become more or fewer since the first of
/// the quarters that the table of the year has.
pub fn course(voice: &Voice<'_>) -> Option<String> {
    let own = voice.published.quarter;
    let earlier = voice.published.earlier.iter().rev().take(3).rev();
    let courses: Vec<(Quarter, Act, String)> = voice
        .acts
        .iter()
        .filter_map(|act| {
            let count = |cells: &Cells| total(cells, *act, Population::Remaining).shown();
            let now = count(&voice.published.cells)?;
            let (quarter, then) = earlier
                .clone()
                .find_map(|(quarter, cells)| Some((*quarter, count(cells.as_ref()?)?)))?;
            let course = change::course(then, now, voice.numbers);
            ((then, now) != (0, 0)).then_some((quarter, *act, course))
        })
        .collect();
    let since = |quarter| date::quarter_from(quarter, own);
    match courses.as_slice() {
        [] => None,
        [(one, sol, a), (other, lss, b)] if one == other => Some(format!(
            "Sedan {} har antalet ej verkställda beslut enligt {} {a}, och antalet enligt {} {b}.",
            since(*one),
            sol.name(),
            lss.name()
        )),
        courses => {
            let sentences = courses.iter().map(|(quarter, act, course)| {
                format!(
                    "Sedan {} har antalet ej verkställda beslut enligt {} {course}.",
                    since(*quarter),
                    act.name()
                )
            });
            Some(sentences.collect::<Vec<_>>().join(" "))
        }
    }
}
