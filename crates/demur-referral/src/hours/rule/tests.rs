//! Rules against another implementation of RFC 5545, day by day.

use jiff::civil::date;
use proptest::prelude::*;
use rrule::RRuleSet;

use super::*;

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The days of a rule in the three years from its start, as the crate `rrule` has them.
fn expanded(rule: &str, start: Date) -> Vec<Date> {
    let text = format!("DTSTART:{}T000000Z\nRRULE:{rule}", start.strftime("%Y%m%d"));
    let set: RRuleSet = text.parse().expect(&text);
    let dates = set.into_iter().map(|each| {
        let day = each.format("%Y-%m-%d").to_string();
        day.parse::<Date>().expect("a day")
    });
    let end = date(start.year() + 3, 1, 1);
    dates.take_while(|day| *day < end).collect()
}

fn walked(rule: &Rule, start: Date) -> Vec<Date> {
    let end = date(start.year() + 3, 1, 1);
    std::iter::successors(Some(start), |day| day.tomorrow().ok())
        .take_while(|day| *day < end)
        .filter(|day| rule.holds_on(*day))
        .collect()
}

fn some_of(names: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::subsequence(names, 1..=names.len().min(4)).prop_map(|days| days.join(","))
}

fn rules() -> impl Strategy<Value = String> {
    let weekly = (some_of(&DAYS), 0..7usize)
        .prop_map(|(days, first)| format!("FREQ=WEEKLY;BYDAY={days};WKST={}", DAYS[first]));
    let plain = prop::sample::select(vec![
        "FREQ=DAILY".to_owned(),
        "FREQ=WEEKLY".to_owned(),
        "FREQ=MONTHLY".to_owned(),
        "FREQ=YEARLY".to_owned(),
        "FREQ=DAILY;BYMONTH=2,11;BYDAY=SA".to_owned(),
        "FREQ=YEARLY;BYMONTH=6;BYDAY=1MO,-1FR".to_owned(),
        "FREQ=YEARLY;BYDAY=2TU,-3WE".to_owned(),
        "FREQ=YEARLY;BYYEARDAY=1,100,-1".to_owned(),
        "FREQ=YEARLY;BYMONTH=3,4;BYMONTHDAY=1,-1".to_owned(),
        "FREQ=WEEKLY;BYMONTH=5".to_owned(),
    ]);
    // The other implementation finds no day where some weekdays have a number and some not.
    let nth = some_of(&["1MO", "2TU", "-1FR", "3WE", "-2SU", "5TH"])
        .prop_map(|days| format!("FREQ=MONTHLY;BYDAY={days}"));
    let dates = some_of(&["1", "15", "29", "31", "-1", "-31"])
        .prop_map(|days| format!("FREQ=MONTHLY;BYMONTHDAY={days}"));
    let both = (some_of(&DAYS), some_of(&["1", "2", "13", "-1"]))
        .prop_map(|(days, dates)| format!("FREQ=MONTHLY;BYDAY={days};BYMONTHDAY={dates}"));
    let base = prop_oneof![weekly, plain, nth, dates, both];
    (base, 1..4u8, prop::option::of(1..30u32), any::<bool>()).prop_map(
        |(base, interval, count, until)| {
            let end = match count {
                Some(count) => format!(";COUNT={count}"),
                None if until => ";UNTIL=20260930T000000Z".to_owned(),
                None => String::new(),
            };
            format!("{base};INTERVAL={interval}{end}")
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn days_are_those_of_another_implementation(rule in rules(), after in 0..400i64) {
        let start = date_of(number(date(2025, 1, 1)) + after).unwrap();
        let ours = Rule::parse(&rule, Some(start)).unwrap();
        prop_assert_eq!(walked(&ours, start), expanded(&rule, start), "{} from {}", rule, start);
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,40}") {
        let _ = Rule::parse(&text, None);
        let _ = Rule::parse(&format!("FREQ=WEEKLY;BYDAY={text}"), None);
    }
}

#[test]
fn weekdays_with_and_without_a_number_stand_side_by_side() {
    let rule = Rule::parse("FREQ=MONTHLY;BYDAY=-1FR,WE", None).unwrap();
    let days = walked(&rule, date(2026, 11, 1)).into_iter();
    let november: Vec<i8> = days.take(5).map(Date::day).collect();
    assert_eq!(november, [4, 11, 18, 25, 27]);
}

#[test]
fn weeks_of_the_year_are_those_of_iso_8601() {
    let rule =
        |weeks: &str| Rule::parse(&format!("FREQ=WEEKLY;BYDAY=MO;BYWEEKNO={weeks}"), None).unwrap();
    // 2026 has 53 weeks; its first begins on 2025-12-29.
    assert!(rule("1").holds_on(date(2025, 12, 29)));
    assert!(rule("53").holds_on(date(2026, 12, 28)));
    assert!(rule("-1").holds_on(date(2026, 12, 28)));
    assert!(!rule("52").holds_on(date(2026, 12, 28)));
    assert!(rule("-1").holds_on(date(2025, 12, 22)));
}

#[test]
fn what_cannot_be_told_is_refused_with_a_mend() {
    let why = |text: &str| Rule::parse(text, None).unwrap_err().why;
    assert!(why("BYDAY=MO").contains("how often"));
    assert!(why("FREQ=WEEKLY").contains("begins"));
    assert!(why("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO").contains("begins"));
    assert!(why("FREQ=WEEKLY;BYDAY=1MO").contains("counts weekdays"));
    assert!(why("FREQ=WEEKLY;BYDAY=XX").contains("`XX`"));
    assert!(why("FREQ=MONTHLY;BYMONTHDAY=32").contains("`32`"));
    assert!(why("FREQ=HOURLY").contains("`HOURLY`"));
    assert!(why("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1").contains("`BYSETPOS`"));
    assert!(why("weekly").contains("no part"));
}
