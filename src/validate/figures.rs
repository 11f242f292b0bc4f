//! The stated figures: `sammanställning` and `pågående` to keyed figures.

use std::sync::Arc;

use crate::finding::Level;
use crate::finding::Route;
use crate::finding::Rule;
use crate::load::tree::Node;
use crate::load::tree::Value;
use crate::load::view::Entry;
use crate::load::view::View;
use crate::model::beslut::Act;
use crate::model::beslut::Age;
use crate::model::beslut::Sex;
use crate::model::catalogue::Meaning;
use crate::model::stated::Band;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::model::stated::Since;
use crate::model::stated::Stated;
use crate::model::stated::StatedFigure;
use crate::validate::Findings;
use crate::validate::vocabulary::Vocabulary;

/// Bounds that contradict each other or stand beside a split.
pub const MINST_OCH_HOGST: Rule = Rule {
    slug: "minst-och-hogst",
    level: Level::Error,
    explain: "Ett intervall är till för kontroller när det exakta antalet saknas. Det kan inte \
              samtidigt delas på kön, och minst kan inte vara mer än högst.",
    source: "Dataformat 1",
};

/// Reads every stated figure of a quarter.
pub(crate) fn read(
    view: &View<'_>,
    vocabulary: &Vocabulary,
    findings: &mut Findings<'_>,
) -> Stated {
    let mut reader = Reader {
        vocabulary,
        findings,
        stated: Stated::default(),
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
            if let Some(total) = group.record("totalt") {
                reader.set(&total, &key);
            }
            reader.insatser(group.entries("insatser"), name, act);
        }
    }
    let ongoing = view.entries("pågående");
    let acts = reader.acts_of(&ongoing);
    for (name, entry) in ongoing {
        let Some((act, insats)) = reader.insats(name, acts, &entry.route) else {
            continue;
        };
        let key = Key::total(Measure::Ongoing).of_insats(act, &insats);
        reader.figure(entry.node, &entry.route, &key);
    }
    reader.stated
}

struct Reader<'a, 'f> {
    vocabulary: &'a Vocabulary,
    findings: &'a mut Findings<'f>,
    stated: Stated,
}

