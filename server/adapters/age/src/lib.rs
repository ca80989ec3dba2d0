//! Seals secrets as age does: to the identity of the server, and to escrow recipients who can open them without it.
//!
//! Start with [`Age`], which implements [`workflow::port::sealer::Sealer`]; [`IdentityPlace`] says where its identity is.
//! What is sealed is an armored age file (age-encryption.org/v1), so `age --decrypt` opens it as well.
//!
//! **Invariant:** the identity is written nowhere but into its own file, which nobody else can read.

mod config;
mod identity;
mod sealer;

pub use config::{AgeConfig, EscrowRecipient, NotARecipient};
pub use identity::{IdentityError, IdentityPlace};
pub use sealer::Age;
