//! A referral in words, in the order in which help is offered: first what is possible
//! here, then who else can help, then public registers.

mod provider;

use demur_app::lawbook::{Tier, Verdict};
use demur_app::refer::providers::Rejected;
use demur_app::refer::{DutyToRefer, Lawful, Met, Referral};
use jiff::civil::DateTime;

use crate::opinion::{View, headlines};
use crate::sheet::Sheet;

pub use provider::{ProviderTold, in_short, kilometres, left_out, register, told};

/// More providers than this are not read at the counter.
const MOST: usize = 5;

/// A referral with what is needed to show it.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The opinion that it goes with.
    pub view: View<'a>,
    /// The referral.
    pub referral: &'a Referral<'a>,
    /// What of the directories could not be used.
    pub rejected: &'a [Rejected],
    /// The moment by which it was judged.
    pub now: DateTime,
    /// How far the customer can go, in kilometres.
    pub within: u16,
    /// Show everybody.
    pub all: bool,
}

/// The whole referral on one sheet.
#[must_use]
pub fn sheet(shown: Shown<'_>) -> Sheet {
    let mut page = Sheet::new();
    for headline in headlines(shown.view) {
        page.headline(headline);
    }
    serve_here(shown, &mut page);
    lawful(shown, &mut page);
    if shown.referral.search.is_some() {
        instead(shown, &mut page);
        providers(shown, &mut page);
    }
    duties(shown, &mut page);
    public_registers(shown, &mut page);
    not_named(shown, &mut page);
    kept_apart(shown, &mut page);
    page
}

impl Shown<'_> {
    fn say(&self, key: &str) -> String {
        self.view.words.say(key)
    }

    fn most(&self) -> usize {
        if self.all { usize::MAX } else { MOST }
    }

    fn question(&self, name: &str) -> String {
        let lawbook = self.view.lawbook;
        let fact = lawbook.fact_named(name);
        let ask = fact.map(|fact| self.view.phrases().question(fact));
        ask.filter(|ask| !ask.is_empty())
            .unwrap_or_else(|| name.to_owned())
    }
}

/// A referral is no way round a duty to serve.
fn serve_here(shown: Shown<'_>, page: &mut Sheet) {
    let serve = shown
        .referral
        .opinion
        .possible
        .iter()
        .all(|verdict| matches!(verdict, Verdict::MustServe | Verdict::NotJustified));
    if serve {
        page.line(&shown.say("refer-serve-here"));
    }
}

fn lawful(shown: Shown<'_>, page: &mut Sheet) {
    let lawbook = shown.view.lawbook;
    let words = shown.view.words;
    match &shown.referral.lawful {
        Lawful::Yes => {
            let opinion = &shown.referral.opinion;
            let law = opinion.decided.and_then(|decided| decided.tier) == Some(Tier::Law);
            if law && opinion.verdict == Some(Verdict::MustRefuse) {
                page.line(&shown.say("refer-forbidden-here"));
            }
        }
        Lawful::No(norms) => {
            page.part(&shown.say("refer-unlawful-part"));
            page.item(&shown.say("refer-unlawful"));
            for norm in norms {
                let norm = &lawbook.norms[*norm];
                let title = norm.title.get(words.lang);
                let cite = norm.citation.cite.as_str();
                let gaps = [("title", title.into()), ("cite", cite.into())];
                page.item(&words.fill("refer-norm", &gaps));
            }
        }
        Lawful::Open(facts) => {
            page.part(&shown.say("refer-open-part"));
            page.item(&shown.say("refer-open"));
            for fact in facts.iter().take(shown.most()) {
                page.item(&shown.question(&lawbook.facts[*fact].name));
            }
        }
    }
}

fn instead(shown: Shown<'_>, page: &mut Sheet) {
    let measures = &shown.referral.opinion.measures;
    if measures.is_empty() {
        return;
    }
    page.part(&shown.say("refer-instead-part"));
    for each in measures {
        let measure = &shown.view.lawbook.measures[each.measure];
        page.item(measure.label.get(shown.view.words.lang));
    }
}

fn providers(shown: Shown<'_>, page: &mut Sheet) {
    let Some(search) = &shown.referral.search else {
        return;
    };
    page.part(&shown.say("refer-providers-part"));
    if search.candidates.is_empty() {
        let gaps = [("km", shown.within.into())];
        page.item(&shown.view.words.fill("refer-nobody", &gaps));
    }
    for candidate in search.candidates.iter().take(shown.most()) {
        provider::add(&told(shown, candidate), page);
    }
    let more = search.candidates.len().saturating_sub(shown.most());
    if more > 0 {
        let gaps = [("n", more.into())];
        page.line(&shown.view.words.fill("refer-more", &gaps));
    }
}

fn duties(shown: Shown<'_>, page: &mut Sheet) {
    if shown.referral.duties.is_empty() {
        return;
    }
    page.part(&shown.say("refer-duties-part"));
    for each in &shown.referral.duties {
        page.item(&duty(shown, each));
    }
}

fn duty(shown: Shown<'_>, each: &DutyToRefer<'_>) -> String {
    let words = shown.view.words;
    let duty = &shown.view.lawbook.duties[each.duty];
    let label = duty.label.get(words.lang);
    let by = match each.met {
        Met::By(provider, service, far) => Some(("refer-duty-met", provider, service, far)),
        Met::Perhaps(provider, service, far) => {
            Some(("refer-duty-perhaps", provider, service, far))
        }
        Met::Nobody => None,
    };
    let Some((key, provider, service, far)) = by else {
        let key = match &shown.referral.lawful {
            Lawful::No(_) => "refer-duty-unlawful",
            Lawful::Yes | Lawful::Open(_) => "refer-duty-unmet",
        };
        return words.fill(key, &[("duty", label.into())]);
    };
    let who = in_short(shown, provider, service, far);
    words.fill(key, &[("duty", label.into()), ("who", who.into())])
}

fn public_registers(shown: Shown<'_>, page: &mut Sheet) {
    if shown.referral.registers.is_empty() {
        return;
    }
    page.part(&shown.say("refer-registers-part"));
    for (owner, service) in &shown.referral.registers {
        page.item(&register(shown, owner, service));
    }
}

fn not_named(shown: Shown<'_>, page: &mut Sheet) {
    let Some(search) = &shown.referral.search else {
        return;
    };
    if search.left_out.is_empty() {
        return;
    }
    page.part(&shown.say("refer-left-out-part"));
    for each in search.left_out.iter().take(shown.most()) {
        page.item(&left_out(shown, each));
    }
    let more = search.left_out.len().saturating_sub(shown.most());
    if more > 0 {
        let gaps = [("n", more.into())];
        page.line(&shown.view.words.fill("refer-more", &gaps));
    }
}

fn kept_apart(shown: Shown<'_>, page: &mut Sheet) {
    if shown.rejected.is_empty() {
        return;
    }
    page.part(&shown.say("refer-rejected-part"));
    for each in shown.rejected.iter().take(shown.most()) {
        page.item(&each.to_string());
    }
    let more = shown.rejected.len().saturating_sub(shown.most());
    if more > 0 {
        let gaps = [("n", more.into())];
        page.line(&shown.view.words.fill("refer-more", &gaps));
    }
}
