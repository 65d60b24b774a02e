//! What `demur law mutate` says.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use demur_app::accepted::Accepted;
use demur_app::library::Library;
use demur_app::mutation::{Fate, Finding, Kind, Score, Survival, block, expectation};
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Failure;

/// What became of the mutants of one set of packs.
pub(super) struct Found<'l> {
    pub(super) library: &'l Library,
    pub(super) findings: Vec<Finding>,
}

/// What became of all mutants.
pub(super) struct Report<'l> {
    found: Vec<Found<'l>>,
    /// Accepted although it is caught, or although it does not exist.
    stale: Vec<String>,
    accepted: &'l Accepted,
}

/// The figures of a pack.
#[derive(Default, Clone, Copy)]
struct Figures {
    score: Score,
    accepted: usize,
}

impl<'l> Report<'l> {
    /// With `is_whole`, an accepted mutant that was not met does not exist.
    pub(super) fn new(found: Vec<Found<'l>>, accepted: &'l Accepted, is_whole: bool) -> Self {
        let mut survived = BTreeSet::new();
        let mut others = BTreeSet::new();
        for each in &found {
            for finding in &each.findings {
                let key = finding.mutant.key(&each.library.lawbook);
                match finding.fate {
                    Fate::Survived(_) => survived.insert(key),
                    Fate::Caught(_) | Fate::Equivalent => others.insert(key),
                };
            }
        }
        let is_stale = |key: &&str| !survived.contains(*key) && (is_whole || others.contains(*key));
        let stale = accepted
            .keys()
            .filter(is_stale)
            .map(str::to_owned)
            .collect();
        Self {
            found,
            stale,
            accepted,
        }
    }

    /// Whether enough is caught, and nothing is accepted in vain.
    pub(super) fn passes(&self, floor: usize) -> bool {
        let all = self.figures_of_all();
        self.stale.is_empty() && all.score.basis_points() >= floor * 100
    }

    fn survivors(&self) -> impl Iterator<Item = Survivor<'_>> {
        self.found.iter().flat_map(move |found| {
            let survived = |finding: &&Finding| matches!(finding.fate, Fate::Survived(_));
            found.findings.iter().filter(survived).map(|finding| {
                let key = finding.mutant.key(&found.library.lawbook);
                Survivor {
                    library: found.library,
                    finding,
                    reason: self.accepted.reason(&key),
                    key,
                }
            })
        })
    }

    fn figures(&self) -> BTreeMap<&str, Figures> {
        let mut packs: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for found in &self.found {
            let lawbook = &found.library.lawbook;
            for finding in &found.findings {
                let pack = lawbook.norms[finding.mutant.norm].pack;
                let id = lawbook.packs[pack].id.as_str();
                packs.entry(id).or_default().push(finding);
            }
        }
        let mut figures: BTreeMap<&str, Figures> = packs
            .into_iter()
            .map(|(pack, findings)| {
                let score = Score::of(findings);
                (pack, Figures { score, accepted: 0 })
            })
            .collect();
        for survivor in self.survivors().filter(|each| each.reason.is_some()) {
            if let Some(figures) = figures.get_mut(survivor.pack()) {
                figures.accepted += 1;
            }
        }
        figures
    }

    fn figures_of_all(&self) -> Figures {
        let findings = self.found.iter().flat_map(|found| &found.findings);
        Figures {
            score: Score::of(findings),
            accepted: self
                .survivors()
                .filter(|each| each.reason.is_some())
                .count(),
        }
    }

    /// For people: what is to do, then the figures.
    pub(super) fn write(
        &self,
        suggest: bool,
        floor: usize,
        context: &Context,
        out: &mut dyn Write,
    ) -> Result<(), Failure> {
        let words = &context.words;
        for survivor in self.survivors().filter(|each| each.reason.is_none()) {
            writeln!(out, "{}: {}", survivor.place(), survivor.sentence(context))?;
            if suggest {
                survivor.write_suggestion(context, out)?;
            }
        }
        for key in &self.stale {
            writeln!(
                out,
                "{}",
                words.fill("mutate-stale", &[("key", key.as_str().into())])
            )?;
        }
        for (pack, figures) in self.figures() {
            writeln!(out, "{}", line(pack, figures, context))?;
        }
        let all = self.figures_of_all();
        writeln!(out, "{}", line(&words.say("mutate-all"), all, context))?;
        if all.score.basis_points() < floor * 100 {
            writeln!(
                out,
                "{}",
                words.fill("mutate-below", &[("floor", floor.into())])
            )?;
        }
        Ok(())
    }

    /// For programs.
    pub(super) fn write_json(
        &self,
        suggest: bool,
        floor: usize,
        out: &mut dyn Write,
    ) -> Result<(), Failure> {
        let survivors: Vec<Value> = self
            .survivors()
            .map(|survivor| survivor.document(suggest))
            .collect();
        let packs: BTreeMap<&str, Value> = self
            .figures()
            .into_iter()
            .map(|(pack, figures)| (pack, figures.document()))
            .collect();
        let document = json!({
            "packs": packs, "all": self.figures_of_all().document(), "floor": floor,
            "passed": self.passes(floor), "survivors": survivors, "stale": self.stale,
        });
        writeln!(out, "{}", serde_json::to_string_pretty(&document)?)?;
        Ok(())
    }
}

