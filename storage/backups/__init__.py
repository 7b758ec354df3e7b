"""Backups: one file that holds the database of one moment, made while the bot works; and the way back from it."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import make_url

from storage.backups import postgres, sqlite
from storage.holding import enter
from storage.migrations import Unfit


def back_up(url: str, to: Path, *, given: str | None) -> str:
    """Into a file that only its owner may read; `given` is SECRET_KEY. Returns what was done; raises Unfit."""
    with enter(url):
        _write(url, to, given)
    return f"Backed up to {to} ({to.stat().st_size:,} bytes). Keep it as safe as the database itself."


def _write(url: str, to: Path, given: str | None) -> None:
    file = _file(url)
    if file and not (file.exists() and file.stat().st_size):
        raise Unfit(f"There is no database {file} yet.", "The first start makes it.")
    if to.exists():
        raise Unfit(f"There is a file {to} already.", "Name one that is not there: no backup is ever overwritten.")
    if not to.parent.is_dir():
        raise Unfit(f"There is no folder {to.parent} for the backup.", "Make it, or name another.")
    if file:
        sqlite.back_up(file, to, given)
    else:
        postgres.back_up(url, to)


def bring_back(url: str, backup: Path, *, given: str | None, replace: bool, wait: Callable[[], None]) -> str:
    """Put what a backup holds in the place of the database, which is kept aside; returns what was done; raises Unfit.

    `wait` returns when what the bot was saying has surely landed: it is looked for afterwards.
    """
    if not backup.is_file():
        raise Unfit(f"There is no file {backup}.", "Name the file that `python app.py backup FILE` has made.")
    if file := _file(url):
        aside: object = sqlite.bring_back(backup, file, given=given, replace=replace, wait=wait)
    else:
        aside = postgres.bring_back(url, backup, replace=replace, wait=wait)
    kept = f" What was there is kept as {aside}: delete it when you need it no more." if aside else ""
    return f"Brought back from {backup}.{kept}"


def _file(url: str) -> Path | None:
    where = make_url(url)
    return Path(where.database or "") if where.get_backend_name() == "sqlite" else None
