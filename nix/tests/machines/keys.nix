/**
  Public keys of SSH and of Nix, and names of users, as a hosting provider types them.
*/
let
  sample = import ./sample.nix;
  verdicts = type: map type.verdict;
  sshKey = import ../../machines/ssh-key.nix;
  signer = import ../../machines/signing-key.nix;
  user = import ../../machines/user-name.nix;
  key = sample.sshKey "i+";
in
[
  {
    name = "keys of SSH: a kind, the key, and perhaps a comment";
    expr = verdicts sshKey [
      key
      "${key} ada@example.org"
      "${key} of the server \"; }"
    ];
    expected = [
      null
      null
      null
    ];
  }
  {
    name = "keys of SSH: nothing in front, no private key, one line";
    expr = verdicts sshKey [
      ""
      "ssh-ed25519"
      "ssh-ed25519 AAAA"
      "command=\"id\" ${key}"
      "[oak]:22 ${key}"
      "${key}\n${key}"
      " ${key}"
      "ssh-dss ${builtins.substring 12 (-1) key}"
      "-----BEGIN OPENSSH PRIVATE KEY-----"
      "ssh-ed25519 BAAAC3NzaC1lZDI1NTE5AAAAIB4tNPYmvAxBwWPCJ2GNrPBw1eBvBzJyHWWHvCnOhSi+"
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB4tNPYmvAxBwWPCJ2GNrPBw1eBvBzJyHWWHvCnOh$i+"
      7
    ];
    expected = builtins.genList (_: "not-an-ssh-key") 12;
  }
  {
    name = "keys of Nix: a name, and 32 bytes";
    expr = verdicts signer [
      sample.signer
      "${sample.signer} "
      ":0PSjPdpXMTQ9CuCJ6VjcfzyZTTgAKTWVIBPi4F9CYxA="
      "a b:0PSjPdpXMTQ9CuCJ6VjcfzyZTTgAKTWVIBPi4F9CYxA="
      "a:0PSjPdpXMTQ9CuCJ6VjcfzyZTTgAKTWVIBPi4F9CYx="
      "a:0PSjPdpXMTQ9CuCJ6VjcfzyZTTgAKTWVIBPi4F9CYxAA"
      "a:b:0PSjPdpXMTQ9CuCJ6VjcfzyZTTgAKTWVIBPi4F9CYxA="
      ""
    ];
    expected = [ null ] ++ builtins.genList (_: "not-a-signing-key") 7;
  }
  {
    name = "names of users: what a program would take for an option is none";
    expr = verdicts user [
      "root"
      "_deploy-2"
      "-oProxyCommand=id"
      "Ada"
      "ada lovelace"
      "1st"
      ""
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    ];
    expected = [
      null
      null
    ]
    ++ builtins.genList (_: "not-a-user-name") 6;
  }
]
