//! Random texts: no panic, sound ranges, a mask that lasts.

use super::super::find;
use super::super::mask;

/// Pieces that numbers, addresses and phrases are made of, and what disturbs.
const PIECES: [&str; 64] = [
    "1",
    "9",
    "0",
    "01",
    "12",
    "19",
    "20",
    "2023",
    "900101",
    "19900101",
    "2385",
    "-",
    "–",
    "+",
    ".",
    "/",
    ":",
    ",",
    " ",
    "  ",
    "\u{a0}",
    "\u{202f}",
    "\n",
    "\r\n",
    "\t",
    "070",
    "08",
    "123",
    "45",
    "67",
    "+46",
    "(0)",
    "(",
    ")",
    "[",
    "]",
    "T",
    "F10",
    "XXXX",
    "@",
    "(at)",
    " at ",
    "a",
    "anna",
    "exempel.se",
    "se",
    "Storgatan",
    "väg",
    "Norra",
    "Storstad",
    "lgh",
    "tr",
    "en",
    "ett",
    "två",
    "ärende",
    "person",
    "äldre",
    "av",
    "dem",
    "å",
    "a\u{30a}",
    "\u{ad}",
    "•••",
];

/// A linear congruential generator (Knuth's MMIX).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }

    fn char(&mut self) -> char {
        let limit = [0x80, 0x250, 0x2100, 0xffff, 0x0011_0000][self.below(5)];
        let code = u32::try_from(self.below(limit)).unwrap_or(0);
        char::from_u32(code).unwrap_or('\u{fffd}')
    }
}

#[track_caller]
fn check(text: &str) {
    let hits = find(text);
    let mut from = 0;
    for hit in &hits {
        assert!(
            hit.range.start >= from && hit.range.end > hit.range.start,
            "{text:?}"
        );
        assert!(text.get(hit.range.clone()).is_some(), "{text:?}");
        from = hit.range.end;
    }
    let masked = mask(text);
    assert!(find(&masked).is_empty(), "{text:?}");
    assert_eq!(mask(&masked), masked, "{text:?}");
    assert_eq!(masked == text, hits.is_empty(), "{text:?}");
}

#[test]
fn random_characters_do_no_harm() {
    let mut random = Random(1);
    for _ in 0..2_000 {
        let length = random.below(60);
        let text: String = (0..length).map(|_| random.char()).collect();
        check(&text);
    }
}

#[test]
fn random_pieces_do_no_harm() {
    let mut random = Random(2);
    for _ in 0..20_000 {
        let length = random.below(16);
        let text: String = (0..length)
            .map(|_| PIECES[random.below(PIECES.len())])
            .collect();
        check(&text);
    }
}

#[test]
fn random_digits_are_seldom_a_person() {
    let mut random = Random(3);
    let mut found = 0;
    for _ in 0..20_000 {
        let text: String = (0..10)
            .map(|_| ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"][random.below(10)])
            .collect();
        found += usize::from(
            find(&text)
                .iter()
                .any(|hit| hit.kind <= super::super::Kind::Samordningsnummer),
        );
    }
    // 366 × 2 of 10 000 dates, one check digit in ten: 0.7 %.
    assert!((80..200).contains(&found), "{found}");
}
