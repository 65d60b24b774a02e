//! What can be measured, one file for each section of the page.

pub mod bars;
pub mod batch;
pub mod cases;
pub mod decide;
pub mod load;
