//! Machines, as the settings of an environment name them (`nix/environments/machine.nix`).

use domain::{environment::Environment, identifier::DeploymentId};
use serde::Deserialize;
use serde_json::{Map, Value};

/// How a machine takes systems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It runs NixOS, and a deployment has all of it.
    NixOs,
    /// It runs Linux with Nix, and its own web server shows what deployments link into a directory.
    Linux,
}

/// A machine, and how it is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Machine {
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) port: u16,
    pub(crate) user: String,
    pub(crate) host_key: HostKey,
}

/// A public host key, such as `ssh-ed25519 AAAAC3…`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HostKey {
    pub(crate) algorithm: String,
    pub(crate) key: String,
}

/// Why the settings name no such machine.
#[derive(Debug, thiserror::Error)]
pub(crate) enum MachineError {
    #[error("the environment {environment:?} has no machine {name:?} any more")]
    Unknown { environment: String, name: String },
    #[error("the machine {name:?} is not set up right: {said}")]
    Wrong { name: String, said: &'static str },
    #[error("the machines of the environment can't be read")]
    Settings(#[source] serde_json::Error),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    name: String,
    address: String,
    #[serde(default = "port_of_ssh")]
    port: u16,
    #[serde(default = "root")]
    user: String,
    host_key: String,
}

fn port_of_ssh() -> u16 {
    22
}

fn root() -> String {
    "root".to_owned()
}

impl Kind {
    pub(crate) fn of(environment: &str) -> Option<Self> {
        match environment {
            "ssh" => Some(Self::NixOs),
            "linux" => Some(Self::Linux),
            _ => None,
        }
    }

    /// What leads to what is active of a deployment.
    pub(crate) fn link(self, environment: &Environment, deployment: DeploymentId) -> String {
        match self {
            Self::NixOs => "/run/current-system".to_owned(),
            Self::Linux => {
                let root = environment.configuration.settings.get("webRoot").and_then(Value::as_str);
                format!("{}/{deployment}", root.unwrap_or("/var/www/fediversity").trim_end_matches('/'))
            }
        }
    }

    /// The profile that keeps the generations of a deployment.
    pub(crate) fn profile(self, deployment: DeploymentId) -> String {
        match self {
            Self::NixOs => "/nix/var/nix/profiles/system".to_owned(),
            Self::Linux => format!("/nix/var/nix/profiles/fediversity-{deployment}"),
        }
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::NixOs => "nixos",
            Self::Linux => "linux",
        }
    }
}

impl Machine {
    /// The machine that is called so.
    pub(crate) fn named(environment: &Environment, name: &str) -> Result<Self, MachineError> {
        let told = machines(&environment.configuration.settings)?;
        let found = told.into_iter().find(|told| told.name == name);
        let told = found
            .ok_or_else(|| MachineError::Unknown { environment: environment.name.clone(), name: name.to_owned() })?;
        Self::read(told)
    }

    /// What the machines of an environment are called.
    pub(crate) fn names(environment: &Environment) -> Result<Vec<String>, MachineError> {
        Ok(machines(&environment.configuration.settings)?.into_iter().map(|told| told.name).collect())
    }

    fn read(told: Told) -> Result<Self, MachineError> {
        let wrong = |said| MachineError::Wrong { name: told.name.clone(), said };
        let plain = |text: &str, also: &str| {
            !text.is_empty()
                && !text.starts_with('-')
                && text.chars().all(|c| c.is_ascii_alphanumeric() || also.contains(c))
        };
        if !plain(&told.address, ".:-") {
            return Err(wrong("its address is neither a name nor an IP address"));
        }
        if !plain(&told.user, "_-.") {
            return Err(wrong("its user is none"));
        }
        let mut words = told.host_key.split_whitespace();
        let (algorithm, key) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        if !plain(algorithm, "-@.") || !plain(key, "+/=") {
            return Err(wrong("its host key is not one such as “ssh-ed25519 AAAAC3…”"));
        }
        let host_key = HostKey { algorithm: algorithm.to_owned(), key: key.to_owned() };
        let Told { name, address, port, user, .. } = told;
        Ok(Self { name, address, port, user, host_key })
    }

    /// Where it is, for addresses and stores: an IPv6 address stands in brackets.
    pub(crate) fn host(&self) -> String {
        if self.address.contains(':') { format!("[{}]", self.address) } else { self.address.clone() }
    }
}

/// One, or a list of them.
fn machines(settings: &Map<String, Value>) -> Result<Vec<Told>, MachineError> {
    let one = settings.get("machine").into_iter();
    let several = settings.get("machines").and_then(Value::as_array).into_iter().flatten();
    one.chain(several).map(Told::deserialize).collect::<Result<_, _>>().map_err(MachineError::Settings)
}

#[cfg(test)]
mod tests {
    use domain::{environment::ProviderConfiguration, identifier::EnvironmentId};
    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    fn environment(settings: &Value) -> Environment {
        let settings = settings.as_object().cloned().expect("settings");
        let configuration = ProviderConfiguration { settings, ..ProviderConfiguration::default() };
        Environment { id: EnvironmentId(Uuid::nil()), kind: "ssh".into(), name: "Town hall".into(), configuration }
    }

    #[test]
    fn a_machine_is_found_by_its_name() {
        let alpha = json!({ "name": "alpha", "address": "2001:db8::1", "hostKey": "ssh-ed25519 AAAA= root@alpha" });
        let beta =
            json!({ "name": "beta", "address": "beta.example.org", "port": 2222, "hostKey": "ssh-ed25519 BBBB" });
        let environment = environment(&json!({ "machines": [alpha, beta] }));

        let (alpha, beta) = (Machine::named(&environment, "alpha"), Machine::named(&environment, "beta"));

        let (alpha, beta) = (alpha.expect("a machine"), beta.expect("another"));
        assert_eq!((alpha.host().as_str(), alpha.port, alpha.host_key.key.as_str()), ("[2001:db8::1]", 22, "AAAA="));
        assert_eq!((beta.host().as_str(), beta.port, beta.user.as_str()), ("beta.example.org", 2222, "root"));
        let none = Machine::named(&environment, "gamma").expect_err("no machine");
        assert_eq!(none.to_string(), "the environment \"Town hall\" has no machine \"gamma\" any more");
    }

    #[test]
    fn what_would_be_more_than_a_word_is_refused() {
        let with = |field: &str, value: &str| {
            let mut machine = json!({ "name": "a", "address": "a", "hostKey": "ssh-ed25519 AAAA" });
            machine[field] = value.into();
            Machine::named(&environment(&json!({ "machine": machine })), "a").map(|_| ())
        };

        assert!(with("address", "alpha").is_ok());
        for address in ["", "-oProxyCommand=x", "a b", "a;b", "a/b?ssh-key=c"] {
            assert!(with("address", address).is_err(), "{address}");
        }
        for key in ["", "ssh-ed25519", "ssh-ed25519 AA\u{7f}AA", "* AAAA"] {
            assert!(with("hostKey", key).is_err(), "{key}");
        }
        assert!(with("user", "-l").is_err());
    }
}
