//! HTTPS: connections, requests as calls, and answers as responses.

mod body;
mod certificate;
mod checksum;
mod connection;
mod reply;
mod request;
mod upload;

pub use certificate::CertificateError;
pub(crate) use certificate::Identities;
pub(crate) use checksum::Checksum;
pub(crate) use connection::{listen, tls};
pub(crate) use reply::{Ending, Reply};
pub(crate) use request::Request;
pub(crate) use upload::Upload;
