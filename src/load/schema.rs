//! Holds a tree against the key table: unknown, missing and doubled keys,
//! wrong kinds, dates that do not exist. Meaning across keys is `validate`'s.

use chrono::Datelike;
use chrono::NaiveDate;

use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Rule;
use crate::load::keys::Key;
use crate::load::keys::Kind;
use crate::load::keys::Table;
use crate::load::keys::either;
use crate::load::source::Source;
use crate::load::tree::Node;
use crate::load::tree::Value;
use crate::load::values;
use crate::load::values::BadDate;

/// An unknown key.
pub const OKAND_NYCKEL: Rule = Rule {
    slug: "okand-nyckel",
    level: Level::Error,
    explain: "En nyckel som programmet inte känner skulle annars tyst lämnas utan verkan, till \
              exempel ett felstavat «avbrott».",
    source: "Dataformat 1",
};
/// A missing key.
pub const SAKNAD_NYCKEL: Rule = Rule {
    slug: "saknad-nyckel",
    level: Level::Error,
    explain: "Utan nyckeln går det inte att veta vad posten betyder.",
    source: "Dataformat 1",
};
/// A key written twice.
pub const DUBBEL_NYCKEL: Rule = Rule {
    slug: "dubbel-nyckel",
    level: Level::Error,
    explain: "Står samma nyckel två gånger vet ingen vilket värde som gäller.",
    source: "YAML 1.2",
};
/// A value of the wrong kind.
pub const FEL_TYP: Rule = Rule {
    slug: "fel-typ",
    level: Level::Error,
    explain: "Värdet har inte den form som nyckeln kräver, till exempel text där ett antal ska stå.",
    source: "Dataformat 1",
};
/// Nothing where a value should be.
pub const TOMT_VARDE: Rule = Rule {
    slug: "tomt-varde",
    level: Level::Error,
    explain: "En nyckel utan värde kan vara en uppgift som någon glömde. Utelämnad nyckel betyder \
              att uppgiften saknas.",
    source: "Dataformat 1",
};
/// A date that is not in the calendar.
pub const OMOJLIGT_DATUM: Rule = Rule {
    slug: "omojligt-datum",
    level: Level::Error,
    explain: "Dagen finns inte i kalendern, så förfluten tid går inte att räkna.",
    source: "Gregorianska kalendern",
};
/// A word that is not in a closed list.
pub const OKANT_ORD: Rule = Rule {
    slug: "okant-ord",
    level: Level::Error,
    explain: "Nyckeln tar bara vissa ord, eftersom programmet räknar eller väljer på dem.",
    source: "Dataformat 1",
};
/// No `format`.
pub const FORMAT_SAKNAS: Rule = Rule {
    slug: "format-saknas",
    level: Level::Error,
    explain: "Formatets version gör att filen kan läsas rätt också av senare program.",
    source: "Dataformat 1",
};
/// A `format` this program does not know.
pub const NYARE_FORMAT: Rule = Rule {
    slug: "nyare-format",
    level: Level::Error,
    explain: "En fil i ett nyare format kan innehålla uppgifter som detta program inte förstår.",
    source: "Dataformat 1",
};

/// Checks a file against its table. `dated` says whether any value may be a
/// list of `{från, värde}`.
pub fn check(source: &Source, table: &'static Table, dated: bool) -> Vec<Finding> {
    let Some(root) = &source.root else {
        return vec![];
    };
    let mut checker = Checker {
        source,
        dated,
        findings: vec![],
    };
    if !matches!(root.value, Value::Map(_)) {
        let route = Route::default();
        let message = format!("{} ska bestå av nycklar med värden", table.what);
        checker.value(
            &FEL_TYP,
            &route,
            message,
            "skriv «nyckel: värde» på egna rader".to_owned(),
        );
        return checker.findings;
    }
    checker.format(root);
    checker.record(root, table, &Route::default());
    checker.findings
}

struct Checker<'a> {
    source: &'a Source,
    dated: bool,
    findings: Vec<Finding>,
}

