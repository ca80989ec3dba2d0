//! How browsers reach the server.

use domain::name::is_label;

/// Scheme, host and port, as browsers write an origin: `https://panel.example.org`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    origin: String,
    /// Whether somebody said so. Otherwise nothing but this machine's own names are believed.
    explicit: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” is not a base URL: give scheme, host and, if it is not the usual one, port, such as https://panel.example.org"
)]
pub struct NotABaseUrl(String);

impl BaseUrl {
    /// For browsers on this machine.
    pub fn local(port: u16) -> Self {
        let origin = if port == 80 { "http://localhost".to_owned() } else { format!("http://localhost:{port}") };
        Self { origin, explicit: false }
    }

    pub fn parse(text: &str) -> Result<Self, NotABaseUrl> {
        let wrong = || NotABaseUrl(text.chars().take(200).collect());
        let lower = text.trim().trim_end_matches('/').to_ascii_lowercase();
        let (scheme, rest) = lower.split_once("://").ok_or_else(wrong)?;
        let usual = match scheme {
            "http" => "80",
            "https" => "443",
            _ => return Err(wrong()),
        };
        let (host, port) = split_port(rest).ok_or_else(wrong)?;
        if !is_host(host) {
            return Err(wrong());
        }
        let origin = match port {
            Some(port) if port != usual => format!("{scheme}://{host}:{port}"),
            _ => format!("{scheme}://{host}"),
        };
        Ok(Self { origin, explicit: true })
    }

    /// Without a slash at the end.
    pub fn as_str(&self) -> &str {
        &self.origin
    }

    pub fn is_explicit(&self) -> bool {
        self.explicit
    }

    pub fn is_secure(&self) -> bool {
        self.origin.starts_with("https:")
    }
}

/// Whether a host with or without a port is a name of this machine for itself.
pub fn is_local(authority: &str) -> bool {
    split_port(authority).is_some_and(|(host, _)| matches!(host, "localhost" | "127.0.0.1" | "[::1]"))
}

fn split_port(authority: &str) -> Option<(&str, Option<&str>)> {
    let end = authority.find(']').map_or(0, |bracket| bracket + 1);
    let (host, port) = match authority.get(end..)?.find(':') {
        Some(colon) => (authority.get(..end + colon)?, Some(authority.get(end + colon + 1..)?)),
        None => (authority, None),
    };
    let right =
        port.is_none_or(|port| port.parse::<u16>().is_ok_and(|number| number > 0 && number.to_string() == port));
    right.then_some((host, port))
}

fn is_host(text: &str) -> bool {
    let bracketed = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    match bracketed {
        Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
        None => text.len() <= 253 && text.split('.').all(is_label),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_is_kept_as_browsers_write_an_origin() {
        for (text, origin) in [
            ("https://Panel.Example.org/", "https://panel.example.org"),
            ("https://panel.example.org:443", "https://panel.example.org"),
            ("http://[::1]:8080", "http://[::1]:8080"),
            ("http://192.0.2.1", "http://192.0.2.1"),
        ] {
            assert_eq!(BaseUrl::parse(text).map(|url| url.origin), Ok(origin.to_owned()));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "panel.example.org",
            "ftp://a.b",
            "https://",
            "https://a/b",
            "https://a:0",
            "https://a:b",
            "https://u@a",
            "http://[::1",
        ] {
            assert!(BaseUrl::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn names_of_this_machine_are_few() {
        for text in ["localhost", "localhost:1", "127.0.0.1:8080", "[::1]:8080"] {
            assert!(is_local(text), "{text}");
        }
        for text in [
            "",
            "localhost.evil.example",
            "evil.example",
            "127.0.0.1.evil.example:80",
            "localhost:",
            "[::1].x",
            "localhost:x",
        ] {
            assert!(!is_local(text), "{text}");
        }
    }
}
