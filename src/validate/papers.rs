//! What the papers of a quarter ask for, held against the nämnd on each paper's
//! own day: the instans, the papers before it, and the texts of its form.

use crate::document::Kind;
use crate::document::Tells;
use crate::finding::Finding;
use crate::finding::Level;
use crate::finding::Route;
use crate::finding::Rule;
use crate::load::Folder;
use crate::load::catalogue::Catalogue;
use crate::load::keys;
use crate::load::schema::nearest;
use crate::load::schema::shown;
use crate::load::source::Source;
use crate::load::view::View;
use crate::model::instans::Earlier;
use crate::model::instans::Form;
use crate::model::instans::Instans;
use crate::model::instans::Part;
use crate::model::instans::Standing;
use crate::model::namnd::Namnd;
use crate::model::profile::Profile;
use crate::model::report::Order;
use crate::model::report::Report;
use crate::validate::Findings;
use crate::validate::namnd;

/// An instans that namnd.yaml does not describe.
pub const INSTANS_SAKNAS: Rule = Rule {
    slug: "instans-saknas",
    level: Level::Error,
    fixed: true,
    explain: "Handlingen hör till en instans som namnd.yaml inte beskriver, så den har varken namn \
              eller brevhuvud.",
    source: "Dataformat 1",
};
/// A paper before this one that is not there.
pub const OKAND_TIDIGARE: Rule = Rule {
    slug: "okand-tidigare",
    level: Level::Error,
    fixed: true,
    explain: "Handlingen hänvisar till en tidigare handling som kvartalet inte har. Då går ärendets \
              gång inte att redovisa.",
    source: "Dataformat 1",
};
/// A paper before this one that is from a later day.
pub const TIDIGARE_EFTER: Rule = Rule {
    slug: "tidigare-efter",
    level: Level::Error,
    fixed: false,
    explain: "Det som har hänt tidigare i ärendet kan inte ha en senare dag än handlingen själv.",
    source: "Dataformat 1",
};
/// A paper of single beslut for anybody but the IVO-rapportör.
pub const BARA_FOR_IVO: Rule = Rule {
    slug: "bara-for-ivo",
    level: Level::Error,
    fixed: true,
    explain: "Handlingen visar enskilda beslut med deras id, också för den som har skyddade \
              personuppgifter, och görs bara för den som rapporterar till IVO.",
    source: "26 kap. 1 § OSL (2009:400)",
};
/// A text that a form asks for and the quarter does not have.
pub const KVARTALSTEXT_SAKNAS: Rule = Rule {
    slug: "kvartalstext-saknas",
    level: Level::Warning,
    fixed: false,
    explain: "Handlingens form har plats för en text ur kvartalet, men kvartalet har ingen sådan text. \
              Handlingen görs utan den.",
    source: "Dataformat 1",
};

/// Checks the papers of a quarter.
pub(crate) fn check(
    folder: &Folder,
    catalogue: &Catalogue,
    source: &Source,
    report: &Report,
) -> Vec<Finding> {
    let mut findings = Findings::new(source);
    let view = View::new(source, &keys::QUARTER, None);
    let records = view.records("handlingar");
    for order in &report.orders {
        let Some(record) = records.get(order.index) else {
            continue;
        };
        chain(order, report, record, &mut findings);
        let profile = namnd::profile(&folder.namnd, order);
        if order.kind.tells() == Tells::Beslut && profile != Profile::Ivo {
            let message = format!(
                "handlingen «{}» har profilen {}, men visar enskilda beslut",
                order.id,
                profile.name()
            );
            let key = if order.profile.is_some() {
                "profil"
            } else {
                "slag"
            };
            let help = "ta bort profilen, här eller under «profiler» i namnd.yaml";
            findings.value(&BARA_FOR_IVO, &record.at(key), message, help);
        }
        if order.kind == Kind::Rapport {
            continue;
        }
        let Some(namnd) = namnd::on(&folder.namnd, catalogue, order.dated_on).0 else {
            continue;
        };
        if order.instans != Instans::Namnd && !namnd.instanser.contains_key(&order.instans) {
            let name = order.instans.name();
            let message = format!("namnd.yaml beskriver ingen instans «{name}»");
            let help = format!("lägg till «{name}» med «namn» under «instanser» i namnd.yaml");
            findings.value(&INSTANS_SAKNAS, &record.at("instans"), message, help);
        }
        let forms = forms(&namnd, order);
        let headings = forms.first().into_iter().flat_map(|form| &form.headings);
        for part in headings.flat_map(|heading| heading.parts.iter().flatten()) {
            let Part::OfQuarter(about, name) = part else {
                continue;
            };
            if !report.texts.iter().any(|text| text.about == *about) {
                let message = format!(
                    "handlingen «{}» har plats för texten «{}», men kvartalet har ingen",
                    order.id,
                    shown(name)
                );
                let help = format!("skriv texten under «texter», eller ta bort «{name}» ur formen");
                findings.value(&KVARTALSTEXT_SAKNAS, &record.route, message, help);
            }
        }
    }
    findings.into_list()
}

