//! Accounts: the first one, signing in and out, invitations, sessions, new passwords, the end.

pub mod deletion;
pub mod first;
pub mod invitation;
pub mod new_password;
mod one_time_link;
pub mod sessions;
pub mod sign_in;
pub mod sign_out;
