//! The use cases on real records, up to the end of runs; what they drive lives in memory and can be made to fail.

#![expect(clippy::expect_used, reason = "a test ends at the first thing that is not as it should be")]

mod claims;
mod deleting;
mod drafts;
mod fixture;
mod limits;
mod names;
mod secrets;
mod signing_in;
mod undoing;
mod versions;
