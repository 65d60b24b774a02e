//! What holds in every situation of a lawbook, and situations in which it does not.
//!
//! Owns the checks: properties of the packs, whatever a firm may write below the law,
//! norms without effect, clashes, gaps, idle questions, traits that open a refusal, and
//! what two lawbooks answer differently. Every situation that it hands out was replayed
//! through the engine; one that the engine judges otherwise is an [`Mismatch`], never a
//! finding. Pure: no files, no clock.

#![warn(clippy::disallowed_methods)]

mod anyone;
mod clash;
mod contradiction;

mod diff;
mod field;
mod finding;
mod idle;
mod norms;
mod property;
mod prove;
mod rewrite;
mod scene;
mod spans;
mod traits;

pub use diff::{Change, Difference, NormChange, Semver, diff};
pub use finding::{Finding, Kind, Mismatch, Scene, Written};
pub use prove::{Proof, Request, prove};
pub use spans::{Span, spans};
pub use traits::Dependence;
