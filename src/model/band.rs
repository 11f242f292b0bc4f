//! Bands of elapsed time.

/// A band of elapsed whole months. The upper four are those of IVO's yearly
/// statistics (2016); 3–6 is added for municipal use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Under three months: only possible for rows that should not be there.
    Under3,
    /// 3 to 6.
    From3,
    /// 7 to 9.
    From7,
    /// 10 to 12.
    From10,
    /// 13 to 17.
    From13,
    /// 18 or more.
    From18,
    /// 7 to 12: two bands together.
    From7To12,
    /// 13 or more: two bands together.
    From13On,
    /// 7 or more: four bands together.
    From7On,
}

impl Band {
    /// All bands, shortest first.
    pub const ALL: [Self; 6] = [
        Self::Under3,
        Self::From3,
        Self::From7,
        Self::From10,
        Self::From13,
        Self::From18,
    ];

    /// The same time in fewer bands, for tables with few in each: finest first.
    pub const COARSER: [&'static [Self]; 2] = [
        &[Self::Under3, Self::From3, Self::From7To12, Self::From13On],
        &[Self::Under3, Self::From3, Self::From7On],
    ];

    /// Returns the band among some coarser ones that this one is part of.
    pub fn among(self, bands: &[Self]) -> Self {
        let wider = match self {
            Self::Under3 | Self::From3 => [self; 2],
            Self::From7 | Self::From10 | Self::From7To12 => [Self::From7To12, Self::From7On],
            Self::From13 | Self::From18 | Self::From13On => [Self::From13On, Self::From7On],
            Self::From7On => [self; 2],
        };
        wider
            .into_iter()
            .find(|band| bands.contains(band))
            .unwrap_or(self)
    }

    /// Returns the band of a number of whole months.
    pub fn of(months: u32) -> Self {
        match months {
            0..=2 => Self::Under3,
            3..=6 => Self::From3,
            7..=9 => Self::From7,
            10..=12 => Self::From10,
            13..=17 => Self::From13,
            18.. => Self::From18,
        }
    }

    /// Returns the label, in months.
    pub fn label(self) -> &'static str {
        match self {
            Self::Under3 => "0–2",
            Self::From3 => "3–6",
            Self::From7 => "7–9",
            Self::From10 => "10–12",
            Self::From13 => "13–17",
            Self::From18 => "18+",
            Self::From7To12 => "7–12",
            Self::From13On => "13+",
            Self::From7On => "7+",
        }
    }

    /// Returns the band with this label; a hyphen will do for the dash.
    pub fn labelled(label: &str) -> Option<Self> {
        let label = label.replace('-', "–");
        let coarser = Self::COARSER.into_iter().flatten().copied();
        Self::ALL
            .into_iter()
            .chain(coarser)
            .find(|band| band.label() == label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_meet_without_gap_or_overlap() {
        let labels: Vec<_> = (0..20).map(|months| Band::of(months).label()).collect();
        assert_eq!(labels[2..4], ["0–2", "3–6"]);
        assert_eq!(labels[6..8], ["3–6", "7–9"]);
        assert_eq!(labels[9..11], ["7–9", "10–12"]);
        assert_eq!(labels[12..14], ["10–12", "13–17"]);
        assert_eq!(labels[17..19], ["13–17", "18+"]);
        assert_eq!(Band::labelled("13-17"), Some(Band::From13));
    }
}
