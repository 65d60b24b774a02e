//! Runs a lawbook's examples and precedents and reports what failed.

use demur_engine::Engine;
use demur_lawbook::{Lawbook, Pack, Test, Tier};
use demur_syntax::Diagnostic;

use crate::coverage::Coverage;

/// How the examples and precedents of a lawbook went.
#[derive(Debug, Default)]
pub struct Report {
    /// Examples that passed.
    pub examples: usize,
    /// Precedents that passed.
    pub precedents: usize,
    /// Tests that failed.
    pub failed: usize,
    /// What failed, and where.
    pub diagnostics: Vec<Diagnostic>,
    /// What the tests show of the norms.
    pub coverage: Coverage,
}

/// Whether a test is meant for this set of packs: the tests of a law pack do not
/// reckon with a house policy, so beside one only the policy's own tests count.
#[must_use]
pub fn belongs(lawbook: &Lawbook, test: &Test) -> bool {
    let is_house = |pack: &Pack| pack.layer.tier == Tier::House;
    let has_house = lawbook.packs.iter().any(|(_, pack)| is_house(pack));
    !has_house || is_house(&lawbook.packs[test.pack])
}

/// Runs the tests whose title, docket or file is accepted by `wanted`.
#[must_use]
pub fn run(lawbook: &Lawbook, wanted: impl Fn(&Test) -> bool) -> Report {
    let mut engine = Engine::new(lawbook);
    let mut report = Report::default();
    for test in lawbook.tests.iter().filter(|test| wanted(test)) {
        let result = engine.run(test);
        report.coverage.add(lawbook, test, &result);
        let found = diagnostics(lawbook, test, &result);
        match (found.is_empty(), test.docket.is_some()) {
            (false, _) => report.failed += 1,
            (true, false) => report.examples += 1,
            (true, true) => report.precedents += 1,
        }
        report.diagnostics.extend(found);
    }
    report
}

fn diagnostics(
    lawbook: &Lawbook,
    test: &Test,
    result: &demur_engine::TestResult,
) -> Vec<Diagnostic> {
    let kind = if test.docket.is_some() {
        "precedent"
    } else {
        "example"
    };
    let (file, span) = test.declared;
    if let Some(contradiction) = &result.contradiction {
        let facts = crate::words::list(lawbook, &contradiction.facts);
        let mut diagnostic = Diagnostic::error(
            "T002",
            format!("{kind} `{}` describes an impossible situation", test.title),
        )
        .at(
            file,
            span,
            format!("cannot hold together: {}", facts.join(", ")),
        )
        .help("correct one of these facts, or the assumption");
        for assumption in contradiction
            .assumptions
            .iter()
            .filter_map(|index| lawbook.assumptions.get(*index))
        {
            diagnostic = diagnostic.see(
                assumption.declared.0,
                assumption.declared.1,
                "because of this",
            );
        }
        return vec![diagnostic];
    }
    let failures = result.failures.iter().filter_map(|failure| {
        let (_, span) = test.expectations.get(failure.expectation)?;
        let message = format!("{kind} failed: {}", test.title);
        let mut diagnostic =
            Diagnostic::error("T001", message).at(file, *span, failure.found.clone());
        if failure.undetermined {
            diagnostic =
                diagnostic.help("give the facts that are open, or write `otherwise typical`");
        }
        Some(diagnostic)
    });
    failures.collect()
}
