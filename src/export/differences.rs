//! What differs between two sets of published figures, as text and as JSON.

use std::fmt::Write as _;

use crate::export::number;
use crate::model::catalogue::Insatser;
use crate::model::catalogue::Orsaker;
use crate::model::decided::Difference;
use crate::model::decided::Said;
use crate::model::profile::Profile;
use crate::narrate::named;
use crate::protect::Cell;

/// Two sets of figures of the same thing for the same readers.
#[derive(Debug, Clone)]
pub struct Pair {
    /// What they are of, where several pairs are compared.
    pub name: String,
    /// For whom.
    pub profile: Profile,
    /// What differs.
    pub differences: Vec<Difference>,
}

/// What a comparison has found.
#[derive(Debug, Clone, Default)]
pub struct Comparison {
    /// What is in both.
    pub pairs: Vec<Pair>,
    /// What is only in the first.
    pub only_a: Vec<String>,
    /// What is only in the second.
    pub only_b: Vec<String>,
    /// The names of insatser.
    pub insatser: Insatser,
    /// The names of reasons.
    pub orsaker: Orsaker,
}

impl Comparison {
    /// Returns whether anything differs.
    pub fn differs(&self) -> bool {
        self.pairs.iter().any(|pair| !pair.differences.is_empty())
            || !self.only_a.is_empty()
            || !self.only_b.is_empty()
    }

    fn name(&self, difference: &Difference) -> String {
        named::figure(&difference.key, &self.insatser, &self.orsaker)
    }

    /// Returns the comparison as text, every difference on a line of its own.
    pub fn human(&self) -> String {
        let mut text = String::new();
        let mut count = 0;
        for pair in &self.pairs {
            if pair.differences.is_empty() {
                continue;
            }
            let profile = pair.profile.name();
            let indent = match pair.name.as_str() {
                "" if self.pairs.len() == 1 => "",
                "" => {
                    let _ = writeln!(text, "profilen {profile}:");
                    "  "
                }
                name => {
                    let _ = writeln!(text, "{name} ({profile}):");
                    "  "
                }
            };
            for one in &pair.differences {
                count += 1;
                let (before, now) = (named::said(one.before), named::said(one.now));
                let _ = writeln!(text, "{indent}{}: {before} → {now}", self.name(one));
            }
        }
        for (side, only) in [("A", &self.only_a), ("B", &self.only_b)] {
            for name in only {
                let _ = writeln!(text, "bara i {side}: {name}");
            }
        }
        text.push_str(match count {
            0 if !self.differs() => "inga siffror skiljer sig\n",
            0 => "",
            1 => "1 siffra skiljer sig\n",
            _ => return format!("{text}{count} siffror skiljer sig\n"),
        });
        text
    }

    /// Returns the comparison as JSON of its own `format: 1`.
    pub fn as_json(&self) -> String {
        let mut list = vec![];
        for pair in &self.pairs {
            list.extend(pair.differences.iter().map(|one| self.json(pair, one)));
        }
        let value = serde_json::json!({
            "format": 1,
            "skillnader": list,
            "bara_i_a": self.only_a,
            "bara_i_b": self.only_b,
        });
        format!("{value:#}\n")
    }

    /// Returns a difference with the parts of the figure as they are written
    /// among the published ones.
    fn json(&self, pair: &Pair, difference: &Difference) -> serde_json::Value {
        let number = number(&difference.key, Cell::Hidden);
        let mut value = serde_json::to_value(number).expect("a figure is plain data");
        if let Some(parts) = value.as_object_mut() {
            parts.remove("värde");
        }
        if !pair.name.is_empty() {
            value["i"] = pair.name.clone().into();
        }
        value["profil"] = pair.profile.name().into();
        value["vad"] = self.name(difference).into();
        value["a"] = said(difference.before);
        value["b"] = said(difference.now);
        value
    }
}

/// A number; a word for one that is left out; nothing for one not known.
fn said(said: Said) -> serde_json::Value {
    match said {
        Said::Count(count) => count.into(),
        Said::Hidden => "utelämnad".into(),
        Said::Missing => serde_json::Value::Null,
    }
}
