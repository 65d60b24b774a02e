//! Heads of the journal outside of the record.

use demur_app::record::{HeadsError, HeadsFound};
use jiff::civil::{Date, date};

use crate::support::Shop;

const FRIDAY: Date = date(2026, 11, 27);
const SATURDAY: Date = date(2026, 11, 28);

#[test]
fn pr_42_heads_are_kept_elsewhere() {
    let shop = Shop::new();
    let file = shop.folder.path().join("heads.jsonl");
    shop.refuse("request-1");
    let noted = shop.record.note_head(&file, FRIDAY).expect("a head");
    assert_eq!(noted, HeadsFound::Kept { heads: 1 });
    let again = shop.record.note_head(&file, SATURDAY).expect("a head");
    assert_eq!(again, HeadsFound::Kept { heads: 1 }, "nothing happened");
    shop.refuse("request-2");
    let more = shop.record.note_head(&file, SATURDAY).expect("a head");
    assert_eq!(more, HeadsFound::Kept { heads: 2 });

    let written = std::fs::read_to_string(&file).expect("a file");
    let other = Shop::new();
    other.refuse("request-1");
    let left = other.record.note_head(&file, SATURDAY).expect("a head");
    assert!(
        matches!(&left, HeadsFound::Left(noted) if noted.day == FRIDAY),
        "another journal of the same length: {left:?}"
    );
    let unchanged = std::fs::read_to_string(&file).expect("a file");
    assert_eq!(unchanged, written, "nothing is written over a finding");
}

#[test]
fn pr_42_what_is_no_head_is_told_with_its_line() {
    let shop = Shop::new();
    let file = shop.folder.path().join("heads.jsonl");
    shop.record.note_head(&file, FRIDAY).expect("a head");
    let mut text = std::fs::read_to_string(&file).expect("a file");
    text.push_str("milk, bread, eggs\n");
    std::fs::write(&file, text).expect("a file");
    let error = shop.record.note_head(&file, SATURDAY).err();
    assert!(matches!(error, Some(HeadsError::Line(2))), "{error:?}");
    let error = shop.record.note_head(shop.folder.path(), SATURDAY).err();
    assert!(matches!(error, Some(HeadsError::File(_))), "{error:?}");
}
