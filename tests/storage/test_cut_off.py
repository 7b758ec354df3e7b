"""A migration whose process is killed at any statement leaves the database as it was, and run again it completes."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine

from storage.engine import open_engine
from storage.migrations import current, migrate, versions
from tests.processes import ROOT
from tests.storage.cutting import leave_behind
from tests.storage.filling import fill
from tests.storage.whole import Rows, differences, dump, lost, orphans, unguarded

OLDEST = versions()[0]


PARTS = 4
"""Of all statements, so that several processes share them."""
VERSIONS = pytest.mark.parametrize("version", [None, OLDEST], ids=["of nothing", "of the oldest version, with data"])


@VERSIONS
def test_what_a_kill_at_any_statement_leaves_of_a_file_is_as_it_was_and_run_again_it_completes(
    version: str | None, tmp_path: Path
) -> None:
    """Copied at each of them: to begin anew for each would take half of the whole way, on average, so many times."""
    engine, to = open_engine(f"sqlite:///{tmp_path / 'leadloop.db'}"), "head" if version else OLDEST
    before = _has(engine, version)
    (folder := tmp_path / "left").mkdir()

    last = leave_behind(engine, to, folder)

    engine.dispose()
    assert last > len(versions())
    for number in range(1, last + 1):
        left = open_engine(f"sqlite:///{folder / f'{number}.db'}")
        assert _state(left) == before, number
        left.dispose()
    _completes(open_engine(f"sqlite:///{folder / f'{last}.db'}"), before)


def _completes(engine: Engine, before: "State") -> None:
    migrate(engine)
    with engine.begin() as connection:
        assert lost(before[1], dump(connection)) == {}
        assert (differences(connection), orphans(connection)) == ([], [])
        fill(connection)
    assert unguarded(engine) == []
    engine.dispose()


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize(
    ("empty", "version"),
    [("sqlite", None), ("postgresql", None), ("postgresql", OLDEST)],
    ids=["sqlite-of nothing", "postgresql-of nothing", "postgresql-of the oldest version, with data"],
    indirect=["empty"],
)
def test_killed_at_each_statement_it_is_as_it_was_and_run_again_it_completes(
    version: str | None, part: int, empty: Engine, cut: "Cut"
) -> None:
    before, to = _has(empty, version), "head" if version else OLDEST

    for number in count(part + 1, PARTS):
        if not cut(empty, to, number):
            break
        assert _state(empty) == before, number

    assert number > len(versions())
    _completes(empty, before)


State = tuple[str | None, Rows]


def _has(engine: Engine, version: str | None) -> State:
    if version:
        migrate(engine, version)
        with engine.begin() as connection:
            fill(connection)
    return _state(engine)


def _state(engine: Engine) -> State:
    """Its version, its tables and all their rows."""
    with engine.connect() as connection:
        return current(connection), dump(connection)


Cut = Callable[[Engine, str, int], bool]


@pytest.fixture(scope="session")
def cut() -> Iterator[Cut]:
    """Whether there was a statement of this number to be killed at, on the way to this version."""
    script = [sys.executable, "-m", "tests.storage.cutting"]
    with subprocess.Popen(script, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:

        def cuts(engine: Engine, to: str, number: int) -> bool:
            url = engine.url.set(drivername=engine.url.get_backend_name()).render_as_string(hide_password=False)
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(f"{url} {to} {number}\n")
            process.stdin.flush()
            said = process.stdout.readline()
            assert said in {"killed\n", "ended\n"}, said
            return said == "killed\n"

        yield cuts
