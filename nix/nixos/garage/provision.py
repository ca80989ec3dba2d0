"""Makes what a file says in the Garage of this host, through its administration interface.

Doing it again changes nothing. What nobody wants any more keeps its objects: buckets and keys are never deleted, only
further names of a bucket are. Source: Garage's description of its administration interface, version 2.
"""

import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

ATTEMPTS = 120
ZONE = "host"


class Refused(Exception):
    """Garage answered, but not with what was asked for."""

    def __init__(self, status, message):
        super().__init__(f"{status}: {message}")
        self.status = status


class Garage:
    def __init__(self, address, token):
        self.address = address
        self.token = token

    def ask(self, name, body=None, **query):
        address = f"{self.address}/v2/{name}"
        if query:
            address += "?" + urllib.parse.urlencode(query)
        request = urllib.request.Request(address, data=None if body is None else json.dumps(body).encode())
        request.add_header("Authorization", f"Bearer {self.token}")
        if body is not None:
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise Refused(error.code, f"{name}: {error.read().decode(errors='replace')}") from None

    def find(self, name, **query):
        """What there is, or None."""
        try:
            return self.ask(name, **query)
        except Refused as refused:
            if refused.status == 404:
                return None
            raise


def wait(garage):
    """It starts in the background, and answers before its own node is up."""
    for _ in range(ATTEMPTS):
        try:
            for node in garage.ask("GetClusterStatus")["nodes"]:
                if node["isUp"]:
                    return node["id"]
        except Refused as refused:
            if refused.status < 500:
                raise
        except OSError:
            pass
        time.sleep(0.5)
    raise SystemExit("Garage does not answer.")


def lay_out(garage, node, capacity):
    """All objects lie on this one node."""
    layout = garage.ask("GetClusterLayout")
    role = {"id": node, "zone": ZONE, "capacity": capacity, "tags": []}
    current = next((role for role in layout["roles"] if role["id"] == node), None)
    if current is not None and (current["zone"], current["capacity"]) == (ZONE, capacity):
        return
    garage.ask("UpdateClusterLayout", {"roles": [role]})
    garage.ask("ApplyClusterLayout", {"version": layout["version"] + 1})


def provide_key(garage, key, secret):
    current = garage.find("GetKeyInfo", id=key["id"], showSecretKey="true")
    if current is None:
        garage.ask("ImportKey", {"accessKeyId": key["id"], "secretAccessKey": secret, "name": key["name"]})
    elif current.get("secretAccessKey") != secret:
        raise SystemExit(f"The key {key['id']} has another secret in Garage than in its file.")


def provide_bucket(garage, wanted):
    name = wanted["name"]
    bucket = garage.find("GetBucketInfo", globalAlias=name) or garage.ask("CreateBucket", {"globalAlias": name})
    identity = bucket["id"]

    allowed = {"bucketId": identity, "accessKeyId": wanted["key"]["id"]}
    garage.ask("AllowBucketKey", allowed | {"permissions": {"read": True, "write": True, "owner": wanted["owner"]}})
    if not wanted["owner"]:
        garage.ask("DenyBucketKey", allowed | {"permissions": {"owner": True}})

    names = {name, wanted["alias"]} - {None}
    for alias in sorted(names - set(bucket["globalAliases"])):
        garage.ask("AddBucketAlias", {"bucketId": identity, "globalAlias": alias})
    for alias in sorted(set(bucket["globalAliases"]) - names):
        garage.ask("RemoveBucketAlias", {"bucketId": identity, "globalAlias": alias})

    shown = {"enabled": True, "indexDocument": "index.html"}
    changes = {
        "websiteAccess": {"enabled": False} if wanted["alias"] is None else shown,
        "quotas": {"maxSize": wanted["maxSize"], "maxObjects": wanted["maxObjects"]},
        "corsRules": [rule_of(rule) for rule in wanted["cors"]],
    }
    garage.ask("UpdateBucket", changes, id=identity)


def rule_of(rule):
    return {
        "AllowedOrigin": rule["origins"],
        "AllowedMethod": rule["methods"],
        "AllowedHeader": rule["headers"],
        "ExposeHeader": rule["exposed"],
        "MaxAgeSeconds": rule["maxAgeSeconds"],
    }


def main():
    wanted = json.loads(Path(sys.argv[1]).read_text())
    credentials = Path(os.environ["CREDENTIALS_DIRECTORY"])

    def secret(name):
        return (credentials / name).read_text().strip()

    garage = Garage(wanted["address"], secret("admin"))
    lay_out(garage, wait(garage), wanted["capacity"])
    for bucket in wanted["buckets"]:
        provide_key(garage, bucket["key"], secret(bucket["key"]["credential"]))
        provide_bucket(garage, bucket)


if __name__ == "__main__":
    try:
        main()
    except (OSError, Refused) as error:
        raise SystemExit(f"Garage could not be set up: {error}") from None
