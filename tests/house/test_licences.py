"""The licences of what we build on: every package in the lock file, held to a list."""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

LOCK = Path(__file__).parents[2] / "requirements.lock"
NAMES = [line.split("==")[0] for line in LOCK.read_text().splitlines() if re.match(r"[A-Za-z0-9._-]+(\[.*\])?==", line)]

FREE = re.compile(
    r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Unlicense|0BSD|PostgreSQL|CC0|Public Domain", re.IGNORECASE
)
WEAK_COPYLEFT = {
    "certifi": "MPL-2.0: a list of certificates, used as it is",
    "hypothesis": "MPL-2.0: in tests only",
    "publicsuffixlist": "MPL-2.0: the list of suffixes, used as it is",
    "pathspec": "MPL-2.0: in tools only",
    "psycopg": "LGPL-3.0: imported, never changed, and only for PostgreSQL",
    "psycopg-binary": "LGPL-3.0: as psycopg",
    "psycopg-pool": "LGPL-3.0: as psycopg",
    "orjson": "MPL-2.0 or Apache-2.0 or MIT: used under MIT",
}


def licence(name: str) -> str:
    """The licence expression, or the classifiers, or the field of old."""
    facts = metadata(name).json
    classified = [line for line in facts.get("classifier", []) if line.startswith("License ::")]
    named = " ".join([str(facts.get("license_expression", "")), *classified]).strip()
    return named or str(facts.get("license", ""))[:200]


@pytest.mark.parametrize("name", NAMES)
def test_every_package_in_the_lock_is_free_to_use(name: str) -> None:
    try:
        found = licence(name)
    except PackageNotFoundError:
        return  # locked for another platform or Python, and so not here

    assert FREE.search(found) or name in WEAK_COPYLEFT, f"{name}: {found!r}"
