//! The register and case files: what each role sees and does, and what is said when it may not.

use axum::http::{StatusCode, header};
use demur_app::notices::lint::{Context, Lint};
use demur_app::notices::{Channel, Lang, Text};
use demur_app::record::Details;
use demur_app::store::{Choice, Role};

use crate::on_file::{ALCOHOL, UNCONSCIOUS, WARNED, WORDS, decided};
use crate::support::{Answer, Browser, Firm};

/// Sends a form of a case file, with what its page hides in it.
async fn step(browser: &mut Browser, case: &str, step: &str, fields: &[(&str, &str)]) -> Answer {
    let page = browser.get(&format!("/cases/{case}")).await;
    let hidden = ["form_token", "version", "request"].map(|name| (name, page.hidden(name)));
    let mut all: Vec<(&str, &str)> = hidden
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    all.extend(fields);
    browser
        .post_bare(&format!("/cases/{case}/{step}"), &all)
        .await
}

#[tokio::test]
async fn an_empty_register_teaches_in_both_languages() {
    let firm = Firm::salon();
    let mut decider = firm.browser("Ewa", &[Role::Decider], "pl");
    let page = decider.get("/cases").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.text().contains("Nie ma jeszcze żadnych spraw"),
        "{}",
        page.text()
    );
    decider.get("/language/en?to=/cases").await;
    assert!(
        decider
            .get("/cases")
            .await
            .text()
            .contains("No case files yet")
    );
    let found = decider.get("/cases?state=closed").await.text();
    assert!(found.contains("Nothing fits these filters"), "{found}");
}

