"""Backups of SQLite, by its own online backup: https://sqlite.org/backup.html. The file holds the secret, too."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from storage.backups.aside import in_use, not_asked, stamp
from storage.brought_back import AWAY, HOME
from storage.condition import BRINGING, look_inside, reading
from storage.holding import keep_out
from storage.migrations import Unfit
from storage.secret import INSTALLATION, PROOF, beside, from_key, proof

LOGS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside its file, and would take for the log of whatever file stands there."""


def back_up(file: Path, to: Path, given: str | None) -> None:
    part = Path(f"{to}.part")
    with closing(sqlite3.connect(file)) as source:
        _copy(source, part)
    with closing(sqlite3.connect(part)) as copy, copy:
        _label(copy, _key_of(file, given), carried=not given)
    _sync(part)
    part.rename(to)
    _sync(to.parent)


def bring_back(backup: Path, file: Path, *, given: str | None, replace: bool, wait: Callable[[], None]) -> Path | None:
    """Returns where the database is that was there."""
    look_inside(backup)
    if not file.parent.is_dir():
        raise Unfit(f"There is no folder {file.parent} for the database.", "Make it, or change DATABASE_URL.")
    hold = keep_out(file)
    if hold is None:
        raise in_use(str(file))
    with hold:
        return _put(backup, file, given, wait, replace=replace)


def _put(backup: Path, file: Path, given: str | None, wait: Callable[[], None], *, replace: bool) -> Path | None:
    aside = Path(f"{file}.before-{stamp()}")
    there = file.exists() and file.stat().st_size > 0
    if there and not replace:
        raise not_asked(str(file), str(aside))
    coming = Path(f"{file}{BRINGING}")
    with closing(reading(backup)) as source:
        _copy(source, coming)
    with closing(sqlite3.connect(coming)) as copy, copy:
        another = _is_of_another(copy, file, given)
        copy.execute("REPLACE INTO secrets (name, value) VALUES (?, ?)", (HOME, AWAY))
    _sync(coming)
    wait()
    for ending in ("", *LOGS, *([".secret"] if another else [])):  # first the file: what is left of it starts no bot
        if Path(f"{file}{ending}").exists():
            Path(f"{file}{ending}").rename(f"{aside}{ending}")
    coming.rename(file)
    _sync(file.parent)
    return aside if there else None


def _copy(source: sqlite3.Connection, to: Path) -> None:
    """Of one moment, in one file, which only its owner may read."""
    to.unlink(missing_ok=True)
    os.close(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(to, isolation_level=None)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        if copy.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'secrets'").fetchone() != (1,):
            raise Unfit("The database is too old for a backup.", "Stop the bot, and copy its file as it is.")


def _label(copy: sqlite3.Connection, key: bytes | None, *, carried: bool) -> None:
    """That it is a backup; and the secret, or by what to know the SECRET_KEY that was given."""
    labels = {HOME: AWAY}
    if key:
        labels[PROOF] = proof(key)
    if key and carried:
        labels[INSTALLATION] = key
    copy.executemany("REPLACE INTO secrets (name, value) VALUES (?, ?)", labels.items())


def _key_of(file: Path, given: str | None) -> bytes | None:
    secret = beside(file)
    return from_key(given) if given else secret.read_bytes() if secret.exists() else None


def _is_of_another(copy: sqlite3.Connection, file: Path, given: str | None) -> bool:
    """Whether the secret that is here now has to give way to the backup's own; raises Unfit if that is not there."""
    labels = {name: bytes(value) for name, value in copy.execute("SELECT name, value FROM secrets")}
    here = _key_of(file, given)
    key = here if given else labels.get(INSTALLATION, here)
    if PROOF in labels and (key is None or proof(key) != labels[PROOF]):
        raise Unfit(
            "The backup was made with another SECRET_KEY.",
            "Set SECRET_KEY as it was then: by it the bot knows its own messages, and what is encrypted.",
        )
    return not given and here is not None and key != here


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
