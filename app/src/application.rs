//! Applications that can be deployed.

pub mod catalogue;
