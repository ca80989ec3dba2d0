//! What the calls of the API do, by method and path as `api.json` has them.

mod accounts;
mod agent;
mod backup;
mod call;
mod change;
mod clone;
mod cluster;
mod config;
mod content;
mod create;
mod destroy;
mod disks;
mod machines;
mod needs;
mod nodes;
mod permissions;
mod pools;
mod power;
mod snapshots;
mod storages;
mod tasks;
mod upload;

pub(crate) use call::{Answer, Call};

use crate::{refusal::Refusal, schema::Endpoint};

/// Carries a well-formed call out, after the permissions that the API documents for it were checked.
pub(crate) type Carry = fn(&mut Call<'_>) -> Result<Answer, Refusal>;

/// What carries an endpoint's calls out; none, if it is not simulated.
pub(crate) fn find(endpoint: &Endpoint) -> Option<Carry> {
    let found = CALLS.iter().find(|(method, path, _)| *method == endpoint.method && *path == endpoint.path.as_str());
    found.map(|(_, _, carry)| *carry)
}

/// Methods and paths of everything that is simulated.
pub(crate) fn simulated() -> impl Iterator<Item = (&'static str, &'static str)> {
    CALLS.iter().map(|(method, path, _)| (*method, *path))
}

const CALLS: &[(&str, &str, Carry)] = &[
    ("GET", "/version", cluster::version),
    ("GET", "/cluster/nextid", cluster::next_id),
    ("GET", "/cluster/resources", cluster::resources),
    ("GET", "/cluster/status", cluster::status),
    ("GET", "/cluster/tasks", tasks::list_all),
    ("GET", "/nodes", nodes::list),
    ("GET", "/nodes/{node}/status", nodes::status),
    ("GET", "/nodes/{node}/version", cluster::version),
    ("GET", "/nodes/{node}/network", nodes::network),
    ("GET", "/storage", storages::list_all),
    ("GET", "/storage/{storage}", storages::config),
    ("GET", "/nodes/{node}/storage", storages::list),
    ("GET", "/nodes/{node}/storage/{storage}/status", storages::status),
    ("GET", "/nodes/{node}/storage/{storage}/content", content::list),
    ("GET", "/nodes/{node}/storage/{storage}/content/{volume}", content::read),
    ("PUT", "/nodes/{node}/storage/{storage}/content/{volume}", content::describe),
    ("DELETE", "/nodes/{node}/storage/{storage}/content/{volume}", content::remove),
    ("POST", "/nodes/{node}/storage/{storage}/upload", upload::upload),
    ("GET", "/nodes/{node}/qemu", machines::list),
    ("POST", "/nodes/{node}/qemu", create::create),
    ("GET", "/nodes/{node}/qemu/{vmid}", machines::index),
    ("DELETE", "/nodes/{node}/qemu/{vmid}", destroy::destroy),
    ("GET", "/nodes/{node}/qemu/{vmid}/config", config::read),
    ("PUT", "/nodes/{node}/qemu/{vmid}/config", config::change),
    ("POST", "/nodes/{node}/qemu/{vmid}/config", config::change_later),
    ("GET", "/nodes/{node}/qemu/{vmid}/pending", config::pending),
    ("GET", "/nodes/{node}/qemu/{vmid}/cloudinit", config::pending_cloud_init),
    ("PUT", "/nodes/{node}/qemu/{vmid}/cloudinit", config::regenerate_cloud_init),
    ("PUT", "/nodes/{node}/qemu/{vmid}/resize", disks::resize),
    ("PUT", "/nodes/{node}/qemu/{vmid}/unlink", disks::unlink),
    ("POST", "/nodes/{node}/qemu/{vmid}/template", clone::make_template),
    ("POST", "/nodes/{node}/qemu/{vmid}/clone", clone::clone),
    ("GET", "/nodes/{node}/qemu/{vmid}/feature", snapshots::feature),
    ("GET", "/nodes/{node}/qemu/{vmid}/snapshot", snapshots::list),
    ("POST", "/nodes/{node}/qemu/{vmid}/snapshot", snapshots::take),
    ("GET", "/nodes/{node}/qemu/{vmid}/snapshot/{snapname}/config", snapshots::config),
    ("PUT", "/nodes/{node}/qemu/{vmid}/snapshot/{snapname}/config", snapshots::describe),
    ("DELETE", "/nodes/{node}/qemu/{vmid}/snapshot/{snapname}", snapshots::remove),
    ("POST", "/nodes/{node}/qemu/{vmid}/snapshot/{snapname}/rollback", snapshots::roll_back),
    ("GET", "/nodes/{node}/qemu/{vmid}/status/current", machines::current),
    ("POST", "/nodes/{node}/qemu/{vmid}/status/start", power::start),
    ("POST", "/nodes/{node}/qemu/{vmid}/status/stop", power::stop),
    ("POST", "/nodes/{node}/qemu/{vmid}/status/shutdown", power::shut_down),
    ("POST", "/nodes/{node}/qemu/{vmid}/status/reboot", power::reboot),
    ("POST", "/nodes/{node}/qemu/{vmid}/status/reset", power::reset),
    ("POST", "/nodes/{node}/qemu/{vmid}/status/suspend", power::suspend),
    ("POST", "/nodes/{node}/qemu/{vmid}/status/resume", power::resume),
    ("POST", "/nodes/{node}/qemu/{vmid}/agent/ping", agent::ping),
    ("GET", "/nodes/{node}/qemu/{vmid}/agent/info", agent::info),
    ("GET", "/nodes/{node}/qemu/{vmid}/agent/get-host-name", agent::host_name),
    ("GET", "/nodes/{node}/qemu/{vmid}/agent/get-osinfo", agent::system),
    ("GET", "/nodes/{node}/qemu/{vmid}/agent/network-get-interfaces", agent::interfaces),
    ("POST", "/nodes/{node}/qemu/{vmid}/agent/exec", agent::run),
    ("GET", "/nodes/{node}/qemu/{vmid}/agent/exec-status", agent::outcome),
    ("GET", "/nodes/{node}/qemu/{vmid}/agent/file-read", agent::read_file),
    ("POST", "/nodes/{node}/qemu/{vmid}/agent/file-write", agent::write_file),
    ("GET", "/nodes/{node}/tasks", tasks::list),
    ("DELETE", "/nodes/{node}/tasks/{upid}", tasks::stop),
    ("GET", "/nodes/{node}/tasks/{upid}/status", tasks::status),
    ("GET", "/nodes/{node}/tasks/{upid}/log", tasks::log),
    ("POST", "/nodes/{node}/vzdump", backup::back_up),
    ("POST", "/access/ticket", accounts::log_in),
    ("POST", "/access/users", accounts::add_user),
    ("GET", "/access/users/{userid}/token", accounts::tokens),
    ("GET", "/access/users/{userid}/token/{tokenid}", accounts::token),
    ("POST", "/access/users/{userid}/token/{tokenid}", accounts::add_token),
    ("PUT", "/access/users/{userid}/token/{tokenid}", accounts::change_token),
    ("DELETE", "/access/users/{userid}/token/{tokenid}", accounts::remove_token),
    ("GET", "/access/permissions", permissions::own),
    ("GET", "/access/acl", permissions::list),
    ("PUT", "/access/acl", permissions::change),
    ("GET", "/access/roles", permissions::roles),
    ("POST", "/access/roles", permissions::add_role),
    ("GET", "/pools", pools::list),
    ("POST", "/pools", pools::add),
    ("PUT", "/pools", pools::change),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Version, schema::Api};

    #[test]
    fn everything_simulated_is_in_the_api() {
        let known = |method: &str, path: &str| {
            Api::of(Version::V9_1)
                .endpoints()
                .iter()
                .any(|endpoint| endpoint.method == method && endpoint.path.as_str() == path)
        };

        let unknown: Vec<_> = simulated().filter(|(method, path)| !known(method, path)).collect();

        assert_eq!(unknown, Vec::new());
    }
}
