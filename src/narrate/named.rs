//! What a figure is called where it stands alone, such as «Ej verkställda,
//! ledsagarservice, kvinnor».

use crate::model::band::Band;
use crate::model::beslut::Act;
use crate::model::beslut::Age;
use crate::model::beslut::Sex;
use crate::model::catalogue::Insatser;
use crate::model::catalogue::Orsaker;
use crate::model::decided::Said;
use crate::model::stated::Key;
use crate::model::stated::Measure;
use crate::model::stated::Population;
use crate::model::stated::Since;
use crate::narrate::number::grouped;
use crate::narrate::uncapital;
use crate::protect::OVRIGA;

/// Returns the name of a figure.
pub fn figure(key: &Key, insatser: &Insatser, orsaker: &Orsaker) -> String {
    let mut parts = vec![measure(&key.measure, orsaker)];
    parts.extend(key.group.as_deref().map(str::to_owned));
    match (&key.insats, key.act) {
        (Some(id), act) => parts.push(insats(id, act, insatser)),
        (None, Some(act)) => parts.push(act.name().to_owned()),
        (None, None) => {}
    }
    parts.extend(people(key.sex, key.age).map(str::to_owned));
    parts.join(", ")
}

/// Returns what was told of a figure: a number, or the mark for one that is
/// left out or not known.
pub fn said(said: Said) -> String {
    match said {
        Said::Count(count) => grouped(count),
        Said::Hidden => "utelämnad".to_owned(),
        Said::Missing => "uppgift saknas".to_owned(),
    }
}

fn insats(id: &str, act: Option<Act>, insatser: &Insatser) -> String {
    if *id == *OVRIGA {
        return "övriga insatser".to_owned();
    }
    let Some(known) = insatser.get(id) else {
        return id.to_owned();
    };
    // A short name with a comma or a stroke is one that only a table can bear.
    let name = if known.short.contains([',', '/']) {
        &known.name
    } else {
        &known.short
    };
    let name = uncapital(name);
    match act.filter(|_| known.acts().count() > 1) {
        Some(act) => format!("{name} enligt {}", act.name()),
        None => name,
    }
}

fn people(sex: Option<Sex>, age: Option<Age>) -> Option<&'static str> {
    Some(match (sex, age) {
        (None, None) => return None,
        (None, Some(Age::Barn)) => "barn",
        (None, Some(Age::Vuxen)) => "vuxna",
        (Some(Sex::Kvinna), None) => "kvinnor och flickor",
        (Some(Sex::Kvinna), Some(Age::Barn)) => "flickor",
        (Some(Sex::Kvinna), Some(Age::Vuxen)) => "kvinnor",
        (Some(Sex::Man), None) => "män och pojkar",
        (Some(Sex::Man), Some(Age::Barn)) => "pojkar",
        (Some(Sex::Man), Some(Age::Vuxen)) => "män",
        (Some(Sex::Annat), None) => "annat kön",
        (Some(Sex::Annat), Some(Age::Barn)) => "barn med annat kön",
        (Some(Sex::Annat), Some(Age::Vuxen)) => "vuxna med annat kön",
    })
}

fn measure(measure: &Measure, orsaker: &Orsaker) -> String {
    let orsak = |id: &str| {
        orsaker
            .get(id)
            .map_or(id, |orsak| orsak.name.as_ref())
            .to_owned()
    };
    match measure {
        Measure::Reported => "Rapporterade".to_owned(),
        Measure::Executed => "Verkställda".to_owned(),
        Measure::Closed => "Avslutade".to_owned(),
        Measure::Ended => "Verkställda eller avslutade".to_owned(),
        Measure::Remaining => "Ej verkställda".to_owned(),
        Measure::New => "Nya".to_owned(),
        Measure::Again => "Återrapporterade".to_owned(),
        Measure::Late => "Sent rapporterade".to_owned(),
        Measure::NewlyDue => "Först rapporterbara i kvartalet".to_owned(),
        Measure::DueEarlier => "Rapporterbara före kvartalet".to_owned(),
        Measure::NeverExecuted => "Ej verkställda sedan beslutet".to_owned(),
        Measure::Avbrott(p) => format!("{} med avbrott", of(*p)),
        Measure::Delvis(p) => format!("{}, varav delvis verkställda", of(*p)),
        Measure::Undated(p) => format!("{} utan beslutsdatum", of(*p)),
        Measure::Orsak(p, id) => format!("{}, orsak «{}»", of(*p), orsak(id)),
        Measure::Avslutsskal(id) => format!("Avslutade, skäl «{id}»"),
        Measure::Erbjudande(id) => format!("Erbjudanden, «{id}»"),
        Measure::Waited(p, s, band) => {
            format!("{}, {} {}", of(*p), months(*band), since(*s))
        }
        Measure::MedianDays(p, s) => format!("{}, mediantid i dagar {}", of(*p), since(*s)),
        Measure::LongestDays(p, s) => format!("{}, längsta tid i dagar {}", of(*p), since(*s)),
        Measure::Forhandsbesked => "Förhandsbesked".to_owned(),
        Measure::Renewed => "Förnyade".to_owned(),
        Measure::Court => "Beviljade av domstol".to_owned(),
        Measure::Ongoing => "Pågående, verkställda eller inte".to_owned(),
    }
}

fn of(population: Population) -> &'static str {
    match population {
        Population::Reported => "Rapporterade",
        Population::Remaining => "Ej verkställda",
        Population::Never => "Ej verkställda sedan beslutet",
        Population::Interrupted => "Avbrott",
    }
}

fn months(band: Band) -> String {
    match band {
        Band::From18 => "18 månader eller mer".to_owned(),
        Band::From13On => "13 månader eller mer".to_owned(),
        Band::From7On => "7 månader eller mer".to_owned(),
        Band::Under3
        | Band::From3
        | Band::From7
        | Band::From10
        | Band::From13
        | Band::From7To12 => {
            format!("{} månader", band.label())
        }
    }
}

fn since(since: Since) -> &'static str {
    match since {
        Since::Decision => "från beslutet",
        Since::Avbrott => "från avbrottet",
        Since::Known => "från beslutet, annars från avbrottet",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(key: &Key, expected: &str) {
        let name = figure(key, &Insatser::default(), &Orsaker::default());
        assert_eq!(name, expected);
    }

    #[test]
    fn a_figure_has_a_name_that_a_reader_understands() {
        let remaining = Key::total(Measure::Remaining);
        let insats = remaining
            .clone()
            .of_insats(Act::Lss, &"ledsagarservice".into());
        case(&remaining, "Ej verkställda");
        case(
            &insats.of_sex(Sex::Kvinna).of_age(Age::Vuxen),
            "Ej verkställda, ledsagarservice, kvinnor",
        );
        case(
            &Key::total(Measure::Waited(
                Population::Remaining,
                Since::Decision,
                Band::From18,
            )),
            "Ej verkställda, 18 månader eller mer från beslutet",
        );
        assert_eq!(said(Said::Count(1234)), "1\u{202f}234");
    }
}
