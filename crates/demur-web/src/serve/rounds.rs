//! What is done once a day: the periods of the record, the broom of the house, and the head of the
//! journal written down elsewhere.

use std::path::{Path, PathBuf};
use std::time::Duration;

use demur_app::record::{HeadsError, HeadsFound};

use crate::app::App;

/// How often it is looked whether the day has changed.
const LOOK: Duration = Duration::from_secs(60);
/// After a round that failed.
const AGAIN: Duration = Duration::from_secs(600);

/// One round at the start, and one when the day changes.
pub(super) async fn every_day(app: App, heads: Option<PathBuf>) {
    let mut done = None;
    loop {
        let today = app.today();
        let mut pause = LOOK;
        if done != Some(today) {
            let round = app.wait(|app| {
                app.record().daily_round()?;
                app.house().sweep()
            });
            let round = round.await.is_ok();
            if round && note_head(&app, heads.clone()).await {
                tracing::info!("the daily round is done");
                done = Some(today);
            } else {
                tracing::error!("the daily round failed; it is tried again in ten minutes");
                pause = AGAIN;
            }
        }
        tokio::time::sleep(pause).await;
    }
}

/// Whether there is nothing more to do about the head today. That the record does not lead
/// through an earlier one is for people to look at; trying again does not mend it.
async fn note_head(app: &App, heads: Option<PathBuf>) -> bool {
    let Some(file) = heads else {
        return true;
    };
    let noted = app.wait(move |app| Ok(noted(app, &file))).await;
    noted.unwrap_or(false)
}

fn noted(app: &App, file: &Path) -> bool {
    match app.record().note_head(file, app.today()) {
        Ok(HeadsFound::Kept { .. }) => true,
        Ok(HeadsFound::Left(noted)) => {
            tracing::error!(
                day = %noted.day,
                entry = noted.head.seq,
                "the record does not lead through the head that was written down: it was altered, it is another one, or an older backup"
            );
            true
        }
        Err(HeadsError::Store(_)) => false,
        Err(HeadsError::File(error)) => {
            tracing::error!(kind = %error.kind(), "the file of heads cannot be used");
            false
        }
        Err(HeadsError::Line(line)) => {
            tracing::error!(line, "a line in the file of heads is no head");
            false
        }
    }
}
