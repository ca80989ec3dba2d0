# A machine as Proxmox VE makes it of the image.
import os
import subprocess

disk = os.path.join(os.environ.get("TMPDIR", "/tmp"), "disk.qcow2")
subprocess.check_call([f"{QEMU}/qemu-img", "create", "-f", "qcow2", "-b", IMAGE, "-F", "qcow2", disk, "24G"])
console = os.path.join(os.path.dirname(disk), "console")

machine = create_machine(
    " ".join(
        [
            f"{QEMU}/qemu-kvm -m 1024 -bios {FIRMWARE}",
            "-device virtio-scsi-pci,id=scsi",
            f"-drive file={disk},if=none,id=root,format=qcow2 -device scsi-hd,drive=root,bus=scsi.0",
            f"-drive file={SETTINGS},if=none,id=settings,format=raw,readonly=on",
            "-device scsi-hd,drive=settings,bus=scsi.0",
            "-netdev user,id=network -device virtio-net-pci,netdev=network,mac=52:54:00:12:34:56",
            "-device virtio-serial,id=ports -chardev null,id=agent",
            "-device virtserialport,bus=ports.0,chardev=agent,name=org.qemu.guest_agent.0",
            f"-serial file:{console}",
        ]
    )
)


def as_given() -> None:
    machine.wait_for_unit("multi-user.target")
    machine.wait_for_unit("cloud-config.service")
    assert machine.succeed("hostname").strip() == "town"
    assert "whoever-deploys" in machine.succeed("cat /root/.ssh/authorized_keys")
    assert "10.0.2.15" in machine.succeed("ip -4 address")
    # Somebody signs in there when nothing else is reached.
    machine.wait_for_unit("serial-getty@ttyS0.service")


machine.start()
as_given()
machine.wait_for_unit("qemu-guest-agent.service")
machine.wait_for_unit("sshd.service")
machine.succeed("test -d /sys/firmware/efi", "mountpoint /boot")

with subtest("the root file system has grown with the disk"):
    assert int(machine.succeed("stat --file-system --format '%b * %S' / | xargs expr").strip()) > 20 * 1024**3

with subtest("it starts anew"):
    machine.shutdown()
    machine.start()
    as_given()

with open(console) as file:
    assert "login:" in file.read()
