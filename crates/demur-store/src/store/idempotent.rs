//! Every write has an idempotency key: sent again, it is answered again and not done again.

use std::sync::Arc;

use serde::Serialize;

use super::{Context, Store};
use crate::access::{self, Operation};
use crate::actor::Actor;
use crate::batch::{Answered, Batch};
use crate::case::Receipt;
use crate::crypto::Key;
use crate::document::canonical;
use crate::error::{Result, StoreError};
use crate::keys::Found;
use crate::pending::Pending;

impl Store {
    /// `input` is everything that the request depends on; `run` looks first and writes last.
    pub(super) fn write(
        &self,
        actor: &Actor,
        operation: Operation,
        request: &str,
        case: Option<&str>,
        input: &impl Serialize,
        mut run: impl FnMut(&mut Batch<'_>, &Context, &Actor) -> Result<Receipt> + Send + 'static,
    ) -> Pending<Receipt> {
        let fingerprint = access::check(actor, operation)
            .and_then(|()| check_request(request))
            .and_then(|()| self.fingerprint(actor, operation, request, case, input));
        let fingerprint = match fingerprint {
            Ok(fingerprint) => fingerprint,
            Err(error) => return Pending::ready(Err(error)),
        };
        let context = Arc::clone(&self.context);
        let actor = actor.clone();
        let name = request.to_owned();
        self.writer.submit(
            Some(request.to_owned()),
            case.map(str::to_owned),
            move |batch| {
                if let Some(answered) = batch.answered(&name)? {
                    return repeat(batch, &name, &answered, &fingerprint);
                }
                let receipt = run(batch, &context, &actor)?;
                let key = reply_key(batch, &receipt.case)?;
                let plain = serde_json::to_vec(&receipt).map_err(unwritable)?;
                let answered = Answered {
                    fingerprint: fingerprint.clone(),
                    case: receipt.case.clone(),
                    body: key.seal(&about(&name), &plain)?,
                };
                batch.put_request(&name, &answered);
                Ok(receipt)
            },
        )
    }

    fn fingerprint(
        &self,
        actor: &Actor,
        operation: Operation,
        request: &str,
        case: Option<&str>,
        input: &impl Serialize,
    ) -> Result<Vec<u8>> {
        let input = serde_json::to_value(input).map_err(unwritable)?;
        let input = canonical(&input);
        Ok(self.context.secrets.request.tag(&[
            request.as_bytes(),
            actor.pseudonym().as_bytes(),
            actor.role().as_str().as_bytes(),
            operation.as_str().as_bytes(),
            case.unwrap_or("").as_bytes(),
            input.as_bytes(),
        ]))
    }
}

fn about(request: &str) -> String {
    format!("demur/v1/request/{request}")
}

fn unwritable(error: serde_json::Error) -> StoreError {
    StoreError::invalid("request", error.to_string())
}

fn check_request(request: &str) -> Result<()> {
    let coded = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if (8..=64).contains(&request.len()) && request.bytes().all(coded) {
        return Ok(());
    }
    Err(StoreError::invalid(
        "idempotency key",
        "8 to 64 letters, digits, `-` and `_`, best at random",
    ))
}

fn repeat(
    batch: &mut Batch<'_>,
    request: &str,
    answered: &Answered,
    fingerprint: &[u8],
) -> Result<Receipt> {
    if answered.fingerprint != fingerprint {
        return Err(StoreError::RequestReused);
    }
    let key = reply_key(batch, &answered.case)?;
    let plain = key.open(&about(request), &answered.body);
    let plain = plain.ok_or_else(|| StoreError::damaged("the answer to an earlier request"))?;
    serde_json::from_slice(&plain).map_err(|error| StoreError::damaged(error.to_string()))
}

/// Answers are sealed like the texts, since the first one has the customer's code in it. An erased
/// case file has no key any more, and its later answers hold no secret.
fn reply_key(batch: &mut Batch<'_>, case: &str) -> Result<Key> {
    let id = batch.key_id(case)?;
    Ok(match batch.keys.find(&id)? {
        Found::Key(key) => key,
        Found::Destroyed | Found::Nothing => batch.secrets.request.clone(),
    })
}
