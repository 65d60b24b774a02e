//! x
#![allow(clippy::all, clippy::print_stdout, clippy::allow_attributes, clippy::allow_attributes_without_reason)]
use demur_app::spelling::*;
fn main() {
    let lib = demur_app::library::load(Some(std::path::Path::new("law")), None).map_err(|e| e.to_string()).unwrap();
    let t = std::time::Instant::now();
    let d = Dictionaries::load(std::path::Path::new("/usr/share/hunspell")).unwrap().unwrap();
    eprintln!("load {:?}", t.elapsed());
    let a = Accepted::load(Some(std::path::Path::new("law")), None).unwrap();
    for d in check(&lib.sources, &d, &a) {
        let p = d.place.as_ref().unwrap();
        let s = lib.sources.source(p.file).unwrap();
        println!("{}:{}\t{}\t{}", s.path, s.line_column(p.span.start).line, d.message, d.help.first().unwrap());
    }
    eprintln!("{:?}", t.elapsed());
}
