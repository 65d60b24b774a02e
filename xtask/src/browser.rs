//! `cargo xtask browser`: the product in a real browser, as people of a firm and their customers
//! meet it. The tests themselves are JavaScript, in `crates/demur-web/browser`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;
use crate::product::Product;
use crate::repository::root;

/// Where the tests are, from the root.
const TESTS: &str = "crates/demur-web/browser";
const CHROMIUM: &str = "/usr/bin/chromium";
/// The oldest Node.js that runs the tests: the one of Debian 12.
const NODE: (u32, u32) = (18, 15);
/// Debian's packages; the font has every letter of Polish.
const PACKAGES: &[&str] = &["chromium", "fonts-dejavu-core"];

/// What to run, and how.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Wanted {
    headed: bool,
    /// A part of the names of tests; everything when it is empty.
    name: String,
}

impl Wanted {
    /// What follows `browser` on the command line.
    pub(crate) fn read(arguments: &[&str]) -> Result<Self, String> {
        let mut wanted = Self::default();
        for argument in arguments {
            match *argument {
                "--headed" => wanted.headed = true,
                option if option.starts_with('-') => {
                    return Err(format!("unknown option `{option}`"));
                }
                name if wanted.name.is_empty() => name.clone_into(&mut wanted.name),
                name => {
                    return Err(format!(
                        "`{name}` is one name too many; quote names with spaces"
                    ));
                }
            }
        }
        Ok(wanted)
    }
}

/// How many tests passed, and how many did not.
pub(crate) type Counts = (usize, usize);

/// Installs what is missing, runs the tests, and sums them.
pub(crate) fn run(product: &Product, wanted: &Wanted) -> Result<Counts, String> {
    provide()?;
    let output = product.target().join("browser");
    let packages = packages(&output)?;
    let mut node = Command::new("node");
    node.current_dir(root().join(TESTS))
        .args(["--test-reporter=spec", "main.js"])
        .env("DEMUR_BROWSER_BINARY", product.binary())
        .env("DEMUR_BROWSER_OUTPUT", &output)
        .env("DEMUR_BROWSER_PACKAGES", packages)
        .env("DEMUR_BROWSER_ONLY", &wanted.name)
        .env(
            "DEMUR_BROWSER_HEADED",
            if wanted.headed { "1" } else { "0" },
        );
    let mut sums = Sums::default();
    let passed = command::watch(&mut node, |line| sums.add(line))?;
    println!("pictures and logs of servers: {}", output.display());
    match sums.told(passed) {
        (0, 0) => Err(format!("no test has `{}` in its name", wanted.name)),
        counts => Ok(counts),
    }
}

/// Chromium and Node.js, from Debian where it can be installed.
fn provide() -> Result<(), String> {
    let mut missing: Vec<&str> = Vec::new();
    if std::env::var_os("DEMUR_BROWSER_CHROMIUM").is_none() && !Path::new(CHROMIUM).exists() {
        missing.extend(PACKAGES);
    }
    if node_version().is_none() {
        missing.extend(["nodejs", "npm"]);
    } else if !command::answers(Command::new("npm").arg("--version")) {
        missing.push("npm");
    }
    if !missing.is_empty() {
        install(&missing)?;
    }
    match node_version() {
        Some(version) if version >= NODE => Ok(()),
        Some((major, minor)) => Err(format!(
            "the browser tests need Node.js {}.{} or newer, this is {major}.{minor}",
            NODE.0, NODE.1
        )),
        None => Err("`node` does not start".to_owned()),
    }
}

fn install(missing: &[&str]) -> Result<(), String> {
    let line = format!(
        "apt-get install --no-install-recommends {}",
        missing.join(" ")
    );
    let user = command::output(Command::new("id").arg("-u")).unwrap_or_default();
    let is_debian = command::answers(Command::new("apt-get").arg("--version"));
    if !is_debian || user.trim() != "0" {
        return Err(format!(
            "the browser tests need {}; on Debian, as root: {line}",
            missing.join(", ")
        ));
    }
    println!("== installing {}", missing.join(", "));
    let mut update = Command::new("apt-get");
    let mut apt = Command::new("apt-get");
    apt.args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(missing)
        .env("DEBIAN_FRONTEND", "noninteractive");
    if command::succeeds(update.args(["update", "-qq"]))? && command::succeeds(&mut apt)? {
        Ok(())
    } else {
        Err(format!("`{line}` failed"))
    }
}

/// Major and minor number of the Node.js that is installed.
fn node_version() -> Option<(u32, u32)> {
    version(&command::output(Command::new("node").arg("--version")).ok()?)
}

fn version(printed: &str) -> Option<(u32, u32)> {
    let mut numbers = printed.trim().strip_prefix('v')?.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

/// Puts the two packages that the tests use beside the build output, in the versions of the lock
/// file; nothing is installed inside of the tree.
fn packages(output: &Path) -> Result<PathBuf, String> {
    let folder = output.join("packages");
    let lock = "package-lock.json";
    let wanted = read(&root().join(TESTS).join(lock))?;
    if folder.join("node_modules").is_dir() && read(&folder.join(lock)).is_ok_and(|is| is == wanted)
    {
        return Ok(folder);
    }
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    println!(
        "== installing playwright-core and axe-core in {}",
        folder.display()
    );
    // The lock file comes last: with it the folder counts as done.
    let manifest = read(&root().join(TESTS).join("package.json"))?;
    write(&folder.join("package.json"), &manifest)?;
    write(&folder.join(lock), &wanted)?;
    let mut npm = Command::new("npm");
    npm.current_dir(&folder)
        .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
    if command::succeeds(&mut npm)? {
        return Ok(folder);
    }
    fs::remove_file(folder.join(lock)).map_err(|error| error.to_string())?;
    Err("`npm ci` failed; it needs its registry the first time".to_owned())
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

/// The figures in the last lines of Node's own reporter: `ℹ pass 12`.
#[derive(Debug, Default, PartialEq)]
struct Sums {
    passed: usize,
    failed: usize,
}

impl Sums {
    fn add(&mut self, line: &str) {
        let Some(figure) = line.strip_prefix("ℹ ") else {
            return;
        };
        match figure.split_once(' ') {
            Some(("pass", count)) => self.passed = count.parse().unwrap_or(0),
            Some(("fail" | "cancelled", count)) => self.failed += count.parse().unwrap_or(0),
            _ => {}
        }
    }

    /// A run that ends badly has failed, whatever it counted.
    fn told(&self, passed: bool) -> Counts {
        let failed = if passed {
            self.failed
        } else {
            self.failed.max(1)
        };
        (self.passed, failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_from_the_reporter() {
        let mut sums = Sums::default();
        for line in [
            "    ✔ page home en (812ms)",
            "ℹ tests 5",
            "ℹ pass 3",
            "ℹ fail 1",
            "ℹ cancelled 1",
        ] {
            sums.add(line);
        }
        assert_eq!(sums.told(false), (3, 2));
        assert_eq!(Sums::default().told(false), (0, 1));
    }

    #[test]
    fn options_and_one_name() {
        let wanted = Wanted::read(&["--headed", "page home"]).unwrap();
        assert_eq!((wanted.headed, wanted.name.as_str()), (true, "page home"));
        assert!(Wanted::read(&["--head"]).is_err());
        assert!(Wanted::read(&["page", "home"]).is_err());
    }

    #[test]
    fn versions_of_node() {
        assert_eq!(version("v20.20.2\n"), Some((20, 20)));
        assert!(version("v18.13.0").unwrap() < NODE);
        assert_eq!(version("20"), None);
    }
}
