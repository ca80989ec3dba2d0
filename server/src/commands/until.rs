//! Until somebody ends the program.

use std::io;

use tokio::{
    signal::unix::{SignalKind, signal},
    sync::watch,
};

/// Becomes true with the first Ctrl-C or SIGTERM.
pub(super) fn told_to_stop() -> io::Result<watch::Receiver<bool>> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let (tell, told) = watch::channel(false);
    tokio::spawn(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        tell.send_replace(true);
        // Kept open: whoever waits for it must not hear that nobody will tell.
        tell.closed().await;
    });
    Ok(told)
}
