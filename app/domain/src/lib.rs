//! The glossary as types and pure functions, shared by the browser, the server and the worker.
//!
//! Start with [`application`] (what can be deployed), [`option`] (what an operator may set) and
//! [`deployment`], [`plan`] and [`run`] (how it becomes real).
//!
//! **Invariant:** nothing here does I/O, and everything compiles to WASM.

pub mod application;
pub mod deployment;
pub mod difference;
pub mod effect;
pub mod environment;
pub mod identifier;
pub mod json;
pub mod language;
pub mod migration;
pub mod name;
pub mod operation;
pub mod option;
pub mod organisation;
pub mod outlook;
pub mod person;
pub mod plan;
pub mod policy;
pub mod run;
pub mod secret;
pub mod upgrade;
