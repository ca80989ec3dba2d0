use std::sync::{Arc, PoisonError, RwLock};

use rcgen::generate_simple_self_signed;
use rustls::{
    crypto::ring,
    pki_types::PrivateKeyDer,
    server::{ClientHello, ResolvesServerCert},
    sign::CertifiedKey,
};
use sha2::{Digest, Sha256};
use tokio::sync::watch;

/// Why a certificate could not be made.
#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    #[error("no self-signed certificate could be made")]
    Generate(#[from] rcgen::Error),
    #[error("the key of a self-signed certificate was refused")]
    Key(#[from] rustls::Error),
}

/// The certificate that the host shows now.
#[derive(Debug)]
pub(crate) struct Identities {
    names: Vec<String>,
    current: RwLock<Identity>,
    /// Connections end when it changes.
    renewed: watch::Sender<()>,
}

#[derive(Clone, Debug)]
struct Identity {
    key: Arc<CertifiedKey>,
    pem: String,
}

impl Identities {
    pub fn new(names: Vec<String>) -> Result<Self, CertificateError> {
        let current = RwLock::new(Identity::new(&names)?);
        Ok(Self { names, current, renewed: watch::Sender::new(()) })
    }

    /// SHA-256 of the certificate, as `AB:CD:…`.
    pub fn fingerprint(&self) -> String {
        let certificate = self.current().key.cert.first().map(Sha256::digest);
        let bytes = certificate.iter().flatten().map(|byte| format!("{byte:02X}"));
        bytes.collect::<Vec<_>>().join(":")
    }

    pub fn pem(&self) -> String {
        self.current().pem
    }

    pub fn renew(&self) {
        // The first one could be made, so this one can.
        if let Ok(identity) = Identity::new(&self.names) {
            *self.current.write().unwrap_or_else(PoisonError::into_inner) = identity;
            self.renewed.send_replace(());
        }
    }

    pub fn renewed(&self) -> watch::Receiver<()> {
        self.renewed.subscribe()
    }

    fn current(&self) -> Identity {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Identity {
    fn new(names: &[String]) -> Result<Self, CertificateError> {
        let generated = generate_simple_self_signed(names)?;
        let private = PrivateKeyDer::Pkcs8(generated.signing_key.serialize_der().into());
        let signing = ring::sign::any_supported_type(&private)?;
        let key = Arc::new(CertifiedKey::new(vec![generated.cert.der().clone()], signing));
        Ok(Self { key, pem: generated.cert.pem() })
    }
}

impl ResolvesServerCert for Identities {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.current().key)
    }
}
