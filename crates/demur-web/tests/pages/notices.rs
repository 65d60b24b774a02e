//! Notices: written from the opinion, checked, sent, and kept as they were said.

use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use demur_app::record::Details;
use demur_app::store::{Choice, DocumentKind, Role};
use demur_web::{MailSettings, MailTls, Mailer};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

use crate::on_file::{ALCOHOL, UNCONSCIOUS, UNWARNED, decided};
use crate::support::{Answer, Browser, Firm};

/// What the page of a notice hides in its form.
const HIDDEN: [&str; 4] = ["form_token", "version", "request", "print"];

fn hidden(page: &Answer) -> Vec<(&'static str, String)> {
    HIDDEN
        .iter()
        .map(|name| (*name, page.hidden(name)))
        .collect()
}

/// The text that stands on the page.
fn text(page: &Answer) -> String {
    let html = page.text();
    let start = html.find("<textarea id=\"text\"").expect("no text");
    let start = start + html[start..].find('>').unwrap() + 1;
    let text = html[start..].split("</textarea>").next().unwrap();
    text.replace("&#34;", "\"")
        .replace("&#38;", "&")
        .replace("&#39;", "'")
        .replace("&#60;", "<")
}

/// Sends the form of a page with these fields.
async fn send(browser: &mut Browser, page: &Answer, path: &str, fields: &[(&str, &str)]) -> Answer {
    let hidden = hidden(page);
    let mut all: Vec<(&str, &str)> = hidden
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    all.extend(fields);
    browser.post_bare(path, &all).await
}

/// What makes a Polish e-mail about the insults whole.
const FILLED: [(&str, &str); 12] = [
    ("channel", "email"),
    ("lang", "pl"),
    ("address", "panstwo"),
    ("place.business_name", "Gabinet Stopa"),
    ("place.request", "pedicure leczniczy"),
    (
        "place.facts",
        "24 listopada w gabinecie padły wyzwiska. Poprosiliśmy, żeby rozmawiać bez nich. Potem padły jeszcze dwa razy.",
    ),
    ("place.alternative_1", "nowy termin u nas od 25 listopada"),
    ("place.contact", "biuro@stopa.example"),
    ("place.appeal_contact", "skargi@stopa.example"),
    ("place.signatory_role", "Kierowniczka gabinetu"),
    ("place.privacy_link", "stopa.example/dane"),
    ("scenario", "abuse.refusal"),
];

#[tokio::test]
async fn a_notice_is_proposed_in_both_languages() {
    let firm = Firm::salon();
    let case = firm.refused();
    let path = format!("/cases/{case}/notice");
    let mut decider = firm.browser("Ewa", &[Role::Decider], "pl");
    let page = decider.get(&path).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.text().contains(&format!("action=\"{path}\""))
            && page.text().contains(&format!("data-lint=\"{path}/lint\""))
    );
    assert!(
        text(&page).contains("Dziś jej nie dokończymy"),
        "{}",
        text(&page)
    );
    assert!(
        page.text()
            .contains("Obraźliwe zachowanie: odmowa na dziś (wynika z opinii)")
    );
    decider.get("/language/en?to=/").await;
    let page = decider.get(&path).await;
    assert!(page.text().contains("Tell the customer") && page.text().contains("Is it clear, kind"));
    let german = [("channel", "spoken"), ("lang", "de"), ("do", "write")];
    let none = send(&mut decider, &page, &path, &german).await.text();
    assert!(
        none.contains("There is no ready text for this way") && none.contains("e-mail"),
        "{none}"
    );
    let german = [("channel", "email"), ("lang", "de"), ("do", "write")];
    let german = send(&mut decider, &page, &path, &german).await;
    assert!(
        german.text().contains("lang=\"de\"") && text(&german).contains("Es tut uns leid"),
        "{}",
        text(&german)
    );
}

