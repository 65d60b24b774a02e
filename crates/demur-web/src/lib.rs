//! The app: pages for people who serve customers, and the same by JSON for programs.
//!
//! Nothing is decided here. Pages and API hand what people answer to `demur-app`, and show what it
//! answers in the words of `demur-words`. Every page works without script; scripts only save steps.

mod api;
mod app;
mod assets;
mod desk;
mod directory;
mod fault;
mod firm;
mod frame;
mod lang;
mod origin;
mod pages;
mod posted;
mod seal;
mod server;
mod signed_in;
mod voices;

pub use api::openapi;
pub use app::{App, Opening, OpenError};
pub use server::router;
