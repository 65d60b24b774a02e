//! One decision: agreement first, then times, then the bars.

use crate::agreement;
use crate::engines::Engine;
use crate::engines::cedar::Cedar;
use crate::engines::demur::compiled::CompiledOpinion;
use crate::engines::demur::exact::ExactOpinion;
use crate::engines::demur::{COMPILED, EXACT};
use crate::engines::rego::{RegoInterpreter, RegoMachine};
use crate::engines::zen::Zen;
use crate::sections::bars;
use crate::sections::cases::{Case, SCOPED, SIZES};
use crate::table::{nanos, separated, table};
use crate::timing::{self, Times};

/// What one engine did with one case.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// It agreed and was timed; so many of so many situations were compared.
    Timed(Times, usize),
    /// It did not load the norms.
    NotLoaded(String),
    /// It gave other answers than the reference, so it was not timed.
    Differs(String),
}

/// The outcomes of every engine for one case.
#[derive(Debug)]
pub struct Column {
    /// Of the case.
    pub title: String,
    /// Norms that apply in a situation, on average.
    pub applying: f64,
    /// By engine, always in the same order.
    pub outcomes: Vec<(&'static str, Outcome)>,
}

impl Column {
    /// The median of an engine that was timed.
    pub fn median(&self, engine: &str) -> Option<f64> {
        self.outcomes
            .iter()
            .find_map(|(name, outcome)| match outcome {
                Outcome::Timed(times, _) if *name == engine => Some(times.median),
                _ => None,
            })
    }
}

/// The whole section.
pub fn section() -> Result<String, String> {
    let mut generated = Vec::new();
    for size in SIZES {
        generated.push(column(&Case::generated(size)?));
    }
    let mut scoped = Vec::new();
    for (norms, sectors) in SCOPED {
        scoped.push(column(&Case::scoped(norms, sectors)?));
    }
    Ok(format!(
        "Nanoseconds for one decision, median over the situations (99th percentile). Reading the \
         clock is in them and costs {} ns.\n\n{}\nThe same with every norm scoped to one sector, so \
         that equally many norms apply:\n\n{}\n### Bars\n\n{}\n### Agreement\n\nSituations in which an engine gave \
         exactly the norms of the reference. An engine that differs is not timed.\n\n{}",
        timing::clock(),
        times(&generated),
        times(&scoped),
        bars::table_of(&generated, &scoped),
        agreed(generated.iter().chain(&scoped)),
    ))
}

/// The law library that is built into the program.
pub fn library() -> Result<String, String> {
    let columns = [column(&Case::library()?)];
    Ok(format!(
        "Nanoseconds for one decision, median over the situations (99th percentile); on {} in \
         Poland.\n\n{}\n{}",
        crate::sections::cases::day(),
        times(&columns),
        agreed(columns.iter())
    ))
}

fn column(case: &Case) -> Column {
    eprintln!("{}", case.title);
    let mut failed = Vec::new();
    let mut loaded: Vec<Box<dyn Engine + '_>> = Vec::new();
    for (name, engine) in engines(case) {
        match engine {
            Ok(engine) => loaded.push(engine),
            Err(message) => {
                eprintln!("  {name}: {message}");
                failed.push((name, Outcome::NotLoaded(message)));
            }
        }
    }
    let mut agreeing = Vec::new();
    let mut compared = Vec::new();
    for (engine, agreement) in agreement::keep(loaded, &case.set, &case.situations) {
        match agreement.first {
            None => {
                compared.push(agreement.compared);
                agreeing.push(engine);
            }
            Some(message) => failed.push((engine.name(), Outcome::Differs(message))),
        }
    }
    let times = timing::measure(&mut agreeing, case.situations.len());
    let timed = agreeing.iter().zip(times).zip(compared);
    let mut outcomes: Vec<(&'static str, Outcome)> = timed
        .map(|((engine, times), compared)| (engine.name(), Outcome::Timed(times, compared)))
        .chain(failed)
        .collect();
    outcomes.sort_by_key(|(name, _)| NAMES.iter().position(|each| each == name));
    Column {
        title: case.title.clone(),
        applying: case.applying(),
        outcomes,
    }
}

/// The engines in the order of the tables; ours last.
pub const NAMES: [&str; 7] = [
    "cedar-policy",
    "regorus, interpreter",
    "regorus, virtual machine",
    "zen-engine, decision table",
    "zen-engine, expressions",
    COMPILED,
    EXACT,
];

type Loaded<'c> = (&'static str, Result<Box<dyn Engine + 'c>, String>);

fn engines(case: &Case) -> Vec<Loaded<'_>> {
    fn boxed<'c, E: Engine + 'c>(
        engine: Result<E, String>,
    ) -> Result<Box<dyn Engine + 'c>, String> {
        engine.map(|engine| Box::new(engine) as Box<dyn Engine + 'c>)
    }
    let (set, situations) = (&case.set, &case.situations);
    let engines = [
        boxed(Cedar::new(set, situations)),
        boxed(RegoInterpreter::new(set, situations)),
        boxed(RegoMachine::new(set, situations)),
        boxed(Zen::table(set, situations)),
        boxed(Zen::expressions(set, situations)),
        boxed(Ok(CompiledOpinion::new(set, &case.book, situations))),
        boxed(Ok(ExactOpinion::new(set, &case.book, situations))),
    ];
    NAMES.into_iter().zip(engines).collect()
}

fn times(columns: &[Column]) -> String {
    let mut headings = vec!["engine"];
    headings.extend(columns.iter().map(|column| column.title.as_str()));
    let mut rows = rows(columns.iter(), |outcome| match outcome {
        Outcome::Timed(times, _) => {
            let fewer = match times.situations {
                crate::sections::cases::SITUATIONS => String::new(),
                fewer => format!(", {fewer} situations"),
            };
            format!("{} ({}{fewer})", nanos(times.median), nanos(times.p99))
        }
        Outcome::NotLoaded(_) => "does not load".to_owned(),
        Outcome::Differs(_) => "differs".to_owned(),
    });
    let applying = columns.iter().map(|each| format!("{:.1}", each.applying));
    rows.push(
        std::iter::once("*norms that apply, mean*".to_owned())
            .chain(applying)
            .collect(),
    );
    table(&headings, &rows)
}

fn agreed<'c>(columns: impl Iterator<Item = &'c Column>) -> String {
    let columns: Vec<&Column> = columns.collect();
    let mut headings = vec!["engine"];
    headings.extend(columns.iter().map(|column| column.title.as_str()));
    let rows = rows(columns.iter().copied(), |outcome| match outcome {
        Outcome::Timed(_, compared) => format!(
            "{0} of {0}",
            separated(u64::try_from(*compared).unwrap_or(u64::MAX))
        ),
        Outcome::NotLoaded(message) => first_line(message),
        Outcome::Differs(message) => format!("differs: {}", first_line(message)),
    });
    table(&headings, &rows)
}

fn first_line(message: &str) -> String {
    let line = message.lines().find(|line| !line.trim().is_empty());
    line.unwrap_or("no reason given")
        .trim()
        .chars()
        .filter(|letter| *letter != '|')
        .take(120)
        .collect()
}

fn rows<'c>(
    columns: impl Iterator<Item = &'c Column> + Clone,
    cell: impl Fn(&Outcome) -> String,
) -> Vec<Vec<String>> {
    let row = |name: &str| {
        let cells = columns.clone().map(|column| {
            let outcome = column.outcomes.iter().find(|(each, _)| *each == name);
            outcome.map_or_else(|| "not run".to_owned(), |(_, outcome)| cell(outcome))
        });
        std::iter::once(name.to_owned()).chain(cells).collect()
    };
    NAMES.iter().map(|name| row(name)).collect()
}
