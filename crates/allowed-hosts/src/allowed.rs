//! Which hosts may be connected to, and at which addresses.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::str::FromStr;

/// The port of every host that no entry puts elsewhere: HTTPS.
const PORT: u16 = 443;

/// A host, or the hosts of a domain, that may be connected to. See the crate's documentation for its text form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowed {
    name: Name,
    address: Option<SocketAddr>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Name {
    /// In lower case.
    Host(String),
    /// In lower case, with the dot in front.
    Below(String),
}

/// A text that allows nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' does not say which host is allowed: write HOST, *.DOMAIN or HOST=ADDRESS:PORT")]
pub struct InvalidAllowed(String);

impl FromStr for Allowed {
    type Err = InvalidAllowed;

    fn from_str(text: &str) -> Result<Self, InvalidAllowed> {
        let invalid = || InvalidAllowed(text.to_owned());
        let (name, address) = match text.split_once('=') {
            None => (text, None),
            Some((name, address)) => {
                let with_port = address.parse::<SocketAddr>();
                let address =
                    with_port.or_else(|_| address.parse().map(|ip: IpAddr| SocketAddr::new(ip, PORT)));
                (name, Some(address.map_err(|_| invalid())?))
            }
        };
        let name = match name.strip_prefix("*.") {
            // Many hosts at one address are one host with a choice of names.
            Some(domain) if address.is_none() && is_host(domain) => {
                Name::Below(format!(".{}", domain.to_ascii_lowercase()))
            }
            None if is_host(name) => Name::Host(name.to_ascii_lowercase()),
            _ => return Err(invalid()),
        };
        Ok(Self { name, address })
    }
}

/// Where a host is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At this address.
    At(SocketAddr),
    /// At the public addresses that DNS gives.
    Public,
}

/// Where `host` is, if it is allowed. Entries for the host itself count before those for its domain.
pub fn place(allowed: &[Allowed], host: &str) -> Option<Place> {
    let host = host.to_ascii_lowercase();
    let exact = allowed.iter().find(|entry| matches!(&entry.name, Name::Host(name) if *name == host));
    let entry = exact.or_else(|| {
        allowed.iter().find(|entry| {
            matches!(&entry.name, Name::Below(domain) if host.len() > domain.len() && host.ends_with(domain))
        })
    });
    entry.map(|entry| entry.address.map_or(Place::Public, Place::At))
}

/// Those of `addresses` that are the internet's, at port 443.
pub fn public(addresses: impl IntoIterator<Item = SocketAddr>) -> Vec<SocketAddr> {
    let public = addresses.into_iter().map(|address| address.ip()).filter(|ip| is_public(*ip));
    public.map(|ip| SocketAddr::new(ip, PORT)).collect()
}

/// Letters, digits, hyphens and dots, with something between the dots.
fn is_host(text: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    text.len() <= 253 && text.split('.').all(label)
}

/// Whether an address is reached over the internet. Source: IANA's registries of special-purpose addresses.
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    !matches!(
        ip.octets(),
        [0 | 10 | 127 | 224..=255, ..]
            | [100, 64..=127, ..]
            | [169, 254, ..]
            | [172, 16..=31, ..]
            | [192, 0, 0 | 2, _]
            | [192, 88, 99, _]
            | [192, 168, ..]
            | [198, 18 | 19, ..]
            | [198, 51, 100, _]
            | [203, 0, 113, _]
    )
}

/// The one block of unicast addresses, without what is special in it or carries an IPv4 address.
fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [first, second, ..] = ip.segments();
    let is_unicast = first & 0xe000 == 0x2000;
    let is_special = (first == 0x2001 && (second < 0x0200 || second == 0x0db8))
        || first == 0x2002
        || (first == 0x3fff && second < 0x1000);
    is_unicast && !is_special
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(texts: &[&str]) -> Vec<Allowed> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn nothing_is_allowed_without_an_entry() {
        assert_eq!(place(&[], "proxy.example.com"), None);
    }

    #[test]
    fn hosts_domains_and_addresses() {
        let list = allowed(&["a.example.com", "*.example.org", "b.example.org=10.0.0.1:8443", "c.test=::1"]);
        assert_eq!(place(&list, "A.example.com"), Some(Place::Public));
        assert_eq!(place(&list, "x.a.example.com"), None);
        assert_eq!(place(&list, "example.com"), None);
        assert_eq!(place(&list, "x.y.example.org"), Some(Place::Public));
        assert_eq!(place(&list, "example.org"), None);
        assert_eq!(place(&list, ".example.org"), None);
        assert_eq!(place(&list, "badexample.org"), None);
        assert_eq!(place(&list, "b.example.org"), Some(Place::At("10.0.0.1:8443".parse().unwrap())));
        assert_eq!(place(&list, "c.test"), Some(Place::At("[::1]:443".parse().unwrap())));
    }

    #[test]
    fn texts_that_allow_nothing_are_refused() {
        for text in
            ["", "*", "*.", "a..b", "https://a", "a:443", "a=", "a=b", "*.a=10.0.0.1:1", "a b", "a/b", "*a.b"]
        {
            assert_eq!(text.parse::<Allowed>(), Err(InvalidAllowed(text.to_owned())), "{text}");
        }
    }

    #[test]
    fn special_addresses_are_not_public() {
        for special in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "64:ff9b::a00:1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "ff02::1",
            "2002:a00:1::",
            "2001::1",
            "2001:db8::1",
        ] {
            assert!(!is_public(special.parse().unwrap()), "{special}");
        }
        for public in ["8.8.8.8", "100.63.0.1", "172.32.0.1", "192.0.1.1", "2606:4700::1111", "2a00::1"] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        let mixed = ["10.0.0.1:80", "8.8.8.8:80"].map(|address| address.parse().unwrap());
        assert_eq!(public(mixed), ["8.8.8.8:443".parse().unwrap()]);
    }
}
