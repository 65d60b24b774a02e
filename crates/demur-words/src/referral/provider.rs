//! One provider: who and where, why, and what to ask first.

use demur_app::refer::providers::{
    Candidate, Doubt, Freshness, LeftOut, Provider, Reason, Room, Service, Status, Why,
};
use demur_app::syntax::tree::Lang;
use jiff::civil::DateTime;

use super::Shown;
use crate::sheet::Sheet;

/// A distance as people write it.
#[must_use]
pub fn kilometres(lang: Lang, far: f64) -> String {
    let text = format!("{far:.1}");
    match lang {
        Lang::En => text,
        Lang::Pl => text.replace('.', ","),
    }
}

/// Somebody who can help, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderTold {
    /// Who, with what they offer.
    pub who: String,
    /// Place and contact in a line, when anything is known of them.
    pub reach: Option<String>,
    /// Why they are named, the last one how fresh all this is.
    pub reasons: Vec<String>,
    /// What to ask before the customer goes there.
    pub ask_first: Vec<String>,
    /// That they do not exist, when they are made up for show.
    pub fictional: Option<String>,
}

/// A candidate with its reasons.
#[must_use]
pub fn told(shown: Shown<'_>, each: &Candidate<'_>) -> ProviderTold {
    let words = shown.view.words;
    let gaps = [
        ("provider", each.provider.name.as_str().into()),
        ("service", each.service.name.as_str().into()),
    ];
    let reasons = each
        .reasons
        .iter()
        .map(|reason| self::reason(shown, reason));
    let doubts = each.ask_first.iter().map(|doubt| {
        let gaps = [("what", self::doubt(shown, doubt).into())];
        words.fill("refer-ask-first", &gaps)
    });
    ProviderTold {
        who: words.fill("refer-who", &gaps),
        reach: reach(each),
        reasons: reasons.chain([freshness(shown, each.freshness)]).collect(),
        ask_first: doubts.collect(),
        fictional: each.service.fictional.then(|| shown.say("refer-fictional")),
    }
}

pub(super) fn add(told: &ProviderTold, sheet: &mut Sheet) {
    sheet.item(&told.who);
    if let Some(reach) = &told.reach {
        sheet.detail(reach);
    }
    sheet.detail(&told.reasons.join("; "));
    for detail in told.ask_first.iter().chain(&told.fictional) {
        sheet.detail(detail);
    }
}

