//! "Did you mean": the nearest known name.

/// The candidate nearest to `word`, when it is near enough to be a slip of the
/// pen: at most a third of the letters differ, or only the part before a dot.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter_map(|candidate| {
            distance(word, candidate, limit).map(|distance| (distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

fn distance(word: &str, candidate: &str, limit: usize) -> Option<usize> {
    let whole = strsim::damerau_levenshtein(word, candidate);
    if whole <= limit {
        return Some(whole);
    }
    let last = |path: &'_ str| path.rsplit('.').next().unwrap_or_default().to_owned();
    (last(word) == last(candidate)).then_some(limit + whole)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_a_slip_of_the_pen() {
        let names = ["customer.age", "conduct.insults_staff", "history.warned"];
        assert_eq!(nearest("custmer.age", names), Some("customer.age"));
        assert_eq!(
            nearest("conduct.insult_staff", names),
            Some("conduct.insults_staff")
        );
        assert_eq!(nearest("conduct.warned", names), Some("history.warned"));
        assert_eq!(nearest("weather", names), None);
    }
}