impl Checker<'_> {
    fn value(&mut self, rule: &'static Rule, route: &Route, message: String, help: String) {
        let locus = Locus::Value(route.clone());
        self.findings
            .push(Finding::new(rule, &self.source.path, locus, message, help));
    }

    fn key(&mut self, rule: &'static Rule, route: &Route, message: String, help: String) {
        let locus = Locus::Key(route.clone());
        self.findings
            .push(Finding::new(rule, &self.source.path, locus, message, help));
    }

    /// The version comes first: nothing else is sure without it.
    fn format(&mut self, root: &Node) {
        match root.get("format").and_then(Node::text) {
            None => self.findings.push(Finding::new(
                &FORMAT_SAKNAS,
                &self.source.path,
                Locus::Bytes(root.span.start..root.span.start),
                "filen saknar «format»",
                "skriv «format: 1» som första rad",
            )),
            Some("1") | Some("") => {}
            Some(other) if other.parse::<u32>().is_ok_and(|version| version > 1) => {
                let message = format!("filen har format {other}, som kräver en nyare evb");
                let help = "installera en nyare version av evb".to_owned();
                self.value(
                    &NYARE_FORMAT,
                    &Route::default().key("format"),
                    message,
                    help,
                );
            }
            Some(_) => {}
        }
    }

    fn record(&mut self, node: &Node, table: &'static Table, route: &Route) {
        self.pairs(node, route, |name| table.key(name).is_some());
        for (name, value) in node.pairs() {
            let Some(name_text) = name.text() else {
                continue;
            };
            let inner = route.key(name_text);
            match table.key(name_text) {
                Some(key) => self.keyed(value, key, &inner),
                None => {
                    let help = match nearest(name_text, table.keys.iter().map(|key| key.name)) {
                        Some(near) => format!("menade du «{near}»?"),
                        None => {
                            let names: Vec<_> = table.keys.iter().map(|key| key.name).collect();
                            format!("{} kan ha {}", table.what, either(&names))
                        }
                    };
                    let message = format!("okänd nyckel «{}» i {}", shown(name_text), table.what);
                    self.key(&OKAND_NYCKEL, &inner, message, help);
                }
            }
        }
        for key in table
            .keys
            .iter()
            .filter(|key| key.required && key.name != "format")
        {
            if node.get(key.name).is_none() {
                let message = format!("{} saknar «{}»", table.what, key.name);
                let help = format!("lägg till till exempel «{}»", key.example);
                self.value(&SAKNAD_NYCKEL, route, message, help);
            }
        }
    }

    /// Finds doubled keys and keys that are not texts; a doubled unknown key is
    /// told once, as unknown.
    fn pairs(&mut self, node: &Node, route: &Route, known: impl Fn(&str) -> bool) {
        let mut seen: Vec<(&str, usize)> = vec![];
        for (name, _) in node.pairs() {
            let Some(text) = name.text() else {
                let message = "en nyckel ska vara en text".to_owned();
                let help = "kontrollera parenteser och kolon på raden".to_owned();
                self.value(&FEL_TYP, route, message, help);
                continue;
            };
            let first = seen
                .iter()
                .find(|(earlier, _)| *earlier == text)
                .map(|(_, at)| *at);
            match first {
                None => seen.push((text, name.span.start)),
                Some(at) if known(text) => {
                    let line = self.source.text[..at].matches('\n').count() + 1;
                    self.findings.push(Finding::new(
                        &DUBBEL_NYCKEL,
                        &self.source.path,
                        Locus::Bytes(name.span.clone()),
                        format!("nyckeln «{}» står två gånger", shown(text)),
                        format!("ta bort en av dem; den första står på rad {line}"),
                    ));
                }
                Some(_) => {}
            }
        }
    }

    fn keyed(&mut self, node: &Node, key: &'static Key, route: &Route) {
        if node.is_empty() {
            let list = matches!(key.kind, Kind::List(_));
            let help = if list {
                format!("skriv «{}: []» om listan ska vara tom", key.name)
            } else {
                format!("skriv till exempel «{}», eller ta bort raden", key.example)
            };
            self.key(
                &TOMT_VARDE,
                route,
                format!("«{}» saknar värde", key.name),
                help,
            );
            return;
        }
        self.kind(node, &key.kind, route, key.example);
    }

    fn kind(&mut self, node: &Node, kind: &'static Kind, route: &Route, example: &str) {
        if self.dated && is_dated(node) {
            for (index, item) in node.items().iter().enumerate() {
                let at = route.index(index);
                self.pairs(item, &at, |name| name == "från" || name == "värde");
                for (name, value) in item.pairs() {
                    match name.text() {
                        Some("från") => {
                            self.kind(value, &Kind::Date, &at.key("från"), "från: 2025-01-01")
                        }
                        Some("värde") => self.kind(value, kind, &at.key("värde"), example),
                        Some(other) => {
                            let message =
                                format!("okänd nyckel «{}» i ett daterat värde", shown(other));
                            let help = "ett daterat värde har bara «från» och «värde»".to_owned();
                            self.key(&OKAND_NYCKEL, &at.key(other), message, help);
                        }
                        None => {}
                    }
                }
            }
            return;
        }
        match kind {
            Kind::Record(table) => match node.value {
                Value::Map(_) => self.record(node, table, route),
                _ => self.wrong(node, kind, route, example),
            },
            Kind::IdOr(table) => match node.value {
                Value::Map(_) => self.record(node, table, route),
                _ => self.kind(node, &Kind::Id, route, example),
            },
            Kind::List(of) => match &node.value {
                Value::List(items) => {
                    for (index, item) in items.iter().enumerate() {
                        self.kind(item, of, &route.index(index), example);
                    }
                }
                _ => self.wrong(node, kind, route, example),
            },
            Kind::Map(of, to) => match &node.value {
                Value::Map(_) => self.map(node, of, to, route, example),
                _ => self.wrong(node, kind, route, example),
            },
            Kind::Counted(table) => match &node.value {
                Value::Map(_) => self.record(node, table, route),
                Value::List(items) => {
                    for (index, item) in items.iter().enumerate() {
                        let at = route.index(index);
                        match item.value {
                            Value::Map(_) => self.record(item, table, &at),
                            _ => self.wrong(item, kind, &at, example),
                        }
                    }
                }
                Value::Scalar { .. } => self.wrong(node, kind, route, example),
            },
            Kind::Figures(of) => match &node.value {
                Value::Map(_) => self.map(node, of, &Kind::Figure, route, example),
                _ => self.wrong(node, kind, route, example),
            },
            Kind::Figure => self.figure(node, route, example),
            _ => self.scalar(node, kind, route, example),
        }
    }

    fn map(
        &mut self,
        node: &Node,
        of: &'static Kind,
        to: &'static Kind,
        route: &Route,
        example: &str,
    ) {
        self.pairs(node, route, |_| true);
        for (name, value) in node.pairs() {
            let Some(text) = name.text() else { continue };
            let at = route.key(text);
            if let Err((rule, message, help)) = values::check(text, of, example) {
                self.key(rule, &at, message, help);
            }
            if value.is_empty() {
                // An insats may be named without a count.
                if matches!(to, Kind::Record(_)) {
                    continue;
                }
                let message = format!("«{}» saknar värde", shown(text));
                let help = format!("skriv {}, eller ta bort raden", to.describe());
                self.key(&TOMT_VARDE, &at, message, help);
                continue;
            }
            self.kind(value, to, &at, example);
        }
    }

    fn figure(&mut self, node: &Node, route: &Route, example: &str) {
        const PARTS: [&str; 7] = [
            "män", "kvinnor", "pojkar", "flickor", "annat", "minst", "högst",
        ];
        match &node.value {
            Value::Scalar { .. } => self.scalar(node, &Kind::Number, route, example),
            Value::List(_) => self.wrong(node, &Kind::Figure, route, example),
            Value::Map(pairs) => {
                self.pairs(node, route, |_| true);
                for (name, value) in pairs {
                    let Some(text) = name.text() else { continue };
                    let at = route.key(text);
                    if !PARTS.contains(&text) {
                        let help = match nearest(text, PARTS.into_iter()) {
                            Some(near) => format!("menade du «{near}»?"),
                            None => format!("ett antal kan delas i {}", either(&PARTS)),
                        };
                        let message = format!("okänd nyckel «{}» i ett antal", shown(text));
                        self.key(&OKAND_NYCKEL, &at, message, help);
                    }
                    if value.is_empty() {
                        let message = format!("«{}» saknar värde", shown(text));
                        self.key(&TOMT_VARDE, &at, message, "skriv ett heltal".to_owned());
                    } else {
                        self.scalar(value, &Kind::Number, &at, example);
                    }
                }
            }
        }
    }

    fn scalar(&mut self, node: &Node, kind: &'static Kind, route: &Route, example: &str) {
        match node.text() {
            None => self.wrong(node, kind, route, example),
            Some(text) => {
                if let Err((rule, message, help)) = values::check(text, kind, example) {
                    self.value(rule, route, message, help);
                }
            }
        }
    }

    fn wrong(&mut self, node: &Node, kind: &Kind, route: &Route, example: &str) {
        let found = match &node.value {
            Value::Scalar { text, .. } => format!("«{}»", shown(text)),
            Value::List(_) => "en lista".to_owned(),
            Value::Map(_) => "nycklar med värden".to_owned(),
        };
        let braced = matches!(node.value, Value::Map(_)) && node_starts_brace(self.source, node);
        let help = if braced && matches!(kind, Kind::Text) {
            "texten börjar med { och läses därför som nycklar; sätt citattecken runt hela texten"
                .to_owned()
        } else {
            format!("skriv till exempel «{example}»")
        };
        self.value(
            &FEL_TYP,
            route,
            format!("här står {found}, men här ska stå {}", kind.describe()),
            help,
        );
    }
}

