//! What is known in a test, whatever the norms say of it.

use crate::knowledge::Knowledge;

/// The situation of a test. Norms do not change it, so it can be shown to lawbooks that
/// differ in their norms. [`crate::Assay::scene`] makes it.
#[derive(Debug, Clone)]
pub struct Scene {
    pub(crate) known: Knowledge,
}
