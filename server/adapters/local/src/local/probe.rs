//! Looking at sites as a visitor of this machine does.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    time::Duration,
};

use domain::plan::Configuration;
use http::header;
use reqwest::{Client, redirect};
use tokio::time::{Instant, sleep, timeout_at};
use workflow::port::provider::ProviderError;

use crate::site_process::CLOSURE_PATH;

/// In which time all sites have to answer with the new content.
const LIMIT: Duration = Duration::from_secs(3);
const FIRST_PAUSE: Duration = Duration::from_millis(5);
const LONGEST_PAUSE: Duration = Duration::from_millis(200);

/// A client that goes to this machine and nowhere else, and makes a new connection for each look: what answered over a
/// kept one may be a process that is ending.
pub(super) fn client() -> reqwest::Result<Client> {
    // A client wants to know how it would encrypt, though this one never does. Somebody else may have said so already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().no_proxy().redirect(redirect::Policy::none()).pool_max_idle_per_host(0).timeout(LIMIT).build()
}

/// Where what listens at an address is reached from this machine.
pub(super) fn reachable(listen: SocketAddr) -> SocketAddr {
    let ip = match listen.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, listen.port())
}

/// Whether anything that speaks HTTP answers.
pub(super) async fn answers(client: &Client, address: SocketAddr) -> bool {
    client.head(format!("http://{address}/")).send().await.is_ok()
}

/// Waits until every site of a configuration answers with its closure.
pub(super) async fn verify(
    client: &Client,
    address: SocketAddr,
    configuration: &Configuration,
) -> Result<(), ProviderError> {
    let deadline = Instant::now() + LIMIT;
    for site in configuration.sites.values() {
        let mut pause = FIRST_PAUSE;
        while served(client, address, &site.host, deadline).await.as_deref() != Some(&configuration.out_path) {
            if Instant::now() + pause >= deadline {
                return Err(ProviderError::NotAnswering { address: shown(&site.host, address.port()) });
            }
            sleep(pause).await;
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }
    Ok(())
}

/// The closure that a site is served from, as far as it says so.
async fn served(client: &Client, address: SocketAddr, host: &str, deadline: Instant) -> Option<String> {
    let look = async {
        let request = client.get(format!("http://{address}{CLOSURE_PATH}")).header(header::HOST, host);
        request.send().await?.error_for_status()?.text().await
    };
    timeout_at(deadline, look).await.ok()?.ok()
}

fn shown(host: &str, port: u16) -> String {
    if port == 80 { format!("http://{host}") } else { format!("http://{host}:{port}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_listens_everywhere_is_reached_over_loopback() {
        let reached = |listen: &str| reachable(listen.parse().unwrap()).to_string();

        assert_eq!(reached("0.0.0.0:80"), "127.0.0.1:80");
        assert_eq!(reached("[::]:80"), "[::1]:80");
        assert_eq!(reached("127.0.0.2:80"), "127.0.0.2:80");
    }
}