fn node_starts_brace(source: &Source, node: &Node) -> bool {
    source
        .text
        .get(node.span.start..)
        .is_some_and(|rest| rest.starts_with('{'))
}

/// Returns whether a node is a list of `{från, värde}`.
pub(crate) fn is_dated(node: &Node) -> bool {
    let items = node.items();
    !items.is_empty() && items.iter().all(|item| item.get("värde").is_some())
}

/// Returns why a text is not a date, and what to do.
pub(crate) fn date_message(text: &str, bad: &BadDate) -> (&'static Rule, String, String) {
    let shown = shown(text);
    match bad {
        BadDate::Shape => (
            &FEL_TYP,
            format!("«{shown}» är inget datum"),
            "skriv datum som år-månad-dag, till exempel 2024-01-05".to_owned(),
        ),
        BadDate::Year => (
            &OMOJLIGT_DATUM,
            format!("«{shown}» ligger utanför åren 1950–2150"),
            "rätta årtalet".to_owned(),
        ),
        BadDate::Month => (
            &OMOJLIGT_DATUM,
            format!("«{shown}» finns inte: månaden ska vara 01 till 12"),
            "rätta månaden; datum skrivs år-månad-dag".to_owned(),
        ),
        BadDate::Day { year, month, last } => (
            &OMOJLIGT_DATUM,
            format!(
                "«{shown}» finns inte: {} {year} har {last} dagar",
                month_name(*month)
            ),
            "rätta dagen".to_owned(),
        ),
    }
}

