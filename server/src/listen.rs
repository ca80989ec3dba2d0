//! Connections: taken as long as the server works, and left in peace to end when it stops.

use std::{convert::Infallible, io, net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, body::Body};
use http::Request;
use hyper::{body::Incoming, server::conn::http1};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Semaphore, watch},
    time::{sleep, timeout},
};
use tower::{ServiceBuilder, ServiceExt};

use crate::middleware::place::Peer;

/// How long a browser may take to send a request's head, and a connection may be idle.
const HEAD_LIMIT: Duration = Duration::from_secs(30);
/// Of a request's head, in bytes.
const LONGEST_HEAD: usize = 64 * 1024;
const CONNECTIONS: usize = 2000;
/// How long what has begun may take once the server stops.
const LAST_ANSWERS: Duration = Duration::from_secs(3);
/// When the machine lets us open nothing more.
const PAUSE: Duration = Duration::from_millis(200);

/// Why it can't listen.
#[derive(Debug, thiserror::Error)]
pub enum ListenError {
    #[error("port {} is taken at {}: end the program that listens there, or choose another port with --port", .0.port(), .0.ip())]
    Taken(SocketAddr),
    #[error("this user may not listen at {0}: ports below 1024 need a privilege; choose another with --port")]
    Forbidden(SocketAddr),
    #[error("can't listen at {address}: choose an address of this machine with --address")]
    Unlistenable { address: SocketAddr, source: io::Error },
}

pub async fn bind(address: SocketAddr) -> Result<TcpListener, ListenError> {
    TcpListener::bind(address).await.map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => ListenError::Taken(address),
        io::ErrorKind::PermissionDenied => ListenError::Forbidden(address),
        _ => ListenError::Unlistenable { address, source },
    })
}

/// Answers until `stop` becomes true, and then what has begun, for a short while.
pub async fn serve(listener: TcpListener, router: Router, mut stop: watch::Receiver<bool>) {
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let (accepted, place) = tokio::select! {
            next = async {
                let place = room.clone().acquire_owned().await;
                (listener.accept().await, place)
            } => next,
            _ = stop.wait_for(|stop| *stop) => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                let connection = graceful.watch(connection(stream, peer, router.clone()));
                tokio::spawn(async move {
                    let _place = place;
                    if let Err(error) = connection.await {
                        tracing::debug!(%error, "a connection broke");
                    }
                });
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                sleep(PAUSE).await;
            }
        }
    }
    drop(listener);
    if timeout(LAST_ANSWERS, graceful.shutdown()).await.is_err() {
        tracing::info!("some answers were cut short");
    }
}

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> + Send {
    // An answer that is a few small writes should not wait for the network's acknowledgement.
    let _ = stream.set_nodelay(true);
    let answers = ServiceBuilder::new().service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(Peer(peer));
        let router = router.clone();
        async move { router.oneshot(request).await.map_err(|never: Infallible| match never {}) }
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_LIMIT)
        .max_buf_size(LONGEST_HEAD)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(answers))
}
