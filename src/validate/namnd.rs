//! The nämnd as it was on a day.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::document::Kind;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Rule;
use crate::load::Folder;
use crate::load::catalogue::Catalogue;
use crate::load::keys;
use crate::load::schema::shown;
use crate::load::source::Source;
use crate::load::tree::Node;
use crate::load::view::View;
use crate::model::beslut::Act;
use crate::model::clock::Clock;
use crate::model::law::Law;
use crate::model::namnd::ArchiveFormat;
use crate::model::namnd::DEFAULT_THRESHOLD;
use crate::model::namnd::Namnd;
use crate::model::namnd::Statistics;
use crate::model::namnd::Style;
use crate::model::profile::Coarsening;
use crate::model::profile::Profile;
use crate::model::profile::Safeguards;
use crate::model::quarter::Quarter;
use crate::model::report::Order;
use crate::validate::Findings;
use crate::validate::instans;
use crate::validate::ivo;
use crate::validate::vocabulary;

/// A dated value that begins too late.
pub const SAKNAS_VID_DATUM: Rule = Rule {
    slug: "saknas-vid-datum",
    level: Level::Error,
    fixed: true,
    explain: "Ett namn som gäller från en viss dag säger inget om tiden före. Då kan handlingar \
              från den tiden inte göras om.",
    source: "Dataformat 1",
};

/// A logo that is not there.
pub const LOGOTYP_SAKNAS: Rule = Rule {
    slug: "logotyp-saknas",
    level: Level::Error,
    fixed: true,
    explain: "Handlingen ska ha nämndens logotyp, men filen finns inte i nämndens mapp.",
    source: "Dataformat 1",
};

/// Finds a logo that is named but not there.
pub(crate) fn missing_logo(folder: &Folder, namnd: &Namnd, day: NaiveDate) -> Option<Finding> {
    let name = namnd.style.logo.as_ref()?;
    if folder.own.images.contains_key(name.as_ref()) {
        return None;
    }
    let view = View::new(&folder.namnd, &keys::NAMND, Some(day));
    let route = view.record("stil")?.at("logotyp");
    Some(Finding::new(
        &LOGOTYP_SAKNAS,
        &folder.namnd.path,
        Locus::Value(route),
        format!("filen «{name}» finns inte i nämndens mapp"),
        "lägg SVG-filen bredvid namnd.yaml",
    ))
}

/// A reporting window that ends before it begins.
pub const OMVANT_FONSTER: Rule = Rule {
    slug: "omvant-fonster",
    level: Level::Error,
    fixed: true,
    explain: "Ett fönster som slutar innan det börjar innehåller ingen dag att rapportera på.",
    source: "Dataformat 1",
};

/// Returns the nämnd on a day, or nothing if its names are not known then.
pub(crate) fn on(
    source: &Source,
    catalogue: &Catalogue,
    day: NaiveDate,
) -> (Option<Namnd>, Vec<Finding>) {
    let (vocabulary, mut list) = vocabulary::on(source, catalogue, day);
    let mut findings = Findings::new(source);
    let view = View::new(source, &keys::NAMND, Some(day));
    for key in ["kommun", "nämnd"] {
        let written = source.root.as_ref().and_then(|root| root.get(key));
        let filled = |item: &Node| item.get("värde").is_some_and(|value| !value.is_empty());
        let dated = written.map_or(&[][..], Node::items);
        if !dated.is_empty() && dated.iter().all(filled) && !view.has(key) {
            let message = format!("«{key}» har inget värde den {day}");
            let help = "lägg till ett värde utan «från» för tiden före";
            findings.key(&SAKNAS_VID_DATUM, &view.route.key(key), message, help);
        }
    }
    for (quarter, entry) in view.entries("fönster") {
        let Some(window) = entry.record() else {
            continue;
        };
        if let (Some(from), Some(to)) = (window.date("från"), window.date("till"))
            && from > to
        {
            let message = format!("fönstret {quarter} börjar {from} men slutar {to}");
            findings.value(
                &OMVANT_FONSTER,
                &window.at("från"),
                message,
                "byt plats på datumen",
            );
        }
    }
    sections(&view, &mut findings);
    let instanser = instans::all(&view, &vocabulary, &source.path, &mut findings);
    let ivo = ivo::on(&view, source, catalogue, &mut findings);
    list.extend(findings.into_list());
    let (Some(kommun), Some(name)) = (view.name("kommun"), view.name("nämnd")) else {
        return (None, list);
    };
    let namnd = Namnd {
        kommun,
        name,
        forvaltning: view.name("förvaltning"),
        marking: view.name("märkning"),
        style: style(&view),
        profiles: profiles(&view),
        statistics: statistics(&view),
        clock: clock(&view),
        insatser: vocabulary.insatser,
        orsaker: vocabulary.orsaker,
        avslutsskal: vocabulary.avslutsskal,
        instanser,
        ivo,
    };
    (Some(namnd), list)
}

fn statistics(view: &View<'_>) -> Statistics {
    let told = |key| {
        view.record("statistik")
            .is_none_or(|it| !it.has(key) || it.yes(key))
    };
    Statistics {
        sex: told("kön"),
        age: told("ålder"),
    }
}

