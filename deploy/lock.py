"""Reads a lock file: which packages, in which version, with which hashes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).parents[1]
EVERYTHING, RELEASE = HOME / "requirements.lock", HOME / "deploy" / "requirements.lock"
"""All that is needed to change, test and run Leadloop; what a release runs on."""

_PACKAGE = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(\[[^]]*\])?==(?P<version>[^ ;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True)
class Package:
    name: str
    version: str
    hashes: tuple[str, ...]
    """SHA-256 of each file of it that may be installed."""


def packages(lock: Path) -> Iterator[Package]:
    """In the file's order; raises ValueError where one has no hash."""
    for entry in re.split(r"\n(?=[A-Za-z0-9])", lock.read_text()):
        if found := _PACKAGE.match(entry):
            hashes = tuple(_HASH.findall(entry))
            if not hashes:
                raise ValueError(f"{found['name']} has no hash")
            yield Package(found["name"], found["version"], hashes)
