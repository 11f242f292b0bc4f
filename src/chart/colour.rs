//! Colour by number: contrast, lightness, and how far apart two colours look.
//! In: colours as red, green and blue. Out: ratios, or a colour moved until it
//! fits.
//!
//! Contrast is that of WCAG 2.2, lightness CIE L*, distance that of OKLab, also
//! as seen with red-green colour blindness (Viénot 1999). Roots are drawn by
//! Newton's rule with the four operations, so the bits are the same everywhere.

/// A colour as red, green and blue.
pub(super) type Rgb = (u8, u8, u8);

/// White paper.
pub(super) const WHITE: Rgb = (255, 255, 255);

/// Returns the contrast of two colours, 1 to 21.
pub(super) fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Returns the lightness L*, 0 for black to 100 for white.
pub(super) fn lightness(colour: Rgb) -> f64 {
    let y = luminance(colour);
    if y > 216.0 / 24389.0 {
        116.0 * root(y, 3) - 16.0
    } else {
        y * 24389.0 / 27.0
    }
}

/// Returns the colour, darkened until its contrast to white is at least this.
pub(super) fn darkened(colour: Rgb, least: f64) -> Rgb {
    (0..=u8::MAX)
        .map(|part| mixed(colour, (0, 0, 0), part))
        .find(|shade| contrast(*shade, WHITE) >= least)
        .unwrap_or((0, 0, 0))
}

/// Returns the colour, mixed with black or white to come nearest this lightness.
pub(super) fn with_lightness(colour: Rgb, wanted: f64) -> Rgb {
    let end = if lightness(colour) > wanted {
        (0, 0, 0)
    } else {
        WHITE
    };
    // Lightness only grows or only falls on the way: halve it eight times.
    let (mut near, mut far) = (0, u8::MAX);
    while far - near > 1 {
        let middle = u8::midpoint(near, far);
        let passed = (lightness(mixed(colour, end, middle)) > wanted) == (end == WHITE);
        if passed {
            far = middle;
        } else {
            near = middle;
        }
    }
    let off = |shade: &Rgb| (lightness(*shade) - wanted).abs();
    let (short, long) = (mixed(colour, end, near), mixed(colour, end, far));
    if off(&short) < off(&long) {
        short
    } else {
        long
    }
}

/// Returns how far apart two colours look to most.
pub(super) fn difference(a: Rgb, b: Rgb) -> f64 {
    apart(&SIGHTS[0], a, b)
}

/// Returns how far apart two colours look to those who tell them apart least.
pub(super) fn distance(a: Rgb, b: Rgb) -> f64 {
    let each = SIGHTS.iter().map(|sight| apart(sight, a, b));
    each.fold(f64::INFINITY, f64::min)
}

/// Returns how far apart two colours look with these receptors.
fn apart(sight: &[[f64; 3]; 3], a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (oklab(seen(sight, linear(a))), oklab(seen(sight, linear(b))));
    let square = |i: usize| (a[i] - b[i]) * (a[i] - b[i]);
    (square(0) + square(1) + square(2)).sqrt()
}

/// What is seen of red, green and blue light: by most, without the green
/// receptor, without the red one.
const SIGHTS: [[[f64; 3]; 3]; 3] = [
    [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    [
        [0.29275, 0.70725, 0.0],
        [0.29275, 0.70725, 0.0],
        [-0.02234, 0.02234, 1.0],
    ],
    [
        [0.11238, 0.88762, 0.0],
        [0.11238, 0.88762, 0.0],
        [0.00401, -0.00401, 1.0],
    ],
];

/// Returns one colour with this many 255ths of another in it.
fn mixed(colour: Rgb, other: Rgb, part: u8) -> Rgb {
    let mix = |a: u8, b: u8| {
        let (a, b, part) = (u16::from(a), u16::from(b), u16::from(part));
        u8::try_from((a * (255 - part) + b * part + 127) / 255).expect("a mean of bytes is a byte")
    };
    (
        mix(colour.0, other.0),
        mix(colour.1, other.1),
        mix(colour.2, other.2),
    )
}

/// Returns the relative luminance, 0 to 1.
fn luminance(colour: Rgb) -> f64 {
    let [r, g, b] = linear(colour);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// Returns the light behind the three numbers of sRGB.
fn linear(colour: Rgb) -> [f64; 3] {
    [colour.0, colour.1, colour.2].map(|channel| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            let x = (c + 0.055) / 1.055;
            let fifth = root(x, 5);
            x * x * fifth * fifth
        }
    })
}

