//! `cargo xtask mutate`: would the examples notice a mistake in the law? Some minutes long,
//! so it is not a part of `cargo xtask test`, which looks at a sample.

use crate::command;
use crate::product::cargo;
use crate::repository::root;

/// After `cargo run --release --quiet --package demur --`.
const LINE: &str = "law mutate --law law --suggest --floor";

/// The least of all changes, in per cent, that the examples have to notice. It only rises.
const FLOOR: &str = "96";

/// False when the examples notice too little.
pub(crate) fn run() -> Result<bool, String> {
    let mut mutate = cargo();
    mutate
        .current_dir(root())
        .args(["run", "--release", "--quiet", "--package", "demur", "--"]);
    command::succeeds(mutate.args(LINE.split(' ')).arg(FLOOR))
}
