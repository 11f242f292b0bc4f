//! What the documents of a quarter say.

use std::sync::Arc;

use evb::compose;
use evb::document::Envelope;
use evb::document::Kind;
use evb::export;
use evb::load::catalogue::Catalogue;
use evb::model::profile::Profile;
use evb::model::report::Report;
use evb::protect::Published;

use crate::grammar::namnd;

/// Returns everything the documents of a quarter say.
pub(crate) fn papers(catalogue: &Catalogue, report: &Report, published: &Published) -> String {
    [
        Kind::Rapport,
        Kind::Statistikrapport,
        Kind::Revisorsrapport,
        Kind::Tjansteutlatande,
        Kind::Protokollsutdrag,
    ]
    .map(|kind| paper(catalogue, report, published, kind))
    .join("\n")
}

/// Returns everything a document says: its value, its charts and its data.
fn paper(catalogue: &Catalogue, report: &Report, published: &Published, kind: Kind) -> String {
    let namnd = namnd(catalogue, 12);
    let mut order = report.orders[0].clone();
    order.kind = kind;
    let path: Arc<str> = "prov.yaml".into();
    let input = compose::Input {
        namnd: &namnd,
        report,
        order: &order,
        published,
        law: &catalogue.law,
        families: &["Noto Sans".to_owned()],
        path: &path,
        corrected: None,
        case_numbers: &Default::default(),
    };
    let envelope = Envelope {
        namnd: "prov".to_owned(),
        quarter: report.quarter,
        id: "rapport".to_owned(),
        profile: Profile::Publik,
        overridden: false,
    };
    let (document, findings) = compose::compose(&input, envelope);
    assert!(findings.is_empty());
    let charts: Vec<String> = document
        .charts
        .iter()
        .map(|(_, svg)| String::from_utf8_lossy(svg).into_owned())
        .collect();
    let data = export::figures(&namnd, &order, published, None);
    format!(
        "{}\n{}\n{}",
        document.value,
        charts.join("\n"),
        String::from_utf8_lossy(&data)
    )
}
