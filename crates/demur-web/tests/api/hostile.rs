//! Bodies that nobody means well with.

use super::firm::{Firm, warned};

/// Every address that takes a body.
const ADDRESSES: [&str; 8] = [
    "/opinions",
    "/questions",
    "/notices",
    "/lint",
    "/referrals",
    "/cases",
    "/cases/STOPA-2026-7K3M9QD2/decision",
    "/cases/STOPA-2026-7K3M9QD2/erasure",
];

fn bodies() -> Vec<(&'static str, Vec<u8>)> {
    let plain = warned().to_string();
    let wrapped = |inner: &str| format!("{{\"situation\": {inner}}}").into_bytes();
    let many: String = (0..20_000).map(|n| format!("\"f{n}\": true,")).collect();
    let facts = format!("{{\"facts\": {{{many} \"z\": 1}}}}");
    vec![
        ("empty", Vec::new()),
        ("nothing", b"null".to_vec()),
        ("a number", b"1".to_vec()),
        ("a list", b"[]".to_vec()),
        ("deep lists", "[".repeat(200_000).into_bytes()),
        (
            "deep facts",
            wrapped(&format!("{}1{}", "{\"facts\":".repeat(60), "}".repeat(60))),
        ),
        (
            "deeper facts",
            format!("{}1{}", "{\"a\":".repeat(100_000), "}".repeat(100_000)).into_bytes(),
        ),
        (
            "huge number",
            wrapped("{\"facts\": {\"customer.age\": 1e308}}"),
        ),
        (
            "longer number",
            wrapped(&format!(
                "{{\"facts\": {{\"customer.age\": {}}}}}",
                "9".repeat(5_000)
            )),
        ),
        (
            "infinite number",
            wrapped("{\"facts\": {\"customer.age\": 1e999}}"),
        ),
        ("twice", b"{\"situation\": {}, \"situation\": {}}".to_vec()),
        (
            "twice inside",
            wrapped("{\"facts\": {\"customer.age\": 1, \"customer.age\": 2}}"),
        ),
        ("no utf-8", vec![b'"', 0xff, 0xfe, b'"']),
        (
            "cut utf-8",
            plain.as_bytes()[..plain.len() - 1]
                .iter()
                .copied()
                .chain([0xc5])
                .collect(),
        ),
        (
            "null characters",
            wrapped("{\"place\": \"p\\u0000l\", \"facts\": {\"a\\u0000b\": \"\\u0000\"}}"),
        ),
        ("lone surrogate", wrapped("{\"place\": \"\\ud800\"}")),
        ("very many facts", wrapped(&facts)),
        (
            "two megabytes",
            wrapped(&format!("{{\"place\": \"{}\"}}", "x".repeat(2 << 20))),
        ),
        (
            "long text",
            format!("{{\"text\": \"{}\"}}", "word ".repeat(190_000)).into_bytes(),
        ),
        (
            "markup",
            wrapped("{\"notice\": {\"request\": \"<script>{{ 7*7 }}</script>\"}}"),
        ),
        ("yaml tags", b"!!python/object:os.system {}".to_vec()),
        (
            "yaml bomb",
            b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]".to_vec(),
        ),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_bodies_are_problems_and_never_faults() {
    let firm = Firm::salon();
    for address in ADDRESSES {
        let key = firm.key(&[
            demur_app::store::Role::Decider,
            demur_app::store::Role::Privacy,
        ]);
        for (name, body) in bodies() {
            for kind in ["application/json", "application/yaml"] {
                let request = format!("hostile-{}", name.replace([' ', '-'], "_"));
                let headers = [("idempotency-key", request.as_str()), ("if-match", "\"1\"")];
                let answer = firm
                    .post_bytes(&key, address, &headers, kind, body.clone())
                    .await;
                let fine = matches!((address, name), ("/lint", "long text"))
                    || (name == "deep facts" && answer.status.is_client_error())
                    || (name == "empty" && kind == "application/yaml")
                    // It is text like any other.
                    || name == "markup";
                let status = answer.status;
                assert!(
                    !status.is_server_error(),
                    "{address} {name} {kind}: {status}"
                );
                assert!(
                    fine || status.is_client_error(),
                    "{address} {name} {kind}: {status}"
                );
                if status.is_client_error() {
                    answer.problem();
                }
            }
        }
        let large = firm
            .post_bytes(
                &key,
                address,
                &[("idempotency-key", "too-large"), ("if-match", "\"1\"")],
                "application/json",
                vec![b' '; (1 << 20) + 1],
            )
            .await;
        assert_eq!(
            (large.status.as_u16(), large.problem().as_str()),
            (413, "too-large"),
            "{address}"
        );
    }
    // It still answers.
    let key = firm.decider();
    assert_eq!(
        firm.post(&key, "/opinions", &[], &warned()).await.status,
        200
    );
}
