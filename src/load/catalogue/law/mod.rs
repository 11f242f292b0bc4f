//! The built-in rows of law, authorities and reporting windows.

use serde::Deserialize;

use crate::load::catalogue::Day;
use crate::load::catalogue::read;
use crate::model::law::Authority;
use crate::model::law::Duty;
use crate::model::law::Law;
use crate::model::law::Period;
use crate::model::law::Statute;
use crate::model::law::Window;

/// Reads the law by date.
pub(super) fn built_in() -> Law {
    let law: RawLaw = read(include_str!("../../../catalogue/lag.yaml"));
    let authorities: Vec<RawAuthority> = read(include_str!("../../../catalogue/myndigheter.yaml"));
    let windows: Vec<RawWindow> = read(include_str!("../../../catalogue/fonster.yaml"));
    Law {
        statutes: law
            .akter
            .into_iter()
            .map(RawStatute::into_statute)
            .collect(),
        duties: law
            .skyldigheter
            .into_iter()
            .map(RawDuty::into_duty)
            .collect(),
        authorities: authorities
            .into_iter()
            .map(RawAuthority::into_authority)
            .collect(),
        windows: windows.into_iter().map(RawWindow::into_window).collect(),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLaw {
    akter: Vec<RawStatute>,
    skyldigheter: Vec<RawDuty>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStatute {
    lag: String,
    sfs: String,
    namn: String,
    fullt_namn: String,
    #[serde(rename = "från")]
    from: Day,
    till: Option<Day>,
    ord: Option<RawWords>,
    #[serde(rename = "källa")]
    _source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWords {
    insats: String,
    #[serde(rename = "dröjsmål")]
    delay: String,
}

impl RawStatute {
    fn into_statute(self) -> Statute {
        let (insats_word, delay_word) = self
            .ord
            .map(|words| (words.insats.into(), words.delay.into()))
            .unzip();
        Statute {
            law: self.lag.into(),
            sfs: self.sfs.into(),
            name: self.namn.into(),
            full_name: self.fullt_namn.into(),
            period: Period {
                from: self.from.0,
                to: self.till.map(|day| day.0),
            },
            insats_word,
            delay_word,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDuty {
    id: String,
    lag: String,
    sfs: String,
    #[serde(rename = "från")]
    from: Day,
    till: Option<Day>,
    text: String,
    #[serde(rename = "månader")]
    _months: Option<u32>,
    #[serde(rename = "intervall")]
    _interval: Option<String>,
    #[serde(rename = "säkerhet")]
    certainty: String,
    #[serde(rename = "källa")]
    source: String,
    #[serde(rename = "belopp_minst")]
    least: Option<u32>,
    #[serde(rename = "belopp_högst")]
    most: Option<u32>,
}

impl RawDuty {
    fn into_duty(self) -> Duty {
        Duty {
            id: self.id.into(),
            law: self.lag.into(),
            sfs: self.sfs.into(),
            period: Period {
                from: self.from.0,
                to: self.till.map(|day| day.0),
            },
            section: self.text.into(),
            amounts: self.least.zip(self.most),
            certainty: self.certainty.into(),
            source: self.source.into(),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAuthority {
    #[serde(rename = "id")]
    _id: String,
    namn: String,
    kort: Option<String>,
    #[serde(rename = "bestämd")]
    definite: String,
    #[serde(rename = "från")]
    from: Day,
    till: Option<Day>,
    #[serde(rename = "källa")]
    _source: String,
}

impl RawAuthority {
    fn into_authority(self) -> Authority {
        Authority {
            name: self.namn.into(),
            definite: self.definite.into(),
            short: self.kort.map(Into::into),
            period: Period {
                from: self.from.0,
                to: self.till.map(|day| day.0),
            },
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWindow {
    kvartal: u32,
    #[serde(rename = "från")]
    from: MonthDay,
    till: MonthDay,
    #[serde(rename = "år")]
    years: i32,
    #[serde(rename = "källa")]
    _source: String,
}

#[derive(Deserialize)]
#[serde(try_from = "String")]
struct MonthDay(u32, u32);

impl TryFrom<String> for MonthDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let (month, day) = text.split_once('-').ok_or_else(|| text.clone())?;
        let number = |part: &str| part.parse().map_err(|_| text.clone());
        Ok(Self(number(month)?, number(day)?))
    }
}

impl RawWindow {
    fn into_window(self) -> Window {
        Window {
            quarter: self.kvartal,
            from: (self.from.0, self.from.1),
            to: (self.till.0, self.till.1),
            years: self.years,
        }
    }
}

#[cfg(test)]
mod tests;
