//! Whether a machine is as it has to be: every question with what was found, so that somebody can put it right.

use workflow::port::provider::{Examined, ProviderError};

use super::{not_ready, sorted};
use crate::{
    host::{Host, Looked},
    machine::Kind,
};

/// What a machine has to have free before anything is copied to it.
const LEAST_FREE_KIB: u64 = 256 * 1024;
/// The oldest Nix that answers as we ask.
const OLDEST_NIX: (u64, u64) = (2, 8);
/// What nginx has to have for the longest name that a site can have, in bytes.
const NAME_BYTES: u32 = 512;

/// What a machine lacks before anything can be deployed to it.
#[derive(Debug, thiserror::Error)]
pub(super) enum Lacking {
    #[error("whoever deploys has to be root there, or become root by sudo without a password")]
    Root,
    #[error("it does not run systemd")]
    Systemd,
    #[error("it does not run NixOS; use the environment “linux” for other systems")]
    NixOs,
    #[error("there is none that root finds; install Nix 2.8 or newer")]
    NoNix,
    #[error("{0} is too old; it has to be 2.8 or newer")]
    OldNix(String),
    #[error("its Nix does not trust our signatures; {0}")]
    Trust(String),
    #[error("there is no nginx that root finds; install it")]
    NoNginx,
    #[error("nginx refuses its own configuration: {0}")]
    NginxRefuses(String),
    #[error("nginx does not include {0}; add “include {0};” to its block http")]
    Include(String),
    #[error("nginx does not run; start it with “systemctl start nginx”")]
    NginxStopped,
    #[error("nginx has no room for long names; add “server_names_hash_bucket_size 512;” to its block http")]
    Names,
    #[error("{0} MiB are free on the disk of /nix/store; at least 256 are needed")]
    Room(u64),
}

/// A question with what was found.
type Found = (&'static str, Result<String, Lacking>);

/// Asks a machine everything, the most basic first.
pub(super) async fn examine(host: &Host, signer: &str) -> Vec<Examined> {
    let machine = &host.connection.machine.name;
    let examined = |question: &str, answer: String, is_good| Examined {
        subject: machine.clone(),
        question: question.to_owned(),
        answer,
        is_good,
    };
    let looked = match host.look().await {
        Ok(looked) => looked,
        Err(error) => return vec![examined("Connection", error.to_string(), false)],
    };
    let connection =
        examined("Connection", format!("{} answers with the pinned host key", host.connection.machine.address), true);
    let found = questions(host, &looked, signer).into_iter().chain(advice(host, &looked));
    let found = found.map(|(question, found)| match found {
        Ok(answer) => examined(question, answer, true),
        Err(lacking) => examined(question, lacking.to_string(), false),
    });
    std::iter::once(connection).chain(found).collect()
}

/// The first thing that keeps one from deploying.
pub(super) async fn check(host: &Host, signer: &str) -> Result<(), ProviderError> {
    let looked = host.look().await.map_err(|error| sorted(host, error))?;
    let lacking = questions(host, &looked, signer).into_iter().find_map(|(_, found)| found.err());
    match lacking {
        None => Ok(()),
        Some(Lacking::Room(_)) => Err(ProviderError::NoRoom),
        Some(lacking) => Err(not_ready(&host.connection.machine.name, lacking)),
    }
}

fn questions(host: &Host, looked: &Looked, signer: &str) -> Vec<Found> {
    let mut found = vec![
        ("User", if looked.is_root { Ok("root".to_owned()) } else { Err(Lacking::Root) }),
        ("systemd", if looked.has_systemd { Ok("it runs".to_owned()) } else { Err(Lacking::Systemd) }),
    ];
    match host.subject.kind {
        Kind::NixOs => {
            found.push(("NixOS", if looked.is_nixos { Ok("it runs".to_owned()) } else { Err(Lacking::NixOs) }));
        }
        Kind::Linux => found.push(("nginx", nginx(host, looked))),
    }
    found.push(("Nix", nix(looked)));
    let is_trusted = looked.trusted.iter().any(|key| key == signer);
    found.push((
        "Signatures",
        if is_trusted { Ok("it trusts ours".to_owned()) } else { Err(Lacking::Trust(trusting(host, signer))) },
    ));
    if let Some(free) = looked.free_kib {
        let mib = free / 1024;
        found.push((
            "Room",
            if free < LEAST_FREE_KIB { Err(Lacking::Room(mib)) } else { Ok(format!("{mib} MiB are free")) },
        ));
    }
    found
}

/// What keeps only some deployments from going live.
fn advice(host: &Host, looked: &Looked) -> Option<Found> {
    let is_asked = host.subject.kind == Kind::Linux && looked.refused.is_none() && looked.nginx.is_some();
    let has_room = looked.name_bytes.is_some_and(|bytes| bytes >= NAME_BYTES);
    is_asked.then(|| ("Long names", if has_room { Ok("they have room".to_owned()) } else { Err(Lacking::Names) }))
}

/// The very line to add, and where.
fn trusting(host: &Host, signer: &str) -> String {
    match host.subject.kind {
        Kind::NixOs => format!("add “nix.settings.trusted-public-keys = [ \"{signer}\" ];” to its configuration"),
        Kind::Linux => {
            format!("add “extra-trusted-public-keys = {signer}” to its /etc/nix/nix.conf and restart nix-daemon")
        }
    }
}

fn nginx(host: &Host, looked: &Looked) -> Result<String, Lacking> {
    let state = looked.nginx.as_deref().ok_or(Lacking::NoNginx)?;
    if let Some(refused) = &looked.refused {
        return Err(Lacking::NginxRefuses(refused.clone()));
    }
    let wanted = format!("{}/*/nginx.conf", host.subject.link.rsplit_once('/').map_or("", |(root, _)| root));
    if !looked.includes.contains(&wanted) {
        return Err(Lacking::Include(wanted));
    }
    if state == "active" { Ok(format!("it includes {wanted}")) } else { Err(Lacking::NginxStopped) }
}

fn nix(looked: &Looked) -> Result<String, Lacking> {
    let version = looked.nix.clone().ok_or(Lacking::NoNix)?;
    if parsed(&version).is_some_and(|version| version >= OLDEST_NIX) {
        Ok(version)
    } else {
        Err(Lacking::OldNix(version))
    }
}

fn parsed(version: &str) -> Option<(u64, u64)> {
    let mut parts = version.split(|c: char| !c.is_ascii_digit());
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        let with = |version: &str| nix(&Looked { nix: Some(version.to_owned()), ..Looked::default() });

        assert!(with("2.34.8").is_ok() && with("2.8.0").is_ok() && with("3.0pre20261101").is_ok());
        assert!(matches!(with("2.3.16"), Err(Lacking::OldNix(_))));
        assert!(matches!(nix(&Looked::default()), Err(Lacking::NoNix)));
    }
}
