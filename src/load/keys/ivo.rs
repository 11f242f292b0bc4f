//! What a nämnd says of its reporting to IVO: `ivo` in `namnd.yaml`.

use crate::load::keys::Kind;
use crate::load::keys::REGI;
use crate::load::keys::Table;
use crate::load::keys::may;
use crate::load::keys::must;

pub(super) static IVO: Table = Table {
    what: "ivo",
    the: "ivo",
    keys: &[
        may(
            "ansvar",
            Kind::List(&Kind::Record(&ANSVAR)),
            "Vem som rapporterar vad; den första raden som passar gäller.",
            "ansvar: [{lagrum: 9 § 9, ansvarig: Boendeteamet}]",
        ),
        may(
            "rapportör",
            Kind::Text,
            "Vem som är IVO-rapportör: en funktion eller ett namn.",
            "rapportör: utredaren vid förvaltningens stab",
        ),
        may(
            "funktionsbrevlåda",
            Kind::Text,
            "Brevlådan i verksamhetssystemet som meddelandena till IVO-rapportören skickas till.",
            "funktionsbrevlåda: IVO-rapportör LSS",
        ),
        may(
            "titel_sol",
            Kind::Text,
            "Hur lagrummet skrivs i titlar enligt SoL.",
            "titel_sol: SoL",
        ),
        may(
            "arbetsfria",
            Kind::List(&Kind::Date),
            "Fler arbetsfria dagar.",
            "arbetsfria: [2026-06-05]",
        ),
        may(
            "arbetsdagar",
            Kind::List(&Kind::Date),
            "Dagar då någon arbetar fast de annars är arbetsfria, till exempel en julafton.",
            "arbetsdagar: [2026-12-24]",
        ),
    ],
};

static ANSVAR: Table = Table {
    what: "ett ansvar",
    the: "ansvaret",
    keys: &[
        must(
            "lagrum",
            Kind::Text,
            "Lagrummet: 9 § 9, 9 § 2–7, 11 kap. 1 §, SoL vårdboende eller SoL.",
            "lagrum: 9 § 9",
        ),
        may(
            "regi",
            Kind::Word(&REGI),
            "Egen eller extern regi.",
            "regi: extern",
        ),
        must("ansvarig", Kind::Text, "Vem.", "ansvarig: Boendeteamet"),
    ],
};
