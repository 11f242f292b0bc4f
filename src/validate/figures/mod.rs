//! The stated figures: `sammanställning` and `pågående` to keyed figures.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::finding::Locus;
use crate::finding::Route;
use crate::load::schema::DUBBEL_NYCKEL;
use crate::load::schema::shown;
use crate::load::tree::Node;
use crate::load::view::Entry;
use crate::load::view::View;
use crate::model::band::Band;
use crate::model::beslut::Act;
use crate::model::beslut::Beslut;
use crate::model::catalogue::Meaning;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::model::stated::Since;
use crate::model::stated::Stated;
use crate::validate::Findings;
use crate::validate::content::OSANNOLIK_ORSAK;
use crate::validate::vocabulary::Vocabulary;

mod split;

pub use split::MINST_OCH_HOGST;

/// Reads every stated figure of a quarter. Its rows say under which act an insats
/// of both is meant.
pub(crate) fn read(
    view: &View<'_>,
    rows: &[Beslut],
    vocabulary: &Vocabulary,
    findings: &mut Findings<'_>,
) -> Stated {
    let mut reader = Reader {
        rows,
        vocabulary,
        findings,
        stated: Stated::default(),
        names: BTreeMap::new(),
    };
    if let Some(all) = view.record("sammanställning") {
        if let Some(total) = all.record("totalt") {
            reader.set(&total, &Key::total(Measure::Reported));
        }
        reader.insatser(all.entries("insatser"), None, None);
        for group in all.records("grupper") {
            let name = group.name("namn");
            let act = group.word("lag").and_then(Act::named);
            let key = Key {
                group: name.clone(),
                act,
                ..Key::total(Measure::Reported)
            };
            let place = group.route.key("namn");
            if name
                .as_ref()
                .is_some_and(|name| !reader.once(&key, name, &place))
            {
                continue;
            }
            if let Some(total) = group.record("totalt") {
                reader.set(&total, &key);
            }
            reader.insatser(group.entries("insatser"), name, act);
        }
    }
    let ongoing = view.entries("pågående");
    let acts = reader.acts_of(&ongoing);
    for (name, entry) in ongoing {
        let Some((act, insats)) = reader.likely(name, acts, &entry.route) else {
            continue;
        };
        let key = Key::total(Measure::Ongoing).of_insats(act, &insats);
        if !reader.once(&key, name, &entry.route) {
            continue;
        }
        reader.figure(entry.node, &entry.route, &key);
    }
    reader.stated
}

struct Reader<'a, 'f> {
    rows: &'a [Beslut],
    vocabulary: &'a Vocabulary,
    findings: &'a mut Findings<'f>,
    stated: Stated,
    /// The name each figure was first written under, with its place.
    names: BTreeMap<Key, (String, Route)>,
}

