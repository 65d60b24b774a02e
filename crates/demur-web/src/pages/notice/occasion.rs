//! What a notice is about: an interview that is not recorded yet, or a case file.

use demur_app::engine::Situation;
use demur_app::library::Library;
use demur_app::notice;
use demur_app::notices::{Age, Basis, Lang};
use demur_app::situation::{self, Defaults};
use demur_app::store::{CaseFile, Operation};
use demur_app::syntax::Sources;

use crate::app::App;
use crate::fault::Fault;
use crate::pages::cases;
use crate::pages::counter::Led;
use crate::signed_in::SignedIn;

/// What a notice is about.
pub(super) enum Occasion {
    /// An interview that is over.
    Interview(Box<Led>),
    /// A case file.
    Case(Box<CaseFile>),
}

impl Occasion {
    pub(super) async fn of_interview(app: &App, who: &SignedIn, id: &str) -> Result<Self, Fault> {
        Ok(Self::Interview(Box::new(Led::of(app, who, id).await?)))
    }

    pub(super) async fn of_case(app: &App, who: &SignedIn, number: &str) -> Result<Self, Fault> {
        cases::actor(who, Operation::Notify)?;
        let looker = cases::actor(who, Operation::Show)?;
        let number = number.to_owned();
        let file = app
            .wait(move |app| app.record().show(&looker, &number))
            .await?;
        Ok(Self::Case(Box::new(file)))
    }

    /// Where its notice is written.
    pub(super) fn href(&self) -> String {
        match self {
            Self::Interview(led) => format!("/interview/{}/notice", led.id),
            Self::Case(file) => format!("{}/notice", cases::address(&file.number)),
        }
    }

    /// Where one came from.
    pub(super) fn back(&self) -> String {
        match self {
            Self::Interview(led) => format!("/interview/{}/opinion", led.id),
            Self::Case(file) => cases::address(&file.number),
        }
    }

    pub(super) fn case(&self) -> Option<&CaseFile> {
        match self {
            Self::Interview(_) => None,
            Self::Case(file) => Some(file),
        }
    }

    pub(super) fn number(&self) -> Option<&str> {
        self.case().map(|file| file.number.as_str())
    }

    /// What the opinion lets be said, in a language.
    pub(super) async fn basis(&self, app: &App, lang: Lang) -> Result<Basis, Fault> {
        match self {
            Self::Interview(led) => {
                let led = led.clone();
                let decided = app.desk().ask(move |engine, library| {
                    let situation = led.situation(&library.lawbook);
                    let opinion = engine.decide(&situation)?;
                    Ok(notice::basis(&library.lawbook, &situation, &opinion, lang))
                });
                let decided: Result<Basis, demur_app::engine::Contradiction> = decided.await?;
                decided.map_err(|_| Fault::Broken("known facts clash"))
            }
            Self::Case(file) => {
                let library = app.desk().library();
                let age = match file.minor_safeguards {
                    true => Age::Minor,
                    false => Age::Adult,
                };
                Ok(Basis {
                    age,
                    ..notice::kept_basis(&library.lawbook, &file.opinion, lang)
                })
            }
        }
    }

    /// What is known of the situation, for whoever looks for other providers. Of a case file it is
    /// what the record keeps; nothing when the lawbook no longer understands it.
    pub(super) fn situation(&self, app: &App, library: &Library) -> Option<Situation> {
        match self {
            Self::Interview(led) => Some(led.situation(&library.lawbook)),
            Self::Case(file) => {
                let text = file.situation.to_string();
                let defaults = Defaults {
                    day: app.today(),
                    place: None,
                };
                let mut sources = Sources::default();
                let (name, bytes) = (file.number.as_str(), text.as_bytes());
                let read = situation::read(&mut sources, name, bytes, &library.lawbook, &defaults);
                read.ok().map(|read| read.situation)
            }
        }
    }
}
