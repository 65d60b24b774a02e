//! All checks, span after span.

use std::collections::BTreeSet;

use demur_engine::{Engine, Space};
use demur_lawbook::{Lawbook, NormId, PackFile, Tier, VarId};
use jiff::civil::Date;

use crate::field::Field;
use crate::finding::{Finding, Mismatch};
use crate::idle::Idle;
use crate::norms::Pending;
use crate::property::{Policies, house, properties};
use crate::spans::{Span, of};
use crate::traits::{Dependence, dependence, opens, protected};
use crate::{clash, contradiction};

/// Gaps before this day are no fault: the packs do not claim to know the law of that time.
const COMPLETE_SINCE: Date = jiff::civil::date(2010, 1, 1);

/// What is to be proved.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The lawbook.
    pub lawbook: &'a Lawbook,
    /// The texts from which it was compiled, for policies that have to be compiled too.
    pub files: &'a [PackFile],
    /// The day that comes first; situations are told for it where they can be.
    pub today: Date,
    /// Only the span with this day.
    pub at: Option<Date>,
    /// Only what concerns the firm's own norms.
    pub policy_only: bool,
    /// Only what concerns this pack.
    pub pack: Option<&'a str>,
}

/// What was proved and what was refuted.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Proof {
    /// What does not hold.
    pub findings: Vec<Finding>,
    /// Faults of this program: nothing else in the proof can be relied on when there is one.
    pub mismatches: Vec<Mismatch>,
    /// Through which norms traits decide today; only for a whole library.
    pub dependences: Vec<Dependence>,
    /// How many properties hold in every span that was looked at.
    pub properties_proved: usize,
    /// How many norms were looked at.
    pub norms: usize,
    /// The spans.
    pub spans: Vec<Span>,
}

/// Runs every check.
#[must_use]
pub fn prove(request: &Request<'_>) -> Proof {
    let mut engine = Engine::new(request.lawbook);
    let scope = request.scope();
    let mut spans = of(&engine, request.at.unwrap_or(request.today));
    spans.retain(|span| request.at.is_none_or(|at| span.holds(at)));
    if request.policy_only {
        spans.retain(|span| {
            scope
                .iter()
                .any(|norm| request.lawbook.norms[*norm].in_force(span.day))
        });
    }
    let mut prover = Prover {
        request: *request,
        properties: request.properties(&scope),
        pending: Pending::new(request.lawbook, &scope),
        idle: Idle::new(request.lawbook),
        policies: Policies::new(request.lawbook, request.files),
        traits: protected(request.lawbook),
        proof: Proof {
            norms: scope.len(),
            ..Proof::default()
        },
        scope,
    };
    let mut space = Space::new(request.lawbook);
    for span in &spans {
        let mut field = Field::on(space, request.lawbook, span.day);
        if !request.policy_only {
            field.space.forget();
        }
        if let Err(mismatch) = prover.look(&mut field, &mut engine, span) {
            prover.proof.mismatches.push(mismatch);
        }
        space = field.space;
    }
    prover.proof.spans = spans;
    prover.finish(&mut engine)
}

struct Prover<'a> {
    request: Request<'a>,
    scope: Vec<NormId>,
    properties: Vec<usize>,
    pending: Pending,
    idle: Idle,
    policies: Policies<'a>,
    traits: BTreeSet<VarId>,
    proof: Proof,
}

impl Request<'_> {
    /// The norms that are looked at.
    fn scope(&self) -> Vec<NormId> {
        let norms = self.lawbook.norms.iter().filter(|(_, norm)| {
            let own = norm.layer.tier == Tier::House;
            let pack = &self.lawbook.packs[norm.pack].id;
            (own || !self.policy_only) && self.pack.is_none_or(|wanted| wanted == pack)
        });
        norms.map(|(id, _)| id).collect()
    }

    /// Positions of the properties that are looked at. With a policy those that speak of
    /// every policy are left to the proof of the library.
    fn properties(&self, scope: &[NormId]) -> Vec<usize> {
        let whole = self.pack.is_none() && !self.policy_only;
        let files: BTreeSet<_> = scope
            .iter()
            .map(|norm| self.lawbook.norms[*norm].declared.0)
            .collect();
        let properties = self.lawbook.properties.iter().enumerate();
        properties
            .filter(|(_, property)| {
                let fixed = self.policy_only && property.every_policy_below.is_none();
                whole || fixed || files.contains(&property.declared.0)
            })
            .map(|(position, _)| position)
            .collect()
    }

    /// Whether the whole library is meant.
    fn is_whole(&self) -> bool {
        !self.policy_only && self.pack.is_none()
    }
}

impl Prover<'_> {
    fn look(
        &mut self,
        field: &mut Field<'_>,
        engine: &mut Engine<'_>,
        span: &Span,
    ) -> Result<(), Mismatch> {
        let found = &mut self.proof.findings;
        self.pending.look(field);
        clash::clashes(field, engine, span, &self.scope, found)?;
        contradiction::against_law(field, engine, span, &self.scope, found)?;
        properties(
            field,
            engine,
            &mut self.policies,
            span,
            &self.properties,
            found,
        )?;
        if !self.request.is_whole() {
            return Ok(());
        }
        house(field, &mut self.policies)?;
        if span.meets(Some(COMPLETE_SINCE), None) {
            clash::gaps(field, engine, span, found)?;
        }
        for reason in self.traits.clone() {
            opens(field, engine, span, reason, found)?;
            if span.holds(self.request.at.unwrap_or(self.request.today)) {
                let norms = dependence(field, reason);
                self.proof.dependences.push(Dependence { reason, norms });
            }
        }
        if self.request.at.is_none() {
            self.idle.look(field);
        }
        Ok(())
    }

    fn finish(mut self, engine: &mut Engine<'_>) -> Proof {
        let found = &mut self.proof.findings;
        if let Err(mismatch) = self.pending.findings(self.request.lawbook, engine, found) {
            self.proof.mismatches.push(mismatch);
        }
        if self.request.is_whole() && self.request.at.is_none() {
            found.extend(self.idle.findings());
        }
        let futile: BTreeSet<NormId> = found
            .iter()
            .filter_map(|finding| match finding.kind {
                crate::Kind::Futile(norm) => Some(norm),
                _ => None,
            })
            .collect();
        // That a norm never takes effect says more than that it does not on one day.
        found.retain(|finding| match finding.kind {
            crate::Kind::AgainstLaw(norm) => !futile.contains(&norm),
            _ => true,
        });
        found.sort_by_key(|finding| finding.kind.code());
        let refuted = found
            .iter()
            .filter(|finding| matches!(finding.kind, crate::Kind::Property(_)));
        self.proof.properties_proved = self.properties.len() - refuted.count();
        self.proof
    }
}
