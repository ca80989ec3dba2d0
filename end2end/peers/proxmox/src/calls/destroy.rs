use super::{Answer, Call};
use crate::{refusal::Refusal, tasks::Work};

pub(super) fn destroy(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (node, vmid) = (call.node(), call.vmid());
    let machine = call.unlocked_machine()?;
    if machine.is("protection") {
        return Err(Refusal::failed(format!("can't remove VM {vmid} - protection mode enabled")));
    }
    if machine.run.is_some() {
        return Err(Refusal::failed(format!("VM {vmid} is running - destroy failed")));
    }
    Ok(call.begin(Work::new("qmdestroy", vmid, move |state, _| {
        if state.cluster.machine(&node, vmid)?.run.is_some() {
            return Err(Refusal::failed(format!("VM {vmid} is running - destroy failed")));
        }
        let disks =
            state.cluster.volumes.iter().filter(|volume| volume.machine == Some(vmid) && volume.content == "images");
        let disks: Vec<String> = disks.map(|volume| volume.id.clone()).collect();
        for disk in disks {
            state.cluster.remove_volume(&node, &disk)?;
        }
        state.cluster.machines.remove(&vmid);
        for pool in state.cluster.pools.values_mut() {
            pool.machines.remove(&vmid);
        }
        state.access.grants.remove(&format!("/vms/{vmid}"));
        Ok(())
    })))
}
