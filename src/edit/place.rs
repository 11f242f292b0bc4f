//! Where a value really stands.
//!
//! The parser's places are for messages: one of a list ends where the next key
//! begins, and one of `{…}` with the comment after it. Here every value is
//! found from the sign before it, its anchor, and from what it holds.

use std::ops::Range;

use crate::edit::scan;
use crate::load::tree::Node;
use crate::load::tree::Value;

/// How a value is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing stands after the anchor.
    Empty,
    /// A text, with or without quotes.
    Scalar,
    /// A text on lines of its own; the bytes of its `|`.
    Lines(Range<usize>),
    FlowList,
    FlowMap,
    BlockList,
    /// Also a pair without braces in a flow list.
    BlockMap,
}

/// Where a value stands.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// The end of the sign before it: a colon, a dash, a comma, a bracket.
    pub(super) anchor: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) shape: Shape,
}

/// A value in a list or mapping.
#[derive(Debug)]
pub(super) struct Child {
    /// Where its dash or its key begins, or the value in `[…]`.
    pub(super) begin: usize,
    pub(super) place: Place,
}

impl Child {
    pub(super) fn end(&self) -> usize {
        self.place.end
    }
}

/// Returns where the value after an anchor stands; nothing where it is written
/// in a way that is not known here.
pub(super) fn place(text: &str, anchor: usize, node: &Node) -> Option<Place> {
    let at = |start, end, shape| {
        Some(Place {
            anchor,
            start,
            end,
            shape,
        })
    };
    if node.is_empty() {
        return at(anchor, anchor, Shape::Empty);
    }
    let start = scan::next(text, anchor);
    let sign = text.as_bytes().get(start);
    match &node.value {
        Value::Refused => None,
        Value::Scalar { plain: false, .. } if matches!(sign, Some(b'|' | b'>')) => {
            let length = text[start..].bytes().take_while(u8::is_ascii_graphic);
            let header = start..start + length.count();
            let end = lines_end(text, &header, node);
            at(start, end, Shape::Lines(header))
        }
        Value::Scalar { plain: false, .. } => at(start, quotes_end(text, start)?, Shape::Scalar),
        Value::Scalar { .. } => at(node.span.start, node.span.end, Shape::Scalar),
        Value::List(items) => {
            let shape = match sign {
                Some(b'[') => Shape::FlowList,
                _ => Shape::BlockList,
            };
            let children = listed(text, anchor, items, shape == Shape::FlowList)?;
            let last = children.last().map(Child::end);
            match shape {
                Shape::FlowList => at(start, closed(text, last.unwrap_or(start + 1))?, shape),
                _ => at(start, last?, shape),
            }
        }
        Value::Map(pairs) => {
            let last = match pairs.last() {
                Some(pair) => Some(paired(text, pair)?.end()),
                None => None,
            };
            let first = pairs.first().map(|(key, _)| key.span.start);
            if sign == Some(&b'{') && first.is_none_or(|first| first > start) {
                let end = closed(text, last.unwrap_or(start + 1))?;
                return at(start, end, Shape::FlowMap);
            }
            at(first?, last?, Shape::BlockMap)
        }
    }
}

/// Returns where what a list or mapping holds stands.
pub(super) fn children(text: &str, place: &Place, node: &Node) -> Option<Vec<Child>> {
    match &node.value {
        Value::List(items) => listed(text, place.anchor, items, place.shape == Shape::FlowList),
        Value::Map(pairs) => pairs.iter().map(|pair| paired(text, pair)).collect(),
        Value::Scalar { .. } | Value::Refused => Some(vec![]),
    }
}

/// Returns where the items of a list stand, from the anchor of the list.
fn listed(text: &str, anchor: usize, items: &[Node], flow: bool) -> Option<Vec<Child>> {
    let mut children = Vec::with_capacity(items.len());
    let mut at = anchor;
    for (n, item) in items.iter().enumerate() {
        let sign = scan::next(text, at);
        let wanted = match (flow, n) {
            (true, 0) => b'[',
            (true, _) => b',',
            (false, _) => b'-',
        };
        if text.as_bytes().get(sign) != Some(&wanted) {
            return None;
        }
        let place = place(text, sign + 1, item)?;
        at = place.end;
        let begin = if flow { place.start } else { sign };
        children.push(Child { begin, place });
    }
    Some(children)
}

/// Returns where a key and its value stand.
fn paired(text: &str, (key, value): &(Node, Node)) -> Option<Child> {
    key.text()?;
    let end = match key.value {
        Value::Scalar { plain: false, .. } => quotes_end(text, key.span.start)?,
        _ => key.span.end,
    };
    let colon = scan::next(text, end);
    let anchor = match text.as_bytes().get(colon) {
        Some(b':') => colon + 1,
        // `{skyddad}`: a key alone.
        _ if value.is_empty() => end,
        _ => return None,
    };
    Some(Child {
        begin: key.span.start,
        place: place(text, anchor, value)?,
    })
}

/// Returns where a text in quotes ends.
fn quotes_end(text: &str, start: usize) -> Option<usize> {
    let mut bytes = text.bytes().enumerate().skip(start);
    let (_, quote) = bytes.next().filter(|(_, quote)| b"'\"".contains(quote))?;
    while let Some((at, byte)) = bytes.next() {
        if byte == b'\\' && quote == b'"' {
            bytes.next();
        } else if byte == quote {
            // A doubled quote inside single quotes stands for one.
            if quote == b'"' || text.as_bytes().get(at + 1) != Some(&quote) {
                return Some(at + 1);
            }
            bytes.next();
        }
    }
    None
}

/// Returns the end of the bracket that closes after the last thing inside.
fn closed(text: &str, last: usize) -> Option<usize> {
    let mut at = scan::next(text, last);
    if text.as_bytes().get(at) == Some(&b',') {
        at = scan::next(text, at + 1);
    }
    matches!(text.as_bytes().get(at), Some(b'}' | b']')).then_some(at + 1)
}

/// Returns where a text on lines of its own ends: with its last line that says
/// something, or the last blank one where `+` keeps them.
fn lines_end(text: &str, header: &Range<usize>, node: &Node) -> usize {
    let own = scan::line_end(text, header.end);
    if node.text().is_none_or(str::is_empty) || node.span.end <= own {
        return own;
    }
    let content = &text[own..node.span.end];
    let kept = if text[header.clone()].contains('+') {
        let content = content.strip_suffix('\n').unwrap_or(content);
        content.strip_suffix('\r').unwrap_or(content)
    } else {
        content.trim_end()
    };
    scan::line_end(text, own + kept.len())
}
