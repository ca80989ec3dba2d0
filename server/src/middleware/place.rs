//! The network address that a request came from, as far as it can be believed.

use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
    sync::Arc,
};

use app::server::Place;
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use http::HeaderMap;

/// The address at the other end of the connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

/// Gives the request its [`Place`].
pub async fn find(State(trusted): State<Arc<[IpAddr]>>, mut request: Request, next: Next) -> Response {
    if let Some(Peer(peer)) = request.extensions().get().copied() {
        let address = visitor(peer.ip(), &trusted, request.headers());
        request.extensions_mut().insert(Place(network(address)));
    }
    next.run(request).await
}

/// Proxies append whom they saw. From the end, the first that is no proxy of ours is the visitor; what stands before
/// it anybody could have written.
fn visitor(peer: IpAddr, trusted: &[IpAddr], headers: &HeaderMap) -> IpAddr {
    let mut address = peer.to_canonical();
    let lines: Vec<&str> = headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok()).collect();
    for entry in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
        if !trusted.contains(&address) {
            break;
        }
        let Ok(next) = entry.trim().parse::<IpAddr>() else { break };
        address = next.to_canonical();
    }
    address
}

/// One person has a whole IPv6 network of 2^64 addresses.
fn network(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn seen(peer: &str, trusted: &[&str], forwarded: &[&'static str]) -> String {
        let parse = |text: &&str| text.parse().expect("an address");
        let trusted: Vec<IpAddr> = trusted.iter().map(parse).collect();
        let headers = forwarded
            .iter()
            .map(|line| (http::HeaderName::from_static("x-forwarded-for"), HeaderValue::from_static(line)))
            .collect();
        network(visitor(parse(&peer), &trusted, &headers))
    }

    #[test]
    fn forwarded_addresses_are_believed_from_our_proxies_only() {
        assert_eq!(seen("192.0.2.1", &[], &["198.51.100.1"]), "192.0.2.1");
        assert_eq!(seen("10.0.0.1", &["10.0.0.1"], &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(seen("10.0.0.1", &["10.0.0.1", "10.0.0.2"], &["6.6.6.6, 198.51.100.1", "10.0.0.2"]), "198.51.100.1");
        assert_eq!(seen("10.0.0.1", &["10.0.0.1"], &["nonsense"]), "10.0.0.1");
        assert_eq!(seen("::ffff:10.0.0.1", &["10.0.0.1"], &["2001:db8:1:2:3:4:5:6"]), "2001:db8:1:2::");
    }
}
