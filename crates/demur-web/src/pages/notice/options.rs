//! What can be chosen for a notice: channel, language, form of address, what is explained.

use demur_app::notices::{Address, Basis, Lang, Scenario};
use demur_words::names;
use demur_words::notice::lang;

use super::letter::Letter;
use super::words::{channels, fits};
use crate::frame::Frame;

/// What can be chosen, as code, name and whether it is.
pub(super) struct Options {
    pub(super) channels: Vec<Choice>,
    pub(super) langs: Vec<Choice>,
    pub(super) addresses: Vec<Choice>,
    pub(super) scenarios: Vec<Choice>,
    pub(super) is_polish: bool,
    /// When to use the scenario.
    pub(super) advice: Option<String>,
}

pub(super) struct Choice {
    pub(super) value: &'static str,
    pub(super) said: String,
    pub(super) chosen: bool,
}

impl Letter {
    /// What can be chosen for this notice.
    pub(super) fn options(&self, frame: &Frame) -> Options {
        let choices = &self.choices;
        let scenario = self.composed.scenario;
        let channels = channels(&self.templates, choices.lang, scenario, choices.channel);
        let words = &frame.words;
        Options {
            channels: channels
                .into_iter()
                .map(|channel| Choice {
                    value: channel.name(),
                    said: names::channel(words, channel),
                    chosen: channel == choices.channel,
                })
                .collect(),
            langs: Lang::ALL
                .into_iter()
                .map(|lang| Choice {
                    value: lang.code(),
                    said: frame.t(&format!("tell-lang-{}", lang.code())),
                    chosen: lang == choices.lang,
                })
                .collect(),
            addresses: Address::ALL
                .into_iter()
                .map(|address| Choice {
                    value: address.name(),
                    said: frame.t(&format!("tell-address-{}", address.name())),
                    chosen: address == choices.address,
                })
                .collect(),
            scenarios: self.scenarios(scenario, frame, &self.composed.basis),
            is_polish: choices.lang == Lang::Pl,
            advice: scenario
                .and_then(|scenario| self.templates.advice(lang(words), scenario))
                .filter(|advice| !advice.is_empty())
                .map(str::to_owned),
        }
    }

    fn scenarios(&self, chosen: Option<Scenario>, frame: &Frame, basis: &Basis) -> Vec<Choice> {
        let spoken = lang(&frame.words);
        let proposed = Scenario::propose(basis);
        let listed = Scenario::ALL.into_iter();
        let listed = listed.filter(|scenario| fits(*scenario, basis) || Some(*scenario) == chosen);
        let choice = |scenario: Scenario| {
            let title = self
                .templates
                .title(spoken, scenario)
                .unwrap_or(scenario.name());
            let said = if Some(scenario) == proposed {
                format!("{title} ({})", frame.t("tell-scenario-own"))
            } else {
                title.to_owned()
            };
            Choice {
                value: scenario.name(),
                said,
                chosen: Some(scenario) == chosen,
            }
        };
        listed.map(choice).collect()
    }
}
