//! Situations that are sent: read on an engine, with everything that is wrong put to its place.

use std::sync::Arc;

use demur_app::engine::{Contradiction, Engine};
use demur_app::lawbook::Lawbook;
use demur_app::library::Library;
use demur_app::situation::{self, Defaults, Read};
use demur_app::syntax::tree::Lang;
use demur_app::syntax::{Diagnostic, Sources};
use demur_words::Words;
use demur_words::phrase::Phrases;
use jiff::civil::Date;

use super::body::{AnyBody, Body};
use super::caller::Caller;
use super::problem::{Kind, Place, Problem, Said, Wrong};
use super::tree::Node;
use crate::app::App;

/// A situation as it was sent.
pub(crate) struct Sent {
    bytes: Vec<u8>,
    /// The body in which it stands, when that is JSON, and where it stands in it.
    whole: Option<(Node, usize)>,
}

impl From<AnyBody> for Sent {
    fn from(body: AnyBody) -> Self {
        Self {
            bytes: body.bytes,
            whole: body.root.map(|root| (root, 0)),
        }
    }
}

impl Sent {
    /// A member of a body.
    pub(crate) fn within(body: &Body, node: &Node) -> Self {
        let text = body.text.get(node.start..node.end).unwrap_or_default();
        Self {
            bytes: text.into(),
            whole: Some((body.root.clone(), node.start)),
        }
    }

    /// Reads it by this lawbook; without `at` it happens today.
    pub(crate) fn read(&self, lawbook: &Lawbook, today: Date) -> Result<Understood<'_>, Problem> {
        let mut sources = Sources::default();
        let defaults = Defaults {
            day: today,
            place: None,
        };
        match situation::read(&mut sources, "situation", &self.bytes, lawbook, &defaults) {
            Ok(read) => Ok(Understood {
                read,
                sources,
                sent: self,
            }),
            Err(found) => {
                let wrong = found.iter().map(|each| self.wrong(each, &sources));
                Err(Problem::of(Kind::InvalidSituation, wrong.collect()))
            }
        }
    }

    fn wrong(&self, diagnostic: &Diagnostic, sources: &Sources) -> Wrong {
        let start = diagnostic
            .place
            .as_ref()
            .map(|place| (place.file, place.span.start));
        let (pointer, line) = match (&self.whole, start) {
            (Some((root, offset)), Some((_, start))) => (root.pointer_at(offset + start), None),
            (Some((root, offset)), None) => (root.pointer_at(*offset), None),
            (None, Some((file, start))) => {
                let source = sources.source(file);
                let place = source.map(|source| source.line_column(start));
                (String::new(), place.map(|place| (place.line, place.column)))
            }
            (None, None) => (String::new(), None),
        };
        let said = Said::Text(diagnostic.message.clone());
        let wrong = Wrong::new(Place::Body(pointer), diagnostic.code.0, said);
        Wrong {
            help: diagnostic.help.clone(),
            line,
            ..wrong
        }
    }
}

/// A situation that was read.
pub(crate) struct Understood<'s> {
    pub(crate) read: Read,
    sources: Sources,
    sent: &'s Sent,
}

impl Understood<'_> {
    /// That what is known cannot be so.
    pub(crate) fn clash(&self, lawbook: &Lawbook, found: &Contradiction, words: &Words) -> Problem {
        let diagnostic = situation::contradiction(lawbook, found, Some(&self.read.places));
        let mut wrong = self.sent.wrong(&diagnostic, &self.sources);
        let phrases = Phrases {
            lawbook,
            words,
            situation: &self.read.situation,
        };
        let facts = phrases.known(&found.facts).join("; ");
        wrong.said = Said::Key("problem-clash", vec![("facts", facts)]);
        let reasons = found.assumptions.iter();
        let reasons = reasons.filter_map(|index| lawbook.assumptions.get(*index));
        wrong.help = reasons
            .map(|reason| reason.because.get(words.lang).to_owned())
            .collect();
        Problem::of(Kind::InvalidSituation, vec![wrong])
    }
}

/// What an engine is asked with.
pub(crate) struct Thinking<'a, 'l> {
    pub(crate) engine: &'a mut Engine<'l>,
    pub(crate) library: &'a Library,
    pub(crate) words: &'a Words,
    pub(crate) today: Date,
}

impl Thinking<'_, '_> {
    pub(crate) fn lang(&self) -> Lang {
        self.words.lang
    }
}

/// Thinks about something on an engine, by the law as it is now.
pub(crate) async fn think<T: Send + 'static>(
    app: &App,
    caller: &Caller,
    question: impl FnOnce(&mut Thinking<'_, '_>) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let refreshed = app.wait(|app| {
        app.desk().refresh(false);
        Ok(())
    });
    refreshed.await.map_err(|fault| caller.problem(&fault))?;
    let words = Arc::clone(&caller.words);
    let today = app.today();
    let asked = app.desk().ask(move |engine, library| {
        question(&mut Thinking {
            engine,
            library,
            words: &words,
            today,
        })
    });
    asked.await.map_err(|fault| caller.problem(&fault))?
}
