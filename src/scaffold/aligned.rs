//! Lines of cells, with the cells that all lines have in common under each
//! other, as a person would write them.

/// A column with a longer cell is not lined up: the lines would be mostly blank.
const WIDEST: usize = 34;

/// A cell: what it is, and how it is written.
pub(super) struct Cell {
    pub(super) key: String,
    pub(super) text: String,
}

/// Returns lines of cells with `, ` between them. The cells that every line
/// begins with stand under each other.
pub(super) fn aligned(lines: &[Vec<Cell>]) -> Vec<String> {
    let widths = widths(lines);
    let line = |cells: &Vec<Cell>| {
        let mut text = String::new();
        for (at, cell) in cells.iter().enumerate() {
            text.push_str(&cell.text);
            if at + 1 < cells.len() {
                text.push(',');
                let wide = cell.text.chars().count();
                let blanks = widths.get(at).map_or(0, |width| width - wide);
                text.extend(std::iter::repeat_n(' ', blanks + 1));
            }
        }
        text
    };
    lines.iter().map(line).collect()
}

/// Returns the widths of the columns that are lined up.
fn widths(lines: &[Vec<Cell>]) -> Vec<usize> {
    let mut widths = vec![];
    for at in 0.. {
        let mut cells = lines.iter().map(|cells| cells.get(at));
        let Some(Some(first)) = cells.next() else {
            break;
        };
        let mut width = first.text.chars().count();
        for cell in cells {
            match cell {
                Some(cell) if cell.key == first.key => {
                    width = width.max(cell.text.chars().count());
                }
                _ => return widths,
            }
        }
        if width > WIDEST {
            break;
        }
        widths.push(width);
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(lines: &[&[(&str, &str)]], expected: &[&str]) {
        let cell = |(key, text): &(&str, &str)| Cell {
            key: (*key).to_owned(),
            text: format!("{key}: {text}"),
        };
        let lines: Vec<Vec<Cell>> = lines
            .iter()
            .map(|cells| cells.iter().map(cell).collect())
            .collect();
        assert_eq!(aligned(&lines), expected);
    }

    #[test]
    fn what_all_lines_begin_with_is_lined_up() {
        case(
            &[
                &[("nr", "1"), ("kön", "man"), ("lag", "SoL")],
                &[("nr", "10"), ("kön", "flicka"), ("orsak", "personal")],
            ],
            &[
                "nr: 1,  kön: man,    lag: SoL",
                "nr: 10, kön: flicka, orsak: personal",
            ],
        );
        case(
            &[&[("nr", "1")], &[("kön", "man"), ("nr", "2")]],
            &["nr: 1", "kön: man, nr: 2"],
        );
        case(&[], &[]);
    }

    #[test]
    fn a_long_cell_is_not_lined_up() {
        let long = "en mycket lång text som ingen vill ha under varandra";
        case(
            &[
                &[("namn", long), ("lag", "SoL")],
                &[("namn", "kort"), ("lag", "SoL")],
            ],
            &[&format!("namn: {long}, lag: SoL"), "namn: kort, lag: SoL"],
        );
    }
}
