//! The situation of `decide` and `ask`: a file or a pipe, with the day, the place
//! and the profile from the command line, which win.

use std::fs::File;
use std::io::{BufRead, ErrorKind, Read as _};

use demur_app::engine::{Contradiction, Situation};
use demur_app::lawbook::{Answer, Lawbook};
use demur_app::situation::{self, Defaults, MAX_BYTES, Places, Read};
use demur_app::syntax::Sources;
use jiff::civil::Date;

use crate::context::Context;
use crate::failure::Failure;

#[derive(Debug, clap::Args)]
pub(crate) struct GivenArgs {
    /// Where it happens, such as pl
    #[arg(long, value_name = "PLACE")]
    pub(crate) place: Option<String>,
    /// The day whose law applies [default: the day in the file, else today]
    #[arg(long, value_name = "DAY")]
    pub(crate) at: Option<String>,
    /// The named business, such as gabinet
    #[arg(long, value_name = "PROFILE")]
    pub(crate) profile: Option<String>,
}

/// What the command line says of every situation.
#[derive(Debug)]
pub(crate) struct Given {
    /// What holds when a situation does not say otherwise.
    pub(crate) defaults: Defaults,
    day: Option<Date>,
    place: Option<usize>,
    profile: Option<demur_app::lawbook::Given>,
}

impl GivenArgs {
    /// Checks what was typed.
    pub(crate) fn resolve(&self, lawbook: &Lawbook, context: &Context) -> Result<Given, Failure> {
        let day = self
            .at
            .as_deref()
            .map(|day| parse_day(day, context))
            .transpose()?;
        Ok(Given {
            defaults: Defaults {
                day: day.unwrap_or(context.today),
                place: None,
            },
            day,
            place: self
                .place
                .as_deref()
                .map(|place| place_named(lawbook, place, context))
                .transpose()?,
            profile: self
                .profile
                .as_deref()
                .map(|name| profile_named(lawbook, name, context))
                .transpose()?,
        })
    }
}

impl Given {
    /// Puts what the command line says over what a situation says.
    pub(crate) fn over(&self, lawbook: &Lawbook, read: &mut Read) {
        if let Some(day) = self.day {
            read.situation.day = day;
        }
        if let Some(place) = self.place {
            read.situation
                .answers
                .insert(lawbook.place, Answer::OneOf(vec![place]));
            read.places.facts.remove(&lawbook.place);
        }
        if let Some(profile) = &self.profile {
            read.situation.profile.clone_from(profile);
            read.places.profile = None;
        }
    }

    /// The situation of which only the command line tells.
    pub(crate) fn alone(&self, lawbook: &Lawbook) -> Situation {
        let mut situation = Situation::on(self.defaults.day);
        situation.profile = self.profile.clone().unwrap_or_default();
        match self.place {
            Some(place) => situation.with(lawbook.place, Answer::OneOf(vec![place])),
            None => situation,
        }
    }

    /// The situation in a document.
    pub(crate) fn read(
        &self,
        input: &mut dyn BufRead,
        path: &str,
        lawbook: &Lawbook,
        context: &Context,
    ) -> Result<(Read, Sources), Failure> {
        let bytes = read_bounded(input, path, context)?;
        let mut sources = Sources::default();
        match situation::read(&mut sources, path, &bytes, lawbook, &self.defaults) {
            Ok(mut read) => {
                self.over(lawbook, &mut read);
                Ok((read, sources))
            }
            Err(diagnostics) => Err(Failure::Situation {
                sources,
                diagnostics,
            }),
        }
    }
}

/// That what is known clashes.
pub(crate) fn clash(
    lawbook: &Lawbook,
    found: &Contradiction,
    places: Option<&Places>,
    sources: Sources,
) -> Failure {
    Failure::Situation {
        sources,
        diagnostics: vec![situation::contradiction(lawbook, found, places)],
    }
}

/// Opens a file that was named on the command line.
pub(crate) fn open(path: &str, context: &Context) -> Result<File, Failure> {
    let opened = File::open(path).and_then(|file| {
        if file.metadata()?.is_dir() {
            Err(ErrorKind::IsADirectory.into())
        } else {
            Ok(file)
        }
    });
    opened.map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::Said(
            context
                .words
                .fill("error-no-file", &[("path", path.into())]),
        ),
        _ => unreadable(path, &error, context),
    })
}

/// That a file cannot be read.
pub(crate) fn unreadable(path: &str, error: &std::io::Error, context: &Context) -> Failure {
    let gaps = [("path", path.into()), ("reason", error.to_string().into())];
    Failure::Said(context.words.fill("error-unreadable", &gaps))
}

/// One byte more than a situation may have tells that it is too large.
fn read_bounded(
    input: &mut dyn BufRead,
    path: &str,
    context: &Context,
) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_BYTES)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    input
        .take(limit)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(path, &error, context))?;
    Ok(bytes)
}

/// A day that was named on the command line.
pub(crate) fn parse_day(day: &str, context: &Context) -> Result<Date, Failure> {
    day.parse()
        .map_err(|_| Failure::Said(context.words.fill("error-bad-day", &[("day", day.into())])))
}

/// The position of a place among all places.
pub(crate) fn place_named(
    lawbook: &Lawbook,
    place: &str,
    context: &Context,
) -> Result<usize, Failure> {
    let fact = &lawbook.facts[lawbook.place];
    fact.value_named(place).ok_or_else(|| {
        let names: Vec<String> = fact
            .domain
            .values()
            .iter()
            .map(|value| value.name.clone())
            .collect();
        let gaps = [
            ("place", place.into()),
            ("places", context.words.all_of(&names).into()),
        ];
        Failure::Said(context.words.fill("error-no-place", &gaps))
    })
}

fn profile_named(
    lawbook: &Lawbook,
    name: &str,
    context: &Context,
) -> Result<demur_app::lawbook::Given, Failure> {
    if let Some(profile) = lawbook.profile_named(name) {
        return Ok(profile.given.clone());
    }
    let names: Vec<String> = lawbook
        .profiles
        .iter()
        .map(|profile| profile.name.clone())
        .collect();
    let gaps = [
        ("profile", name.into()),
        ("profiles", context.words.all_of(&names).into()),
    ];
    let key = if names.is_empty() {
        "error-no-profiles"
    } else {
        "error-no-profile"
    };
    Err(Failure::Said(context.words.fill(key, &gaps)))
}