#[tokio::test]
async fn places_are_asked_for_and_filled_in() {
    let firm = Firm::salon();
    let case = firm.refused();
    let path = format!("/cases/{case}/notice");
    let mut decider = firm.browser("Ewa", &[Role::Decider], "pl");
    let page = decider.get(&path).await;
    let first = [
        ("channel", "email"),
        ("lang", "pl"),
        ("place.case_id", case.as_str()),
        ("do", "write"),
    ];
    let open = send(&mut decider, &page, &path, &first).await;
    assert!(open.text().contains("name=\"place.facts\"") && text(&open).contains("[co się stało"));
    let mut whole = FILLED.to_vec();
    whole.extend([("place.case_id", case.as_str()), ("do", "write")]);
    let whole = send(&mut decider, &open, &path, &whole).await;
    assert!(!text(&whole).contains('['), "{}", text(&whole));
    assert!(text(&whole).contains(&case) && text(&whole).contains("pedicure leczniczy"));
    assert!(
        text(&whole).contains("22 listopada 2026"),
        "days follow from the opinion"
    );
}

#[tokio::test]
async fn what_was_changed_by_hand_is_not_lost() {
    let firm = Firm::salon();
    let case = firm.refused();
    let path = format!("/cases/{case}/notice");
    let mut decider = firm.browser("Ewa", &[Role::Decider], "en");
    let page = decider.get(&path).await;
    let own = "My own words, which nobody may lose.";
    let checked = send(
        &mut decider,
        &page,
        &path,
        &[
            ("lang", "en"),
            ("channel", "spoken"),
            ("text", own),
            ("do", "check"),
        ],
    )
    .await;
    assert_eq!(text(&checked), own);
    let anew = send(
        &mut decider,
        &checked,
        &path,
        &[
            ("lang", "en"),
            ("channel", "spoken"),
            ("text", own),
            ("do", "write"),
        ],
    )
    .await;
    assert_ne!(text(&anew), own);
    assert!(
        anew.text().contains("Your text before it was written anew") && anew.text().contains(own)
    );
}

#[tokio::test]
async fn the_lint_answers_by_itself_and_with_the_page() {
    let firm = Firm::salon();
    let case = firm.refused();
    let path = format!("/cases/{case}/notice");
    let mut decider = firm.browser("Ewa", &[Role::Decider], "en");
    let page = decider.get(&path).await;
    let insult =
        "Nie obsługujemy Cyganów. Przegrał Pan. Sprawa zostanie rozpatrzona w najbliższym czasie.";
    let fields = [
        ("lang", "pl"),
        ("channel", "email"),
        ("scenario", "abuse.refusal"),
        ("text", insult),
    ];
    let alone = send(&mut decider, &page, &format!("{path}/lint"), &fields).await;
    let html = alone.text();
    assert!(
        !html.contains("<html") && html.contains("RM-L01") && html.contains("data-start=\"16\""),
        "{html}"
    );
    assert!(
        html.contains("must be") || html.contains("should not go out"),
        "{html}"
    );
    let mut with = fields.to_vec();
    with.push(("do", "check"));
    let whole = send(&mut decider, &page, &path, &with).await;
    assert!(whole.text().contains(html.trim()), "both say the same");
    let hostile = [
        ("lang", "en"),
        ("text", "<script>alert(1)</script> you must pay NOW"),
    ];
    let escaped = send(&mut decider, &page, &format!("{path}/lint"), &hostile).await;
    assert!(!escaped.text().contains("<script>"));
}

