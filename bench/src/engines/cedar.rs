//! Cedar: one `permit` for each norm, so that the diagnostics name every norm that applies.

use std::collections::BTreeSet;
use std::hint::black_box;
use std::str::FromStr as _;

use cedar_policy::{
    Authorizer, Context, Entities, EntityUid, Policy, PolicyId, PolicySet, Request,
};

use super::{Engine, Source, names, position};
use crate::norms::{Formula, Norm, NormSet, Situation, Test, Value};

/// Policies with their ids.
#[derive(Debug)]
pub struct CedarSource(Vec<(String, String)>);

impl CedarSource {
    /// The policies of a norm set.
    pub fn new(set: &NormSet) -> Self {
        let policies = set.norms.iter().enumerate();
        Self(
            policies
                .map(|(index, norm)| (names::norm(index), policy(set, norm)))
                .collect(),
        )
    }
}

impl Source for CedarSource {
    type Loaded = PolicySet;

    fn load(&self) -> Result<PolicySet, String> {
        let mut policies = PolicySet::new();
        for (id, text) in &self.0 {
            let policy = Policy::parse(Some(PolicyId::new(id)), text)
                .map_err(|error| format!("{error:?}: {text}"))?;
            policies.add(policy).map_err(|error| error.to_string())?;
        }
        Ok(policies)
    }
}

/// Cedar with its requests.
#[derive(Debug)]
pub struct Cedar {
    authorizer: Authorizer,
    policies: PolicySet,
    entities: Entities,
    requests: Vec<Request>,
}

impl Cedar {
    /// Loads a norm set and prepares a request for each situation.
    pub fn new(set: &NormSet, situations: &[Situation]) -> Result<Self, String> {
        let requests: Result<Vec<Request>, String> = situations
            .iter()
            .map(|situation| request(set, situation))
            .collect();
        Ok(Self {
            authorizer: Authorizer::new(),
            policies: CedarSource::new(set).load()?,
            entities: Entities::empty(),
            requests: requests?,
        })
    }
}

impl Engine for Cedar {
    fn name(&self) -> &'static str {
        "cedar-policy"
    }

    fn decide(&mut self, situation: usize) {
        if let Some(request) = self.requests.get(situation) {
            black_box(
                self.authorizer
                    .is_authorized(request, &self.policies, &self.entities),
            );
        }
    }

    fn applying(&mut self, situation: usize) -> Result<BTreeSet<usize>, String> {
        let request = self.requests.get(situation).ok_or("no such situation")?;
        let response = self
            .authorizer
            .is_authorized(request, &self.policies, &self.entities);
        if let Some(error) = response.diagnostics().errors().next() {
            return Err(error.to_string());
        }
        let reasons = response.diagnostics().reason();
        reasons.map(|id| position(id.as_ref())).collect()
    }
}

fn request(set: &NormSet, situation: &Situation) -> Result<Request, String> {
    let uid = |text: &str| EntityUid::from_str(text).map_err(|error| error.to_string());
    let sector = match set.sector.and_then(|fact| situation.get(fact)) {
        Some(Value::One(value)) => names::value(*value),
        _ => "any".to_owned(),
    };
    let context = Context::from_json_value(names::json(situation), None)
        .map_err(|error| error.to_string())?;
    Request::new(
        uid("Staff::\"staff\"")?,
        uid("Action::\"judge\"")?,
        uid(&format!("Sector::\"{sector}\""))?,
        context,
        None,
    )
    .map_err(|error| error.to_string())
}

fn policy(set: &NormSet, norm: &Norm) -> String {
    let (scope, when) = scoped(set, &norm.when);
    let unless: Vec<String> = norm
        .unless
        .iter()
        .map(|unless| format!(" unless {{ {} }}", text(set, unless)))
        .collect();
    format!(
        "permit(principal, action, resource{scope}) when {{ {} }}{};",
        text(set, &when),
        unless.concat()
    )
}

/// The sector stands in the head of a policy, which Cedar looks at first.
fn scoped(set: &NormSet, when: &Formula) -> (String, Formula) {
    if let Formula::All(parts) = when
        && let [Formula::Fact(fact, Test::In(values)), rest @ ..] = parts.as_slice()
        && let [value] = values.as_slice()
        && set.sector == Some(*fact)
    {
        let scope = format!(" == Sector::\"{}\"", names::value(*value));
        return (scope, Formula::All(rest.to_vec()));
    }
    (String::new(), when.clone())
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
        // Cedar has no definitions that policies share.
        Formula::Derived(derived) => set
            .derived
            .get(*derived)
            .map_or_else(|| "false".to_owned(), |inner| text(set, inner)),
        Formula::All(parts) => joined(parts, " && ", "true"),
        Formula::Any(parts) => joined(parts, " || ", "false"),
    }
}

fn atom(set: &NormSet, fact: usize, test: &Test) -> String {
    let name = format!("context.{}", names::fact(fact));
    match test {
        Test::Yes => name,
        Test::No => format!("!{name}"),
        Test::In(values) => match values.as_slice() {
            [only] => format!("{name} == \"{}\"", names::value(*only)),
            _ => format!("[{}].contains({name})", names::quoted(values)),
        },
        Test::NotIn(values) => match values.as_slice() {
            [only] => format!("{name} != \"{}\"", names::value(*only)),
            _ => format!("!([{}].contains({name}))", names::quoted(values)),
        },
        Test::Has(value) => format!("{name}.contains(\"{}\")", names::value(*value)),
        Test::HasNot(value) => format!("!({name}.contains(\"{}\"))", names::value(*value)),
        Test::Between(low, high) => match names::bounds(set.facts.get(fact), *low, *high) {
            (Some(low), Some(high)) => format!("({name} >= {low} && {name} <= {high})"),
            (Some(low), None) => format!("{name} >= {low}"),
            (None, Some(high)) => format!("{name} <= {high}"),
            (None, None) => "true".to_owned(),
        },
    }
}
