//! Facts, norms and the lawbook.

use serde_json::Value;

use super::firm::Firm;

#[tokio::test(flavor = "multi_thread")]
async fn norms_are_found_by_words_and_day() {
    let firm = Firm::salon();
    let key = firm.decider();
    let mut ids: Vec<String> = Vec::new();
    let mut path = "/norms?limit=100".to_owned();
    loop {
        let page = firm.get(&key, &path).await.json();
        let norms = page["norms"].as_array().unwrap().iter();
        ids.extend(norms.map(|norm| norm["norm"].as_str().unwrap().to_owned()));
        let Some(next) = page["next"].as_str() else {
            break;
        };
        path = format!("/norms?limit=100&cursor={next}");
    }
    assert!(ids.len() > 100 && ids.is_sorted(), "{}", ids.len());
    let found = firm.get(&key, "/norms?q=pl.kw+135").await.json();
    assert_eq!(found["norms"][0]["norm"], "pl.kw.135");
    let before = firm
        .get(&key, "/norms?q=pl.kw.135&on=1950-01-01")
        .await
        .json();
    assert_eq!(before["norms"], Value::Array(Vec::new()));
    let one = firm.get(&key, "/norms/pl.kw.135").await.json();
    assert_eq!(one["norm"], "pl.kw.135");
    assert!(
        one["versions"][0]["code"]
            .as_str()
            .unwrap()
            .contains("norm pl.kw.135")
    );
    assert_eq!(
        firm.get(&key, "/norms/pl.kw.999").await.problem(),
        "not-found"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn facts_are_those_of_a_place() {
    let firm = Firm::salon();
    let key = firm.decider();
    let all = firm.get(&key, "/facts").await.json();
    let european = firm.get(&key, "/facts?place=eu").await.json();
    let count = |facts: &Value| facts["facts"].as_array().unwrap().len();
    assert!(count(&european) > 50 && count(&european) < count(&all));
    let wrong = firm.get(&key, "/facts?place=atlantis").await;
    assert_eq!(wrong.wrong()[0].0, "place");
    let lawbook = firm.get(&key, "/lawbook").await.json();
    assert_eq!(lawbook["hash"], all["lawbook"]["hash"]);
    assert!(
        lawbook["packs"]
            .as_array()
            .unwrap()
            .iter()
            .any(|pack| pack["pack"] == "pl")
    );
}
