//! The page on which a notice is written.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use demur_app::notices::Templates;
use demur_app::store::Operation;
use demur_words::notice::remark;
use sha2::{Digest as _, Sha256};

use super::choices::Choices;
use super::lint::{Checked, checked, is_as_written};
use super::occasion::Occasion;
use super::offers::Offers;
use super::options::Options;
use super::places::{Places, places};
use super::words::{Composed, composed, templates};
use crate::app::App;
use crate::fault::Fault;
use crate::firm::Firm;
use crate::frame::{Frame, Room, show_as};
use crate::pages::cases;
use crate::posted::Fields;
use crate::signed_in::{SignedIn, percent};

#[derive(Template)]
#[template(path = "notice.html")]
struct Page {
    frame: Frame,
    address: String,
    back: String,
    number: Option<String>,
    version: i64,
    request: String,
    options: Options,
    why_not: Option<String>,
    places: Places,
    text: String,
    /// Lines that the field for the text shows.
    rows: usize,
    /// What the text was before it was written anew.
    before: Option<String>,
    /// Tells next time whether somebody has changed the text.
    print: String,
    is_written: bool,
    is_edited: bool,
    checked: Checked,
    remarks: Vec<String>,
    offers: Offers,
    named: Option<String>,
    to: String,
    subject: String,
    mailto: String,
    /// The sender, when the app can send.
    from: Option<String>,
    has_pdf: bool,
    is_paper: bool,
    may_tell: bool,
    wrong: Option<Wrong>,
    sent: Option<String>,
}

impl Page {
    fn wrong_in(&self, field: &str) -> bool {
        self.wrong
            .as_ref()
            .is_some_and(|wrong| wrong.field == field)
    }
}

/// Why something was not done with the text.
pub(super) struct Wrong {
    pub(super) field: &'static str,
    pub(super) said: String,
    pub(super) status: StatusCode,
}

/// A notice in the making: what it is about, and everything that was chosen and typed.
pub(super) struct Letter {
    pub(super) occasion: Occasion,
    pub(super) firm: Firm,
    pub(super) choices: Choices,
    pub(super) composed: Composed,
    pub(super) fields: Fields,
    pub(super) templates: Templates,
    offers: Offers,
    named: Option<String>,
}

/// What happened before the page is shown.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) wrong: Option<Wrong>,
    pub(super) sent: Option<String>,
}

impl Letter {
    /// Writes the notice of what was sent, or the first one.
    pub(super) async fn of(
        app: &App,
        who: &SignedIn,
        occasion: Occasion,
        fields: Option<Fields>,
    ) -> Result<Self, Fault> {
        let firm = app.firm().await?;
        let words = app.voices().of(who.visitor.lang);
        let mut choices = Choices::first(&firm, occasion.number(), who.visitor.lang);
        if let Some(fields) = &fields {
            choices = Choices::sent(fields, choices);
        }
        let fields = fields.unwrap_or_default();
        let offers = Offers::of(app, &occasion, &firm, &fields, &words).await?;
        let offer = fields
            .some("provider")
            .and_then(|name| offers.named(name))
            .cloned();
        if let Some(offer) = &offer {
            let reach = offer.told.reach.as_deref().unwrap_or_default();
            choices.name_provider(&offer.name, reach);
        }
        let templates = templates(app).await?;
        let basis = occasion.basis(app, choices.lang).await?;
        let composed = composed(&templates, &choices, basis, &words);
        let named = offer.map(|offer| offer.name);
        Ok(Self {
            occasion,
            firm,
            choices,
            composed,
            fields,
            templates,
            offers,
            named,
        })
    }

    /// The words of the program.
    fn written(&self) -> Option<String> {
        self.composed
            .notice
            .as_ref()
            .map(|notice| notice.text().content().to_owned())
    }

    /// Whether the text is to be written anew. What nobody has changed follows what was filled in;
    /// what is told or sent is the text that somebody saw.
    fn writes(&self) -> bool {
        let is_asked = match self.fields.text("do") {
            "write" => true,
            "check" | "look" => !self.was_changed(),
            _ => false,
        };
        is_asked || !self.fields.has("text") || self.named.is_some()
    }

    /// Whether somebody has changed the text by hand.
    fn was_changed(&self) -> bool {
        print(&self.fields.raw("text")) != self.fields.text("print")
    }

