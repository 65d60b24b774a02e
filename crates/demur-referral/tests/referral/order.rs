//! Who comes first, who is left out, and why.

use demur_referral::{
    Clock, Doubt, Freshness, Index, Language, Near, Position, Reason, Room, Ruling, Status, Wanted,
    Why, search,
};
use proptest::prelude::*;

use crate::support::{found, names, query, table};

const COLUMNS: &str = "provider,service,town,latitude,longitude,hours,capacity,confirmed,languages,\
    accessibility,status,areas,description,not_for,remote,register";

/// A row whose first cells are these.
fn row(cells: &str) -> String {
    let missing = 15 - cells.matches(',').count();
    format!("{cells}{}", ",".repeat(missing))
}

fn directory(rows: &[&str]) -> demur_referral::Directory {
    let rows: Vec<String> = rows.iter().map(|cells| row(cells)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let (directory, rejected) = table(COLUMNS, &rows);
    assert!(rejected.is_empty(), "{rejected:?}");
    directory
}

const OPEN: &str = "Mo-Fr 09:00-17:00";

#[test]
fn open_then_fresh_then_near() {
    let directory = directory(&[
        &format!("far,Podologia,Gniezno,52.53,17.60,{OPEN},free,2026-11-18"),
        &format!("stale,Podologia,Poznań,52.41,16.93,{OPEN},free,2026-06-01"),
        "shut,Podologia,Poznań,52.41,16.93,Mo-Fr 12:00-17:00,free,2026-11-18",
        "mute,Podologia,Poznań,52.41,16.93,,free,2026-11-18",
        &format!("near,Podologia,Poznań,52.42,16.93,{OPEN},free,2026-11-01"),
        &format!("never,Podologia,Poznań,52.41,16.93,{OPEN}"),
        &format!("aside,Masaż,Poznań,52.41,16.93,{OPEN},free,2026-11-18,,,,,dobry podolog"),
    ]);
    let index = Index::new(&directory);
    let found = found(&index, &query("podolog", "poznan"));
    assert_eq!(
        names(&found),
        ["near", "far", "stale", "never", "shut", "mute", "aside"]
    );
    assert_eq!(found.candidates[0].freshness, Freshness::Fresh(19));
    assert_eq!(found.candidates[2].freshness, Freshness::Stale(172));
    assert_eq!(found.candidates[3].freshness, Freshness::Never);
    let reasons = &found.candidates[1].reasons;
    assert!(reasons.contains(&Reason::Room(Room::Free)), "{reasons:?}");
    let far = found.candidates[1].kilometres.expect("a distance");
    assert!((46.0..48.5).contains(&far), "{far}");
}

#[test]
fn who_cannot_serve_is_left_out_with_the_reason() {
    let directory = directory(&[
        "gone,Podologia,Poznań,52.41,16.93,,,,pl,ramp,defunct",
        "full,Podologia,Poznań,52.41,16.93,,full,2026-11-18,uk,ramp",
        "full once,Podologia,Poznań,52.41,16.93,,full,2026-03-01,uk,ramp",
        "polish,Podologia,Poznań,52.41,16.93,,free,2026-11-18,pl,ramp",
        "stairs,Podologia,Poznań,52.41,16.93,,free,2026-11-18,uk,winda",
        "good,Podologia,Poznań,52.41,16.93,,free,2026-11-18,uk,podjazd",
        "silent,Podologia,Poznań,52.41,16.93,,free,2026-11-18",
        "away,Podologia,Warszawa,52.23,21.01,,free,2026-11-18,uk,ramp",
    ]);
    let index = Index::new(&directory);
    let query = demur_referral::Query {
        languages: vec![Language::named("Ukrainian")],
        accessibility: vec![Wanted::new("wheelchair").expect("a word")],
        ..query("podologia", "Poznań")
    };
    let found = found(&index, &query);
    assert_eq!(names(&found), ["good", "silent", "full once"]);
    assert_eq!(
        found.candidates[1].ask_first,
        [
            Doubt::Language("uk".to_owned()),
            Doubt::Accessibility("wheelchair".to_owned())
        ]
    );
    assert_eq!(found.candidates[2].ask_first, [Doubt::Room(Some(264))]);
    let left: Vec<(&str, &Why)> = found
        .left_out
        .iter()
        .map(|each| (each.provider.name.as_str(), &each.why))
        .collect();
    assert_eq!(
        left,
        [
            ("full", &Why::Full(2)),
            ("gone", &Why::Status(Status::Ended)),
            ("polish", &Why::Language("uk".to_owned())),
            ("stairs", &Why::Accessibility("wheelchair".to_owned())),
        ]
    );
}

#[test]
fn what_comes_to_people_has_hours_and_no_address() {
    let directory = directory(&[
        &format!("rides,Podologia,,,,{OPEN},free,2026-11-18,,,,Poznań|Gniezno"),
        "rides elsewhere,Podologia,,,,,free,2026-11-18,,,,Leszno",
        &format!("stays,Podologia,Poznań,52.42,16.93,{OPEN},free,2026-11-18"),
    ]);
    let index = Index::new(&directory);
    let found = found(&index, &query("podologia", "Poznań"));
    assert_eq!(names(&found), ["rides", "stays"]);
    let reasons = &found.candidates[0].reasons;
    assert!(
        reasons.contains(&Reason::Serves("Poznań".to_owned())),
        "{reasons:?}"
    );
    assert!(
        reasons.iter().any(|each| matches!(each, Reason::Open(_))),
        "{reasons:?}"
    );
}

#[test]
fn the_judge_decides_who_is_taken() {
    let directory = directory(&[
        "takes,Podologia,Poznań,52.41,16.93,,,,,,,,,one",
        "takes not,Podologia,Poznań,52.41,16.93,,,,,,,,,two",
        "perhaps,Podologia,Poznań,52.41,16.93,,,,,,,,,three",
    ]);
    let index = Index::new(&directory);
    let found = search(
        &index,
        &query("podologia", "Poznań"),
        &mut |service| match service.not_for[0].condition.as_str() {
            "one" => Ruling::Takes,
            "two" => Ruling::TakesNot("two".to_owned()),
            _ => Ruling::Ask(vec!["fact".to_owned()]),
        },
    )
    .expect("a town");
    assert_eq!(names(&found), ["takes", "perhaps"]);
    assert_eq!(
        found.candidates[1].ask_first,
        [Doubt::Facts(vec!["fact".to_owned()])]
    );
    assert_eq!(found.left_out[0].why, Why::TakesNot("two".to_owned()));
}

#[test]
fn the_nearest_beyond_the_radius_are_told_when_nobody_is_near() {
    let directory = directory(&[
        "here,Masaż,Poznań,52.41,16.93",
        "there,Podologia,Warszawa,52.23,21.01",
        "list,Podologia,,,,,,,,,,,,,,yes",
        "online,Porada podologiczna,,,,,,,,,,,,,yes",
    ]);
    let index = Index::new(&directory);
    let found = found(&index, &query("podologia", "Poznania"));
    assert_eq!(names(&found), ["online"]);
    assert_eq!(found.registers[0].0.name, "list");
    assert!(found.candidates[0].reasons.contains(&Reason::Remote));
    let far = found_far(&index);
    assert_eq!(far[0].0, "there");
    assert!((far[0].1 - 277.0).abs() < 5.0, "{far:?}");
    let nobody = search(&index, &query("podologia", "Kraków"), &mut |_| {
        Ruling::Takes
    });
    assert_eq!(nobody.expect_err("no town").towns, ["Poznań", "Warszawa"]);
}

fn found_far(index: &Index<'_>) -> Vec<(String, f64)> {
    let found = found(index, &query("ortopeda podologia", "Poznań"));
    assert!(found.candidates.is_empty() && found.left_out.is_empty());
    let query = demur_referral::Query {
        near: Near::Position(Position::new(52.41, 16.93).expect("a point")),
        ..query("Podologia", "")
    };
    let all = search(index, &query, &mut |_| Ruling::TakesNot(String::new())).expect("a point");
    let far = all.left_out.iter().filter(|each| each.why == Why::TooFar);
    far.map(|each| (each.provider.name.clone(), each.kilometres.expect("far")))
        .collect()
}

proptest! {
    /// The tree finds what measuring every place finds, and the order of the rows of a
    /// directory does not change the order of the answer.
    #[test]
    fn the_tree_and_the_order(
        spots in prop::collection::vec((-89.0..89.0_f64, -180.0..180.0_f64), 1..40),
        from in (-89.0..89.0_f64, -180.0..180.0_f64),
        within in 100.0..9000.0_f64,
        turn in 0..40usize,
    ) {
        let mut rows: Vec<String> = spots.iter().enumerate()
            .map(|(number, (latitude, longitude))| row(&format!("p{number},Podologia,,{latitude},{longitude}")))
            .collect();
        let here = Position::new(from.0, from.1).expect("a point");
        let query = demur_referral::Query {
            near: Near::Position(here),
            within,
            clock: Clock { offset: None, ..query("x", "").clock },
            ..query("podologia", "")
        };
        let mut orders = Vec::new();
        for _ in 0..2 {
            let texts: Vec<&str> = rows.iter().map(String::as_str).collect();
            let (directory, rejected) = table(COLUMNS, &texts);
            prop_assert!(rejected.is_empty());
            let index = Index::new(&directory);
            orders.push(names(&found(&index, &query)));
            let length = rows.len();
            rows.rotate_left(turn % length);
        }
        prop_assert_eq!(&orders[0], &orders[1]);
        let mut expected: Vec<(f64, String)> = spots.iter().enumerate()
            .map(|(number, (latitude, longitude))| {
                let there = Position::new(*latitude, *longitude).expect("a point");
                (here.kilometres_to(there), format!("p{number}"))
            })
            .filter(|(distance, _)| *distance <= within)
            .collect();
        expected.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        let expected: Vec<String> = expected.into_iter().map(|(_, name)| name).collect();
        prop_assert_eq!(&orders[0], &expected);
    }
}
