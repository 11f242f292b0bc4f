//! The keys of an instans in `namnd.yaml`: letterhead, recipients and the form
//! of its documents.

use crate::load::keys::KINDS;
use crate::load::keys::Kind;
use crate::load::keys::Table;
use crate::load::keys::may;
use crate::load::keys::must;

pub(super) static INSTANS: Table = Table {
    what: "en instans",
    the: "instansen",
    keys: &[
        must(
            "namn",
            Kind::Text,
            "Instansens namn.",
            "namn: Kommunstyrelsen",
        ),
        may(
            "brevhuvud",
            Kind::List(&Kind::Text),
            "Raderna i brevhuvudet.",
            "brevhuvud: [Omsorgsförvaltningen, Myndighetsenheten]",
        ),
        may(
            "mottagare",
            Kind::List(&Kind::Record(&MOTTAGARE)),
            "Vilka handlingen skickas till.",
            "mottagare: [{namn: Kommunens revisorer, roll: revisorer}]",
        ),
        may(
            "handlingar",
            Kind::Map(&Kind::Word(&KINDS), &Kind::Record(&HANDLINGSFORM)),
            "Hur varje slag av handling är uppställd.",
            "handlingar: {rapport: {titel: Rapport}}",
        ),
    ],
};

pub(super) static MOTTAGARE: Table = Table {
    what: "en mottagare",
    the: "mottagaren",
    keys: &[
        must(
            "namn",
            Kind::Text,
            "Mottagarens namn.",
            "namn: Kommunfullmäktige",
        ),
        must(
            "roll",
            Kind::Word(&["revisorer", "kf", "ks", "ivo", "annan"]),
            "Mottagarens roll.",
            "roll: kf",
        ),
    ],
};

pub(super) static HANDLINGSFORM: Table = Table {
    what: "en handlings form",
    the: "handlingens form",
    keys: &[
        may(
            "titel",
            Kind::Text,
            "Handlingens titel.",
            "titel: Tjänsteutlåtande",
        ),
        may(
            "ärendeklass",
            Kind::Word(&["beslutsärende", "anmälningsärende"]),
            "Beslutsärende eller anmälningsärende.",
            "ärendeklass: beslutsärende",
        ),
        may(
            "handläggare",
            Kind::Text,
            "Handläggaren.",
            "handläggare: Nämndsekreteraren",
        ),
        may(
            "förslag",
            Kind::List(&Kind::Text),
            "Förslag till beslut, en punkt var.",
            "förslag: [Rapporten läggs till handlingarna.]",
        ),
        may(
            "rubriker",
            Kind::List(&Kind::Record(&RUBRIK)),
            "Rubrikerna i ordning.",
            "rubriker: [{id: arendet, titel: Ärendet, block: [{genererat: sammanfattning}]}]",
        ),
        may(
            "undertecknas",
            Kind::List(&Kind::Record(&UNDERTECKNARE)),
            "En eller två som undertecknar.",
            "undertecknas: [{titel: Förvaltningschef}]",
        ),
    ],
};

pub(super) static RUBRIK: Table = Table {
    what: "en rubrik",
    the: "rubriken",
    keys: &[
        must("id", Kind::Id, "Rubrikens id.", "id: arendet"),
        must("titel", Kind::Text, "Rubriken.", "titel: Ärendet"),
        may(
            "block",
            Kind::List(&Kind::Record(&BLOCK)),
            "Innehållet i ordning.",
            "block: [{text: \"Ärendet bereds av förvaltningen.\"}]",
        ),
    ],
};

pub(super) static BLOCK: Table = Table {
    what: "ett block",
    the: "blocket",
    keys: &[
        may(
            "genererat",
            Kind::Id,
            "Ett avsnitt som programmet skriver.",
            "genererat: sammanfattning",
        ),
        may(
            "text",
            Kind::Text,
            "En fast text.",
            "text: \"Ärendet bereds av förvaltningen.\"",
        ),
        may(
            "kvartalstext",
            Kind::Text,
            "En text ur kvartalets `texter`.",
            "kvartalstext: ekonomi",
        ),
    ],
};

pub(super) static UNDERTECKNARE: Table = Table {
    what: "en undertecknare",
    the: "undertecknaren",
    keys: &[
        must("titel", Kind::Text, "Titeln.", "titel: Förvaltningschef"),
        may(
            "namn",
            Kind::Text,
            "Namnet, om det ska stå.",
            "namn: A. Andersson",
        ),
    ],
};
