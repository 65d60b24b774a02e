//! The measured parts of a page: what stands between two comments is rewritten, the prose
//! around them is not.

/// The page with this text between the marks of the section.
pub(super) fn replaced(page: &str, section: &str, text: &str) -> Result<String, String> {
    let (start, end) = marks(section);
    let missing = |mark: &str| format!("the line `{mark}` is missing");
    let (before, rest) = page.split_once(&start).ok_or_else(|| missing(&start))?;
    let (_, after) = rest.split_once(&end).ok_or_else(|| missing(&end))?;
    Ok(format!(
        "{before}{start}\n{}\n{end}{after}",
        text.trim_end()
    ))
}

fn marks(section: &str) -> (String, String) {
    (
        format!("<!-- measured: {section} -->"),
        format!("<!-- end of {section} -->"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_marks_changes() {
        let page = "a\n<!-- measured: load -->\nold\n<!-- end of load -->\nb\n";
        let expected = "a\n<!-- measured: load -->\nnew\n<!-- end of load -->\nb\n";
        assert_eq!(replaced(page, "load", "new\n\n").as_deref(), Ok(expected));
    }

    #[test]
    fn missing_marks_are_named() {
        let message = replaced("<!-- measured: load -->\n", "load", "").unwrap_err();
        assert_eq!(message, "the line `<!-- end of load -->` is missing");
        assert!(replaced("", "load", "").is_err());
    }
}
