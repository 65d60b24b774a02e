//! The house policy: the form, the files, what may not be saved.

use axum::http::StatusCode;
use demur_app::store::{DocumentKind, Role};

use crate::support::Firm;

/// Rules that are chosen together; all of them at once take the prover long without optimisation.
const CHOICES: [&[(&str, &str)]; 4] = [
    &[
        ("rule", "food"),
        ("rule", "quiet"),
        ("rule", "manager"),
        ("rule", "warnings"),
        ("begins", "22"),
        ("ends", "6"),
        ("warnings", "3"),
    ],
    &[
        ("rule", "dress"),
        ("rule", "photos"),
        ("rule", "writing"),
        ("days", "7"),
    ],
    &[
        ("rule", "prepayment"),
        ("rule", "payment"),
        ("visits", "2"),
        ("way", "card"),
        ("way", "transfer"),
    ],
    &[("rule", "age"), ("rule", "intoxicated"), ("age", "25")],
];

#[tokio::test]
async fn every_usual_rule_can_be_in_force() {
    for chosen in CHOICES {
        let firm = Firm::salon();
        let mut admin = firm.browser("Ewa", &[Role::Admin], "pl");
        let saved = admin.post("/policy/form", "/policy/form", chosen).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
        let policy = admin.get("/policy").await.text();
        let form = admin.get("/policy/form").await.text();
        for (_, rule) in chosen.iter().filter(|(name, _)| *name == "rule") {
            assert!(
                policy.contains(&format!("href=\"/law/house.form.{rule}\"")),
                "{rule}"
            );
            let ticked =
                format!("name=\"rule\" value=\"{rule}\" aria-describedby=\"{rule}-hint\" checked");
            assert!(form.contains(&ticked), "{rule} is not shown again");
        }
        assert!(
            !form.contains("zmieniono ręcznie"),
            "the form does not know its own text"
        );

        // Nothing about the form is a surprise to the prover.
        let page = admin.get("/policy/files/form.md").await;
        let files = firm.app.house().documents(DocumentKind::Policy).unwrap();
        let text = &files
            .iter()
            .find(|file| file.name == "form.md")
            .unwrap()
            .text;
        let token = page.hidden("form_token");
        let fields = [
            ("form_token", token.as_str()),
            ("name", "form.md"),
            ("text", text),
            ("part", "x"),
        ];
        let found = admin.post_bare("/policy/check", &fields).await.text();
        assert!(
            found.contains("Sprawdzenie nie wykryło sprzeczności"),
            "{found}"
        );
        assert!(!found.contains("<html"), "a part is no page");
    }
}

#[tokio::test]
async fn the_policy_is_told_in_words_and_can_be_taken_back() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Ewa", &[Role::Admin], "pl");
    assert!(
        admin
            .get("/policy")
            .await
            .text()
            .contains("Nie ma jeszcze zasad firmy")
    );
    let chosen = [("rule", "warnings"), ("warnings", "3"), ("rule", "manager")];
    let saved = admin.post("/policy/form", "/policy/form", &chosen).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let policy = admin.get("/policy").await.text();
    assert!(policy.contains("Przed odmową na podstawie"), "{policy}");
    assert!(
        admin
            .get("/law/house.form.manager")
            .await
            .text()
            .contains("O zakazie decyduje kierownictwo")
    );
    assert!(
        admin
            .get("/policy/form")
            .await
            .text()
            .contains("value=\"3\"")
    );
    let none = admin
        .post(
            "/policy/form",
            "/policy/form",
            &[("version", &version(&firm))],
        )
        .await;
    assert_eq!(none.status, StatusCode::SEE_OTHER, "{}", none.text());
    assert!(
        admin
            .get("/policy")
            .await
            .text()
            .contains("Nie ma jeszcze zasad firmy")
    );
}

fn version(firm: &Firm) -> String {
    let files = firm.app.house().documents(DocumentKind::Policy).unwrap();
    files
        .iter()
        .find(|file| file.name == "form.md")
        .unwrap()
        .version
        .to_string()
}

#[tokio::test]
async fn numbers_beyond_reason_are_said_beside_the_field() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Ewa", &[Role::Admin], "en");
    let fields = [("rule", "warnings"), ("warnings", "99"), ("rule", "food")];
    let wrong = admin.post("/policy/form", "/policy/form", &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = wrong.text();
    assert!(text.contains("Write a whole number from 2 to 5."));
    assert!(text.contains("value=\"99\"") && text.contains("aria-describedby=\"warnings-wrong\""));
    assert!(
        firm.app
            .house()
            .documents(DocumentKind::Policy)
            .unwrap()
            .is_empty()
    );
}

const AGAINST_LAW: &str = "---\ncite: Rules\nconfidence: verified\nseen: 2026-11-22\n---\n# Rules\n\n\
```demur\nnorm house.rules.origin\n  title en \"Not for these\"\n  title pl \"Nie dla tych osób\"\n  \
in force from 2026-01-01\n  forbid serving\n    when request.object is service and business.kind is services and refusal.reasons includes only {ethnic_origin}\n```\n";

const LAWFUL: &str = "---\ncite: Rules\nconfidence: verified\nseen: 2026-11-22\n---\n# Rules\n\n\
```demur\nnorm house.rules.ban\n  title en \"A ban in writing\"\n  title pl \"Zakaz na piśmie\"\n  \
in force from 2026-01-01\n  require reasons_in_time when refusing\n    when refusal.lasting\n\
duty reasons_in_time en \"send the reasons\" pl \"prześlij powody\"\n```\n";

