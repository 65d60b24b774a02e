//! Every way in, tried with every role and without any.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use demur_app::store::{Operation, Role, permits};
use demur_web::{Need, Way, ways};

use crate::support::{Answer, Firm};

const ROLES: [Role; 6] = [
    Role::Desk,
    Role::Decider,
    Role::Reviewer,
    Role::Privacy,
    Role::Auditor,
    Role::Admin,
];

/// Something in place of each name in braces. Nothing has such a name, so that nothing changes.
fn filled(path: &str) -> String {
    let parts = path.split('/').map(|part| {
        if part.starts_with('{') {
            "s-0x0x0x"
        } else {
            part
        }
    });
    parts.collect::<Vec<_>>().join("/")
}

async fn tried(firm: &Firm, role: Option<Role>, way: Way) -> Answer {
    let mut browser = match role {
        None => firm.stranger(),
        Some(role) => firm.session_of(role),
    };
    let path = filled(way.path);
    if way.method == "GET" {
        return browser.get(&path).await;
    }
    let token = match role {
        None => String::new(),
        Some(_) => browser.get("/settings").await.hidden("form_token"),
    };
    let kind = "application/x-www-form-urlencoded";
    let request = Request::builder()
        .method(way.method)
        .uri(&path)
        .header(header::CONTENT_TYPE, kind);
    browser
        .send(request, Body::from(format!("form_token={token}")))
        .await
}

#[tokio::test]
async fn every_way_asks_what_it_says_it_asks() {
    let firm = Firm::salon();
    for role in ROLES {
        firm.add(role.as_str(), &[role]);
    }
    // Another one, so that nothing here is turned down for being the last.
    firm.add("second", &[Role::Admin]);
    let (mut tries, mut wrong) = (0, Vec::new());
    for way in ways() {
        for role in ROLES.into_iter().map(Some).chain([None]) {
            let answer = tried(&firm, role, way).await;
            let seen = format!("{} {} as {role:?}: {}", way.method, way.path, answer.status);
            assert!(!answer.status.is_server_error(), "{seen}");
            let to_sign_in = answer.status == StatusCode::SEE_OTHER
                && answer.to().starts_with("/sign-in")
                && way.path != "/sign-out";
            let forbidden = answer.status == StatusCode::FORBIDDEN;
            let is_right = match (way.need, way.need.is_met_by(role), role) {
                // Where it leads is another matter: the set-up leads to signing in once it is done.
                (Need::Nothing, ..) => !forbidden,
                (_, true, _) => !forbidden && !to_sign_in,
                (_, false, Some(_)) => forbidden,
                (_, false, None) => to_sign_in || way.path == "/sign-out",
            };
            if !is_right {
                wrong.push(seen);
            }
            tries += 1;
        }
    }
    assert!(tries >= 7 * 30, "{tries}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn strangers_learn_of_no_page() {
    let firm = Firm::salon();
    let there = ways().filter(|way| way.method == "GET" && way.need != Need::Nothing);
    let mut asked: Vec<String> = there.map(|way| filled(way.path)).collect();
    asked.push("/no-such-page".to_owned());
    for path in asked {
        let answer = firm.stranger().get(&path).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
        assert!(
            answer.to().starts_with("/sign-in"),
            "{path}: {}",
            answer.to()
        );
    }
}

/// Steps of a case file, which share one way, with what makes them readable.
const STEPS: [(&str, Operation, &str); 8] = [
    ("confirm", Operation::Confirm, ""),
    ("statement", Operation::Statement, "statement=x"),
    ("correct", Operation::Correct, "facts=x"),
    ("deadline", Operation::Deadline, "none=yes"),
    ("close", Operation::Close, ""),
    (
        "hold",
        Operation::Hold,
        "fact=complaint&fact_day=2026-11-20",
    ),
    ("review-hold", Operation::Hold, ""),
    ("end-hold", Operation::Hold, ""),
];

#[tokio::test]
async fn every_step_of_a_case_file_asks_for_its_own_role() {
    let firm = Firm::salon();
    for role in ROLES {
        firm.add(role.as_str(), &[role]);
        for (step, operation, fields) in STEPS {
            let mut browser = firm.session_of(role);
            let token = browser.get("/settings").await.hidden("form_token");
            let path = format!("/cases/STOPA-2026-7K3M9QD2/{step}");
            let kind = "application/x-www-form-urlencoded";
            let request = Request::post(&path).header(header::CONTENT_TYPE, kind);
            let body = format!("form_token={token}&version=1&request=0123456789abcdef&{fields}");
            let answer = browser.send(request, Body::from(body)).await;
            let forbidden = answer.status == StatusCode::FORBIDDEN;
            assert_eq!(
                forbidden,
                !permits(role, operation),
                "{step} as {role}: {}",
                answer.status
            );
        }
    }
}
