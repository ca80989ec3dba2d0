//! Accounts: the first one, signing in and out, invitations, sessions.

pub mod first;
pub mod invitation;
pub mod sessions;
pub mod sign_in;
pub mod sign_out;
