//! `demur law weave`.

use crate::support::Desk;

#[test]
fn pages() {
    let desk = Desk::new();
    let runs = ["", "--lang pl"].map(|flags| desk.run(&format!("law weave --out pages {flags}")));
    assert!(runs.iter().all(|ran| ran.code == 0));
    insta::assert_snapshot!(runs.map(|ran| ran.transcript()).join("\n"));
    assert!(desk.read("pages/index.html").contains("Testland"));
    assert!(desk.read("pages/law/t/act.html").contains("t.act.goods"));
    let woven = desk.run("law weave --out new/pages --format json").json();
    assert_eq!(woven["start"], "new/pages/index.html");
}

#[test]
fn an_earlier_weave_is_replaced() {
    let desk = Desk::new();
    desk.run("law weave --out pages");
    desk.write("pages/law/t/repealed.html", "old");
    desk.write("pages/law/t/note.txt", "mine");
    assert_eq!(desk.run("law weave --out pages").code, 0);
    assert!(!desk.folder.join("pages/law/t/repealed.html").exists());
    assert_eq!(desk.read("pages/law/t/note.txt"), "mine");
}

#[test]
fn other_files_are_left_alone() {
    let desk = Desk::new();
    desk.write("pages/index.html", "<title>My site</title>");
    let ran = desk.run("law weave --out pages");
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!(ran.transcript());
    assert_eq!(desk.read("pages/index.html"), "<title>My site</title>");
    let ran = desk.run("law weave --out law/t/act.md");
    assert_eq!(ran.code, 2);
}
