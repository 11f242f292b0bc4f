//! What the words of a case system mean: insatser, reasons, reasons for
//! closing.
//!
//! What `import.yaml` says comes first, then the nämnd's vocabulary, then the
//! same without the law around it, then the section itself. A word that comes
//! twenty thousand times is looked up once.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::Setting;
use super::lagrum;
use super::lagrum::Lagrum;
use super::told::quoted;
use super::told::yaml;
use crate::finding::Rule;
use crate::load::reference::PLACE;
use crate::load::schema::nearest;
use crate::model::beslut::Act;
use crate::model::beslut::InsatsId;
use crate::model::catalogue::Meaning;
use crate::model::catalogue::fold;
use crate::validate::vocabulary::INSATS_I_ANNAN_LAG;
use crate::validate::vocabulary::OKAND_INSATS;
use crate::validate::vocabulary::OKAND_ORSAK;
use crate::validate::vocabulary::OKANT_AVSLUTSSKAL;
use crate::validate::vocabulary::TVETYDIG_INSATS;

/// Why a word means nothing: the rule, what is wrong, what to do.
pub(super) type Unknown = (&'static Rule, String, String);

/// A system has a few dozen words; of a table with more different ones, no more
/// are held against every name that is known.
const MOST_GUESSED: usize = 500;

/// What a word means, or why it means nothing.
type Found<T> = Result<T, Unknown>;

/// Finds the nearest of some names.
type Near = for<'n> fn(&str, &[&'n str]) -> Option<&'n str>;

/// An insats as a row names it: its name, the act and the point of 9 § LSS.
type Named = (String, Option<Act>, Option<u32>);

/// The words of one table, each looked up once.
pub(super) struct Words<'a> {
    setting: &'a Setting<'a>,
    insatser: BTreeMap<Named, Found<(InsatsId, Act)>>,
    orsaker: BTreeMap<String, Found<Arc<str>>>,
    avslutsskal: BTreeMap<String, Found<Arc<str>>>,
}

impl<'a> Words<'a> {
    pub(super) fn new(setting: &'a Setting<'a>) -> Self {
        Self {
            setting,
            insatser: BTreeMap::new(),
            orsaker: BTreeMap::new(),
            avslutsskal: BTreeMap::new(),
        }
    }

    /// Returns how the nearest of some names is found.
    fn near(&self) -> Near {
        let seen = self.insatser.len() + self.orsaker.len() + self.avslutsskal.len();
        if seen < MOST_GUESSED {
            |name, known| nearest(name, known.iter().copied())
        } else {
            |_, _| None
        }
    }

    /// Returns the insats of a name and of what the row says of the law; the
    /// name may be empty.
    pub(super) fn insats(&mut self, name: &str, said: Option<Lagrum>) -> Found<(InsatsId, Act)> {
        let act = said.map(|said| said.act);
        let point = said.and_then(|said| said.point);
        let (setting, near) = (self.setting, self.near());
        let known = self.insatser.entry((name.to_owned(), act, point));
        known
            .or_insert_with(|| insats(setting, name, act, point, near))
            .clone()
    }

    /// Returns the reason of a name.
    pub(super) fn orsak(&mut self, name: &str) -> Found<Arc<str>> {
        let (setting, near) = (self.setting, self.near());
        let known = self.orsaker.entry(name.to_owned());
        known.or_insert_with(|| orsak(setting, name, near)).clone()
    }

    /// Returns the reason for closing of a name.
    pub(super) fn avslutsskal(&mut self, name: &str) -> Found<Arc<str>> {
        let (setting, near) = (self.setting, self.near());
        let known = self.avslutsskal.entry(name.to_owned());
        known
            .or_insert_with(|| avslutsskal(setting, name, near))
            .clone()
    }
}