impl Reader<'_, '_> {
    fn insatser(
        &mut self,
        list: Vec<(&str, Entry<'_>)>,
        group: Option<Arc<str>>,
        act: Option<Act>,
    ) {
        let likely = self.acts_of(&list);
        for (name, entry) in list {
            let found = match act {
                Some(_) => {
                    let locus = Locus::Key(entry.route.clone());
                    self.vocabulary.insats(name, act, &locus, self.findings)
                }
                None => self.likely(name, likely, &entry.route),
            };
            let Some((act, insats)) = found else {
                continue;
            };
            let key = Key {
                group: group.clone(),
                ..Key::total(Measure::Reported)
            }
            .of_insats(act, &insats);
            if !self.once(&key, name, &entry.route) {
                continue;
            }
            if let Some(set) = entry.record() {
                self.set(&set, &key);
            }
            self.stated.named.push((group.clone(), act, insats));
        }
    }

    /// A list of names has no place for `lag`. Where every name that exists in
    /// one act only is of the same act, the others are of that act too.
    fn acts_of(&self, list: &[(&str, Entry<'_>)]) -> Option<Act> {
        let mut acts = list.iter().filter_map(|(name, _)| {
            match self.vocabulary.insatser.find(name, &Act::ALL) {
                Meaning::One(_, act) => Some(act),
                Meaning::Several(..) | Meaning::Unknown => None,
            }
        });
        let first = acts.next()?;
        acts.all(|act| act == first).then_some(first)
    }

    /// Returns the act of an insats in the rows, if all are of one.
    fn act_of_rows(&self, insats: &str) -> Option<Act> {
        let own = self.rows.iter().filter(|row| row.insats.as_ref() == insats);
        let mut acts = own.map(|row| row.act);
        let first = acts.next()?;
        acts.all(|act| act == first).then_some(first)
    }

    fn likely(&mut self, name: &str, act: Option<Act>, route: &Route) -> Option<(Act, Arc<str>)> {
        // The rows or the list only settle a doubt, they never overrule a name.
        let act = match self.vocabulary.insatser.find(name, &Act::ALL) {
            Meaning::Several(one, two) if one.id == two.id => self.act_of_rows(&one.id).or(act),
            Meaning::Several(..) => act,
            Meaning::One(..) | Meaning::Unknown => None,
        };
        let locus = Locus::Key(route.clone());
        self.vocabulary.insats(name, act, &locus, self.findings)
    }

    /// Tells a figure that is already there under another name; returns
    /// whether it is new. The same name twice is told by `load`.
    fn once(&mut self, key: &Key, name: &str, route: &Route) -> bool {
        let Some((earlier, first)) = self.names.get(key) else {
            self.names
                .insert(key.clone(), (name.to_owned(), route.clone()));
            return true;
        };
        let message = if earlier == name {
            format!("«{}» står två gånger", shown(name))
        } else {
            format!("«{}» och «{}» är samma sak", shown(earlier), shown(name))
        };
        let line = self.findings.line(first);
        let help = format!("ta bort en av dem; den första står på {line}");
        self.findings.key(&DUBBEL_NYCKEL, route, message, help);
        false
    }

    /// Reads a figure that has a name of its own, once.
    fn named(&mut self, name: &str, node: &Node, route: &Route, key: &Key) {
        if self.once(key, name, route) {
            self.figure(node, route, key);
        }
    }

    /// Reads one set of figures; `key` says which beslut they are of.
    fn set(&mut self, set: &View<'_>, key: &Key) {
        const PLAIN: [(&str, Measure); 8] = [
            ("rapporterade", Measure::Reported),
            ("nya", Measure::New),
            ("återrapportering", Measure::Again),
            ("verkställda", Measure::Executed),
            ("avslutade", Measure::Closed),
            ("verkställda_eller_avslutade", Measure::Ended),
            ("kvarstår", Measure::Remaining),
            ("sena", Measure::Late),
        ];
        for (name, measure) in PLAIN {
            if let Some((node, route)) = set.raw(name) {
                self.figure(node, &route, &key.measuring(measure));
            }
        }
        for (name, make) in [
            ("avbrott", Measure::Avbrott as fn(Population) -> Measure),
            ("delvis", Measure::Delvis),
        ] {
            for counted in set.records(name) {
                let key = key.measuring(make(population(&counted)));
                if let Some((node, route)) = counted.raw("antal") {
                    self.named(name, node, &route, &key);
                }
            }
        }
        for counted in set.records("orsaker") {
            for (name, entry) in counted.entries("antal") {
                let locus = Locus::Key(entry.route.clone());
                let found = self.vocabulary.orsak(name, &locus, self.findings);
                let Some(id) = found.map(|orsak| Arc::clone(&orsak.id)) else {
                    continue;
                };
                let odd = key
                    .insats
                    .as_ref()
                    .filter(|_| entry.node.text().is_none_or(|text| text != "0"))
                    .and_then(|insats| self.vocabulary.unlikely(&id, insats));
                if let Some((message, help)) = odd {
                    self.findings
                        .key(&OSANNOLIK_ORSAK, &entry.route, message, help);
                }
                let key = key.measuring(Measure::Orsak(population(&counted), id));
                self.named(name, entry.node, &entry.route, &key);
            }
        }
        for counted in set.records("avslutsskäl") {
            for (name, entry) in counted.entries("antal") {
                let locus = Locus::Key(entry.route.clone());
                let found = self.vocabulary.avslutsskal(name, &locus, self.findings);
                let Some(id) = found.map(|skal| Arc::clone(&skal.id)) else {
                    continue;
                };
                let key = key.measuring(Measure::Avslutsskal(id));
                self.named(name, entry.node, &entry.route, &key);
            }
        }
        for counted in set.records("erbjudanden") {
            for (name, entry) in counted.entries("antal") {
                let key = key.measuring(Measure::Erbjudande(name.into()));
                self.named(name, entry.node, &entry.route, &key);
            }
        }
        for counted in set.records("tidsband") {
            let since = match counted.word("från") {
                Some("beslut") => Since::Decision,
                Some("avbrott") => Since::Avbrott,
                _ => Since::Known,
            };
            for (name, entry) in counted.entries("antal") {
                let Some(band) = Band::labelled(name) else {
                    continue;
                };
                let key = key.measuring(Measure::Waited(population(&counted), since, band));
                self.named(name, entry.node, &entry.route, &key);
            }
        }
    }
}

fn population(counted: &View<'_>) -> Population {
    match counted.word("avser") {
        Some("rapporterade") => Population::Reported,
        _ => Population::Remaining,
    }
}
