//! What the use cases need from outside: small traits, implemented by the store and the adapters.

pub mod builder;
pub mod clock;
pub mod evaluator;
pub mod provider;
pub mod sealer;
pub mod store;

/// What went wrong outside, as the outside thing put it.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;
