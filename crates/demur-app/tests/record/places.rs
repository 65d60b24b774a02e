//! Where a record is, and what happens when a part of it is missing.

use std::fs;

use demur_app::record::{Record, restore};
use demur_app::store::{Location, Role, StoreError};

use crate::support::*;

#[cfg(unix)]
#[test]
fn only_the_owner_reads_record_keys_and_master_key() {
    use std::os::unix::fs::PermissionsExt;
    let shop = Shop::new();
    for path in [
        "data",
        "conf",
        "data/record.db",
        "data/keys.db",
        "conf/master.key",
    ] {
        let status = fs::metadata(shop.folder.path().join(path)).expect(path);
        assert_eq!(status.permissions().mode() & 0o077, 0, "{path}");
    }
}

#[test]
fn a_lost_master_key_is_not_made_anew() {
    let shop = Shop::new();
    let place = shop.place();
    let Shop { folder, record } = shop;
    drop(record);
    let key = folder.path().join("conf/master.key");
    fs::remove_file(&key).expect("the key");
    let opened = Record::open(&place, &library().lawbook, settings(), clock());
    assert!(matches!(opened, Err(StoreError::MasterKey { .. })));
    assert!(!key.exists(), "nothing stands in its place");
}

#[test]
fn lost_keys_are_not_made_anew() {
    let shop = Shop::new();
    let place = shop.place();
    let Shop { folder, record } = shop;
    drop(record);
    let keys = folder.path().join("data/keys.db");
    fs::remove_file(&keys).expect("the keys");
    let opened = Record::open(&place, &library().lawbook, settings(), clock());
    assert!(matches!(opened, Err(StoreError::File { .. })), "{opened:?}");
    assert!(!keys.exists(), "nothing stands in their place");
}

#[test]
fn keys_stand_beside_a_file_and_stay_at_home_for_a_server() {
    let shop = Shop::new();
    let file = shop
        .place()
        .with_record(Location::parse("/var/lib/demur/shop.db"));
    assert_eq!(file.keys, Location::parse("/var/lib/demur/shop-keys.db"));
    let server = shop
        .place()
        .with_record(Location::parse("postgres://db/demur"));
    assert_eq!(server.keys, shop.place().keys);
}

#[test]
fn a_backup_goes_back_into_an_empty_record_with_its_erasures() {
    let shop = Shop::new();
    let number = shop.refuse("request-1").case;
    let backup = shop.folder.path().join("backup.jsonl");
    let admin = actor(Role::Admin);
    shop.record.backup(&admin, &backup).expect("a backup");
    let reason = demur_app::store::EraseReason::Requested;
    let erased = shop
        .record
        .erase(&actor(Role::Privacy), "request-2", (&number, None), reason);
    erased.expect("an erasure");
    let mut place = shop.place();
    let Shop { folder, record } = shop;
    drop(record);
    place.record = Location::File(folder.path().join("data/second.db"));
    let lawbook = &library().lawbook;
    let wrong = restore(&decider(), &backup, &place, lawbook, &settings(), clock());
    assert!(
        matches!(wrong, Err(StoreError::Forbidden { .. })),
        "{wrong:?}"
    );
    let summary = restore(&admin, &backup, &place, lawbook, &settings(), clock());
    assert_eq!(summary.expect("a summary").erasures_repeated, 1);
    let record = Record::open(&place, lawbook, settings(), clock()).expect("a record");
    let file = record.show(&actor(Role::Privacy), &number).expect("a case");
    assert_eq!(file.identity, "destroyed");
}
