//! Calls that a guest agent answers.

use std::net::IpAddr;

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use super::{Answer, Call};
use crate::{
    cluster::{Exec, VirtualMachine},
    refusal::Refusal,
};

pub(super) fn ping(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    agent(call)?;
    Ok(result(json!({})))
}

pub(super) fn info(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    agent(call)?;
    let names = ["guest-ping", "guest-exec", "guest-exec-status", "guest-network-get-interfaces"];
    let commands: Vec<Value> =
        names.iter().map(|name| json!({"name": name, "enabled": true, "success-response": true})).collect();
    Ok(result(json!({"version": "10.1.2", "supported_commands": commands})))
}

pub(super) fn host_name(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    Ok(result(json!({"host-name": agent(call)?.name()})))
}

pub(super) fn system(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    agent(call)?;
    Ok(result(json!({"id": "nixos", "name": "NixOS", "kernel-release": "6.12.0", "machine": "x86_64"})))
}

pub(super) fn interfaces(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let machine = agent(call)?;
    let local = json!({
        "name": "lo", "hardware-address": "00:00:00:00:00:00", "statistics": statistics(),
        "ip-addresses": [address("127.0.0.1", 8), address("::1", 128)],
    });
    let addresses = machine.run.iter().flat_map(|run| &run.running.addresses).map(|address| match address {
        IpAddr::V4(address) => self::address(&address.to_string(), 24),
        IpAddr::V6(address) => self::address(&address.to_string(), 64),
    });
    let link_local = address("fe80::be24:11ff:fe00:1", 64);
    let ethernet = json!({
        "name": "eth0", "hardware-address": hardware_address(machine), "statistics": statistics(),
        "ip-addresses": addresses.chain([link_local]).collect::<Vec<_>>(),
    });
    Ok(result(json!([local, ethernet])))
}

pub(super) fn run(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    agent(call)?;
    let command = call.parameters.texts("command");
    let (node, vmid) = (call.node(), call.vmid());
    let machine = call.state.cluster.machine_mut(&node, vmid)?;
    let process = u32::try_from(machine.commands.len()).unwrap_or_default() + 500;
    let words: Vec<&str> = command.iter().map(String::as_str).collect();
    machine.commands.insert(process, execute(machine, &words));
    Ok(json!({"pid": process}).into())
}

pub(super) fn outcome(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let process: u32 = call.parameters.number("pid").unwrap_or_default();
    let ended = agent(call)?.commands.get(&process);
    let ended = ended.ok_or_else(|| Refusal::failed(format!("Agent error: PID {process} does not exist")))?;
    let mut data = json!({"exited": 1, "exitcode": ended.exit_code});
    if !ended.output.is_empty() {
        data["out-data"] = json!(ended.output);
    }
    if !ended.errors.is_empty() {
        data["err-data"] = json!(ended.errors);
    }
    Ok(data.into())
}

pub(super) fn read_file(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let path = call.text("file").to_owned();
    let content = file(agent(call)?, &path).ok_or_else(|| {
        Refusal::failed(format!("Agent error: failed to open file '{path}' (mode: 'r'): No such file or directory"))
    })?;
    Ok(json!({"content": content}).into())
}

pub(super) fn write_file(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    agent(call)?;
    let (node, vmid) = (call.node(), call.vmid());
    let (path, content) = (call.text("file").to_owned(), call.text("content").to_owned());
    // With `encode=0` the caller has encoded it already.
    let is_encoded = call.parameters.text("encode").is_some() && !call.parameters.is_set("encode");
    let content = if is_encoded {
        let bytes = STANDARD.decode(&content).map_err(|_| Refusal::failed("Agent error: invalid base64 data"))?;
        String::from_utf8_lossy(&bytes).into_owned()
    } else {
        content
    };
    call.state.cluster.machine_mut(&node, vmid)?.files.insert(path, content);
    Ok(Value::Null.into())
}

/// The machine, if its agent answers.
fn agent<'a>(call: &'a Call<'_>) -> Result<&'a VirtualMachine, Refusal> {
    let machine = call.machine()?;
    if !machine.is_agent_wanted() {
        return Err(Refusal::failed("No QEMU guest agent configured"));
    }
    let run = machine.run.as_ref();
    let run = run.ok_or_else(|| Refusal::failed(format!("VM {} is not running", machine.vmid)))?;
    let is_up = run.since.elapsed() >= run.boot_time && !run.is_paused;
    if !is_up || call.state.faults.is_agent_silent(machine.vmid) {
        return Err(Refusal::failed("QEMU guest agent is not running"));
    }
    Ok(machine)
}

/// What a few commands do inside a machine; all others are not there.
fn execute(machine: &VirtualMachine, command: &[&str]) -> Exec {
    let done = |output: String| Exec { exit_code: 0, output, errors: String::new() };
    let failed = |exit_code, errors: String| Exec { exit_code, output: String::new(), errors };
    match command {
        ["true"] => done(String::new()),
        ["hostname"] => done(format!("{}\n", machine.name())),
        ["cat", path] => {
            file(machine, path).map_or_else(|| failed(1, format!("cat: {path}: No such file or directory\n")), done)
        }
        _ => failed(127, format!("{}: command not found\n", command.first().copied().unwrap_or_default())),
    }
}

fn file(machine: &VirtualMachine, path: &str) -> Option<String> {
    if let Some(content) = machine.files.get(path) {
        return Some(content.clone());
    }
    if path == "/etc/hostname" {
        return Some(format!("{}\n", machine.name()));
    }
    let mut keys = machine.run.as_ref()?.running.host_key_files();
    keys.find(|(known, _)| known == path).map(|(_, key)| format!("{key}\n"))
}

fn hardware_address(machine: &VirtualMachine) -> String {
    let network = machine.config.get("net0").map_or("", String::as_str);
    let address = network.split(',').next().and_then(|first| first.split_once('=')).map_or("", |(_, address)| address);
    address.to_lowercase()
}

fn address(address: &str, prefix: u8) -> Value {
    let kind = if address.contains(':') { "ipv6" } else { "ipv4" };
    json!({"ip-address": address, "ip-address-type": kind, "prefix": prefix})
}

fn statistics() -> Value {
    json!({"rx-bytes": 0, "rx-packets": 0, "rx-errs": 0, "rx-dropped": 0,
           "tx-bytes": 0, "tx-packets": 0, "tx-errs": 0, "tx-dropped": 0})
}

/// The whole answer of an agent stands below `result`.
fn result(value: Value) -> Answer {
    json!({"result": value}).into()
}
