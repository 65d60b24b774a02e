//! The register: what needs attention, filters, the case files, and how many there were.

use askama::Template;
use axum::extract::{Query as Address, State};
use axum::http::StatusCode;
use axum::response::Response;
use demur_app::store::{
    Actor, Operation, Page as Listed, Query, Role, State as Stands, StoreError,
};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::acting::actor;
use super::figures::{Figures, figures};
use super::rows::{Attention, Options, Row, Teller};
use super::sought::Sought;
use crate::app::App;
use crate::fault::{Fault, or_page};
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
            let read = app
                .wait(move |app| read(app, &lister, query, with_piles, today))
                .await;
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
    let figures = if plain {
        figures(app, who, &frame.words).await?
    } else {
        None
    };
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
        attention: read
            .piles
            .into_iter()
            .filter_map(|pile| teller.pile(pile))
            .collect(),
        rows: read
            .listed
            .cases
            .iter()
            .map(|case| teller.row(case))
            .collect(),
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
    let listed = Listed {
        cases: Vec::new(),
        next: None,
    };
    Read {
        listed,
        piles: Vec::new(),
    }
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
        let due = Query {
            due_by: Some(soon),
            ..Query::default()
        };
        let stands = |state| Query {
            state: Some(state),
            ..Query::default()
        };
        for (title, address, query) in [
            ("attention-due", format!("/cases?due={soon}"), due),
            (
                "attention-open",
                "/cases?state=open".to_owned(),
                stands(Stands::Open),
            ),
            (
                "attention-appealed",
                "/cases?state=appealed".to_owned(),
                stands(Stands::Appealed),
            ),
            (
                "attention-objected",
                "/cases?state=objected".to_owned(),
                stands(Stands::Objected),
            ),
        ] {
            let query = Query {
                limit: Some(GLANCE),
                ..query
            };
            piles.push((title, address, app.record().find(actor, query)?));
        }
    }
    let listed = app.record().find(actor, query)?;
    Ok(Read { listed, piles })
}
