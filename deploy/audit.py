"""`python -m deploy.audit` (`make audit`): asks PyPI whether anything that is locked is known to be vulnerable.

https://docs.pypi.org/api/json/ tells it with each release. What cannot be asked is said, and is no failure: a build
does not depend on the network. pip-audit asks the same pages, and would bring 35 packages into the environment that it
is to watch over.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

from deploy.lock import EVERYTHING, Package, packages

INDEX = "https://pypi.org/pypi"
PATIENCE = 20.0
"""Seconds for one answer."""
ACCEPTED: Mapping[str, str] = {}
"""What was looked at and does not concern us: its id, and why."""


@dataclass(frozen=True)
class Report:
    known: tuple[str, ...]
    """A line for each vulnerability."""
    unasked: tuple[str, ...]
    """The packages of which nothing could be learnt."""
    locked: int
    """How many there are."""

    @property
    def asked(self) -> bool:
        """Whether anything could be learnt at all."""
        return len(self.unasked) < self.locked


def audit(lock: Path, index: str) -> Report:
    locked = list(packages(lock))
    with ThreadPoolExecutor(8) as workers:
        told = list(workers.map(partial(_told, index), locked))
    return Report(
        known=tuple(
            line for package, faults in zip(locked, told, strict=True) for line in _lines(package, faults or ())
        ),
        unasked=tuple(package.name for package, faults in zip(locked, told, strict=True) if faults is None),
        locked=len(locked),
    )


def _told(index: str, package: Package) -> list[Mapping[str, object]] | None:
    try:
        with urlopen(f"{index}/{package.name}/{package.version}/json", timeout=PATIENCE) as answer:  # noqa: S310 - ours
            found: list[Mapping[str, object]] = json.load(answer)["vulnerabilities"]
            return found
    except (OSError, HTTPException, ValueError, KeyError):
        return None


def _lines(package: Package, faults: Iterable[Mapping[str, object]]) -> Iterable[str]:
    for fault in faults:
        names = {str(fault["id"]), *map(str, fault.get("aliases") or ())}  # type: ignore[call-overload]  # a list of ids
        if not fault.get("withdrawn") and not names & ACCEPTED.keys():
            fixed = ", ".join(map(str, fault.get("fixed_in") or ())) or "no version yet"  # type: ignore[call-overload]
            yield f"{package.name} {package.version}: {fault['id']} ({fault.get('link')}), mended in {fixed}"


def main(index: str) -> int:
    report = audit(EVERYTHING, index)
    for line in report.known:
        print(line)
    if report.unasked:
        print(f"Not audited, since {index} did not tell: {', '.join(report.unasked) if report.asked else 'anything'}.")
    if report.asked and not report.known:
        print("Nothing else that is locked is known to be vulnerable.")
    return int(bool(report.known))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else INDEX))
