//! Interviews that wait are kept so that only the browser that leads them can open them: the key
//! comes out of the session's secret, which no database has.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Key, KeyInit, Nonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::fault::Fault;

const NONCE: usize = 12;

/// A secret for one purpose, out of the secret of a session.
fn derived(secret: &str, purpose: &str) -> [u8; 32] {
    let key = <Hmac<Sha256> as KeyInit>::new_from_slice(secret.as_bytes());
    let Ok(mut mac) = key else {
        // HMAC takes keys of every length.
        return [0; 32];
    };
    mac.update(purpose.as_bytes());
    mac.finalize().into_bytes().into()
}

/// What a form has to carry so that it counts as sent by a page of this session.
pub(crate) fn form_token(secret: &str) -> String {
    let derived = derived(secret, "demur/form/v1");
    derived.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Seals the body of a draft; `id` is bound to it.
pub(crate) fn seal(secret: &str, id: &str, body: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut nonce = [0; NONCE];
    getrandom::fill(&mut nonce).map_err(|_| Fault::Broken("no randomness"))?;
    let payload = Payload {
        msg: body,
        aad: id.as_bytes(),
    };
    let sealed = cipher(secret).encrypt(&Nonce::from(nonce), payload);
    let sealed = sealed.map_err(|_| Fault::Broken("an interview cannot be sealed"))?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// Opens what [`seal`] made; nothing when it is of another session or was changed.
pub(crate) fn open(secret: &str, id: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, body) = sealed.split_at_checked(NONCE)?;
    let nonce: [u8; NONCE] = nonce.try_into().ok()?;
    let payload = Payload {
        msg: body,
        aad: id.as_bytes(),
    };
    cipher(secret).decrypt(&Nonce::from(nonce), payload).ok()
}

/// Opens a draft with the secret that a session had, and seals it with its new one.
pub(crate) fn again(old: &str) -> impl Fn(&str, &str, &[u8]) -> Option<Vec<u8>> {
    move |new, id, sealed| seal(new, id, &open(old, id, sealed)?).ok()
}

fn cipher(secret: &str) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&Key::from(derived(secret, "demur/draft/v1")))
}

#[cfg(test)]
mod tests {
    use super::{again, open, seal};

    #[test]
    fn only_the_session_that_sealed_it_opens_it() {
        let sealed = seal("one", "d-1", b"answers").unwrap_or_default();
        assert_eq!(
            open("one", "d-1", &sealed).as_deref(),
            Some(&b"answers"[..])
        );
        assert_eq!(open("two", "d-1", &sealed), None);
        assert_eq!(open("one", "d-2", &sealed), None);
        assert!(!sealed.windows(7).any(|window| window == b"answers"));
    }

    #[test]
    fn a_draft_goes_on_under_the_new_secret() {
        let sealed = seal("one", "d-1", b"answers").unwrap_or_default();
        let again = again("one")("two", "d-1", &sealed).unwrap_or_default();
        assert_eq!(open("two", "d-1", &again).as_deref(), Some(&b"answers"[..]));
        assert_eq!(open("one", "d-1", &again), None);
        assert_eq!(super::again("three")("two", "d-1", &sealed), None);
    }
}