fn profiles(view: &View<'_>) -> BTreeMap<Kind, Profile> {
    view.entries("profiler")
        .into_iter()
        .filter_map(|(kind, entry)| {
            Some((
                Kind::named(kind)?,
                Profile::named(&entry.node.text()?.to_lowercase())?,
            ))
        })
        .collect()
}

/// Returns the profile a document is made with.
pub(crate) fn profile(source: &Source, order: &Order) -> Profile {
    let on_the_day = || {
        let view = View::new(source, &keys::NAMND, Some(order.dated_on));
        profiles(&view).get(&order.kind).copied()
    };
    order
        .profile
        .or_else(on_the_day)
        .unwrap_or(order.kind.default_profile())
}

/// Returns how small groups are protected on a day.
pub(crate) fn safeguards(source: &Source, day: NaiveDate) -> Safeguards {
    let view = View::new(source, &keys::NAMND, Some(day));
    let steps = view.texts("förgrovning");
    let named = steps
        .iter()
        .filter_map(|(name, _)| Coarsening::named(&name.to_lowercase()));
    Safeguards {
        threshold: threshold(source, day),
        coarsening: if view.has("förgrovning") {
            named.collect()
        } else {
            Coarsening::NAMES.map(|(_, step)| step).to_vec()
        },
    }
}

/// Returns under how many cases are few, on a day.
pub(crate) fn threshold(source: &Source, day: NaiveDate) -> u32 {
    let view = View::new(source, &keys::NAMND, Some(day));
    view.number("tröskel").unwrap_or(DEFAULT_THRESHOLD)
}

/// A section that is not of its act.
pub const LAGRUM_PASSAR_INTE: Rule = Rule {
    slug: "lagrum-passar-inte",
    level: Level::Error,
    fixed: false,
    explain: "Handlingarna citerar insatsens lagrum. LSS har sina insatser i 9 § 1–10, och \
              socialtjänstlagen sina i kapitel och paragraf.",
    source: "9 § LSS; 4 kap. 1 § SoL (2001:453), 11 kap. 1 § och 12 kap. 1 § SoL (2025:400)",
};

/// Finds sections of the nämnd's own insatser that their act does not have.
fn sections(view: &View<'_>, findings: &mut Findings<'_>) {
    for insats in view.records("insatser") {
        for (act, entry) in insats.entries("lagrum") {
            let (Some(act), Some(section)) = (Act::named(act), entry.node.text()) else {
                continue;
            };
            if is_section(act, section) {
                continue;
            }
            let form = match act {
                Act::Lss => "9 § 1 till 9 § 10",
                Act::Sol => "till exempel 11 kap. 1 §",
            };
            let message = format!("«{}» är inget lagrum i {}", shown(section), act.name());
            let help = format!("skriv {form}, eller rätta lagen");
            findings.value(&LAGRUM_PASSAR_INTE, &entry.route, message, help);
        }
    }
}

/// Returns whether a section has the form its act's sections have.
fn is_section(act: Act, section: &str) -> bool {
    let words: Vec<&str> = section.split_whitespace().collect();
    let number = |word: &str| word.parse::<u32>().ok();
    match (act, words.as_slice()) {
        (Act::Lss, ["9", "§", point]) => number(point).is_some_and(|n| (1..=10).contains(&n)),
        (Act::Sol, [chapter, "kap.", paragraph, "§"]) => {
            number(chapter).is_some()
                && number(paragraph.trim_end_matches(char::is_lowercase)).is_some()
        }
        (Act::Sol, [chapter, "kap.", paragraph, letter, "§"]) => {
            number(chapter).is_some() && number(paragraph).is_some() && letter.len() == 1
        }
        (Act::Lss | Act::Sol, _) => false,
    }
}

/// Returns the first and the last day on which a quarter's individrapporter
/// are sent: the nämnd's own, else those of the catalogue.
pub(crate) fn window(
    source: &Source,
    law: &Law,
    quarter: Quarter,
) -> Option<(NaiveDate, NaiveDate)> {
    let view = View::new(source, &keys::NAMND, Some(quarter.last_day()));
    let own = view
        .entries("fönster")
        .into_iter()
        .find_map(|(name, entry)| {
            let window = entry.record().filter(|_| name.parse() == Ok(quarter))?;
            Some((window.date("från")?, window.date("till")?))
        });
    own.or_else(|| law.window(quarter))
}

/// Returns the clock the nämnd has chosen.
pub(crate) fn clock(view: &View<'_>) -> Clock {
    match view.word("klocka") {
        Some("föregående-kvartal") => Clock::PreviousQuarter,
        _ => Clock::Law,
    }
}

fn style(view: &View<'_>) -> Style {
    let Some(stil) = view.record("stil") else {
        return Style::default();
    };
    let default = Style::default();
    Style {
        colour: stil.name("färg").unwrap_or(default.colour),
        archive: match stil.word("arkivformat") {
            Some("A-2a") => ArchiveFormat::A2a,
            _ => ArchiveFormat::A3a,
        },
        words_to: stil.number("ord_till").unwrap_or(default.words_to),
        logo: stil.name("logotyp"),
    }
}