impl Reader<'_, '_> {
    fn insatser(
        &mut self,
        list: Vec<(&str, Entry<'_>)>,
        group: Option<Arc<str>>,
        act: Option<Act>,
    ) {
        let act = act.or_else(|| self.acts_of(&list));
        for (name, entry) in list {
            let Some((act, insats)) = self.insats(name, act, &entry.route) else {
                continue;
            };
            let key = Key {
                group: group.clone(),
                ..Key::total(Measure::Reported)
            };
            if let Some(set) = entry.record() {
                self.set(&set, &key.of_insats(act, &insats));
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

    fn insats(&mut self, name: &str, act: Option<Act>, route: &Route) -> Option<(Act, Arc<str>)> {
        let acts = &Act::ALL;
        // The act of the list only settles a doubt, it never overrules a name.
        let act = act.filter(|_| {
            matches!(
                self.vocabulary.insatser.find(name, acts),
                Meaning::Several(..)
            )
        });
        self.vocabulary.insats(name, act, route, self.findings)
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
                if let Some((node, route)) = counted.raw("antal") {
                    self.figure(node, &route, &key.measuring(make(population(&counted))));
                }
            }
        }
        for counted in set.records("orsaker") {
            for (name, entry) in counted.entries("antal") {
                let found = self.vocabulary.orsak(name, &entry.route, self.findings);
                let Some(id) = found.map(|orsak| Arc::clone(&orsak.id)) else {
                    continue;
                };
                let measure = Measure::Orsak(population(&counted), id);
                self.figure(entry.node, &entry.route, &key.measuring(measure));
            }
        }
        for counted in set.records("avslutsskäl") {
            for (name, entry) in counted.entries("antal") {
                let found = self
                    .vocabulary
                    .avslutsskal(name, &entry.route, self.findings);
                let Some(id) = found.map(|skal| Arc::clone(&skal.id)) else {
                    continue;
                };
                self.figure(
                    entry.node,
                    &entry.route,
                    &key.measuring(Measure::Avslutsskal(id)),
                );
            }
        }
        for counted in set.records("erbjudanden") {
            for (name, entry) in counted.entries("antal") {
                let measure = Measure::Erbjudande(name.into());
                self.figure(entry.node, &entry.route, &key.measuring(measure));
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
                let measure = Measure::Waited(population(&counted), since, band);
                self.figure(entry.node, &entry.route, &key.measuring(measure));
            }
        }
    }

    /// Reads a number, a split by sex or a range.
    fn figure(&mut self, node: &Node, route: &Route, key: &Key) {
        if let Some(n) = node.text().and_then(count) {
            self.push(key.clone(), Figure::Exact(n), route);
            return;
        }
        let Value::Map(pairs) = &node.value else {
            return;
        };
        let part = |name: &str| node.get(name).and_then(Node::text).and_then(count);
        let bounds = (part("minst"), part("högst"));
        if bounds != (None, None) {
            let crossed = matches!(bounds, (Some(low), Some(high)) if low > high);
            if crossed || pairs.len() > 2 || pairs.iter().any(|(k, _)| !is_bound(k)) {
                let message = if crossed {
                    "«minst» är mer än «högst»"
                } else {
                    "«minst» och «högst» kan inte stå tillsammans med en delning på kön"
                };
                let help = "skriv {minst: 2, högst: 4}, eller {män: 3, kvinnor: 2}";
                self.findings.value(&MINST_OCH_HOGST, route, message, help);
                return;
            }
            self.push(key.clone(), Figure::Between(bounds.0, bounds.1), route);
            return;
        }
        self.split(
            [
                part("kvinnor"),
                part("flickor"),
                part("män"),
                part("pojkar"),
                part("annat"),
            ],
            route,
            key,
        );
    }

    /// `män` and `kvinnor` mean all of that sex, or only adults where `pojkar`
    /// or `flickor` stand beside.
    fn split(&mut self, parts: [Option<u32>; 5], route: &Route, key: &Key) {
        let [women, girls, men, boys, other] = parts;
        let adults = girls.is_some() || boys.is_some();
        let mut sexes = vec![];
        for (sex, grown, young) in [(Sex::Kvinna, women, girls), (Sex::Man, men, boys)] {
            let of_sex = key.clone().of_sex(sex);
            let all = if adults {
                for (age, n) in [(Age::Vuxen, grown), (Age::Barn, young)] {
                    if let Some(n) = n {
                        self.push(of_sex.clone().of_age(age), Figure::Exact(n), route);
                    }
                }
                grown.zip(young).map(|(grown, young)| grown + young)
            } else {
                grown
            };
            if let Some(all) = all {
                self.push(of_sex, Figure::Exact(all), route);
            }
            sexes.push(all);
        }
        if let Some(other) = other {
            self.push(key.clone().of_sex(Sex::Annat), Figure::Exact(other), route);
        }
        if adults {
            for (age, of_age) in [(Age::Vuxen, [women, men]), (Age::Barn, [girls, boys])] {
                if let ([Some(a), Some(b)], None | Some(0)) = (of_age, other) {
                    self.push(key.clone().of_age(age), Figure::Exact(a + b), route);
                }
            }
        }
        if let [Some(women), Some(men)] = sexes[..] {
            self.push(
                key.clone(),
                Figure::Exact(women + men + other.unwrap_or(0)),
                route,
            );
        }
    }

    fn push(&mut self, key: Key, figure: Figure, route: &Route) {
        self.stated.figures.push(StatedFigure {
            key,
            figure,
            route: route.clone(),
        });
    }
}

fn count(text: &str) -> Option<u32> {
    text.parse()
        .ok()
        .filter(|_| text.bytes().all(|b| b.is_ascii_digit()))
}

fn is_bound(key: &Node) -> bool {
    matches!(key.text(), Some("minst" | "högst"))
}

fn population(counted: &View<'_>) -> Population {
    match counted.word("avser") {
        Some("rapporterade") => Population::Reported,
        _ => Population::Remaining,
    }
}