fn insats(
    setting: &Setting<'_>,
    name: &str,
    act: Option<Act>,
    point: Option<u32>,
    near: Near,
) -> Found<(InsatsId, Act)> {
    let insatser = &setting.vocabulary.insatser;
    let by_point = |point: Option<u32>| {
        let found = by_section(setting, point?, setting.quarter.last_day());
        found.map(|id| (id, Act::Lss))
    };
    if name.is_empty() {
        return by_point(point).ok_or_else(|| {
            (
                &OKAND_INSATS,
                "raden har ingen insats".to_owned(),
                "fyll i insatsen, eller lagrummet om det är LSS 9 § 1–10".to_owned(),
            )
        });
    }
    let mapped = setting.mapping.insatser.get(&fold(name));
    let meant = mapped.map_or(name, String::as_str);
    let acts = act.or_else(|| lagrum::act(name));
    let acts = acts.map_or(Act::ALL.to_vec(), |act| vec![act]);
    let bare = lagrum::without(meant);
    let found = match insatser.find(meant, &acts) {
        Meaning::Unknown => insatser.find(&bare, &acts),
        found => found,
    };
    match found {
        Meaning::One(insats, act) => Ok((Arc::clone(&insats.id), act)),
        Meaning::Several(one, two) => by_point(point).ok_or_else(|| {
            let message = if one.id == two.id {
                format!("insatsen {} finns i både SoL och LSS", quoted(name))
            } else {
                format!("{} kan vara {} eller {}", quoted(name), one.id, two.id)
            };
            let help = "fyll i «lag» (SoL eller LSS) på raden, eller ange i import.yaml vad namnet \
                        betyder under «insatser»";
            (&TVETYDIG_INSATS, message, help.to_owned())
        }),
        Meaning::Unknown => {
            let elsewhere = |name| !matches!(insatser.find(name, &Act::ALL), Meaning::Unknown);
            if let [act] = acts.as_slice()
                && (elsewhere(meant) || elsewhere(&bare))
            {
                let message = format!("{} är ingen insats enligt {}", quoted(name), act.name());
                let help = "rätta lagen eller insatsen på raden".to_owned();
                return Err((&INSATS_I_ANNAN_LAG, message, help));
            }
            let section = lagrum::read(name).and_then(|lagrum| lagrum.point);
            by_point(section).ok_or_else(|| {
                let near = near(&bare, &insatser.names().collect::<Vec<_>>()).and_then(|near| {
                    match insatser.find(near, &Act::ALL) {
                        Meaning::One(insats, _) | Meaning::Several(insats, _) => {
                            Some((near, &*insats.id))
                        }
                        Meaning::Unknown => None,
                    }
                });
                let message = format!("okänd insats {}", quoted(name));
                (&OKAND_INSATS, message, help("insatser", name, near))
            })
        }
    }
}

/// Returns the insats of a point of 9 § LSS.
fn by_section(setting: &Setting<'_>, point: u32, day: NaiveDate) -> Option<InsatsId> {
    let section = format!("9 § {point}");
    let list = setting.vocabulary.insatser.list().iter();
    let mut found = list.filter(|insats| {
        let own = insats.section(Act::Lss, day);
        own.is_some_and(|own| **own == *section)
    });
    match (found.next(), found.next()) {
        (Some(insats), None) => Some(Arc::clone(&insats.id)),
        _ => None,
    }
}

fn orsak(setting: &Setting<'_>, name: &str, near: Near) -> Found<Arc<str>> {
    let mapped = setting.mapping.orsaker.get(&fold(name));
    let orsaker = &setting.vocabulary.orsaker;
    let found = orsaker.find(mapped.map_or(name, String::as_str));
    found.map(|orsak| Arc::clone(&orsak.id)).ok_or_else(|| {
        let near = near(name, &orsaker.names().collect::<Vec<_>>());
        let near = near.and_then(|near| Some((near, &*orsaker.find(near)?.id)));
        let message = format!("okänd orsak {}", quoted(name));
        (&OKAND_ORSAK, message, help("orsaker", name, near))
    })
}

fn avslutsskal(setting: &Setting<'_>, name: &str, near: Near) -> Found<Arc<str>> {
    let mapped = setting.mapping.avslutsskal.get(&fold(name));
    let folded = fold(mapped.map_or(name, String::as_str));
    let list = &setting.vocabulary.avslutsskal;
    let found = list.iter().find(|skal| {
        let names = [&skal.id, &skal.name].into_iter().chain(&skal.alias);
        names.into_iter().any(|name| fold(name) == folded)
    });
    found.map(|skal| Arc::clone(&skal.id)).ok_or_else(|| {
        let ids = list.iter().map(|skal| (&*skal.id, &*skal.id));
        let names = list.iter().flat_map(|skal| {
            let also = skal.alias.iter().chain([&skal.name]);
            also.map(|name| (&**name, &*skal.id))
        });
        let known: Vec<_> = ids.chain(names).collect();
        let near = near(
            name,
            &known.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
        );
        let near = known.iter().copied().find(|(name, _)| Some(*name) == near);
        let message = format!("okänt avslutsskäl {}", quoted(name));
        (&OKANT_AVSLUTSSKAL, message, help("avslutsskäl", name, near))
    })
}

/// Returns what to do about an unknown word: the nearest name with its id, and
/// how to say in `import.yaml` what it means.
fn help(key: &str, name: &str, near: Option<(&str, &str)>) -> String {
    let name = yaml(name);
    match near {
        Some((near, id)) => {
            format!("menade du «{near}»? skriv i så fall «{key}: {{{name}: {id}}}» i import.yaml")
        }
        None => format!("skriv i import.yaml vad det betyder: «{key}: {{{name}: …}}»; {PLACE}"),
    }
}
