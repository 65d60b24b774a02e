//! The engines behind one small interface, and the words in which each is told a norm set.

pub mod cedar;
pub mod demur;
pub mod names;
pub mod rego;
pub mod zen;

use std::collections::BTreeSet;

use crate::norms::{NormSet, Situation, walk};

/// An engine that has loaded a norm set and holds every situation in the form that it likes best.
pub trait Engine {
    /// As the tables call it.
    fn name(&self) -> &'static str;

    /// Decides one situation, by its position, with the engine's whole answer; this is timed.
    fn decide(&mut self, situation: usize);

    /// The norms of the set that the engine says apply.
    ///
    /// # Errors
    ///
    /// The engine could not answer, and why.
    fn applying(&mut self, situation: usize) -> Result<BTreeSet<usize>, String>;

    /// Why its answer differs from the reference, if it does.
    fn disagrees(&mut self, set: &NormSet, index: usize, situation: &Situation) -> Option<String> {
        let expected = walk::applying(set, situation);
        match self.applying(index) {
            Ok(found) if found == expected => None,
            Ok(found) => {
                let extra: Vec<_> = found.difference(&expected).take(3).collect();
                let lacking: Vec<_> = expected.difference(&found).take(3).collect();
                Some(format!(
                    "norms {extra:?} should not apply, {lacking:?} should"
                ))
            }
            Err(message) => Some(message),
        }
    }
}

/// A text of rules, ready to be loaded; loading is timed.
pub trait Source {
    /// What loading gives.
    type Loaded;

    /// Parses and compiles, up to where situations can be decided.
    ///
    /// # Errors
    ///
    /// The engine does not take the text, and why.
    fn load(&self) -> Result<Self::Loaded, String>;
}

/// The position of a norm out of a name that [`names::norm`] made.
pub(crate) fn position(name: &str) -> Result<usize, String> {
    name.rsplit('n')
        .next()
        .and_then(|digits| digits.parse().ok())
        .ok_or_else(|| format!("`{name}` is not the name of a norm"))
}
