"""Makes the secrets of a list that are missing, and copies those that a person keeps in a file elsewhere.

What is there stays as it is, unless its own file changed. Each file appears whole, with its owner, or not at all.
"""

import base64
import json
import os
import pwd
import secrets
import string
import subprocess
import sys
from pathlib import Path


def openssl(*arguments, given=None):
    return subprocess.run(["openssl", *arguments], input=given, capture_output=True, check=True).stdout


def web(octets):
    return base64.urlsafe_b64encode(octets)


def p256():
    """The 32 octets of the private key and the 65 of the point, from the structure of RFC 5915."""
    key = openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-outform", "DER")
    return web(key[7:39]), web(key[-65:])


def rsa4096():
    key = openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:4096")
    return key, openssl("pkey", "-pubout", given=key)


def text(random, holds):
    if holds == "hex":
        return secrets.token_hex(random)
    if holds == "base64":
        return base64.b64encode(secrets.token_bytes(random)).decode()
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(random))


def made(secret):
    """What the file and the one of the public half hold."""
    pairs = {"p256": p256, "rsa4096": rsa4096}
    if secret["random"] in pairs:
        return pairs[secret["random"]]()
    return (secret["prefix"] + text(secret["random"], secret["holds"])).encode(), None


def write(path, content, owner, mode):
    path.parent.mkdir(mode=0o711, parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.chown(beside, pwd.getpwnam(owner).pw_uid, 0)
    except KeyError:
        # The user comes with what runs as it.
        pass
    beside.chmod(mode)
    beside.replace(path)


def provide(secret):
    path = Path(secret["path"])
    if secret["random"] is None:
        if secret["file"] is None:
            return
        # A line break at its end is the editor's.
        content = Path(secret["file"]).read_bytes().rstrip(b"\r\n")
        if not path.exists() or path.read_bytes() != content:
            write(path, content, secret["owner"], 0o400)
        return
    public = secret["publicPath"] and Path(secret["publicPath"])
    if path.exists():
        if public and not public.exists():
            raise SystemExit(f"{public} is missing beside {path}: bring it along, too.")
        return
    content, half = made(secret)
    if public:
        write(public, half, secret["owner"], 0o444)
    write(path, content, secret["owner"], 0o400)


if __name__ == "__main__":
    os.umask(0o066)
    for secret in json.loads(Path(sys.argv[1]).read_text()):
        provide(secret)
