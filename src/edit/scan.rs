//! Steps over a text that is known to be YAML: blanks, comments, lines.

/// Returns the next byte that is neither blank, line end nor comment.
pub(super) fn next(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        match bytes.get(at) {
            Some(b' ' | b'\t' | b'\n' | b'\r') => at += 1,
            Some(b'#') => at = line_end(text, at),
            _ => return at,
        }
    }
}

/// Returns the next byte on the same line that is not blank.
pub(super) fn blanks(text: &str, at: usize) -> usize {
    at + text[at..]
        .bytes()
        .take_while(|b| b" \t".contains(b))
        .count()
}

/// Returns where the line of a byte begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1)
}

/// Returns where the line of a byte ends, before its line end.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..]
        .find(['\n', '\r'])
        .map_or(text.len(), |length| at + length)
}

/// Returns where the line after that of a byte begins.
pub(super) fn line_after(text: &str, at: usize) -> usize {
    let end = line_end(text, at);
    let rest = &text[end..];
    match rest.bytes().next() {
        Some(b'\r') if rest.starts_with("\r\n") => end + 2,
        Some(_) => end + 1,
        None => end,
    }
}

/// Returns how many characters stand before a byte on its line.
pub(super) fn column(text: &str, at: usize) -> usize {
    text[line_start(text, at)..at].chars().count()
}

/// Returns whether only blanks stand before a byte on its line.
pub(super) fn first_on_line(text: &str, at: usize) -> bool {
    let before = &text[line_start(text, at)..at];
    before.bytes().all(|b| b == b' ')
}

/// Returns the line end that the text has first.
pub(super) fn newline(text: &str) -> &'static str {
    match text.find(['\n', '\r']) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        Some(at) if text[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}
