//! A referral as plain values, for a page that is drawn when the engine is done with it.

use demur_app::refer::Referral;
use demur_app::refer::providers::{Candidate, Why};
use demur_words::condition;
use demur_words::referral::{self, Shown};
use demur_words::{Block, Headline, Words};

use super::{Reach, slug};

/// What the page says.
#[derive(Default)]
pub(super) struct Reply {
    pub(super) headlines: Vec<Headline>,
    /// What is said outside of all parts.
    pub(super) lines: Vec<String>,
    pub(super) parts: Vec<Part>,
    pub(super) candidates: Vec<Somebody>,
    /// What can be read out to the customer; nothing when nobody is named.
    pub(super) say: Option<String>,
}

/// A part with its statements, each with more about it.
pub(super) struct Part {
    pub(super) title: String,
    pub(super) items: Vec<(String, Vec<String>)>,
    /// The page draws the providers itself.
    pub(super) is_providers: bool,
}

/// Somebody who can help.
pub(super) struct Somebody {
    pub(super) slug: String,
    pub(super) who: String,
    pub(super) address: String,
    pub(super) reach: Reach,
    pub(super) reasons: Vec<String>,
    pub(super) ask_first: Vec<String>,
    pub(super) fictional: Option<String>,
}

/// More than this nobody reads out.
const READ_OUT: usize = 2;

/// A referral in words.
pub(super) fn reply(shown: Shown<'_>) -> Reply {
    let words = shown.view.words;
    let mut reply = Reply::default();
    let providers = words.say("refer-providers-part");
    for block in referral::sheet(shown).blocks {
        match block {
            Block::Headline(headline) => reply.headlines.push(headline),
            Block::Part(title) => reply.parts.push(Part {
                is_providers: title == providers,
                title,
                items: Vec::new(),
            }),
            Block::Item(text) | Block::Line(text) | Block::Paragraph(text) | Block::Title(text) => {
                match reply.parts.last_mut() {
                    Some(part) => part.items.push((text, Vec::new())),
                    None => reply.lines.push(text),
                }
            }
            Block::Detail(text) => {
                let item = reply
                    .parts
                    .last_mut()
                    .and_then(|part| part.items.last_mut());
                if let Some((_, details)) = item {
                    details.push(text);
                }
            }
            Block::Row { .. } | Block::Verbatim(_) | Block::Gap => {}
        }
    }
    // Pages say conditions in the words of their questions.
    for (written, said) in conditions(shown) {
        for (text, _) in reply.parts.iter_mut().flat_map(|part| &mut part.items) {
            *text = text.replace(&written, &said);
        }
    }
    let found = candidates(shown.referral);
    reply.candidates = found.iter().map(|each| somebody(shown, each)).collect();
    reply.say = say(words, found);
    reply
}

/// Whom those who are left out do not take: as it is written, and in words.
fn conditions(shown: Shown<'_>) -> Vec<(String, String)> {
    let search = shown.referral.search.as_ref();
    let left_out = search.map_or(&[][..], |search| &search.left_out);
    let written = left_out.iter().filter_map(|each| match &each.why {
        Why::TakesNot(condition) => Some(condition),
        _ => None,
    });
    let view = shown.view;
    let said = |text: &String| condition::condition(view.lawbook, view.words, text);
    written.map(|text| (text.clone(), said(text))).collect()
}

fn candidates<'r, 'd>(referral: &'r Referral<'d>) -> &'r [Candidate<'d>] {
    referral
        .search
        .as_ref()
        .map_or(&[], |search| &search.candidates)
}

fn somebody(shown: Shown<'_>, each: &Candidate<'_>) -> Somebody {
    let told = referral::told(shown, each);
    let place = each
        .place
        .and_then(|number| each.service.places.get(number));
    let own = each.service.contact.or(&each.provider.contact);
    let contact = place.map_or(own.clone(), |place| place.contact.or(&own));
    Somebody {
        slug: slug(each.provider),
        who: told.who,
        address: address(each),
        reach: Reach::of(&contact),
        reasons: told.reasons,
        ask_first: told.ask_first,
        fictional: told.fictional,
    }
}

fn address(each: &Candidate<'_>) -> String {
    let place = each
        .place
        .and_then(|number| each.service.places.get(number));
    let parts = place.map(|place| [place.street.as_str(), place.town.as_str()]);
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// Who was found, in a sentence for the customer. Somebody about whom there are questions is not
/// read out before they are answered.
fn say(words: &Words, found: &[Candidate<'_>]) -> Option<String> {
    let sure = found
        .iter()
        .filter(|each| each.ask_first.is_empty() && !each.service.fictional);
    let each: Vec<String> = sure
        .take(READ_OUT)
        .map(|each| {
            let own = each.service.contact.or(&each.provider.contact);
            let place = each
                .place
                .and_then(|number| each.service.places.get(number));
            let contact = place.map_or(own.clone(), |place| place.contact.or(&own));
            let reach = [address(each), contact.phone];
            let reach: Vec<String> = reach.into_iter().filter(|part| !part.is_empty()).collect();
            let gaps = [
                ("provider", each.provider.name.as_str().into()),
                ("reach", reach.join(", ").into()),
                ("n", reach.len().into()),
            ];
            words.fill("providers-say-one", &gaps)
        })
        .collect();
    if each.is_empty() {
        return None;
    }
    Some(words.fill("providers-say", &[("who", words.any_of(&each).into())]))
}
