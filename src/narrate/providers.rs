//! How the utförare have reported to the administration.

use crate::narrate::number::Numbers;

/// Returns how many of the utförare have reported.
pub fn sentence(all: u32, reported: u32, numbers: Numbers) -> Option<String> {
    let missing = all.checked_sub(reported)?;
    let counts = numbers.among(&[all, reported, missing]);
    Some(match (all, reported, missing) {
        (0, ..) => return None,
        (1, 1, _) => "Utföraren har rapporterat till förvaltningen.".to_owned(),
        (1, 0, _) => "Utföraren har inte rapporterat till förvaltningen.".to_owned(),
        (2, _, 0) => "Båda utförarna har rapporterat till förvaltningen.".to_owned(),
        (n, _, 0) => format!(
            "Samtliga {} utförare har rapporterat till förvaltningen.",
            counts.common(n)
        ),
        (n, 0, _) => format!(
            "Ingen av de {} utförarna har rapporterat till förvaltningen.",
            counts.common(n)
        ),
        (n, yes, no) => format!(
            "Av {} utförare har {} rapporterat till förvaltningen, medan {} inte har gjort det.",
            counts.common(n),
            counts.common(yes),
            counts.common(no)
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn providers_agree() {
        let say = |all, yes| sentence(all, yes, Numbers::default()).unwrap_or_default();
        assert_eq!(
            say(21, 20),
            "Av 21 utförare har 20 rapporterat till förvaltningen, medan 1 inte har gjort det."
        );
        assert_eq!(
            say(4, 3),
            "Av fyra utförare har tre rapporterat till förvaltningen, medan en inte har gjort det."
        );
        assert_eq!(
            say(3, 3),
            "Samtliga tre utförare har rapporterat till förvaltningen."
        );
        assert_eq!(
            say(2, 0),
            "Ingen av de två utförarna har rapporterat till förvaltningen."
        );
        assert_eq!(say(0, 0), "");
    }
}
