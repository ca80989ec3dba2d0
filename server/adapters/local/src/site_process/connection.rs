//! Connections of visitors. Whoever is slow, or says nothing, is in nobody's way for long.

use std::{
    convert::Infallible,
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    time::Duration,
};

use hyper::{server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time::{Instant, Sleep, sleep},
};

use super::{Sites, Stop, answer};

/// So many visitors at a time; further ones wait for their turn.
const CONNECTIONS: usize = 1024;
/// In which time a request has to be complete.
const REQUEST_LIMIT: Duration = Duration::from_secs(10);
/// After which time a connection on which nothing moves is closed.
const STALL_LIMIT: Duration = Duration::from_secs(30);
/// How long answers may take that had begun when we were asked to end.
const END_LIMIT: Duration = Duration::from_secs(2);
/// For how long we accept nobody after the machine would not let us.
const REFUSED_PAUSE: Duration = Duration::from_millis(100);

/// Answers visitors until it is asked to end.
pub(crate) async fn accept(listener: TcpListener, sites: Arc<Sites>, mut stop: Stop) {
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    let graceful = GracefulShutdown::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(REQUEST_LIMIT);

    loop {
        let next = async {
            let place = Arc::clone(&room).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            () = stop.asked() => break,
            next = next => next,
        };
        let stream = match accepted {
            Ok((stream, _)) => stream,
            Err(error) => {
                // Mostly too many open files: it would be the same at once.
                tracing::warn!(error = &error as &dyn std::error::Error, "a visitor could not be let in");
                sleep(REFUSED_PAUSE).await;
                continue;
            }
        };
        let sites = Arc::clone(&sites);
        let answers = service_fn(move |request| {
            let sites = Arc::clone(&sites);
            async move { Ok::<_, Infallible>(answer::answer(sites, request).await) }
        });
        let connection = graceful.watch(http.serve_connection(TokioIo::new(Moving::new(stream)), answers));
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(error = &error as &dyn std::error::Error, "a visitor left");
            }
            drop(place);
        });
    }

    // The port is free from here on, so that a successor can listen.
    drop(listener);
    if tokio::time::timeout(END_LIMIT, graceful.shutdown()).await.is_err() {
        tracing::info!("some visitors were too slow to get the rest of their answer");
    }
}

/// A stream that fails when nothing moves on it for a while.
struct Moving {
    stream: TcpStream,
    stalled: Pin<Box<Sleep>>,
}

impl Moving {
    fn new(stream: TcpStream) -> Self {
        // Without it a kept connection waits for acknowledgements; where it can't be set, it is only slower.
        let _ = stream.set_nodelay(true);
        Self { stream, stalled: Box::pin(sleep(STALL_LIMIT)) }
    }

    fn moved<T>(&mut self, result: Poll<io::Result<T>>, cx: &mut Context<'_>) -> Poll<io::Result<T>> {
        if result.is_ready() {
            self.stalled.as_mut().reset(Instant::now() + STALL_LIMIT);
            return result;
        }
        ready!(self.stalled.as_mut().poll(cx));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Moving {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let result = Pin::new(&mut self.stream).poll_read(cx, buffer);
        self.moved(result, cx)
    }
}

impl AsyncWrite for Moving {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let result = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.moved(result, cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let result = Pin::new(&mut self.stream).poll_write_vectored(cx, bytes);
        self.moved(result, cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
