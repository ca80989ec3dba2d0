//! The router with the real records and doubles of everything outside.

mod assets;
mod browser;
mod events;
mod hostile;
mod language;
mod origin;
mod policy;
mod sign_in;
mod town;
