//! The site process: serves every local site under one port, by the name that a visitor asks for.
//!
//! It is a process of its own so that sites stay up when the server ends, and it knows no more than the links to the
//! sites, which it reads anew for each request.

mod answer;
mod connection;
mod control;
mod listening;
mod sites;

use std::{
    io,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use tokio::net::TcpListener;

pub use answer::CLOSURE_PATH;
use control::Stop;
pub use control::ask_to_stop;
pub(crate) use listening::{Listening, program_of};
use sites::Sites;

use crate::{durable, held::Held};

/// Longer than somebody holds the lock only to look whether it is held.
const LOCK_LIMIT: Duration = Duration::from_secs(2);

/// Why sites can't be served.
#[derive(Debug, thiserror::Error)]
pub enum SiteProcessError {
    #[error("another site process already works in {}", .0.display())]
    Held(PathBuf),
    #[error(
        "port {} is taken at {}: end the program that listens there, or set another address for the local environment",
        .0.port(),
        .0.ip()
    )]
    Taken(SocketAddr),
    #[error(
        "it is not allowed to listen at {0}: ports below 1024 need a privilege, set another address for the local environment"
    )]
    Forbidden(SocketAddr),
    #[error("it can't listen at {address}")]
    Unlistenable { address: SocketAddr, source: io::Error },
    #[error("it can't work in {}", directory.display())]
    Unusable { directory: PathBuf, source: io::Error },
}

/// Serves the sites in `directory` until it is asked to end, by a signal (`TERM`, `INT`) or through `control`.
///
/// What has begun is answered before it ends. A terminal that is closed does not end it.
pub async fn serve_sites(directory: PathBuf, listen: SocketAddr) -> Result<(), SiteProcessError> {
    let unusable = |source| SiteProcessError::Unusable { directory: directory.clone(), source };
    prepare(&directory).map_err(unusable)?;
    let directory = std::fs::canonicalize(&directory).map_err(unusable)?;

    let _held = hold(&directory).await?;
    // What a process that was killed left behind would send others to the wrong place.
    Listening::withdraw(&directory).map_err(unusable)?;
    let listener = bind(listen).await?;
    let stop = Stop::prepare(&directory).map_err(unusable)?;
    let address = listener.local_addr().map_err(unusable)?;
    Listening::announce(&directory, address).map_err(unusable)?;
    tracing::info!(%address, directory = %directory.display(), "serving sites");

    connection::accept(listener, Arc::new(Sites::of(&directory)), stop).await;

    tracing::info!("ended");
    Listening::withdraw(&directory).map_err(unusable)
}

/// Makes the directories that both processes work in.
pub(crate) fn prepare(directory: &Path) -> io::Result<()> {
    durable::make_directory(&directory.join("sites"))
}

/// The lock that tells that a site process lives.
pub(crate) fn lock_path(directory: &Path) -> PathBuf {
    directory.join("lock")
}

async fn hold(directory: &Path) -> Result<Held, SiteProcessError> {
    let unusable = |source| SiteProcessError::Unusable { directory: directory.to_owned(), source };
    let path = lock_path(directory);
    let held = tokio::task::spawn_blocking(move || Held::within(&path, LOCK_LIMIT)).await;
    held.map_err(|error| unusable(error.into()))?
        .map_err(unusable)?
        .ok_or_else(|| SiteProcessError::Held(directory.to_owned()))
}

/// Listens at an address, or says why that is not possible.
pub(crate) async fn bind(address: SocketAddr) -> Result<TcpListener, SiteProcessError> {
    TcpListener::bind(address).await.map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => SiteProcessError::Taken(address),
        io::ErrorKind::PermissionDenied => SiteProcessError::Forbidden(address),
        _ => SiteProcessError::Unlistenable { address, source },
    })
}
