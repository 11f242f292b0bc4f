//! The documents a quarter asks for.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::document::Kind;
use crate::document::Tells;
use crate::finding::Level;
use crate::finding::Rule;
use crate::load::view::View;
use crate::model::beslut::Act;
use crate::model::instans::Earlier;
use crate::model::instans::Instans;
use crate::model::profile::Profile;
use crate::model::report::Order;
use crate::validate::Findings;
use crate::validate::quarter::Setting;

/// No date.
pub const HANDLING_UTAN_DATUM: Rule = Rule {
    slug: "handling-utan-datum",
    level: Level::Error,
    fixed: true,
    explain: "En handling måste ha ett datum. Det avgör vilken lag som citeras, och PDF-filen \
              måste ha ett.",
    source: "Handlingens datum, annars sammanträdets, annars uppgifternas",
};
/// An id used twice.
pub const DUBBEL_HANDLING: Rule = Rule {
    slug: "dubbel-handling",
    level: Level::Error,
    fixed: true,
    explain: "Två handlingar med samma id skulle skriva över varandra, eftersom id är filens namn.",
    source: "Dataformat 1",
};

/// A document older than its figures.
pub const HANDLING_FORE_UPPGIFTERNA: Rule = Rule {
    slug: "handling-fore-uppgifterna",
    level: Level::Warning,
    fixed: false,
    explain: "En handling kan inte vara skriven innan dess uppgifter togs fram. Datumet avgör också \
              vilken lag som citeras.",
    source: "Handlingens datum, annars sammanträdets, annars uppgifternas",
};
/// A day before the duty existed.
pub const LAG_SAKNAS: Rule = Rule {
    slug: "lag-saknas",
    level: Level::Error,
    fixed: true,
    explain: "Handlingen citerar den lag som gäller på dess dag, och den dagen fanns ingen \
              skyldighet att rapportera.",
    source: "16 kap. 6 f § SoL (2001:453), 28 f § LSS, 34 kap. 1 § SoL (2025:400)",
};

/// Reads `handlingar`.
pub(crate) fn read(
    view: &View<'_>,
    acts: &[Act],
    setting: &Setting<'_>,
    findings: &mut Findings<'_>,
) -> Vec<Order> {
    let mut seen: Vec<Arc<str>> = vec![];
    let mut orders = vec![];
    for (index, order) in view.records("handlingar").iter().enumerate() {
        let Some(id) = order.name("id") else { continue };
        if seen.contains(&id) {
            let message = format!("handlingen «{id}» finns redan");
            findings.value(
                &DUBBEL_HANDLING,
                &order.at("id"),
                message,
                "ge den ett eget id",
            );
            continue;
        }
        seen.push(Arc::clone(&id));
        let Some(kind) = order.word("slag").and_then(Kind::named) else {
            continue;
        };
        let dated_on = order
            .date("datum")
            .or_else(|| order.date("sammanträde"))
            .or_else(|| view.date("uppgifter_daterade"));
        let Some(dated_on) = dated_on else {
            let told = order.mentions("datum")
                || order.mentions("sammanträde")
                || view.mentions("uppgifter_daterade");
            if !told && view.is_known() {
                let message = format!("handlingen «{id}» har inget datum");
                let help = "lägg till «uppgifter_daterade» i filen, eller «datum» för handlingen";
                findings.value(&HANDLING_UTAN_DATUM, &order.route, message, help);
            }
            continue;
        };
        let named: Vec<Act> = order
            .texts("lag")
            .into_iter()
            .filter_map(|(text, _)| act(text))
            .collect();
        // A quarter without beslut may still be reported under either act.
        let acts = if named.is_empty() {
            acts.to_vec()
        } else {
            named
        };
        if let Some(act) = acts
            .iter()
            .find(|act| setting.law.duty("rapport", act.name(), dated_on).is_none())
        {
            let message = format!(
                "det fanns ingen rapporteringsskyldighet enligt {} den {dated_on}",
                act.name()
            );
            let help =
                "rätta datumet; skyldigheten finns sedan 2006-07-01 (SoL) och 2008-07-01 (LSS)";
            findings.value(&LAG_SAKNAS, &order.route, message, help);
            continue;
        }
        let early = |day: &NaiveDate| kind.tells() != Tells::Nothing && dated_on < *day;
        if let Some(figures) = setting.dated_on.filter(early) {
            let key = if order.has("datum") {
                "datum"
            } else {
                "sammanträde"
            };
            let message = format!(
                "handlingen «{id}» är daterad {dated_on}, före uppgifterna den bygger på ({figures})"
            );
            let help = "rätta handlingens datum, eller «uppgifter_daterade»";
            findings.value(&HANDLING_FORE_UPPGIFTERNA, &order.at(key), message, help);
        }
        orders.push(Order {
            index,
            id,
            kind,
            dated_on,
            diarienummer: order.name("diarienummer"),
            acts: order
                .texts("lag")
                .into_iter()
                .filter_map(|(text, _)| act(text))
                .collect(),
            profile: order.word("profil").and_then(Profile::named),
            instans: order
                .word("instans")
                .and_then(Instans::named)
                .unwrap_or_default(),
            meeting_on: order.date("sammanträde"),
            paragraph: order.number("paragraf"),
            earlier: earlier(order),
        });
    }
    orders
}

/// Reads `tidigare`: ids, and decisions elsewhere, in the order they stand.
fn earlier(order: &View<'_>) -> Vec<Earlier> {
    let Some((node, _)) = order.raw("tidigare") else {
        return vec![];
    };
    let mut records = order.records("tidigare").into_iter();
    let items = match node.items() {
        [] => std::slice::from_ref(node),
        items => items,
    };
    let mut list = vec![];
    for item in items {
        if let Some(id) = item.text() {
            list.push(Earlier::Order(id.trim().into()));
        } else if let Some(record) = records.next()
            && let (Some(instans), Some(on)) = (record.name("instans"), record.date("datum"))
        {
            list.push(Earlier::Elsewhere {
                instans,
                paragraph: record.number("paragraf"),
                on,
                diarienummer: record.name("diarienummer"),
            });
        }
    }
    list
}

fn act(text: &str) -> Option<Act> {
    Act::ALL
        .into_iter()
        .find(|act| act.name().eq_ignore_ascii_case(text))
}
