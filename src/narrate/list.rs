//! Lists in a sentence.

/// Returns parts as a list: «a», «a och b», «a, b och c».
pub fn and(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} och {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::and;

    #[test]
    fn the_last_part_has_och() {
        let parts = |n| ["a", "b", "c"].map(String::from)[..n].to_vec();
        assert_eq!(and(&parts(0)), "");
        assert_eq!(and(&parts(1)), "a");
        assert_eq!(and(&parts(2)), "a och b");
        assert_eq!(and(&parts(3)), "a, b och c");
    }
}