#[tokio::test]
async fn what_the_customer_was_told_is_kept_and_brackets_are_not() {
    let firm = Firm::salon();
    let case = firm.refused();
    let path = format!("/cases/{case}/notice");
    let mut decider = firm.browser("Ewa", &[Role::Decider], "pl");
    let page = decider.get(&path).await;
    let first = [("channel", "letter"), ("lang", "pl"), ("do", "write")];
    let open = send(&mut decider, &page, &path, &first).await;
    let with_brackets = text(&open);
    let fields = [
        ("channel", "letter"),
        ("lang", "pl"),
        ("text", with_brackets.as_str()),
        ("do", "told"),
    ];
    let refused = send(&mut decider, &open, &path, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Nadal w nawiasach"));
    let empty = [
        ("channel", "spoken"),
        ("lang", "pl"),
        ("text", " "),
        ("do", "told"),
    ];
    let empty = send(&mut decider, &open, &path, &empty).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = "Dziś nie dokończymy. Jutro od dziewiątej zapraszam.";
    let fields = [
        ("channel", "spoken"),
        ("lang", "pl"),
        ("text", said),
        ("do", "told"),
    ];
    let told = send(&mut decider, &page, &path, &fields).await;
    assert_eq!(told.to(), format!("/cases/{case}?done=notice"));
    let file = decider.get(&told.to()).await;
    assert!(file.text().contains("Zapisano, co przekazano klientowi"));
    let texts = decider
        .post(
            &format!("/cases/{case}"),
            &format!("/cases/{case}/texts"),
            &[],
        )
        .await;
    assert!(texts.text().contains(said));
    let late = send(
        &mut decider,
        &page,
        &path,
        &[
            ("channel", "sms"),
            ("lang", "pl"),
            ("text", said),
            ("do", "told"),
        ],
    )
    .await;
    assert_eq!(
        late.status,
        StatusCode::CONFLICT,
        "an old page overwrites nothing"
    );
    assert!(text(&late).contains(said));
}

#[tokio::test]
async fn where_nothing_may_be_refused_the_page_says_what_to_do() {
    let firm = Firm::salon();
    let mut decider = firm.browser("Ewa", &[Role::Decider], "en");
    let serve = firm.file((Role::Decider, "s-ab12cd"), UNCONSCIOUS, Details::default());
    let page = decider.get(&format!("/cases/{serve}/notice")).await;
    assert!(
        page.text().contains("so no refusal is written"),
        "{}",
        page.text()
    );
    assert_eq!(text(&page), "");
    assert!(
        !page.text().contains("value=\"abuse.refusal\"")
            && page.text().contains("value=\"abuse.warning\"")
    );
    let warn = firm.file((Role::Decider, "s-ab12cd"), UNWARNED, Details::default());
    let page = decider.get(&format!("/cases/{warn}/notice")).await;
    assert!(
        page.text().contains("value=\"abuse.warning\" selected"),
        "a warning comes first"
    );
    assert_ne!(text(&page), "");
}

#[tokio::test]
async fn a_case_whose_age_is_not_kept_still_has_its_notice() {
    let firm = Firm::of_profile("sklep");
    let details = Details {
        decided: Some(decided(Choice::Refuse)),
        ..Details::default()
    };
    let case = firm.file((Role::Decider, "s-ab12cd"), ALCOHOL, details);
    let mut decider = firm.browser("Ewa", &[Role::Decider], "pl");
    let page = decider.get(&format!("/cases/{case}/notice")).await;
    assert!(
        page.text().contains("value=\"duty.age\" selected"),
        "{}",
        page.text()
    );
    assert_ne!(text(&page), "");
}

#[tokio::test]
async fn an_interview_has_a_notice_before_it_is_recorded() {
    let firm = Firm::salon();
    let mut desk = firm.browser("Anna", &[Role::Desk], "en");
    let begun = desk
        .post("/", "/interview", &[("opening", "insults")])
        .await;
    let id = begun.to();
    let page = desk.get(&format!("{id}/notice")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.text().contains("Record the decision first")
            && !page.text().contains("value=\"told\"")
    );
    let mut other = firm.browser("Jan", &[Role::Decider], "en");
    assert_eq!(
        other.get(&format!("{id}/notice")).await.status,
        StatusCode::NOT_FOUND
    );
    let case = firm.refused();
    let denied = desk.get(&format!("/cases/{case}/notice")).await;
    assert_eq!(denied.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_provider_is_found_and_named() {
    let firm = Firm::salon();
    let directory = include_str!("../../../../examples/providers/podologia.csv");
    let house = firm.app.house();
    house
        .put_document(
            DocumentKind::Providers,
            "podologia.csv",
            None,
            directory,
            "s-ab12cd",
        )
        .unwrap();
    let case = firm.refused();
    let path = format!("/cases/{case}/notice");
    let mut decider = firm.browser("Ewa", &[Role::Decider], "en");
    let page = decider.get(&path).await;
    let nowhere = send(
        &mut decider,
        &page,
        &path,
        &[
            ("near", "Atlantyda"),
            ("service", "podologia"),
            ("do", "look"),
        ],
    )
    .await;
    assert!(
        nowhere.text().contains("There is no such town"),
        "{}",
        nowhere.text()
    );
    let fields = [
        ("channel", "letter"),
        ("lang", "pl"),
        ("near", "Poznań"),
        ("service", "podologia"),
        ("text", "x"),
        ("do", "look"),
    ];
    let found = send(&mut decider, &page, &path, &fields).await;
    assert_eq!(
        text(&found),
        "x",
        "looking changes nothing that was written by hand"
    );
    assert!(
        found.text().contains("Gabinet Podologiczny Lipa"),
        "{}",
        found.text()
    );
    let fields = [
        ("channel", "letter"),
        ("lang", "pl"),
        ("near", "Poznań"),
        ("service", "podologia"),
        ("text", "x"),
        ("provider", "Gabinet Podologiczny Lipa"),
    ];
    let named = send(&mut decider, &found, &path, &fields).await;
    assert!(
        text(&named).contains("Gabinet Podologiczny Lipa")
            && text(&named).contains("+48 000 000 201"),
        "{}",
        text(&named)
    );
}

/// A server that takes e-mails and keeps them.
struct Sink {
    port: u16,
    taken: Arc<Mutex<Vec<String>>>,
}

impl Sink {
    async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let taken = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&taken);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let mail = take(stream).await;
                kept.lock().unwrap().push(mail);
            }
        });
        Self { port, taken }
    }

    fn mailer(&self) -> Mailer {
        let settings = MailSettings {
            host: "127.0.0.1".to_owned(),
            port: self.port,
            tls: MailTls::None,
            login: None,
            from: "Gabinet Stopa <biuro@stopa.example>".to_owned(),
        };
        Mailer::new(settings).unwrap()
    }
}

