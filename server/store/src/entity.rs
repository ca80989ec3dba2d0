//! The tables as types. The schema itself stands in `migration`.

pub(crate) mod audit;
pub(crate) mod deployment;
pub(crate) mod draft;
pub(crate) mod environment;
pub(crate) mod environment_secret;
pub(crate) mod first_account;
pub(crate) mod invitation;
pub(crate) mod line;
pub(crate) mod membership;
pub(crate) mod new_password;
pub(crate) mod organisation;
pub(crate) mod person;
pub(crate) mod proof;
pub(crate) mod reservation;
pub(crate) mod revision;
pub(crate) mod run;
pub(crate) mod secret;
pub(crate) mod server_secret;
pub(crate) mod session;
pub(crate) mod sign_in_attempt;
pub(crate) mod step;
