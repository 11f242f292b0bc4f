//! What a paper has where namnd.yaml says nothing: its headings in order.

use crate::document::Kind;
use crate::model::instans::Class;
use crate::model::instans::Generated;
use crate::model::instans::Heading;
use crate::model::instans::Part;

/// The headings of a form that has none, in order: id, heading, what stands
/// under it.
pub(super) fn headings(kind: Kind, class: Class) -> Vec<Heading> {
    let list: &[(&str, &str, &[Generated])] = match (kind == Kind::Protokollsutdrag, class) {
        (true, _) => &[
            ("beslut", "Beslut", &[Generated::Beslut]),
            (
                "sammanfattning",
                "Sammanfattning",
                &[Generated::Sammanfattning],
            ),
            (
                "tidigare",
                "Ärendets tidigare behandling",
                &[Generated::Tidigare],
            ),
            (
                "beslutsunderlag",
                "Beslutsunderlag",
                &[Generated::Beslutsunderlag],
            ),
            (
                "skickas-till",
                "Beslutet skickas till",
                &[Generated::Sandlista],
            ),
        ],
        (false, Class::Beslut) => &[
            ("forslag", "Förslag till beslut", &[Generated::Forslag]),
            (
                "sammanfattning",
                "Sammanfattning",
                &[Generated::Sammanfattning],
            ),
            ("bakgrund", "Bakgrund", &[Generated::Lagkrav]),
            (
                "arendet",
                "Ärendet",
                &[Generated::Lage, Generated::Insatser],
            ),
            ("beredning", "Ärendets beredning", &[Generated::Tidigare]),
            (
                "beslutsunderlag",
                "Beslutsunderlag",
                &[Generated::Beslutsunderlag],
            ),
            (
                "skickas-till",
                "Beslutet skickas till",
                &[Generated::Sandlista],
            ),
        ],
        (false, Class::Anmalan) => &[
            (
                "sammanfattning",
                "Sammanfattning",
                &[Generated::Sammanfattning],
            ),
            ("bakgrund", "Bakgrund", &[Generated::Lagkrav]),
            (
                "arendet",
                "Ärendet",
                &[Generated::Lage, Generated::Insatser],
            ),
            ("beredning", "Ärendets beredning", &[Generated::Tidigare]),
            ("bilagor", "Bilagor", &[Generated::Bilagor]),
        ],
    };
    let heading = |(id, title, parts): &(&str, &str, &[Generated])| Heading {
        id: (*id).into(),
        title: (*title).into(),
        parts: Some(parts.iter().copied().map(Part::Generated).collect()),
    };
    list.iter().map(heading).collect()
}
