"""The list of what was erased, outside the database: numbers and keyed hashes, applied again after a restore.

A line is written before its transaction commits: what was asked for by somebody who may ask is erased again even where
that commit failed, and nothing is erased that the list does not know.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import URL, make_url

FILE = "leadloop.erased"


def file_of(database: str | URL, given: Path | None = None) -> Path:
    """Beside the SQLite file; else the one `given` by ERASURE_LIST, or in the working folder."""
    where = make_url(database)
    if given is not None:
        return given
    return Path(f"{where.database}.erased") if where.get_backend_name() == "sqlite" else Path(FILE)


def anchors_of(erasures: Path) -> Path:
    """The ledger's anchors, which stand outside the database, too: beside that list, with the same name but its end."""
    return Path(f"{str(erasures).removesuffix('.erased')}.ledger")


def append(file: Path, lines: Sequence[str]) -> None:
    """They are on the disk when this returns; raises OSError. An erasing that is there already is not written twice."""
    known = {line for line in read(file) if line.startswith("erase ")}
    new = [line for line in lines if line not in known]
    written = "\n".join([*_after(file), *new, ""]).encode()
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "wb", buffering=0) as list_:
        list_.write(written)
        os.fsync(list_.fileno())


def read(file: Path) -> list[str]:
    """Whole ones: what was torn by a crash was not committed either."""
    written = file.read_text() if file.exists() else ""
    return written[: written.rfind("\n") + 1].splitlines()


def _after(file: Path) -> list[str]:
    """A line that a crash has torn is ended first: it would take the next one along."""
    torn = file.exists() and file.stat().st_size > 0 and not file.read_bytes().endswith(b"\n")
    return [""] if torn else []
