//! How large things are: the sheet, letters, hairlines. In: tenths of a point.
//! Out: twips, 20 to a point, in which everything is measured.

use crate::chart::text::Font;
use crate::chart::text::Weight;

/// Returns tenths of a point in twips.
pub(super) const fn pt(tenths: i32) -> i32 {
    tenths * 2
}

/// The width of a chart: the text column of 126 mm.
pub(super) const WIDTH: i32 = 7143;

/// Names and values on the chart.
pub(super) const LABEL: Font = Font {
    size: pt(80),
    weight: Weight::Bold,
};

/// Names that are read rather than looked for.
pub(super) const NAME: Font = Font {
    size: pt(80),
    weight: Weight::Regular,
};

/// Figures and quarters along the axes.
pub(super) const AXIS: Font = Font {
    size: pt(76),
    weight: Weight::Regular,
};

/// A line of the grid is this thick.
pub(super) const HAIRLINE: i32 = pt(4);
