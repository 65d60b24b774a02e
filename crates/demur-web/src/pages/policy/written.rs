//! The files of the house policy: as they are kept, and as they would be with a change.

use demur_app::lawbook::PackFile;
use demur_app::store::{Document, DocumentKind, StoreError};

use super::check::{Checked, Reach, check};
use crate::app::App;
use crate::fault::Fault;
use crate::firm::Firm;
use crate::signed_in::SignedIn;

/// The file that makes a folder of rules a pack.
pub(super) const HEAD: &str = "pack.md";

/// A change that somebody wants to make.
#[derive(Clone)]
pub(super) struct Change {
    pub(super) name: String,
    /// The version that they read; nothing when the file is new to them.
    pub(super) expected: Option<i64>,
    /// Nothing: the file is to go.
    pub(super) text: Option<String>,
}

/// What became of it.
pub(super) enum Outcome {
    Saved,
    /// It may not be in force.
    Refused(Checked),
    /// Somebody else was quicker; the version that they made.
    Stale(Option<i64>),
    /// The name or the text cannot be kept, in words.
    Unfit(StoreError),
}

/// All files as they are. Blocks.
pub(super) fn files(app: &App) -> Result<Vec<Document>, StoreError> {
    app.house().documents(DocumentKind::Policy)
}

/// One file as it is. Blocks.
pub(super) fn file(app: &App, name: &str) -> Result<Option<Document>, StoreError> {
    Ok(files(app)?.into_iter().find(|file| file.name == name))
}

/// The id of the pack to which the files beside the head belong.
pub(super) fn pack(files: &[Document]) -> String {
    let head = files.iter().find(|file| file.name == HEAD);
    let mut lines = head.map_or("", |head| head.text.as_str()).lines();
    let id = lines.find_map(|line| line.strip_prefix("pack:"));
    id.map_or("house", str::trim).to_owned()
}

/// The whole policy with a change, and with its head when it has none yet.
fn with(
    files: Vec<Document>,
    change: &Change,
    firm: &Firm,
    today: jiff::civil::Date,
) -> Vec<PackFile> {
    let mut all: Vec<PackFile> = files
        .into_iter()
        .filter(|file| file.name != change.name)
        .map(|file| PackFile {
            path: format!("policy/{}", file.name),
            text: file.text,
        })
        .collect();
    if let Some(text) = &change.text {
        all.push(PackFile {
            path: format!("policy/{}", change.name),
            text: text.clone(),
        });
    }
    let head = format!("policy/{HEAD}");
    if change.name != HEAD && !all.is_empty() && all.iter().all(|file| file.path != head) {
        all.push(PackFile {
            path: head,
            text: head_of(firm, today),
        });
    }
    all
}

fn head_of(firm: &Firm, today: jiff::civil::Date) -> String {
    let name: String = firm
        .name
        .chars()
        .filter(|letter| !letter.is_control())
        .collect();
    let place = if firm.place.is_empty() {
        "any"
    } else {
        firm.place.as_str()
    };
    let (year, month) = (today.year(), today.month());
    format!(
        "---\npack: house\nlayer: house\nplace: {place}\nversion: {year}.{month}.1\n\
         text-as-of: {today}\nstatus: draft\ntitle-en: House policy: {name}\n\
         title-pl: Zasady firmy: {name}\n---\n# House policy\n"
    )
}

/// What the policy would be like with a change.
pub(super) async fn tried(
    app: &App,
    who: &SignedIn,
    change: &Change,
    reach: Reach,
) -> Result<Checked, Fault> {
    let firm = app.firm().await?;
    let (change, today) = (change.clone(), app.today());
    let words = app.voices().of(who.visitor.lang);
    app.wait(move |app| {
        let all = with(files(app)?, &change, &firm, today);
        Ok(check(app, &words, all, today, reach))
    })
    .await
}

/// Makes a change, unless the policy may not be in force with it.
pub(super) async fn save(app: &App, who: &SignedIn, change: Change) -> Result<Outcome, Fault> {
    who.must_run_the_app()?;
    let checked = tried(app, who, &change, Reach::EveryDay).await?;
    if !checked.may_hold {
        return Ok(Outcome::Refused(checked));
    }
    let firm = app.firm().await?;
    let (by, today) = (who.person.pseudonym.clone(), app.today());
    let put = app
        .wait(move |app| {
            let put = put(app, &change, &firm, today, &by);
            app.desk().refresh(true);
            match put {
                Ok(()) => Ok(Outcome::Saved),
                Err(StoreError::Stale { actual, .. }) => Ok(Outcome::Stale(actual)),
                Err(error @ StoreError::Invalid { .. }) => Ok(Outcome::Unfit(error)),
                Err(error) => Err(error),
            }
        })
        .await?;
    Ok(put)
}

fn put(
    app: &App,
    change: &Change,
    firm: &Firm,
    today: jiff::civil::Date,
    by: &str,
) -> Result<(), StoreError> {
    let house = app.house();
    let kind = DocumentKind::Policy;
    let Some(text) = &change.text else {
        house.remove_document(kind, &change.name, change.expected.unwrap_or_default(), by)?;
        return Ok(());
    };
    house.put_document(kind, &change.name, change.expected, text, by)?;
    if change.name != HEAD && file(app, HEAD)?.is_none() {
        house.put_document(kind, HEAD, None, &head_of(firm, today), by)?;
    }
    Ok(())
}
