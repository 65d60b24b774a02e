//! Wrong tries are counted, so that nobody guesses all day, and so that nobody can lock out
//! somebody else: what makes others wait is only what comes from their own network.

use std::time::Duration;

use unicode_normalization::UnicodeNormalization;

use crate::address::ClientAddress;
use crate::app::App;
use crate::fault::Fault;

const WINDOW: Duration = Duration::from_secs(15 * 60);
/// Wrong tries for one person from one network before it has to wait.
const FOR_ONE: u32 = 5;
/// Wrong tries from one network, whoever they are for, before it has to wait.
const FROM_ONE: u32 = 60;
/// Wrong passwords for one person from everywhere before every answer takes its time.
const SLOW: u32 = 20;
const SLOWLY: Duration = Duration::from_secs(2);
/// Wrong codes for one person from everywhere. Whoever tries codes has the password, so making all
/// wait hurts nobody else, and a code of six digits needs it.
const CODES: u32 = 30;

/// What is being tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tried {
    /// A password for a login.
    Password,
    /// A code for a pseudonym.
    Code,
}

/// Whether a try may be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gate {
    Open,
    /// Not before so many seconds have passed.
    Shut(u64),
}

/// Tries of one kind for one person from one network.
#[derive(Clone)]
pub(crate) struct Tries {
    kind: Tried,
    whom: String,
    from: String,
}

impl Tries {
    pub(crate) fn new(kind: Tried, whom: &str, from: ClientAddress) -> Self {
        let word = match kind {
            Tried::Password => "password",
            Tried::Code => "code",
        };
        let whom: String = whom.trim().nfc().collect();
        Self {
            kind,
            whom: format!("{word}\n{}", whom.to_lowercase()),
            from: from.network(),
        }
    }

    fn pair(&self) -> String {
        format!("pair\n{}\n{}", self.whom, self.from)
    }

    fn network(&self) -> String {
        format!("network\n{}", self.from)
    }

    fn person(&self) -> String {
        format!("person\n{}", self.whom)
    }

    /// Asks before something is tried. The try counts as wrong until [`Tries::right`] takes it
    /// back, so that trying many at once gains nothing.
    pub(crate) async fn begin(&self, app: &App) -> Result<Gate, Fault> {
        let tries = self.clone();
        let (gate, slowly) = app
            .wait(move |app| {
                let house = app.house();
                let person = house.failures(&tries.person(), WINDOW)?;
                for (bucket, most) in tries.limits() {
                    if house.failures(&bucket, WINDOW)? >= most {
                        return Ok((Gate::Shut(wait(app, &bucket, most)?), false));
                    }
                }
                let pair = tries.pair();
                if house.fail(&pair, WINDOW)? > FOR_ONE {
                    return Ok((Gate::Shut(wait(app, &pair, FOR_ONE)?), false));
                }
                Ok((Gate::Open, tries.kind == Tried::Password && person >= SLOW))
            })
            .await?;
        if slowly {
            tokio::time::sleep(SLOWLY).await;
        }
        Ok(gate)
    }

    fn limits(&self) -> Vec<(String, u32)> {
        let mut limits = vec![(self.pair(), FOR_ONE), (self.network(), FROM_ONE)];
        if self.kind == Tried::Code {
            limits.push((self.person(), CODES));
        }
        limits
    }

    /// It was wrong.
    pub(crate) async fn wrong(&self, app: &App) -> Result<(), Fault> {
        let tries = self.clone();
        app.wait(move |app| {
            app.house().fail(&tries.network(), WINDOW)?;
            app.house().fail(&tries.person(), WINDOW).map(|_| ())
        })
        .await
    }

    /// It was right.
    pub(crate) async fn right(&self, app: &App) -> Result<(), Fault> {
        let pair = self.pair();
        app.wait(move |app| app.house().forgive(&pair)).await
    }
}

/// Seconds until fewer than `most` failures lie inside the window.
fn wait(app: &App, bucket: &str, most: u32) -> Result<u64, demur_app::store::StoreError> {
    let (mut low, mut high) = (0, WINDOW.as_secs());
    while low < high {
        let middle = low.midpoint(high);
        let window = WINDOW.saturating_sub(Duration::from_secs(middle));
        if app.house().failures(bucket, window)? < most {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low.max(1))
}
