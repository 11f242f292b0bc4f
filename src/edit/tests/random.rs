//! Random files with random changes: what is not concerned stays byte for byte,
//! and what is read is what was asked for.

use crate::edit::Change;
use crate::edit::Value;
use crate::edit::apply;
use crate::edit::tests::list;
use crate::edit::tests::map;
use crate::edit::tests::push;
use crate::edit::tests::remove;
use crate::edit::tests::set;
use crate::edit::tests::text;
use crate::edit::wanted;
use crate::finding::Route;
use crate::finding::Step;
use crate::load::source::Source;
use crate::load::tree::Node;

/// Marsaglia's xorshift: the same numbers every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 32).expect("32 bits") % bound
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    /// Returns a text of signs that mean something to YAML, and some that do not.
    fn text(&mut self) -> String {
        let signs = [
            "a", "å", "1", " ", " ", "#", ":", "-", ",", "[", "]", "{", "}", "\"", "'", "\\", "\n",
            "\n\n", "&", "*", "!", "|", ">", "%", "@", "`", "?", "\t", "\r", "\u{A0}", "\u{7}",
            "a\u{30A}", "\u{2028}", "😀", "~", "=", ".",
        ];
        (0..self.below(7)).map(|_| self.one(&signs)).collect()
    }

    fn value(&mut self) -> Value {
        match self.below(6) {
            0 => list(&[&self.text(), &self.text()]),
            1 | 2 => map(&[("nr", &self.text()), ("id", &self.text())]),
            3 => text(self.one(&["12", "2024-01-24", "tackat-nej", "två\nrader\n"])),
            _ => text(&self.text()),
        }
    }
}

/// A file of known lines: which of them hold the value of which route.
struct File {
    lines: Vec<String>,
    /// Rows of the list «beslut», by line.
    rows: Vec<usize>,
    /// Keys at the top, by first line and the line after the last.
    keys: Vec<(String, usize, usize)>,
}

fn file(dice: &mut Dice) -> File {
    let mut out = File {
        lines: vec!["# början".to_owned(), "format: 1  # format".to_owned()],
        rows: vec![],
        keys: vec![],
    };
    let comment = |dice: &mut Dice| dice.one(&["", "", "  # kommentar", " #- {nr: 9}"]);
    let indent = dice.one(&["", "  ", "    "]);
    out.lines.push(format!("beslut:{}", comment(dice)));
    for n in 0..1 + dice.below(5) {
        if dice.below(3) == 0 {
            let between = dice.one(&["", "  # - {nr: 0}", "# rubrik", "      # djupt"]);
            out.lines.push(between.to_owned());
        }
        let value = dice.one(&[
            "x",
            "\"x # y\"",
            "'it''s'",
            "[a, {b: c}]",
            "{från: 1}",
            "",
            "å",
        ]);
        let row = match dice.below(4) {
            0 => format!("{{nr: {n}, }}"),
            1 => format!("{{nr:   {n},  orsak: {value}}}"),
            2 => format!("{{orsak: {value} , nr: {n}}}"),
            _ => format!("nr: {n}"),
        };
        out.rows.push(out.lines.len());
        out.lines.push(format!("{indent}- {row}{}", comment(dice)));
    }
    for n in 0..dice.below(4) {
        for _ in 0..dice.below(3) {
            out.lines
                .push(dice.one(&["", "# om nästa", " # indraget"]).to_owned());
        }
        let start = out.lines.len();
        let name = format!("k{n}");
        let end = comment(dice);
        let lines = match dice.below(8) {
            0 => vec![format!("{name}: x{end}")],
            1 => vec![format!("{name}:{end}")],
            2 => vec![format!("{name}: \"å\"{end}")],
            3 => vec![
                format!("{name}: |{end}"),
                "  text".into(),
                String::new(),
                "  # text".into(),
            ],
            4 => vec![
                format!("{name}:{end}"),
                "  a: 1".into(),
                "  b: {c: 2}".into(),
            ],
            5 => vec![format!("{name}: [a, b]{end}")],
            6 => vec![format!("{name}: []{end}")],
            _ => vec![format!("{name}: {{a: 1,"), format!("  b: 2}}{end}")],
        };
        out.lines.extend(lines);
        out.keys.push((name, start, out.lines.len()));
    }
    for _ in 0..dice.below(3) {
        out.lines.push(dice.one(&["", "# slut"]).to_owned());
    }
    out
}

