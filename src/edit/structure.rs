//! Items and keys that come and go, in brackets and on lines.

use crate::edit::Value;
use crate::edit::laid;
use crate::edit::laid::Laid;
use crate::edit::pieces::Around;
use crate::edit::pieces::Pieces;
use crate::edit::place::Child;
use crate::edit::place::Place;
use crate::edit::place::Shape;
use crate::edit::scan;

/// A new item, or a new key with its value.
type Added<'n> = (Option<&'n str>, Value);

impl Pieces<'_> {
    /// Takes away and adds what a list or mapping holds; nothing where that
    /// cannot be done in its form.
    pub(super) fn structure(
        &mut self,
        place: &Place,
        children: &[Child],
        removed: &[bool],
        added: &[Added<'_>],
        around: Around,
    ) -> Option<()> {
        match place.shape {
            Shape::FlowList | Shape::FlowMap => {
                self.in_brackets(place, children, removed, added, around);
                Some(())
            }
            Shape::BlockList | Shape::BlockMap if !around.flow => {
                self.on_lines(place, children, removed, added)
            }
            _ => None,
        }
    }

    fn in_brackets(
        &mut self,
        place: &Place,
        children: &[Child],
        removed: &[bool],
        added: &[Added<'_>],
        around: Around,
    ) {
        let rows = added
            .iter()
            .any(|(_, value)| matches!(value, Value::Map(_)));
        let list = place.shape == Shape::FlowList;
        if !removed.contains(&false) {
            if list && rows && !around.flow {
                self.put(place, &whole(place, added), around);
            } else {
                let inner: Vec<_> = added.iter().map(piece).collect();
                self.add(place.start + 1..place.end - 1, inner.join(", "));
            }
            return;
        }
        let kept = removed.iter().position(|removed| !removed);
        for (n, child) in children.iter().enumerate().filter(|(n, _)| removed[*n]) {
            let range = if kept < Some(n) {
                children[n - 1].end()..child.end()
            } else {
                child.begin..children[n + 1].begin
            };
            self.add(range, "");
        }
        if let Some(last) = children.last() {
            let new: String = added
                .iter()
                .map(|new| format!(", {}", piece(new)))
                .collect();
            self.add(last.end()..last.end(), new);
        }
    }

    fn on_lines(
        &mut self,
        place: &Place,
        children: &[Child],
        removed: &[bool],
        added: &[Added<'_>],
    ) -> Option<()> {
        let first = children.first()?;
        let column = scan::column(self.text, first.begin);
        let top = place.shape == Shape::BlockMap && column == 0;
        let beside = !scan::first_on_line(self.text, first.begin);
        let kept = removed.iter().position(|removed| !removed);
        let leading = kept.unwrap_or(children.len());
        if kept.is_none() && (beside || added.is_empty()) {
            if top {
                return None;
            }
            if beside {
                self.add(place.start..place.end, laid::flow(&whole(place, added)));
                return Some(());
            }
            self.fill(place.anchor, &laid::flow(&whole(place, &[])));
        }
        for (n, child) in children.iter().enumerate().filter(|(n, _)| removed[*n]) {
            if beside && n < leading {
                continue;
            }
            let start = scan::line_start(self.text, child.begin);
            self.add(start..scan::line_after(self.text, child.end()), "");
        }
        if beside && leading > 0 {
            // The next one moves up to the dash, if nothing stands between.
            let adjoin = |pair: &[Child]| {
                let line = scan::line_start(self.text, pair[1].begin);
                scan::line_after(self.text, pair[0].end()) == line
            };
            if !children[..=leading].windows(2).all(adjoin) {
                return None;
            }
            self.add(first.begin..children[leading].begin, "");
        }
        let after = scan::line_after(self.text, place.end);
        let indent = " ".repeat(column);
        let newline = self.newline;
        let line = |(name, value): &Added<'_>| {
            let sign = match name {
                Some(name) => format!("{}:", laid::key(name)),
                None => "-".to_owned(),
            };
            let Laid { head, tail } = laid::block(value, self.spot(column, name.is_some()));
            let blank = if head.is_empty() { "" } else { " " };
            format!("{indent}{sign}{blank}{head}{newline}{tail}")
        };
        let new: String = added.iter().map(line).collect();
        self.add(after..after, new);
        Some(())
    }
}

/// Returns new items or keys as a list or mapping of their own.
fn whole(place: &Place, added: &[Added<'_>]) -> Value {
    match place.shape {
        Shape::FlowMap | Shape::BlockMap => {
            let pair = |(name, value): &Added<'_>| Some(((*name)?.to_owned(), value.clone()));
            Value::Map(added.iter().filter_map(pair).collect())
        }
        _ => Value::List(added.iter().map(|(_, value)| value.clone()).collect()),
    }
}

/// Returns a new item or key inside brackets.
fn piece((name, value): &Added<'_>) -> String {
    match name {
        Some(name) => format!("{}: {}", laid::key(name), laid::flow(value)),
        None => laid::flow(value),
    }
}