#[tokio::test]
async fn the_register_lists_filters_and_counts() {
    let firm = Firm::salon();
    let (refused, open) = (firm.refused(), firm.open());
    let mut decider = firm.browser("Ewa", &[Role::Decider], "en");
    let all = decider.get("/cases").await.text();
    assert!(all.contains(&refused) && all.contains(&open));
    assert!(all.contains("Nobody has decided yet") && all.contains("Case files by month"));
    assert!(all.contains("<svg role=\"img\"") && all.contains("As a table"));
    for (filter, finds, leaves) in [
        ("state=open", &open, &refused),
        ("choice=refuse", &refused, &open),
        ("ground=misconduct", &refused, &open),
    ] {
        let page = decider.get(&format!("/cases?{filter}")).await.text();
        assert!(
            page.contains(finds) && !page.contains(leaves.as_str()),
            "{filter}"
        );
    }
    let by_number = format!("/cases?number={}", refused.to_lowercase());
    let page = decider.get(&by_number).await.text();
    assert!(page.contains(&refused) && !page.contains(&open));
    for wrong in ["from=yesterday", "state=lost", "number=17"] {
        let page = decider.get(&format!("/cases?{wrong}")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(page.text().contains("role=\"alert\""), "{wrong}");
    }
    assert!(
        decider
            .get("/cases?verdict=may_refuse&from=2026-11-01")
            .await
            .text()
            .contains(&open)
    );
}

#[tokio::test]
async fn a_long_register_has_pages() {
    let firm = Firm::salon();
    let cases: Vec<String> = (0..32).map(|_| firm.open()).collect();
    let mut decider = firm.browser("Ewa", &[Role::Decider], "en");
    let first = decider.get("/cases?state=open").await.text();
    let start = first.find("rel=\"next\"").expect("a way to the next page");
    let start = first[..start].rfind("href=\"").unwrap() + 6;
    let next = first[start..]
        .split('"')
        .next()
        .unwrap()
        .replace("&#38;", "&");
    let second = decider.get(&next).await.text();
    for case in &cases {
        let link = format!(">{case}</a>");
        assert_ne!(
            first.contains(&link),
            second.contains(&link),
            "{case} stands on one page"
        );
    }
}

#[tokio::test]
async fn small_counts_are_hidden_from_whoever_sees_statistics() {
    let firm = Firm::salon();
    firm.refused();
    let mut auditor = firm.browser("Audyt", &[Role::Auditor], "en");
    let page = auditor.get("/cases").await.text();
    assert!(
        page.contains("Counts below ten are not shown") && page.contains(">few<"),
        "{page}"
    );
}

#[tokio::test]
async fn the_desk_sees_its_own_open_cases_only() {
    let firm = Firm::salon();
    let others = firm.open();
    let mut desk = firm.browser("Anna", &[Role::Desk], "pl");
    let own = firm.file(
        (Role::Desk, &firm.pseudonym("Anna")),
        WARNED,
        Details::default(),
    );
    let page = desk.get("/cases").await.text();
    assert!(page.contains(&own) && !page.contains(&others));
    assert!(
        !page.contains("<svg role=\"img\""),
        "no counts about others"
    );
    assert_eq!(
        desk.get(&format!("/cases/{others}")).await.status,
        StatusCode::NOT_FOUND
    );
    let file = desk.get(&format!("/cases/{own}")).await.text();
    assert!(!file.contains("id=\"decide\"") && !file.contains("/erase"));
    let answer = step(
        &mut desk,
        &own,
        "decide",
        &[("choice", "refuse"), ("words", WORDS)],
    )
    .await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    let admin = firm
        .browser("Szef", &[Role::Admin], "pl")
        .get("/cases")
        .await;
    assert_eq!(admin.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_case_file_is_told_in_both_languages() {
    let firm = Firm::salon();
    let case = firm.refused();
    let mut decider = firm.browser("Ewa", &[Role::Decider], "pl");
    let page = decider.get(&format!("/cases/{case}")).await.text();
    for part in [
        "Co zmieniłoby wynik",
        "id=\"norms\"",
        "id=\"timeline\"",
        "href=\"/law/",
    ] {
        assert!(page.contains(part), "{part} is lacking in {page}");
    }
    assert!(
        !page.contains("Zofia") && !page.contains("600 100 200"),
        "texts are sealed"
    );
    decider.get("/language/en?to=/").await;
    let page = decider
        .get(&format!("/cases/{}", case.to_lowercase()))
        .await
        .text();
    assert!(page.contains("What would have changed the outcome") && page.contains("Timeline"));
}

#[tokio::test]
async fn contact_and_texts_are_shown_on_request_and_the_look_is_kept() {
    let firm = Firm::salon();
    let case = firm.refused();
    let mut decider = firm.browser("Ewa", &[Role::Decider], "en");
    let texts = step(&mut decider, &case, "texts", &[]).await.text();
    assert!(
        texts.contains("Zofia Wymyślona") && texts.contains(WORDS),
        "{texts}"
    );
    let mut privacy = firm.browser("Ida", &[Role::Privacy], "en");
    let export = privacy
        .post(
            "/cases/access",
            "/cases/access",
            &[("channel", "phone"), ("contact", "+48600100200")],
        )
        .await;
    let disposition = export.headers[header::CONTENT_DISPOSITION]
        .to_str()
        .unwrap()
        .to_owned();
    assert!(
        disposition.contains("demur-access-2026-11-24.json"),
        "{disposition}"
    );
    let export: serde_json::Value = serde_json::from_slice(&export.bytes).unwrap();
    let looks = export["cases"][0]["viewed"].as_array().unwrap();
    assert!(
        looks
            .iter()
            .any(|look| look["event"] == "texts_read" && look["role"] == "decider")
    );
    let in_words = [
        ("channel", "phone"),
        ("contact", "600 100 200"),
        ("form", "words"),
    ];
    let answer = privacy
        .post("/cases/access", "/cases/access", &in_words)
        .await
        .text();
    for part in [
        "Zofia Wymyślona",
        WORDS,
        case.as_str(),
        "decider, contact and texts",
        "privacy, an answer like this one",
        "Norms checked",
        "You may complain",
        "is deleted by 2026-12-24",
    ] {
        assert!(answer.contains(part), "{part} is lacking in {answer}");
    }
    let nobody = [("channel", "email"), ("contact", "nobody@example.org")];
    let nothing = privacy
        .post("/cases/access", "/cases/access", &nobody)
        .await;
    assert!(
        nothing
            .text()
            .contains("Nothing is held about this contact")
    );
    let unreadable = [("channel", "phone"), ("contact", "sixty")];
    let wrong = privacy
        .post("/cases/access", "/cases/access", &unreadable)
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.text().contains("value=\"sixty\""),
        "what was typed is kept"
    );
}

#[tokio::test]
async fn a_decision_gives_the_customers_proof_once() {
    let firm = Firm::salon();
    let case = firm.open();
    let mut decider = firm.browser("Ewa", &[Role::Decider], "en");
    let done = step(
        &mut decider,
        &case,
        "decide",
        &[("choice", "refuse"), ("words", WORDS)],
    )
    .await;
    assert_eq!(done.status, StatusCode::OK);
    assert!(
        done.text().contains("id=\"letter\"") && done.text().contains("The decision is recorded")
    );
    let again = decider.get(&format!("/cases/{case}")).await.text();
    assert!(!again.contains("id=\"letter\"") && !again.contains("id=\"decide\""));
    for step in [
        "texts",
        "receive",
        "statement",
        "correct",
        "deadline",
        "close",
    ] {
        let action = format!("action=\"/cases/{case}/{step}\"");
        assert!(again.contains(&action), "{action} is lacking");
    }
}

#[tokio::test]
async fn what_the_store_refuses_is_said_and_what_was_typed_is_kept() {
    let firm = Firm::salon();
    let case = firm.open();
    let mut decider = firm.browser("Ewa", &[Role::Decider], "pl");
    let short = [("choice", "refuse"), ("words", "Bo tak.")];
    let answer = step(&mut decider, &case, "decide", &short).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text();
    assert!(page.contains(">Bo tak.</textarea>") && page.contains("aria-invalid=\"true\""));
    assert!(
        page.contains("value=\"refuse\" checked"),
        "the choice is kept"
    );
    let guarded = [
        ("choice", "refuse"),
        (
            "words",
            "Klient jest Romem i zachowywał się głośno w gabinecie.",
        ),
    ];
    let answer = step(&mut decider, &case, "decide", &guarded).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let none = step(&mut decider, &case, "decide", &[("words", WORDS)]).await;
    assert!(none.text().contains("Zaznacz, jaka jest decyzja") && none.text().contains(WORDS));
    let against = firm.file((Role::Decider, "s-ab12cd"), UNCONSCIOUS, Details::default());
    let fields = [("choice", "refuse"), ("words", WORDS)];
    let answer = step(&mut decider, &against, "decide", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("name=\"reason\""));
    let reason = "Ratownik przejął opiekę, a my nie mamy tu uprawnień.";
    let fields = [("choice", "refuse"), ("words", WORDS), ("reason", reason)];
    let done = step(&mut decider, &against, "decide", &fields).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text());
    assert!(done.text().contains("verdict alarm"), "the page warns");
}

#[tokio::test]
async fn two_people_do_not_overwrite_each_other() {
    let firm = Firm::salon();
    let case = firm.open();
    let mut ewa = firm.browser("Ewa", &[Role::Decider], "en");
    let mut jan = firm.browser("Jan", &[Role::Decider], "en");
    let page = ewa.get(&format!("/cases/{case}")).await;
    let hidden = ["form_token", "version", "request"].map(|name| (name, page.hidden(name)));
    let done = step(
        &mut jan,
        &case,
        "decide",
        &[("choice", "serve"), ("words", WORDS)],
    )
    .await;
    assert_eq!(done.status, StatusCode::OK);
    let mut fields: Vec<(&str, &str)> = hidden
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let typed = "Nadal nie chciał rozmawiać spokojnie, mimo dwóch naszych próśb.";
    fields.extend([("choice", "refuse"), ("words", typed)]);
    let answer = ewa
        .post_bare(&format!("/cases/{case}/decide"), &fields)
        .await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let text = answer.text();
    assert!(
        text.contains("was changed in the meantime by: decider"),
        "{text}"
    );
    assert!(text.contains(typed), "what was typed is not lost");
    assert!(text.contains("serve"), "the page shows how it stands now");
}

#[tokio::test]
async fn an_appeal_is_received_and_decided_by_somebody_else() {
    let firm = Firm::salon();
    let mut ewa = firm.browser("Ewa", &[Role::Decider, Role::Reviewer], "en");
    let own = (Role::Decider, firm.pseudonym("Ewa"));
    let details = Details {
        decided: Some(decided(Choice::Refuse)),
        ..Details::default()
    };
    let case = firm.file((own.0, &own.1), WARNED, details);
    let none = step(&mut ewa, &case, "receive", &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [
        ("kind", "appeal_received"),
        ("day", "2026-12-08"),
        ("due_kind", "answer"),
    ];
    let taken = step(&mut ewa, &case, "receive", &fields).await;
    assert_eq!(taken.to(), format!("/cases/{case}?done=receive"));
    let register = ewa.get("/cases").await.text();
    assert!(
        register.contains("The customer asks for review"),
        "it needs attention"
    );
    let said = [("statement", "Nie było żadnych wyzwisk, mam nagranie.")];
    step(&mut ewa, &case, "statement", &said).await;
    let review = [("outcome", "changed"), ("words", WORDS)];
    let own = step(&mut ewa, &case, "review", &review).await;
    assert_eq!(own.status, StatusCode::FORBIDDEN, "four eyes");
    assert!(own.text().contains(WORDS), "what was typed is kept");
    let mut rita = firm.browser("Rita", &[Role::Reviewer], "en");
    let texts = step(&mut rita, &case, "texts", &[]).await.text();
    assert!(texts.contains("mam nagranie"));
    let done = step(&mut rita, &case, "review", &review).await;
    assert_eq!(done.to(), format!("/cases/{case}?done=review"));
    let closed = step(&mut rita, &case, "close", &[]).await;
    assert!(
        rita.get(&closed.to())
            .await
            .text()
            .contains("The case file is closed")
    );
}

#[tokio::test]
async fn deadlines_are_set_shown_and_taken_away() {
    let firm = Firm::salon();
    let case = firm.refused();
    let mut decider = firm.browser("Ewa", &[Role::Decider], "en");
    let none = step(&mut decider, &case, "deadline", &[]).await;
    assert!(none.text().contains("Choose the day"));
    let wrong = step(&mut decider, &case, "deadline", &[("day", "soon")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    step(
        &mut decider,
        &case,
        "deadline",
        &[("day", "2026-11-20"), ("due_kind", "review")],
    )
    .await;
    let register = decider.get("/cases?due=2026-11-30").await.text();
    assert!(
        register.contains("overdue: look at it again: by 2026-11-20"),
        "{register}"
    );
    step(&mut decider, &case, "deadline", &[("none", "1")]).await;
    assert!(
        !decider
            .get("/cases?due=2026-11-30")
            .await
            .text()
            .contains(&case)
    );
}

#[tokio::test]
async fn a_hold_needs_a_fact_and_keeps_a_case_from_being_erased() {
    let firm = Firm::salon();
    let case = firm.refused();
    let mut privacy = firm.browser("Ida", &[Role::Privacy], "en");
    let without = step(&mut privacy, &case, "hold", &[]).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fact = [("fact", "complaint"), ("fact_day", "2026-11-23")];
    step(&mut privacy, &case, "hold", &fact).await;
    let page = format!("/cases/{case}/erase");
    let shown = privacy.get(&page).await;
    assert!(shown.text().contains("End the hold first"));
    let hidden = ["form_token", "version", "request"].map(|name| (name, shown.hidden(name)));
    let mut fields: Vec<(&str, &str)> = hidden
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    fields.push(("reason", "requested"));
    let held = privacy.post_bare(&page, &fields).await;
    assert_eq!(held.status, StatusCode::CONFLICT);
    step(&mut privacy, &case, "review-hold", &[]).await;
    let ended = step(&mut privacy, &case, "end-hold", &[]).await;
    assert!(
        privacy
            .get(&ended.to())
            .await
            .text()
            .contains("The hold has ended")
    );
}

#[tokio::test]
async fn erasing_says_what_goes_and_takes_it_away() {
    let firm = Firm::salon();
    let case = firm.refused();
    let mut decider = firm.browser("Ewa", &[Role::Decider], "pl");
    let page = format!("/cases/{case}/erase");
    assert_eq!(decider.get(&page).await.status, StatusCode::FORBIDDEN);
    let mut privacy = firm.browser("Ida", &[Role::Privacy], "pl");
    let shown = privacy.get(&page).await;
    assert!(shown.text().contains("Co zniknie") && shown.text().contains("Co zostanie"));
    let hidden = ["form_token", "version", "request"].map(|name| (name, shown.hidden(name)));
    let fields: Vec<(&str, &str)> = hidden
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let without = privacy.post_bare(&page, &fields).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    let with = [fields.as_slice(), &[("reason", "requested")]].concat();
    let erased = privacy.post_bare(&page, &with).await;
    let after = privacy.get(&erased.to()).await.text();
    assert!(after.contains("Kontakt i teksty usunięto"), "{after}");
    assert!(!after.contains("/texts") && !after.contains("/erase"));
    let again = privacy.post_bare(&page, &with).await;
    assert_eq!(again.to(), erased.to(), "sent twice, done once");
}

#[tokio::test]
async fn evidence_is_saved_by_whoever_may() {
    let firm = Firm::salon();
    let case = firm.refused();
    let mut auditor = firm.browser("Audyt", &[Role::Auditor], "en");
    let packet = step(&mut auditor, &case, "packet", &[]).await;
    let packet: serde_json::Value = serde_json::from_slice(&packet.bytes).unwrap();
    assert_eq!(packet["case"], case.as_str());
    let mut decider = firm.browser("Ewa", &[Role::Decider], "en");
    let answer = step(&mut decider, &case, "packet", &[]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn forms_of_others_and_unknown_cases_lead_nowhere() {
    let firm = Firm::salon();
    let case = firm.open();
    let mut decider = firm.browser("Ewa", &[Role::Decider], "en");
    let bare = decider
        .post_bare(&format!("/cases/{case}/close"), &[])
        .await;
    assert_eq!(bare.status, StatusCode::FORBIDDEN);
    let unknown = step(&mut decider, &case, "promote", &[]).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert_eq!(
        decider.get("/cases/STOPA-2026-00000000").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        decider.get(&format!("/cases/{case}/texts")).await.to(),
        format!("/cases/{case}")
    );
    let minor = firm.file((Role::Decider, "s-ab12cd"), ALCOHOL, Details::default());
    let page = decider.get(&format!("/cases/{minor}")).await.text();
    assert!(
        page.contains("the answer is not kept") && !page.contains("= 17") && !page.contains("? 17"),
        "no age is shown"
    );
}

/// The text to send that a page proposes.
fn proposed(page: &str) -> &str {
    let (_, rest) = page.split_once("id=\"answer\">").expect("an answer");
    rest.split('<').next().unwrap_or_default()
}

/// Rules about reason, contact and way to complain that a text breaks.
fn broken(text: &str, lang: Lang) -> Vec<String> {
    let context = Context::new(lang).channel(Channel::Email);
    let report = Lint::built_in().check(&Text::plain(text), &context);
    let rules = report
        .findings
        .iter()
        .map(|finding| finding.rule.to_string());
    let asked = ["RM-S04", "RM-S08", "RM-S09"];
    rules
        .filter(|rule| asked.contains(&rule.as_str()))
        .collect()
}

#[tokio::test]
async fn pr_25_the_refusal_of_a_right_is_reasoned() {
    assert_eq!(broken("Nie.", Lang::Pl), ["RM-S04", "RM-S08", "RM-S09"]);
    for (code, lang) in [("pl", Lang::Pl), ("en", Lang::En)] {
        let firm = Firm::salon();
        let house = firm.app.house();
        let mut setting = house.setting("firm").unwrap().unwrap();
        setting.value["complaint_contact"] = "odwolania@stopa.example".into();
        house
            .put_setting("firm", Some(setting.version), &setting.value)
            .unwrap();
        let case = firm.refused();
        let mut privacy = firm.browser("Ida", &[Role::Privacy], code);
        let fact = [("fact", "complaint"), ("fact_day", "2026-11-23")];
        step(&mut privacy, &case, "hold", &fact).await;
        let erase = privacy.get(&format!("/cases/{case}/erase")).await.text();
        let held = proposed(&erase);
        assert!(held.contains("2026-11-23"), "{held}");
        assert_eq!(broken(held, lang), [""; 0], "{held}");

        let objection = [("kind", "objection_received")];
        step(&mut privacy, &case, "receive", &objection).await;
        let mut rita = firm.browser("Rita", &[Role::Reviewer], code);
        let review = [("outcome", "upheld"), ("words", WORDS)];
        step(&mut rita, &case, "review", &review).await;
        let texts = step(&mut privacy, &case, "texts", &[]).await.text();
        let rejected = proposed(&texts);
        assert!(rejected.contains(WORDS.trim_end_matches('.')), "{rejected}");
        assert_eq!(broken(rejected, lang), [""; 0], "{rejected}");
    }
}
