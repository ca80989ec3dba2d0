# From the first account to a page that is online.
from urllib.parse import urlencode

PANEL = "https://panel.example.org"
SITE = "http://town.localhost:8090/"


def write(function: str, **fields: str) -> None:
    """Sends a form as a page of the panel does."""
    cookies = ["--cookie", "/root/cookies", "--cookie-jar", "/root/cookies"]
    status, text = asked(
        f"{PANEL}/api/{function}", *cookies, "--header", f"Origin: {PANEL}", "--data", urlencode(fields)
    )
    assert status in [200, 302, 303], f"{function}: {status} {text[:500]}"


def fediversity(*arguments: str) -> str:
    """A command on the server's state, as the server's user."""
    user = ["runuser", "--user", "fediversity", "--", "env", f"HOME={STATE}"]
    return machine.succeed(shlex.join([*user, PROGRAM, *arguments, f"--state={STATE}"]))


def token(text: str) -> str:
    """What stands at the end of a link that works once, or of a line of curl's cookies."""
    return text.strip().replace("=", "\t").rpartition("\t")[2]


def serves() -> None:
    machine.wait_for_unit("fediversity.service")
    machine.wait_for_unit("nginx.service")
    trust()
    retry(lambda _: asked(f"{PANEL}/healthz")[0] == 200)
    status, text = asked(f"{PANEL}/sign-in")
    assert status == 200 and "<form" in text, f"{status} {text[:500]}"
    assert failed() == [], f"units failed: {failed()}"


def identity() -> str:
    """What secrets are sealed to: apart from the state, and its reader's alone."""
    path = f"{STATE}.identity/key.txt"
    mode = machine.succeed(f"stat --format '%a %U' {path}").strip()
    assert mode in ["600 fediversity", "400 fediversity"], mode
    return machine.succeed(f"sha256sum {path}")


def is_online() -> None:
    machine.wait_until_succeeds(f"curl --silent --fail {SITE} | grep --fixed-strings '<title>Town'")


start_all()
serves()
assert asked("http://panel.example.org/")[0] == 301
sealed_to = identity()

with subtest("the first account, an organisation, and its owner"):
    first = token(fediversity("first-account-link"))
    write("create-first-account", token=first, name="Hanna", email="hanna@example.org", password="a long pass word")
    write("create-organisation", name="Town", label="town")
    write("invite", organisation="town", email="ada@example.org", role="owner")
    jar = client.succeed("cat /root/cookies").splitlines()
    invitation = next(token(line) for line in jar if line.rpartition("\t")[0].endswith("once"))
    client.succeed("rm /root/cookies")
    write("accept-as-new", token=invitation, name="Ada", password="another pass word")

with subtest("a page is evaluated, built in the sandbox, and online"):
    options = f"{STATE}/options.json"
    machine.succeed(f"printf %s {shlex.quote(OPTIONS)} > {options}")
    machine.succeed(f"chown fediversity {options}")
    where = ["--as=ada@example.org", "--organisation=town", "--application=homepage"]
    fediversity("deploy", *where, options)
    is_online()

with subtest("the server is killed and comes back; the page was online all the time"):
    machine.succeed("systemctl kill --kill-whom=main --signal=KILL fediversity.service")
    is_online()
    serves()

with subtest("the machine starts anew, and all is as it was"):
    machine.shutdown()
    machine.start()
    serves()
    is_online()
    assert identity() == sealed_to, "secrets are sealed to somebody else"
