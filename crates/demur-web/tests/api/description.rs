//! The description of the API is the committed one, is valid, and describes what is answered.

use demur_app::store::Role;
use serde_json::{Value, json};

use super::firm::{Firm, WORDS, root, warned};

fn committed() -> std::path::PathBuf {
    root().join("docs/schema/openapi.json")
}

fn written() -> String {
    serde_json::to_string_pretty(&demur_web::openapi()).unwrap() + "\n"
}

#[tokio::test(flavor = "multi_thread")]
async fn the_committed_description_is_that_of_the_code() {
    if std::env::var_os("DEMUR_BLESS").is_some() {
        std::fs::write(committed(), written()).unwrap();
    }
    let found = std::fs::read_to_string(committed()).unwrap_or_default();
    assert!(
        found == written(),
        "docs/schema/openapi.json is old; DEMUR_BLESS=1 writes it anew"
    );
    let firm = Firm::salon();
    let served = firm.get("nobody", "/openapi.json").await;
    assert_eq!(served.json(), demur_web::openapi());
    assert_eq!(served.json()["openapi"], "3.1.0");
}

/// Every reference leads somewhere, and every schema is one.
#[test]
fn its_references_lead_somewhere() {
    let document = demur_web::openapi();
    let mut references = Vec::new();
    collect(&document, &mut references);
    assert!(references.len() > 50);
    for reference in references {
        let pointer = reference.strip_prefix('#').expect("it leads elsewhere");
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
    for (name, _) in document["components"]["schemas"].as_object().unwrap() {
        validator(&document, name);
    }
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                match value.as_str() {
                    Some(text) if key == "$ref" => found.push(text.to_owned()),
                    _ => collect(value, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        _ => {}
    }
}

/// A schema of the description, with everything to which it refers.
fn validator(document: &Value, name: &str) -> jsonschema::Validator {
    let schema = json!({
        "$ref": format!("#/components/schemas/{name}"),
        "components": document["components"],
    });
    jsonschema::draft202012::new(&schema).unwrap()
}

fn check(name: &str, value: &Value) {
    let document = demur_web::openapi();
    // Nothing that is not described may be in an answer of ours.
    let validator = validator(&document, name);
    let errors: Vec<String> = validator
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, Vec::<String>::new(), "{name}: {value}");
}

/// The members of an answer are those that are described.
fn members(name: &str, value: &Value) {
    check(name, value);
    let document = demur_web::openapi();
    let described = &document["components"]["schemas"][name]["properties"];
    for (member, _) in value.as_object().unwrap() {
        assert!(
            described.get(member).is_some(),
            "{name} has `{member}`, which nobody describes"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_are_as_described() {
    let firm = Firm::salon().with_providers();
    let key = firm.key(&[Role::Decider, Role::Privacy]);
    let body = json!({
        "situation": warned(), "decision": {"choice": "refuse", "words": WORDS},
        "contact": {"channel": "email", "value": "anna@example.org"},
    });
    let receipt = firm
        .post(&key, "/cases", &[("idempotency-key", "described")], &body)
        .await
        .json();
    members("Receipt", &receipt);
    members("Letter", &receipt["letter"]);
    let path = format!("/cases/{}", receipt["case"].as_str().unwrap());
    let file = firm.get(&key, &path).await.json();
    members("CaseFile", &file);
    members("Happened", &file["timeline"][0]);
    members(
        "Packet",
        &firm.get(&key, &format!("{path}/packet")).await.json(),
    );
    let page = firm.get(&key, "/cases").await.json();
    members("CasePage", &page);
    members("CaseLine", &page["cases"][0]);

    let open = json!({"situation": {"place": "pl"}});
    let turn = firm.post(&key, "/questions", &[], &open).await.json();
    members("Turn", &turn);
    members("Question", &turn["question"]);
    check(
        "Opinion",
        &firm.post(&key, "/opinions", &[], &warned()).await.json(),
    );
    let order = json!({"situation": warned(), "channel": "letter"});
    let notice = firm.post(&key, "/notices", &[], &order).await.json();
    members("Notice", &notice);
    members("NoticePlan", &notice["plan"][0]);
    let draft = json!({"text": "You are a liar! We refuse. ".repeat(20), "language": "en"});
    let lint = firm.post(&key, "/lint", &[], &draft).await.json();
    members("Lint", &lint);
    members("LintedText", &lint["files"][0]);
    members("Finding", &lint["files"][0]["findings"][0]);

    let near = json!({"situation": warned(), "service": "podolog", "near": "Poznań"});
    let referral = firm.post(&key, "/referrals", &[], &near).await.json();
    members("Referral", &referral);
    members("Candidate", &referral["providers"][0]);
    let providers = firm.get(&key, "/providers").await.json();
    members("ProviderPage", &providers);
    members("Provider", &providers["providers"][0]);
    let facts = firm.get(&key, "/facts").await.json();
    members("Vocabulary", &facts);
    for fact in facts["facts"].as_array().unwrap() {
        members("Fact", fact);
    }
    let norms = firm.get(&key, "/norms?limit=200").await.json();
    members("NormPage", &norms);
    for norm in norms["norms"].as_array().unwrap() {
        members("Norm", norm);
    }
    let provision = firm.get(&key, "/norms/pl.kw.135").await.json();
    members("Provision", &provision);
    members("NormVersion", &provision["versions"][0]);
    let lawbook = firm.get(&key, "/lawbook").await.json();
    members("Lawbook", &lawbook);
    members("Pack", &lawbook["packs"][0]);
    let problem = firm
        .post(&key, "/opinions", &[], &json!({"fact": 1}))
        .await
        .json();
    members("Problem", &problem);
    members("ProblemError", &problem["errors"][0]);
}

/// The page of every problem is there in both languages, and docs/api.md lists it.
#[tokio::test(flavor = "multi_thread")]
async fn every_problem_has_its_page() {
    let firm = Firm::salon();
    let page = std::fs::read_to_string(root().join("docs/api.md")).unwrap();
    let document = demur_web::openapi();
    let responses = document["components"]["responses"].as_object().unwrap();
    let codes = responses
        .values()
        .flat_map(|response| response["description"].as_str().unwrap().split(", "));
    let codes: Vec<String> = codes.map(str::to_owned).collect();
    assert!(codes.len() > 20);
    for code in codes {
        assert!(
            page.contains(&format!("| `{code}` |")),
            "docs/api.md does not list {code}"
        );
        let mut told = Vec::new();
        for lang in ["en", "pl"] {
            let request = axum::http::Request::get(format!("/problems/{code}"))
                .header("accept-language", lang)
                .body(axum::body::Body::empty());
            let answer = firm.send(request.unwrap()).await;
            assert_eq!(answer.status, 200, "{code}");
            let text = String::from_utf8(answer.bytes).unwrap();
            assert!(!text.contains("problem-"), "{code} has no words in {lang}");
            told.push(text);
        }
        assert_ne!(told[0], told[1]);
    }
    let lost = axum::http::Request::get("/problems/none").body(axum::body::Body::empty());
    assert_eq!(firm.send(lost.unwrap()).await.status, 404);
}
