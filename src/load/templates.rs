//! The built-in templates, compiled in.

/// File name and text of every built-in template.
pub static BUILT_IN: [(&str, &str); 4] = [
    ("rapport.typ", include_str!("../../templates/rapport.typ")),
    ("lib/stil.typ", include_str!("../../templates/lib/stil.typ")),
    ("lib/sida.typ", include_str!("../../templates/lib/sida.typ")),
    (
        "lib/tabell.typ",
        include_str!("../../templates/lib/tabell.typ"),
    ),
];
