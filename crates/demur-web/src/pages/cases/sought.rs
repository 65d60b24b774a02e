//! What somebody looks for in the register, as it stands in the address.

use demur_app::store::{Choice, Query, State};
use jiff::civil::Date;

use crate::posted::Fields;
use crate::signed_in::percent;

/// The filters, in the order in which they stand in an address.
const FILTERS: [&str; 9] = [
    "number", "state", "choice", "verdict", "ground", "site", "from", "to", "due",
];
const A_PAGE: i64 = 30;

/// Filters as they were typed.
#[derive(Clone, Default)]
pub(super) struct Sought(Fields);

impl Sought {
    pub(super) fn of(pairs: Vec<(String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }

    pub(super) fn text(&self, name: &str) -> &str {
        self.0.text(name)
    }

    pub(super) fn is(&self, name: &str, value: &str) -> bool {
        self.0.text(name) == value
    }

    /// Whether everything is shown.
    pub(super) fn is_everything(&self) -> bool {
        FILTERS.iter().all(|name| self.text(name).is_empty())
    }

    /// Whether this is the first page of what is shown.
    pub(super) fn is_first(&self) -> bool {
        self.text("after").is_empty()
    }

    /// What the store is asked; the name of the filter that cannot be read otherwise.
    pub(super) fn query(&self) -> Result<Query, &'static str> {
        let some = |name: &str| self.0.some(name).map(str::to_owned);
        let day = |name: &'static str| match self.0.some(name) {
            None => Ok(None),
            Some(text) => text.parse::<Date>().map(Some).map_err(|_| name),
        };
        Ok(Query {
            number: some("number"),
            from: day("from")?,
            to: day("to")?,
            ground: some("ground"),
            site: some("site"),
            state: self.coded("state", State::parse)?,
            choice: self.coded("choice", Choice::parse)?,
            verdict: some("verdict"),
            due_by: day("due")?,
            after: some("after"),
            limit: Some(A_PAGE),
        })
    }

    fn coded<T>(
        &self,
        name: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, &'static str> {
        match self.0.some(name) {
            None => Ok(None),
            Some(text) => parse(text).map(Some).ok_or(name),
        }
    }

    /// The address of what is shown, from its first page.
    pub(super) fn first(&self) -> String {
        let kept = FILTERS.iter().filter(|name| !self.text(name).is_empty());
        let pairs = kept.map(|name| format!("{name}={}", percent(self.text(name))));
        let pairs: Vec<String> = pairs.collect();
        if pairs.is_empty() {
            return "/cases".to_owned();
        }
        format!("/cases?{}", pairs.join("&"))
    }

    /// The address of the page after this one.
    pub(super) fn next(&self, after: &str) -> String {
        let first = self.first();
        let mark = if first.contains('?') { '&' } else { '?' };
        format!("{first}{mark}after={}", percent(after))
    }
}
