/**
  What a virtual machine needs to find its disk.
*/
{
  boot.initrd.availableKernelModules = [
    "virtio_blk"
    "virtio_pci"
  ];
}
