//! Organisations and the people in them.

pub mod choose;
pub mod list;
pub mod people;
