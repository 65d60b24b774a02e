//! Tables in Markdown, and numbers as people read them.

/// A table with a row of headings. The first column is text, the others are numbers.
pub fn table(headings: &[&str], rows: &[Vec<String>]) -> String {
    let mut text = format!("| {} |\n|---|", headings.join(" | "));
    text.push_str(&"---:|".repeat(headings.len().saturating_sub(1)));
    text.push('\n');
    for row in rows {
        text.push_str(&format!("| {} |\n", row.join(" | ")));
    }
    text
}

/// Nanoseconds with separated thousands.
pub fn nanos(value: f64) -> String {
    separated(value.round() as u64)
}

/// Milliseconds with as many places as say something.
pub fn millis(seconds: f64) -> String {
    let millis = seconds * 1e3;
    if millis < 10.0 {
        format!("{millis:.2}")
    } else {
        format!("{millis:.0}")
    }
}

/// Megabytes of a million bytes.
pub fn megabytes(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / 1e6)
}

/// A whole number with separated thousands.
pub fn separated(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// How many times as fast, or as dear: three digits are more than anyone can rely on.
pub fn times(ratio: f64) -> String {
    if ratio >= 10.0 {
        format!("{}x", separated(ratio.round() as u64))
    } else {
        format!("{ratio:.2}x")
    }
}
