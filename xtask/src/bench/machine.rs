//! On what the figures were measured, and the core that measures.

use std::ffi::OsStr;
use std::fs;
use std::process::Command;

use crate::command;
use crate::repository::root;

/// The peers whose versions the page names, as they stand in the lock file.
const PEERS: &[&str] = &["cedar-policy", "regorus", "zen-engine"];

/// The core to which a measurement is bound.
pub(super) struct Core {
    cores: usize,
    bound: Option<usize>,
}

impl Core {
    /// The last core; none where the system cannot bind a program to one.
    pub(super) fn last() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let can = command::answers(Command::new("taskset").arg("--version"));
        Self {
            cores,
            bound: can.then(|| cores - 1),
        }
    }

    /// A command that runs on this core.
    pub(super) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        match self.bound {
            Some(core) => {
                let mut bound = Command::new("taskset");
                bound.args(["--cpu-list", &core.to_string()]).arg(program);
                bound
            }
            None => Command::new(program),
        }
    }
}

/// Processor and day.
pub(super) fn here(core: &Core) -> Result<String, String> {
    let day = command::output(Command::new("date").args(["-u", "+%F"]))?;
    let (processor, cores) = (processor(), core.cores);
    Ok(format!(
        "Measured on {processor} ({cores} cores) on {}.",
        day.trim()
    ))
}

/// Processor, compiler, versions and day.
pub(super) fn description(core: &Core, manifest: &str) -> Result<String, String> {
    let rustc = command::output(Command::new("rustc").arg("--version"))?;
    let day = command::output(Command::new("date").args(["-u", "+%F"]))?;
    let lock = manifest.replace(".toml", ".lock");
    let lock =
        fs::read_to_string(root().join(&lock)).map_err(|error| format!("{lock}: {error}"))?;
    let versions: Vec<String> = PEERS
        .iter()
        .filter_map(|peer| Some(format!("{peer} {}", version(&lock, peer)?)))
        .collect();
    let bound = match core.bound {
        Some(core) => format!("bound to core {core}"),
        None => "not bound to a core, since `taskset` is missing".to_owned(),
    };
    Ok(format!(
        "Measured on {} ({} cores, {bound}) with {} on {}: {}.",
        processor(),
        core.cores,
        rustc.trim(),
        day.trim(),
        versions.join(", ")
    ))
}

fn processor() -> String {
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let field = |name: &str| {
        let line = info.lines().find(|line| line.starts_with(name))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    };
    match (field("model name"), field("cpu family"), field("model\t")) {
        (Some(name), Some(family), Some(model)) => {
            format!("{name}, family {family} model {model}")
        }
        (Some(name), ..) => name,
        _ => "an unknown processor".to_owned(),
    }
}

/// The version of a package in a lock file.
fn version<'l>(lock: &'l str, package: &str) -> Option<&'l str> {
    let (_, after) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    after.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_peer_has_a_version() {
        let lock = fs::read_to_string(root().join("bench/Cargo.lock")).unwrap();
        for peer in PEERS {
            assert!(version(&lock, peer).is_some(), "{peer}");
        }
        assert_eq!(version(&lock, "no-such-peer"), None);
    }
}
