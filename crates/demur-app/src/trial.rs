//! Everything that a library has to pass: the tests of the law packs by the law
//! alone, a policy's own tests with the policy, and checks that nobody has to write.

use std::path::Path;

use demur_lawbook::{Lawbook, NormId, Test, Tier};
use demur_syntax::Diagnostic;

use crate::checks;
use crate::examples::{self, Report};
use crate::library::{self, Library, LoadError, compile};
use crate::spelling::{self, Accepted, Dictionaries};

/// The checker's code of a fact that no norm looks at.
const UNUSED_FACT: &str = "W202";

/// What [`Books::check`] looks for.
pub const CHECKS: [&str; 5] = [UNUSED_FACT, "T003", "T004", "T005", "T007"];

/// What [`Books::spell`] looks for.
pub const SPELLING: &str = "T006";

/// The law alone, and with a policy.
#[derive(Debug)]
pub struct Books {
    /// The law packs without a policy.
    pub law: Library,
    /// The same with the policy, when there is one.
    pub with_policy: Option<Library>,
}

/// How the tests went.
#[derive(Debug)]
pub struct Tests {
    /// Those of the law packs, by the law alone.
    pub law: Report,
    /// The policy's own, with the policy.
    pub policy: Option<Report>,
}

/// Diagnostics that point into the texts of one of the libraries.
#[derive(Debug)]
pub struct Found<'b> {
    /// Whose texts they point into.
    pub library: &'b Library,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
}

impl Books {
    /// Reads the packs in `law`, or the built-in ones, and a policy.
    ///
    /// # Errors
    ///
    /// A file cannot be read, or a pack has an error.
    pub fn load(law: Option<&Path>, policy: Option<&Path>) -> Result<Self, LoadError> {
        let files = match law {
            Some(folder) => library::read_folder(folder)?,
            None => library::built_in(),
        };
        let with_policy = match policy {
            Some(folder) => Some(compile(files.clone(), library::read_folder(folder)?)?),
            None => None,
        };
        Ok(Self {
            law: compile(files, Vec::new())?,
            with_policy,
        })
    }

    /// All texts that there are.
    #[must_use]
    pub fn whole(&self) -> &Library {
        self.with_policy.as_ref().unwrap_or(&self.law)
    }

    /// Runs the tests that are accepted by `wanted`. The tests of a law pack do not
    /// reckon with a policy, so the two never meet.
    #[must_use]
    pub fn run(&self, wanted: impl Fn(&Library, &Test) -> bool) -> Tests {
        let policy = |library: &Library| {
            let own =
                |test: &Test| examples::belongs(&library.lawbook, test) && wanted(library, test);
            is_house_there(&library.lawbook).then(|| examples::run(&library.lawbook, own))
        };
        Tests {
            law: examples::run(&self.law.lawbook, |test| wanted(&self.law, test)),
            policy: self.with_policy.as_ref().and_then(policy),
        }
    }

    /// What the tests and then the checks of the whole library found; `tests` have to
    /// be all tests.
    #[must_use]
    pub fn check(&self, tests: &Tests) -> Vec<Found<'_>> {
        let law = generated(&self.law, &tests.law, |_| true);
        let policy =
            self.with_policy
                .as_ref()
                .zip(tests.policy.as_ref())
                .map(|(library, report)| {
                    let own = |norm: NormId| library.lawbook.norms[norm].layer.tier == Tier::House;
                    let mut diagnostics = generated(library, report, own);
                    // What the law does by itself was said already.
                    diagnostics.retain(|each| !law.iter().any(|other| same(each, other)));
                    Found {
                        library,
                        diagnostics,
                    }
                });
        let first = Found {
            library: &self.law,
            diagnostics: law,
        };
        [first].into_iter().chain(policy).collect()
    }

    /// Misspelt words in all texts.
    #[must_use]
    pub fn spell(&self, dictionaries: &Dictionaries, accepted: &Accepted) -> Found<'_> {
        let library = self.whole();
        Found {
            library,
            diagnostics: spelling::check(&library.sources, dictionaries, accepted),
        }
    }
}

impl Tests {
    /// The reports that there are.
    pub fn reports(&self) -> impl Iterator<Item = &Report> {
        [&self.law].into_iter().chain(&self.policy)
    }

    /// A count over all reports.
    #[must_use]
    pub fn sum(&self, count: impl Fn(&Report) -> usize) -> usize {
        self.reports().map(count).sum()
    }
}

fn is_house_there(lawbook: &Lawbook) -> bool {
    let mut packs = lawbook.packs.iter();
    packs.any(|(_, pack)| pack.layer.tier == Tier::House)
}

/// What the tests of one lawbook fail to show of the norms meant, and the checks that
/// need no test.
fn generated(
    library: &Library,
    report: &Report,
    is_meant: impl Fn(NormId) -> bool,
) -> Vec<Diagnostic> {
    let lawbook = &library.lawbook;
    let unused = library
        .warnings
        .iter()
        .filter(|each| each.code.0 == UNUSED_FACT);
    let mut found: Vec<Diagnostic> = unused.cloned().collect();
    let mut never = report.coverage.never_applied(lawbook);
    never.retain(|norm| is_meant(*norm));
    found.extend(checks::never_applied(lawbook, &never));
    for norm in lawbook
        .norms
        .ids()
        .filter(|norm| is_meant(*norm) && !never.contains(norm))
    {
        found.extend(report.coverage.unshown(lawbook, norm));
    }
    found.extend(checks::survey(lawbook));
    found
}

fn same(one: &Diagnostic, other: &Diagnostic) -> bool {
    (one.code, &one.message, &one.help) == (other.code, &other.message, &other.help)
}
