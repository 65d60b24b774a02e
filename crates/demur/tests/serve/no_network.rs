//! PR-01: nothing leaves the machine, and nothing even tries to.

use std::process::Command;

/// Runs the command in its arguments where there is no network but the loopback, and prints how
/// many packets something there wanted to send elsewhere.
const WITHOUT_ROUTES: &str = r#"
import fcntl, os, socket, struct, subprocess, sys
SIOCSIFFLAGS, IFF_UP = 0x8914, 1
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
    fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", IFF_UP))

def unroutable():
    names, values = [line.split() for line in open("/proc/net/snmp") if line.startswith("Ip:")]
    found = int(values[names.index("OutNoRoutes")])
    # Absent where the kernel speaks only the older protocol.
    if os.path.exists("/proc/net/snmp6"):
        six = dict(line.split() for line in open("/proc/net/snmp6"))
        found += int(six["Ip6OutNoRoutes"])
    return found

if sys.argv[1] == "try":
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        try:
            any_socket.sendto(b"?", ("192.0.2.1", 53))
        except OSError:
            pass
    status = 0
else:
    status = subprocess.run(sys.argv[1:]).returncode
print("unroutable:", unroutable())
sys.exit(status)
"#;

fn without_routes(arguments: &[&str]) -> (bool, String) {
    let mut unshare = Command::new("unshare");
    unshare.args(["--net", "--map-root-user", "python3", "-c", WITHOUT_ROUTES]);
    let output = unshare.args(arguments).output().unwrap();
    let mut said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.push_str(&String::from_utf8_lossy(&output.stderr));
    (output.status.success(), said)
}

/// The app is started, set up, looked at and ended by the other tests here; all of them pass
/// without a network.
#[test]
fn pr_01_nothing_wants_to_leave_the_machine() {
    let (tried, said) = without_routes(&["try"]);
    assert!(
        tried,
        "namespaces have to be allowed to this account: {said}"
    );
    assert!(
        said.contains("unroutable: 1"),
        "what tries is noticed: {said}"
    );

    let tests = std::env::current_exe().unwrap();
    let tests = tests.to_str().unwrap();
    let (passed, said) = without_routes(&[tests, "demo::", "listening::", "watching::", "log::"]);
    assert!(passed, "{said}");
    assert!(said.contains("test result: ok"), "{said}");
    assert!(said.contains("unroutable: 0"), "{said}");
}
