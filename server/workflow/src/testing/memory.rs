//! Doubles of outside things that live in memory: enough of Nix and of an environment to go through the use cases.
//!
//! They keep the promises of their ports and nothing else; what they evaluate to has no content.

mod library;
mod sealer;
mod shelf;
mod sites;

use std::sync::{Mutex, MutexGuard, PoisonError};

pub use library::MemoryLibrary;
pub use sealer::MemorySealer;
pub use shelf::MemoryShelf;
pub use sites::{Call, MemorySites};

/// A test that failed has poisoned the lock; the others may go on.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
