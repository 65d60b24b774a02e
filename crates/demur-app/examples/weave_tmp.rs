//! Writes the woven library to the folder given.
fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let files = demur_app::library::built_in();
    let Ok(library) = demur_app::library::compile(files.clone(), Vec::new()) else { return };
    for page in demur_app::weave::weave(&library, &files) {
        let path = std::path::Path::new(&dir).join(&page.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, page.bytes).unwrap();
    }
}
