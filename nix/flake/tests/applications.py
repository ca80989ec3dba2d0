# Applications on a machine do what their modules say of them, before and after it starts anew.
import json
import re
from typing import Any

with open(GIVEN) as file:
    given: dict[str, Any] = json.load(file)


def holds(check: dict[str, Any], is_last: bool) -> bool:
    if check["url"] is None:
        return True
    status, text = asked(check["url"])
    is_as_said = status == check["status"] and (check["contains"] or "") in text
    if is_last and not is_as_said:
        print(f"{check['name']}: {status} {text[:2000]}")
    return is_as_said


def works() -> None:
    machine.wait_for_unit("multi-user.target")
    for target in given["targets"]:
        machine.wait_for_unit(target)
    trust()
    for application, operation in given["operations"].items():
        for check in operation["checks"]:
            with subtest(f"{application}, {check['name']}: {check['label']['en']}"):
                if check["unit"] is not None:
                    machine.wait_for_unit(check["unit"])
                retry(lambda is_last: holds(check, is_last))
    assert failed() == [], f"units failed: {failed()}"


def kept() -> dict[str, str]:
    """Every secret file, by its path: closed to everybody but its reader, and outside the store."""
    found = {}
    for secret in given["secrets"]:
        path = shlex.quote(secret["path"])
        seen = machine.succeed(f"stat --format '%a %U' {path}").strip()
        assert seen == f"400 {secret['owner']}", f"{path} is {seen}"
        real = machine.succeed(f"realpath {path}")
        assert not real.startswith("/nix/store/"), f"{path} is in the store"
        if secret["publicPath"] is not None:
            half = machine.succeed(f"stat --format %a {shlex.quote(secret['publicPath'])}").strip()
            assert half == "444", f"{secret['publicPath']} is {half}"
        found[secret["path"]] = machine.succeed(f"cat {path}").strip()
    return found


def told(secrets: dict[str, str]) -> list[str]:
    """Secrets that every user sees, because they are an argument of a process."""
    _, arguments = machine.execute("cat /proc/[0-9]*/cmdline | tr '\\0' '\\n'")
    return [path for path, secret in secrets.items() if max(secret.splitlines(), key=len) in arguments]


def administered(application: str, administrator: dict[str, Any]) -> None:
    """The first administrator is made, and asking for them again changes nothing."""
    command = shlex.join(["runuser", "--user", administrator["user"], "--", *administrator["command"]])
    answer = machine.succeed(f"{command} 2>&1")
    if administrator["printed"] is not None:
        assert re.search(re.escape(administrator["printed"]) + r"\S{8,}", answer), answer
    if administrator["password"] is not None:
        of = [application, administrator["password"]]
        assert of in [secret["source"]["of"] for secret in given["secrets"]], f"no secret is {of}"

    status, answer = machine.execute(f"{command} 2>&1")
    is_there = administrator["exists"] is not None and administrator["exists"] in answer
    assert status == 0 or is_there, answer


start_all()
works()
secrets = kept()
assert told(secrets) == [], f"arguments of processes: {told(secrets)}"

for application, operation in given["operations"].items():
    if operation["administrator"] is not None:
        with subtest(f"{application}: the first administrator"):
            administered(application, operation["administrator"])
    for entry in operation["state"]:
        if entry["kind"] == "directory":
            with subtest(f"{application}: what is kept is in {entry['path']}"):
                owner = machine.succeed(f"stat --format %U {shlex.quote(entry['path'])}").strip()
                assert entry["owner"] in [None, owner], f"it belongs to {owner}"

with subtest("the machine starts anew, and all is as it was"):
    machine.shutdown()
    machine.start()
    works()
    assert kept() == secrets, "secrets changed"
