//! Runs the real binary in a fresh folder and writes down what it did.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder of its own for one test, with the small law in `law`.
pub(crate) struct Desk {
    pub(crate) folder: PathBuf,
}

/// What a run did.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
    command: String,
}

static DESKS: AtomicUsize = AtomicUsize::new(0);

impl Desk {
    /// A folder with the small law.
    pub(crate) fn new() -> Self {
        let desk = Self::empty();
        desk.copy("law", "law");
        desk
    }

    /// Copies a folder from beside the tests.
    pub(crate) fn copy(&self, from: &str, to: &str) {
        let cli = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
        copy(&cli.join(from), &self.folder.join(to));
    }

    /// A folder with nothing in it.
    pub(crate) fn empty() -> Self {
        let name = format!(
            "desk-{}-{}",
            std::process::id(),
            DESKS.fetch_add(1, Ordering::Relaxed)
        );
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).expect("a folder for the test");
        Self { folder }
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
        self
    }

    /// Reads a file.
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.folder.join(path)).expect("a file")
    }

    /// Runs with the small law.
    pub(crate) fn run(&self, args: &str) -> Ran {
        self.run_with(args, "")
    }

    /// The same with this on standard input.
    pub(crate) fn run_with(&self, args: &str, input: impl AsRef<[u8]>) -> Ran {
        self.run_bare(&format!("--law law {args}"), input)
    }

    /// Runs exactly this.
    pub(crate) fn run_bare(&self, args: &str, input: impl AsRef<[u8]>) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_demur"));
        command
            .args(args.split_whitespace())
            .current_dir(&self.folder);
        for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"] {
            command.env_remove(name);
        }
        let mut child = command
            .env("TZ", "UTC")
            // What is installed must not change what a test sees.
            .env("DICPATH", "nowhere")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary");
        let mut stdin = child.stdin.take().expect("a pipe");
        let input = input.as_ref().to_vec();
        // A program that does not read its input closes it; that is no mistake.
        let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
        let output = child.wait_with_output().expect("an end");
        writer.join().expect("the writer");
        Ran {
            code: output.status.code().expect("an exit code"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
            command: args.replace("--law law ", ""),
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Ran {
    /// All of it, for a snapshot.
    pub(crate) fn transcript(&self) -> String {
        let mut text = format!("$ demur {}\nexit code {}\n", self.command, self.code);
        for (name, stream) in [("output", &self.out), ("errors", &self.err)] {
            if !stream.is_empty() {
                let _ = write!(text, "--- {name}\n{stream}");
            }
        }
        text
    }

    /// The output as JSON, also of a check that found something.
    pub(crate) fn json(&self) -> serde_json::Value {
        assert!(self.code < 2, "{}", self.transcript());
        serde_json::from_str(&self.out).expect("JSON")
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}
