//! A policy that is about to be saved: does it compile, and what does the prover find?

use std::time::Instant;

use demur_app::lawbook::{Effect, Lawbook, PackFile, Tier, Verdict};
use demur_app::library::{Library, LoadError};
use demur_app::proof;
use demur_app::proof::prover::{Finding, Kind, Proof, Request, prove};
use demur_app::syntax::{Diagnostic, Sources};
use demur_words::Words;
use demur_words::finding;
use jiff::civil::Date;

use crate::app::App;

/// How far a check looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// At the law of today: for somebody who is still writing.
    Today,
    /// At the law of every day on which the policy holds.
    EveryDay,
}

/// What was found.
pub(super) struct Checked {
    /// What is wrong with the text, errors first.
    pub(super) problems: Vec<Problem>,
    /// What the prover tells, what has to be mended first.
    pub(super) stories: Vec<Story>,
    /// Norms of the house.
    pub(super) norms: usize,
    /// How long it took, in milliseconds.
    pub(super) millis: u128,
    /// Only the law of today was looked at.
    pub(super) today_alone: bool,
    /// Whether it may be in force.
    pub(super) may_hold: bool,
}

/// Something that is wrong with a text. Its words come from the checker, in English.
pub(super) struct Problem {
    pub(super) is_error: bool,
    pub(super) code: &'static str,
    pub(super) message: String,
    /// The file among those of the policy, when it is one of them.
    pub(super) file: Option<String>,
    /// The path as the checker calls it.
    pub(super) path: String,
    pub(super) line: usize,
    pub(super) label: String,
    pub(super) help: Vec<String>,
}

/// What the prover found, told for people.
pub(super) struct Story {
    /// Whether the policy may not be in force with it.
    pub(super) is_grave: bool,
    pub(super) text: String,
    /// The situation as an example that can be pasted into the policy.
    pub(super) example: Option<String>,
    /// Of the norm that it is about.
    pub(super) line: Option<(String, usize)>,
}

const FOLDER: &str = "policy/";

/// Checks a whole policy, of which no file is saved yet. Takes a while: run it where waiting is
/// allowed.
pub(super) fn check(
    app: &App,
    words: &Words,
    files: Vec<PackFile>,
    today: Date,
    reach: Reach,
) -> Checked {
    let began = Instant::now();
    let mut checked = match app.desk().law().compile(files) {
        Ok(library) => proved(&library, words, today, reach),
        Err(error) => broken(&error),
    };
    checked.problems.sort_by_key(|problem| !problem.is_error);
    checked.stories.sort_by_key(|story| !story.is_grave);
    let sound = checked.problems.iter().all(|problem| !problem.is_error);
    checked.may_hold = sound && checked.stories.iter().all(|story| !story.is_grave);
    checked.millis = began.elapsed().as_millis();
    checked
}

fn proved(library: &Library, words: &Words, today: Date, reach: Reach) -> Checked {
    let lawbook = &library.lawbook;
    let mut house = lawbook
        .norms
        .iter()
        .filter(|(_, norm)| norm.layer.tier == Tier::House);
    // Where nothing holds today, today's law would be no proof of anything.
    let today_alone = reach == Reach::Today && house.any(|(_, norm)| norm.in_force(today));
    let files: Vec<PackFile> = library
        .sources
        .iter()
        .map(|(_, source)| PackFile {
            path: source.path.clone(),
            text: source.text.clone(),
        })
        .collect();
    let proof = prove(&Request {
        lawbook,
        files: &files,
        today,
        at: today_alone.then_some(today),
        policy_only: true,
        pack: None,
    });
    let own = library
        .warnings
        .iter()
        .filter(|found| is_own(found, &library.sources));
    Checked {
        problems: own.map(|found| problem(found, &library.sources)).collect(),
        stories: stories(library, words, &proof),
        norms: lawbook
            .norms
            .iter()
            .filter(|(_, norm)| norm.layer.tier == Tier::House)
            .count(),
        millis: 0,
        today_alone,
        may_hold: false,
    }
}

