//! What a YAML error means in the user's words, and where the fault really is:
//! the parser's message and place in, a finding out.
//!
//! The parser tells where it could not go on, which is often a line below the
//! slip. Each question below looks at the text around the place for one kind
//! of slip; the first that recognises its own answers.

use std::ops::Range;

use crate::load::tree::Fault;
use crate::load::tree::YAML_FEL;
use crate::load::tree::YAML_FINESS;

/// A place in a text where the parser gave up, with what it said.
pub(super) struct Stop<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    info: &'t str,
}

/// Where the slip is, what is wrong and what to do.
pub(super) type Answer = Option<(Range<usize>, String, String)>;

/// Returns the finding for a parse error.
pub(super) fn explain(text: &str, at: usize, info: &str) -> Fault {
    let stop = Stop { text, at, info };
    if let Some((at, sign)) = stop.sign() {
        return self::sign(at, sign);
    }
    let questions = [
        Stop::tab,
        Stop::byte_order_mark,
        Stop::unquoted_start,
        Stop::misplaced_sign,
        Stop::comment_in_text,
        Stop::escape,
        Stop::inner_quotes,
        Stop::open_quote,
        Stop::glued_dash,
        Stop::open_bracket,
        Stop::text_after_bracket,
        Stop::colon,
        Stop::dash,
        Stop::colon_in_text,
        Stop::indent,
    ];
    let (span, message, help) = questions
        .iter()
        .find_map(|question| question(&stop))
        .unwrap_or_else(|| {
            (
                at..at + 1,
                format!("raden kan inte läsas som YAML («{info}»)"),
                "kontrollera indraget och tecknen på raden och raden före".to_owned(),
            )
        });
    Fault {
        rule: &YAML_FEL,
        span,
        message,
        help,
    }
}

/// Returns the finding for a text that begins with a sign of YAML's own.
pub(super) fn sign(at: usize, sign: char) -> Fault {
    let read_as = match sign {
        '*' => "ett alias",
        '&' => "ett ankare",
        _ => "en tagg",
    };
    Fault {
        rule: &YAML_FINESS,
        span: at..at + 1,
        message: format!("texten börjar med {sign}, som YAML läser som {read_as}"),
        help: "sätt citattecken runt hela texten".to_owned(),
    }
}

pub(super) fn quote_all() -> String {
    "sätt citattecken runt hela texten".to_owned()
}

impl<'t> Stop<'t> {
    pub(super) fn says(&self, parts: &[&str]) -> bool {
        parts.iter().any(|part| self.info.contains(part))
    }

    /// Returns the bytes of the line the parser stopped on.
    pub(super) fn line(&self) -> Range<usize> {
        line_around(self.text, self.at)
    }

    pub(super) fn next(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    pub(super) fn before(&self) -> &'t str {
        &self.text[..self.at]
    }

    fn sign(&self) -> Option<(usize, char)> {
        let signs: &[char] = if self.says(&["anchor"]) {
            &['*', '&']
        } else if self.says(&["a tag,", "TAG", "verbatim tag", "tag character", "handle"]) {
            &['!']
        } else {
            return None;
        };
        match self.next().filter(|c| signs.contains(c)) {
            Some(sign) => Some((self.at, sign)),
            None => {
                let at = self.before().rfind(signs)?;
                Some((at, self.text[at..].chars().next()?))
            }
        }
    }

    fn tab(&self) -> Answer {
        let line = self.line();
        let text = &self.text[line.clone()];
        let tab = text.find('\t')?;
        let message = if text[..tab].trim().is_empty() {
            "raden är indragen med en tabb"
        } else {
            "raden har en tabb"
        };
        self.says(&["tab", "indent"]).then(|| {
            let at = line.start + tab;
            let help = "byt tabben mot blanksteg".to_owned();
            (at..at + 1, message.to_owned(), help)
        })
    }

    fn byte_order_mark(&self) -> Answer {
        self.says(&["byte order mark"]).then(|| {
            let message = "texten har ett osynligt tecken (U+FEFF)".to_owned();
            (self.at..self.at + 1, message, "ta bort det".to_owned())
        })
    }

    fn unquoted_start(&self) -> Answer {
        let c = self.next()?;
        let sign = self.says(&["unexpected character", "directive"]) && "%@`".contains(c)
            || self.says(&["cannot start with '-'"]) && c == '-';
        sign.then(|| {
            let message = format!("texten börjar med {c}");
            (self.at..self.at + 1, message, quote_all())
        })
    }

    /// A sign where a value should begin: a comma, a bracket, `|` or `>`.
    fn misplaced_sign(&self) -> Answer {
        if self.says(&["block scalar"]) {
            let here = self.next().is_some_and(|c| "|>".contains(c));
            let earlier = || self.before().rfind(['|', '>']);
            let at = here.then_some(self.at).or_else(earlier)?;
            let sign = &self.text[at..at + 1];
            return Some((at..at + 1, format!("texten börjar med {sign}"), quote_all()));
        }
        let sign = self.next().filter(|c| ",]}".contains(*c))?;
        self.says(&["expected node content"]).then(|| {
            let message = format!("här står «{sign}» där ett värde ska stå");
            let help = "ta bort det, eller sätt citattecken runt hela texten".to_owned();
            (self.at..self.at + 1, message, help)
        })
    }

    fn comment_in_text(&self) -> Answer {
        self.says(&["comment"]).then(|| {
            (
                self.at..self.at + 1,
                "texten fortsätter efter en kommentar (#)".to_owned(),
                "sätt citattecken runt hela texten, eller flytta kommentaren".to_owned(),
            )
        })
    }

    fn escape(&self) -> Answer {
        let escape = self.says(&["escape", "hexadecimal"]) && self.says(&["quoted scalar"]);
        escape.then(|| {
            let from = self.text[self.at..].find('\\').unwrap_or_default() + self.at;
            (
                from..from + 1,
                "\\ har en särskild betydelse inom \"…\"".to_owned(),
                "använd enkla citattecken ('…')".to_owned(),
            )
        })
    }

    fn inner_quotes(&self) -> Answer {
        let before = self.text[self.line().start..self.at].trim_end();
        let quoted = before.ends_with(['"', '\'']);
        let word = self.text[self.at..].starts_with(char::is_alphanumeric);
        let inside = self.says(&["trailing content"]) || quoted && word;
        (inside && !self.is_key_next()).then(|| {
            let at = self.line().start + before.len().saturating_sub(1);
            (
                at..at + 1,
                "citattecken inne i texten".to_owned(),
                "skriv ”…”, eller sätt ' runt hela texten".to_owned(),
            )
        })
    }

    fn open_quote(&self) -> Answer {
        self.says(&["quoted scalar"]).then(|| {
            (
                self.at..self.at + 1,
                "citattecknet som öppnas här har inget slut".to_owned(),
                "sätt ett citattecken sist i texten".to_owned(),
            )
        })
    }

    /// Returns whether a key with its colon stands at the place.
    pub(super) fn is_key_next(&self) -> bool {
        let next = &self.text[self.at..];
        let name = name_at(next);
        !name.is_empty() && next[name.len()..].starts_with(':')
    }
}

/// Returns the bytes of the line around a byte, without its end.
pub(super) fn line_around(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let length = text[start..].find(['\n', '\r']);
    start..length.map_or(text.len(), |length| start + length)
}

/// Returns the key or the bracket a text begins with.
pub(super) fn name_at(text: &str) -> &str {
    if text.starts_with(['{', '[']) {
        return &text[..1];
    }
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_'));
    &text[..end.unwrap_or(text.len())]
}
