//! `cargo xtask fuzz`: each fuzz target for a while, on top of the law library as its seed.

use std::fs;
use std::process::Command;

use crate::command;
use crate::repository::root;

pub(crate) const DEFAULT_SECONDS: u32 = 300;

/// Target, and the folder whose files it starts from.
const TARGETS: &[(&str, &str)] = &[("parser", "law"), ("situation", "fuzz/seeds/situation")];

const TOOLS: &[(&str, &[&str], &str)] = &[
    (
        "cargo-fuzz",
        &["cargo", "fuzz", "--version"],
        "cargo install cargo-fuzz",
    ),
    (
        "a nightly toolchain",
        &["rustup", "run", "nightly", "rustc", "--version"],
        "rustup toolchain install nightly --profile minimal",
    ),
];

/// False when a target found something or a tool is missing.
pub(crate) fn run(seconds: u32) -> Result<bool, String> {
    let mut ready = true;
    for (tool, check, cure) in TOOLS {
        if let [program, arguments @ ..] = check
            && !command::answers(Command::new(program).args(arguments))
        {
            eprintln!("{tool} is missing: run `{cure}`");
            ready = false;
        }
    }
    if !ready {
        return Err("fuzzing needs both cargo-fuzz and a nightly toolchain".to_owned());
    }
    let mut clean = true;
    for (target, seeds) in TARGETS {
        println!("== {target}, {seconds} s");
        let corpus = format!("fuzz/corpus/{target}");
        fs::create_dir_all(root().join(&corpus)).map_err(|error| format!("{corpus}: {error}"))?;
        let mut fuzz = Command::new("cargo");
        fuzz.current_dir(root())
            .args(["+nightly", "fuzz", "run", target, &corpus, seeds]);
        // The variables belong to the toolchain that runs this chore.
        fuzz.env_remove("CARGO").env_remove("RUSTUP_TOOLCHAIN");
        fuzz.args(["--", "-timeout=10", "-max_len=16384"]);
        fuzz.arg(format!("-max_total_time={seconds}"));
        if !command::succeeds(&mut fuzz)? {
            eprintln!("{target}: the input stands in fuzz/artifacts/{target}");
            eprintln!("help: `cargo +nightly fuzz run {target} FILE` shows it again");
            clean = false;
        }
    }
    Ok(clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_is_declared_and_has_seeds() {
        let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).unwrap();
        for (target, seeds) in TARGETS {
            assert!(
                manifest.contains(&format!("name = \"{target}\"")),
                "{target}"
            );
            assert!(root().join(seeds).is_dir(), "{seeds}");
        }
    }
}
