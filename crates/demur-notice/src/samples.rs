//! Invented firms and cases with which templates are shown and tried out.

use serde::Deserialize;
use std::collections::BTreeMap;

use crate::templates::BUILT_IN;
use crate::{Lang, Scenario, Values};

/// Values of invented firms and cases, with which templates are shown and tried out.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Samples {
    common: BTreeMap<String, String>,
    scenarios: BTreeMap<String, BTreeMap<String, String>>,
}

impl Values {
    /// Values of an invented firm and case, to show a template with; `None` when there are none.
    #[must_use]
    pub fn sample(lang: Lang, scenario: Scenario) -> Option<Self> {
        let file = BUILT_IN.get_file(format!("{lang}/samples.json"))?;
        let samples: Samples = serde_json::from_slice(file.contents()).ok()?;
        let mut values = Self::default();
        let own = samples.scenarios.get(scenario.name())?;
        for (name, value) in samples.common.iter().chain(own) {
            values.set(name, value).ok()?;
        }
        Some(values)
    }
}
