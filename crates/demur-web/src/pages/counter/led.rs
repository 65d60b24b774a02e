//! An interview that somebody leads: kept between two pages, sealed for their session alone.

use demur_app::engine::{Engine, Situation};
use demur_app::interview::{Interview, Saved};
use demur_app::lawbook::Lawbook;
use demur_app::library::Library;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::time::Duration;

use super::openings::Opening;
use crate::app::App;
use crate::fault::Fault;
use crate::firm::Firm;
use crate::seal;
use crate::signed_in::SignedIn;

/// Whoever has not gone on by then begins again.
const LIFETIME: Duration = Duration::from_secs(12 * 3600);

/// An interview with its name.
#[derive(Clone)]
pub(crate) struct Led {
    pub(crate) id: String,
    pub(crate) opening: String,
    saved: Saved,
    today: Date,
}

#[derive(Serialize, Deserialize)]
struct Draft {
    opening: String,
    saved: Saved,
}

impl Led {
    /// A new interview of the firm about what is happening.
    pub(super) async fn begin(
        app: &App,
        who: &SignedIn,
        firm: &Firm,
        opening: &'static Opening,
    ) -> Result<Self, Fault> {
        let (place, profile, today) = (firm.place.clone(), firm.profile.clone(), app.today());
        let saved = app
            .desk()
            .ask(move |_, library| start(library, &place, &profile, opening, today))
            .await?;
        let led = Self {
            id: app.wait(|app| app.house().new_draft_id()).await?,
            opening: opening.id.clone(),
            saved,
            today,
        };
        led.keep(app, who).await?;
        Ok(led)
    }

    /// The interview of this name, when this session leads it.
    pub(crate) async fn of(app: &App, who: &SignedIn, id: &str) -> Result<Self, Fault> {
        let (name, owner) = (id.to_owned(), who.session.clone());
        let sealed = app
            .wait(move |app| app.house().draft(&name, &owner))
            .await?;
        let opened = sealed.and_then(|sealed| seal::open(who.secret(), id, &sealed));
        let draft = opened.and_then(|body| serde_json::from_slice::<Draft>(&body).ok());
        let draft = draft.ok_or(Fault::InterviewGone)?;
        Ok(Self {
            id: id.to_owned(),
            opening: draft.opening,
            saved: draft.saved,
            today: app.today(),
        })
    }

    /// Does something with the interview on an engine, and keeps how it stands afterwards.
    pub(super) async fn go_on<T: Send + 'static>(
        &mut self,
        app: &App,
        who: &SignedIn,
        step: impl FnOnce(&mut Interview, &mut Engine<'_>, &Library) -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let (saved, today) = (self.saved.clone(), self.today);
        let (done, saved) = app
            .desk()
            .ask(move |engine, library| {
                let mut interview = Interview::resume(&saved, &library.lawbook, today);
                let done = step(&mut interview, engine, library);
                (done, interview.save(&library.lawbook))
            })
            .await?;
        if saved != self.saved {
            self.saved = saved;
            self.keep(app, who).await?;
        }
        Ok(done)
    }

    /// The situation as far as it is known.
    pub(crate) fn situation(&self, lawbook: &Lawbook) -> Situation {
        Interview::resume(&self.saved, lawbook, self.today).situation(lawbook)
    }

    /// Whether somebody was said to be in danger.
    pub(super) fn is_alarm(&self) -> bool {
        self.saved.says_yes("danger.life")
    }

    /// The interview is over; nothing of it stays.
    pub(crate) async fn forget(self, app: &App, who: &SignedIn) -> Result<(), Fault> {
        let owner = who.session.clone();
        app.wait(move |app| app.house().remove_draft(&self.id, &owner))
            .await
    }

    async fn keep(&self, app: &App, who: &SignedIn) -> Result<(), Fault> {
        let draft = Draft {
            opening: self.opening.clone(),
            saved: self.saved.clone(),
        };
        let body = serde_json::to_vec(&draft).map_err(|_| Fault::Broken("an interview"))?;
        let sealed = seal::seal(who.secret(), &self.id, &body)?;
        let (id, owner) = (self.id.clone(), who.session.clone());
        app.wait(move |app| app.house().put_draft(&id, &owner, &sealed, LIFETIME))
            .await
    }
}

fn start(library: &Library, place: &str, profile: &str, opening: &Opening, today: Date) -> Saved {
    let lawbook = &library.lawbook;
    let mut situation = Situation::on(today);
    let value = lawbook.facts[lawbook.place].value_named(place);
    if let Some(value) = value {
        let answer = demur_app::lawbook::Answer::OneOf(vec![value]);
        situation.answers.insert(lawbook.place, answer);
    }
    situation.answers.extend(opening.known(lawbook));
    let interview = Interview::new(situation);
    let interview = match lawbook.profile_named(profile) {
        Some(_) => interview.of_profile(profile),
        None => interview,
    };
    interview.save(lawbook)
}
