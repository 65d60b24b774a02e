//! The register: what needs attention, filters, the case files, and how many there were.

use askama::Template;
use axum::extract::{Query as Address, State};
use axum::http::StatusCode;
use axum::response::Response;
use demur_app::lawbook::Lawbook;
use demur_app::store::{
    Actor, Choice, Found, Operation, Page as Listed, Query, Role, State as Stands, StoreError,
};
use demur_words::{Words, names};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::acting::actor;
use super::figures::{Figures, figures};
use super::sought::Sought;
use crate::app::App;
use crate::fault::{Fault, or_page};
use crate::firm::Firm;
use crate::frame::{Frame, Room, show_as};
use crate::signed_in::SignedIn;

/// What is due within a week needs attention today.
const SOON: i64 = 7;
/// More than this is a matter for the filters.
const GLANCE: i64 = 5;

#[derive(Template)]
#[template(path = "cases/register.html")]
struct Page {
    frame: Frame,
    sought: Sought,
    options: Options,
    attention: Vec<Attention>,
    rows: Vec<Row>,
    next: Option<String>,
    figures: Option<Figures>,
    /// What could not be read of the filters.
    wrong: Option<String>,
    wrong_in: &'static str,
    only_own: bool,
    gives_access: bool,
}

impl Page {
    fn is_wrong(&self, name: &str) -> bool {
        self.wrong.is_some() && self.wrong_in == name
    }
}

