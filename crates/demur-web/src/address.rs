//! From which address somebody comes: so that wrong tries are counted where they are made.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName};

use crate::app::App;

const FORWARDED: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The address at the other end of the connection, or the one that our own proxy names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClientAddress(IpAddr);

impl ClientAddress {
    /// What one household or firm shares: an IPv4 address, or the 64 bits of an IPv6 network.
    pub(crate) fn network(self) -> String {
        match self.0.to_canonical() {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
        }
    }
}

impl FromRequestParts<App> for ClientAddress {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let named = app
            .is_behind_proxy()
            .then(|| last_hop(&parts.headers))
            .flatten();
        let connected = || parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let address = named.or_else(|| connected().map(|ConnectInfo(address)| address.ip()));
        Ok(Self(address.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))))
    }
}

/// What stands before the last hop was written by whoever sent the request.
fn last_hop(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all(FORWARDED).into_iter().next_back()?;
    let hop = last.to_str().ok()?.rsplit(',').next()?.trim();
    let bare = hop.trim_start_matches('[').trim_end_matches(']');
    let with_port = || hop.parse::<SocketAddr>().map(|address| address.ip());
    bare.parse().or_else(|_| with_port()).ok()
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn networks_are_what_one_household_shares() {
        let network = |text: &str| ClientAddress(text.parse().unwrap()).network();
        assert_eq!(network("192.0.2.7"), "192.0.2.7");
        assert_eq!(network("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(network("2001:db8:1:2:3:4:5:6"), network("2001:db8:1:2::9"));
        assert_ne!(network("2001:db8:1:2::9"), network("2001:db8:1:3::9"));
    }

    #[test]
    fn only_the_last_hop_was_written_by_the_proxy() {
        let hop = |lines: &[&'static str]| {
            let mut headers = HeaderMap::new();
            for line in lines {
                headers.append(FORWARDED, HeaderValue::from_static(line));
            }
            last_hop(&headers).map(|address| address.to_string())
        };
        assert_eq!(hop(&["10.0.0.1, 192.0.2.7"]).as_deref(), Some("192.0.2.7"));
        assert_eq!(hop(&["192.0.2.7", "10.0.0.1"]).as_deref(), Some("10.0.0.1"));
        assert_eq!(hop(&["192.0.2.7:4711"]).as_deref(), Some("192.0.2.7"));
        assert_eq!(hop(&["[2001:db8::1]:4711"]).as_deref(), Some("2001:db8::1"));
        assert_eq!(hop(&["[2001:db8::1]"]).as_deref(), Some("2001:db8::1"));
        assert_eq!(hop(&["unknown"]), None);
        assert_eq!(hop(&[]), None);
    }
}
