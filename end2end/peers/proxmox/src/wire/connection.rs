use std::{
    convert::Infallible,
    future::pending,
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use hyper::{server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use rustls::{ServerConfig, crypto::ring, server::NoServerSessionStorage};
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinSet,
};
use tokio_rustls::TlsAcceptor;

use super::{Ending, request};
use crate::world::World;

/// Takes connections until it is dropped, and every connection with it.
pub(crate) async fn listen(listener: TcpListener, world: Arc<World>, tls: Arc<ServerConfig>) -> Infallible {
    let mut connections = JoinSet::new();
    let acceptor = TlsAcceptor::from(tls);
    loop {
        if let Ok((socket, _)) = listener.accept().await {
            connections.spawn(serve(socket, acceptor.clone(), Arc::clone(&world)));
        }
        while connections.try_join_next().is_some() {}
    }
}

/// Without resumption: a client has to see each certificate.
pub(crate) fn tls(world: &World) -> Result<Arc<ServerConfig>, rustls::Error> {
    let provider = Arc::new(ring::default_provider());
    let mut config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_cert_resolver(Arc::clone(&world.identities) as _);
    config.session_storage = Arc::new(NoServerSessionStorage {});
    config.send_tls13_tickets = 0;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// A connection that ends without an answer, because a fault says so.
#[derive(Debug, thiserror::Error)]
#[error("reset by a fault")]
struct Broken;

async fn serve(socket: TcpStream, acceptor: TlsAcceptor, world: Arc<World>) -> io::Result<()> {
    let mut renewed = world.identities.renewed();
    socket.set_nodelay(true)?;
    let (socket, twin) = twins(socket)?;
    let stream = acceptor.accept(socket).await?;
    let is_reset = Arc::new(AtomicBool::new(false));

    let reset = Arc::clone(&is_reset);
    let service = service_fn(move |request| {
        let (world, reset) = (Arc::clone(&world), Arc::clone(&reset));
        async move {
            match request::answer(&world, request).await {
                Ending::Reply(reply) => Ok(reply.into_response()),
                Ending::Hang => pending().await,
                Ending::Reset => {
                    reset.store(true, Ordering::Relaxed);
                    Err(Broken)
                }
            }
        }
    });
    let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    tokio::select! {
        // How a client leaves is its own business.
        _ended = connection => {}
        _changed = renewed.changed() => {}
    }
    if is_reset.load(Ordering::Relaxed) { twin.set_zero_linger() } else { Ok(()) }
}

/// The same socket twice: the second one decides how it closes, after the first was given away.
fn twins(socket: TcpStream) -> io::Result<(TcpStream, TcpStream)> {
    let socket = socket.into_std()?;
    let twin = socket.try_clone()?;
    Ok((TcpStream::from_std(socket)?, TcpStream::from_std(twin)?))
}
