//! All changes of a file as one tree, so that every list and mapping is looked
//! at once, and changes that concern the same bytes are found.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::edit::Change;
use crate::edit::Refused;
use crate::edit::Value;
use crate::edit::Why;
use crate::finding::Route;
use crate::finding::Step;

/// What shall become of a value and of what it holds.
#[derive(Debug, Default)]
pub(super) struct Branch<'c> {
    /// Which change was the first here: new keys come in the order asked for.
    pub(super) order: usize,
    pub(super) route: Route,
    pub(super) set: Option<&'c Value>,
    pub(super) remove: bool,
    pub(super) push: Vec<&'c Value>,
    pub(super) keys: BTreeMap<Arc<str>, Branch<'c>>,
    pub(super) items: BTreeMap<usize, Branch<'c>>,
}

impl Branch<'_> {
    /// Returns the refusal of what shall happen here.
    pub(super) fn refused(&self, why: Why) -> Refused {
        let route = self.route.clone();
        Refused { route, why }
    }

    fn replaced(&self) -> bool {
        self.set.is_some() || self.remove
    }
}

/// Returns the tree of some changes.
pub(super) fn of(changes: &[Change]) -> Result<Branch<'_>, Refused> {
    let mut root = Branch::default();
    for (order, change) in changes.iter().enumerate() {
        add(&mut root, order, change)?;
    }
    Ok(root)
}

fn add<'c>(root: &mut Branch<'c>, order: usize, change: &'c Change) -> Result<(), Refused> {
    let route = change.route();
    let refused = |why| {
        let route = route.clone();
        Err(Refused { route, why })
    };
    let mut at = root;
    for (n, step) in route.0.iter().enumerate() {
        if at.replaced() {
            return refused(Why::Overlap);
        }
        let new = || Branch {
            order,
            route: Route(route.0[..=n].to_vec()),
            ..Branch::default()
        };
        at = match step {
            Step::Key(name) => at.keys.entry(Arc::clone(name)).or_insert_with(new),
            Step::Index(index) => at.items.entry(*index).or_insert_with(new),
        };
    }
    let inner = !at.push.is_empty() || !at.keys.is_empty() || !at.items.is_empty();
    let pushed = matches!(change, Change::Push(..));
    if at.replaced() || inner && !pushed {
        return refused(Why::Overlap);
    }
    match change {
        Change::Set(_, value) => at.set = Some(value),
        Change::Push(_, value) => at.push.push(value),
        Change::Remove(_) => at.remove = true,
    }
    Ok(())
}
