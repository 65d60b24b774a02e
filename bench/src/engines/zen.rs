//! ZEN: a decision table with one column for each fact, and a node with an expression for each
//! norm. Both are compiled before they are asked.

use std::collections::BTreeSet;
use std::hint::black_box;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use serde_json::{Map, Value as Json, json};
use zen_engine::model::GraphContent;
use zen_engine::{Decision, Variable};

use super::{Engine, Source, names, position};
use crate::norms::{Formula, Norm, NormSet, Situation, Test};

/// The column for conditions that are not a test of one fact.
const OTHER: &str = "other";

/// A decision model as JSON.
#[derive(Debug)]
pub struct ZenSource(String);

impl ZenSource {
    /// A decision table that collects the applying norms.
    pub fn table(set: &NormSet) -> Self {
        let columns = columns(set);
        let mut inputs: Vec<Json> = columns
            .iter()
            .map(|field| json!({"id": field, "name": field, "field": field}))
            .collect();
        inputs.push(json!({"id": OTHER, "name": OTHER}));
        let norms = set.norms.iter().enumerate();
        let rules: Vec<Json> = norms.map(|(index, norm)| row(set, index, norm)).collect();
        Self::model(
            set,
            json!({"id": "norms", "name": "norms", "type": "decisionTableNode", "content": {
                "hitPolicy": "collect",
                "inputs": inputs,
                "outputs": [{"id": "norm", "name": "norm", "field": "norm"}],
                "rules": rules,
            }}),
        )
    }

    /// An expression for each norm.
    pub fn expressions(set: &NormSet) -> Self {
        let norms = set.norms.iter().enumerate();
        let expressions: Vec<Json> = norms
            .map(|(index, norm)| {
                let name = names::norm(index);
                json!({"id": name, "key": name, "value": whole(set, norm)})
            })
            .collect();
        Self::model(
            set,
            json!({"id": "norms", "name": "norms", "type": "expressionNode",
                   "content": {"expressions": expressions}}),
        )
    }

    /// Derived facts first, then the norms.
    fn model(set: &NormSet, norms: Json) -> Self {
        let derived: Vec<Json> = set
            .derived
            .iter()
            .enumerate()
            .map(|(index, formula)| {
                let name = names::derived(index);
                json!({"id": name, "key": name, "value": text(set, formula)})
            })
            .collect();
        let mut nodes = vec![json!({"id": "in", "name": "in", "type": "inputNode"})];
        let mut path = vec!["in"];
        if !derived.is_empty() {
            path.push("derived");
            nodes.push(
                json!({"id": "derived", "name": "derived", "type": "expressionNode",
                       "content": {"expressions": derived, "passThrough": true}}),
            );
        }
        nodes.push(norms);
        nodes.push(json!({"id": "out", "name": "out", "type": "outputNode"}));
        path.extend(["norms", "out"]);
        let edges: Vec<Json> = path
            .iter()
            .zip(path.iter().skip(1))
            .map(|(from, to)| json!({"id": from, "sourceId": from, "targetId": to}))
            .collect();
        Self(json!({"nodes": nodes, "edges": edges}).to_string())
    }
}

impl Source for ZenSource {
    type Loaded = Decision;

    fn load(&self) -> Result<Decision, String> {
        let mut content: GraphContent =
            serde_json::from_str(&self.0).map_err(|error| error.to_string())?;
        content.compile();
        let decision = Decision::from(Arc::new(content));
        decision.validate().map_err(|error| error.to_string())?;
        Ok(decision)
    }
}

/// ZEN with its inputs.
pub struct Zen {
    name: &'static str,
    decision: Decision,
    inputs: Vec<Variable>,
}

impl Zen {
    /// Loads a norm set as a table and prepares an input for each situation.
    pub fn table(set: &NormSet, situations: &[Situation]) -> Result<Self, String> {
        Self::new(
            "zen-engine, decision table",
            ZenSource::table(set),
            situations,
        )
    }

    /// Loads a norm set as expressions and prepares an input for each situation.
    pub fn expressions(set: &NormSet, situations: &[Situation]) -> Result<Self, String> {
        Self::new(
            "zen-engine, expressions",
            ZenSource::expressions(set),
            situations,
        )
    }

    fn new(
        name: &'static str,
        source: ZenSource,
        situations: &[Situation],
    ) -> Result<Self, String> {
        let json = situations.iter().map(names::json);
        Ok(Self {
            name,
            decision: source.load()?,
            inputs: json.map(Variable::from).collect(),
        })
    }

    fn answer(&self, situation: usize) -> Result<Variable, String> {
        let input = self.inputs.get(situation).ok_or("no such situation")?;
        let response = ready(self.decision.evaluate(input.clone()))?;
        match response {
            Ok(response) => Ok(response.result),
            Err(error) => Err(error.to_string()),
        }
    }
}

impl Engine for Zen {
    fn name(&self) -> &'static str {
        self.name
    }

    fn decide(&mut self, situation: usize) {
        let _ = black_box(self.answer(situation));
    }

    fn applying(&mut self, situation: usize) -> Result<BTreeSet<usize>, String> {
        let answer = Json::from(self.answer(situation)?);
        match &answer {
            Json::Array(rows) => rows
                .iter()
                .filter_map(|row| row.get("norm").and_then(Json::as_str))
                .map(position)
                .collect(),
            Json::Object(norms) => norms
                .iter()
                .filter(|(_, holds)| **holds == Json::Bool(true))
                .map(|(name, _)| position(name))
                .collect(),
            other => Err(format!("an answer of another shape: {other}")),
        }
    }
}

