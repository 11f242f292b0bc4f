//! A report composed from files written on the spot: what one document says, as
//! text, whatever its profile.

use evb::compose;
use evb::derive;
use evb::document::Envelope;
use evb::load;
use evb::load::catalogue::built_in;
use evb::model::beslut::Act;
use evb::model::profile::Profile;
use evb::model::quarter::Quarter;
use evb::protect;
use evb::protect::Known;
use evb::protect::public::guard;
use evb::protect::universe::Told;
use evb::validate;

const NAMND: &str = "format: 1\nkommun: Provköping\nnämnd: Provnämnden\n";

/// What one document says.
pub(crate) struct Paper {
    /// The composed value.
    pub(crate) value: serde_json::Value,
    /// Its findings, by rule and message.
    pub(crate) findings: Vec<(&'static str, String)>,
}

impl Paper {
    /// Returns every text in the document, with plain blanks.
    pub(crate) fn text(&self) -> String {
        let mut out = vec![];
        gather(&self.value, &mut out);
        out.join("\n").replace(['\u{a0}', '\u{202f}'], " ")
    }
}

fn gather(value: &serde_json::Value, out: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => out.push(text.clone()),
        serde_json::Value::Array(list) => list.iter().for_each(|one| gather(one, out)),
        serde_json::Value::Object(map) => {
            // A paragraph is one text, however many runs it has.
            if let Some(runs) = map.get("runs").and_then(|runs| runs.as_array()) {
                let texts = runs.iter().filter_map(|run| run["text"].as_str());
                out.push(texts.collect());
            } else {
                map.values().for_each(|one| gather(one, out));
            }
        }
        _ => {}
    }
}

/// Composes the documents of the last quarter of some: `namnd` is added to a
/// nämnd that is in order, and each quarter is its name and its text.
pub(crate) fn papers(namnd: &str, quarters: &[(&str, &str)], profile: Profile) -> Vec<Paper> {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("prov");
    std::fs::create_dir(&own).unwrap();
    let head = if namnd.starts_with("format:") {
        ""
    } else {
        NAMND
    };
    std::fs::write(own.join("namnd.yaml"), format!("{head}{namnd}")).unwrap();
    for (quarter, text) in quarters {
        let text = format!("format: 1\nkvartal: {quarter}\n{text}");
        std::fs::write(own.join(format!("{quarter}.yaml")), text).unwrap();
    }
    let loaded = load::load(&own).unwrap();
    let catalogue = built_in();
    let folder = &loaded.folders[0];
    let checked = validate::folder(folder, &catalogue);
    let figures: Vec<_> = checked
        .reports
        .iter()
        .enumerate()
        .map(|(at, (quarter, report))| {
            let before = at.checked_sub(1).map(|at| &checked.reports[at].1);
            let day = quarter.last_day();
            let words = validate::vocabulary::on(&folder.namnd, &catalogue, day).0;
            let clock = validate::clock(folder, day);
            let figures = derive::figures(report, before, &words.insatser, &words.orsaker, clock);
            let alone: Vec<Act> = report
                .orders
                .iter()
                .filter_map(|order| <[Act; 1]>::try_from(order.acts.clone()).ok())
                .flatten()
                .collect();
            let told = Told {
                alone,
                ..Told::default()
            };
            let safeguards = validate::safeguards(folder, day);
            let guarded = guard(&figures, &words.orsaker, &safeguards, &told);
            (*quarter, figures, guarded)
        })
        .collect();
    let known: Vec<(Quarter, Option<Known<'_>>)> = figures
        .iter()
        .map(|(quarter, figures, guarded)| {
            let guarded = Some(guarded);
            (*quarter, Some(Known { figures, guarded }))
        })
        .collect();
    let published = protect::protect(&known, profile).unwrap();
    let (quarter, report) = checked.reports.last().unwrap();
    let path = "prov.yaml".into();
    let told = report.orders.iter().map(|order| {
        let namnd = validate::namnd_on(folder, &catalogue, order.dated_on).0;
        let input = compose::Input {
            namnd: &namnd.unwrap(),
            report,
            order,
            published: &published,
            law: &catalogue.law,
            families: &["Noto Sans".to_owned()],
            path: &path,
            corrected: None,
            case_numbers: &Default::default(),
        };
        let envelope = Envelope {
            namnd: folder.name.clone(),
            quarter: *quarter,
            id: order.id.to_string(),
            profile,
            overridden: false,
        };
        let (document, findings) = compose::compose(&input, envelope);
        Paper {
            value: document.value,
            findings: findings
                .iter()
                .map(|finding| (finding.rule.slug, finding.message.clone()))
                .collect(),
        }
    });
    told.collect()
}
