//! Failures: counted over time, by all processes together, without saying whose.

use std::time::Duration;

use crate::home::*;
use crate::support::*;

const WINDOW: Duration = Duration::from_secs(900);

on_both! {
    fn failures_are_counted_over_time(place: &Place) {
        let house = house(place);
        let login = "login:anna.nowak@example.org";
        assert_eq!(house.failures(login, WINDOW).unwrap(), 0);
        assert_eq!(house.fail(login, WINDOW).unwrap(), 1);
        assert_eq!(house.fail(login, WINDOW).unwrap(), 2);
        place.clock.add(600);
        assert_eq!(house.fail(login, WINDOW).unwrap(), 3);
        assert_eq!(house.fail("login:jan", WINDOW).unwrap(), 1);
        place.clock.add(300);
        assert_eq!(house.failures(login, WINDOW).unwrap(), 1, "the first two no longer count");
        assert_eq!(house.sweep().unwrap().failures, 1, "two of one second");
        assert_eq!(house.failures(login, WINDOW).unwrap(), 1);
        assert!(!contains(&place.bytes_on_disk(), b"anna.nowak@example.org"));
        house.forgive(login).unwrap();
        assert_eq!(house.failures(login, WINDOW).unwrap(), 0);
        assert_eq!(house.failures("login:jan", WINDOW).unwrap(), 1);
        place.clock.add_days(1);
        assert_eq!(house.sweep().unwrap().failures, 1);
    }

    fn processes_count_together(place: &Place) {
        let houses = [house(place), house(place), house(place)];
        let counts = at_once(&houses, |house| {
            (0..10).map(|_| house.fail("address", WINDOW).unwrap()).collect::<Vec<_>>()
        });
        let mut counts: Vec<u32> = counts.into_iter().flatten().collect();
        counts.sort_unstable();
        assert_eq!(counts, (1..=30).collect::<Vec<_>>(), "each failure is one more");
        let reopened = house(place);
        assert_eq!(reopened.failures("address", WINDOW).unwrap(), 30, "and stays after a restart");
    }
}
