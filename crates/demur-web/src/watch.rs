//! What is logged about signing in and about who may do what: the event and a pseudonym, never a
//! login, an address or anything that somebody typed.

/// Notes something that matters for security; `about` is a pseudonym.
pub(crate) fn note(event: &'static str, about: Option<&str>) {
    tracing::info!(what = event, about, "security");
}
