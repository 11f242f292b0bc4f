//! The built-in templates, compiled in, and the nämnd's own in their place.

use crate::load::own::Template;

/// File name and text of every built-in template.
pub static BUILT_IN: [(&str, &str); 14] = [
    ("rapport.typ", include_str!("../../templates/rapport.typ")),
    (
        "statistikrapport.typ",
        include_str!("../../templates/statistikrapport.typ"),
    ),
    (
        "revisorsrapport.typ",
        include_str!("../../templates/revisorsrapport.typ"),
    ),
    (
        "tjansteutlatande.typ",
        include_str!("../../templates/tjansteutlatande.typ"),
    ),
    (
        "protokollsutdrag.typ",
        include_str!("../../templates/protokollsutdrag.typ"),
    ),
    (
        "ivo-underlag.typ",
        include_str!("../../templates/ivo-underlag.typ"),
    ),
    (
        "lang-vantan.typ",
        include_str!("../../templates/lang-vantan.typ"),
    ),
    ("rutin.typ", include_str!("../../templates/rutin.typ")),
    (
        "lib/blankett.typ",
        include_str!("../../templates/lib/blankett.typ"),
    ),
    (
        "lib/papper.typ",
        include_str!("../../templates/lib/papper.typ"),
    ),
    ("lib/stil.typ", include_str!("../../templates/lib/stil.typ")),
    ("lib/sida.typ", include_str!("../../templates/lib/sida.typ")),
    (
        "lib/tabell.typ",
        include_str!("../../templates/lib/tabell.typ"),
    ),
    ("lib/text.typ", include_str!("../../templates/lib/text.typ")),
];

/// Returns all templates by name; an own one takes the place of a built-in.
pub fn all(own: &[Template]) -> Vec<(&str, &str)> {
    let built_in = BUILT_IN
        .iter()
        .filter(|(name, _)| !own.iter().any(|t| t.name == *name));
    let own = own
        .iter()
        .map(|template| (template.name.as_str(), template.text.as_str()));
    built_in.copied().chain(own).collect()
}
