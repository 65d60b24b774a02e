//! The app against its bars: how soon it answers, how much memory it holds, how long its pages take
//! on the server and how heavy they are on the wire.

mod client;
mod crawl;
mod server;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::command;
use crate::product::{cargo, metadata};
use crate::repository::root;
use client::Client;
use server::Server;

/// Measures this program instead of building one in the release profile.
const BINARY: &str = "XTASK_DEMUR";
const STARTS: usize = 9;
const ROUNDS: usize = 100;

const COLD_START: Duration = Duration::from_millis(150);
const MEMORY: u64 = 60 << 20;
const PAGE: Duration = Duration::from_millis(30);
const WEIGHT: usize = 60_000;

/// The section of the page.
pub(super) fn measure() -> Result<String, String> {
    let (binary, built) = binary()?;
    let folder = tempdir()?;
    let measured = measure_in(&binary, &folder);
    // What a run leaves behind is no reason to have measured in vain.
    let _left = std::fs::remove_dir_all(&folder);
    let (table, over) = measured?;
    let verdict = match over.as_slice() {
        [] => "Every bar is met.".to_owned(),
        over => format!("**Over the bar:** {}.", over.join("; ")),
    };
    Ok(format!("{built}\n\n{table}\n\n{verdict}"))
}

fn binary() -> Result<(PathBuf, String), String> {
    if let Some(path) = std::env::var_os(BINARY) {
        let note = "The program was named, not built for this.";
        return Ok((PathBuf::from(path), note.to_owned()));
    }
    let mut build = cargo();
    build
        .current_dir(root())
        .args(["build", "--release", "--locked", "--package", "demur"]);
    if !command::succeeds(&mut build)? {
        return Err("`demur` does not build".to_owned());
    }
    let target = metadata()?;
    let target = target.pointer("/target_directory").and_then(Value::as_str);
    let target = target.ok_or("cargo did not say where it builds")?;
    let note = "The program is the one that the README builds.";
    Ok((Path::new(target).join("release/demur"), note.to_owned()))
}

fn tempdir() -> Result<PathBuf, String> {
    let folder = std::env::temp_dir().join(format!("demur-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    Ok(folder)
}

fn measure_in(binary: &Path, folder: &Path) -> Result<(String, Vec<String>), String> {
    let mut over = Vec::new();
    let mut table = vec![
        "| | measured | bar |".to_owned(),
        "|---|---:|---:|".to_owned(),
    ];
    starts(binary, folder, &mut table, &mut over)?;
    let demo = Server::start(binary, &folder.join("demo"), &["--demo"])?;
    let mut client = Client::of(&demo)?;
    client.get(&demo.path)?;
    let pages = crawl::pages(&mut client)?;
    let mut rows = vec![
        "| page | median ms | 99th percentile ms | page, bytes | first visit, bytes |".to_owned(),
        "|---|---:|---:|---:|---:|".to_owned(),
    ];
    for page in &pages {
        println!("   {}", page.pattern);
        let times = times(&mut client, &page.path)?;
        let (median, late) = (at(&times, 50), at(&times, 99));
        let first = page.bytes + page.assets;
        if median > PAGE {
            over.push(format!("{} takes {} ms", page.pattern, ms(median)));
        }
        if first > WEIGHT {
            over.push(format!("{} weighs {first} bytes", page.pattern));
        }
        let (pattern, bytes) = (&page.pattern, page.bytes);
        let (median, late) = (ms(median), ms(late));
        rows.push(format!(
            "| `{pattern}` | {median} | {late} | {bytes} | {first} |"
        ));
    }
    let memory = demo.resident()?;
    row_of_memory(
        "Resident memory after all pages were asked for",
        memory,
        &mut table,
        &mut over,
    );
    Ok((format!("{}\n\n{}", table.join("\n"), rows.join("\n")), over))
}

fn starts(
    binary: &Path,
    folder: &Path,
    table: &mut Vec<String>,
    over: &mut Vec<String>,
) -> Result<(), String> {
    let mut first = Vec::new();
    let mut later = Vec::new();
    let mut memory = 0;
    for number in 0..STARTS {
        let home = folder.join(format!("own-{number}"));
        for times in [&mut first, &mut later] {
            let started = Instant::now();
            let server = Server::start(binary, &home, &[])?;
            Client::of(&server)?.get("/danger")?;
            times.push(started.elapsed());
            memory = memory.max(server.resident()?);
        }
    }
    for (what, mut times) in [
        ("First start, until the first page is there", first),
        ("Later start, until the first page is there", later),
    ] {
        times.sort();
        let median = at(&times, 50);
        if median > COLD_START {
            over.push(format!("{}: {} ms", what.to_lowercase(), ms(median)));
        }
        let bar = COLD_START.as_millis();
        table.push(format!(
            "| {what}, median of {STARTS} | {} ms | {bar} ms |",
            ms(median)
        ));
    }
    row_of_memory("Resident memory after the start", memory, table, over);
    Ok(())
}

fn row_of_memory(what: &str, bytes: u64, table: &mut Vec<String>, over: &mut Vec<String>) {
    let (is, bar) = (bytes >> 20, MEMORY >> 20);
    if bytes > MEMORY {
        over.push(format!("{}: {is} MiB", what.to_lowercase()));
    }
    table.push(format!("| {what} | {is} MiB | {bar} MiB |"));
}

fn times(client: &mut Client, path: &str) -> Result<Vec<Duration>, String> {
    let mut times = Vec::new();
    for round in 0..=ROUNDS {
        let started = Instant::now();
        client.get(path)?;
        if round > 0 {
            times.push(started.elapsed());
        }
    }
    times.sort();
    Ok(times)
}

/// A percentile of sorted times.
fn at(times: &[Duration], percent: usize) -> Duration {
    let position = (times.len() * percent).div_ceil(100).saturating_sub(1);
    times.get(position).copied().unwrap_or_default()
}

fn ms(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1_000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_times_that_were_measured() {
        let times: Vec<Duration> = (1..=100).map(Duration::from_millis).collect();
        assert_eq!(at(&times, 50), Duration::from_millis(50));
        assert_eq!(at(&times, 99), Duration::from_millis(99));
        assert_eq!(at(&times[..9], 50), Duration::from_millis(5));
        assert_eq!(at(&[], 50), Duration::ZERO);
    }
}