/// Name of the place when it is another than the provider's, address, contact.
fn reach(each: &Candidate<'_>) -> Option<String> {
    let place = each
        .place
        .and_then(|number| each.service.places.get(number));
    let own = each.service.contact.or(&each.provider.contact);
    let contact = place.map_or(own.clone(), |place| place.contact.or(&own));
    let name = place.map(|place| &place.name);
    let name = name.filter(|name| **name != each.provider.name);
    let address = place.map(|place| [&place.street, &place.town]);
    let parts = name.into_iter().chain(address.into_iter().flatten());
    let reach = [&contact.phone, &contact.email, &contact.url];
    let parts: Vec<&str> = parts.chain(reach).map(String::as_str).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn freshness(shown: Shown<'_>, freshness: Freshness) -> String {
    let (key, days) = match freshness {
        Freshness::Fresh(days) => ("refer-fresh", days),
        Freshness::Stale(days) => ("refer-stale", days),
        Freshness::Never => return shown.say("refer-never"),
    };
    shown.view.words.fill(key, &[("days", days.into())])
}

/// The time alone when it is today.
fn moment(shown: Shown<'_>, moment: DateTime) -> String {
    let time = moment.strftime("%H:%M").to_string();
    if moment.date() == shown.now.date() {
        time
    } else {
        format!("{} {time}", moment.date())
    }
}

fn reason(shown: Shown<'_>, reason: &Reason) -> String {
    let words = shown.view.words;
    let text = |key: &str, text: &str| words.fill(key, &[("text", text.into())]);
    match reason {
        Reason::Offers { text: found, .. } => text("refer-offers", found),
        Reason::Distance {
            kilometres: far,
            about,
        } => {
            let far = kilometres(words.lang, *far);
            let key = if *about {
                "refer-about"
            } else {
                "refer-distance"
            };
            words.fill(key, &[("km", far.into())])
        }
        Reason::Remote => shown.say("refer-remote"),
        Reason::Serves(area) => text("refer-serves", area),
        Reason::Open(None) => shown.say("refer-always-open"),
        Reason::Open(Some(until)) => text("refer-open-until", &moment(shown, *until)),
        Reason::Opens(at) => text("refer-opens", &moment(shown, *at)),
        Reason::Closed => shown.say("refer-closed"),
        Reason::HoursUnknown => shown.say("refer-hours-unknown"),
        Reason::Speaks(code) => text("refer-speaks", &language(shown, code)),
        Reason::Accessible(found) => text("refer-accessible", found),
        Reason::Room(Room::Free) => shown.say("refer-room"),
        Reason::Room(Room::Waiting | Room::Full) => shown.say("refer-waiting"),
    }
}

fn language(shown: Shown<'_>, code: &str) -> String {
    shown
        .view
        .words
        .fill("refer-language", &[("code", code.into())])
}

fn doubt(shown: Shown<'_>, doubt: &Doubt) -> String {
    let words = shown.view.words;
    let text = |key: &str, text: &str| words.fill(key, &[("text", text.into())]);
    match doubt {
        Doubt::Facts(names) => {
            let questions: Vec<String> = names.iter().map(|name| shown.question(name)).collect();
            questions.join(" ")
        }
        Doubt::Language(code) => text("refer-doubt-language", &language(shown, code)),
        Doubt::Accessibility(wanted) => text("refer-doubt-access", wanted),
        Doubt::Place => shown.say("refer-doubt-place"),
        Doubt::Room(_) => shown.say("refer-doubt-room"),
    }
}

/// Somebody who is left out, with why.
#[must_use]
pub fn left_out(shown: Shown<'_>, each: &LeftOut<'_>) -> String {
    let words = shown.view.words;
    let why = match &each.why {
        Why::Status(Status::Active | Status::Paused) => shown.say("refer-why-paused"),
        Why::Status(Status::Ended) => shown.say("refer-why-ended"),
        Why::Full(days) => words.fill("refer-why-full", &[("days", (*days).into())]),
        Why::Language(code) => {
            let language = language(shown, code);
            words.fill("refer-why-language", &[("text", language.into())])
        }
        Why::Accessibility(wanted) => {
            words.fill("refer-why-access", &[("text", wanted.as_str().into())])
        }
        Why::TakesNot(condition) => {
            words.fill("refer-why-not", &[("text", condition.as_str().into())])
        }
        Why::TooFar => {
            let far = each.kilometres.map(|far| kilometres(words.lang, far));
            words.fill("refer-why-far", &[("km", far.unwrap_or_default().into())])
        }
    };
    let gaps = [
        ("provider", each.provider.name.as_str().into()),
        ("service", each.service.name.as_str().into()),
        ("why", why.into()),
    ];
    words.fill("refer-left-out", &gaps)
}

/// Somebody in a few words.
#[must_use]
pub fn in_short(
    shown: Shown<'_>,
    provider: &Provider,
    service: &Service,
    far: Option<f64>,
) -> String {
    let words = shown.view.words;
    let mut gaps = vec![
        ("provider", provider.name.as_str().into()),
        ("service", service.name.as_str().into()),
    ];
    let Some(far) = far else {
        return words.fill("refer-in-short", &gaps);
    };
    gaps.push(("km", kilometres(words.lang, far).into()));
    words.fill("refer-in-short-far", &gaps)
}

/// A public register.
#[must_use]
pub fn register(shown: Shown<'_>, owner: &Provider, service: &Service) -> String {
    let contact = service.contact.or(&owner.contact);
    let reach = [contact.url, contact.phone, contact.email];
    let reach: Vec<String> = reach.into_iter().filter(|each| !each.is_empty()).collect();
    let gaps = [
        ("provider", owner.name.as_str().into()),
        ("service", service.name.as_str().into()),
        ("reach", reach.join(", ").into()),
    ];
    shown.view.words.fill("refer-register", &gaps)
}
