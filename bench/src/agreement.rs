//! No engine is timed that gives another answer than the reference.

use std::time::Duration;

use crate::engines::Engine;
use crate::norms::{NormSet, Situation};
use crate::timing::on_core;

/// An engine that is slower than this for all situations is compared on fewer.
const BUDGET: Duration = Duration::from_secs(50);

/// What comparing an engine with the reference gave.
#[derive(Debug, Clone)]
pub struct Agreement {
    /// Situations on which it was compared.
    pub compared: usize,
    /// Situations on which it gave the same answer.
    pub agreed: usize,
    /// The first difference.
    pub first: Option<String>,
}

/// Compares an engine with the reference.
pub fn check(engine: &mut dyn Engine, set: &NormSet, situations: &[Situation]) -> Agreement {
    let start = on_core();
    let mut agreement = Agreement {
        compared: 0,
        agreed: 0,
        first: None,
    };
    for (index, situation) in situations.iter().enumerate() {
        if on_core().saturating_sub(start) > BUDGET {
            break;
        }
        agreement.compared += 1;
        match engine.disagrees(set, index, situation) {
            None => agreement.agreed += 1,
            Some(message) if agreement.first.is_none() => {
                agreement.first = Some(format!("situation {index}: {message}"));
            }
            Some(_) => {}
        }
    }
    agreement
}

/// Keeps the engines that agree, with what the comparison gave; says on standard error which
/// ones do not.
pub fn keep<'e>(
    engines: Vec<Box<dyn Engine + 'e>>,
    set: &NormSet,
    situations: &[Situation],
) -> Vec<(Box<dyn Engine + 'e>, Agreement)> {
    let checked = engines.into_iter().map(|mut engine| {
        let agreement = check(engine.as_mut(), set, situations);
        eprintln!(
            "  {}: {} of {} agree",
            engine.name(),
            agreement.agreed,
            agreement.compared
        );
        if let Some(first) = &agreement.first {
            eprintln!("    {first}");
        }
        (engine, agreement)
    });
    checked.collect()
}
