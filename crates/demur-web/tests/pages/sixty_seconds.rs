//! From the first page to an answer with the words to say: how often somebody has to tap.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use demur_app::store::Role;

use crate::support::{Answer, Browser, Firm};

/// What is so, by the name of the fact; anything else is as on most days.
struct Everyday {
    profile: &'static str,
    opening: &'static str,
    so: &'static [(&'static str, &'static str)],
    verdict: &'static str,
}

const EVERYDAY: [Everyday; 10] = [
    Everyday {
        profile: "gabinet",
        opening: "insults",
        so: &[
            ("request.object", "service"),
            ("refusal.reasons", "conduct"),
        ],
        verdict: "You may refuse",
    },
    Everyday {
        profile: "gabinet",
        opening: "insults",
        so: &[
            ("request.object", "service"),
            ("refusal.reasons", "conduct"),
            ("history.warned", "true"),
        ],
        verdict: "You may refuse",
    },
    Everyday {
        profile: "gabinet",
        opening: "harm",
        so: &[
            ("request.object", "service"),
            ("refusal.reasons", "request"),
        ],
        verdict: "You may refuse",
    },
    Everyday {
        profile: "gabinet",
        opening: "person",
        so: &[
            ("request.object", "service"),
            ("refusal.reasons", "dislike"),
        ],
        verdict: "Do not refuse",
    },
    Everyday {
        profile: "gabinet",
        opening: "skill",
        so: &[
            ("request.object", "service"),
            ("refusal.reasons", "request"),
        ],
        verdict: "You may refuse",
    },
    Everyday {
        profile: "gabinet",
        opening: "payment",
        so: &[
            ("request.object", "service"),
            ("refusal.reasons", "payment"),
        ],
        verdict: "You may refuse",
    },
    Everyday {
        profile: "sklep",
        opening: "person",
        so: &[
            ("request.object", "goods"),
            ("request.product", "ordinary"),
            ("offer.for_sale", "true"),
            ("refusal.reasons", "dislike"),
        ],
        verdict: "Do not refuse",
    },
    Everyday {
        profile: "sklep",
        opening: "minor",
        so: &[
            ("offer.for_sale", "true"),
            ("refusal.reasons", "legal_duty"),
        ],
        verdict: "Refuse",
    },
    Everyday {
        profile: "drukarnia",
        opening: "impossible",
        so: &[
            ("request.object", "service"),
            ("refusal.reasons", "request"),
        ],
        verdict: "You may refuse",
    },
    Everyday {
        profile: "restauracja",
        opening: "dog",
        so: &[
            ("customer.assistance_dog", "true"),
            ("refusal.reasons", "assistance_dog"),
        ],
        verdict: "Serve",
    },
];

/// Most taps from the first page to the answer.
const MOST_TAPS: usize = 8;

#[tokio::test]
async fn ten_everyday_situations_take_at_most_eight_taps() {
    let mut counts = Vec::new();
    for everyday in &EVERYDAY {
        let firm = Firm::of_profile(everyday.profile);
        let mut desk = firm.browser("Anna", &[Role::Decider], "en");
        let led = lead(&mut desk, everyday).await;
        let name = format!(
            "{} {} {:?}",
            everyday.profile, everyday.opening, everyday.so
        );
        assert!(
            led.answer.text().contains(everyday.verdict),
            "{name}: {:?}",
            led.asked
        );
        assert!(led.answer.text().contains("id=\"say\""), "{name}");
        counts.push((led.taps, name, led.asked));
    }
    let exceeded = counts.iter().any(|(taps, ..)| *taps > MOST_TAPS);
    assert!(!exceeded, "{counts:#?}");
}

struct Led {
    taps: usize,
    asked: Vec<String>,
    answer: Answer,
}

async fn lead(desk: &mut Browser, everyday: &Everyday) -> Led {
    let so: BTreeMap<&str, &str> = everyday.so.iter().copied().collect();
    let begun = desk
        .post("/", "/interview", &[("opening", everyday.opening)])
        .await;
    let (mut page, mut taps, mut asked) = (begun.to(), 1, Vec::new());
    loop {
        let shown = desk.get(&page).await;
        if shown.status == StatusCode::SEE_OTHER {
            let answer = desk.get(&shown.to()).await;
            return Led {
                taps,
                asked,
                answer,
            };
        }
        assert!(asked.len() < 30, "it does not end: {asked:?}");
        let question = shown.hidden("question");
        let (fields, cost) = reply(&shown.text(), &question, &so);
        let fields = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        let pairs: Vec<(&str, &str)> = fields.chain([("question", question.as_str())]).collect();
        let taken = desk.post(&page, &page, &pairs).await;
        assert_eq!(
            taken.status,
            StatusCode::SEE_OTHER,
            "{question}: {pairs:?} {}",
            taken.text()
        );
        page = taken.to();
        taps += cost;
        asked.push(question);
    }
}

/// The fields that answer a question, and how many taps they are.
fn reply(page: &str, question: &str, so: &BTreeMap<&str, &str>) -> (Vec<(String, String)>, usize) {
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let known = so.get(question).copied();
    if page.contains("name=\"so\"") {
        let ticked: Vec<&str> = question
            .split(' ')
            .filter(|fact| so.get(fact) == Some(&"true"))
            .collect();
        let mut fields: Vec<_> = ticked.iter().map(|fact| field("so", fact)).collect();
        let taps = ticked.len() + 1;
        if ticked.is_empty() {
            fields.push(field("answer", "none"));
        }
        return (fields, taps);
    }
    if page.contains("name=\"value\"") {
        let fields = known.map_or_else(|| field("answer", "none"), |value| field("value", value));
        let is_ticked =
            known.is_some_and(|value| page.contains(&format!("value=\"{value}\" checked")));
        let taps = if known.is_none() || is_ticked { 1 } else { 2 };
        return (vec![fields], taps);
    }
    if page.contains("name=\"number\"") {
        // The digits are typed on the keypad, one tap each, then the button.
        return (vec![field("number", known.unwrap_or("40"))], 3);
    }
    let usual = if question == "refusal.anyone_else" {
        "true"
    } else {
        "false"
    };
    let usual = if page.contains("value=\"false\"") {
        usual
    } else {
        "unknown"
    };
    (vec![field("answer", known.unwrap_or(usual))], 1)
}
