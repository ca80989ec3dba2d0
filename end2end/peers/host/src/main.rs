//! Hosts for tests that are not written in Rust: `peer-host start` says in one line of JSON where one is.

use std::{
    io::{Write, copy, sink, stdin, stdout},
    net::IpAddr,
    path::PathBuf,
};

use anyhow::Context;
use clap::Parser;
use peer_host::{Options, Peer};
use serde::Serialize;

#[derive(Parser)]
#[command(about = "Hosts for tests")]
enum Command {
    /// Start one, say where it is, and keep it until standard input is closed.
    Start(Start),
}

#[derive(clap::Args)]
struct Start {
    /// It passes for a NixOS host.
    #[arg(long)]
    nixos: bool,
    /// The size of its disk.
    #[arg(long, value_name = "MIB", default_value_t = 256)]
    disk: u32,
    /// A file of public keys that may sign in as root; may be repeated.
    #[arg(long = "authorized-key", value_name = "FILE")]
    authorized_keys: Vec<PathBuf>,
    /// A public key whose signatures its Nix accepts; may be repeated.
    #[arg(long = "trusted-key", value_name = "KEY")]
    trusted_keys: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    address: IpAddr,
    port: u16,
    host_key: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> anyhow::Result<()> {
    let Command::Start(start) = Command::parse();
    let peer = Peer::start(options(start)?).await?;
    let place = Place { address: peer.address(), port: peer.port(), host_key: peer.host_key() };
    let mut output = stdout().lock();
    writeln!(output, "{}", serde_json::to_string(&place)?)?;
    output.flush()?;
    copy(&mut stdin().lock(), &mut sink())?;
    Ok(())
}

fn options(start: Start) -> anyhow::Result<Options> {
    let read = |path: &PathBuf| {
        std::fs::read_to_string(path).with_context(|| format!("the key {} can't be read", path.display()))
    };
    Ok(Options {
        nixos: start.nixos,
        disk_mib: start.disk,
        trusted_public_keys: start.trusted_keys,
        authorized_keys: start.authorized_keys.iter().map(read).collect::<Result<_, _>>()?,
    })
}