/// Returns some changes, with the lines they concern.
fn changes(dice: &mut Dice, file: &File) -> (Vec<Change>, Vec<usize>) {
    let (mut changes, mut concerned) = (vec![], vec![]);
    for (n, line) in file.rows.iter().enumerate() {
        let at = format!("beslut[{n}]");
        let change = match dice.below(9) {
            0 => set(&at, dice.value()),
            1 => remove(&at),
            2 => set(&format!("{at}.nr"), dice.value()),
            3 => set(&format!("{at}.ny"), dice.value()),
            _ => continue,
        };
        changes.push(change);
        concerned.push(*line);
    }
    for (name, start, end) in &file.keys {
        let change = match dice.below(6) {
            0 => remove(name),
            1 | 2 => set(name, dice.value()),
            _ => continue,
        };
        changes.push(change);
        concerned.extend(*start..*end);
    }
    if dice.below(3) == 0 {
        changes.push(push("beslut", dice.value()));
        changes.push(push("beslut", map(&[("nr", "1")])));
    }
    if dice.below(3) == 0 {
        changes.push(set("ny", dice.value()));
    }
    // A list that loses all its rows is told to be empty beside its key.
    concerned.push(file.rows[0].min(2));
    (changes, concerned)
}

fn is_subsequence(part: &[&str], whole: &[&str]) -> bool {
    let mut whole = whole.iter();
    part.iter().all(|line| whole.any(|other| other == line))
}

fn found<'n>(node: &'n Node, route: &Route) -> Option<&'n Node> {
    route.0.iter().try_fold(node, |node, step| match step {
        Step::Key(name) => node.get(name),
        Step::Index(index) => node.items().get(*index),
    })
}

#[test]
fn nothing_else_is_touched_and_what_is_asked_for_is_read() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let (mut done, mut tails) = (0, 0);
    for _ in 0..4000 {
        let file = file(&mut dice);
        let end = dice.one(&["\n", "\r\n"]);
        let closed = dice.below(4) > 0;
        let before = file.lines.join(end) + if closed { end } else { "" };
        let (changes, concerned) = changes(&mut dice, &file);
        let (source, faults) = Source::read("prov.yaml".into(), before.as_bytes());
        assert!(faults.is_empty(), "{before}");
        let after = match apply(&source, &changes) {
            Ok(after) => after,
            Err(refused) => panic!("{refused:?}\n{before}\n{changes:?}"),
        };
        done += usize::from(!changes.is_empty());
        let context = || format!("{before}\n→\n{after}\n{changes:?}");
        assert!(
            !after
                .replace("\r\n", "")
                .contains(if end == "\n" { "\r\n" } else { "\n" })
        );
        // A blank line may be the last one once the key after it is gone.
        let shorter = changes
            .iter()
            .any(|change| matches!(change, Change::Remove(_)));
        let ends = (before.ends_with(end), after.ends_with(end));
        assert!(ends.0 == ends.1 || ends.1 && shorter, "{}", context());
        let lines: Vec<_> = after.split(end).collect();
        let kept: Vec<_> = (0..file.lines.len())
            .filter(|n| !concerned.contains(n))
            .map(|n| file.lines[n].as_str())
            .collect();
        assert!(is_subsequence(&kept, &lines), "{}", context());
        for n in &concerned {
            let comment = file.lines[*n].find("  # kommentar");
            let gone = changes
                .iter()
                .any(|change| matches!(change, Change::Remove(_)));
            if comment.is_some() && !gone {
                tails += 1;
                let comments = |text: &str| text.matches("# kommentar").count();
                assert_eq!(comments(&before), comments(&after), "{}", context());
            }
        }
        let (again, _) = Source::read("prov.yaml".into(), after.as_bytes());
        let root = again.root.expect("a tree");
        for change in &changes {
            let Change::Set(route, asked) = change else {
                continue;
            };
            // A row before it may be gone; then another stands at the route.
            let removed = changes
                .iter()
                .any(|change| matches!(change, Change::Remove(_)));
            let read = found(&root, route).and_then(wanted::value);
            let same = read == Some(wanted::read(asked));
            assert!(same || removed && route.0.len() > 1, "{}", context());
        }
    }
    assert!(done > 3000 && tails > 300, "{done} {tails}");
}
