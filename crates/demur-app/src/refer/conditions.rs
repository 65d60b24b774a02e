//! Whom providers do not take, by the facts of a situation.

use std::collections::BTreeMap;

use demur_engine::{Standing, Weighing};
use demur_lawbook::{Criterion, FactId, Lawbook};
use demur_referral::{Directory, Rejected, Ruling, Service};
use demur_syntax::{Diagnostic, Sources};

/// The fact by which ages are told.
const AGE: &str = "customer.age";

/// Every condition of a directory, compiled once.
#[derive(Debug, Default)]
pub struct Conditions {
    compiled: BTreeMap<String, Criterion>,
}

impl Conditions {
    /// Compiles the conditions of a directory. A service with a condition that cannot be
    /// read is taken out of it: nobody is sent there by mistake.
    #[must_use]
    pub fn compile(lawbook: &Lawbook, directory: &mut Directory) -> (Self, Vec<Rejected>) {
        let mut known: BTreeMap<String, Result<Criterion, (String, String)>> = BTreeMap::new();
        let mut rejected = Vec::new();
        for provider in &mut directory.providers {
            provider.services.retain(|service| {
                let mut whole = true;
                for each in &service.not_for {
                    let read = known
                        .entry(each.condition.clone())
                        .or_insert_with(|| criterion(lawbook, &each.condition));
                    if let Err((why, mend)) = read {
                        whole = false;
                        rejected.push(Rejected {
                            origin: each.origin.clone(),
                            why: format!("who must not be sent there cannot be read: {why}"),
                            mend: mend.clone(),
                        });
                    }
                }
                for condition in ages(service) {
                    known
                        .entry(condition.clone())
                        .or_insert_with(|| criterion(lawbook, &condition));
                }
                whole
            });
        }
        directory
            .providers
            .retain(|provider| !provider.services.is_empty());
        let compiled = known
            .into_iter()
            .filter_map(|(text, read)| Some((text, read.ok()?)));
        let conditions = Self {
            compiled: compiled.collect(),
        };
        (conditions, rejected)
    }

    /// Whether a service takes the customer.
    pub(super) fn ruling(
        &self,
        lawbook: &Lawbook,
        weighing: &mut Weighing<'_>,
        service: &Service,
    ) -> Ruling {
        let own = service.not_for.iter().map(|each| each.condition.clone());
        let mut ask: Vec<FactId> = Vec::new();
        let mut unread = false;
        for condition in own.chain(ages(service)) {
            let Some(criterion) = self.compiled.get(&condition) else {
                // These packs know no age.
                unread = true;
                continue;
            };
            match weighing.weigh(criterion) {
                Standing::Holds => return Ruling::TakesNot(condition),
                Standing::HoldsNot => {}
                Standing::Open(facts) => ask.extend(facts),
            }
        }
        let mut names: Vec<String> = Vec::new();
        for fact in ask {
            let name = &lawbook.facts[fact].name;
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        names.extend(unread.then(|| AGE.to_owned()));
        if names.is_empty() {
            Ruling::Takes
        } else {
            Ruling::Ask(names)
        }
    }
}

/// The ages of those who are not taken, as conditions.
fn ages(service: &Service) -> impl Iterator<Item = String> {
    let youngest = service.youngest.map(|age| format!("{AGE} < {age}"));
    let oldest = service.oldest.map(|age| format!("{AGE} > {age}"));
    youngest.into_iter().chain(oldest)
}

/// The condition, or what is wrong with it and what to do.
fn criterion(lawbook: &Lawbook, text: &str) -> Result<Criterion, (String, String)> {
    let file = Sources::default().add("condition", text);
    lawbook.criterion(file, text).map_err(|found| {
        let first = found.iter().find(|each| each.is_error()).or(found.first());
        let help = |each: &Diagnostic| each.help.join("; ");
        let mend = first.map(help).filter(|help| !help.is_empty());
        (
            first.map(|each| each.message.clone()).unwrap_or_default(),
            mend.unwrap_or_else(|| "write a condition over facts; `demur facts` lists them".into()),
        )
    })
}