/// Returns the light seen with these receptors.
fn seen(sight: &[[f64; 3]; 3], light: [f64; 3]) -> [f64; 3] {
    sight.map(|row| (row[0] * light[0] + row[1] * light[1] + row[2] * light[2]).max(0.0))
}

/// Returns lightness and the two colour axes of OKLab.
fn oklab([r, g, b]: [f64; 3]) -> [f64; 3] {
    let l = root(0.412_221_47 * r + 0.536_332_54 * g + 0.051_445_99 * b, 3);
    let m = root(0.211_903_5 * r + 0.680_699_55 * g + 0.107_396_96 * b, 3);
    let s = root(0.088_302_46 * r + 0.281_718_84 * g + 0.629_978_7 * b, 3);
    [
        0.210_454_26 * l + 0.793_617_79 * m - 0.004_072_05 * s,
        1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_71 * s,
        0.025_904_04 * l + 0.782_771_77 * m - 0.808_675_77 * s,
    ]
}

/// Returns the root of this degree, by Newton's rule.
fn root(x: f64, degree: u8) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let n = f64::from(degree);
    let mut y = 1.0;
    for _ in 0..64 {
        let power = (1..degree).fold(1.0, |power, _| power * y);
        let next = ((n - 1.0) * y + x / power) / n;
        if next == y {
            break;
        }
        y = next;
    }
    y
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        #[track_caller]
        fn case(a: Rgb, b: Rgb, expected: f64) {
            let found = contrast(a, b);
            assert!((found - expected).abs() < 0.005, "{found} for {expected}");
            assert!((contrast(b, a) - found).abs() < 1e-12);
        }
        case((0, 0, 0), WHITE, 21.0);
        case(WHITE, WHITE, 1.0);
        case((0x76, 0x76, 0x76), WHITE, 4.54);
        case((0x94, 0x94, 0x94), WHITE, 3.03);
        case((0, 114, 178), WHITE, 5.19);
        case((255, 0, 0), (0, 0, 255), 2.15);
    }

    #[test]
    fn lightness_is_cie() {
        #[track_caller]
        fn case(colour: Rgb, expected: f64) {
            let found = lightness(colour);
            assert!((found - expected).abs() < 0.01, "{found} for {expected}");
        }
        case((0, 0, 0), 0.0);
        case(WHITE, 100.0);
        case((128, 128, 128), 53.585);
        case((255, 0, 0), 53.241);
        case((2, 2, 2), 0.548);
    }

    #[test]
    fn a_darkened_colour_is_dark_enough_and_no_darker_than_needed() {
        for r in (0..=255).step_by(51) {
            for g in (0..=255).step_by(51) {
                for b in (0..=255).step_by(51) {
                    for least in [3.0, 4.5] {
                        let shade = darkened((r, g, b), least);
                        assert!(contrast(shade, WHITE) >= least);
                        let changed = shade != (r, g, b);
                        assert_eq!(changed, contrast((r, g, b), WHITE) < least);
                        assert!(!changed || contrast(shade, WHITE) < least + 0.15);
                    }
                }
            }
        }
    }

    #[test]
    fn any_colour_takes_any_lightness() {
        for colour in [(0, 0, 0), WHITE, (255, 255, 0), (0, 0, 255), (11, 90, 122)] {
            for wanted in (5..=95).map(f64::from) {
                let shade = with_lightness(colour, wanted);
                assert!((lightness(shade) - wanted).abs() < 1.0, "{shade:?}");
            }
        }
    }

    #[test]
    fn red_and_green_are_near_for_those_who_mix_them_up() {
        let (red, green, blue) = ((178, 58, 30), (98, 108, 20), (0, 90, 178));
        assert!(distance(red, green) < distance(red, blue) / 2.0);
    }
}
