//! Why a case was decided as it was: norms checked, facts used, what would have changed it (PR-27).

use demur_store::CaseFile;
use serde::Serialize;
use serde_json::Value as Json;

/// The explanation of a case file, out of what was kept on its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explained {
    /// The verdict of the opinion.
    pub verdict: String,
    /// Norms on which it rests.
    pub norms: Vec<NormChecked>,
    /// Norms that were looked at and did not apply, with the fact that kept them from it.
    pub not_met: Vec<NotMet>,
    /// Facts that alone give the verdict.
    pub facts: Vec<String>,
    /// What the outcome would be with one fact different.
    pub turning: Vec<Turning>,
}

/// A norm on which an opinion rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NormChecked {
    /// Its id.
    pub norm: String,
    /// What it says, in a line.
    pub title: String,
    /// Its citation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cite: Option<String>,
    /// How sure its author was.
    pub confidence: String,
    /// Facts that make it apply.
    pub facts: Vec<String>,
}

/// A norm that did not apply for a single fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NotMet {
    /// Its id.
    pub norm: String,
    /// What it says, in a line.
    pub title: String,
    /// The fact.
    pub fails: String,
}

/// A fact on which the outcome turns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Turning {
    /// The fact.
    pub fact: String,
    /// The answer that it would have; `None` when its value is not kept or has many others.
    pub otherwise: Option<bool>,
    /// Every verdict that would then be possible.
    pub verdicts: Vec<String>,
}

/// Reads the explanation out of a case file.
#[must_use]
pub fn explain(file: &CaseFile) -> Explained {
    let opinion = &file.opinion;
    let not_met = list(opinion, "why_not").flat_map(|not| list(not, "near"));
    let mut seen: Vec<NotMet> = Vec::new();
    for near in not_met {
        let near = NotMet {
            norm: text(near, "norm"),
            title: text(near, "title"),
            fails: text(near, "fails"),
        };
        if !seen.contains(&near) {
            seen.push(near);
        }
    }
    Explained {
        verdict: file.verdict.clone(),
        norms: list(opinion, "because").map(norm).collect(),
        not_met: seen,
        facts: texts(opinion, "rests_on"),
        turning: list(opinion, "turning").map(turning).collect(),
    }
}

fn norm(because: &Json) -> NormChecked {
    NormChecked {
        norm: text(because, "norm"),
        title: text(because, "title"),
        cite: because
            .get("cite")
            .and_then(Json::as_str)
            .map(str::to_owned),
        confidence: text(because, "confidence"),
        facts: texts(because, "facts"),
    }
}

fn turning(fact: &Json) -> Turning {
    Turning {
        fact: text(fact, "fact"),
        otherwise: fact.get("otherwise").and_then(Json::as_bool),
        verdicts: texts(fact, "verdicts"),
    }
}

fn list<'a>(value: &'a Json, key: &str) -> impl Iterator<Item = &'a Json> {
    value
        .get(key)
        .and_then(Json::as_array)
        .into_iter()
        .flatten()
}

fn text(value: &Json, key: &str) -> String {
    let found = value.get(key).and_then(Json::as_str);
    found.unwrap_or_default().to_owned()
}

fn texts(value: &Json, key: &str) -> Vec<String> {
    let found = list(value, key).filter_map(Json::as_str);
    found.map(str::to_owned).collect()
}
