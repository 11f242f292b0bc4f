//! Changes as pieces of text in place of others, put together from the first
//! byte to the last.

use std::ops::Range;

use crate::edit::Refused;
use crate::edit::Value;
use crate::edit::Why;
use crate::edit::branch::Branch;
use crate::edit::laid;
use crate::edit::laid::Laid;
use crate::edit::laid::Spot;
use crate::edit::place;
use crate::edit::place::Child;
use crate::edit::place::Place;
use crate::edit::place::Shape;
use crate::edit::scan;
use crate::load::tree::Node;

/// Collects what shall stand where.
pub(super) struct Pieces<'t> {
    /// The text; its last line has an end.
    pub(super) text: &'t str,
    pub(super) newline: &'static str,
    lines: bool,
    pieces: Vec<(Range<usize>, String)>,
}

/// What is around a value: how far in its key or dash stands, and whether it
/// stands in brackets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    pub(super) column: usize,
    pub(super) flow: bool,
}

/// Returns a text with the changes of a tree made. `lines` says whether texts of
/// several lines may stand on lines of their own.
pub(super) fn changed(
    text: &str,
    root: &Node,
    branch: &Branch<'_>,
    lines: bool,
) -> Result<String, Refused> {
    let newline = scan::newline(text);
    let open = !text.ends_with(['\n', '\r']);
    let whole = if open {
        format!("{text}{newline}")
    } else {
        text.to_owned()
    };
    let mut pieces = Pieces {
        text: &whole,
        newline,
        lines,
        pieces: vec![],
    };
    let form = || branch.refused(Why::Form);
    if branch.set.is_some() || branch.remove || root.text().is_some() {
        return Err(form());
    }
    let place = place::place(&whole, root.span.start, root).ok_or_else(form)?;
    let around = Around {
        column: 0,
        flow: false,
    };
    pieces.inside(root, &place, branch, around)?;
    let mut out = pieces.put_together().ok_or_else(form)?;
    if open && out.ends_with(newline) {
        out.truncate(out.len() - newline.len());
    }
    Ok(out)
}