fn stories(library: &Library, words: &Words, proof: &Proof) -> Vec<Story> {
    let lawbook = &library.lawbook;
    let told = proof.findings.iter().map(|found| Story {
        is_grave: is_grave(lawbook, found),
        text: finding::story(lawbook, words, found),
        example: found
            .scene
            .as_ref()
            .map(|scene| proof::example(lawbook, &finding::title(lawbook, words, found), scene)),
        line: line(library, lawbook, found),
    });
    // Where the prover is at fault nothing is proved, so nothing may rest on it.
    let faults = proof.mismatches.iter().map(|fault| Story {
        is_grave: true,
        text: finding::mismatch(words, fault),
        example: None,
        line: None,
    });
    told.chain(faults).collect()
}

/// With these the policy would say refuse where the law says serve, or break a promise of a pack.
/// The others are about norms that do nothing or contradict each other: the engine never says
/// "refuse" because of them.
fn is_grave(lawbook: &Lawbook, found: &Finding) -> bool {
    match found.kind {
        Kind::AgainstLaw(_) | Kind::TraitOpens(_) | Kind::Property(_) => true,
        // A norm that speaks for refusing and never takes effect, because all its situations are
        // ones in which the customer has to be served.
        Kind::Futile(norm) => {
            let verdict = found.scene.as_ref().and_then(|scene| scene.verdict);
            let serve = matches!(verdict, Some(Verdict::MustServe | Verdict::NotJustified));
            let effect = &lawbook.norms[norm].effect;
            serve
                && matches!(
                    effect,
                    Effect::ForbidServing | Effect::Permit(_) | Effect::Entitle(_)
                )
        }
        Kind::Clash(..) | Kind::Dead(_) | Kind::Shadowed(_) | Kind::Gap | Kind::Idle(_) => false,
    }
}

/// Where the norm stands that the finding is about.
fn line(library: &Library, lawbook: &Lawbook, found: &Finding) -> Option<(String, usize)> {
    let norm = found.kind.norms().first().copied()?;
    let (file, span) = lawbook.norms[norm].declared;
    let source = library.sources.source(file)?;
    let name = source.path.strip_prefix(FOLDER)?;
    Some((name.to_owned(), source.line_column(span.start).line))
}

fn broken(error: &LoadError) -> Checked {
    let problems = match error {
        LoadError::Broken {
            sources,
            diagnostics,
        } => diagnostics
            .iter()
            .map(|found| problem(found, sources))
            .collect(),
        LoadError::Unreadable { .. } => vec![Problem {
            is_error: true,
            code: "",
            message: error.to_string(),
            file: None,
            path: String::new(),
            line: 0,
            label: String::new(),
            help: Vec::new(),
        }],
    };
    Checked {
        problems,
        stories: Vec::new(),
        norms: 0,
        millis: 0,
        today_alone: false,
        may_hold: false,
    }
}

fn is_own(found: &Diagnostic, sources: &Sources) -> bool {
    let place = found
        .place
        .as_ref()
        .and_then(|place| sources.source(place.file));
    place.is_some_and(|source| source.path.starts_with(FOLDER))
}

fn problem(found: &Diagnostic, sources: &Sources) -> Problem {
    let place = found.place.as_ref();
    let source = place.and_then(|place| sources.source(place.file));
    let line = source.zip(place).map_or(0, |(source, place)| {
        source.line_column(place.span.start).line
    });
    let path = source.map_or("", |source| source.path.as_str());
    Problem {
        is_error: found.is_error(),
        code: found.code.0,
        message: found.message.clone(),
        file: path.strip_prefix(FOLDER).map(str::to_owned),
        path: path.to_owned(),
        line,
        label: place.map(|place| place.label.clone()).unwrap_or_default(),
        help: found.help.clone(),
    }
}
