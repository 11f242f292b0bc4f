//! What the revisorsrapport tells beside its list (SoL (2025:400) 34 kap. 1–2 §§,
//! LSS 28 f–g §§): what is asked, how many beslut there are, what has changed
//! since the quarter before, and that the paper is secret.

use chrono::NaiveDate;

use crate::model::beslut::OrsakId;
use crate::model::law::Law;
use crate::model::namnd::Namnd;
use crate::model::stated::Measure;
use crate::narrate::Voice;
use crate::narrate::capital;
use crate::narrate::date;
use crate::narrate::list;
use crate::narrate::number::NO_BREAK;
use crate::narrate::outcome;

/// The mark of a secret paper.
pub struct Secrecy {
    /// That it is secret, and by which provision.
    pub title: String,
    /// When the mark was made, and by whom.
    pub note: String,
}

/// Returns the mark: the provision, the date and the authority, as OSL 5 kap.
/// 5 § has it.
pub fn secrecy(law: &Law, namnd: &Namnd, day: NaiveDate) -> Secrecy {
    let section = |duty| law.duty(duty, "OSL", day).map(|duty| duty.section.as_ref());
    let title = match section("sekretess") {
        Some(section) => format!("Sekretess enligt {section} OSL"),
        None => "Sekretess".to_owned(),
    };
    let statute = law.statute("OSL", day);
    let by = match (section("sekretessmarkering"), statute) {
        (Some(section), Some(statute)) => {
            format!("Anteckning enligt {section} {} (OSL)", statute.full_name)
        }
        _ => "Anteckningen är".to_owned(),
    };
    let note = format!(
        "{by} gjord {} av {} i {}.",
        date::day(day),
        namnd.name,
        namnd.kommun
    );
    Secrecy { title, note }
}

/// Returns the mark of every page, beside the authority and the day that stand
/// there: «Sekretess, 26 kap. 1 § OSL (2009:400)».
pub fn short_secrecy(law: &Law, day: NaiveDate) -> String {
    let duty = law.duty("sekretess", "OSL", day);
    match duty.zip(law.statute("OSL", day)) {
        Some((duty, statute)) => {
            let section = duty.section.replace(' ', &NO_BREAK.to_string());
            format!("Sekretess, {section}{NO_BREAK}OSL ({})", statute.sfs)
        }
        None => "Sekretess".to_owned(),
    }
}

/// Returns what the statutes ask for.
pub fn paragraphs(voice: &Voice<'_>, dated_on: Option<NaiveDate>) -> Vec<String> {
    let asked = "Kommunen rapporterar en gång i kvartalet till revisorerna de gynnande beslut som inte \
                 har verkställts inom tre månader, räknat från beslutet eller från den dag då \
                 verkställigheten avbröts. För varje beslut anges när det fattades, vilken typ av \
                 insats det gäller och kortfattade skäl till att det har dröjt. När ett rapporterat \
                 beslut har verkställts anges även dagen för det.";
    let period = date::period(voice.published.quarter);
    let scope = match dated_on {
        Some(day) => format!(
            "Förteckningen avser tiden {period}. Uppgifterna togs fram {}. Namn, personnummer och \
             andra beteckningar på enskilda är utelämnade.",
            date::day(day)
        ),
        None => format!(
            "Förteckningen avser tiden {period}. Namn, personnummer och andra beteckningar på \
             enskilda är utelämnade."
        ),
    };
    vec![asked.to_owned(), scope]
}

/// Returns how many were reported under each act, and what has become of them.
pub fn counts(voice: &Voice<'_>) -> Vec<String> {
    let of_act = voice.acts.iter().map(|act| {
        let voice = &voice.of(*act);
        let base = voice.all(Measure::Reported);
        let voice = &voice.in_one_style(&base);
        let to = format!(" enligt {}", act.name());
        let sentences = [
            outcome::reported(voice, &base, &to),
            outcome::ended(voice, &base),
            outcome::remaining(voice, &base),
            outcome::courts(voice, &base),
        ];
        sentences
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    });
    of_act.filter(|told| !told.is_empty()).collect()
}

/// What has changed since the quarter before, by the numbers of the list.
#[derive(Debug, Default)]
pub struct Changes {
    /// Reported for the first time; nothing where it is not known which.
    pub new: Option<Vec<u32>>,
    /// Executed.
    pub executed: Vec<u32>,
    /// Closed without having been executed.
    pub closed: Vec<u32>,
    /// Remaining for another reason: the one before and the one now.
    pub reasons: Vec<(u32, Option<OrsakId>, Option<OrsakId>)>,
}

/// Returns the changes, a line each; nothing where there is nothing to tell.
pub fn changes(voice: &Voice<'_>, changes: &Changes) -> Vec<String> {
    let before = date::quarter_from(voice.published.quarter.previous(), voice.published.quarter);
    let numbers = |list: &[u32]| {
        let list: Vec<String> = list.iter().map(u32::to_string).collect();
        format!("nr{NO_BREAK}{}", list::and(&list))
    };
    let line = |what: &str, list: &[u32]| {
        (!list.is_empty()).then(|| format!("{what}: {}.", numbers(list)))
    };
    let mut lines = vec![];
    if let Some(new) = &changes.new {
        lines.extend(line(&format!("Nya sedan {before}"), new));
    }
    lines.extend(line("Verkställda", &changes.executed));
    lines.extend(line("Avslutade utan att ha verkställts", &changes.closed));
    let name = |id: &Option<OrsakId>| {
        let orsak = id.as_ref().and_then(|id| voice.orsaker.get(id));
        orsak.map_or("inget angivet skäl".to_owned(), |orsak| {
            format!("«{}»", orsak.name)
        })
    };
    lines.extend(changes.reasons.iter().map(|(nr, then, now)| {
        format!(
            "Ändrat skäl: nr{NO_BREAK}{nr}, från {} till {}.",
            name(then),
            name(now)
        )
    }));
    lines
}

/// Returns what stands over the changes, or instead of them.
pub fn over_changes(voice: &Voice<'_>, changes: &Changes, any: bool) -> String {
    let before = date::quarter_from(voice.published.quarter.previous(), voice.published.quarter);
    match (&changes.new, any) {
        (Some(_), true) => format!("Numren är de i förteckningen. Jämförelsen gäller {before}."),
        (Some(_), false) => format!("Inget har ändrats sedan {before}."),
        (None, true) => format!(
            "Numren är de i förteckningen. Besluten går inte att följa från {before}, så det framgår \
             inte vilka som är nya eller har fått ett annat skäl."
        ),
        (None, false) => format!(
            "Besluten går inte att följa från {before}, så det framgår inte vilka som är nya eller har \
             fått ett annat skäl. Inga har verkställts eller avslutats."
        ),
    }
}

/// Returns a reason as it stands in a list.
pub fn reason(voice: &Voice<'_>, id: Option<&OrsakId>) -> String {
    let orsak = id.and_then(|id| voice.orsaker.get(id));
    orsak.map_or_else(String::new, |orsak| capital(&orsak.name))
}
