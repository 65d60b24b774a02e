//! The words of a notice: the templates, the firm's own before the built-in ones, and why there
//! are none.

use std::sync::LazyLock;

use demur_app::notices::{
    Age, Allows, Basis, Channel, ComposeFault, Lang, Notice, Order, Scenario, Templates, compose,
};
use demur_app::store::DocumentKind;
use demur_words::{Words, names, notice};

use super::choices::Choices;
use crate::app::App;
use crate::fault::Fault;

static BUILT_IN: LazyLock<Option<Templates>> = LazyLock::new(|| Templates::built_in().ok());

/// All templates. One of the firm's own that cannot be read is left out: the page that takes it in
/// says what is wrong with it.
pub(super) async fn templates(app: &App) -> Result<Templates, Fault> {
    let built_in = BUILT_IN.clone();
    let mut templates = built_in.ok_or(Fault::Broken("a built-in template is faulty"))?;
    let own = app
        .wait(|app| app.house().documents(DocumentKind::Templates))
        .await?;
    for document in own {
        let _left_out = templates.replace(&document.name, &document.text);
    }
    Ok(templates)
}

/// What came of the choices.
pub(super) struct Composed {
    pub(super) scenario: Option<Scenario>,
    pub(super) notice: Option<Notice>,
    /// Why there is no notice.
    pub(super) why_not: Option<String>,
    pub(super) basis: Basis,
}

/// Writes the notice, or says why there is none.
pub(super) fn composed(
    templates: &Templates,
    choices: &Choices,
    basis: Basis,
    words: &Words,
) -> Composed {
    let scenario = Scenario::chosen(choices.scenario, &basis);
    let Some(scenario) = scenario else {
        let why_not = Some(notice::nothing(words, &basis));
        return Composed {
            scenario,
            notice: None,
            why_not,
            basis,
        };
    };
    let order = Order {
        scenario,
        channel: choices.channel,
        lang: choices.lang,
        address: choices.address,
        values: choices.values.clone(),
        basis,
    };
    let (notice, why_not) = match compose(templates, &order) {
        Ok(notice) => (Some(notice), None),
        Err(ComposeFault::NoWords(channels)) => (None, Some(no_words(words, &channels))),
        Err(fault) => (None, Some(notice::fault(words, &fault, &order))),
    };
    Composed {
        scenario: Some(scenario),
        notice,
        why_not,
        basis: order.basis,
    }
}

/// That there is no ready text for a channel in a language, and for which ones there is.
fn no_words(words: &Words, channels: &[Channel]) -> String {
    let people = channels
        .iter()
        .filter(|channel| **channel != Channel::Agent);
    let names: Vec<String> = people
        .map(|channel| names::channel(words, *channel))
        .collect();
    let gaps = [
        ("channels", words.any_of(&names).into()),
        ("n", names.len().into()),
    ];
    words.fill("tell-no-words", &gaps)
}

/// Whether what this scenario says can be said at all on this opinion.
pub(super) fn fits(scenario: Scenario, basis: &Basis) -> bool {
    let silent = basis
        .forbidden
        .iter()
        .any(|duty| duty.name == "state_reason");
    if silent {
        return scenario == Scenario::DutyAmlRestricted;
    }
    match basis.allows {
        Allows::Refusing | Allows::Unasked => match basis.age {
            Age::Adult => true,
            Age::Minor => scenario != Scenario::AbuseBan,
            Age::Child => !scenario.excludes(),
        },
        // Whoever is warned is served.
        Allows::After(_) | Allows::Nothing(_) | Allows::Open(_) => {
            scenario == Scenario::AbuseWarning
        }
    }
}

/// The channels in which people say a scenario; programs that answer are not people.
pub(super) fn channels(
    templates: &Templates,
    lang: Lang,
    scenario: Option<Scenario>,
    chosen: Channel,
) -> Vec<Channel> {
    let mut channels = match scenario {
        Some(scenario) => templates.channels(lang, scenario),
        None => Channel::ALL.to_vec(),
    };
    let bans = scenario.is_some_and(Scenario::excludes);
    channels.retain(|channel| {
        let fits = *channel != Channel::Agent && (*channel != Channel::Exclusion || bans);
        fits || *channel == chosen
    });
    if !channels.contains(&chosen) {
        channels.push(chosen);
    }
    channels
}
