use std::{net::SocketAddr, path::PathBuf};

use clap::{Parser, Subcommand};
use peer_proxmox::Version;

/// Simulates the API of Proxmox VE.
#[derive(Debug, Parser)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Prints where it is, as one line of JSON, and stays until its input ends.
    ///
    /// Each line of the input is a fault or a command as JSON, and is answered with a line.
    Start {
        /// 8.3, 8.4 or 9.1.
        #[arg(long, default_value_t)]
        version: Version,
        /// A program that runs one virtual machine; without it, machines only stand in the books.
        #[arg(long, value_name = "PROGRAM")]
        machine_command: Option<PathBuf>,
        #[arg(long, default_value = "127.0.0.1:0")]
        listen: SocketAddr,
        /// How long each task takes.
        #[arg(long, value_name = "MILLISECONDS")]
        task_milliseconds: Option<u64>,
    },
}