/// Returns the standing texts of a quarter's papers, each of which may ask for
/// figures.
pub fn standing(folder: &Folder, catalogue: &Catalogue, report: &Report) -> Vec<Standing> {
    let mut list = vec![];
    let orders = report.orders.iter();
    let orders = orders.filter(|it| it.kind.tells() == Tells::Figures);
    for order in orders.filter(|it| it.kind != Kind::Rapport) {
        let Some(namnd) = namnd::on(&folder.namnd, catalogue, order.dated_on).0 else {
            continue;
        };
        for form in forms(&namnd, order) {
            list.extend(form.points.iter().cloned());
            let parts = form.headings.iter().filter_map(|it| it.parts.as_ref());
            list.extend(parts.flatten().filter_map(|part| match part {
                Part::Standing(text) => Some(text.clone()),
                Part::Generated(_) | Part::OfQuarter(..) => None,
            }));
        }
    }
    list
}

/// Returns the forms a paper may take words from: its own, and for an extract
/// of minutes that of the proposal.
fn forms<'a>(namnd: &'a Namnd, order: &Order) -> Vec<&'a Form> {
    let own = namnd.form(order.instans, order.kind);
    let proposal = namnd.form(order.instans, Kind::Tjansteutlatande);
    let proposal = proposal.filter(|_| order.kind == Kind::Protokollsutdrag);
    own.into_iter().chain(proposal).collect()
}

/// Finds papers said to be before this one that are not.
fn chain(order: &Order, report: &Report, record: &View<'_>, findings: &mut Findings<'_>) {
    let route = record.at("tidigare");
    for (at, earlier) in order.earlier.iter().enumerate() {
        let route = place(record, &route, at);
        let (what, on) = match earlier {
            Earlier::Elsewhere { instans, on, .. } => (format!("behandlingen i {instans}"), *on),
            Earlier::Order(id) => {
                let Some(other) = report.orders.iter().find(|other| other.id == *id) else {
                    let ids = report.orders.iter().filter(|other| other.id != order.id);
                    let help = match nearest(id, ids.map(|other| other.id.as_ref())) {
                        Some(near) => format!("menade du «{near}»?"),
                        None => "skriv id för en av kvartalets handlingar, eller «instans» och \
                                 «datum»"
                            .to_owned(),
                    };
                    let message = format!("kvartalet har ingen handling «{}»", shown(id));
                    findings.value(&OKAND_TIDIGARE, &route, message, help);
                    continue;
                };
                if other.id == order.id {
                    let message = format!("handlingen «{id}» kan inte komma före sig själv");
                    let help = "ta bort den ur «tidigare»";
                    findings.value(&TIDIGARE_EFTER, &route, message, help);
                    continue;
                }
                (format!("handlingen «{id}»"), other.dated_on)
            }
        };
        if on > order.dated_on {
            let message = format!(
                "{what} är från {on}, efter handlingen «{}» ({})",
                order.id, order.dated_on
            );
            let help = "rätta datumen, eller ta bort den ur «tidigare»";
            findings.value(&TIDIGARE_EFTER, &route, message, help);
        }
    }
}

/// Returns the route of one of several, in a list or alone.
fn place(record: &View<'_>, list: &Route, at: usize) -> Route {
    match record.raw("tidigare") {
        Some((node, _)) if !node.items().is_empty() => list.index(at),
        _ => list.clone(),
    }
}
