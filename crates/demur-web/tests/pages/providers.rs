//! Providers: lists that are imported, entries that are written, and who else can help.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use demur_app::store::{DocumentKind, Role};

use crate::support::{Answer, Browser, Firm};

const PODOLOGY: &str = include_str!("../../../../examples/providers/podologia.csv");
const BOUNDARY: &str = "----------------demur";

/// Sends files as a browser does.
async fn upload(browser: &mut Browser, files: &[(&str, &[u8])]) -> Answer {
    let token = browser.get("/providers/import").await.hidden("form_token");
    let mut body = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n{token}\r\n"
    )
    .into_bytes();
    for (name, bytes) in files {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend(head.into_bytes());
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let request = Request::post("/providers/import").header(header::CONTENT_TYPE, kind);
    browser.send(request, Body::from(body)).await
}

fn kept(firm: &Firm) -> Vec<(String, String)> {
    let lists = firm.app.house().documents(DocumentKind::Providers).unwrap();
    lists
        .into_iter()
        .map(|list| (list.name, list.text))
        .collect()
}

/// The way to the page of a provider.
fn of(text: &str, name: &str) -> String {
    let end = text
        .find(&format!("\">{name}</a>"))
        .expect("no such provider");
    let start = text[..end].rfind("/providers/of/").unwrap();
    text[start..end].to_owned()
}

#[tokio::test]
async fn a_list_is_imported_searched_and_shown() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Ewa", &[Role::Admin], "pl");
    assert!(
        admin
            .get("/providers")
            .await
            .text()
            .contains("Nikt nie jest jeszcze wpisany")
    );
    let sent = upload(&mut admin, &[("Podologia Łódź.CSV", PODOLOGY.as_bytes())]).await;
    assert_eq!(sent.to(), "/providers/lists/podologia-lodz.csv");
    let report = admin
        .get("/providers/lists/podologia-lodz.csv")
        .await
        .text();
    assert!(
        report.contains("Wszystko udało się wykorzystać."),
        "{report}"
    );
    assert_eq!(
        kept(&firm),
        [("podologia-lodz.csv".to_owned(), PODOLOGY.to_owned())]
    );

    let found = admin.get("/providers?q=podolog&near=Gniezno").await.text();
    assert!(found.contains("Podologia Bajkowa") && found.contains("km"));
    let nobody = admin.get("/providers?q=notariusz").await.text();
    assert!(nobody.contains("Nikogo nie znaleziono"));
    let unknown = admin.get("/providers?q=podolog&near=Atlantyda").await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.text().contains("aria-invalid=\"true\""));

    let path = of(
        &admin.get("/providers").await.text(),
        "Gabinet Podologiczny Lipa",
    );
    let detail = admin.get(&path).await.text();
    for expected in [
        "tel:+48000000201",
        "mailto:lipa@lipa.example",
        "09:00–17:00",
        "wtorek",
        "zamknięte",
    ] {
        assert!(detail.contains(expected), "{expected} in {detail}");
    }
    assert!(
        !detail.contains("request.hygiene_risk"),
        "a condition was not put into words"
    );
}

#[tokio::test]
async fn what_cannot_be_used_is_kept_and_reported_with_its_line() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Ewa", &[Role::Admin], "en");
    let list = "provider,service,hours\nGood,Podology,Mo-Fr 09:00-17:00\nBad,Podology,sometimes\n,Podology,\n";
    let sent = upload(&mut admin, &[("list.csv", list.as_bytes())]).await;
    let report = admin.get(&sent.to()).await.text();
    assert!(report.contains("2 things were kept apart."));
    assert!(report.contains("href=\"#l3\"") && report.contains("href=\"#l4\""));
    assert!(report.contains("id=\"l3\">Bad,Podology,sometimes"));
    assert_eq!(kept(&firm)[0].1, list);
}

