//! `/notices` and `/lint`: what to say to the customer, and what is wrong with a text.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use demur_app::lint::{Asked, check, document as lint_document};
use demur_app::notice;
use demur_app::notice_json::document;
use demur_app::notices::lint::Level;
use demur_app::notices::{
    Address, Basis, Channel, Lang, Order, Scenario, Slot, Templates, Values, compose,
};
use demur_app::store::{DocumentKind, StoreError};
use demur_words::notice as say;
use utoipa::ToSchema;

use super::body::Body;
use super::caller::Caller;
use super::problem::{Kind, Problem};
use super::reading::{Members, Reading};
use super::schema;
use super::situations::{Sent, think};
use super::tree::{Json as Tree, step};
use crate::app::App;
use crate::firm::Firm;

/// What to write a notice about, and how.
#[derive(ToSchema)]
#[schema(as = NoticeOrder)]
#[expect(
    dead_code,
    reason = "it describes a body that is read member by member"
)]
pub(super) struct OrderBody {
    situation: schema::Situation,
    /// How it reaches the customer.
    channel: schema::ChannelName,
    /// Its language; that of the answer when absent.
    language: Option<schema::LanguageName>,
    /// What it explains; what the opinion calls for when absent.
    scenario: Option<schema::ScenarioName>,
    /// How it addresses the customer, in Polish; only as customers write about themselves.
    address: Option<schema::AddressName>,
    /// Words for its places, by name: `request`, `facts`, `alternative_1`. They go before those
    /// in the situation. The firm's name, address and contact are known to the app.
    values: Option<std::collections::BTreeMap<String, String>>,
}

/// A text to look at.
#[derive(ToSchema)]
#[schema(as = Draft)]
#[expect(
    dead_code,
    reason = "it describes a body that is read member by member"
)]
pub(super) struct DraftBody {
    /// The text.
    text: String,
    /// Its language; guessed from its words when absent.
    language: Option<schema::LanguageName>,
    /// How it reaches the customer.
    channel: Option<schema::ChannelName>,
    /// What it explains.
    scenario: Option<schema::ScenarioName>,
    /// Lighter findings are left out.
    min_level: Option<schema::LevelName>,
}

fn channel(reading: &mut Reading, members: &Members<'_>) -> Option<Channel> {
    let names = Channel::ALL.map(Channel::name);
    reading.word(members, "channel", |text| text.parse().ok(), &names)
}

fn language(reading: &mut Reading, members: &Members<'_>) -> Option<Lang> {
    let names = Lang::ALL.map(Lang::code);
    reading.word(members, "language", |text| text.parse().ok(), &names)
}

fn scenario(reading: &mut Reading, members: &Members<'_>) -> Option<Scenario> {
    let names = Scenario::ALL.map(Scenario::name);
    reading.word(members, "scenario", |text| text.parse().ok(), &names)
}

/// Words for the places of a notice.
fn values(reading: &mut Reading, members: &Members<'_>, into: &mut Values) {
    let Some(node) = members.some("values") else {
        return;
    };
    let at = members.at("values");
    let Tree::Map(entries) = &node.value else {
        return reading.note(&at, "type", "problem-needs-object", Vec::new());
    };
    for entry in entries {
        let at = format!("{at}{}", step(&entry.key));
        let Tree::Text(text) = &entry.value.value else {
            reading.note(&at, "type", "problem-needs-text", Vec::new());
            continue;
        };
        if let Err(unknown) = into.set(&entry.key, text) {
            let key = if unknown.near.is_some() {
                "problem-no-slot-near"
            } else {
                "problem-no-slot"
            };
            let names: Vec<&str> = Slot::all().iter().map(|slot| slot.name).collect();
            let gaps = vec![
                ("name", entry.key.chars().take(80).collect()),
                ("near", unknown.near.unwrap_or_default().to_owned()),
                ("known", names.join(", ")),
            ];
            reading.note(&at, "unknown-place", key, gaps);
        }
    }
}

/// The built-in templates with the firm's own in their place, and what is known of the firm.
fn of_the_house(app: &App) -> Result<(Option<Templates>, Option<Firm>), StoreError> {
    let mut templates = Templates::built_in().ok();
    for own in app.house().documents(DocumentKind::Templates)? {
        // A template is checked when it is saved; one that fails after all changes nothing.
        let _broken = templates
            .as_mut()
            .map(|all| all.replace(&own.name, &own.text));
    }
    Ok((templates, Firm::read(app.house())?))
}

fn fill_in(values: &mut Values, firm: Option<&Firm>) {
    let Some(firm) = firm else { return };
    let known = [
        ("business_name", &firm.name),
        ("business_address", &firm.address),
        ("contact", &firm.contact),
        ("appeal_contact", &firm.complaint_contact),
    ];
    for (name, value) in known {
        if values.get(name).is_none() {
            // The names are those of built-in places.
            let _known = values.set(name, value);
        }
    }
}

