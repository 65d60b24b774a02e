//! A situation and a lawbook give an [`Opinion`].
//!
//! Pure: no files, no clock, no randomness. The same situation and lawbook give
//! the same opinion, whatever was asked before. Unknown facts are never taken
//! for false: an opinion holds for every completion of the facts, or says which
//! verdicts are still possible.

#![warn(clippy::disallowed_methods)]

mod assay;
mod circuit;
mod closer;
mod compiled;
mod decide;
mod difference;
mod exact;
mod examples;
mod explain;
mod gates;
mod holding;
mod interview;
mod kinds;
mod knowledge;
mod narrow;
mod opinion;
mod plan;
mod program;
mod reasoner;
mod scene;
mod settling;
mod space;
mod survey;
mod ways;
mod weighing;
mod why_not;

pub use assay::{Assay, Case, Notice, Pair};
pub use closer::Closer;
pub use compiled::{LANES, Prepared, SideBySide, Verdicts};
pub use decide::Engine;
pub use difference::Difference;
pub use examples::{Failure, TestResult};
pub use holding::{Held, Holding};
pub use interview::{ConditionalDuty, Inquiry, NextQuestion, Progress};
pub use knowledge::{Contradiction, Known, Situation};
pub use opinion::{
    Because, Decided, DutyOpinion, Goal, GroundOpinion, Lacking, MeasureOpinion, Missing, NearMiss,
    Opinion, Stage, StepOpinion, Strength, Taint, Way, WhyNot, WouldBe,
};
pub use scene::Scene;
pub use space::{Claim, DayLaw, Focus, Point, Space, Twist, typical};
pub use survey::Survey;
pub use weighing::{Standing, Weighing};
