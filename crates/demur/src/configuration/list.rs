//! Every setting there is.

use super::Kind;

/// A setting.
#[derive(Debug)]
pub(crate) struct Setting {
    /// Its name in the file; a dot stands between a table and its key.
    pub(crate) name: &'static str,
    /// What it may be.
    pub(crate) kind: Kind,
    /// What it is when nobody sets it; empty when it is nothing then.
    pub(crate) built_in: &'static str,
}

const LOG_FORMS: &[&str] = &["text", "json"];
const LOG_LEVELS: &[&str] = &["error", "warn", "info", "debug"];
const MAIL_TLS: &[&str] = &["starttls", "tls", "none"];

/// In the order in which people read them.
pub(crate) const SETTINGS: [Setting; 28] = [
    set("listen", Kind::Address, "127.0.0.1:8650"),
    set("tls_cert", Kind::Path, ""),
    set("tls_key", Kind::Path, ""),
    set("behind_proxy", Kind::Switch, "false"),
    set("db", Kind::Place, ""),
    set("db_file", Kind::Path, ""),
    set("keys", Kind::Place, ""),
    set("keys_file", Kind::Path, ""),
    set("house", Kind::Place, ""),
    set("house_file", Kind::Path, ""),
    set("master_key", Kind::Secret, ""),
    set("master_key_file", Kind::Path, ""),
    set("heads", Kind::Path, ""),
    set("law", Kind::Path, ""),
    set("policy", Kind::Path, ""),
    set("log.form", Kind::Choice(LOG_FORMS), "text"),
    set("log.level", Kind::Choice(LOG_LEVELS), "info"),
    set("metrics.token", Kind::Secret, ""),
    set("metrics.token_file", Kind::Path, ""),
    set("session.idle", Kind::Span, "30m"),
    set("session.absolute", Kind::Span, "12h"),
    set("smtp.host", Kind::Text, ""),
    set("smtp.port", Kind::Port, "587"),
    set("smtp.tls", Kind::Choice(MAIL_TLS), "starttls"),
    set("smtp.user", Kind::Text, ""),
    set("smtp.password", Kind::Secret, ""),
    set("smtp.password_file", Kind::Path, ""),
    set("smtp.from", Kind::Text, ""),
];

const fn set(name: &'static str, kind: Kind, built_in: &'static str) -> Setting {
    Setting {
        name,
        kind,
        built_in,
    }
}

impl Setting {
    /// Its name in the environment.
    pub(crate) fn variable(&self) -> String {
        format!("DEMUR_{}", self.name.replace('.', "_").to_uppercase())
    }

    /// Its name on the command line, where it has one.
    pub(crate) fn flag(&self) -> String {
        format!("--{}", self.name.replace(['.', '_'], "-"))
    }
}