/// Nothing in these models waits for anything, so one poll is enough.
fn ready<T>(future: impl Future<Output = T>) -> Result<T, String> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => Ok(answer),
        Poll::Pending => Err("the evaluation waits for something".to_owned()),
    }
}

fn columns(set: &NormSet) -> Vec<String> {
    let facts = (0..set.facts.len()).map(names::fact);
    facts
        .chain((0..set.derived.len()).map(names::derived))
        .collect()
}

fn row(set: &NormSet, index: usize, norm: &Norm) -> Json {
    let mut cells = Map::new();
    let mut other = Vec::new();
    let parts = match &norm.when {
        Formula::All(parts) => parts.as_slice(),
        single => std::slice::from_ref(single),
    };
    for part in parts {
        let column = match part {
            Formula::Fact(fact, _) => Some(names::fact(*fact)),
            Formula::Derived(derived) => Some(names::derived(*derived)),
            Formula::All(_) | Formula::Any(_) => None,
        };
        // A cell holds one test; a second one of the same fact goes to the last column.
        match (
            column.filter(|column| !cells.contains_key(column)),
            cell(set, part),
        ) {
            (Some(column), Some(cell)) => {
                cells.insert(column, cell.into());
            }
            _ => other.push(text(set, part)),
        }
    }
    other.extend(norm.unless.iter().map(|unless| except(set, unless)));
    if !other.is_empty() {
        cells.insert(OTHER.to_owned(), other.join(" and ").into());
    }
    cells.insert("_id".to_owned(), names::norm(index).into());
    cells.insert(
        "norm".to_owned(),
        format!("\"{}\"", names::norm(index)).into(),
    );
    Json::Object(cells)
}

/// A test as it stands in a column of its own fact.
fn cell(set: &NormSet, formula: &Formula) -> Option<String> {
    let (fact, test) = match formula {
        Formula::Fact(fact, test) => (*fact, test),
        Formula::Derived(_) => return Some("true".to_owned()),
        Formula::All(_) | Formula::Any(_) => return None,
    };
    match test {
        Test::Yes => Some("true".to_owned()),
        Test::No => Some("false".to_owned()),
        Test::In(values) => Some(names::quoted(values)),
        Test::NotIn(values) => Some(format!("not in [{}]", names::quoted(values))),
        Test::Has(_) | Test::HasNot(_) => None,
        Test::Between(low, high) => match names::bounds(set.facts.get(fact), *low, *high) {
            (Some(low), Some(high)) => Some(format!("[{low}..{high}]")),
            (Some(low), None) => Some(format!(">= {low}")),
            (None, Some(high)) => Some(format!("<= {high}")),
            (None, None) => None,
        },
    }
}

fn whole(set: &NormSet, norm: &Norm) -> String {
    let unless = norm.unless.iter().map(|unless| except(set, unless));
    let parts: Vec<String> = std::iter::once(text(set, &norm.when))
        .chain(unless)
        .collect();
    parts.join(" and ")
}

fn except(set: &NormSet, formula: &Formula) -> String {
    format!("not ({})", text(set, formula))
}

fn text(set: &NormSet, formula: &Formula) -> String {
    let joined = |parts: &[Formula], joint: &str, empty: &str| match parts {
        [] => empty.to_owned(),
        [only] => text(set, only),
        _ => {
            let parts: Vec<String> = parts.iter().map(|part| text(set, part)).collect();
            format!("({})", parts.join(joint))
        }
    };
    match formula {
        Formula::Fact(fact, test) => atom(set, *fact, test),
        Formula::Derived(derived) => names::derived(*derived),
        Formula::All(parts) => joined(parts, " and ", "true"),
        Formula::Any(parts) => joined(parts, " or ", "false"),
    }
}

fn atom(set: &NormSet, fact: usize, test: &Test) -> String {
    let name = names::fact(fact);
    match test {
        Test::Yes => name,
        Test::No => format!("not {name}"),
        Test::In(values) => match values.as_slice() {
            [only] => format!("{name} == \"{}\"", names::value(*only)),
            _ => format!("{name} in [{}]", names::quoted(values)),
        },
        Test::NotIn(values) => match values.as_slice() {
            [only] => format!("{name} != \"{}\"", names::value(*only)),
            _ => format!("{name} not in [{}]", names::quoted(values)),
        },
        Test::Has(value) => format!("\"{}\" in {name}", names::value(*value)),
        Test::HasNot(value) => format!("\"{}\" not in {name}", names::value(*value)),
        Test::Between(low, high) => match names::bounds(set.facts.get(fact), *low, *high) {
            (Some(low), Some(high)) => format!("{name} in [{low}..{high}]"),
            (Some(low), None) => format!("{name} >= {low}"),
            (None, Some(high)) => format!("{name} <= {high}"),
            (None, None) => "true".to_owned(),
        },
    }
}
