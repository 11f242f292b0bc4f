//! The documents of a new quarter: those of the quarter before, or the usual ones.

use crate::document::Kind;
use crate::document::ascii;
use crate::edit;
use crate::edit::Value;
use crate::load::keys::QUARTER;
use crate::load::tree::Node;
use crate::scaffold::comment;
use crate::scaffold::rows;

/// What an order of the quarter before says about that quarter alone.
const OF_A_MEETING: [&str; 4] = ["datum", "sammanträde", "paragraf", "diarienummer"];

/// Returns the documents, without what is known only of their own meeting.
pub(super) fn orders(before: Option<&Node>) -> String {
    let mut out = comment::meaning(&QUARTER, "handlingar");
    out.push_str(
        "# Lägg till sammanträde, paragraf och diarienummer när de är kända.\n\
         handlingar:\n",
    );
    let items = before.map_or(&[][..], rows::items);
    if items.is_empty() {
        return out + &usual();
    }
    for item in items {
        let pairs = rows::pairs(item).into_iter();
        let kept = pairs
            .filter(|(key, _)| !OF_A_MEETING.contains(&key.as_str()))
            .filter_map(|(key, value)| match value {
                Value::List(earlier) if key == "tidigare" => {
                    Some((key, Value::List(of_this_quarter(earlier)?)))
                }
                Value::Map(_) if key == "tidigare" => None,
                value => Some((key, value)),
            });
        out.push_str(&format!(
            "  - {}\n",
            edit::flow(&Value::Map(kept.collect()))
        ));
    }
    out
}

/// Returns the documents of a nämnd that has made none: the report, what the
/// administration says and what the nämnd decides of it, and the statistics that
/// kommunfullmäktige shall have (LSS 28 h §, SoL (2025:400) 34 kap. 3 §).
fn usual() -> String {
    let kinds = [
        Kind::Rapport,
        Kind::Tjansteutlatande,
        Kind::Protokollsutdrag,
        Kind::Statistikrapport,
    ];
    let line = |kind: Kind| {
        let id = ascii(kind.name());
        let earlier = match kind == Kind::Protokollsutdrag {
            true => format!(", tidigare: [{}]", ascii(Kind::Tjansteutlatande.name())),
            false => String::new(),
        };
        format!("  - {{id: {id}, slag: {}{earlier}}}\n", kind.name())
    };
    kinds.map(line).concat()
}

/// Returns the papers before one that are of the quarter itself, if any is; what
/// was decided elsewhere was another matter.
fn of_this_quarter(earlier: Vec<Value>) -> Option<Vec<Value>> {
    let ids = earlier.into_iter();
    let ids: Vec<_> = ids.filter(|it| matches!(it, Value::Text(_))).collect();
    (!ids.is_empty()).then_some(ids)
}
