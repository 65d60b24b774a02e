//! Who else there is, and who can take a customer.

use serde_json::{Value, json};

use super::firm::{Firm, root};

fn names(page: &Value) -> Vec<String> {
    let providers = page["providers"].as_array().unwrap().iter();
    providers
        .map(|each| each["provider"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn providers_are_found_by_service_and_place() {
    let firm = Firm::salon().with_providers();
    let key = firm.decider();
    let all = firm.get(&key, "/providers").await.json();
    assert!(names(&all).len() > 3, "{all}");
    let some = firm
        .get(
            &key,
            "/providers?service=podolog&near=Pozna%C5%84&within=30",
        )
        .await
        .json();
    assert!(
        !names(&some).is_empty() && names(&some).len() < names(&all).len(),
        "{some}"
    );
    let far: Vec<f64> = some["providers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| each["kilometres"].as_f64().unwrap())
        .collect();
    assert!(
        far.is_sorted() && far.iter().all(|far| *far <= 30.0),
        "{far:?}"
    );
    let first = firm.get(&key, "/providers?limit=2").await.json();
    let next = first["next"].as_str().unwrap();
    let second = firm
        .get(&key, &format!("/providers?limit=2&cursor={next}"))
        .await
        .json();
    assert_eq!([names(&first), names(&second)].concat(), names(&all)[..4]);
    let lost = firm.get(&key, "/providers?near=Atlantyda").await;
    assert_eq!(lost.wrong()[0].0, "near");
    assert!(lost.json().to_string().contains("Pozna"), "towns are named");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_referral_is_that_of_the_command_line() {
    let firm = Firm::salon().with_providers();
    let key = firm.decider();
    let text = std::fs::read_to_string(root().join("examples/stopa-cukrzycowa.yaml")).unwrap();
    assert!(text.contains("profile: gabinet"));
    let situation = json!({
        "at": "2026-11-22", "place": "pl", "profile": "gabinet",
        "facts": {"danger.life": false, "request.beyond_skill": true},
    });
    let body = json!({"situation": situation, "service": "podolog", "near": "Poznań"});
    let answer = firm.post(&key, "/referrals", &[], &body).await;
    assert_eq!(
        answer.status,
        200,
        "{}",
        String::from_utf8_lossy(&answer.bytes)
    );
    let found = answer.json();
    assert!(!names(&found).is_empty());
    assert!(
        found["providers"][0]["reasons"]
            .as_array()
            .is_some_and(|list| !list.is_empty())
    );
    let wrong = json!({"situation": situation, "near": "Atlantyda", "service": "podolog"});
    assert_eq!(
        firm.post(&key, "/referrals", &[], &wrong).await.wrong()[0].0,
        "/near"
    );
    let wrong = json!({"situation": situation, "service": "...", "within": 0.5, "at": "soon", "speaks": "pl"});
    let mut wrong: Vec<String> = firm
        .post(&key, "/referrals", &[], &wrong)
        .await
        .wrong()
        .into_iter()
        .map(|(at, _)| at)
        .collect();
    wrong.sort();
    assert_eq!(wrong, ["/at", "/near", "/service", "/speaks", "/within"]);
}
