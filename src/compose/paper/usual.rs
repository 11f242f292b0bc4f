//! What a paper has where namnd.yaml says nothing: its headings in order.

use crate::document::Kind;
use crate::model::instans::Class;
use crate::model::instans::Generated;
use crate::model::instans::Heading;
use crate::model::instans::Part;

/// A heading: its id, its title, what stands under it.
type Usual = (&'static str, &'static str, &'static [Generated]);

const BESLUT: Usual = ("beslut", "Beslut", &[Generated::Beslut]);
const FORSLAG: Usual = ("forslag", "Förslag till beslut", &[Generated::Forslag]);
const SAMMANFATTNING: Usual = (
    "sammanfattning",
    "Sammanfattning",
    &[Generated::Sammanfattning],
);
const BAKGRUND: Usual = ("bakgrund", "Bakgrund", &[Generated::Lagkrav]);
const ARENDET: Usual = (
    "arendet",
    "Ärendet",
    &[Generated::Lage, Generated::Insatser],
);
const BEREDNING: Usual = ("beredning", "Ärendets beredning", &[Generated::Tidigare]);
const TIDIGARE: Usual = (
    "tidigare",
    "Ärendets tidigare behandling",
    &[Generated::Tidigare],
);
const UNDERLAG: Usual = (
    "beslutsunderlag",
    "Beslutsunderlag",
    &[Generated::Beslutsunderlag],
);
const BILAGOR: Usual = ("bilagor", "Bilagor", &[Generated::Bilagor]);
const SKICKAS: Usual = (
    "skickas-till",
    "Beslutet skickas till",
    &[Generated::Sandlista],
);

/// The headings of a form that has none, in order.
pub(super) fn headings(kind: Kind, class: Class) -> Vec<Heading> {
    let list: &[Usual] = match (kind == Kind::Protokollsutdrag, class) {
        (true, _) => &[BESLUT, SAMMANFATTNING, TIDIGARE, UNDERLAG, SKICKAS],
        (false, Class::Beslut) => &[
            FORSLAG,
            SAMMANFATTNING,
            BAKGRUND,
            ARENDET,
            BEREDNING,
            UNDERLAG,
            SKICKAS,
        ],
        (false, Class::Anmalan) => &[SAMMANFATTNING, BAKGRUND, ARENDET, BEREDNING, BILAGOR],
    };
    let heading = |(id, title, parts): &Usual| Heading {
        id: (*id).into(),
        title: (*title).into(),
        parts: Some(parts.iter().copied().map(Part::Generated).collect()),
    };
    list.iter().map(heading).collect()
}
