//! Names of facts, values and norms, alike in every language.

/// A fact.
pub fn fact(position: usize) -> String {
    format!("f{position}")
}

/// A derived fact.
pub fn derived(position: usize) -> String {
    format!("d{position}")
}

/// A value of a fact.
pub fn value(position: usize) -> String {
    format!("v{position}")
}

/// A norm.
pub fn norm(position: usize) -> String {
    format!("n{position}")
}

/// Values in quotes, separated by commas.
pub fn quoted(values: &[usize]) -> String {
    let quoted: Vec<String> = values
        .iter()
        .map(|each| format!("\"{}\"", value(*each)))
        .collect();
    quoted.join(", ")
}

/// A situation as JSON, for engines that take JSON or something made from it.
pub fn json(situation: &crate::norms::Situation) -> serde_json::Value {
    use crate::norms::Value;
    let entries = situation.iter().enumerate().map(|(position, known)| {
        let json = match known {
            Value::Bool(yes) => serde_json::Value::from(*yes),
            Value::One(position) => value(*position).into(),
            Value::Int(number) => (*number).into(),
            Value::Set(bits) => {
                let values = (0..64).filter(|position| bits >> position & 1 == 1);
                values.map(value).collect::<Vec<String>>().into()
            }
        };
        (fact(position), json)
    });
    serde_json::Value::Object(entries.collect())
}

/// The bounds of a range that say something, given the bounds of the fact.
pub fn bounds(
    kind: Option<&crate::norms::Kind>,
    low: i64,
    high: i64,
) -> (Option<i64>, Option<i64>) {
    match kind {
        Some(crate::norms::Kind::Int(lowest, highest)) => (
            (low > *lowest).then_some(low),
            (high < *highest).then_some(high),
        ),
        _ => (Some(low), Some(high)),
    }
}
