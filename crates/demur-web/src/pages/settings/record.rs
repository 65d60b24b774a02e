//! Whether the record is what was written, and how to back it up.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use demur_app::store::{Operation, Verified};

use super::framed;
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::frame::{Frame, show};
use crate::posted::Posted;
use crate::signed_in::SignedIn;
use crate::watch::note;

#[derive(Template)]
#[template(path = "settings/record.html")]
struct Page {
    frame: Frame,
    may_verify: bool,
    found: Option<Found>,
}

/// What a verification found.
enum Found {
    Intact { sentence: String, head: String },
    Broken { sentence: String, why: String },
}

pub(super) async fn page(State(app): State<App>, who: SignedIn) -> Response {
    shown(&app, &who, None)
}

fn shown(app: &App, who: &SignedIn, found: Option<Found>) -> Response {
    show(&Page {
        frame: framed(app, who),
        may_verify: who.may(Operation::Journal),
        found,
    })
}

pub(super) async fn verify(State(app): State<App>, Posted { who, .. }: Posted) -> Response {
    let done = verified(&app, &who).await;
    or_page(&app, &who, done)
}

async fn verified(app: &App, who: &SignedIn) -> Result<Response, Fault> {
    let actor = who.actor(Operation::Journal)?;
    let verified = app.wait(move |app| app.record().verify(&actor)).await?;
    note("record verified", Some(&who.person.pseudonym));
    let words = app.voices().of(who.visitor.lang);
    let found = match verified {
        Verified::Intact { entries, head } => Found::Intact {
            sentence: words.fill("verify-intact", &[("n", entries.into())]),
            head: format!("{} {}", head.seq, hex(&head.hash)),
        },
        Verified::Broken { seq, why } => Found::Broken {
            sentence: words.fill("verify-broken", &[("n", seq.into())]),
            why,
        },
    };
    Ok(shown(app, who, Some(found)))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
