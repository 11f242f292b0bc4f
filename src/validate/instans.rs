//! The instanser of `namnd.yaml` on a day: letterheads, receivers, and the form
//! of their papers.
//!
//! A standing text is read as the quarter's own texts are. A block that cannot
//! be read becomes no part of its form, and is told.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::Kind;
use crate::finding::Level;
use crate::finding::Rule;
use crate::load::schema::nearest;
use crate::load::schema::shown;
use crate::load::source::Source;
use crate::load::tree::Node;
use crate::load::view::View;
use crate::model::instans::Class;
use crate::model::instans::Form;
use crate::model::instans::Generated;
use crate::model::instans::Heading;
use crate::model::instans::Instans;
use crate::model::instans::Organ;
use crate::model::instans::Part;
use crate::model::instans::Receiver;
use crate::model::instans::Role;
use crate::model::instans::Signer;
use crate::model::instans::Standing;
use crate::validate::Findings;
use crate::validate::texts;
use crate::validate::vocabulary::Vocabulary;

/// Receivers without those the law names.
pub const MOTTAGARE_SAKNAS: Rule = Rule {
    slug: "mottagare-saknas",
    level: Level::Warning,
    fixed: false,
    explain: "Rapporten ska lämnas till revisorerna och statistiken till fullmäktige. Handlingarna \
              trycker nämndens egen lista, så den som saknas där får ingen handling.",
    source: "28 f och 28 h §§ LSS, 34 kap. 1 och 3 §§ SoL (2025:400)",
};
/// A block the program does not know.
pub const OKANT_BLOCK: Rule = Rule {
    slug: "okant-block",
    level: Level::Error,
    fixed: true,
    explain: "Ett avsnitt under ett namn som programmet inte känner till skulle fattas i handlingen.",
    source: "Dataformat 1",
};
/// A block that is several things, or none.
pub const TVETYDIGT_BLOCK: Rule = Rule {
    slug: "tvetydigt-block",
    level: Level::Error,
    fixed: true,
    explain: "Ett block är en sak: ett genererat avsnitt, en fast text eller en text ur kvartalet. \
              Står flera i samma block går det inte att veta i vilken ordning de ska tryckas.",
    source: "Dataformat 1",
};
/// A proposal where nothing is decided.
pub const ANMALAN_MED_FORSLAG: Rule = Rule {
    slug: "anmalan-med-forslag",
    level: Level::Error,
    fixed: false,
    explain: "I ett anmälningsärende fattas inget beslut i sak, så det har inget förslag. Förslaget \
              trycks inte.",
    source: "5 kap. 66 § KL (2017:725): vilka ärenden nämnden har handlagt",
};
/// A point that cannot be understood alone.
pub const BESLUT_HANVISAR: Rule = Rule {
    slug: "beslut-hanvisar",
    level: Level::Warning,
    fixed: false,
    explain: "Ett beslut ska gå att förstå för sig, också av den som bara läser protokollsutdraget. \
              Skriv vad som beslutas i stället för att hänvisa till ett förslag.",
    source: "5 kap. 67 § KL (2017:725): protokollet redovisar besluten",
};
/// More signers than a paper has room for.
pub const FLER_AN_TVA: Rule = Rule {
    slug: "fler-an-tva-undertecknar",
    level: Level::Error,
    fixed: true,
    explain: "En handling undertecknas av en eller två.",
    source: "Dataformat 1",
};

/// What a point may not lean on.
const LEANING: [&str; 5] = [
    "enligt förslag",
    "enligt ovan",
    "ovanstående",
    "enligt föreliggande",
    "i enlighet med förslag",
];

/// Reads the instanser.
pub(crate) fn all(
    view: &View<'_>,
    vocabulary: &Vocabulary,
    file: &Arc<str>,
    findings: &mut Findings<'_>,
) -> BTreeMap<Instans, Organ> {
    let mut organs = BTreeMap::new();
    for (name, entry) in view.entries("instanser") {
        let (Some(instans), Some(organ)) = (Instans::named(name), entry.record()) else {
            continue;
        };
        if instans == Instans::Namnd {
            receivers(&organ, findings);
        }
        let mut reader = Reader {
            vocabulary,
            file,
            findings,
        };
        let forms = organ.entries("handlingar").into_iter();
        let forms: BTreeMap<Kind, Form> = forms
            .filter_map(|(kind, entry)| Some((Kind::named(kind)?, reader.form(&entry.record()?))))
            .collect();
        let Some(name) = organ.name("namn") else {
            continue;
        };
        let letterhead = organ.texts("brevhuvud").into_iter();
        let listed = organ.records("mottagare");
        let listed = listed.iter().filter_map(|one| {
            Some(Receiver {
                name: one.name("namn")?,
                role: Role::named(one.word("roll")?)?,
            })
        });
        let organ = Organ {
            name,
            letterhead: letterhead.map(|(row, _)| row.into()).collect(),
            receivers: listed.collect(),
            forms,
        };
        organs.insert(instans, organ);
    }
    organs
}

/// Returns the names of every text that some form asks for, on any day.
pub(crate) fn asked(source: &Source) -> Vec<&str> {
    fn walk<'a>(node: &'a Node, list: &mut Vec<&'a str>) {
        for (key, value) in node.pairs() {
            if key.text() == Some("kvartalstext") {
                list.extend(value.text().map(str::trim));
                list.extend(
                    value
                        .items()
                        .iter()
                        .filter_map(|item| item.get("värde")?.text()),
                );
            }
            walk(value, list);
        }
        node.items().iter().for_each(|item| walk(item, list));
    }
    let mut list = vec![];
    let instanser = source.root.as_ref().and_then(|root| root.get("instanser"));
    instanser.iter().for_each(|node| walk(node, &mut list));
    list
}

