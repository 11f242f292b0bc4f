//! How texts are read as words, numbers and sentences.

use super::*;
use crate::model::text::Style;

#[track_caller]
fn case(text: &str, expected: &[&str]) {
    let run = Run {
        style: Style::Plain,
        pieces: vec![Piece::Words(text.to_owned())],
    };
    let told: Vec<String> = sentences(&[run], &|_| None)
        .iter()
        .map(|sentence| {
            let words = sentence.iter().map(|token| {
                let shown = token.number.and_then(Number::value);
                let shown = shown.map_or(token.text.clone(), |n| format!("#{n}"));
                let pause = if token.after == After::Pause { "," } else { "" };
                format!("{shown}{pause}")
            });
            words.collect::<Vec<_>>().join(" ")
        })
        .collect();
    assert_eq!(told, expected, "{text}");
}

#[test]
fn a_text_is_sentences_of_words_and_numbers() {
    case("Fem beslut. Det är 57.", &["#5 beslut", "det är #57"]);
    case("Bl.a. fem, ca. sex", &["bl.a #5, ca #6"]);
    case(
        "två (2) kvarstod (i fem fall)",
        &["#2 #2 kvarstod, i #5 fall"],
    );
    case(
        "31 verkställda/avslutade",
        &["#31 verkställda eller avslutade"],
    );
    case("den 31 december 2023", &["den #31 december 2023"]);
    case("5 % och 5% och 2,5 – 8 §", &["#5 % och 5% och 2,5, #8 §"]);
    case("01 och 3/4 och 2023-12-31", &["01 och 3/4 och 2023-12-31"]);
    case("12345 och 701740605", &["#12345 och 701740605"]);
    case("", &[]);
}