impl Figures {
    fn document(self) -> Value {
        let Score {
            caught,
            survived,
            equivalent,
        } = self.score;
        json!({
            "caught": caught, "survived": survived, "accepted": self.accepted,
            "equivalent": equivalent, "score": self.per_cent(),
        })
    }

    /// Such as `95.3`, rounded down.
    fn per_cent(self) -> String {
        let tenths = self.score.basis_points() / 10;
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

fn line(pack: &str, figures: Figures, context: &Context) -> String {
    let score = figures.score;
    context.words.fill(
        "mutate-pack",
        &[
            ("pack", pack.into()),
            ("score", figures.per_cent().into()),
            ("caught", score.caught.into()),
            ("all", (score.caught + score.survived).into()),
            ("survived", score.survived.into()),
            ("accepted", figures.accepted.into()),
            ("equivalent", score.equivalent.into()),
        ],
    )
}

/// A mutant that no test catches.
struct Survivor<'r> {
    library: &'r Library,
    finding: &'r Finding,
    key: String,
    /// Why it is accepted.
    reason: Option<&'r str>,
}

impl Survivor<'_> {
    fn pack(&self) -> &str {
        let lawbook = &self.library.lawbook;
        &lawbook.packs[lawbook.norms[self.finding.mutant.norm].pack].id
    }

    fn survival(&self) -> Option<&Survival> {
        match &self.finding.fate {
            Fate::Survived(survival) => Some(survival),
            Fate::Caught(_) | Fate::Equivalent => None,
        }
    }

    /// What an example that is there already should expect besides, with its place.
    fn sharper(&self) -> Option<(String, String)> {
        let lawbook = &self.library.lawbook;
        let (test, more) = self.survival()?.sharper.as_ref()?;
        let (file, span) = lawbook.tests.get(*test)?.declared;
        let source = self.library.sources.source(file)?;
        let line = source.line_column(span.start).line;
        Some((
            format!("{}:{line}", source.path),
            expectation(lawbook, more),
        ))
    }

    fn write_suggestion(&self, context: &Context, out: &mut dyn Write) -> Result<(), Failure> {
        if let Some((place, more)) = self.sharper() {
            let gaps = [("place", place.into()), ("more", more.into())];
            writeln!(out, "{}\n", context.words.fill("mutate-sharper", &gaps))?;
        } else if let Some(survival) = self.survival() {
            let example = block(&self.library.lawbook, &survival.difference);
            writeln!(
                out,
                "{}\n\n{example}\n",
                context.words.say("mutate-suggest")
            )?;
        }
        Ok(())
    }

    /// Path and line of what was changed, as near as its words can be found in the norm.
    fn at(&self) -> (&str, usize) {
        let (file, span) = self.library.lawbook.norms[self.finding.mutant.norm].declared;
        let Some(source) = self.library.sources.source(file) else {
            return ("", 0);
        };
        let text = source.text.get(span.start..span.end).unwrap_or_default();
        let was = self.finding.mutant.change.was.as_str();
        let first = was.split_whitespace().find(|word| word.contains('.'));
        let offset = [Some(was), first]
            .into_iter()
            .flatten()
            .filter(|sought| !sought.is_empty())
            .find_map(|sought| text.find(sought))
            .unwrap_or(0);
        (&source.path, source.line_column(span.start + offset).line)
    }

    fn place(&self) -> String {
        let (path, line) = self.at();
        format!("{path}:{line}")
    }

    fn sentence(&self, context: &Context) -> String {
        let norm = &self.library.lawbook.norms[self.finding.mutant.norm];
        let change = &self.finding.mutant.change;
        let mut gaps = vec![
            ("norm", norm.id.as_str().into()),
            ("was", change.was.as_str().into()),
        ];
        gaps.extend(change.is.as_ref().map(|is| ("is", is.as_str().into())));
        let key = match (change.kind, change.in_exception, change.is.is_some()) {
            (Kind::DropNorm, ..) => "mutate-norm",
            (_, false, false) => "mutate-without",
            (_, false, true) => "mutate-instead",
            (_, true, false) => "mutate-exception-without",
            (_, true, true) => "mutate-exception-instead",
        };
        let mut sentence = context.words.fill(key, &gaps);
        let versions = self.library.lawbook.norms_named(&norm.id).count();
        if let Some(from) = norm.from.filter(|_| versions > 1) {
            let version = [("from", from.to_string().into())];
            sentence = format!(
                "{sentence} {}",
                context.words.fill("mutate-version", &version)
            );
        }
        sentence
    }

    fn document(&self, suggest: bool) -> Value {
        let change = &self.finding.mutant.change;
        let (path, line) = self.at();
        let survival = self.survival().filter(|_| suggest);
        let example = survival.map(|survival| block(&self.library.lawbook, &survival.difference));
        let sharper = self.sharper().filter(|_| suggest);
        let sharper = sharper.map(|(place, more)| json!({ "place": place, "expect": more }));
        json!({
            "mutant": self.key, "norm": self.library.lawbook.norms[self.finding.mutant.norm].id,
            "kind": change.kind.name(), "was": change.was, "is": change.is, "path": path,
            "line": line, "accepted": self.reason,
            "example": example, "sharper": sharper,
        })
    }
}
