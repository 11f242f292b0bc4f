//! The dates a row has beside its decision, its interruption and its end, and
//! all of them against the day the figures were taken.

use chrono::NaiveDate;

use crate::finding::Level;
use crate::finding::Rule;
use crate::load::view::View;
use crate::model::beslut::Beslut;
use crate::model::beslut::Status;
use crate::validate::Findings;
use crate::validate::quarter::Setting;

/// Something that happened after the figures were taken.
pub const HANDELSE_EFTER_UPPGIFTERNA: Rule = Rule {
    slug: "handelse-efter-uppgifterna",
    level: Level::Warning,
    fixed: false,
    explain: "Det som står i filen kan inte ha hänt efter den dag då uppgifterna togs fram. Oftast \
              är året eller månaden felskriven.",
    source: "Dataformat 1, «uppgifter_daterade»",
};
/// An offer before the decision or after the end.
pub const ERBJUDANDE_UTANFOR_TIDEN: Rule = Rule {
    slug: "erbjudande-utanfor-tiden",
    level: Level::Warning,
    fixed: false,
    explain: "Ett erbjudande lämnas efter beslutet och innan det har verkställts eller avslutats. \
              Ett datum utanför den tiden är fel, eller hör till ett annat beslut.",
    source: "IVO:s individrapport: datum för erbjudanden och svar",
};
/// A partial execution before the decision or after the end.
pub const DELVIS_UTANFOR_TIDEN: Rule = Rule {
    slug: "delvis-utanfor-tiden",
    level: Level::Warning,
    fixed: false,
    explain: "En del av insatsen kan inte ha börjat före beslutet, efter kvartalets slut eller \
              efter det att beslutet har verkställts eller avslutats.",
    source: "IVO:s svar om delvis verkställda insatser: den del som inte är verkställd rapporteras",
};
/// An individrapport sent before the limit or after the window.
pub const RAPPORTERAT_I_FEL_TID: Rule = Rule {
    slug: "rapporterat-i-fel-tid",
    level: Level::Warning,
    fixed: false,
    explain: "En individrapport skickas när tre månader har gått och senast på sista dagen av \
              kvartalets rapporteringstid. En slutrapport får skickas när som helst.",
    source: "28 f § LSS, 34 kap. 1 § SoL (2025:400); IVO:s rapporteringstider",
};

/// Checks one row.
pub(crate) fn check(
    beslut: &Beslut,
    view: &View<'_>,
    setting: &Setting<'_>,
    findings: &mut Findings<'_>,
) {
    let ended_on = match beslut.status {
        Status::Executed(day) | Status::Closed(day) => Some(day),
        Status::Remaining { later } => later.map(|(_, day)| day),
    };
    let span = Span {
        from: beslut.waiting.decided_on(),
        to: ended_on,
    };
    offers(view, &span, findings);
    delvis(view, &span, setting, findings);
    if let Some(dated_on) = setting.dated_on {
        after_the_figures(view, dated_on, findings);
    }
    reported(beslut, view, setting, findings);
}

/// From the decision to the end, as far as they are known.
struct Span {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

impl Span {
    /// Returns why a day cannot be right, if it cannot.
    fn against(&self, day: NaiveDate) -> Option<String> {
        match (self.from, self.to) {
            (Some(from), _) if day < from => Some(format!("före beslutsdatumet {from}")),
            (_, Some(to)) if day > to => Some(format!("efter det att beslutet tog slut {to}")),
            _ => None,
        }
    }
}

fn offers(view: &View<'_>, span: &Span, findings: &mut Findings<'_>) {
    for offer in view.records("erbjudanden") {
        let Some(day) = offer.date("datum") else {
            continue;
        };
        if let Some(why) = span.against(day) {
            let message = format!("erbjudandet {day} ligger {why}");
            let help = "rätta det datum som är fel, eller ta bort erbjudandet";
            findings.value(&ERBJUDANDE_UTANFOR_TIDEN, &offer.at("datum"), message, help);
        }
    }
}

fn delvis(view: &View<'_>, span: &Span, setting: &Setting<'_>, findings: &mut Findings<'_>) {
    let Some(delvis) = view.record("delvis") else {
        return;
    };
    let Some(day) = delvis.date("från") else {
        return;
    };
    let last = setting.quarter.last_day();
    let late = (day > last).then(|| format!("efter kvartalets sista dag {last}"));
    if let Some(why) = span.against(day).or(late) {
        let message = format!("delvis verkställt från {day} ligger {why}");
        let help = "rätta det datum som är fel, eller ta bort «delvis»";
        findings.value(&DELVIS_UTANFOR_TIDEN, &delvis.at("från"), message, help);
    }
}

fn after_the_figures(view: &View<'_>, dated_on: NaiveDate, findings: &mut Findings<'_>) {
    let own = ["verkställt", "avslutat"]
        .into_iter()
        .filter_map(|key| Some((view.date(key)?, view.at(key))));
    let offers = view.records("erbjudanden");
    let offered = offers
        .iter()
        .filter_map(|offer| Some((offer.date("datum")?, offer.at("datum"))));
    // Reports are sent, and written down, after the figures were taken.
    for (day, route) in own.chain(offered) {
        if day > dated_on {
            let message =
                format!("{day} ligger efter den dag då uppgifterna togs fram, {dated_on}");
            let help = "rätta datumet, eller «uppgifter_daterade»";
            findings.value(&HANDELSE_EFTER_UPPGIFTERNA, &route, message, help);
        }
    }
}

fn reported(beslut: &Beslut, view: &View<'_>, setting: &Setting<'_>, findings: &mut Findings<'_>) {
    let sent = view.dates("rapporterat");
    let due = setting.clock.reportable_from(beslut.waiting.clock_start());
    for (day, route) in sent.iter().filter(|(day, _)| *day < due) {
        let message = format!("rapporterat {day}, innan tre månader hade gått ({due})");
        let help = "rätta datumet; rapporten skickas tidigast den dagen";
        findings.value(&RAPPORTERAT_I_FEL_TID, route, message, help);
    }
    let Some((from, to)) = setting.window.filter(|_| beslut.status.remains()) else {
        return;
    };
    let in_time = sent.iter().any(|(day, _)| from <= *day && *day <= to);
    let Some((day, route)) = sent.last().filter(|(day, _)| !in_time && *day > to) else {
        return;
    };
    let message = format!("rapporterat {day}, efter kvartalets sista rapporteringsdag {to}");
    let help =
        "rätta datumet, eller skriv kvartalets rapporteringstid under «fönster» i namnd.yaml";
    findings.value(&RAPPORTERAT_I_FEL_TID, route, message, help);
}
