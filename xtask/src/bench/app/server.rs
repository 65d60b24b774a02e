//! A running `demur serve` with a home of its own.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// It is ended when it is dropped.
pub(super) struct Server {
    child: Child,
    /// `host:port`.
    pub(super) host: String,
    /// The path of the address that it printed.
    pub(super) path: String,
}

impl Server {
    /// Starts it and waits until it has said its address.
    pub(super) fn start(binary: &Path, home: &Path, args: &[&str]) -> Result<Self, String> {
        fs::create_dir_all(home).map_err(|error| error.to_string())?;
        let mut demur = Command::new(binary);
        demur
            .args(["serve", "--listen", "0", "--log-level", "error"])
            .args(args);
        demur
            .env("HOME", home)
            .env("TMPDIR", home)
            .current_dir(home);
        for (name, _) in std::env::vars() {
            if name.starts_with("DEMUR_") || name.starts_with("XDG_") {
                demur.env_remove(name);
            }
        }
        let spawned = demur.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
        let mut child = spawned.map_err(|error| format!("{}: {error}", binary.display()))?;
        let stdout = child.stdout.take().ok_or("no output")?;
        let mut lines = BufReader::new(stdout).lines();
        let words = lines.by_ref().map_while(Result::ok).flat_map(|line| {
            let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
            words
        });
        let found = words.into_iter().find(|word| word.starts_with("http://"));
        let url = found.ok_or("it ended without an address")?;
        let rest = url.strip_prefix("http://").unwrap_or_default();
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        Ok(Self {
            child,
            host: host.to_owned(),
            path: format!("/{path}"),
        })
    }

    /// What it holds in memory, in bytes.
    pub(super) fn resident(&self) -> Result<u64, String> {
        let path = format!("/proc/{}/status", self.child.id());
        let status = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        kib.map(|kib| kib << 10)
            .ok_or_else(|| format!("{path} does not say"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _over = self.child.kill();
        let _over = self.child.wait();
    }
}
