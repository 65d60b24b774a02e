//! A throw-away PostgreSQL cluster for this process, from Debian's package, on a local socket.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use demur_store::Location;
use postgres::{Client, NoTls};

const FAMILY: &str = "demur-test-cluster-";

/// Where the cluster lives.
struct Cluster {
    home: PathBuf,
}

/// Starts at the first call; ends with the process that asked.
fn cluster() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    CLUSTER.get_or_init(|| {
        sweep();
        Cluster::start()
    })
}

/// Debian keeps the programs of a version in a folder of their own.
fn program(name: &str) -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten();
    let versions = versions.flatten().map(|entry| entry.path().join("bin"));
    let mut found: Vec<PathBuf> = versions
        .map(|folder| folder.join(name))
        .filter(|path| path.exists())
        .collect();
    found.sort();
    found.pop().unwrap_or_else(|| {
        panic!("PostgreSQL is needed for this test: apt-get install postgresql (15 or newer)")
    })
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().unwrap();
    id.stdout.starts_with(b"0")
}

/// PostgreSQL refuses to run as root, so root lends itself the user that the package made. The
/// program ends when the thread that started it does.
fn unprivileged(name: &str) -> Command {
    let program = program(name);
    let mut command = Command::new("setpriv");
    if is_root() {
        command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
    }
    command.args(["--pdeathsig", "INT"]).arg(program);
    command
}

fn done(what: &str, output: &Output) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{what}: {said}");
}

impl Cluster {
    fn start() -> Self {
        let home = std::env::temp_dir().join(format!("{FAMILY}{}", std::process::id()));
        std::fs::create_dir_all(&home).unwrap();
        if is_root() {
            let owner = Command::new("chown").arg("postgres").arg(&home).output();
            done("chown", &owner.unwrap());
        }
        let cluster = Self { home };
        let init = unprivileged("initdb")
            .args(["--auth=trust", "--username=demur", "--no-sync"])
            .args(["--locale=C.UTF-8", "--encoding=UTF8", "-D"])
            .arg(cluster.data())
            .current_dir("/")
            .output();
        done("initdb", &init.unwrap());
        cluster.run();
        cluster
    }

    fn data(&self) -> PathBuf {
        self.home.join("data")
    }

    fn command(&self) -> Command {
        let mut command = unprivileged("postgres");
        command.arg("-D").arg(self.data()).current_dir("/");
        command.arg("-k").arg(&self.home);
        // Old log segments are removed, not kept for use again, so that nothing erased stays there.
        for setting in [
            "listen_addresses=",
            "max_connections=300",
            "wal_recycle=off",
            "min_wal_size=32MB",
            "max_wal_size=256MB",
            "logging_collector=off",
        ] {
            command.args(["-c", setting]);
        }
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// The parent is a thread that waits for as long as the process lives.
    fn run(&self) {
        let mut command = self.command();
        let spawn = move || {
            let child: Option<Child> = command.spawn().ok();
            if let Some(mut child) = child {
                let _ended = child.wait();
            }
        };
        std::thread::spawn(spawn);
        let started = Instant::now();
        while Client::connect(&self.url("postgres"), NoTls).is_err() {
            let waited = started.elapsed();
            assert!(
                waited < Duration::from_secs(60),
                "PostgreSQL does not start"
            );
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn url(&self, database: &str) -> String {
        let host = self.home.display();
        format!("postgresql:///{database}?user=demur&host={host}")
    }
}

/// Clusters of processes that are gone.
fn sweep() {
    for entry in std::fs::read_dir(std::env::temp_dir()).unwrap().flatten() {
        let name = entry.file_name();
        let pid = name.to_str().and_then(|name| name.strip_prefix(FAMILY));
        if pid.is_some_and(|pid| !Path::new("/proc").join(pid).exists()) {
            let _of_others = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// URL of a new, empty schema: as good as a database of one's own, and made at once.
pub(crate) fn database() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let name = format!("test_{}", NEXT.fetch_add(1, Ordering::Relaxed));
    admin()
        .batch_execute(&format!("CREATE SCHEMA {name}"))
        .unwrap();
    let url = cluster().url("postgres");
    format!("{url}&application_name={name}&options=-csearch_path%3D{name}")
}

/// Somebody who may do everything.
pub(crate) fn admin() -> Client {
    Client::connect(&cluster().url("postgres"), NoTls).unwrap()
}

/// Somebody who looks at one database from outside.
pub(crate) fn outside(location: &Location) -> Client {
    let Location::Server(url) = location else {
        panic!("not a server");
    };
    Client::connect(url, NoTls).unwrap()
}

/// Where the cluster listens.
pub(crate) fn socket() -> PathBuf {
    cluster().home.join(".s.PGSQL.5432")
}

/// The folder with every byte of the cluster.
pub(crate) fn data() -> PathBuf {
    cluster().data()
}

/// Everything is in its place, and the log has only what is needed.
pub(crate) fn settle() {
    let mut admin = admin();
    for _ in 0..2 {
        admin.batch_execute("SELECT pg_switch_wal()").unwrap();
        admin.batch_execute("CHECKPOINT").unwrap();
    }
}
