//! One figure: a number, a split by sex and age, or bounds.

use crate::finding::Level;
use crate::finding::Route;
use crate::finding::Rule;
use crate::load::tree::Node;
use crate::load::tree::Value;
use crate::load::values::number;
use crate::model::beslut::Age;
use crate::model::beslut::Sex;
use crate::model::stated::Figure;
use crate::model::stated::Key;
use crate::model::stated::StatedFigure;
use crate::validate::figures::Reader;

/// Bounds that contradict each other or stand beside a split.
pub const MINST_OCH_HOGST: Rule = Rule {
    slug: "minst-och-hogst",
    level: Level::Error,
    fixed: true,
    explain: "Ett spann kan inte delas på kön, och minst kan inte vara mer än högst. Det används \
              för kontroller när det exakta antalet saknas.",
    source: "Dataformat 1",
};

impl Reader<'_, '_> {
    /// Reads a number, a split by sex or a range.
    pub(super) fn figure(&mut self, node: &Node, route: &Route, key: &Key) {
        if let Some(n) = node.text().and_then(number) {
            self.part(Some(n), key.clone(), route);
            return;
        }
        let Value::Map(pairs) = &node.value else {
            return;
        };
        let part = |name: &str| node.get(name).and_then(Node::text).and_then(number);
        let bounds = (part("minst"), part("högst"));
        if bounds != (None, None) {
            let crossed = bounds.0.zip(bounds.1).filter(|(low, high)| low > high);
            if crossed.is_some() || pairs.iter().any(|(k, _)| !is_bound(k)) {
                let message = match crossed {
                    Some((low, high)) => format!("«minst» ({low}) är större än «högst» ({high})"),
                    None => "«minst» och «högst» kan inte stå tillsammans med en delning på kön"
                        .to_owned(),
                };
                let help = "skriv {minst: 2, högst: 4}, eller {män: 3, kvinnor: 2}";
                self.findings.value(&MINST_OCH_HOGST, route, message, help);
                return;
            }
            let figure = Figure::Between(bounds.0, bounds.1);
            self.push(key.clone(), figure, route, false);
            return;
        }
        self.split(node, route, key);
    }

    /// `män` and `kvinnor` mean all of that sex, or only adults where `pojkar`
    /// or `flickor` stand beside.
    fn split(&mut self, node: &Node, route: &Route, key: &Key) {
        let part = |name: &str| node.get(name).and_then(Node::text).and_then(number);
        let other = part("annat");
        let adults = part("flickor").or(part("pojkar")).is_some();
        let mut sexes = vec![];
        let mut ages = [vec![], vec![]];
        for (sex, grown, young) in [
            (Sex::Kvinna, "kvinnor", "flickor"),
            (Sex::Man, "män", "pojkar"),
        ] {
            let of_sex = key.clone().of_sex(sex);
            if !adults {
                sexes.push(part(grown));
                self.part(part(grown), of_sex, &route.key(grown));
                continue;
            }
            for (at, (age, name)) in [(Age::Vuxen, grown), (Age::Barn, young)].iter().enumerate() {
                let of_age = of_sex.clone().of_age(*age);
                self.part(part(name), of_age, &route.key(name));
                ages[at].push(part(name));
            }
            let all = sum(&[part(grown), part(young)]);
            sexes.push(all);
            self.sum(all, of_sex, route);
        }
        self.part(other, key.clone().of_sex(Sex::Annat), &route.key("annat"));
        // The age of those of another sex is not known.
        if adults && other.unwrap_or(0) == 0 {
            for (age, parts) in [Age::Vuxen, Age::Barn].into_iter().zip(&ages) {
                self.sum(sum(parts), key.clone().of_age(age), route);
            }
        }
        let all = sum(&sexes).map(|all| all + other.unwrap_or(0));
        self.sum(all, key.clone(), route);
    }

    fn part(&mut self, n: Option<u32>, key: Key, route: &Route) {
        if let Some(n) = n {
            self.push(key, Figure::Exact(n), route, false);
        }
    }

    fn sum(&mut self, n: Option<u32>, key: Key, route: &Route) {
        if let Some(n) = n {
            self.push(key, Figure::Exact(n), route, true);
        }
    }

    fn push(&mut self, key: Key, figure: Figure, route: &Route, summed: bool) {
        self.stated.figures.push(StatedFigure {
            key,
            figure,
            route: route.clone(),
            summed,
        });
    }
}

/// Returns the sum of parts that are all known.
fn sum(parts: &[Option<u32>]) -> Option<u32> {
    parts.iter().copied().sum()
}

fn is_bound(key: &Node) -> bool {
    matches!(key.text(), Some("minst" | "högst"))
}
