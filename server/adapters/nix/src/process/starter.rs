//! Starts processes from one thread that lives as long as the adapter.
//!
//! A parent-death signal belongs to the thread that started the process, not to its program: threads of a runtime come
//! and go, and each would take the Nix processes that it started with it.

use std::{
    io,
    sync::mpsc::{Sender, channel},
    thread,
};

use tokio::{
    process::{Child, Command},
    runtime::Handle,
    sync::oneshot,
};

struct Order {
    command: Command,
    runtime: Handle,
    started: oneshot::Sender<io::Result<Child>>,
}

/// **Invariant:** its thread ends only after the last use of the adapter.
#[derive(Debug)]
pub(super) struct Starter {
    orders: Sender<Order>,
}

impl Starter {
    pub(super) fn new() -> io::Result<Self> {
        let (orders, arriving) = channel::<Order>();
        thread::Builder::new().name("nix-starter".into()).spawn(move || {
            for Order { mut command, runtime, started } in arriving {
                let _entered = runtime.enter();
                // A process that nobody waits for any more is killed when it is dropped here.
                let _ = started.send(command.spawn());
            }
        })?;
        Ok(Self { orders })
    }

    pub(super) async fn start(&self, command: Command) -> io::Result<Child> {
        let (started, answer) = oneshot::channel();
        let order = Order { command, runtime: Handle::current(), started };
        self.orders.send(order).map_err(|_| io::Error::other("the thread that starts processes has ended"))?;
        answer.await.map_err(io::Error::other)?
    }
}
