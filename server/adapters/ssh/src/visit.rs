//! Looking at applications as their visitors do: from outside, at the machine that is to answer.

use std::{net::SocketAddr, time::Duration};

use domain::{name::is_domain, operation::Check};
use reqwest::{Client, Response, Url, redirect};
use tokio::{
    net::lookup_host,
    time::{Instant, sleep, timeout_at},
};
use workflow::port::provider::{ProviderError, SitePolicy};

use crate::machine::Machine;

/// How long an application has to answer as it should: it may just have been started.
const LIMIT: Duration = Duration::from_secs(60);
const ONE_LOOK: Duration = Duration::from_secs(10);
const FIRST_PAUSE: Duration = Duration::from_millis(20);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);
/// As much of an answer as is looked at.
const ANSWER_BYTES: usize = 4 * 1024 * 1024;

/// What answers with the store path of the system that shows a site (`nix/environments/linux/system.nix`).
const SYSTEM_PATH: &str = "/.well-known/fediversity";

/// Where a site answers.
pub(crate) fn address(policy: &SitePolicy, host: &str) -> String {
    let scheme = if policy.https { "https" } else { "http" };
    let port = policy.port.map_or_else(String::new, |port| format!(":{port}"));
    format!("{scheme}://{host}{port}")
}

/// Waits until a check is passed, at this machine.
pub(crate) async fn pass(machine: &Machine, check: &Check) -> Result<(), ProviderError> {
    let Some(address) = &check.url else { return Ok(()) };
    look(machine, address, address, |answer| async {
        let is_expected = answer.status().as_u16() == check.status;
        match &check.contains {
            Some(text) if is_expected => contains(answer, text).await,
            _ => is_expected,
        }
    })
    .await
}

/// Waits until this machine shows a site from a system.
pub(crate) async fn shows(machine: &Machine, address: String, system: &str) -> Result<(), ProviderError> {
    look(machine, &address, &format!("{address}{SYSTEM_PATH}"), |answer| async {
        answer.status().is_success() && contains(answer, system).await
    })
    .await
}

/// Looks until an answer is as it should be, or says that `address` does not answer.
async fn look<F: Future<Output = bool>>(
    machine: &Machine,
    address: &str,
    url: &str,
    is_good: impl Fn(Response) -> F,
) -> Result<(), ProviderError> {
    let not_answering = || ProviderError::NotAnswering { address: address.to_owned() };
    let url: Url = url.parse().map_err(|_| not_answering())?;
    let client = client(machine, &url).await.map_err(ProviderError::Unavailable)?;
    let deadline = Instant::now() + LIMIT;
    let mut pause = FIRST_PAUSE;
    loop {
        let one = async {
            match client.get(url.clone()).send().await {
                Ok(answer) => is_good(answer).await,
                Err(_) => false,
            }
        };
        if timeout_at(deadline, one).await.unwrap_or(false) {
            return Ok(());
        }
        if Instant::now() + pause >= deadline {
            return Err(not_answering());
        }
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// Goes to the machine whatever its name leads to elsewhere, and makes a new connection for each look.
async fn client(machine: &Machine, url: &Url) -> Result<Client, Box<dyn std::error::Error + Send + Sync>> {
    // Somebody else may have said so already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let port = url.port_or_known_default().unwrap_or(80);
    let reached: Vec<SocketAddr> = lookup_host((machine.address.as_str(), port)).await?.collect();
    let host = url.host_str().filter(|host| is_domain(host)).ok_or("it has no name")?;
    let builder = Client::builder().no_proxy().redirect(redirect::Policy::none()).pool_max_idle_per_host(0);
    // What is asked for is public; whether the certificate is one that visitors trust is another question.
    let builder = builder.danger_accept_invalid_certs(true);
    Ok(builder.timeout(ONE_LOOK).resolve_to_addrs(host, &reached).build()?)
}

async fn contains(mut answer: Response, text: &str) -> bool {
    let mut seen = Vec::new();
    while let Ok(Some(chunk)) = answer.chunk().await {
        seen.extend_from_slice(&chunk);
        if String::from_utf8_lossy(&seen).contains(text) {
            return true;
        }
        if seen.len() > ANSWER_BYTES {
            return false;
        }
    }
    false
}
