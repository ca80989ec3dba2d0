"""Deploys a machine with proxmoxer, a client that we did not write, and takes it away again.

The simulator is told on standard input, as one JSON object. What differs from what a host would do ends this with an
error.
"""

import hashlib
import json
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from proxmoxer import ProxmoxAPI, ResourceException
from proxmoxer.core import AuthenticationError
from proxmoxer.tools import Tasks

NODE = "pve1"
MIB = 1 << 20


def connect(host, **credentials):
    return ProxmoxAPI(host["address"], verify_ssl=host["certificate"], timeout=20, **credentials)


def by_token(host):
    user, rest = host["token"].split("!")
    name, secret = rest.split("=")
    return connect(host, user=user, token_name=name, token_value=secret)


def by_ticket(host, password):
    return connect(host, user="root@pam", password=password)


def expect(is_so, what):
    if not is_so:
        raise AssertionError(what)


def finish(proxmox, upid):
    """Waits for a task that ends well."""
    status = Tasks.blocking_status(proxmox, upid, timeout=20, polling_interval=0.02)
    expect(status and status["exitstatus"] == "OK", f"{upid} ended as {status}")
    log = Tasks.decode_log(proxmox.nodes(NODE).tasks(upid).log.get())
    expect(log.endswith("TASK OK"), f"{upid} has the log {log}")


def refused(call, status):
    """The text of a refusal with this status."""
    try:
        call()
    except ResourceException as refusal:
        expect(refusal.status_code == status, f"refused with {refusal.status_code}: {refusal}")
        return str(refusal)
    raise AssertionError("not refused")


def check_logins(host):
    by_ticket(host, host["rootPassword"]).pools.post(poolid="fediversity")
    try:
        by_ticket(host, "guessed")
    except AuthenticationError:
        return
    raise AssertionError("a wrong password was taken")


def look_around(proxmox):
    expect([node["node"] for node in proxmox.nodes.get()] == ["pve1", "pve2"], "two nodes")
    expect("release" in proxmox.version.get(), "a release")
    for_images = [storage["storage"] for storage in proxmox.nodes(NODE).storage.get(content="images")]
    expect("local-lvm" in for_images, f"a storage for images in {for_images}")


def upload(proxmox, directory, image):
    """Uploads a small file in one piece and a large one as a stream."""
    local = proxmox.nodes(NODE).storage("local")
    for name, size in [("small.qcow2", 0), ("large.qcow2", 11 * MIB)]:
        file = Path(directory, name)
        file.write_bytes(image.ljust(size, b"\0"))
        checksum = hashlib.sha512(file.read_bytes()).hexdigest()
        more = {"checksum": checksum, "checksum-algorithm": "sha512"}
        with file.open("rb") as content:
            finish(proxmox, local.upload.post(content="import", filename=content, **more))
    volumes = {volume["volid"]: volume["size"] for volume in local.content.get(content="import")}
    expect(volumes == {"local:import/small.qcow2": len(image), "local:import/large.qcow2": 11 * MIB}, volumes)


def create(proxmox, key):
    vmid = int(proxmox.cluster.nextid.get())
    machine = {
        "vmid": vmid,
        "name": "social",
        "pool": "fediversity",
        "ostype": "l26",
        "cores": 2,
        "memory": 2048,
        "scsihw": "virtio-scsi-single",
        "scsi0": "local-lvm:0,import-from=local:import/large.qcow2,discard=on",
        "boot": "order=scsi0",
        "net0": "virtio,bridge=vmbr0",
        "agent": "enabled=1",
        "ide2": "local-lvm:cloudinit",
        "ipconfig0": "ip=192.0.2.10/24,gw=192.0.2.1",
        "sshkeys": quote(key, safe=""),
    }
    finish(proxmox, proxmox.nodes(NODE).qemu.post(**machine))
    again = refused(lambda: proxmox.nodes(NODE).qemu.post(vmid=vmid), 500)
    expect("already exists" in again, again)
    wrong = refused(lambda: proxmox.nodes(NODE).qemu.post(vmid=vmid + 1, cores="many"), 400)
    expect("cores" in wrong, wrong)
    return proxmox.nodes(NODE).qemu(vmid)


def configure(proxmox, machine, key):
    config = machine.config.get()
    expect(config["sshkeys"] == quote(key, safe=""), config)
    machine.config.put(description="deployment 1", digest=config["digest"])
    stale = refused(lambda: machine.config.put(cores=4, digest=config["digest"]), 500)
    expect("modified configuration" in stale, stale)
    finish(proxmox, machine.config.post(cores=4))
    finish(proxmox, machine.resize.put(disk="scsi0", size="+8G"))
    expect("size=10G" in machine.config.get()["scsi0"], machine.config.get())


def use_agent(proxmox, machine):
    stopped = refused(lambda: machine.agent.ping.post(), 500)
    expect("is not running" in stopped, stopped)
    finish(proxmox, machine.status.start.post())
    machine.agent.ping.post()
    interfaces = machine.agent("network-get-interfaces").get()["result"]
    addresses = [address["ip-address"] for interface in interfaces for address in interface["ip-addresses"]]
    expect("192.0.2.10" in addresses, addresses)
    process = machine.agent.exec.post(command="cat /etc/ssh/ssh_host_ed25519_key.pub")["pid"]
    outcome = machine.agent("exec-status").get(pid=process)
    expect(outcome["exitcode"] == 0 and outcome["out-data"].startswith("ssh-ed25519 "), outcome)


def take_away(proxmox, machine):
    finish(proxmox, machine.snapshot.post(snapname="before"))
    names = [snapshot["name"] for snapshot in machine.snapshot.get()]
    expect(names == ["before", "current"], names)
    running = refused(lambda: machine.delete(), 500)
    expect("is running" in running, running)
    finish(proxmox, machine.status.stop.post())
    expect(machine.status.current.get()["status"] == "stopped", "a machine that was stopped")
    finish(proxmox, machine.delete(purge=1))
    expect(proxmox.cluster.resources.get(type="vm") == [], "no machine is left")


def main():
    host = json.load(sys.stdin)
    check_logins(host)
    proxmox = by_token(host)
    with tempfile.TemporaryDirectory() as directory:
        look_around(proxmox)
        upload(proxmox, directory, bytes.fromhex(host["image"]))
    machine = create(proxmox, host["sshKey"])
    configure(proxmox, machine, host["sshKey"])
    use_agent(proxmox, machine)
    take_away(proxmox, machine)
    refused(lambda: by_token(host).access.users.post(userid="eve@pve"), 403)


main()
