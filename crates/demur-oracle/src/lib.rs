//! Other engines as oracles of ours; a development dependency of nothing.
//!
//! [`draw`] makes up complete situations over a real library. Each [`form`] in which the
//! law can be evaluated judges them; [`run`] compares every form with the reference of
//! `demur-testkit`, on all days between two changes of the law and in all places.
//! [`partial`] does the same where facts are unknown.

pub mod cedar;
pub mod draw;
pub mod form;
pub mod partial;
pub mod random;
pub mod run;
pub mod world;

mod shrink;
