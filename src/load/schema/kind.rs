//! A value against what its key may hold.

use crate::finding::Route;
use crate::finding::Step;
use crate::load::keys::Kind;
use crate::load::keys::PARTS;
use crate::load::keys::either;
use crate::load::schema::Checker;
use crate::load::schema::FEL_TYP;
use crate::load::schema::OKAND_NYCKEL;
use crate::load::schema::OKANT_ORD;
use crate::load::schema::TOMT_VARDE;
use crate::load::schema::message::glued;
use crate::load::schema::message::spaced;
use crate::load::schema::nearest;
use crate::load::schema::shown;
use crate::load::tree::Node;
use crate::load::tree::Value;
use crate::load::values;

impl Checker<'_> {
    pub(super) fn kind(&mut self, node: &Node, kind: &'static Kind, route: &Route, example: &str) {
        if matches!(node.value, Value::Refused) {
            return;
        }
        if self.dated && self.is_dated(node, kind, route, example) {
            return;
        }
        match (kind, &node.value) {
            (Kind::Record(table) | Kind::IdOr(table) | Kind::Counted(table), Value::Map(_)) => {
                self.record(node, table, route);
            }
            (Kind::IdOr(_), Value::Scalar { .. }) => self.scalar(node, &Kind::Id, route, example),
            (Kind::List(of), Value::List(items)) => self.items(items, of, route, example),
            (Kind::Counted(table), Value::List(items)) => {
                for (index, item) in items.iter().enumerate() {
                    let at = route.index(index);
                    match item.value {
                        Value::Map(_) => self.record(item, table, &at),
                        Value::Refused => {}
                        _ => self.wrong(item, kind, &at, example),
                    }
                }
            }
            (Kind::Map(of, to), Value::Map(_)) => self.map(node, of, to, route, example),
            (Kind::Figures(of), Value::Map(_)) => {
                self.map(node, of, &Kind::Figure, route, example);
            }
            (Kind::Figure, Value::Map(_)) => self.parts(node, route, example),
            _ => self.scalar(node, kind, route, example),
        }
    }

    pub(super) fn items(
        &mut self,
        items: &[Node],
        of: &'static Kind,
        route: &Route,
        example: &str,
    ) {
        for (index, item) in items.iter().enumerate() {
            let at = route.index(index);
            if item.text().is_some_and(|text| text.trim().is_empty()) {
                let help = "fyll i den eller ta bort strecket".to_owned();
                self.value(&at, (&TOMT_VARDE, "posten är tom".to_owned(), help));
            } else {
                self.kind(item, of, &at, example);
            }
        }
    }

    pub(super) fn map(
        &mut self,
        node: &Node,
        of: &'static Kind,
        to: &'static Kind,
        route: &Route,
        example: &str,
    ) {
        let pairs = self.unique(node, route, |name| match of {
            Kind::Word(words) => values::word(name, words).or(Some(name)),
            _ => Some(name),
        });
        let holder = last_key(route);
        for pair in pairs {
            let at = route.key(pair.name);
            if let Err((rule, message, help)) = values::check(pair.name, of, holder) {
                let message = if rule.slug == OKANT_ORD.slug {
                    format!("«{}» kan inte stå i «{holder}»", shown(pair.name))
                } else {
                    message
                };
                self.key(&at, (rule, message, help));
            }
            if !pair.value.is_empty() {
                self.kind(pair.value, to, &at, example);
            } else if !matches!(to, Kind::Record(_)) {
                // An insats may be named without its figures.
                let message = format!("«{}» saknar värde", shown(pair.name));
                let help = format!(
                    "skriv {}, eller ta bort «{}»",
                    to.describe(),
                    shown(pair.name)
                );
                self.key(&at, (&TOMT_VARDE, message, help));
            }
        }
    }

    /// Checks a figure that is split: by sex and age, or into bounds.
    pub(super) fn parts(&mut self, node: &Node, route: &Route, example: &str) {
        for pair in self.unique(node, route, Some) {
            let at = route.key(pair.name);
            if !PARTS.contains(&pair.name) {
                let help = match nearest(pair.name, PARTS.into_iter()) {
                    Some(near) => format!("menade du «{near}»?"),
                    None => format!("ett antal kan delas i {}", either(&PARTS)),
                };
                let message = format!("okänd nyckel «{}» i ett antal", shown(pair.name));
                self.key(&at, (&OKAND_NYCKEL, message, help));
            } else if pair.value.is_empty() {
                let message = format!("«{}» saknar värde", shown(pair.name));
                self.key(&at, (&TOMT_VARDE, message, "skriv ett heltal".to_owned()));
            } else {
                self.scalar(pair.value, &Kind::Figure, &at, example);
            }
        }
    }

    pub(super) fn scalar(
        &mut self,
        node: &Node,
        kind: &'static Kind,
        route: &Route,
        example: &str,
    ) {
        match node.text() {
            Some(text) if !kind.is_nested() => {
                if let Err(said) = values::check(text, kind, last_key(route)) {
                    self.value(route, said);
                }
            }
            _ => self.wrong(node, kind, route, example),
        }
    }

    /// Tells a text, a list or a mapping where something else should be.
    pub(super) fn wrong(&mut self, node: &Node, kind: &Kind, route: &Route, example: &str) {
        let braced = matches!(node.value, Value::Map(_))
            && self.source.text[node.span.start..].starts_with('{');
        if braced && matches!(kind, Kind::Text) {
            let message = "texten börjar med { och läses därför som nycklar".to_owned();
            let help = "sätt citattecken runt hela texten".to_owned();
            self.value(route, (&FEL_TYP, message, help));
            return;
        }
        let subject = match route.0.last() {
            Some(Step::Index(_)) => format!("posten i «{}»", last_key(route)),
            _ => format!("«{}»", last_key(route)),
        };
        let not = match &node.value {
            _ if kind.is_nested() => "",
            Value::List(_) => ", inte en lista",
            _ => ", inte ha egna nycklar",
        };
        let message = format!("{subject} ska {}{not}", kind.demand());
        let help = match node.text().and_then(glued) {
            Some((key, value)) => spaced(key, value),
            None => format!("skriv till exempel «{example}»"),
        };
        self.value(route, (&FEL_TYP, message, help));
    }
}

/// Returns the last key of a route: the name of what stands there.
fn last_key(route: &Route) -> &str {
    let key = route.0.iter().rev().find_map(|step| match step {
        Step::Key(name) => Some(name.as_ref()),
        Step::Index(_) => None,
    });
    key.unwrap_or_default()
}
