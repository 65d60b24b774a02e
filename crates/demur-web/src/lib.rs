//! The app: pages for people who serve customers, and the same by JSON for programs.
//!
//! Nothing is decided here. Pages and API hand what people answer to `demur-app`, and show what it
//! answers in the words of `demur-words`. Every page works without script; scripts only save steps.

mod address;
mod api;
mod app;
mod assets;
mod demo;
mod desk;
mod directory;
mod fault;
mod field;
mod firm;
mod frame;
mod health;
mod lang;
mod log;
mod mail;
mod metrics;
mod origin;
mod pages;
mod password;
mod posted;
mod seal;
mod second_factor;
mod serve;
mod server;
mod signed_in;
mod throttle;
mod voices;
mod watch;
mod ways;

pub use api::openapi;
pub use app::{App, OpenError, Opening};
pub use demo::{Demo, DemoError};
pub use log::{LogForm, LogLevel, start as start_log};
pub use mail::{MailError, MailSettings, MailTls, Mailer};
pub use pages::first_start;
pub use serve::{ServeError, Server, Serving, Tls};
pub use server::router;
pub use ways::{Need, Way, ways};
