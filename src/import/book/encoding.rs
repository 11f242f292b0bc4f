//! Bytes of a text file → the text, whatever program saved it.
//!
//! A byte order mark decides. Without one, zero bytes mean UTF-16, and what is
//! no UTF-8 is Windows-1252, in which Excel saves «CSV».

use std::borrow::Cow;

use encoding_rs::Encoding;
use encoding_rs::UTF_8;
use encoding_rs::UTF_16BE;
use encoding_rs::UTF_16LE;
use encoding_rs::WINDOWS_1252;

/// Returns the text, with `\n` for every line end.
pub(super) fn text(bytes: &[u8]) -> String {
    let encoding = match Encoding::for_bom(bytes) {
        Some((marked, _)) => marked,
        None => guessed(bytes),
    };
    let (text, _, _): (Cow<'_, str>, _, _) = encoding.decode(bytes);
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    // In UTF-16 every other byte of ordinary text is zero.
    let zeros = |from: usize| {
        let every = bytes.iter().skip(from).step_by(2).take(1000);
        every.filter(|b| **b == 0).count()
    };
    let enough = bytes.len().min(2000) / 8;
    if enough > 0 && zeros(1) > enough {
        UTF_16LE
    } else if enough > 0 && zeros(0) > enough {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITTEN: &str = "kön;insats\nflicka;Hemtjänst på Åsö\n";

    fn utf_16(bytes: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
        let marked = if mark { "\u{feff}" } else { "" };
        let all = marked.encode_utf16().chain(WRITTEN.encode_utf16());
        all.flat_map(bytes).collect()
    }

    #[test]
    fn every_way_of_saving_gives_the_same_text() {
        let (windows, _, _) = WINDOWS_1252.encode(WRITTEN);
        let marked = format!("\u{feff}{WRITTEN}");
        let lines = WRITTEN.replace('\n', "\r\n");
        let old_mac = WRITTEN.replace('\n', "\r");
        let ways = [
            WRITTEN.as_bytes().to_vec(),
            windows.into_owned(),
            marked.into_bytes(),
            lines.into_bytes(),
            old_mac.into_bytes(),
            utf_16(u16::to_le_bytes, true),
            utf_16(u16::to_be_bytes, true),
            utf_16(u16::to_le_bytes, false),
            utf_16(u16::to_be_bytes, false),
        ];
        for bytes in ways {
            assert_eq!(text(&bytes), WRITTEN, "{bytes:?}");
        }
    }
}
