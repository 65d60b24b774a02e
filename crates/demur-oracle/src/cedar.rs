//! Cedar as a form: evaluates what `demur law export --format cedar` writes.

use std::collections::{BTreeMap, BTreeSet};

use cedar_policy::{
    ActionConstraint, Authorizer, Context, Decision, Entities, EntityUid, PolicyId, PolicySet,
    Request, Response, RestrictedExpression,
};
use demur_app::export::{self, Scope};
use demur_lawbook::{Answer, FactId, Lawbook, NormId};
use demur_testkit::reference;
use jiff::civil::Date;

use crate::form::{Form, Judged};
use crate::world::World;

/// The export of one day and scope, parsed.
#[derive(Debug)]
pub struct Cedar<'l> {
    lawbook: &'l Lawbook,
    /// For each action its policies, named by their `@id`.
    policies: BTreeMap<String, PolicySet>,
    facts: Vec<FactId>,
    norms: BTreeMap<String, NormId>,
    authorizer: Authorizer,
    entities: Entities,
}

impl<'l> Cedar<'l> {
    /// Exports and parses the law of this day.
    ///
    /// # Errors
    ///
    /// Cedar cannot read the export.
    pub fn new(lawbook: &'l Lawbook, day: Date, scope: &Scope) -> Result<Self, String> {
        let exported = export::cedar(lawbook, day, scope);
        let mut policies = BTreeMap::new();
        for text in [&exported.norms, &exported.verdict] {
            add(text, &mut policies)?;
        }
        let in_force = lawbook.norms.iter().filter(|(_, norm)| norm.in_force(day));
        Ok(Self {
            lawbook,
            policies,
            facts: exported.facts.into_iter().collect(),
            norms: in_force.map(|(id, norm)| (norm.id.clone(), id)).collect(),
            authorizer: Authorizer::new(),
            entities: Entities::empty(),
        })
    }

    /// The facts of the situation as attributes.
    fn context(&self, world: &World) -> Result<Context, String> {
        let attributes = self.facts.iter().map(|fact| {
            let domain = &self.lawbook.facts[*fact].domain;
            let name = |position: &usize| {
                let value = domain.values().get(*position);
                let name = value.map_or("", |value| value.name.as_str());
                RestrictedExpression::new_string(name.to_owned())
            };
            let value = match world.answer(self.lawbook, *fact) {
                Answer::Bool(yes) => RestrictedExpression::new_bool(yes),
                Answer::OneOf(positions) => name(positions.first().unwrap_or(&0)),
                Answer::SomeOf { includes, .. } => {
                    RestrictedExpression::new_set(includes.iter().map(name))
                }
                Answer::Int { low, .. } => RestrictedExpression::new_long(low),
            };
            (self.lawbook.facts[*fact].name.clone(), value)
        });
        Context::from_pairs(attributes).map_err(|error| error.to_string())
    }

    /// Asks for one action; an error of a policy is a fault of the export.
    fn ask(&self, action: &str, context: &Context) -> Result<Response, String> {
        let request = request(action, context.clone())?;
        let policies = self.policies.get(action).ok_or("no policy for an action")?;
        let response = self
            .authorizer
            .is_authorized(&request, policies, &self.entities);
        let error = response.diagnostics().errors().next();
        match error.map(ToString::to_string) {
            Some(error) => Err(error),
            None => Ok(response),
        }
    }

    fn allows(&self, action: &str, context: &Context) -> Result<bool, String> {
        Ok(self.ask(action, context)?.decision() == Decision::Allow)
    }

    /// Compares the steps that are done; the reference has no form of its own for them.
    fn check_steps(&self, world: &World, context: &Context) -> Result<(), String> {
        let Some(policies) = self.policies.get("done") else {
            return Ok(());
        };
        let response = self.ask("done", context)?;
        let done: BTreeSet<String> = reasons(&response);
        for (id, step) in self.lawbook.steps.iter() {
            let name = format!("done:{}", step.name);
            let exported = policies.policy(&PolicyId::new(&name)).is_some();
            let expected = reference::is_done(self.lawbook, world.day, &world.cells, id);
            if exported && done.contains(&name) != expected {
                return Err(format!("the step {}: done is not {expected}", step.name));
            }
        }
        Ok(())
    }
}

impl Form for Cedar<'_> {
    fn name(&self) -> &'static str {
        "cedar"
    }

    fn judge(&mut self, world: &World) -> Result<Judged, String> {
        let context = self.context(world)?;
        if !self.allows("possible", &context)? {
            return Err("the situation is said to be impossible".to_owned());
        }
        self.check_steps(world, &context)?;
        let mut own = BTreeSet::new();
        for name in reasons(&self.ask("applies", &context)?) {
            own.insert(*self.norms.get(&name).ok_or(name)?);
        }
        let (live, verdict) =
            reference::headline(self.lawbook, world.day, &world.cells, own.clone());
        Ok(Judged {
            own: Some(own),
            live: Some(live),
            verdict: Some(verdict),
            serving: Some(self.allows("serve", &context)?),
            refusing: Some(self.allows("refuse", &context)?),
        })
    }
}

/// The request of staff to do this in this situation.
///
/// # Errors
///
/// The action is not a word.
pub fn request(action: &str, context: Context) -> Result<Request, String> {
    let uid = |kind: &str, name: &str| {
        let text = format!("Demur::{kind}::\"{name}\"");
        text.parse::<EntityUid>().map_err(|error| error.to_string())
    };
    Request::new(
        uid("Staff", "anyone")?,
        uid("Action", action)?,
        uid("Service", "any")?,
        context,
        None,
    )
    .map_err(|error| error.to_string())
}

/// The policies that determined the answer.
#[must_use]
pub fn reasons(response: &Response) -> BTreeSet<String> {
    let reasons = response.diagnostics().reason();
    reasons.map(ToString::to_string).collect()
}

/// Sorts the policies of a text by their action, named by their `@id`.
///
/// # Errors
///
/// Cedar cannot read the text, or a name comes twice.
pub fn add(text: &str, policies: &mut BTreeMap<String, PolicySet>) -> Result<(), String> {
    let parsed: PolicySet = text
        .parse()
        .map_err(|error: cedar_policy::ParseErrors| error.to_string())?;
    for policy in parsed.policies() {
        let name = policy.annotation("id").ok_or("a policy without @id")?;
        let named = policy.new_id(PolicyId::new(name));
        let ActionConstraint::Eq(action) = policy.action_constraint() else {
            return Err(format!("the policy {name} is not about one action"));
        };
        let set = policies.entry(action.id().unescaped().to_owned());
        set.or_default()
            .add(named)
            .map_err(|error| error.to_string())?;
    }
    Ok(())
}