#[tokio::test]
async fn json_and_packages_are_read_as_well() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Ewa", &[Role::Admin], "en");
    let json = r#"{"@context":"https://schema.org","@type":"MedicalBusiness","name":"Klinika Stóp",
        "telephone":"+48 61 000 00 00","address":{"addressLocality":"Poznań"},"medicalSpecialty":"Podiatric"}"#;
    let sent = upload(&mut admin, &[("klinika.jsonld", json.as_bytes())]).await;
    assert_eq!(sent.to(), "/providers/lists/klinika.jsonld");
    let folder =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/providers/hsds");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        files.push((name, std::fs::read(&path).unwrap()));
    }
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let sent = upload(&mut admin, &files).await;
    assert_eq!(sent.to(), "/providers/lists/hsds/datapackage.json");
    let list = admin.get("/providers").await.text();
    assert!(list.contains("Klinika Stóp"));
    assert!(list.matches("/providers/of/").count() >= 2);
    let version = admin
        .get("/providers/lists/hsds/datapackage.json")
        .await
        .hidden("version");
    let fields = [
        ("name", "hsds/datapackage.json"),
        ("version", version.as_str()),
    ];
    admin
        .post(
            "/providers/lists/hsds/datapackage.json",
            "/providers/remove-list",
            &fields,
        )
        .await;
    assert_eq!(kept(&firm).len(), 1, "a part of the package stayed");
}

#[tokio::test]
async fn files_that_are_no_lists_and_too_large_ones_are_refused_in_words() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Ewa", &[Role::Admin], "pl");
    for (name, bytes, said) in [
        ("zdjecie.png", &b"\x89PNG"[..], "nie jest tekstem UTF-8"),
        (
            "lista.csv",
            &b"provider,service\n\xb3\xf3d\xbc,x\n"[..],
            "nie jest tekstem UTF-8",
        ),
        (
            "lista.csv",
            &b"who,what\nA,B\n"[..],
            "Nie udało się odczytać żadnej firmy",
        ),
    ] {
        let refused = upload(&mut admin, &[(name, bytes)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(refused.text().contains(said), "{said}: {}", refused.text());
    }
    let none = upload(&mut admin, &[]).await;
    assert!(none.text().contains("Nie wybrano pliku"));
    for size in [1 << 20, 3 << 20] {
        let large = format!("provider,service\n{}", "A,B\n".repeat(size / 4));
        let refused = upload(&mut admin, &[("lista.csv", large.as_bytes())]).await;
        assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(refused.text().contains("do 2 MB"));
    }
    assert!(kept(&firm).is_empty());
    let mut desk = firm.browser("Anna", &[Role::Desk], "pl");
    assert_eq!(
        desk.get("/providers/import").await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(desk.get("/providers").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_form_sent_without_the_token_changes_nothing() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Ewa", &[Role::Admin], "pl");
    let body = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n\
         provider,service\nA,B\n\r\n--{BOUNDARY}--\r\n"
    );
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    let request = Request::post("/providers/import").header(header::CONTENT_TYPE, kind);
    let refused = admin.send(request, Body::from(body)).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(kept(&firm).is_empty());
}

#[tokio::test]
async fn an_entry_is_written_changed_and_removed_by_a_form() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Ewa", &[Role::Admin], "en");
    let wrong = [
        ("provider", "Anna & Co"),
        ("service", "Podology"),
        ("hours", "sometimes"),
        ("town", "Poznań"),
    ];
    let refused = admin.post("/providers/new", "/providers/new", &wrong).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = refused.text();
    assert!(text.contains("id=\"hours-wrong\"") && text.contains("value=\"sometimes\""));
    assert!(
        text.contains("value=\"Anna &#38; Co\"") || text.contains("value=\"Anna &amp; Co\""),
        "{text}"
    );
    let missing = admin
        .post("/providers/new", "/providers/new", &[("town", "Poznań")])
        .await;
    assert!(missing.text().contains("Say who it is."));
    let condition = [
        ("provider", "A"),
        ("service", "B"),
        ("not_for", "no.such.fact"),
    ];
    let refused = admin
        .post("/providers/new", "/providers/new", &condition)
        .await;
    assert!(refused.text().contains("id=\"not_for-wrong\""));
    assert!(kept(&firm).is_empty());

    let right = [
        ("provider", "Anna, \"Stopy\""),
        ("service", "Podology"),
        ("hours", "Mo-Fr 09:00-17:00"),
        ("town", "Poznań"),
        ("phone", "+48 61 000 00 01"),
        ("checked", "2026-11-20"),
    ];
    let saved = admin.post("/providers/new", "/providers/new", &right).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let detail = admin.get(&saved.to()).await.text();
    assert!(
        detail.contains("/providers/edit?list=own.csv&#38;line=2") || detail.contains("line=2")
    );
    let path = "/providers/edit?list=own.csv&line=2";
    let form = admin.get(path).await;
    assert!(form.text().contains("value=\"+48 61 000 00 01\""));
    let version = form.hidden("version");
    let mut changed: Vec<(&str, &str)> = right.to_vec();
    changed.extend([
        ("list", "own.csv"),
        ("line", "2"),
        ("version", version.as_str()),
    ]);
    changed[4] = ("phone", "+48 61 000 00 02");
    let saved = admin.post(path, "/providers/edit", &changed).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    assert!(kept(&firm)[0].1.contains("+48 61 000 00 02"));
    let stale = admin.post(path, "/providers/edit", &changed).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let version = admin.get(path).await.hidden("version");
    let fields = [
        ("list", "own.csv"),
        ("line", "2"),
        ("version", version.as_str()),
    ];
    let gone = admin.post(path, "/providers/remove", &fields).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER);
    assert!(!kept(&firm)[0].1.contains("Anna"));
}

