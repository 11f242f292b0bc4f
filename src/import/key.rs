//! The key to the rows' ids: what makes the same beslut get the same id every
//! time and on every machine, and says nothing to whoever lacks the key.
//!
//! An id is HMAC-SHA256 (RFC 2104) of who it is for, the insats and the date,
//! written with twelve consonants: 52 bits, no words and nothing that could be
//! taken for a number. A row with an id is still personal data to the nämnd
//! that holds the key (article 4.5 of regulation (EU) 2016/679).

use chrono::NaiveDate;
use hmac::Hmac;
use hmac::Mac as _;
use sha2::Sha256;

/// The bytes of a key: as many as the hash gives.
const BYTES: usize = 32;

/// The letters of an id: no vowels, so that no word can come of them.
const LETTERS: &[u8; 20] = b"bcdfghjklmnpqrstvwxz";

/// Letters of an id: 20 000 rows meet by chance once in twenty million tries.
const OF_AN_ID: usize = 12;

/// Letters of a fingerprint: enough to tell keys apart, too few to find one.
const OF_A_FINGERPRINT: usize = 8;

/// What stands before the key in its file.
const MARK: &str = "evb-nyckel-1";

/// Between the parts of what an id is made of; stands in none of them.
const BETWEEN: char = '\u{1f}';

/// A nämnd's key.
pub struct Key([u8; BYTES]);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Key({})", self.fingerprint())
    }
}

/// Why a file is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadKey {
    /// It has no line that begins as the line of a key does.
    NoKey,
    /// The key has been cut or changed: its own fingerprint says another.
    Damaged,
}

impl Key {
    /// Returns a new key of 32 random bytes.
    pub fn generate(random: [u8; BYTES]) -> Self {
        Self(random)
    }

    /// Reads a key file.
    pub fn read(text: &str) -> Result<Self, BadKey> {
        let text = text.trim_start_matches('\u{feff}');
        let line = text
            .lines()
            .find_map(|line| line.trim().strip_prefix(MARK))
            .ok_or(BadKey::NoKey)?;
        let mut words = line.split_whitespace();
        let (Some(hex), Some(fingerprint)) = (words.next(), words.next()) else {
            return Err(BadKey::Damaged);
        };
        let mut key = [0; BYTES];
        let (pairs, rest) = hex.as_bytes().as_chunks::<2>();
        if pairs.len() != BYTES || !rest.is_empty() {
            return Err(BadKey::Damaged);
        }
        for (byte, pair) in key.iter_mut().zip(pairs) {
            *byte = std::str::from_utf8(pair)
                .ok()
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
                .ok_or(BadKey::Damaged)?;
        }
        let key = Self(key);
        if key.fingerprint() == fingerprint {
            Ok(key)
        } else {
            Err(BadKey::Damaged)
        }
    }

    /// Returns the content of a key file.
    pub fn text(&self) -> String {
        let hex: String = self.0.iter().map(|byte| format!("{byte:02x}")).collect();
        format!(
            "# Nyckeln till radernas id i evb. Den gör att samma beslut får samma id varje gång.\n\
             # Bara de som arbetar med besluten ska komma åt den. Ta en kopia, och byt den aldrig:\n\
             # med en annan nyckel får besluten andra id och kan inte följas mellan kvartalen.\n\
             {MARK} {hex} {}\n",
            self.fingerprint()
        )
    }

    /// Returns the fingerprint that stands in the nämnd's files: it tells whether
    /// a key is the one the ids were made with.
    pub fn fingerprint(&self) -> String {
        self.letters(&["avtryck"], OF_A_FINGERPRINT)
    }

    /// Returns the id of a beslut: of whom it is for, the insats' id, and the date
    /// of the decision, or of the interruption where no decision date is known.
    pub fn id(&self, person: &str, insats: &str, day: NaiveDate) -> String {
        let day = day.to_string();
        grouped(&self.letters(&["beslut", person, insats, &day], OF_AN_ID))
    }

    /// Returns the id of a beslut whose number in the case system holds personal
    /// data and can therefore not be the id.
    pub fn id_of_number(&self, number: &str) -> String {
        grouped(&self.letters(&["nummer", number], OF_AN_ID))
    }

    fn letters(&self, parts: &[&str], count: usize) -> String {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        for part in parts {
            mac.update(part.as_bytes());
            mac.update(BETWEEN.encode_utf8(&mut [0; 1]).as_bytes());
        }
        let hash = mac.finalize().into_bytes();
        let (first, _) = hash.as_chunks::<16>();
        let mut number = first.first().map_or(0, |bytes| u128::from_be_bytes(*bytes));
        let base = LETTERS.len() as u128;
        let letter = |number: u128| {
            let at = usize::try_from(number % base).expect("a digit of base 20");
            char::from(LETTERS[at])
        };
        std::iter::repeat_with(|| {
            let next = letter(number);
            number /= base;
            next
        })
        .take(count)
        .collect()
    }
}

/// Returns letters in groups of four: `bdfg-hjkl-mnpq`.
fn grouped(letters: &str) -> String {
    let (groups, _) = letters.as_bytes().as_chunks::<4>();
    let groups: Vec<_> = groups.iter().map(|g| String::from_utf8_lossy(g)).collect();
    groups.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> Key {
        Key::generate([byte; BYTES])
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn the_same_key_gives_the_same_ids_and_another_gives_others() {
        let id = |k: &Key, who| k.id(who, "ledsagarservice", day("2024-01-05"));
        let written = key(7).text();
        let copy = Key::read(&written).expect("a key");
        assert_eq!(id(&copy, "199001012384"), id(&key(7), "199001012384"));
        assert_ne!(id(&key(8), "199001012384"), id(&key(7), "199001012384"));
        assert_ne!(id(&key(7), "199001012385"), id(&key(7), "199001012384"));
        assert_ne!(key(7).fingerprint(), key(8).fingerprint());
    }

    /// Computed apart with Python's `hmac`: the ids of a nämnd never change.
    #[test]
    fn ids_are_the_same_for_ever() {
        let id = key(7).id("199001012384", "ledsagarservice", day("2024-01-05"));
        assert_eq!(
            (id.as_str(), key(7).fingerprint().as_str()),
            ("pggv-crwp-gnkr", "gdcgtsld")
        );
    }

    #[test]
    fn parts_do_not_run_together() {
        let one = key(1).id("12", "3", day("2024-01-05"));
        assert_ne!(one, key(1).id("1", "23", day("2024-01-05")));
    }

    #[test]
    fn an_id_is_no_personal_data() {
        for n in 0..2000 {
            let id = key(3).id(&n.to_string(), "hemtjanst", day("2024-01-05"));
            assert_eq!(crate::personal::find(&id), []);
            assert_eq!(id.len(), 14);
        }
    }

    #[test]
    fn a_damaged_key_is_none() {
        let text = key(9).text();
        let cut = text.replace("0909", "09");
        let changed = text.replacen("0909", "0908", 1);
        assert_eq!(Key::read(&cut).err(), Some(BadKey::Damaged));
        assert_eq!(Key::read(&changed).err(), Some(BadKey::Damaged));
        assert_eq!(Key::read("hej\n").err(), Some(BadKey::NoKey));
        let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert!(Key::read(&windows).is_ok());
    }
}
