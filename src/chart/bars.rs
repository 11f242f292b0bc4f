//! Horizontal bars of pieces. In: counts and a scale. Out: where each piece
//! begins and ends, and the pieces on the canvas.

use crate::chart::axis::share;
use crate::chart::canvas::Canvas;
use crate::chart::canvas::Mark;
use crate::chart::labels::Rect;
use crate::chart::size::pt;
use crate::chart::style::Paint;

/// White between two pieces.
const SPLIT: i32 = pt(8);
/// The least that is seen of a piece.
const SLIVER: i32 = pt(8);
/// The edge of a pale piece.
const EDGE: i32 = pt(6);

/// A piece of a bar.
pub(super) struct Piece {
    /// Which part it is.
    pub(super) part: usize,
    /// How many.
    pub(super) count: u32,
    /// The left edge.
    pub(super) from: i32,
    /// The right edge.
    pub(super) to: i32,
}

/// The scale of horizontal bars.
pub(super) struct Across {
    /// Where nought is.
    pub(super) left: i32,
    /// How long the longest bar is.
    pub(super) room: i32,
    /// How many that is.
    pub(super) most: u64,
}

impl Across {
    /// Returns the pieces of a bar that are not empty, with white between.
    pub(super) fn pieces(&self, parts: &[u32]) -> Vec<Piece> {
        let mut sum = 0;
        let mut pieces: Vec<Piece> = Vec::new();
        for (part, count) in parts.iter().enumerate().filter(|(_, count)| **count > 0) {
            // A sliver pushes the next one, so that each part is seen.
            let from = pieces.last().map_or(self.left, |piece| piece.to + SPLIT);
            sum += u64::from(*count);
            let end = self.left + share(sum, self.most, self.room);
            let rest = parts[part + 1..].iter().any(|count| *count > 0);
            let to = (end - if rest { SPLIT } else { 0 }).max(from + SLIVER);
            pieces.push(Piece {
                part,
                count: *count,
                from,
                to,
            });
        }
        pieces
    }
}

/// Draws a piece; the edge of a pale one lies inside it.
pub(super) fn fill(canvas: &mut Canvas, room: Rect, paint: Paint) {
    let Some(edge) = paint.edge else {
        return canvas.add(Mark::Block(room, paint.fill));
    };
    if room.right - room.left < 3 * EDGE {
        // Of a sliver only the edge is seen.
        return canvas.add(Mark::Block(room, edge));
    }
    canvas.add(Mark::Block(room, paint.fill));
    let Rect {
        left,
        top,
        right,
        bottom,
    } = room.grown(-EDGE / 2);
    // Twice along the top, so that the first corner is joined too.
    let around = vec![
        (left, top),
        (right, top),
        (right, bottom),
        (left, bottom),
        (left, top),
        (right, top),
    ];
    canvas.add(Mark::Stroke(around, EDGE, edge));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_have_their_length_and_white_between() {
        let scale = Across {
            left: 100,
            room: 1000,
            most: 10,
        };
        let edges = |parts: &[u32]| -> Vec<(i32, i32)> {
            scale.pieces(parts).iter().map(|p| (p.from, p.to)).collect()
        };
        assert_eq!(edges(&[5, 0, 5]), [(100, 600 - SPLIT), (600, 1100)]);
        assert_eq!(edges(&[0, 1]), [(100, 200)]);
        assert_eq!(edges(&[]), []);
    }
}
