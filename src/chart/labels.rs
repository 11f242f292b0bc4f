//! Room for labels: what touches what, and how labels in a column give way.
//! In: rectangles, lines and dots in twips. Out: a yes or no, or new places.

/// A point: to the right, downwards.
pub(super) type Point = (i32, i32);

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rect {
    /// The left edge.
    pub(super) left: i32,
    /// The upper edge.
    pub(super) top: i32,
    /// The right edge.
    pub(super) right: i32,
    /// The lower edge.
    pub(super) bottom: i32,
}

impl Rect {
    /// Returns the rectangle with this much more on each side.
    pub(super) fn grown(self, by: i32) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// Returns the middle.
    pub(super) fn middle(self) -> Point {
        (
            i32::midpoint(self.left, self.right),
            i32::midpoint(self.top, self.bottom),
        )
    }

    /// Returns whether the two have a point in common; edges do not count.
    pub(super) fn overlaps(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Returns whether this one lies in the other.
    pub(super) fn within(self, other: Self) -> bool {
        other.left <= self.left
            && self.right <= other.right
            && other.top <= self.top
            && self.bottom <= other.bottom
    }

    /// Returns whether a straight line from one point to another enters it.
    pub(super) fn crossed(self, a: Point, b: Point) -> bool {
        let span = Self {
            left: a.0.min(b.0) - 1,
            top: a.1.min(b.1) - 1,
            right: a.0.max(b.0) + 1,
            bottom: a.1.max(b.1) + 1,
        };
        // Boxes apart, or all four corners on one side of the line.
        self.overlaps(span) && {
            let side = |x: i32, y: i32| {
                let (dx, dy) = (i64::from(b.0 - a.0), i64::from(b.1 - a.1));
                (dx * i64::from(y - a.1) - dy * i64::from(x - a.0)).signum()
            };
            let sides = [
                side(self.left, self.top),
                side(self.right, self.top),
                side(self.left, self.bottom),
                side(self.right, self.bottom),
            ];
            !(sides.iter().all(|s| *s > 0) || sides.iter().all(|s| *s < 0))
        }
    }
}

/// What a label must not touch.
#[derive(Debug, Clone)]
pub(super) struct Field {
    /// Labels stay in here.
    pub(super) frame: Rect,
    /// Labels already set.
    pub(super) taken: Vec<Rect>,
    /// Lines, with half their width.
    pub(super) strokes: Vec<(Point, Point, i32)>,
    /// Points, each with a radius.
    pub(super) dots: Vec<(Point, i32)>,
}

impl Field {
    /// Returns whether a label may stand here.
    pub(super) fn free(&self, label: Rect) -> bool {
        label.within(self.frame)
            && !self.taken.iter().any(|other| label.overlaps(*other))
            && !self
                .strokes
                .iter()
                .any(|(a, b, half)| label.grown(*half).crossed(*a, *b))
            && !self.dots.iter().any(|((x, y), radius)| {
                label.overlaps(Rect {
                    left: x - radius,
                    top: y - radius,
                    right: x + radius,
                    bottom: y + radius,
                })
            })
    }

    /// Returns whether no other point lies nearer the label than its own.
    pub(super) fn belongs(&self, label: Rect, own: Point) -> bool {
        let far = |p: Point| {
            let x = i64::from((label.left - p.0).max(p.0 - label.right).max(0));
            let y = i64::from((label.top - p.1).max(p.1 - label.bottom).max(0));
            x * x + y * y
        };
        self.dots
            .iter()
            .all(|(p, _)| *p == own || far(*p) > far(own))
    }
}

/// Returns the middles of labels in a column, each as near the wanted one as
/// can be without touching the next or leaving the column.
///
/// In: wanted middles and heights, and the column's ends. The labels keep the
/// order of their wanted middles. Heights are even, and fit in the column.
pub(super) fn spread(wanted: &[(i32, i32)], top: i32, bottom: i32) -> Vec<i32> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|i| wanted[*i].0);
    // Without the room the labels above take, only the order matters; labels
    // in each other's way share the mean of their wishes (pool adjacent
    // violators, least squares).
    let mut above = Vec::new();
    let mut room = 0;
    for i in &order {
        above.push(room + wanted[*i].1 / 2);
        room += wanted[*i].1;
    }
    let mut pools: Vec<(i64, i64)> = Vec::new();
    for (i, above) in order.iter().zip(&above) {
        let mut pool = (i64::from(wanted[*i].0 - above), 1);
        while let Some((sum, count)) = pools.pop_if(|(s, c)| *s * pool.1 >= pool.0 * *c) {
            pool = (pool.0 + sum, pool.1 + count);
        }
        pools.push(pool);
    }
    let shifts = pools.iter().flat_map(|(sum, count)| {
        let mean = i32::try_from(sum.div_euclid(*count)).expect("a mean of places is a place");
        (0..*count).map(move |_| mean)
    });
    let mut middles = vec![0; wanted.len()];
    for ((i, above), shift) in order.iter().zip(&above).zip(shifts) {
        middles[*i] = shift.min(bottom - room).max(top) + above;
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::chance::Chance;

    #[test]
    fn a_line_enters_a_rectangle_or_does_not() {
        #[track_caller]
        fn case(a: Point, b: Point, expected: bool) {
            let rect = Rect {
                left: 10,
                top: 10,
                right: 30,
                bottom: 20,
            };
            assert_eq!(rect.crossed(a, b), expected);
            assert_eq!(rect.crossed(b, a), expected);
        }
        case((0, 15), (40, 15), true);
        case((12, 12), (14, 14), true);
        case((0, 0), (40, 30), true);
        case((0, 18), (12, 40), false);
        case((0, 5), (40, 5), false);
        case((35, 0), (35, 40), false);
        case((20, 0), (20, 40), true);
    }

    #[test]
    fn labels_alone_stand_where_they_want() {
        assert_eq!(spread(&[(100, 10), (50, 10)], 0, 200), [100, 50]);
    }

    #[test]
    fn equals_are_spread_about_their_place() {
        assert_eq!(
            spread(&[(100, 10), (100, 10), (100, 10)], 0, 200),
            [90, 100, 110]
        );
    }

    #[test]
    fn spread_labels_never_touch_and_never_leave() {
        let mut chance = Chance(7);
        for round in 0..2000 {
            let count = 1 + round % 12;
            let wanted: Vec<(i32, i32)> = (0..count)
                .map(|_| (chance.below(1000), 2 * (5 + chance.below(35))))
                .collect();
            let middles = spread(&wanted, 0, 1000);
            let mut spans: Vec<(i32, i32)> = middles
                .iter()
                .zip(&wanted)
                .map(|(m, (_, h))| (m - h / 2, m + h / 2))
                .collect();
            spans.sort_unstable();
            assert!(
                spans[0].0 >= 0 && spans[spans.len() - 1].1 <= 1000,
                "{wanted:?}"
            );
            assert!(
                spans.windows(2).all(|w| w[0].1 <= w[1].0),
                "{wanted:?} {middles:?}"
            );
            // The order of the wishes is kept, so leaders do not cross.
            for (a, wish) in middles.iter().zip(&wanted) {
                for (b, other) in middles.iter().zip(&wanted) {
                    assert!(wish.0 >= other.0 || a < b);
                }
            }
        }
    }
}