struct Reader<'a, 'b, 'c> {
    vocabulary: &'a Vocabulary,
    file: &'a Arc<str>,
    findings: &'b mut Findings<'c>,
}

impl Reader<'_, '_, '_> {
    fn form(&mut self, view: &View<'_>) -> Form {
        let class = view.word("ärendeklass").map(|word| match word {
            "anmälningsärende" => Class::Anmalan,
            _ => Class::Beslut,
        });
        let written = view.texts("förslag");
        if class == Some(Class::Anmalan) && !written.is_empty() {
            let message = "ett anmälningsärende har inget förslag till beslut";
            let help = "ta bort «förslag», eller skriv «ärendeklass: beslutsärende»";
            let route = view.route.key("förslag");
            self.findings
                .key(&ANMALAN_MED_FORSLAG, &route, message, help);
        }
        let mut points = vec![];
        for (text, route) in written {
            let lower = text.to_lowercase();
            if let Some(words) = LEANING.iter().find(|words| lower.contains(**words)) {
                let message = format!("punkten hänvisar med «{words}» och kan inte läsas för sig");
                let help = "skriv vad som beslutas, till exempel «Nämnden godkänner rapporten»";
                self.findings.value(&BESLUT_HANVISAR, &route, message, help);
            }
            points.extend(self.standing(text, route));
        }
        let signers = view.records("undertecknas");
        if signers.len() > 2 {
            let message = format!("handlingen undertecknas av {}", signers.len());
            let help = "ange en eller två som undertecknar";
            let route = view.route.key("undertecknas");
            self.findings.key(&FLER_AN_TVA, &route, message, help);
        }
        let signers = signers.iter().filter_map(|signer| {
            Some(Signer {
                title: signer.name("titel")?,
                name: signer.name("namn"),
            })
        });
        let signers = signers.collect();
        let headings = view.records("rubriker");
        Form {
            title: view.name("titel"),
            class,
            handlaggare: view.name("handläggare"),
            points,
            headings: headings.iter().filter_map(|it| self.heading(it)).collect(),
            signers,
        }
    }

    fn heading(&mut self, view: &View<'_>) -> Option<Heading> {
        let blocks = view.records("block");
        let parts = blocks.iter().filter_map(|it| self.part(it)).collect();
        Some(Heading {
            id: view.name("id")?,
            title: view.name("titel")?,
            parts: view.mentions("block").then_some(parts),
        })
    }

    fn part(&mut self, view: &View<'_>) -> Option<Part> {
        let keys = ["genererat", "text", "kvartalstext"];
        let written: Vec<&str> = keys.into_iter().filter(|key| view.mentions(key)).collect();
        let [key] = written.as_slice() else {
            // A key that is misspelt has been told already.
            if view.is_known() {
                let (message, help) = match written.len() {
                    0 => (
                        "blocket är tomt".to_owned(),
                        "skriv «genererat», «text» eller «kvartalstext»",
                    ),
                    _ => (
                        format!("blocket har både «{}»", written.join("» och «")),
                        "dela upp det i ett block för varje, i den ordning de ska stå",
                    ),
                };
                self.findings
                    .value(&TVETYDIGT_BLOCK, &view.route, message, help);
            }
            return None;
        };
        let text = view.text(key)?;
        match *key {
            "genererat" => {
                let known = Generated::named(text).map(Part::Generated);
                if known.is_none() {
                    let names = Generated::NAMES.map(|(name, _)| name);
                    let help = match nearest(text, names.into_iter()) {
                        Some(near) => format!("menade du «{near}»?"),
                        None => format!("skriv {}", crate::load::keys::either(&names)),
                    };
                    let message = format!("programmet kan inte skriva «{}»", shown(text));
                    self.findings
                        .value(&OKANT_BLOCK, &view.at(key), message, help);
                }
                known
            }
            "kvartalstext" => {
                let about = texts::about(text, self.vocabulary);
                let about = about.unwrap_or_else(|| texts::own(text));
                Some(Part::OfQuarter(about, text.into()))
            }
            _ => self.standing(text, view.at(key)).map(Part::Standing),
        }
    }

    fn standing(&mut self, text: &str, route: crate::finding::Route) -> Option<Standing> {
        Some(Standing {
            file: Some(Arc::clone(self.file)),
            blocks: texts::blocks(text, &route, self.vocabulary, self.findings)?,
            route,
        })
    }
}

/// Finds receivers that the law names and the nämnd's list does not.
fn receivers(namnd: &View<'_>, findings: &mut Findings<'_>) {
    let listed = namnd.records("mottagare");
    let has = |role| listed.iter().any(|one| one.word("roll") == Some(role));
    let missing: Vec<&str> = [("revisorer", "revisorerna"), ("kf", "fullmäktige")]
        .into_iter()
        .filter(|(role, _)| !listed.is_empty() && !has(role))
        .map(|(_, name)| name)
        .collect();
    if !missing.is_empty() {
        let message = format!("bland mottagarna saknas {}", missing.join(" och "));
        let help = "lägg till mottagaren med «roll», till exempel {namn: Kommunens revisorer, \
                    roll: revisorer}";
        let route = namnd.route.key("mottagare");
        findings.key(&MOTTAGARE_SAKNAS, &route, message, help);
    }
}
