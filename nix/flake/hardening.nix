/**
  What the unit may not do. Left out on purpose is what forbids Nix its sandbox: limits on namespaces and mounts,
  and everything that covers a part of /proc, because a namespace may then not mount a /proc of its own.
*/
{
  CapabilityBoundingSet = "";
  LockPersonality = true;
  NoNewPrivileges = true;
  PrivateDevices = true;
  PrivateTmp = true;
  ProtectClock = true;
  ProtectHome = true;
  ProtectHostname = true;
  ProtectSystem = "strict";
  RestrictAddressFamilies = [
    "AF_INET"
    "AF_INET6"
    "AF_NETLINK"
    "AF_UNIX"
  ];
  RestrictRealtime = true;
  RestrictSUIDSGID = true;
  SystemCallArchitectures = "native";
  UMask = "0077";
}
