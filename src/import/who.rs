//! Whom a row is about, and what that says of sex and age.

use chrono::NaiveDate;

use super::Person;
use super::Who;
use super::book::Cell;
use super::book::Sheet;
use super::date;
use super::date::Bad;
use super::header::Layout;
use super::kon;
use super::kon::Said;
use super::person;
use super::person::Numbered;
use super::told::IMPORT_DATUM;
use super::told::IMPORT_KON_ALDER;
use super::told::IMPORT_PERSON;
use super::value::Line;
use crate::model::beslut::Age;
use crate::model::beslut::Sex;
use crate::model::beslut::kon_word;
use crate::model::quarter::Quarter;
use crate::personal;

/// What a row says of its person.
pub(super) struct Whom {
    /// Whom and which decision it is about.
    pub(super) who: Option<Who>,
    /// The word for sex and age.
    pub(super) kon: Option<&'static str>,
}

/// What the persons of one table share.
pub(super) struct Persons {
    quarter: Quarter,
    /// Whether the column of the sex tells children from adults.
    tells_children: bool,
    /// Whether any column tells births.
    tells_births: bool,
    /// Whether the table is our own workbook.
    ours: bool,
    /// Whether it has been told that nothing tells children from adults.
    warned: bool,
}

impl Persons {
    pub(super) fn new(sheet: &Sheet, layout: &Layout, quarter: Quarter) -> Self {
        let column = layout.column("kön");
        let cells = sheet.rows.iter().filter(|row| row.number > layout.row);
        let mut cells = cells.filter_map(|row| row.get(column?));
        Self {
            quarter,
            tells_children: cells
                .any(|cell| kon::said(cell).is_some_and(|said| said.age == Some(Age::Barn))),
            tells_births: layout.has("personnummer") || layout.has("födelsedatum"),
            ours: layout.is_ours(),
            warned: false,
        }
    }

    /// Reads the person of a row, who was born on or before some day.
    pub(super) fn read(&mut self, line: &mut Line<'_>, by: Option<NaiveDate>) -> Whom {
        let by = by.unwrap_or(self.quarter.last_day());
        let numbered = number(line, by);
        let born_on = birth(line).or(numbered.as_ref().map(|one| one.born_on));
        if let Some(born_on) = born_on
            && born_on > self.quarter.last_day()
        {
            let key = if line.cell("födelsedatum").is_some() {
                "födelsedatum"
            } else {
                "personnummer"
            };
            let cell = line.at(key);
            let message = "födelsedagen ligger efter kvartalets sista dag";
            line.told
                .cell(&IMPORT_DATUM, &cell, message, "rätta födelsedagen");
        }
        let kon = self.kon(line, born_on, numbered.as_ref());
        Whom {
            who: who(line, numbered),
            kon,
        }
    }

    fn kon(
        &mut self,
        line: &mut Line<'_>,
        born_on: Option<NaiveDate>,
        numbered: Option<&Numbered>,
    ) -> Option<&'static str> {
        let said = match line.cell("kön") {
            Some(cell) => Some(kon::said(cell).or_else(|| {
                let message = "i cellen för kön står inget som känns igen";
                let help = "skriv kvinna, man, flicka, pojke, annat-barn eller annat-vuxen";
                line.wrong("kön", message, help);
                None
            })?),
            None => None,
        };
        let by_number = numbered.map(|one| one.sex);
        let Some(sex) = said.map(|said| said.sex).or(by_number) else {
            // What the cell has instead of a personnummer is told already.
            if line.cell("personnummer").is_none() {
                let key = if line.layout.has("kön") {
                    "kön"
                } else {
                    "personnummer"
                };
                line.wrong(
                    key,
                    "raden säger inte vilket kön",
                    "fyll i kön eller personnummer",
                );
            }
            return None;
        };
        if said.is_some() && sex != Sex::Annat && by_number.is_some_and(|other| other != sex) {
            let cell = line.at("kön");
            let message = "kön stämmer inte med personnumret; det som står i kolumnen gäller";
            let help = "kontrollera båda cellerna";
            line.told.look(&IMPORT_KON_ALDER, &cell, message, help);
        }
        let age = self.age(line, said, born_on);
        Some(kon_word(sex, age))
    }

    fn age(&mut self, line: &mut Line<'_>, said: Option<Said>, born_on: Option<NaiveDate>) -> Age {
        let word = said.and_then(|said| said.age);
        if let Some(born_on) = born_on {
            let age = kon::age(born_on, self.quarter);
            if word.is_some_and(|word| word != age) {
                let cell = line.at("kön");
                let message = format!(
                    "kön säger {}, men födelsedagen {} den {}; födelsedagen gäller",
                    name(word.unwrap_or(age)),
                    name(age),
                    self.quarter.last_day()
                );
                let help = "kontrollera båda cellerna";
                line.told.look(&IMPORT_KON_ALDER, &cell, &message, help);
            }
            return age;
        }
        match word {
            Some(age) => return age,
            None if self.tells_children || self.ours => {}
            // What stands there instead of a day is told already.
            None if line.cell("födelsedatum").is_some() || line.cell("personnummer").is_some() => {
            }
            None if self.tells_births => {
                let cell = line.at("kön");
                let message = "raden har ingen födelsedag och räknas som en vuxens";
                let help = "är det ett barn, skriv flicka, pojke eller annat-barn som kön";
                line.told.look(&IMPORT_KON_ALDER, &cell, message, help);
            }
            None if !self.warned => {
                self.warned = true;
                let column = line.layout.column("kön").unwrap_or_default();
                let cell = line.sheet.at(line.layout.row, column);
                let message = "ingen kolumn säger vilka som är barn; alla räknas som vuxna";
                let help = "lägg till en kolumn med födelsedatum eller personnummer, eller skriv \
                            flicka och pojke för den som är under 18 år på kvartalets sista dag";
                line.told.look(&IMPORT_KON_ALDER, &cell, message, help);
            }
            None => {}
        }
        Age::Vuxen
    }
}