impl Pieces<'_> {
    pub(super) fn add(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.pieces.push((range, text.into()));
    }

    /// Makes the changes of a value and of what it holds.
    pub(super) fn visit(
        &mut self,
        node: &Node,
        place: &Place,
        branch: &Branch<'_>,
        around: Around,
    ) -> Result<(), Refused> {
        if let Some(value) = branch.set {
            self.put(place, value, around);
            return Ok(());
        }
        let only_pushed = branch.keys.is_empty() && branch.items.is_empty();
        if place.shape == Shape::Empty && only_pushed {
            let items = branch.push.iter().map(|value| (*value).clone());
            self.put(place, &Value::List(items.collect()), around);
            return Ok(());
        }
        self.inside(node, place, branch, around)
    }

    /// Writes a value in place of what stands at a place.
    pub(super) fn put(&mut self, place: &Place, value: &Value, around: Around) {
        let keyed = self.text[..place.anchor].ends_with(':');
        let Laid { head, tail } = if around.flow {
            let head = laid::flow(value);
            let tail = String::new();
            Laid { head, tail }
        } else {
            laid::block(value, self.spot(around.column, keyed))
        };
        let after = match &place.shape {
            Shape::Empty => {
                self.fill(place.anchor, &head);
                scan::line_after(self.text, place.anchor)
            }
            Shape::Scalar | Shape::FlowList | Shape::FlowMap => {
                self.replace(place, head);
                scan::line_after(self.text, place.end)
            }
            Shape::Lines(header) => {
                let lines = scan::line_after(self.text, header.end);
                let after = scan::line_after(self.text, place.end);
                self.add(header.clone(), head);
                self.add(lines..after.max(lines), "");
                after
            }
            Shape::BlockList | Shape::BlockMap => {
                let after = scan::line_after(self.text, place.end);
                if scan::first_on_line(self.text, place.start) && !around.flow {
                    self.fill(place.anchor, &head);
                    self.add(scan::line_start(self.text, place.start)..after, "");
                } else {
                    self.replace(place, head);
                }
                after
            }
        };
        if !tail.is_empty() {
            self.add(after..after, tail);
        }
    }

    /// Returns the spot after a key or dash.
    pub(super) fn spot(&self, column: usize, keyed: bool) -> Spot {
        Spot {
            column,
            keyed,
            lines: self.lines,
            newline: self.newline,
        }
    }

    /// Writes one line in place of a value; nothing takes its blanks with it.
    fn replace(&mut self, place: &Place, head: String) {
        let beside = scan::blanks(self.text, place.anchor) == place.start;
        let start = if head.is_empty() && beside {
            place.anchor
        } else {
            place.start
        };
        self.add(start..place.end, head);
    }

    /// Writes a value after a sign that has none.
    pub(super) fn fill(&mut self, anchor: usize, head: &str) {
        if head.is_empty() {
            return;
        }
        let signed = self.text[..anchor].ends_with([':', '-']);
        let colon = if signed { "" } else { ":" };
        let next = scan::blanks(self.text, anchor);
        let last = self.text[next..].starts_with(['\n', '\r', ',', '}', ']']);
        let end = if last { next } else { anchor };
        self.add(anchor..end, format!("{colon} {head}"));
    }

    /// Makes the changes inside a list or mapping.
    fn inside(
        &mut self,
        node: &Node,
        place: &Place,
        branch: &Branch<'_>,
        around: Around,
    ) -> Result<(), Refused> {
        let list = matches!(place.shape, Shape::FlowList | Shape::BlockList);
        let map = matches!(place.shape, Shape::FlowMap | Shape::BlockMap);
        let first_item = branch.items.values().next();
        let first_key = branch.keys.values().next();
        if !list && (first_item.is_some() || !branch.push.is_empty()) {
            return Err(first_item.unwrap_or(branch).refused(Why::NoList));
        }
        if let (false, Some(key)) = (map, first_key) {
            return Err(key.refused(Why::NoMap));
        }
        let children = place::children(self.text, place, node);
        let children = children.ok_or_else(|| branch.refused(Why::Form))?;
        let mut removed = vec![false; children.len()];
        for (index, inner) in &branch.items {
            let item = node.items().get(*index).zip(children.get(*index));
            let Some((item, child)) = item else {
                return Err(inner.refused(Why::Missing));
            };
            removed[*index] = inner.remove;
            self.child(item, child, inner, (place, around))?;
        }
        let mut new = vec![];
        for (name, inner) in &branch.keys {
            let known = |(key, _): &(Node, Node)| key.text() == Some(name);
            match node.pairs().iter().position(known) {
                Some(index) => {
                    let (value, child) = (&node.pairs()[index].1, &children[index]);
                    removed[index] = inner.remove;
                    self.child(value, child, inner, (place, around))?;
                }
                None => new.push((inner.order, &**name, added(inner)?)),
            }
        }
        new.sort_by_key(|(order, ..)| *order);
        let mut added: Vec<(Option<&str>, Value)> = vec![];
        added.extend(branch.push.iter().map(|value| (None, (*value).clone())));
        added.extend(new.into_iter().map(|(_, name, value)| (Some(name), value)));
        if added.is_empty() && !removed.contains(&true) {
            return Ok(());
        }
        self.structure(place, &children, &removed, &added, around)
            .ok_or_else(|| branch.refused(Why::Form))
    }

    fn child(
        &mut self,
        node: &Node,
        child: &Child,
        branch: &Branch<'_>,
        (parent, around): (&Place, Around),
    ) -> Result<(), Refused> {
        if branch.remove {
            return Ok(());
        }
        let flow = around.flow || matches!(parent.shape, Shape::FlowList | Shape::FlowMap);
        let column = if flow {
            0
        } else {
            scan::column(self.text, child.begin)
        };
        let around = Around { column, flow };
        self.visit(node, &child.place, branch, around)
    }

    /// Returns the text with its pieces; nothing if two of them meet.
    fn put_together(mut self) -> Option<String> {
        self.pieces
            .sort_by_key(|(range, _)| (range.start, range.end));
        let mut out = String::with_capacity(self.text.len());
        let mut at = 0;
        for (range, piece) in &self.pieces {
            out.push_str(self.text.get(at..range.start)?);
            out.push_str(piece);
            at = range.end;
        }
        out.push_str(&self.text[at..]);
        Some(out)
    }
}

/// Returns the value of a key that is not there.
fn added(branch: &Branch<'_>) -> Result<Value, Refused> {
    if let Some(value) = branch.set {
        return Ok(value.clone());
    }
    let inner = branch.keys.values().chain(branch.items.values()).next();
    match inner {
        None if !branch.push.is_empty() => {
            let items = branch.push.iter().map(|value| (*value).clone());
            Ok(Value::List(items.collect()))
        }
        _ => Err(branch.refused(Why::Missing)),
    }
}
