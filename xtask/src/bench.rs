//! `cargo xtask bench`: measures, and writes the tables of `docs/benchmarks.md`.

mod app;
mod machine;
mod page;

use std::fs;
use std::process::Command;

use crate::command;
use crate::product::{cargo, cargo_path, forget_chore};
use crate::repository::root;

const PAGE: &str = "docs/benchmarks.md";
const MANIFEST: &str = "bench/Cargo.toml";

/// Measured by the crate in `bench/`.
const OWN: &[&str] = &["decide", "library", "batch", "load"];
/// Measured by bench targets of the workspace, which print Markdown: section, and for each target
/// its package and name.
const TARGETS: &[(&str, &[(&str, &str)])] = &[
    (
        "questions",
        &[("demur-app", "questions"), ("demur-engine", "optimum")],
    ),
    ("policy", &[("demur-app", "policy")]),
    ("record", &[("demur-store", "record")]),
];

/// Measured by asking the built program.
const APP: &str = "app";

/// Every section that can be asked for by name.
pub(crate) fn sections() -> impl Iterator<Item = &'static str> {
    let targets = TARGETS.iter().map(|(section, _)| *section);
    OWN.iter().copied().chain(targets).chain([APP])
}

/// Measures one section, or all of them.
pub(crate) fn run(section: Option<&str>) -> Result<bool, String> {
    if let Some(unknown) = section.filter(|asked| !sections().any(|each| each == *asked)) {
        let known: Vec<&str> = sections().collect();
        return Err(format!(
            "there is no section `{unknown}`; the sections are {}",
            known.join(", ")
        ));
    }
    let wanted = |name: &str| section.is_none_or(|asked| asked == name);
    let own: Vec<&str> = OWN.iter().copied().filter(|name| wanted(name)).collect();
    let pinned = machine::Core::last();
    if !own.is_empty() {
        let mut build = cargo();
        build.args([
            "build",
            "--release",
            "--locked",
            "--manifest-path",
            MANIFEST,
        ]);
        if !command::succeeds(build.current_dir(root()))? {
            return Ok(false);
        }
    }
    for name in own {
        println!("== {name}");
        let mut measure = pinned.command(cargo_path());
        forget_chore(&mut measure);
        measure.args(["run", "--quiet", "--release", "--locked"]);
        measure.args(["--manifest-path", MANIFEST, "--", name]);
        write(name, &measured(measure.current_dir(root()))?)?;
    }
    for (name, targets) in TARGETS.iter().filter(|(name, _)| wanted(name)) {
        println!("== {name}");
        let mut tables = vec![machine::here(&pinned)?];
        for (package, target) in *targets {
            let mut measure = cargo();
            measure.args(["bench", "--quiet", "--package", package, "--bench", target]);
            let printed = measured(measure.current_dir(root()))?;
            tables.push(printed.trim_end().to_owned());
        }
        write(name, &tables.join("\n\n"))?;
    }
    if wanted(APP) {
        println!("== {APP}");
        let here = machine::here(&pinned)?;
        write(APP, &format!("{here} {}", app::measure()?))?;
    }
    if OWN.iter().any(|name| wanted(name)) {
        write("machine", &machine::description(&pinned, MANIFEST)?)?;
    }
    println!("rewritten: {PAGE}");
    Ok(true)
}

/// Standard output; what it says meanwhile on standard error goes to the terminal.
fn measured(measure: &mut Command) -> Result<String, String> {
    let mut text = String::new();
    let done = command::watch(measure, |line| {
        text.push_str(line);
        text.push('\n');
    })?;
    if done {
        Ok(text)
    } else {
        Err(format!("`{}` failed", command::shown(measure)))
    }
}

fn write(section: &str, text: &str) -> Result<(), String> {
    let path = root().join(PAGE);
    let page = fs::read_to_string(&path).map_err(|error| format!("{PAGE}: {error}"))?;
    let page = page::replaced(&page, section, text).map_err(|error| format!("{PAGE}: {error}"))?;
    fs::write(&path, page).map_err(|error| format!("{PAGE}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_a_place_for_every_section() {
        let page = fs::read_to_string(root().join(PAGE)).unwrap();
        for section in sections().chain(["machine"]) {
            assert!(page::replaced(&page, section, "x").is_ok(), "{section}");
        }
    }

    #[test]
    fn an_unknown_section_is_refused_with_those_that_exist() {
        let message = run(Some("speed")).unwrap_err();
        assert!(
            message.contains("decide, library, batch, load"),
            "{message}"
        );
    }
}