fn name(age: Age) -> &'static str {
    match age {
        Age::Barn => "barn",
        Age::Vuxen => "vuxen",
    }
}

/// Reads the personnummer of a row.
fn number(line: &mut Line<'_>, by: NaiveDate) -> Option<Numbered> {
    let cell = line.cell("personnummer")?;
    let place = line.at("personnummer");
    let Some(numbered) = person::numbered(cell, by) else {
        let message = "i cellen för personnummer står inget personnummer";
        let help = "skriv det med tio eller tolv siffror, eller töm cellen; är det systemets eget \
                    nummer, skriv kolumnen som person_id i import.yaml";
        line.told.cell(&IMPORT_PERSON, &place, message, help);
        return None;
    };
    if !numbered.sound {
        let message = "personnummer med fel kontrollsiffra; det används ändå";
        let help = "kontrollera numret: en felskriven siffra kan ge fel kön, ålder och id";
        line.told.look(&IMPORT_KON_ALDER, &place, message, help);
    }
    Some(numbered)
}

/// Reads the birth date of a row; what is wrong with it is told without it.
fn birth(line: &mut Line<'_>) -> Option<NaiveDate> {
    let cell = line.cell("födelsedatum")?;
    let place = line.at("födelsedatum");
    let bad = match date::cell(cell, line.from_1904, date::FIRST_BIRTH) {
        Ok(day) => return Some(day),
        Err(bad) => bad,
    };
    // Some systems have the whole personnummer there.
    let today = NaiveDate::MAX;
    if let Some(numbered) = long(cell).then(|| person::numbered(cell, today)).flatten() {
        return Some(numbered.born_on);
    }
    let (message, help) = match bad {
        Bad::TwoDigits => (
            "födelsedagen har bara två siffror i året",
            "skriv året med fyra siffror: 2010-06-15",
        ),
        Bad::Shape | Bad::Year | Bad::Month | Bad::Day { .. } => (
            "i cellen för födelsedatum står inget datum som finns",
            "skriv dagen som 2010-06-15, eller töm cellen",
        ),
    };
    line.told.cell(&IMPORT_DATUM, &place, message, help);
    None
}

/// Returns whether a cell has the twelve digits of a whole personnummer.
fn long(cell: &Cell) -> bool {
    cell.written().chars().filter(char::is_ascii_digit).count() == 12
}

/// Returns whom a row is about, by what is surest.
fn who(line: &mut Line<'_>, numbered: Option<Numbered>) -> Option<Who> {
    if line.cell("id").is_some() {
        return line.text("id").map(Who::Id);
    }
    if let Some(number) = line.written("beslutsnummer") {
        // A number that tells who somebody is must not be an id.
        return Some(if personal::find(&number).is_empty() {
            Who::Number(number)
        } else {
            Who::Person(Person::by(&number))
        });
    }
    if let Some(numbered) = numbered {
        return Some(Who::Person(numbered.person));
    }
    if let Some(cell) = line.cell("person_id") {
        let found = person::numbered(cell, NaiveDate::MAX);
        let known = found.filter(|one| one.sound && long(cell));
        let by_id = || Person::by(&cell.written());
        return Some(Who::Person(known.map_or_else(by_id, |one| one.person)));
    }
    // What the cell has instead of a personnummer is told already.
    if line.cell("personnummer").is_none() {
        let cell = line.first();
        let message = "raden säger inte vem eller vilket beslut den gäller";
        let help = "fyll i beslutsnummer, personnummer eller person_id (i arbetsboken: id), eller ta \
                    bort raden";
        line.told.cell(&IMPORT_PERSON, &cell, message, help);
    }
    None
}
