//! What the tests need: closures, visitors, and environments to throw away.

pub(crate) mod closure;
pub(crate) mod place;
pub(crate) mod serving;
pub(crate) mod visitor;
