//! See [`server::commands`].

use std::process::ExitCode;

/// The C library's keeps, for each thread that ever hashed a password, the 19 MiB that this took.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    server::commands::main()
}
