//! Where to listen, as people write it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, ToSocketAddrs};

use demur_words::Words;

use crate::configuration::{Configuration, Origin};
use crate::failure::Failure;

/// When nobody chose a port, one of so many after the usual one will do.
const FURTHER: u16 = 9;

/// The address, and how many further ports may be tried.
pub(super) fn of(
    configuration: &Configuration,
    words: &Words,
) -> Result<(SocketAddr, u16), Failure> {
    let set = configuration.get("listen");
    let text = set.map_or("", |set| set.text.as_str());
    let further = match set.map(|set| &set.origin) {
        Some(Origin::BuiltIn) => FURTHER,
        _ => 0,
    };
    let address = parse(text).ok_or_else(|| {
        Failure::Said(words.fill("serve-no-address", &[("address", text.into())]))
    })?;
    Ok((address, further))
}

/// `HOST:PORT`, or a port of this machine.
fn parse(text: &str) -> Option<SocketAddr> {
    if let Ok(port) = text.trim_start_matches(':').parse() {
        return Some(SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port));
    }
    if let Ok(address) = text.parse() {
        return Some(address);
    }
    let mut found = text.to_socket_addrs().ok()?;
    let first = found.next()?;
    // A name of this machine has two addresses; the older form is open everywhere.
    Some(
        found
            .chain([first])
            .find(SocketAddr::is_ipv4)
            .unwrap_or(first),
    )
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn addresses_as_people_write_them() {
        for (text, meant) in [
            ("8650", "127.0.0.1:8650"),
            (":8650", "127.0.0.1:8650"),
            ("0.0.0.0:443", "0.0.0.0:443"),
            ("[::1]:8650", "[::1]:8650"),
            ("localhost:8650", "127.0.0.1:8650"),
        ] {
            assert_eq!(
                parse(text).map(|address| address.to_string()).as_deref(),
                Some(meant)
            );
        }
        for wrong in ["", "70000", "here", "127.0.0.1", "127.0.0.1:port"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
