//! How the workbook looks: a calm grid, one colour, widths that fit.

use rust_xlsxwriter::Color;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::FormatBorder;

use crate::load::keys::Key;
use crate::load::keys::Kind;

/// The colour of headers, as in the documents.
const COLOUR: Color = Color::RGB(0x0B_5A7A);
/// The colour of headers that must be filled in.
const REQUIRED: Color = Color::RGB(0x08_3D54);
/// The colour of what is filled in beforehand.
const FAINT: Color = Color::RGB(0x59_5959);
/// The colour of lines.
const LINE: Color = Color::RGB(0xD9_D9D9);

/// The formats of the cells.
pub(super) struct Look {
    pub(super) title: Format,
    pub(super) heading: Format,
    pub(super) prose: Format,
    pub(super) label: Format,
    head: Format,
    head_required: Format,
    text: Format,
    long: Format,
    date: Format,
    number: Format,
    faint: Format,
}

impl Look {
    pub(super) fn new() -> Self {
        let cell = Format::new()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_color(LINE);
        let head = Format::new()
            .set_bold()
            .set_font_color(Color::White)
            .set_background_color(COLOUR)
            .set_align(FormatAlign::VerticalCenter);
        // «@» keeps Excel from making a number or a date of what is written.
        let text = cell.clone().set_num_format("@");
        Self {
            title: Format::new()
                .set_bold()
                .set_font_size(16)
                .set_font_color(COLOUR),
            heading: Format::new().set_bold().set_font_color(COLOUR),
            prose: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            label: Format::new().set_bold().set_align(FormatAlign::Top),
            head_required: head.clone().set_background_color(REQUIRED),
            head,
            long: text.clone().set_text_wrap(),
            faint: text.clone().set_font_color(FAINT),
            text,
            date: cell
                .clone()
                .set_num_format("yyyy-mm-dd")
                .set_align(FormatAlign::Left),
            number: cell.set_num_format("0"),
        }
    }

    /// Returns how the header of a key looks.
    pub(super) fn head(&self, key: &Key) -> &Format {
        if key.required {
            &self.head_required
        } else {
            &self.head
        }
    }

    /// Returns how the cells of a key look.
    pub(super) fn cell(&self, key: &Key) -> &Format {
        match key.kind {
            Kind::Date => &self.date,
            Kind::Number | Kind::Figure => &self.number,
            _ if is_long(key) => &self.long,
            _ => &self.text,
        }
    }

    /// Returns how a cell looks that is filled in beforehand.
    pub(super) fn faint(&self) -> &Format {
        &self.faint
    }

    /// Returns how a header looks that belongs to no key.
    pub(super) fn plain_head(&self) -> &Format {
        &self.head
    }

    /// Returns how a cell looks that belongs to no key.
    pub(super) fn plain_cell(&self) -> &Format {
        &self.text
    }
}

/// Returns the width of a key's column.
pub(super) fn width(key: &Key) -> f64 {
    match (key.name, &key.kind) {
        ("text", _) => 110.0,
        ("tidigare", _) => 44.0,
        (_, Kind::Number | Kind::Figure) => 9.0,
        (_, Kind::Date) => 13.0,
        (_, Kind::YesNo) => 15.0,
        (_, Kind::Word(_) | Kind::Quarter) => 18.0,
        (_, Kind::Id) => 22.0,
        _ if is_long(key) => 44.0,
        _ => 24.0,
    }
}

/// Returns whether a key's text may be several lines.
fn is_long(key: &Key) -> bool {
    ["text", "kvalitet", "anteckning", "underorsak"].contains(&key.name)
}
