//! Builds again when a template or a word list is added: embedding a folder does not notice.

fn main() {
    println!("cargo::rerun-if-changed=../../notices");
}
