//! How much the lint finds in texts whose kind is known.
//!
//! `cargo run --release -p demur-notice --example recall -- pl < cases.tsv` reads lines of a kind
//! and a text with a tab between them and prints, for each kind, how many texts it has and how
//! many have a finding of the rules about words. The public data behind `docs/notices.md` is no
//! part of the project; bring it into this form.

use std::collections::BTreeMap;
use std::io::{self, BufRead as _, Write as _};
use std::process::ExitCode;

use demur_notice::lint::{Context, Lint};
use demur_notice::{Lang, Text};

/// Groups, health, offences, slurs and profanity.
const RULES: [&str; 4] = ["RM-L01", "RM-L02", "RM-L04", "RM-T05"];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let lang: Lang = std::env::args().nth(1).unwrap_or_default().parse()?;
    let context = Context::new(lang);
    let mut counts: BTreeMap<String, [usize; 6]> = BTreeMap::new();
    for line in io::stdin().lock().lines() {
        let line = line?;
        let Some((kind, text)) = line.split_once('\t') else {
            continue;
        };
        let report = Lint::built_in().check(&Text::plain(text), &context);
        let hit = RULES.map(|rule| report.findings.iter().any(|each| each.rule == rule));
        let any = hit.contains(&true);
        let [groups, health, offence, words] = hit.map(usize::from);
        let row = counts.entry(kind.to_owned()).or_default();
        let more = [1, groups, health, offence, words, usize::from(any)];
        for (count, more) in row.iter_mut().zip(more) {
            *count += more;
        }
    }
    let mut out = io::stdout().lock();
    writeln!(out, "kind\ttexts\t{}\tany", RULES.join("\t"))?;
    for (kind, row) in counts {
        let row = row.map(|count| count.to_string());
        writeln!(out, "{kind}\t{}", row.join("\t"))?;
    }
    Ok(())
}
