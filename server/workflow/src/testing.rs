//! What holds for every implementation of a port. The tests of adapters call it against the real thing.

pub mod memory;
pub mod provider;
pub mod sealer;
