"""Backups of PostgreSQL, by its own pg_dump, pg_restore and psql, which must not be older than the server."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, make_url, text

from storage.backups.aside import in_use, not_asked, stamp
from storage.brought_back import know_home
from storage.condition import look
from storage.engine import open_engine
from storage.migrations import LOCK, OURS, Unfit, judge

_PLAIN = ("--no-owner", "--no-privileges")
_CONNECTED = text(
    """SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"""
)


def back_up(url: str, to: Path) -> None:
    """Without procrastinate's jobs: what is queued gets new ones."""
    with _opened(url) as engine, engine.begin() as connection:
        know_home(connection)
        schema = _schema(connection)
    part = Path(f"{to}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    jobs = "--exclude-table-data=procrastinate_*"
    dump = [_tool("pg_dump"), "--format=custom", *_PLAIN, f"--schema={schema}", jobs, f"--file={part}", _address(url)]
    done = subprocess.run(dump, env=_surroundings(url), capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        part.unlink()
        raise _failed("pg_dump", done.stderr)
    part.rename(to)


def bring_back(url: str, backup: Path, *, replace: bool, wait: Callable[[], None]) -> str | None:
    """Returns the name of the schema in which the tables are that were there."""
    look(url)
    tools = {name: _tool(name) for name in ("pg_restore", "psql")}
    _judge(tools["pg_restore"], backup)
    with _opened(url) as engine, engine.connect() as connection:
        connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": LOCK})  # a bot that starts now waits
        schema, tables, aside = _schema(connection), inspect(connection).get_table_names(), f"before_{stamp().lower()}"
        connection.commit()
        if connection.execute(_CONNECTED).scalar_one():
            raise in_use(str(engine.url.database))
        if OURS & {*tables} and not replace:
            raise not_asked(str(engine.url.database), f"the schema {aside}")
        wait()
        _load(tools, url, backup, f'ALTER SCHEMA "{schema}" RENAME TO "{aside}";')
        if tables:
            return f"the schema {aside}"
        connection.execute(text(f'DROP SCHEMA "{aside}" CASCADE'))
        connection.commit()
        return None


def _load(tools: dict[str, str], url: str, backup: Path, first: str) -> None:
    """In one transaction: it begins and ends here, so that a backup that breaks off leaves everything as it was."""
    script = [tools["psql"], "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=-", _address(url)]
    reads = [tools["pg_restore"], *_PLAIN, "--file=-", str(backup)]
    pipe = subprocess.PIPE
    with subprocess.Popen(  # noqa: S603
        script, env=_surroundings(url), stdin=pipe, stdout=subprocess.DEVNULL, stderr=pipe, text=True
    ) as psql:
        if psql.stdin is None:
            raise RuntimeError("no pipe")
        psql.stdin.write(f"BEGIN;\n{first}\n")
        psql.stdin.flush()
        read = subprocess.run(reads, stdout=psql.stdin, stderr=pipe, text=True, check=False)  # noqa: S603
        _, said = psql.communicate("" if read.returncode else "COMMIT;\n")
    if psql.returncode:
        raise _failed("psql", said)
    if read.returncode:
        raise _failed("pg_restore", read.stderr)


def _judge(pg_restore: str, backup: Path) -> None:
    """Whether it is a backup of ours, of a version that we know."""
    reads = [pg_restore, "--data-only", "--table=alembic_version", "--file=-", str(backup)]
    done = subprocess.run(reads, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise _failed("pg_restore", done.stderr)
    version = re.search(r"^COPY .*alembic_version.*\n(\w+)$", done.stdout, re.MULTILINE)
    listed = subprocess.run([pg_restore, "--list", str(backup)], capture_output=True, text=True, check=True)  # noqa: S603
    tables = set(re.findall(r" TABLE \S+ (\S+) ", listed.stdout))
    judge(tables or {"nothing"}, version and version[1], shared=False)


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise Unfit(
            f"There is no {name} on this machine.",
            "Install PostgreSQL's client programs, not older than the server; docs/operate.md says another way.",
        )
    return found


def _failed(name: str, said: str) -> Unfit:
    """Its first line: what follows may hold what people wrote."""
    return Unfit(
        f"{name} could not do it: {said.strip().partition(chr(10))[0]}",
        "Nothing was changed. These programs must not be older than the server; a backup may be damaged.",
    )


def _address(url: str) -> str:
    """Without the password, which anybody on this machine could read in the list of processes."""
    without = make_url(url)._replace(drivername="postgresql", password=None)  # `set` would keep it
    return without.render_as_string(hide_password=False)


def _surroundings(url: str) -> dict[str, str]:
    password = make_url(url).password
    return {**os.environ, **({"PGPASSWORD": str(password)} if password else {})}


def _schema(connection: Connection) -> str:
    return str(connection.execute(text("SELECT current_schema()")).scalar_one())


@contextmanager
def _opened(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()