#[tokio::test]
async fn a_policy_against_the_law_is_not_saved_and_nothing_typed_is_lost() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Ewa", &[Role::Admin], "pl");
    let fields = [("new", "yes"), ("name", "rules.md"), ("text", AGAINST_LAW)];
    let refused = admin.post("/policy/new", "/policy/new", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = refused.text();
    assert!(text.contains("wbrew prawu"), "{text}");
    assert!(text.contains("house.rules.origin") && text.contains("Nie dla tych osób"));
    assert!(text.contains("data-line=\"9\"") || text.contains("wiersz"));
    assert!(
        firm.app
            .house()
            .documents(DocumentKind::Policy)
            .unwrap()
            .is_empty()
    );

    let broken = AGAINST_LAW.replace("business.kind", "business.kimd");
    let fields = [
        ("new", "yes"),
        ("name", "rules.md"),
        ("text", broken.as_str()),
    ];
    let refused = admin.post("/policy/new", "/policy/new", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.text().contains("business.kimd") && refused.text().contains("wiersz 14"),
        "{}",
        refused.text()
    );
}

#[tokio::test]
async fn files_have_a_history_and_two_people_do_not_overwrite_each_other() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Ewa", &[Role::Admin], "en");
    let fields = [("new", "yes"), ("name", "shop/rules.md"), ("text", LAWFUL)];
    let saved = admin.post("/policy/new", "/policy/new", &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let path = "/policy/files/shop/rules.md";
    assert!(admin.get(path).await.text().contains("A ban in writing"));
    let second = LAWFUL.replace("A ban in writing", "Bans are told in writing");
    let fields = [
        ("name", "shop/rules.md"),
        ("version", "1"),
        ("text", second.as_str()),
    ];
    assert_eq!(
        admin.post(path, path, &fields).await.status,
        StatusCode::SEE_OTHER
    );
    let stale = admin.post(path, path, &fields).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text().contains("Somebody else changed the file"));
    let history = admin.get("/policy/history/shop/rules.md").await.text();
    assert!(history.contains("version 1") && history.contains("version 2"));
    let fields = [("name", "shop/rules.md"), ("to", "1"), ("version", "2")];
    let back = admin
        .post("/policy/history/shop/rules.md", "/policy/restore", &fields)
        .await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text());
    assert!(
        admin
            .get("/policy")
            .await
            .text()
            .contains("A ban in writing")
    );
    let fields = [("name", "shop/rules.md"), ("version", "3")];
    let gone = admin.post(path, "/policy/remove", &fields).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.text());
    assert_eq!(admin.get(path).await.status, StatusCode::NOT_FOUND);
    assert!(
        admin
            .get("/policy/history/shop/rules.md")
            .await
            .text()
            .contains("removed")
    );
}

#[tokio::test]
async fn everybody_reads_and_only_whoever_runs_the_app_changes() {
    let firm = Firm::salon();
    let mut desk = firm.browser("Anna", &[Role::Desk], "pl");
    let form = desk.get("/policy/form").await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(form.text().contains("fieldset class=\"field\" disabled"));
    let refused = desk
        .post("/policy/form", "/policy/form", &[("rule", "food")])
        .await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let fields = [("new", "yes"), ("name", "rules.md"), ("text", LAWFUL)];
    let refused = desk.post("/policy/form", "/policy/new", &fields).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(desk.get("/policy/new").await.status, StatusCode::FORBIDDEN);
    let unsigned = desk.post_bare("/policy/form", &[("rule", "food")]).await;
    assert_eq!(unsigned.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn names_that_are_no_names_and_hostile_texts_are_shown_and_do_no_harm() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Ewa", &[Role::Admin], "en");
    for name in ["../pack.md", "Rules.md", "rules.txt", ""] {
        let fields = [("new", "yes"), ("name", name), ("text", LAWFUL)];
        let refused = admin.post("/policy/new", "/policy/new", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
    }
    let hostile = "</textarea><script>alert(1)</script>\n```demur\nnorm <script>\n```\n";
    let fields = [("name", "rules.md"), ("new", "yes"), ("text", hostile)];
    let page = admin.post("/policy/new", "/policy/check", &fields).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text().contains("<script>alert"));
    assert!(!page.text().contains("norm <script>"));
}

#[tokio::test]
async fn the_form_writes_into_the_pack_that_the_firm_has() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Ewa", &[Role::Admin], "en");
    let person = firm.app.house().people().unwrap().remove(0);
    let head = "---\npack: gabinet\nlayer: house\nplace: pl\nversion: 2026.11.1\n\
        text-as-of: 2026-11-22\nstatus: draft\ntitle-en: Salon\ntitle-pl: Gabinet\n---\n# Salon\n";
    let house = firm.app.house();
    house
        .put_document(
            DocumentKind::Policy,
            "pack.md",
            None,
            head,
            &person.pseudonym,
        )
        .unwrap();
    let chosen = [("rule", "manager")];
    let saved = admin.post("/policy/form", "/policy/form", &chosen).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    assert!(
        admin
            .get("/policy")
            .await
            .text()
            .contains("/law/gabinet.form.manager")
    );
    assert!(
        admin
            .get("/policy/new")
            .await
            .text()
            .contains("norm gabinet.rules.ban")
    );
}
