//! `cargo xtask oracle`: the engine against the reference and against Cedar, over random
//! situations of the built-in library.

use crate::command;
use crate::product::cargo;
use crate::repository::root;

/// In the whole test: a few minutes on two cores.
pub(crate) const DEFAULT_SITUATIONS: &str = "1000000";

/// In which evaluating is fast and the rest compiles fast.
pub(crate) const PROFILE: &str = "oracle";

/// Built by itself, so that what Cedar switches on in other crates reaches no one else.
pub(crate) const RUN: &[&str] = &[
    "run",
    "--quiet",
    "--profile",
    PROFILE,
    "--package",
    "demur-oracle",
    "--",
];

/// False when something disagreed; `arguments` are how many situations, and a seed.
pub(crate) fn run(arguments: &[&str]) -> Result<bool, String> {
    let mut oracle = cargo();
    oracle.current_dir(root()).args(RUN).args(arguments);
    command::succeeds(&mut oracle)
}
