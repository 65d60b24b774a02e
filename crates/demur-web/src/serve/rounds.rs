//! What is done once a day: the periods of the record, and the broom of the house.

use std::time::Duration;

use crate::app::App;

/// How often it is looked whether the day has changed.
const LOOK: Duration = Duration::from_secs(60);
/// After a round that failed.
const AGAIN: Duration = Duration::from_secs(600);

/// One round at the start, and one when the day changes.
pub(super) async fn every_day(app: App) {
    let mut done = None;
    loop {
        let today = app.today();
        let mut pause = LOOK;
        if done != Some(today) {
            let round = app.wait(|app| {
                app.record().daily_round()?;
                app.house().sweep()
            });
            if round.await.is_ok() {
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
