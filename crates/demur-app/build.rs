//! Builds again when a page or a norm is added: embedding a folder does not notice.

fn main() {
    for folder in ["../../law", "../../docs/diagnostics"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
