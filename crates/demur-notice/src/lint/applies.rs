//! To which notices a rule applies.

use serde::Deserialize;

use super::{Context, Level};
use crate::{Channel, Lang, Scenario};

/// To which notices a rule applies. What is left out does not narrow it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Applies {
    /// Channels by name, or the groups `written` and `said`.
    channels: Vec<String>,
    /// Channels to which it does not apply.
    except_channels: Vec<String>,
    /// Scenarios by name, or by the beginning of the name up to a dot.
    scenarios: Vec<String>,
    /// Scenarios to which it does not apply.
    except_scenarios: Vec<String>,
    /// Whether it applies too when the scenario is not known.
    without_scenario: bool,
    /// Whether it is silent when the law forbids to give the reason.
    needs_reasons: bool,
    /// Languages by their code.
    languages: Vec<String>,
}

/// Another weight of a rule in some channels and scenarios.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Instead {
    /// The weight there.
    pub(crate) level: Level,
    #[serde(default)]
    channels: Vec<String>,
    #[serde(default)]
    scenarios: Vec<String>,
}

impl Applies {
    pub(crate) fn holds(&self, context: &Context) -> bool {
        // Most texts from elsewhere are e-mails.
        let channel = context.channel.unwrap_or(Channel::Email);
        let listed = |list: &[String]| list.iter().any(|name| is_channel(name, channel));
        let scenario_listed = |list: &[String]| {
            let named = context.scenario;
            named.is_some_and(|scenario| list.iter().any(|name| is_scenario(name, scenario)))
        };
        let scenario_fits = self.scenarios.is_empty()
            || scenario_listed(&self.scenarios)
            || self.without_scenario && context.scenario.is_none();
        let channel_fits = self.channels.is_empty() || listed(&self.channels);
        channel_fits
            && scenario_fits
            && !listed(&self.except_channels)
            && !scenario_listed(&self.except_scenarios)
            && !(self.needs_reasons && context.is_restricted())
            && self.speaks(context.lang)
    }

    /// Whether it applies to this language.
    pub(crate) fn speaks(&self, lang: Lang) -> bool {
        self.languages.is_empty() || self.languages.iter().any(|code| code == lang.code())
    }

    /// The names that are no channel, scenario or language.
    pub(crate) fn unknown_names(&self) -> Vec<&str> {
        let channels = self.channels.iter().chain(&self.except_channels);
        let scenarios = self.scenarios.iter().chain(&self.except_scenarios);
        let known_channel = |name: &str| Channel::ALL.iter().any(|each| is_channel(name, *each));
        let known_scenario = |name: &str| Scenario::ALL.iter().any(|each| is_scenario(name, *each));
        let known_lang = |code: &str| code.parse::<Lang>().is_ok();
        channels
            .filter(|name| !known_channel(name))
            .chain(scenarios.filter(|name| !known_scenario(name)))
            .chain(self.languages.iter().filter(|code| !known_lang(code)))
            .map(String::as_str)
            .collect()
    }

    /// In words, for the list of rules: the channels, the scenarios, the languages.
    pub(crate) fn describe(&self) -> String {
        let mut parts = Vec::new();
        if !self.channels.is_empty() {
            parts.push(self.channels.join(", "));
        }
        if !self.scenarios.is_empty() {
            parts.push(self.scenarios.join(", "));
        }
        if !self.languages.is_empty() {
            parts.push(self.languages.join(", "));
        }
        let mut words = if parts.is_empty() {
            "all".to_owned()
        } else {
            parts.join("; ")
        };
        let except: Vec<&str> = self
            .except_channels
            .iter()
            .chain(&self.except_scenarios)
            .map(String::as_str)
            .collect();
        if !except.is_empty() {
            words += &format!("; not {}", except.join(", "));
        }
        words
    }
}

impl Instead {
    pub(crate) fn holds(&self, context: &Context) -> bool {
        let channel = context.channel;
        let scenario = context.scenario;
        let channel_fits = self.channels.is_empty()
            || channel.is_some_and(|each| self.channels.iter().any(|name| is_channel(name, each)));
        let scenario_fits = self.scenarios.is_empty()
            || scenario
                .is_some_and(|each| self.scenarios.iter().any(|name| is_scenario(name, each)));
        channel_fits && scenario_fits
    }
}

fn is_channel(name: &str, channel: Channel) -> bool {
    match name {
        "written" => !channel.is_spoken() && channel != Channel::Counter,
        "said" => channel.is_spoken(),
        _ => channel.name() == name,
    }
}

fn is_scenario(name: &str, scenario: Scenario) -> bool {
    let below = scenario.name().strip_prefix(name);
    below.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applies(toml: &str) -> Applies {
        toml::from_str(toml).unwrap()
    }

    #[test]
    fn a_text_without_channel_counts_as_email() {
        let written = applies("channels = ['written']");
        let said = applies("channels = ['said']");
        let context = Context::new(Lang::En);
        assert!(written.holds(&context) && !said.holds(&context));
        assert!(said.holds(&context.channel(Channel::SpokenEnding)));
    }

    #[test]
    fn scenarios_narrow_and_except() {
        let limits = applies("scenarios = ['limit']\nexcept_scenarios = ['limit.technical']");
        let context = Context::new(Lang::En);
        assert!(!limits.holds(&context));
        assert!(limits.holds(&context.clone().scenario(Scenario::LimitCapacity)));
        assert!(!limits.holds(&context.clone().scenario(Scenario::LimitTechnical)));
        let aml = applies("scenarios = ['duty.aml']");
        assert!(aml.holds(&context.clone().scenario(Scenario::DutyAmlRestricted)));
        assert!(!aml.holds(&context.scenario(Scenario::DutyAge)));
    }

    #[test]
    fn slips_in_names_are_told() {
        let slip = applies("channels = ['leter']\nscenarios = ['limits', 'debt']");
        assert_eq!(slip.unknown_names(), ["leter", "limits"]);
    }
}
