//! Starts processes from one thread that lives as long as whoever uses it.
//!
//! A parent-death signal belongs to the thread that started the process, not to its program: threads of a runtime come
//! and go, and each would take the programs that it started with it.

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

/// **Invariant:** its thread ends only after the last use of it.
#[derive(Debug)]
pub struct Starter {
    orders: Sender<Order>,
}

impl Starter {
    /// `name` is what the thread is called. Fails when there can be no more threads.
    pub fn new(name: &str) -> io::Result<Self> {
        let (orders, arriving) = channel::<Order>();
        thread::Builder::new().name(name.to_owned()).spawn(move || {
            for Order { mut command, runtime, started } in arriving {
                let _entered = runtime.enter();
                // A process that nobody waits for any more is killed when it is dropped here.
                let _ = started.send(command.spawn());
            }
        })?;
        Ok(Self { orders })
    }

    /// Starts a program; whoever gets it and drops it before it has ended kills it, where the command says so.
    pub async fn start(&self, command: Command) -> io::Result<Child> {
        let (started, answer) = oneshot::channel();
        let order = Order { command, runtime: Handle::current(), started };
        self.orders.send(order).map_err(|_| io::Error::other("the thread that starts processes has ended"))?;
        answer.await.map_err(io::Error::other)?
    }
}
