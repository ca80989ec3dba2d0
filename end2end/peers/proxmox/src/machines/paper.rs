use std::net::{IpAddr, Ipv4Addr};

use async_trait::async_trait;
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::{MachineError, MachineOrder, Machines, Running};

/// Machines that only stand in the books: they have the addresses that cloud-init was given, and nobody answers there.
///
/// One that asks for an address by DHCP gets one from 192.0.2.0/24, the range for documentation.
#[derive(Debug, Default)]
pub struct PaperMachines;

#[async_trait]
impl Machines for PaperMachines {
    async fn start(&self, order: &MachineOrder) -> Result<Running, MachineError> {
        let given = order.networks.values().flat_map(|network| [network.get("ip"), network.get("ip6")]).flatten();
        let mut addresses: Vec<IpAddr> = given.filter_map(|network| network.split_once('/')?.0.parse().ok()).collect();
        if addresses.is_empty() {
            addresses.push(leased(order.vmid));
        }
        Ok(Running { addresses, port: 22, host_keys: vec![host_key(order)] })
    }

    async fn stop(&self, _: u32) {}
}

fn leased(vmid: u32) -> IpAddr {
    let last = u8::try_from(vmid % 250 + 2).unwrap_or(2);
    Ipv4Addr::new(192, 0, 2, last).into()
}

/// A key of the right form that is the machine's own: the same after every start.
fn host_key(order: &MachineOrder) -> String {
    let seed = format!("{} {}", order.vmid, order.config.get("smbios1").map_or("", String::as_str));
    let mut body = Vec::new();
    for part in [b"ssh-ed25519".as_slice(), &Sha256::digest(seed)] {
        body.extend(u32::try_from(part.len()).unwrap_or_default().to_be_bytes());
        body.extend(part);
    }
    format!("ssh-ed25519 {} root@{}", STANDARD.encode(body), order.name)
}
