//! CSV and other text with one record per line: the separator is told by the
//! content.
//!
//! A row has the number a spreadsheet gives it: blank lines count, line breaks
//! inside quotes do not.

use csv::ReaderBuilder;
use csv::StringRecord;

use super::Book;
use super::Cell;
use super::MOST_CELLS;
use super::Sheet;
use super::Unreadable;
use super::encoding;
use super::zipped::too_much;

/// What may stand between the values of a record.
const SEPARATORS: [char; 3] = [';', '\t', ','];

/// The separator is told by so many lines.
const LOOKED_AT: usize = 30;

/// Reads a text file.
pub(super) fn open(bytes: &[u8]) -> Result<Book, Unreadable> {
    let mut text = encoding::text(bytes);
    if text.trim().is_empty() {
        let help = "exportera listan igen, som Excel eller CSV";
        return Err(("filen är tom".to_owned(), help.to_owned()));
    }
    if let Some(why) = other(&text) {
        return Err(why);
    }
    if !text.ends_with('\n') {
        text.push('\n');
    }
    // Excel's own line that names the separator is no row.
    let (named, body) = match text.split_once('\n') {
        Some((first, rest)) if first.starts_with("sep=") => (first[4..].chars().next(), rest),
        _ => (None, text.as_str()),
    };
    let separator = named
        .filter(|c| SEPARATORS.contains(c))
        .unwrap_or_else(|| separator(body));
    let mut cells = vec![];
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap_or(b';'))
        .from_reader(body.as_bytes());
    let mut record = StringRecord::new();
    let mut row = 0;
    loop {
        let before = reader.position().line();
        let Ok(true) = reader.read_record(&mut record) else {
            break;
        };
        // Of the lines gone by, the record has its own and those inside quotes;
        // the others were blank.
        let lines = reader.position().line().saturating_sub(before);
        let breaks: usize = record.iter().map(|field| count(field, '\n')).sum();
        let own = u64::try_from(breaks).unwrap_or_default() + 1;
        row += u32::try_from(lines.saturating_sub(own)).unwrap_or_default();
        for (column, field) in (0..).zip(&record) {
            if count(field, '\n') > 0 && count(field, separator) > 2 {
                return Err(unclosed(row, column));
            }
            if let Some(cell) = Cell::of(quoted(field)) {
                cells.push((row, column, cell));
            }
        }
        if cells.len() > MOST_CELLS {
            return Err(too_much());
        }
        row += 1;
    }
    Ok(Book {
        sheets: vec![Sheet::new("", false, cells, None)],
        from_1904: false,
    })
}

/// Returns why a text is no table, if it is something else.
fn other(text: &str) -> Option<Unreadable> {
    let start: String = text.trim_start().chars().take(200).collect();
    let start = start.to_lowercase();
    let spreadsheet = start.contains("office:spreadsheet") || start.contains("mso-application");
    if spreadsheet
        || ["<html", "<!doctype", "<?xml", "<table"]
            .iter()
            .any(|tag| start.starts_with(tag))
    {
        return Some((
            "filen är en webbsida eller XML, fast den kan heta .xls".to_owned(),
            "öppna filen i Excel och spara den som «Excel-arbetsbok (.xlsx)»".to_owned(),
        ));
    }
    let control = |c: &char| c.is_control() && !matches!(c, '\n' | '\t' | '\u{feff}');
    let odd = text.chars().take(4000).filter(control).count();
    (odd > 4).then(|| {
        (
            "filen är varken en arbetsbok eller en textfil".to_owned(),
            "exportera listan som Excel (.xlsx), ODS eller CSV".to_owned(),
        )
    })
}

/// Says that a quote swallows what comes after it.
fn unclosed(row: u32, column: u32) -> Unreadable {
    (
        format!(
            "cellen {} har ett citattecken som inte avslutas",
            super::cell_name("", row, column)
        ),
        "ta bort citattecknet eller exportera listan som Excel (.xlsx)".to_owned(),
    )
}

/// Returns the separator of a text: the one that most lines have as many of as
/// most others have.
fn separator(text: &str) -> char {
    let score = |separator: char| {
        let mut counts: Vec<usize> = lines(text)
            .iter()
            .map(|line| count_outside(line, separator))
            .collect();
        counts.sort_unstable();
        let most = counts.last().copied().unwrap_or_default();
        let alike = counts.iter().filter(|n| **n > 0).count();
        (alike.min(counts.len()), most)
    };
    let mut best = (SEPARATORS[0], (0, 0));
    for separator in SEPARATORS {
        let score = score(separator);
        if score > best.1 {
            best = (separator, score);
        }
    }
    best.0
}

/// Returns the first lines that hold anything.
fn lines(text: &str) -> Vec<&str> {
    let filled = text.lines().filter(|line| !line.trim().is_empty());
    filled.take(LOOKED_AT).collect()
}

/// Returns how often a character stands in a line outside quotes.
fn count_outside(line: &str, wanted: char) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for c in line.chars() {
        quoted ^= c == '"';
        count += usize::from(c == wanted && !quoted);
    }
    count
}

fn count(text: &str, wanted: char) -> usize {
    text.chars().filter(|c| *c == wanted).count()
}

/// Returns what stands in `="0012"`, which keeps Excel from making a number of
/// it.
fn quoted(field: &str) -> &str {
    let inside = field.trim().strip_prefix("=\"");
    inside
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &[(&str, &str)]) {
        let book = open(text.as_bytes()).expect("a table");
        let sheet = &book.sheets[0];
        let cells: Vec<_> = sheet
            .rows
            .iter()
            .flat_map(|row| {
                row.cells
                    .iter()
                    .map(|(column, cell)| (sheet.at(row.number, *column), cell.written()))
            })
            .collect();
        let cells: Vec<_> = cells
            .iter()
            .map(|(at, text)| (at.as_ref(), text.as_str()))
            .collect();
        assert_eq!(cells, expected);
    }

    #[test]
    fn the_separator_is_told_by_the_content() {
        let expected = [("A1", "a"), ("B1", "b"), ("A2", "1,5"), ("B2", "c")];
        case("a;b\n1,5;c\n", &expected);
        case("a\tb\n1,5\tc\n", &expected);
        case("a,b\n\"1,5\",c\n", &expected);
        case("sep=,\na,b\n\"1,5\",c\n", &expected);
        case("a\nb\n", &[("A1", "a"), ("A2", "b")]);
    }

    #[test]
    fn rows_have_the_numbers_of_the_spreadsheet() {
        case(
            "a;b\n\n\"1\n2\";c\n;\nd;=\"007\"\n",
            &[
                ("A1", "a"),
                ("B1", "b"),
                ("A3", "1\n2"),
                ("B3", "c"),
                ("A5", "d"),
                ("B5", "007"),
            ],
        );
        case("\n\na;b\n", &[("A3", "a"), ("B3", "b")]);
    }

    #[test]
    fn what_is_no_table_is_told() {
        for (text, expected) in [
            ("", "filen är tom"),
            (" \n", "filen är tom"),
            ("<html><table>", "webbsida"),
            ("\u{feff}<?xml version=\"1.0\"?>", "webbsida"),
            ("\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}", "varken"),
            ("a;b;c;d\n1;\"2;3;4\n1;2;3;4\n", "cellen B2"),
        ] {
            let (message, help) = open(text.as_bytes()).expect_err(text);
            assert!(message.contains(expected), "{message}");
            assert!(!help.is_empty());
        }
    }
}