    /// The text as it stands.
    pub(super) fn text(&self) -> String {
        let typed = self.fields.raw("text");
        match self.written() {
            Some(written) if self.writes() => written,
            _ => typed,
        }
    }

    /// What somebody had changed by hand and is no longer the text.
    fn before(&self) -> Option<String> {
        let typed = self.fields.raw("text");
        let lost = self.was_changed() && !typed.trim().is_empty() && self.text() != typed;
        (self.writes() && lost).then_some(typed)
    }

    pub(super) fn checked(&self, app: &App, who: &SignedIn) -> Checked {
        let words = app.voices().of(who.visitor.lang);
        checked(&self.text(), &self.choices, &self.composed, &words)
    }

    /// Whether the text is what the program wrote.
    pub(super) fn is_as_written(&self) -> bool {
        let notice = self.composed.notice.as_ref();
        notice.is_some_and(|notice| is_as_written(notice, &self.text()))
    }

    /// The subject of an e-mail, unless somebody typed one.
    pub(super) fn subject(&self, frame: &Frame) -> String {
        if let Some(typed) = self.fields.some("subject") {
            return typed.to_owned();
        }
        let gaps = [
            ("lang", self.choices.lang.code().into()),
            ("case", self.occasion.number().unwrap_or("none").into()),
            ("firm", self.firm.name.as_str().into()),
        ];
        frame.words.fill("mail-subject", &gaps)
    }

    /// The page.
    pub(super) fn page(
        self,
        app: &App,
        who: &SignedIn,
        outcome: Outcome,
    ) -> Result<Response, Fault> {
        let room = if self.occasion.case().is_some() {
            Room::Cases
        } else {
            Room::Counter
        };
        let frame = Frame::of(app, who).in_room(room);
        let text = self.text();
        let subject = self.subject(&frame);
        let to = self.fields.text("to").to_owned();
        let notice = self.composed.notice.as_ref();
        let remarks = notice.map(|notice| notice.remarks.iter());
        let remarks = remarks
            .into_iter()
            .flatten()
            .map(|each| remark(&frame.words, each));
        let status = outcome
            .wrong
            .as_ref()
            .map_or(StatusCode::OK, |wrong| wrong.status);
        let page = Page {
            address: self.occasion.href(),
            back: self.occasion.back(),
            number: self.occasion.number().map(str::to_owned),
            version: self.occasion.case().map_or(0, |file| file.version),
            request: cases::request()?,
            options: self.options(&frame),
            why_not: self.composed.why_not.clone(),
            places: places(notice, &self.choices.values, &frame.words),
            before: self.before(),
            print: self
                .written()
                .map_or_else(String::new, |written| print(&written)),
            is_written: notice.is_some(),
            is_edited: !self.is_as_written(),
            checked: self.checked(app, who),
            remarks: remarks.collect(),
            mailto: mailto(&to, &subject, &text),
            from: app.mailer().map(crate::mail::Mailer::from),
            has_pdf: cfg!(feature = "pdf") && notice.is_some(),
            is_paper: super::out::is_paper(self.choices.channel),
            may_tell: self.occasion.case().is_some()
                && cases::actor(who, Operation::Notify).is_ok(),
            offers: self.offers,
            named: self.named,
            rows: rows(&text),
            text,
            to,
            subject,
            wrong: outcome.wrong,
            sent: outcome.sent,
            frame: frame.clone(),
        };
        Ok(show_as(status, &page))
    }
}

/// As many lines as the text takes on a telephone, within reason.
fn rows(text: &str) -> usize {
    let lines = text.lines().map(|line| line.chars().count() / 40 + 1);
    lines.sum::<usize>().clamp(6, 20)
}

/// By this one sees that a text is what the program wrote, without keeping it twice in the page.
fn print(text: &str) -> String {
    let digest = Sha256::digest(text.trim_end().as_bytes());
    digest
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A link that opens an e-mail program.
fn mailto(to: &str, subject: &str, text: &str) -> String {
    let text = text.replace('\n', "\r\n");
    let encode = |text: &str| percent(text).replace('/', "%2F");
    format!(
        "mailto:{}?subject={}&body={}",
        encode(to),
        encode(subject),
        encode(&text)
    )
}