/// What can be chosen in the filters, as code and name.
struct Options {
    states: Vec<(&'static str, String)>,
    choices: Vec<(&'static str, String)>,
    verdicts: Vec<(&'static str, String)>,
    grounds: Vec<(String, String)>,
    sites: Vec<(String, String)>,
}

/// A pile of case files for which somebody has to do something.
struct Attention {
    title: String,
    href: String,
    rows: Vec<Row>,
    more: bool,
}

/// A case file in a list.
struct Row {
    number: String,
    href: String,
    when: String,
    state: String,
    decision: String,
    /// Class of the badge.
    tone: &'static str,
    ground: String,
    site: String,
    due: Option<String>,
    overdue: bool,
    notes: Vec<String>,
}

/// Shows what is sought.
pub(super) async fn page(
    State(app): State<App>,
    who: SignedIn,
    Address(pairs): Address<Vec<(String, String)>>,
) -> Response {
    let shown = shown(&app, &who, Sought::of(pairs)).await;
    or_page(&app, &who, shown)
}

/// What of the lists fills the page.
struct Read {
    listed: Listed,
    piles: Vec<(&'static str, String, Listed)>,
}

async fn shown(app: &App, who: &SignedIn, sought: Sought) -> Result<Response, Fault> {
    let firm = app.firm().await?;
    let frame = Frame::of(app, who).in_room(Room::Cases);
    let lister = actor(who, Operation::Find)?;
    let only_own = lister.role() == Role::Desk;
    let plain = sought.is_everything() && sought.is_first();
    let today = app.today();
    let (read, wrong, wrong_in) = match sought.query() {
        Err(filter) => (Ok(nothing()), Some(frame.t("register-bad-filter")), filter),
        Ok(query) => {
            let with_piles = plain && !only_own;
            let read = app.wait(move |app| read(app, &lister, query, with_piles, today)).await;
            (read, None, "")
        }
    };
    let (read, wrong, wrong_in) = match read {
        Err(Fault::Store(error @ StoreError::Invalid { field, .. })) => {
            let said = demur_words::record::error::message(&error, &frame.words);
            (nothing(), Some(said), field)
        }
        other => (other?, wrong, wrong_in),
    };
    let figures = if plain { figures(app, who, &frame.words).await? } else { None };
    let library = app.desk().library();
    let teller = Teller {
        words: &frame.words,
        lawbook: &library.lawbook,
        firm: &firm,
        today,
    };
    let status = match wrong {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let page = Page {
        options: teller.options(),
        attention: read.piles.into_iter().filter_map(|pile| teller.pile(pile)).collect(),
        rows: read.listed.cases.iter().map(|case| teller.row(case)).collect(),
        next: read.listed.next.map(|after| sought.next(&after)),
        figures,
        wrong,
        wrong_in,
        only_own,
        gives_access: who.may(Operation::ExportAccess),
        sought,
        frame: frame.clone(),
    };
    Ok(show_as(status, &page))
}

fn nothing() -> Read {
    let listed = Listed { cases: Vec::new(), next: None };
    Read { listed, piles: Vec::new() }
}

fn read(
    app: &App,
    actor: &Actor,
    query: Query,
    with_piles: bool,
    today: Date,
) -> Result<Read, StoreError> {
    let mut piles = Vec::new();
    if with_piles {
        let soon = today.saturating_add(SOON.days());
        let due = Query { due_by: Some(soon), ..Query::default() };
        let stands = |state| Query { state: Some(state), ..Query::default() };
        for (title, address, query) in [
            ("attention-due", format!("/cases?due={soon}"), due),
            ("attention-open", "/cases?state=open".to_owned(), stands(Stands::Open)),
            ("attention-appealed", "/cases?state=appealed".to_owned(), stands(Stands::Appealed)),
            ("attention-objected", "/cases?state=objected".to_owned(), stands(Stands::Objected)),
        ] {
            let query = Query { limit: Some(GLANCE), ..query };
            piles.push((title, address, app.record().find(actor, query)?));
        }
    }
    let listed = app.record().find(actor, query)?;
    Ok(Read { listed, piles })
}

/// What case files are told with.
struct Teller<'a> {
    words: &'a Words,
    lawbook: &'a Lawbook,
    firm: &'a Firm,
    today: Date,
}

impl Teller<'_> {
    fn pile(&self, (title, href, listed): (&'static str, String, Listed)) -> Option<Attention> {
        if listed.cases.is_empty() {
            return None;
        }
        Some(Attention {
            title: self.words.say(title),
            href,
            rows: listed.cases.iter().map(|case| self.row(case)).collect(),
            more: listed.next.is_some(),
        })
    }

    fn row(&self, case: &Found) -> Row {
        let words = self.words;
        let decision = match &case.choice {
            Some(choice) => names::choice_named(words, choice),
            None => {
                let verdict = names::verdict_named(words, &case.verdict);
                words.fill("register-undecided", &[("verdict", verdict.into())])
            }
        };
        let mut notes = Vec::new();
        if case.identity == "destroyed" {
            notes.push(words.say("record-texts-gone-short"));
        }
        if case.on_hold {
            notes.push(words.say("record-held-short"));
        }
        let due = case.deadline.as_ref().map(|day| {
            let kind = case.deadline_kind.as_deref().unwrap_or_default();
            super::step::due(self.lawbook, words, day, kind)
        });
        let day = case.deadline.as_ref().and_then(|day| day.parse::<Date>().ok());
        Row {
            href: super::address(&case.number),
            number: case.number.clone(),
            when: case.when.clone(),
            state: names::state(words, &case.state),
            decision,
            tone: match case.choice.as_deref() {
                Some("refuse") => "refuse",
                Some(_) => "serve",
                None => "open",
            },
            ground: names::ground(self.lawbook, words.lang, &case.ground).unwrap_or_default(),
            site: self.site(&case.site),
            due,
            overdue: day.is_some_and(|day| day < self.today),
            notes,
        }
    }

    fn site(&self, code: &str) -> String {
        let mut sites = self.firm.sites.iter();
        let known = sites.find(|site| site.code == code);
        known.map_or_else(|| code.to_owned(), |site| site.name.clone())
    }

    fn options(&self) -> Options {
        let words = self.words;
        let state = |state: &Stands| (state.as_str(), names::state(words, state.as_str()));
        let choice = |choice: &Choice| (choice.as_str(), names::choice(words, *choice));
        let verdicts = [
            "must_serve", "not_justified", "may_refuse_after", "may_refuse", "must_refuse",
            "conflict", "undetermined",
        ];
        let grounds = self.lawbook.grounds.iter().map(|(_, ground)| {
            (ground.name.clone(), ground.label.get(words.lang).to_owned())
        });
        let mut grounds: Vec<(String, String)> = grounds.collect();
        grounds.sort_by(|one, other| one.1.cmp(&other.1));
        let sites = self.firm.sites.iter();
        Options {
            states: Stands::ALL.iter().map(state).collect(),
            choices: Choice::ALL.iter().map(choice).collect(),
            verdicts: verdicts.map(|code| (code, names::verdict_named(words, code))).to_vec(),
            grounds,
            sites: sites.map(|site| (site.code.clone(), site.name.clone())).collect(),
        }
    }
}
