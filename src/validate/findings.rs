//! The findings of one file, as they are made.

use crate::finding::Finding;
use crate::finding::Locus;
use crate::finding::Route;
use crate::finding::Rule;
use crate::load::source::Source;

/// Collects the findings of one file.
pub(crate) struct Findings<'a> {
    source: &'a Source,
    list: Vec<Finding>,
}

impl<'a> Findings<'a> {
    pub(crate) fn new(source: &'a Source) -> Self {
        Self {
            source,
            list: vec![],
        }
    }

    pub(crate) fn at(
        &mut self,
        rule: &'static Rule,
        locus: &Locus,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let path = &self.source.path;
        self.list
            .push(Finding::new(rule, path, locus.clone(), message, help));
    }

    /// Returns «rad 6», the line of a value, for findings that point at another.
    pub(crate) fn line(&self, route: &Route) -> String {
        let line = self.source.line(route);
        line.map_or("raden ovan".to_owned(), |line| format!("rad {line}"))
    }

    pub(crate) fn value(
        &mut self,
        rule: &'static Rule,
        route: &Route,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let locus = Locus::Value(route.clone());
        self.list
            .push(Finding::new(rule, &self.source.path, locus, message, help));
    }

    pub(crate) fn key(
        &mut self,
        rule: &'static Rule,
        route: &Route,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let locus = Locus::Key(route.clone());
        self.list
            .push(Finding::new(rule, &self.source.path, locus, message, help));
    }

    pub(crate) fn into_list(self) -> Vec<Finding> {
        self.list
    }
}
