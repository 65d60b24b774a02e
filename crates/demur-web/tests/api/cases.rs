//! Finding case files, a page at a time.

use demur_app::store::Role;
use serde_json::{Value, json};

use super::firm::{Firm, WORDS, warned};

async fn open(firm: &Firm, key: &str, number: usize, decided: bool) -> String {
    let mut body = json!({"situation": warned()});
    if decided {
        body["decision"] = json!({"choice": "refuse", "words": WORDS});
    }
    let request = format!("open-case-{number}");
    let answer = firm
        .post(key, "/cases", &[("idempotency-key", &request)], &body)
        .await;
    assert_eq!(answer.status, 201);
    answer.json()["case"].as_str().unwrap().to_owned()
}

fn numbers(page: &Value) -> Vec<String> {
    let cases = page["cases"].as_array().unwrap().iter();
    cases
        .map(|case| case["number"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_follow_one_another_without_gap_or_repetition() {
    let firm = Firm::salon();
    let key = firm.decider();
    let mut made = Vec::new();
    for number in 0..7 {
        made.push(open(&firm, &key, number, number % 2 == 0).await);
    }
    let mut found = Vec::new();
    let mut path = "/cases?limit=3".to_owned();
    let mut pages = 0;
    loop {
        let page = firm.get(&key, &path).await.json();
        found.extend(numbers(&page));
        pages += 1;
        let Some(next) = page["next"].as_str() else {
            break;
        };
        path = format!("/cases?limit=3&cursor={next}");
    }
    assert_eq!(pages, 3);
    found.sort();
    made.sort();
    assert_eq!(found, made);

    let decided = firm
        .get(
            &key,
            "/cases?state=decided&ground=misconduct&from=2026-11-01&to=2026-11-30",
        )
        .await;
    assert_eq!(numbers(&decided.json()).len(), 4);
    assert_eq!(
        numbers(&firm.get(&key, "/cases?site=elsewhere").await.json()).len(),
        0
    );
    let one = firm
        .get(&key, &format!("/cases?number={}", made[0].to_lowercase()))
        .await
        .json();
    assert_eq!(numbers(&one), [made[0].clone()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_sees_its_own_open_ones() {
    let firm = Firm::salon();
    let (desk, other) = (firm.key(&[Role::Desk]), firm.decider());
    let own = open(&firm, &desk, 1, false).await;
    let foreign = open(&firm, &other, 2, true).await;
    assert_eq!(numbers(&firm.get(&desk, "/cases").await.json()), [own]);
    let hidden = firm.get(&desk, &format!("/cases/{foreign}")).await;
    assert_eq!(
        (hidden.status.as_u16(), hidden.problem().as_str()),
        (404, "not-found")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn parameters_that_cannot_be_are_named() {
    let firm = Firm::salon();
    let key = firm.decider();
    for number in 0..2 {
        open(&firm, &key, number, true).await;
    }
    let first = firm.get(&key, "/cases?limit=1").await.json();
    let cursor = first["next"].as_str().unwrap();
    let wrong = [
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=x", "limit"),
        ("state=lost", "state"),
        ("from=24.11.2026", "from"),
        ("to=2026-02-30", "to"),
        ("due_by=2026-11-24T10%3A00", "due_by"),
        ("ground=a%00b", "ground"),
        ("site=", "site"),
        ("number=7", "number"),
        ("number=%00-2026-7K3M9QD2", "number"),
        ("cursor=00", "cursor"),
        ("stat=open", "stat"),
        ("limit=1&limit=2", "limit"),
        (&format!("state=open&cursor={cursor}"), "cursor"),
    ];
    for (query, name) in wrong {
        let answer = firm.get(&key, &format!("/cases?{query}")).await;
        assert_eq!(
            (answer.status.as_u16(), answer.problem().as_str()),
            (400, "invalid-parameters"),
            "{query}"
        );
        let places: Vec<String> = answer.wrong().into_iter().map(|(place, _)| place).collect();
        assert_eq!(places, [name], "{query}");
    }
    for number in [
        "x",
        "%00-2026-7K3M9QD2",
        "STOPA-2026-UUUUUUUU",
        "..%2F..",
        "STOPA-2026-7K3M9QD2",
    ] {
        let answer = firm.get(&key, &format!("/cases/{number}")).await;
        assert_eq!(
            (answer.status.as_u16(), answer.problem().as_str()),
            (404, "not-found"),
            "{number}"
        );
    }
}
