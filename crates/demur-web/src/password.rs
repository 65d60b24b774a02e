//! Passwords: hashed by Argon2id, and turned away where everybody would guess them.

mod weak;

use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use crate::fault::Fault;

pub(crate) use weak::weakness;

/// Memory in KiB, rounds and lanes.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);
/// So many are computed at once, so that nobody takes all memory by trying passwords.
const AT_ONCE: usize = 4;
static TURN: Semaphore = Semaphore::const_new(AT_ONCE);
/// Of no password: what a try is compared with where there is no person, so that it takes as long.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$ZGVtdXItaGFzLW5vYm9keQ$\
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What a comparison found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Checked {
    /// Another password, or there is none.
    Wrong,
    /// The right one.
    Right,
    /// The right one, whose hash was made in an older way.
    RightButOld,
}

/// The encoded hash of a password.
pub(crate) async fn hash(password: &str) -> Result<String, Fault> {
    let password = composed(password);
    in_turn(move || hashed(&password))
        .await?
        .ok_or(Fault::Broken("a password cannot be hashed"))
}

/// Compares a password with an encoded hash. Takes as long when there is nothing to compare with.
pub(crate) async fn check(password: &str, hash: Option<String>) -> Result<Checked, Fault> {
    let password = composed(password);
    in_turn(move || compared(&password, hash.as_deref())).await
}

async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
    let _turn = TURN
        .acquire()
        .await
        .map_err(|_| Fault::Broken("no turn for a password"))?;
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|_| Fault::Broken("a thread ended"))
}

/// Keyboards write the same letter in different ways.
fn composed(password: &str) -> String {
    password.nfc().collect()
}

fn current() -> Option<Argon2<'static>> {
    let (memory, rounds, lanes) = COST;
    let params = Params::new(memory, rounds, lanes, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hashed(password: &str) -> Option<String> {
    let hash = current()?.hash_password(password.as_bytes()).ok()?;
    Some(hash.to_string())
}

fn compared(password: &str, hash: Option<&str>) -> Checked {
    let is_right = |hash: &str| {
        let parsed = PasswordHash::new(hash);
        let verify = |hash| Argon2::default().verify_password(password.as_bytes(), &hash);
        parsed.is_ok_and(|hash| verify(hash).is_ok())
    };
    match hash {
        None => {
            let _always_wrong = is_right(NOBODY);
            Checked::Wrong
        }
        Some(hash) if !is_right(hash) => Checked::Wrong,
        Some(hash) if is_current(hash) => Checked::Right,
        Some(_) => Checked::RightButOld,
    }
}

fn is_current(hash: &str) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else {
        return false;
    };
    let params = Params::try_from(&hash);
    let cost = params.map(|params| (params.m_cost(), params.t_cost(), params.p_cost()));
    hash.algorithm.as_str() == "argon2id" && cost.is_ok_and(|cost| cost == COST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_right_password_is_right_however_it_was_typed() {
        let hash = hashed(&composed("Zażółć gęślą")).unwrap();
        assert!(
            hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{hash}"
        );
        let decomposed: String = "Zażółć gęślą".nfd().collect();
        assert_eq!(
            compared(&composed(&decomposed), Some(&hash)),
            Checked::Right
        );
        assert_eq!(compared("Zażółć gęśla", Some(&hash)), Checked::Wrong);
        assert_ne!(hash, hashed("Zażółć gęślą").unwrap());
    }

    #[test]
    fn nobody_has_no_password() {
        assert!(PasswordHash::new(NOBODY).is_ok());
        assert_eq!(compared("", None), Checked::Wrong);
        assert_eq!(compared("x", Some("no hash")), Checked::Wrong);
    }

    #[test]
    fn cheaper_hashes_are_right_but_old() {
        let cheap = Argon2::new(
            Algorithm::Argon2id,
            Version::V0x13,
            Params::new(8192, 1, 1, None).unwrap(),
        );
        let hash = cheap.hash_password(b"correct horse").unwrap().to_string();
        assert_eq!(compared("correct horse", Some(&hash)), Checked::RightButOld);
        assert_eq!(compared("wrong horse", Some(&hash)), Checked::Wrong);
    }
}
