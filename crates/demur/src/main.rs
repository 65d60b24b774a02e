//! The binary `demur`.

fn main() {}