/// Words for the customer
///
/// Nothing is kept. What is lacking stays open in brackets and is listed in `missing`. There is no
/// notice where the opinion does not allow what it would say.
#[utoipa::path(
    post, path = "/notices", tag = "notices", operation_id = "writeNotice",
    request_body(content = OrderBody, description = "A situation, and how to write about it"),
    responses((status = 200, body = schema::Notice, description = "The notice")),
)]
pub(super) async fn write(
    State(app): State<App>,
    caller: Caller,
    body: Body,
) -> Result<Response, Problem> {
    let known = [
        "situation",
        "channel",
        "language",
        "scenario",
        "address",
        "values",
    ];
    let mut reading = Reading::default();
    let members = reading.object(&body.root, "", &known);
    let situation = members.some("situation");
    let situation = reading.needed(&members, "situation", situation);
    let channel = channel(&mut reading, &members);
    let channel = reading.needed(&members, "channel", channel);
    let lang = language(&mut reading, &members).unwrap_or(caller.notice_lang());
    let scenario = scenario(&mut reading, &members);
    let names = Address::ALL.map(Address::name);
    let address = reading.word(&members, "address", |text| text.parse().ok(), &names);
    let mut typed = Values::default();
    values(&mut reading, &members, &mut typed);
    reading.finish()?;
    let (Some(situation), Some(channel)) = (situation, channel) else {
        return Err(Kind::InvalidBody.into());
    };
    let house = app.wait(of_the_house).await;
    let (templates, firm) = house.map_err(|fault| caller.problem(&fault))?;
    let templates = templates.ok_or(Kind::Broken)?;
    let sent = Sent::within(&body, situation);
    let spoken = caller.notice_lang();
    let written = think(&app, &caller, move |thinking| {
        let lawbook = &thinking.library.lawbook;
        let understood = sent.read(lawbook, thinking.today)?;
        let decided = thinking.engine.decide(&understood.read.situation);
        let opinion = decided.map_err(|found| understood.clash(lawbook, &found, thinking.words))?;
        let basis = notice::basis(lawbook, &understood.read.situation, &opinion, lang);
        let mut values = understood.read.notice.clone();
        for (name, value) in typed.iter() {
            let _known = values.set(name, value);
        }
        fill_in(&mut values, firm.as_ref());
        let order = Order {
            scenario: Scenario::chosen(scenario, &basis)
                .ok_or_else(|| nothing(thinking.words, &basis))?,
            channel,
            lang,
            address: address.unwrap_or_default(),
            values,
            basis,
        };
        let notice = compose(&templates, &order).map_err(|fault| {
            Problem::saying(Kind::NoNotice, say::fault(thinking.words, &fault, &order))
        })?;
        Ok(document(&notice, spoken))
    });
    Ok(Json(written.await?).into_response())
}

fn nothing(words: &demur_words::Words, basis: &Basis) -> Problem {
    Problem::saying(Kind::NoNotice, say::nothing(words, basis))
}

/// What is wrong with a text for a customer
///
/// Structure, tone, vagueness, law and form; the same document as `demur lint --format json`.
#[utoipa::path(
    post, path = "/lint", tag = "notices", operation_id = "lintText",
    request_body(content = DraftBody, description = "The text, and what is known of it"),
    responses((status = 200, body = schema::Lint, description = "What was found")),
)]
pub(super) async fn lint(caller: Caller, body: Body) -> Result<Response, Problem> {
    let mut reading = Reading::default();
    let known = ["text", "language", "channel", "scenario", "min_level"];
    let members = reading.object(&body.root, "", &known);
    let text = reading.text(&members, "text");
    let text = reading.needed(&members, "text", text);
    let levels = Level::ALL.map(Level::name);
    let least = |text: &str| Level::ALL.into_iter().find(|level| level.name() == text);
    let asked = Asked {
        lang: language(&mut reading, &members),
        fallback: Some(caller.notice_lang()),
        channel: channel(&mut reading, &members),
        scenario: scenario(&mut reading, &members),
        least: reading.word(&members, "min_level", least, &levels),
    };
    reading.finish()?;
    let Some(text) = text else {
        return Err(Kind::InvalidBody.into());
    };
    let lang = caller.notice_lang();
    // A long text takes a while; others are answered meanwhile.
    let found = tokio::task::spawn_blocking(move || {
        let files = [check("text", text, &asked)];
        serde_json::to_value(lint_document(&files, lang)).unwrap_or_default()
    });
    let found = found.await.map_err(|_| Problem::from(Kind::Broken))?;
    Ok(Json(found).into_response())
}

/// The channel of what the customer was told.
pub(super) fn told(
    reading: &mut Reading,
    members: &Members<'_>,
) -> (Option<Channel>, Option<Lang>) {
    (channel(reading, members), language(reading, members))
}
