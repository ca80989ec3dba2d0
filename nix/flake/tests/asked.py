# How another machine asks: through the firewall, by the names of the sites, whichever machine has them elsewhere. There is
# no issuer of certificates here, so the machine has its own, and the client trusts no other.
import shlex


def trust() -> None:
    machine.wait_for_file("/var/lib/acme/.minica/cert.pem")
    issuer = machine.succeed("cat /var/lib/acme/.minica/cert.pem")
    client.succeed(f"printf %s {shlex.quote(issuer)} > /root/issuer.pem")


def asked(url: str, *options: str) -> tuple[int, str]:
    """The status of the answer, or 0 without one, and what it says."""
    always = ["--silent", "--max-time", "60", "--cacert", "/root/issuer.pem", "--connect-to", "::machine:"]
    command = ["curl", *always, "--write-out", "\\n%{http_code}", *options, url]
    _, output = client.execute(shlex.join(command))
    text, _, status = output.rpartition("\n")
    return int(status or 0), text


def failed() -> list[str]:
    """Units that failed, but for those that ask an issuer."""
    lines = machine.succeed("systemctl list-units --failed --plain --no-legend").splitlines()
    return [line for line in lines if not line.startswith("acme-order-renew-")]
