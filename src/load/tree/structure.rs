//! Slips in the structure of a file: brackets, commas, colons, dashes, indents.

use std::ops::Range;

use crate::load::schema::shown;
use crate::load::tree::brackets;
use crate::load::tree::brackets::Bracket;
use crate::load::tree::syntax::Answer;
use crate::load::tree::syntax::Stop;
use crate::load::tree::syntax::line_around;
use crate::load::tree::syntax::name_at;
use crate::load::tree::syntax::quote_all;

impl Stop<'_> {
    /// Finds a missing comma, or the bracket that is not closed.
    pub(super) fn open_bracket(&self) -> Answer {
        let open = brackets::open(self.text, self.at).pop()?;
        let Bracket { at, sign, closer } = open;
        let line = self.line();
        let started = self.text[line.start.max(at + 1)..self.at].trim_start();
        let next = &self.text[self.at..];
        // The parser stops at the colon of the second key, or at the key itself.
        let word = if next.starts_with(':') {
            self.before().rfind([' ', ',', '{', '[']).map(|at| at + 1)
        } else if self.is_key_next() || next.starts_with(['{', '[']) {
            Some(self.at)
        } else {
            None
        };
        if let Some(word) = word.filter(|_| !["", "-"].contains(&started.trim_end())) {
            let name = name_at(&self.text[word..]);
            let end = word + name.len();
            let message = format!("det saknas ett kommatecken före «{name}»");
            return Some((word..end, message, "sätt dit kommatecknet".to_owned()));
        }
        Some((
            at..at + 1,
            format!("{sign} som öppnas här har ingen {closer}"),
            format!(
                "sätt {closer} där raden eller listan slutar; text med {sign} behöver citattecken"
            ),
        ))
    }

    pub(super) fn text_after_bracket(&self) -> Answer {
        let line = self.line();
        if let (true, Some(c)) = (self.says(&["misplaced bracket"]), self.next()) {
            let sign = if c == '}' { '{' } else { '[' };
            let help = format!("ta bort den, eller sätt dit {sign}");
            return Some((self.at..self.at + 1, format!("{c} har ingen {sign}"), help));
        }
        let before = self.text[line.start..self.at].trim_end();
        let (closed, sign) = match before.chars().next_back()? {
            '}' => ('}', '{'),
            ']' => (']', '['),
            _ => return None,
        };
        let from = before
            .find([':', '-'])
            .and_then(|at| Some(at + before[at..].find(sign)?));
        match from {
            Some(from) => {
                let at = line.start + from;
                Some((at..at + 1, format!("texten börjar med {sign}"), quote_all()))
            }
            None => {
                let at = line.start + before.len() - 1;
                let help = format!("ta bort den, eller sätt dit {sign}");
                Some((at..at + 1, format!("{closed} har ingen {sign}"), help))
            }
        }
    }

    /// Finds the line whose colon is missing or lacks its blank: this one or
    /// the last before it that says anything.
    pub(super) fn colon(&self) -> Answer {
        if !self.says(&[
            "simple key",
            "mapping values",
            "expected key",
            "document start",
        ]) {
            return None;
        }
        let lines = std::iter::successors(Some(self.line()), |line| {
            let end = line.start.checked_sub(1)?;
            Some(line_around(self.text, end))
        });
        let said = |line: &Range<usize>| {
            let text = self.text[line.clone()].trim();
            !text.is_empty() && !text.starts_with('#')
        };
        let mut before = self.line().start;
        for line in lines.filter(said).take(2) {
            let text = &self.text[line.clone()];
            let indent = text.len() - text.trim_start_matches([' ', '-']).len();
            let name = name_at(&text[indent..]);
            before = line.start + indent;
            let rest = &text[indent + name.len()..];
            let span = line.start + indent..line.start + indent + name.len();
            if name.is_empty() {
                continue;
            }
            if let Some(value) = rest
                .strip_prefix(':')
                .filter(|v| !v.is_empty() && !v.starts_with(' '))
            {
                let message = "efter kolon ska det stå ett blanksteg".to_owned();
                let help = format!("skriv «{name}: {}»", shown(value));
                return Some((span, message, help));
            }
            if !rest.contains(':') && !text.trim_start().starts_with('-') {
                let message = format!("kolon saknas efter «{name}»");
                return Some((span, message, format!("skriv «{name}: …»")));
            }
        }
        // The parser stops at the key after the line that is none.
        self.says(&["expect ':'"]).then(|| {
            let message = "här ska det stå «nyckel: värde»".to_owned();
            let help = "kontrollera kolon, indrag och citattecken på raden".to_owned();
            (before..before + 1, message, help)
        })
    }

    pub(super) fn glued_dash(&self) -> Answer {
        let line = self.line();
        let text = self.text[line.clone()].trim_start();
        let after = text.strip_prefix('-')?;
        after.starts_with(['{', '[']).then(|| {
            let at = line.end - text.len();
            let message = "efter strecket ska det stå ett blanksteg".to_owned();
            let help = format!("skriv «- {}…»", &after[..1]);
            (at..at + 1, message, help)
        })
    }

    pub(super) fn dash(&self) -> Answer {
        let before = &self.text[self.line().start..self.at];
        let on_the_line = self.says(&["block sequence entries"]) && before.contains(':');
        on_the_line.then(|| {
            (
                self.at..self.at + 1,
                "en lista börjar på en egen rad".to_owned(),
                "flytta - till nästa rad, eller sätt citattecken om det hör till texten".to_owned(),
            )
        })
    }

    pub(super) fn colon_in_text(&self) -> Answer {
        let before = &self.text[self.line().start..self.at];
        let second = self.says(&["mapping values", "illegal placement"]) && before.contains(": ");
        second.then(|| {
            let message = "texten har ett kolon".to_owned();
            (self.at..self.at + 1, message, quote_all())
        })
    }

    pub(super) fn indent(&self) -> Answer {
        let indent = self.says(&[
            "indent",
            "expected '-' indicator",
            "expected key",
            "block sequence entries",
            "mapping values",
            "document start",
        ]);
        indent.then(|| {
            let line = self.line();
            let text = &self.text[line.clone()];
            let at = line.start + text.len() - text.trim_start().len();
            if text.trim_start().starts_with('{') {
                let message = "raden saknar ett streck (-)".to_owned();
                let help = "sätt ett streck och ett blanksteg framför varje post i listan";
                return (at..at + 1, message, help.to_owned());
            }
            (
                at..at + 1,
                "raden är indragen annorlunda än de andra på samma nivå".to_owned(),
                "ge rader på samma nivå lika många blanksteg framför".to_owned(),
            )
        })
    }
}
