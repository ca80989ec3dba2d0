//! What a hosting provider may set for the environment, and the places that the server gives it.

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
};

use domain::name::is_label;
use serde::{Deserialize, Deserializer, de};

/// The part of the configuration file that is the environment's own.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LocalConfig {
    /// Where sites answer; loopback unless the hosting provider says otherwise.
    pub listen: SocketAddr,
    /// What a site's name is followed by. Never the server's own host name: cookies ignore ports.
    #[serde(deserialize_with = "base")]
    pub base: String,
}

impl Default for LocalConfig {
    fn default() -> Self {
        Self { listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8090)), base: "localhost".into() }
    }
}

/// Where the environment keeps and finds what it works with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The environment's own directory, below the state directory.
    pub directory: PathBuf,
    /// The root of the Nix store: `/`, or where a store of one's own lies.
    pub store: PathBuf,
    /// The program that serves the sites when called with `sites --directory D --listen A`.
    pub program: PathBuf,
}

fn base<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let base = String::deserialize(deserializer)?;
    // The labels of a site, an organisation and two dots have to fit in front of it.
    if base.len() <= 120 && base.split('.').all(is_label) {
        return Ok(base);
    }
    Err(de::Error::custom("not a host name in lower case, such as `localhost` or `sites.example.org`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(json: &str) -> Result<LocalConfig, serde_json::Error> {
        serde_json::from_str(json)
    }

    #[test]
    fn everything_has_a_default() {
        assert_eq!(parsed("{}").unwrap(), LocalConfig::default());
        assert_eq!(parsed(r#"{ "listen": "127.0.0.1:80" }"#).unwrap().listen.port(), 80);
    }

    #[test]
    fn unknown_keys_and_bases_that_are_no_names_are_refused() {
        for json in
            [r#"{ "lisen": "127.0.0.1:80" }"#, r#"{ "base": "" }"#, r#"{ "base": "Sites" }"#, r#"{ "base": "a..b" }"#]
        {
            assert!(parsed(json).is_err(), "{json}");
        }
    }
}