fn month_name(month: u32) -> &'static str {
    const NAMES: [&str; 12] = [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];
    NAMES.get(month as usize - 1).copied().unwrap_or_default()
}

/// Returns the last day of a month.
pub(crate) fn last_day(year: i32, month: u32) -> u32 {
    (28..=31)
        .rev()
        .find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
        .map_or(0, |day| day.day())
}

/// Returns a text as it is shown in a message: one line, not too long.
pub fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    line.chars().take(LONGEST).chain(['…']).collect()
}

/// Returns the known name nearest to a misspelt one, if one is near enough.
///
/// Å, ä and ö count as their plain letters: `pagaende` is `pågående`.
pub fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| crate::document::ascii(&text.to_lowercase()).replace(['_', ' '], "-");
    let name = plain(name);
    if name.chars().count() > 80 {
        return None;
    }
    let allowed = match name.chars().count() {
        0..=3 => 1,
        4..=7 => 2,
        _ => 3,
    };
    known
        .map(|candidate| (strsim::osa_distance(&name, &plain(candidate)), candidate))
        .filter(|(distance, candidate)| {
            *distance <= allowed && *distance < candidate.chars().count()
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_near() {
        let known = ["avbrott", "avslutat", "pågående", "orsak"];
        let near = |name| nearest(name, known.into_iter());
        assert_eq!(near("avbrot"), Some("avbrott"));
        assert_eq!(near("pagaende"), Some("pågående"));
        assert_eq!(near("Orsak"), Some("orsak"));
        assert_eq!(near("kommentar"), None);
    }
}
