//! Calls that start and stop machines.

use std::{collections::BTreeMap, sync::Arc, time::Instant};

use super::{Answer, Call};
use crate::{
    cluster::{Run, VirtualMachine, decoded_keys},
    machines::MachineOrder,
    refusal::Refusal,
    schema::Api,
    tasks::{Outcome, Work},
    world::{State, World},
};

pub(super) fn start(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (node, vmid) = (call.node(), call.vmid());
    if call.unlocked_machine()?.is("template") {
        return Err(Refusal::failed("you can't start a vm if it's a template"));
    }
    Ok(call.begin(Work::waiting("qmstart", vmid, move |world, _| {
        Box::pin(async move { boot(&world, &node, vmid).await })
    })))
}

pub(super) fn stop(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    call.unlocked_machine()?;
    Ok(call.begin(halting("qmstop", call.vmid())))
}

pub(super) fn shut_down(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    call.unlocked_machine()?;
    Ok(call.begin(halting("qmshutdown", call.vmid())))
}

pub(super) fn reboot(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (node, vmid) = (call.node(), call.vmid());
    require_running(call.unlocked_machine()?)?;
    Ok(call.begin(Work::waiting("qmreboot", vmid, move |world, _| {
        Box::pin(async move {
            halt(&world, vmid).await;
            boot(&world, &node, vmid).await
        })
    })))
}

pub(super) fn reset(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (node, vmid) = (call.node(), call.vmid());
    require_running(call.unlocked_machine()?)?;
    Ok(call.begin(Work::new("qmreset", vmid, move |state, _| {
        if let Some(run) = &mut state.cluster.machine_mut(&node, vmid)?.run {
            run.since = Instant::now();
        }
        Ok(())
    })))
}

pub(super) fn suspend(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    set_paused(call, "qmpause", true)
}

pub(super) fn resume(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    set_paused(call, "qmresume", false)
}

fn set_paused(call: &mut Call<'_>, kind: &'static str, is_paused: bool) -> Result<Answer, Refusal> {
    let (node, vmid) = (call.node(), call.vmid());
    require_running(call.unlocked_machine()?)?;
    Ok(call.begin(Work::new(kind, vmid, move |state, _| {
        if let Some(run) = &mut state.cluster.machine_mut(&node, vmid)?.run {
            run.is_paused = is_paused;
        }
        Ok(())
    })))
}

fn require_running(machine: &VirtualMachine) -> Result<(), Refusal> {
    if machine.run.is_some() { Ok(()) } else { Err(Refusal::failed(format!("VM {} not running", machine.vmid))) }
}

fn halting(kind: &'static str, vmid: u32) -> Work {
    Work::waiting(kind, vmid, move |world, _| {
        Box::pin(async move {
            halt(&world, vmid).await;
            Ok(())
        })
    })
}

/// Starts a machine with what is pending, and waits for what stands behind it.
pub(super) async fn boot(world: &Arc<World>, node: &str, vmid: u32) -> Outcome {
    let order = order(&mut world.state(), world, node, vmid).map_err(|refusal| refusal.message)?;
    let running = world.machines.start(&order).await.map_err(|error| error.to_string())?;
    let is_there = {
        let mut state = world.state();
        let boot_time = state.boot_time;
        state.cluster.machine_mut(node, vmid).is_ok_and(|machine| {
            let process = 2000 + vmid;
            machine.run = Some(Run { since: Instant::now(), process, is_paused: false, boot_time, running });
            true
        })
    };
    if !is_there {
        world.machines.stop(vmid).await;
        return Err(format!("VM {vmid} was destroyed while it started"));
    }
    Ok(())
}

pub(super) async fn halt(world: &Arc<World>, vmid: u32) {
    let ran = world.state().cluster.machines.get_mut(&vmid).and_then(|machine| {
        let ran = machine.run.take();
        machine.apply_pending();
        ran
    });
    if ran.is_some() {
        world.machines.stop(vmid).await;
    }
}

fn order(state: &mut State, world: &World, node: &str, vmid: u32) -> Result<MachineOrder, Refusal> {
    let bridges = state.cluster.node(node)?.bridges.clone();
    let machine = state.cluster.machine_mut(node, vmid)?;
    if machine.run.is_some() {
        return Err(Refusal::failed(format!("VM {vmid} already running")));
    }
    machine.apply_pending();
    if let Some(missing) = bridges_of(machine).find(|bridge| !bridges.contains(bridge)) {
        return Err(Refusal::failed(format!("bridge '{missing}' does not exist")));
    }
    let config = machine.config.clone();
    let (name, disks) = (machine.name(), machine.disks(Api::of(world.version)));
    let volumes = disks.iter().filter_map(|(_, disk)| state.cluster.volume(node, disk.volume()));
    Ok(MachineOrder {
        vmid,
        name,
        user: config.get("ciuser").cloned(),
        ssh_keys: config.get("sshkeys").map(|keys| decoded_keys(keys)).unwrap_or_default(),
        networks: networks(&config),
        image: volumes.filter_map(|volume| volume.file.clone()).next(),
        config,
    })
}

fn bridges_of(machine: &VirtualMachine) -> impl Iterator<Item = String> {
    let networks = machine.config.iter().filter(|(key, _)| super::needs::is_network(key));
    networks
        .filter_map(|(_, network)| network.split(',').find_map(|part| part.strip_prefix("bridge=")).map(str::to_owned))
}

fn networks(config: &BTreeMap<String, String>) -> BTreeMap<u32, BTreeMap<String, String>> {
    let numbered = config.iter().filter_map(|(key, value)| Some((key.strip_prefix("ipconfig")?.parse().ok()?, value)));
    let parts = |value: &str| {
        value
            .split(',')
            .filter_map(|part| part.split_once('='))
            .map(|(key, value)| (key.into(), value.into()))
            .collect()
    };
    numbered.map(|(number, value)| (number, parts(value))).collect()
}
