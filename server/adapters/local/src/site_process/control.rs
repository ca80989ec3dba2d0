//! How a site process is asked to end: by a signal, or by a word on a pipe that only its owner may write to.
//!
//! A pipe needs no process id, which may have passed to somebody else, and has no limit on the length of its path.

use std::{
    io,
    path::{Path, PathBuf},
};

use rustix::fs::{CWD, FileType, Mode, OFlags};
use tokio::{
    net::unix::pipe,
    signal::unix::{Signal, SignalKind, signal},
};

use crate::durable;

const WORD: &[u8] = b"stop";

/// Where a site process hears that it should end.
#[derive(Debug)]
pub(crate) struct Stop {
    terminate: Signal,
    interrupt: Signal,
    hangup: Signal,
    control: pipe::Receiver,
}

impl Stop {
    pub(crate) fn prepare(directory: &Path) -> io::Result<Self> {
        let path = path(directory);
        durable::remove(&path)?;
        rustix::fs::mknodat(CWD, &path, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0)?;
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            interrupt: signal(SignalKind::interrupt())?,
            hangup: signal(SignalKind::hangup())?,
            // Open for writing as well, it does not end when somebody who wrote to it closes it.
            control: pipe::OpenOptions::new().read_write(true).open_receiver(path)?,
        })
    }

    /// Waits until somebody asks.
    pub(crate) async fn asked(&mut self) {
        loop {
            tokio::select! {
                _ = self.terminate.recv() => return,
                _ = self.interrupt.recv() => return,
                // To listen for it is enough not to be ended by it.
                _ = self.hangup.recv() => {}
                ready = self.control.readable() => {
                    let mut word = [0; 64];
                    match ready.and_then(|()| self.control.try_read(&mut word)) {
                        Ok(length) if word[..length].starts_with(WORD) => return,
                        Ok(_) => {}
                        Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                        Err(error) => {
                            tracing::error!(error = &error as &dyn std::error::Error, "the control pipe is broken");
                            return;
                        }
                    }
                }
            }
        }
    }
}

/// Asks the site process of a directory to end. It is not an error when there is none.
pub fn ask_to_stop(directory: &Path) -> io::Result<()> {
    use rustix::io::Errno;

    // Without a reader, opening would wait for one.
    match rustix::fs::open(path(directory), OFlags::WRONLY | OFlags::NONBLOCK | OFlags::CLOEXEC, Mode::empty()) {
        Ok(pipe) => match rustix::io::write(pipe, WORD) {
            // It is ending, or was asked so often that it will hear it.
            Ok(_) | Err(Errno::PIPE | Errno::AGAIN) => Ok(()),
            Err(error) => Err(error.into()),
        },
        Err(Errno::NOENT | Errno::NXIO) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn path(directory: &Path) -> PathBuf {
    directory.join("control")
}
