//! Which brackets are open at a place: a walk over the text that knows quotes
//! and comments, for messages about a text the parser could not read.

/// A bracket without its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bracket {
    pub(super) at: usize,
    pub(super) sign: char,
    pub(super) closer: char,
}

/// Returns the brackets open at a byte, outermost first.
pub(super) fn open(text: &str, until: usize) -> Vec<Bracket> {
    let mut open: Vec<Bracket> = vec![];
    let mut quote = None;
    // Outside brackets a sign means something only where a value begins.
    let mut begins = true;
    let mut previous = '\n';
    let mut comment = false;
    for (at, c) in text[..until].char_indices() {
        let line_end = c == '\n' || c == '\r';
        if comment {
            comment = !line_end;
        } else if let Some(sign) = quote {
            if c == sign && previous != '\\' {
                quote = None;
            }
        } else if c == '#' && previous.is_whitespace() {
            comment = true;
        } else if begins && c == '"' || c == '\'' && (begins || previous == c) {
            // A doubled quote inside single quotes closes and opens again.
            quote = Some(c);
        } else if (begins || !open.is_empty()) && (c == '{' || c == '[') {
            let closer = if c == '{' { '}' } else { ']' };
            open.push(Bracket {
                at,
                sign: c,
                closer,
            });
        } else if open.last().is_some_and(|bracket| bracket.closer == c) {
            open.pop();
        }
        begins = match c {
            ' ' => begins || matches!(previous, ':' | '-' | ','),
            '\n' | '\r' | '{' | '[' | ',' => true,
            _ => false,
        };
        previous = c;
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &[usize]) {
        let found: Vec<_> = open(text, text.len()).iter().map(|b| b.at).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn only_open_brackets_are_found() {
        case("a: {b: [1, 2]", &[3]);
        case("a: [{b: 1}, {c: 2", &[3, 12]);
        case("a: \"{\" # {\nb: text {x\nc: [", &[25]);
        case("- {a: 'it''s {'}\n", &[]);
        case("-{a: 1", &[]);
    }
}
