//! Text for people. Nothing here decides anything; it shows what is known.

pub(crate) mod code;
pub(crate) mod diagnostics;
pub(crate) mod failure;
pub(crate) mod finding;
pub(crate) mod page;
pub(crate) mod record;
pub(crate) mod situation;
