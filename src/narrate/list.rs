//! Lists in a sentence.

/// Returns parts as a list: «a», «a och b», «a, b och c».
pub fn and(parts: &[String]) -> String {
    joined(parts, "och")
}

/// Returns parts as alternatives: «a», «a eller b», «a, b eller c».
pub fn or(parts: &[String]) -> String {
    joined(parts, "eller")
}

/// Returns parts told one by one: «a», «a respektive b».
pub fn respectively(parts: &[String]) -> String {
    joined(parts, "respektive")
}

fn joined(parts: &[String], word: &str) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
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
