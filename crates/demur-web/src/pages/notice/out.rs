//! What leaves the page: a PDF, an e-mail, and the entry in the case file that the customer was told.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use demur_app::notices::Channel;
use demur_app::store::{Notice, Operation};

use super::letter::{Letter, Outcome, Wrong};
use super::places::brackets;
use crate::app::App;
use crate::fault::Fault;
use crate::frame::Frame;
use crate::mail::Sent;
use crate::pages::cases;
use crate::signed_in::SignedIn;

/// Whether a notice of this channel is on paper.
pub(super) fn is_paper(channel: Channel) -> bool {
    matches!(
        channel,
        Channel::Letter | Channel::Exclusion | Channel::Counter
    )
}

fn unfit(field: &'static str, said: String) -> Outcome {
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    Outcome {
        wrong: Some(Wrong {
            field,
            said,
            status,
        }),
        sent: None,
    }
}

/// What keeps the text from going anywhere: nothing in it, or brackets.
fn unfinished(letter: &Letter, key: &str, frame: &Frame) -> Option<Outcome> {
    let text = letter.text();
    if text.trim().is_empty() {
        return Some(unfit("text", frame.t("tell-told-empty")));
    }
    let open = brackets(letter.composed.notice.as_ref(), &text);
    if open.is_empty() {
        return None;
    }
    Some(unfit(
        "text",
        frame.t1(key, "places", frame.words.all_of(&open)),
    ))
}

/// Keeps in the case file what the customer was told.
pub(super) async fn told(app: &App, who: &SignedIn, letter: Letter) -> Result<Response, Fault> {
    let frame = Frame::of(app, who);
    if let Some(outcome) = unfinished(&letter, "tell-told-open", &frame) {
        return letter.page(app, who, outcome);
    }
    match kept(app, who, &letter).await {
        Ok(address) => Ok(Redirect::to(&address).into_response()),
        Err(fault) => {
            let outcome = refused(app, who, fault)?;
            letter.page(app, who, outcome)
        }
    }
}

/// What the record says against it, for the page.
fn refused(app: &App, who: &SignedIn, fault: Fault) -> Result<Outcome, Fault> {
    let status = fault.status();
    let Fault::Store(error) = fault else {
        return Err(fault);
    };
    if status == StatusCode::NOT_FOUND || status == StatusCode::INTERNAL_SERVER_ERROR {
        return Err(Fault::Store(error));
    }
    let words = app.voices().of(who.visitor.lang);
    let mut said = demur_words::record::error::message(&error, &words);
    if status == StatusCode::CONFLICT {
        said = format!("{said} {}", words.say("tell-told-conflict-hint"));
    }
    Ok(Outcome {
        wrong: Some(Wrong {
            field: "text",
            said,
            status,
        }),
        sent: None,
    })
}

/// Writes the entry; the address of the case file afterwards.
async fn kept(app: &App, who: &SignedIn, letter: &Letter) -> Result<String, Fault> {
    let file = letter.occasion.case().ok_or(Fault::NotFound)?;
    let actor = cases::actor(who, Operation::Notify)?;
    let version: i64 = letter
        .fields
        .text("version")
        .parse()
        .map_err(|_| Fault::Unreadable)?;
    let (number, request) = (
        file.number.clone(),
        letter.fields.text("request").to_owned(),
    );
    let notice = Notice {
        text: letter.text().trim_end().to_owned(),
        channel: letter.choices.channel.name().to_owned(),
        language: letter.choices.lang.code().to_owned(),
    };
    let receipt = app
        .wait(move |app| {
            app.record()
                .notify(&actor, &request, (&number, Some(version)), notice)
        })
        .await?;
    Ok(format!("{}?done=notice", cases::address(&receipt.case)))
}

/// Sends the text by e-mail, and keeps in the case file that it was.
pub(super) async fn mailed(
    app: &App,
    who: &SignedIn,
    mut letter: Letter,
) -> Result<Response, Fault> {
    let frame = Frame::of(app, who);
    let Some(mailer) = app.mailer() else {
        return Err(Fault::NotFound);
    };
    if let Some(outcome) = unfinished(&letter, "tell-mail-open", &frame) {
        return letter.page(app, who, outcome);
    }
    if letter.checked(app, who).blocked {
        return letter.page(app, who, unfit("text", frame.t("tell-mail-blocked")));
    }
    if let Some(outcome) = changed_meanwhile(&letter, &frame) {
        return letter.page(app, who, outcome);
    }
    let (request, to) = (
        letter.fields.text("request"),
        letter.fields.text("to").to_owned(),
    );
    let subject = letter.subject(&frame);
    let text = letter.text();
    let outcome = match mailer.send(request, &to, &subject, text.trim_end()).await {
        Sent::Taken | Sent::Before => None,
        Sent::NoAddress => Some(unfit("to", frame.t("tell-mail-no-address"))),
        Sent::NoSubject => Some(unfit("subject", frame.t("tell-mail-no-subject"))),
        Sent::Failed => {
            let status = StatusCode::BAD_GATEWAY;
            let said = frame.t("tell-mail-failed");
            Some(Outcome {
                wrong: Some(Wrong {
                    field: "to",
                    said,
                    status,
                }),
                sent: None,
            })
        }
    };
    if let Some(outcome) = outcome {
        return letter.page(app, who, outcome);
    }
    let sent = Some(frame.t1("tell-mail-sent", "to", &to));
    if letter.occasion.case().is_none() {
        return letter.page(app, who, Outcome { sent, wrong: None });
    }
    // It went out by e-mail, whatever channel the words were made for.
    letter.choices.channel = Channel::Email;
    match kept(app, who, &letter).await {
        Ok(address) => Ok(Redirect::to(&address).into_response()),
        Err(fault) => {
            let mut outcome = refused(app, who, fault)?;
            if let Some(wrong) = &mut outcome.wrong {
                wrong.said = frame.t1("tell-mail-sent-unrecorded", "why", &wrong.said);
            }
            letter.page(app, who, outcome)
        }
    }
}

/// Nothing is sent about a case file that somebody changed since the page was read.
fn changed_meanwhile(letter: &Letter, frame: &Frame) -> Option<Outcome> {
    let file = letter.occasion.case()?;
    let version: i64 = letter.fields.text("version").parse().unwrap_or_default();
    if version == file.version {
        return None;
    }
    let said = frame
        .words
        .fill("tell-changed", &[("number", file.number.as_str().into())]);
    let status = StatusCode::CONFLICT;
    Some(Outcome {
        wrong: Some(Wrong {
            field: "text",
            said,
            status,
        }),
        sent: None,
    })
}

/// The notice on paper, as the program wrote it.
#[cfg(feature = "pdf")]
pub(super) async fn paper(app: &App, who: &SignedIn, letter: Letter) -> Result<Response, Fault> {
    use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
    let Some(notice) = letter.composed.notice.clone() else {
        return letter.page(app, who, Outcome::default());
    };
    let day = app.today();
    let typeset = tokio::task::spawn_blocking(move || demur_app::print::pdf(&notice, day));
    let typeset = typeset.await.map_err(|_| Fault::Broken("a thread ended"))?;
    let bytes = typeset.map_err(|_| Fault::Broken("a notice cannot be typeset"))?;
    let name = letter.occasion.number().unwrap_or("notice");
    let headers = [
        (CONTENT_TYPE, "application/pdf".to_owned()),
        (
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}.pdf\""),
        ),
    ];
    Ok((headers, bytes).into_response())
}
