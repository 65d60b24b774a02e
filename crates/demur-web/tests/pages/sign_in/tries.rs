//! Too many tries wait, and make nobody else wait.

use std::time::Instant;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use demur_app::store::Role;

use super::{somebody, try_in};
use crate::start::PASSWORD;
use crate::support::{Firm, Reached};

const ATTACKER: [u8; 4] = [198, 51, 100, 7];

#[tokio::test]
async fn five_wrong_tries_wait_and_lock_nobody_else_out() {
    let firm = Firm::salon();
    somebody(&firm, "Anna", &[Role::Desk]).await;
    let mut attacker = firm.stranger_from(ATTACKER);
    for _ in 0..5 {
        let wrong = try_in(&mut attacker, "Anna", "wrong password").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        firm.pass(10);
    }
    // 50 seconds went by since the first of them.
    let waits = try_in(&mut attacker, "ANNA", PASSWORD).await;
    assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(waits.headers.get(header::RETRY_AFTER).unwrap(), "850");
    assert!(waits.text().contains("11:15"), "{}", waits.text());
    // The same network may try somebody else, and Anna comes in from her own.
    let other = try_in(&mut attacker, "Berta", "wrong password").await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        try_in(&mut firm.stranger(), "Anna", PASSWORD).await.to(),
        "/"
    );

    firm.pass(849);
    assert_eq!(
        try_in(&mut attacker, "Anna", PASSWORD).await.status,
        StatusCode::TOO_MANY_REQUESTS
    );
    firm.pass(1);
    assert_eq!(try_in(&mut attacker, "Anna", PASSWORD).await.to(), "/");
}

#[tokio::test]
async fn trying_at_once_gains_nothing() {
    let firm = Firm::salon();
    somebody(&firm, "Anna", &[Role::Desk]).await;
    let tries = (0..12).map(|_| {
        let mut browser = firm.stranger_from(ATTACKER);
        async move { try_in(&mut browser, "Anna", "wrong password").await.status }
    });
    let tries: Vec<_> = tries.map(tokio::spawn).collect();
    let mut compared = 0;
    for each in tries {
        match each.await.unwrap() {
            StatusCode::UNPROCESSABLE_ENTITY => compared += 1,
            status => assert_eq!(status, StatusCode::TOO_MANY_REQUESTS),
        }
    }
    assert_eq!(compared, 5);
}

#[tokio::test]
async fn a_right_password_makes_the_wrong_ones_forgotten() {
    let firm = Firm::salon();
    somebody(&firm, "Anna", &[Role::Desk]).await;
    for _ in 0..3 {
        let mut browser = firm.stranger();
        for _ in 0..4 {
            try_in(&mut browser, "Anna", "wrong password").await;
        }
        assert_eq!(try_in(&mut browser, "Anna", PASSWORD).await.to(), "/");
    }
}

#[tokio::test]
async fn many_networks_slow_a_login_down_and_never_lock_it() {
    let firm = Firm::salon();
    somebody(&firm, "Anna", &[Role::Desk]).await;
    for network in 0..20 {
        let mut attacker = firm.stranger_from([203, 0, 113, network]);
        try_in(&mut attacker, "Anna", "wrong password").await;
    }
    let begun = Instant::now();
    assert_eq!(
        try_in(&mut firm.stranger(), "Anna", PASSWORD).await.to(),
        "/"
    );
    assert!(
        begun.elapsed().as_millis() >= 1_900,
        "{:?}",
        begun.elapsed()
    );
}

#[tokio::test]
async fn one_network_does_not_try_everybody() {
    let firm = Firm::salon();
    somebody(&firm, "Anna", &[Role::Desk]).await;
    let mut attacker = firm.stranger_from(ATTACKER);
    for number in 0..60 {
        let wrong = try_in(&mut attacker, &format!("login-{number}"), "x").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{number}");
    }
    let waits = try_in(&mut attacker, "one-more", "x").await;
    assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(
        try_in(&mut firm.stranger(), "Anna", PASSWORD).await.to(),
        "/"
    );
}

/// Tries a wrong password with an address that the request names.
async fn named(firm: &Firm, address: &str) -> StatusCode {
    let kind = "application/x-www-form-urlencoded";
    let request = Request::post("/sign-in").header(header::CONTENT_TYPE, kind);
    let request = request.header("x-forwarded-for", address);
    let body = Body::from("login=Anna&password=wrong");
    firm.stranger_from(ATTACKER)
        .send(request, body)
        .await
        .status
}

#[tokio::test]
async fn nobody_chooses_the_address_that_is_counted() {
    let firm = Firm::salon();
    for number in 0..5 {
        named(&firm, &format!("10.0.0.{number}")).await;
    }
    assert_eq!(
        named(&firm, "10.0.0.9").await,
        StatusCode::TOO_MANY_REQUESTS
    );

    let firm = Firm::reached(Reached {
        behind_proxy: true,
        ..Reached::default()
    });
    firm.becomes("gabinet");
    firm.add("Anna", &[Role::Desk]);
    for number in 0..5 {
        named(&firm, &format!("10.0.0.{number}, 192.0.2.9")).await;
    }
    assert_eq!(
        named(&firm, "10.0.0.9, 192.0.2.9").await,
        StatusCode::TOO_MANY_REQUESTS
    );
    assert_eq!(
        named(&firm, "192.0.2.10").await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}