#[tokio::test]
async fn a_script_in_a_name_is_shown_and_not_run() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Ewa", &[Role::Admin], "en");
    let list = "provider,service,url,email,description\n\
        <script>alert(1)</script>,\"<img src=x onerror=alert(2)>\",javascript:alert(3),\"\"\"><b>\",</dd><script>\n";
    let sent = upload(&mut admin, &[("list.csv", list.as_bytes())]).await;
    let list = admin.get("/providers").await.text();
    let start = list.find("/providers/of/").unwrap();
    let path = &list[start..start + "/providers/of/".len() + 16];
    for page in [
        list.clone(),
        admin.get(path).await.text(),
        admin.get(&sent.to()).await.text(),
    ] {
        assert!(!page.contains("<script>alert") && !page.contains("<img src=x"));
        assert!(!page.contains("href=\"javascript:"));
        assert!(!page.contains("mailto:\">"));
    }
}

/// Leads an interview that has just begun, about what happens most.
async fn interview(browser: &mut Browser, opening: &str) -> String {
    let begun = browser
        .post("/", "/interview", &[("opening", opening)])
        .await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
    begun.to()
}

#[tokio::test]
async fn who_else_can_help_is_told_with_reasons_and_questions() {
    let firm = Firm::salon();
    let mut admin = firm.browser("Ewa", &[Role::Admin, Role::Desk], "pl");
    let path = interview(&mut admin, "harm").await;
    let empty = admin
        .get(&format!("{path}/providers?service=podolog"))
        .await;
    assert_eq!(empty.status, StatusCode::OK);
    assert!(empty.text().contains("Nikt nie jest jeszcze wpisany"));
    upload(&mut admin, &[("podologia.csv", PODOLOGY.as_bytes())]).await;

    let before = admin.get(&format!("{path}/providers")).await;
    assert_eq!(before.status, StatusCode::OK);
    assert!(
        !before.text().contains("aria-invalid"),
        "nobody has asked yet"
    );

    let where_ = admin
        .get(&format!("{path}/providers?service=podolog"))
        .await;
    assert_eq!(where_.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(where_.text().contains("Gdzie jest klient?"));
    let found = admin
        .get(&format!(
            "{path}/providers?service=podolog&near=Pozna%C5%84"
        ))
        .await;
    assert_eq!(found.status, StatusCode::OK);
    let text = found.text();
    assert!(
        text.contains("Gabinet Podologiczny Lipa") && text.contains("tel:+48000000201"),
        "{text}"
    );
    let unknown = admin
        .get(&format!("{path}/providers?service=podolog&near=Atlantyda"))
        .await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.text().contains("Miejscowości, w których są firmy:"));
}

#[tokio::test]
async fn the_town_of_the_firm_is_where_the_search_begins() {
    let firm = Firm::salon();
    let version = firm.app.house().setting("firm").unwrap().unwrap().version;
    let value = serde_json::json!({
        "name": "Gabinet Stopa", "profile": "gabinet", "place": "pl", "periods": "pl",
        "address": "ul. Testowa 1, 60-001 POZNAŃ",
        "sites": [{"code": "stopa", "name": "Gabinet przy rynku"}],
    });
    firm.app
        .house()
        .put_setting("firm", Some(version), &value)
        .unwrap();
    let mut admin = firm.browser("Ewa", &[Role::Admin, Role::Desk], "en");
    upload(&mut admin, &[("podologia.csv", PODOLOGY.as_bytes())]).await;
    let path = interview(&mut admin, "harm").await;
    let found = admin
        .get(&format!("{path}/providers?service=podolog"))
        .await
        .text();
    assert!(
        found.contains("value=\"Poznań\"") && found.contains("Gabinet Podologiczny Lipa"),
        "{found}"
    );
}
