//! Placeholders: `{insats.figur:form}` in a text, found and understood.

use std::sync::Arc;

use crate::finding::Locus;
use crate::finding::Route;
use crate::load::schema::nearest;
use crate::load::schema::shown;
use crate::model::beslut::Act;
use crate::model::catalogue::Meaning;
use crate::model::text;
use crate::model::text::Form;
use crate::model::text::Placeholder;
use crate::validate::Findings;
use crate::validate::texts::MARK;
use crate::validate::texts::OKAND_PLATSHALLARE;
use crate::validate::vocabulary::Vocabulary;

/// Takes the placeholders out of a text, leaving a mark for each.
pub(super) fn taken_out(
    written: &str,
    route: &Route,
    vocabulary: &Vocabulary,
    findings: &mut Findings<'_>,
) -> Option<(String, Vec<Placeholder>)> {
    let mut marked = String::with_capacity(written.len());
    let mut list = vec![];
    let mut sound = true;
    let mut rest = written;
    let mut brace = 0;
    while let Some(at) = rest.find('{') {
        marked.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('{') {
            marked.push('{');
            brace += 2;
            rest = after;
            continue;
        }
        let mut fault = |message: String, help: String| {
            let locus = Locus::Brace(route.clone(), brace);
            findings.at(&OKAND_PLATSHALLARE, &locus, message, help);
            sound = false;
        };
        match rest
            .find(['}', '{', '\n'])
            .filter(|end| rest[*end..].starts_with('}'))
        {
            None => fault(
                "klammern { har inget slut på raden".to_owned(),
                "skriv {kvarstår}, eller {{ om klammern hör till texten".to_owned(),
            ),
            Some(end) => {
                match placeholder(&rest[..end], brace, vocabulary) {
                    Ok(placeholder) => {
                        list.push(placeholder);
                        marked.push(MARK);
                    }
                    Err((message, help)) => fault(message, help),
                }
                rest = &rest[end + 1..];
            }
        }
        brace += 1;
    }
    marked.push_str(rest);
    sound.then_some((marked, list))
}

fn placeholder(
    written: &str,
    brace: usize,
    vocabulary: &Vocabulary,
) -> Result<Placeholder, (String, String)> {
    let (name, form) = match written.trim().split_once(':') {
        None => (written.trim(), None),
        Some((name, "ord")) => (name, Some(Form::Words)),
        Some((name, "siffra")) => (name, Some(Form::Figures)),
        Some((_, other)) => {
            return Err((
                format!(
                    "«{}» kan inte stå efter kolon i en platshållare",
                    shown(other)
                ),
                "skriv :ord eller :siffra".to_owned(),
            ));
        }
    };
    let (insats, figure) = match name.split_once('.') {
        None => (None, name),
        Some((insats, figure)) => (Some(insats), figure),
    };
    let insats = match insats {
        None => None,
        Some(name) => match vocabulary.insatser.find(name, &Act::ALL) {
            Meaning::One(insats, _) => Some(Arc::clone(&insats.id)),
            Meaning::Several(one, two) if one.id == two.id => Some(Arc::clone(&one.id)),
            Meaning::Several(..) | Meaning::Unknown => {
                let help = match nearest(
                    name,
                    vocabulary.insatser.list().iter().map(|i| i.id.as_ref()),
                ) {
                    Some(near) => format!("menade du «{near}»?"),
                    None => "skriv insatsens id, till exempel {hemtjanst.kvarstår}".to_owned(),
                };
                return Err((
                    format!("okänd insats «{}» i platshållaren", shown(name)),
                    help,
                ));
            }
        },
    };
    let orsak = |name: &str| {
        vocabulary
            .orsaker
            .find(name)
            .map(|orsak| Arc::clone(&orsak.id))
    };
    match text::named(figure, orsak) {
        Some(what) => Ok(Placeholder {
            brace,
            written: written.into(),
            insats,
            what,
            form,
        }),
        None => {
            let names = text::NAMES.iter().map(|(name, _)| *name);
            let orsaker: Vec<String> = vocabulary
                .orsaker
                .list()
                .iter()
                .map(|orsak| format!("orsak-{}", orsak.id))
                .collect();
            let near = nearest(figure, names.chain(orsaker.iter().map(String::as_str)));
            let help = match near {
                Some(near) => format!("menade du «{near}»?"),
                None => "listan finns i docs/handledning.md".to_owned(),
            };
            Err((format!("det finns ingen siffra «{}»", shown(figure)), help))
        }
    }
}