/// Speaks as much SMTP as one e-mail needs.
async fn take(stream: tokio::net::TcpStream) -> String {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut mail = String::new();
    let mut in_data = false;
    write.write_all(b"220 sink\r\n").await.unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        mail.push_str(&line);
        mail.push('\n');
        let answer: &[u8] = match line.as_str() {
            "." if in_data => {
                in_data = false;
                b"250 taken\r\n"
            }
            _ if in_data => continue,
            "DATA" => {
                in_data = true;
                b"354 go on\r\n"
            }
            "QUIT" => b"221 bye\r\n",
            _ => b"250 ok\r\n",
        };
        if write.write_all(answer).await.is_err() || line == "QUIT" {
            break;
        }
        if answer == b"250 taken\r\n" {
            break;
        }
    }
    mail
}

#[tokio::test]
async fn without_a_server_the_text_goes_to_an_e_mail_program() {
    let firm = Firm::salon();
    let case = firm.refused();
    let mut decider = firm.browser("Ewa", &[Role::Decider], "pl");
    let page = decider.get(&format!("/cases/{case}/notice")).await.text();
    assert!(page.contains("href=\"mailto:?subject=Sprawa%20") && !page.contains("value=\"mail\""));
}

#[tokio::test]
async fn an_e_mail_goes_out_once_and_is_kept() {
    let sink = Sink::open().await;
    let mut firm = Firm::salon();
    firm.app = firm.app.clone().with_mailer(sink.mailer());
    let case = firm.refused();
    let path = format!("/cases/{case}/notice");
    let mut decider = firm.browser("Ewa", &[Role::Decider], "pl");
    let page = decider.get(&path).await;
    let mut fields = FILLED.to_vec();
    fields.extend([("place.case_id", case.as_str()), ("do", "write")]);
    let page = send(&mut decider, &page, &path, &fields).await;
    let body = text(&page);
    let with = |to: &'static str, subject: &'static str, body: &str| {
        let mut fields: Vec<(String, String)> = FILLED
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        for (name, value) in [
            ("place.case_id", case.as_str()),
            ("text", body),
            ("do", "mail"),
            ("to", to),
            ("subject", subject),
        ] {
            fields.push((name.to_owned(), value.to_owned()));
        }
        fields
    };
    let refer = |fields: &[(String, String)]| -> Vec<(String, String)> { fields.to_vec() };
    for (to, subject, said) in [
        ("zofia", "Sprawa", "To nie jest adres e-mail"),
        (
            "zofia@example.org",
            "Sprawa\r\nBcc: all@example.org",
            "Wpisz temat w jednym wierszu",
        ),
    ] {
        let fields = refer(&with(to, subject, &body));
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .collect();
        let answer = send(&mut decider, &page, &path, &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{to}");
        assert!(answer.text().contains(said), "{to}: {}", answer.text());
    }
    let fields = refer(&with(
        "zofia@example.org",
        "Sprawa",
        "Nie obsługujemy Cyganów.",
    ));
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    let blocked = send(&mut decider, &page, &path, &fields).await;
    assert_eq!(
        blocked.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "an error of the lint blocks"
    );
    assert!(
        sink.taken.lock().unwrap().is_empty(),
        "nothing went out yet"
    );

    let fields = refer(&with("Zofia <zofia@example.org>", "Sprawa łąki", &body));
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    let sent = send(&mut decider, &page, &path, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    assert_eq!(sent.to(), format!("/cases/{case}?done=notice"));
    let again = send(&mut decider, &page, &path, &fields).await;
    assert_eq!(
        again.status,
        StatusCode::CONFLICT,
        "an old page sends nothing again"
    );
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    let taken = sink.taken.lock().unwrap().clone();
    assert_eq!(taken.len(), 1, "{taken:?}");
    assert!(
        taken[0].contains("RCPT TO:<zofia@example.org>")
            && taken[0].contains("From: \"Gabinet Stopa\" <biuro@stopa.example>"),
        "{}",
        taken[0]
    );
    let texts = decider
        .post(
            &format!("/cases/{case}"),
            &format!("/cases/{case}/texts"),
            &[],
        )
        .await;
    assert!(texts.text().contains("pedicure leczniczy"));
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_said_and_nothing_is_kept() {
    let sink = Sink::open().await;
    let settings = MailSettings {
        host: "127.0.0.1".to_owned(),
        port: 1,
        tls: MailTls::None,
        login: None,
        from: "biuro@stopa.example".to_owned(),
    };
    drop(sink);
    let mut firm = Firm::salon();
    firm.app = firm.app.clone().with_mailer(Mailer::new(settings).unwrap());
    let case = firm.refused();
    let path = format!("/cases/{case}/notice");
    let mut decider = firm.browser("Ewa", &[Role::Decider], "pl");
    let page = decider.get(&path).await;
    let body = text(&page);
    let fields = [
        ("channel", "spoken"),
        ("lang", "pl"),
        ("text", body.as_str()),
        ("to", "z@example.org"),
        ("do", "mail"),
    ];
    let answer = send(&mut decider, &page, &path, &fields).await;
    assert_eq!(answer.status, StatusCode::BAD_GATEWAY, "{}", answer.text());
    assert!(answer.text().contains("Niczego nie zapisano") && text(&answer) == body);
}
