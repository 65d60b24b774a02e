//! The law of one span, laid out for questions.

use demur_engine::{Claim, DayLaw, Focus, Known, Point, Space, Twist, typical};
use demur_lawbook::{Cells, Effect, Id, Lawbook, Layer, NormId, Tier, VarId, Verdict};
use jiff::civil::Date;

/// All situations of one span, and its law.
#[derive(Debug)]
pub(crate) struct Field<'l> {
    pub(crate) lawbook: &'l Lawbook,
    pub(crate) day: Date,
    pub(crate) space: Space,
    pub(crate) law: DayLaw,
    /// No assumption is broken.
    pub(crate) possible: Claim,
}

impl<'l> Field<'l> {
    /// Lays out the law of a day on top of what `space` holds.
    pub(crate) fn on(mut space: Space, lawbook: &'l Lawbook, day: Date) -> Self {
        let law = space.law(lawbook, day, &Twist::none());
        let possible = space.possible(&law);
        Self {
            lawbook,
            day,
            space,
            law,
            possible,
        }
    }

    /// A possible situation in which all claims are true.
    pub(crate) fn find(&mut self, claims: &[Claim], known: &[Known]) -> Option<Point> {
        let mut all = claims.to_vec();
        all.push(self.possible);
        self.space.find(&all, known)
    }

    /// The same, with as much of `wanted` as can be so together; of two that clash the first.
    pub(crate) fn find_with_most(
        &mut self,
        claims: &[Claim],
        known: &[Known],
        wanted: &[Known],
    ) -> Option<(Point, Vec<Known>)> {
        let mut all = claims.to_vec();
        all.push(self.possible);
        self.space.find_with_most(&all, known, wanted)
    }

    /// Asks only about situations in which all of this is so.
    pub(crate) fn within<R>(&mut self, known: &[Known], ask: impl FnOnce(&mut Self) -> R) -> R {
        let everywhere = self.space.look(Focus::on(known));
        let answer = ask(self);
        self.space.look(everywhere);
        answer
    }

    /// [`Self::find`] on an ordinary day for this norm, or, where there is none, on any.
    pub(crate) fn find_for(&mut self, norm: NormId, claims: &[Claim]) -> Option<Point> {
        let ordinary = self.ordinary(norm);
        self.within(&ordinary, |field| field.find(claims, &[]))
            .or_else(|| self.find(claims, &[]))
    }

    /// Everything that the norm does not look at is as on most days; of the reasons only those
    /// may be in play that it names or whose trait it looks at (`customer.age` and `age`).
    pub(crate) fn ordinary(&self, norm: NormId) -> Vec<Known> {
        let lawbook = self.lawbook;
        let own = self.space.variables_of(self.law.applies(norm));
        let facts = own
            .iter()
            // The space may have variables that the lawbook does not know.
            .filter(|variable| variable.position() < lawbook.variables.len())
            .map(|variable| &lawbook.facts[lawbook.variables[*variable].fact]);
        let names: Vec<&str> = facts
            .filter_map(|fact| fact.name.rsplit('.').next())
            .collect();
        let mut ordinary = Vec::new();
        for (variable, info) in lawbook.variables.iter() {
            let fact = &lawbook.facts[info.fact];
            let is_reason = Some(info.fact) == lawbook.reasons;
            let value = info
                .element
                .and_then(|element| fact.domain.values().get(element));
            let named =
                is_reason && value.is_some_and(|value| names.contains(&value.name.as_str()));
            // The comparator follows from the reasons.
            if own.contains(&variable) || named || Some(info.fact) == lawbook.comparator {
                continue;
            }
            let cells = usual(lawbook, variable);
            ordinary.extend(cells.map(|cells| Known { variable, cells }));
        }
        ordinary
    }

    /// The law of the same day with something changed.
    pub(crate) fn twisted(&mut self, twist: &Twist) -> DayLaw {
        self.space.law(self.lawbook, self.day, twist)
    }

    /// Whether the claim is true in this situation, as far as evaluation tells.
    pub(crate) fn is_so(&self, claim: Claim, world: &[Known]) -> bool {
        let cells = |variable: VarId| {
            let known = world.iter().find(|known| known.variable == variable);
            known.map_or(Cells(u64::MAX), |known| known.cells)
        };
        self.space.evaluate(claim, &cells) == Some(true)
    }

    /// The verdict of a situation.
    pub(crate) fn verdict(&self, world: &[Known]) -> Option<Verdict> {
        Verdict::ALL
            .into_iter()
            .find(|verdict| self.is_so(self.law.verdict(*verdict), world))
    }

    /// The norms of the highest layer that carry this verdict in a situation.
    pub(crate) fn carriers(&self, verdict: Verdict, world: &[Known]) -> Vec<NormId> {
        let carries = |norm: NormId| match verdict {
            Verdict::MustServe => self.law.forbids_refusing(norm),
            Verdict::NotJustified => self.law.unmet(norm),
            Verdict::MustRefuse => match self.lawbook.norms[norm].effect {
                Effect::ForbidServing => self.law.applies(norm),
                _ => Claim::NEVER,
            },
            Verdict::MayRefuseAfter | Verdict::MayRefuse | Verdict::Conflict => Claim::NEVER,
        };
        let norms = self.lawbook.norms.ids();
        let found: Vec<NormId> = norms
            .filter(|norm| self.is_so(carries(*norm), world))
            .collect();
        let layer = |norm: &NormId| -> Layer { self.lawbook.norms[*norm].layer };
        let highest = found.iter().map(layer).min();
        found
            .into_iter()
            .filter(|norm| Some(layer(norm)) == highest)
            .collect()
    }

    /// Whether a norm belongs to the firm.
    pub(crate) fn is_house(&self, norm: NormId) -> bool {
        self.lawbook.norms[norm].layer.tier == Tier::House
    }
}

/// What a variable is on most days; that a reason plays no part.
pub(crate) fn usual(lawbook: &Lawbook, variable: VarId) -> Option<Cells> {
    let is_reason = Some(lawbook.variables[variable].fact) == lawbook.reasons;
    typical(lawbook, variable).or(is_reason.then_some(Cells::NO))
}
