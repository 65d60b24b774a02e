//! Builders and checks for tests; a development dependency only.
