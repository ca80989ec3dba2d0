use std::{
    net::Ipv4Addr,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
};

use crate::{
    PeerError,
    command::{program, succeed},
    keeper::Keeper,
};

/// A network of peers: a switch in a namespace of its own, reached from here through one interface.
///
/// There are 1024 of them on a machine, 10.213.0.0/26 and following, with 61 peers each. Which one is free the kernel
/// knows: the interface is named by the network's number, and names are unique. All of it ends with the keeper.
#[derive(Clone, Debug)]
pub struct Network(Arc<Switch>);

#[derive(Debug)]
struct Switch {
    keeper: Keeper,
    number: u32,
    given: AtomicU8,
}

const NETWORKS: u32 = 1024;
/// 62 addresses, of which the first is ours.
const PEERS: u8 = 61;

impl Network {
    /// Makes the next free one.
    ///
    /// # Errors
    /// Without root, and where namespaces and interfaces can't be made.
    pub async fn start() -> Result<Self, PeerError> {
        const KEEP: &str = "ip link add switch type bridge && ip link set switch up && echo $$ && read -r _";
        crate::peer::require_root()?;
        let keeper = Keeper::start(&["--net"], ["/bin/sh", "-c", KEEP].map(str::to_owned)).await?;
        let number = connect(keeper.id()).await?;
        let batch = "link set uplink master switch\nlink set uplink up\n";
        succeed("connecting a network", keeper.enter(&["--net"], &["ip", "-batch", "-"]), batch).await?;
        let ours = Ipv4Addr::from_bits(base(number) + 1);
        let batch = format!("address add {ours}/26 dev peers{number}\nlink set peers{number} up\n");
        succeed("connecting to a network", program("ip", ["-batch", "-"]), &batch).await?;
        Ok(Self(Arc::new(Switch { keeper, number, given: AtomicU8::new(0) })))
    }

    /// Plugs a peer into the switch: gives the namespace of a process an interface `eth0` with an address.
    pub(crate) async fn plug(&self, peer: &Keeper) -> Result<Plug, PeerError> {
        let number = self.0.given.fetch_add(1, Ordering::Relaxed);
        if number >= PEERS {
            return Err(PeerError::NoAddress("another peer of the network"));
        }
        let address = Ipv4Addr::from_bits(base(self.0.number) + 2 + u32::from(number));
        let [_, b, c, d] = address.octets();
        let hardware = format!("02:00:0a:{b:02x}:{c:02x}:{d:02x}");
        let (port, id) = (format!("port{number}"), peer.id());
        let batch = format!(
            "link add {port} type veth peer name eth0 address {hardware} netns {id}\n\
             link set {port} master switch\nlink set {port} up\n"
        );
        succeed("plugging a peer in", self.inside(&["ip", "-batch", "-"]), &batch).await?;
        let own = format!("address add {address}/26 dev eth0\n");
        succeed("giving a peer its address", peer.enter(&["--net"], &["ip", "-batch", "-"]), &own).await?;
        // Known for good: while the cable is pulled, a connection hangs and is not refused by our own kernel.
        let interface = format!("peers{}", self.0.number);
        let neighbour = format!("neighbour replace {address} lladdr {hardware} dev {interface} nud permanent\n");
        succeed("knowing a peer's address", program("ip", ["-batch", "-"]), &neighbour).await?;
        Ok(Plug { network: self.clone(), port, address })
    }

    fn inside(&self, command: &[&str]) -> tokio::process::Command {
        self.0.keeper.enter(&["--net"], command)
    }
}

/// Where a peer is plugged into its network.
#[derive(Debug)]
pub(crate) struct Plug {
    network: Network,
    port: String,
    pub(crate) address: Ipv4Addr,
}

impl Plug {
    /// Pulls the cable, or puts it back: the peer's own settings stay as they are.
    pub(crate) async fn set(&self, state: &str) -> Result<(), PeerError> {
        let command = self.network.inside(&["ip", "link", "set", &self.port, state]);
        succeed("pulling or mending a cable", command, "").await.map(drop)
    }
}

/// Makes the interface between here and the namespace of a process; returns the network's number.
async fn connect(keeper: u32) -> Result<u32, PeerError> {
    /// Somebody else may take a name between our look and our try, or be giving it back.
    const LOST: usize = 8;
    let mut failures = Vec::new();
    // Beginning anywhere: those that start together don't try the same ones.
    for number in (0..NETWORKS).map(|step| (keeper + step) % NETWORKS) {
        let (name, id) = (format!("peers{number}"), keeper.to_string());
        if Path::new("/sys/class/net").join(&name).exists() {
            continue;
        }
        let link = ["link", "add", &name, "type", "veth", "peer", "name", "uplink", "netns", &id];
        match succeed("making a network interface", program("ip", link), "").await {
            Ok(_) => return Ok(number),
            Err(error) => failures.push(error),
        }
        if failures.len() == LOST {
            break;
        }
    }
    Err(failures.pop().unwrap_or(PeerError::NoAddress("another network of peers")))
}

fn base(number: u32) -> u32 {
    Ipv4Addr::new(10, 213, 0, 0).to_bits() + number * 64
}
