//! Packs checked and compiled into a [`Lawbook`].
//!
//! Owns what names mean: facts and their finite domains, grounds, steps, duties,
//! norms with their layers, days, sources and overrides, and the tests and
//! properties that go with them. It reads texts that it is given and knows
//! nothing of files, clocks or situations.

#![warn(clippy::disallowed_methods)]

mod compile;
mod hash;
mod lawbook;
mod resolve;
mod table;

pub use compile::{Compiled, PackFile, compile, compile_with_policy};
pub use lawbook::{
    Answer, Assumption, Cells, Citation, Condition, Confidence, Cost, Criterion, Definition,
    Domain, Duty, Effect, Expectation, Fact, Finer, Given, Ground, GroundStatus, Group, Lawbook,
    Layer, Measure, Norm, Pack, Parameter, Profile, Property, Step, Steps, Test, Texts, Tier,
    Together, Value, Variable, Verdict, Within,
};
pub use table::{DutyId, FactId, GroundId, Id, MeasureId, NormId, PackId, StepId, Table, VarId};
