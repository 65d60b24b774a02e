//! `cargo xtask api`: the JSON API as programs of others see it. Fetches a fuzzer and a compiler
//! of TypeScript into the target folder, then runs the tests that need them.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;
use crate::product::cargo;
use crate::repository::root;

/// How long is fuzzed, unless told.
pub(crate) const DEFAULT_SECONDS: u32 = 60;

/// What is fetched from npm; the version is fixed so that the outcome is.
const TYPESCRIPT: &str = "typescript@7.0.2";

/// Fetches what is needed and runs the tests of the API alone.
pub(crate) fn run(seconds: u32) -> Result<bool, String> {
    let mut tests = cargo();
    tests.current_dir(root()).args([
        "test",
        "--package",
        "demur-web",
        "--test",
        "api",
        "--",
        "outside",
        "--nocapture",
    ]);
    command::succeeds(tests.envs(fetched(seconds)?))
}

/// Fetches what programs of others need, and says by which variables the tests find it.
pub(crate) fn fetched(seconds: u32) -> Result<[(&'static str, OsString); 3], String> {
    let target = target();
    let python = python(&target.join("api-python"))?;
    let compiler = compiler(&target.join("api-node"))?;
    Ok([
        ("DEMUR_API_PYTHON", python.into()),
        ("DEMUR_API_TSC", compiler.into()),
        ("DEMUR_API_SECONDS", seconds.to_string().into()),
    ])
}

fn target() -> PathBuf {
    let told = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    told.unwrap_or_else(|| root().join("target"))
}

/// Python with the fuzzer, in an environment of its own.
fn python(folder: &Path) -> Result<PathBuf, String> {
    let wanted = root().join("crates/demur-web/tests/api/requirements.txt");
    println!(
        "installs from PyPI into {}: {}",
        folder.display(),
        wanted.display()
    );
    done(Command::new("python3").args(["-m", "venv"]).arg(folder))?;
    let python = folder.join("bin/python");
    done(
        Command::new(&python)
            .args(["-m", "pip", "install", "--quiet", "--requirement"])
            .arg(wanted),
    )?;
    Ok(python)
}

fn compiler(folder: &Path) -> Result<PathBuf, String> {
    println!("installs from npm into {}: {TYPESCRIPT}", folder.display());
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"])
        .arg(folder);
    done(npm.arg(TYPESCRIPT))?;
    Ok(folder.join("node_modules/typescript/bin/tsc"))
}

fn done(command: &mut Command) -> Result<(), String> {
    match command::succeeds(command) {
        Ok(true) => Ok(()),
        Ok(false) => Err(format!("`{}` failed", command::shown(command))),
        Err(message) => Err(message),
    }
}
