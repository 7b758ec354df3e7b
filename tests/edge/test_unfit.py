"""With a database that is damaged, gone, or not ours the bot does not start, touches nothing, and says what to do."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

import app
from sandbox.server import Sandbox
from storage.engine import open_engine
from storage.migrations import migrate
from tests.databases import Databases
from tests.processes import ROOT, Process, listening_to, started

BACK = "python app.py restore FILE"


@pytest.fixture
def file(all_databases: Databases) -> Iterator[Path]:
    """A database that was in use, and all that stands beside it."""
    with all_databases.fresh("sqlite") as url:
        file = Path(url.removeprefix("sqlite:///"))
        _beside(file, ".secret").write_bytes(b"secret")
        yield file


def _beside(file: Path, ending: str) -> Path:
    return Path(f"{file}{ending}")


def _alone(file: Path) -> None:
    for each in file.parent.iterdir():
        each.unlink()


def garbage(file: Path) -> None:
    file.write_bytes(b"Dear diary, " * 1000)


def a_page_of_it(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: 4096 * 4] + b"\xff" * 4096 + content[4096 * 5 :])


def half_of_it(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def half_of_its_header(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:50])


def nothing_in_it(file: Path) -> None:
    file.write_bytes(b"")


def only_its_secret(file: Path) -> None:
    file.unlink()


def only_its_log(file: Path) -> None:
    _alone(file)
    _beside(file, "-wal").write_bytes(b"frames")


def a_restore_that_was_cut_off(file: Path) -> None:
    file.rename(_beside(file, ".restoring"))


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def no_folder(file: Path) -> None:
    _alone(file)
    file.parent.rmdir()


def tables_of(file: Path, *statements: str) -> None:
    _alone(file)
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def another_program(file: Path) -> None:
    tables_of(file, "CREATE TABLE bookmarks (url)")


def another_program_that_migrates(file: Path) -> None:
    version = "INSERT INTO alembic_version VALUES ('0001')"
    tables_of(file, "CREATE TABLE bookmarks (url)", "CREATE TABLE alembic_version (version_num)", version)


def a_newer_version(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


UNFIT: dict[Callable[[Path], None], tuple[str, str]] = {
    garbage: ("is damaged, or no database at all", BACK),
    a_page_of_it: ("is damaged", BACK),
    half_of_it: ("is damaged", BACK),
    half_of_its_header: ("is damaged", BACK),
    nothing_in_it: ("is empty, and was here", BACK),
    only_its_secret: ("is gone, and was here", BACK),
    only_its_log: ("is gone, and was here", BACK),
    a_restore_that_was_cut_off: ("was cut off", BACK),
    a_folder: ("is a folder and no database", "DATABASE_URL"),
    no_folder: ("There is no folder", "DATABASE_URL"),
    another_program: ("belongs to another program", "DATABASE_URL"),
    another_program_that_migrates: ("belongs to another program", "DATABASE_URL"),
    a_newer_version: ("of a newer Leadloop: of version 9999", "Start the newer program"),
}


@pytest.mark.parametrize("what", UNFIT, ids=lambda what: what.__name__)
def test_nothing_begins_with_it_and_nothing_is_touched(
    what: Callable[[Path], None], file: Path, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    what(file)
    before, environ = _folder(file), listening_to(sandbox, f"sqlite:///{file}")

    code = app.main(["migrate"], environ)
    said = capsys.readouterr().err
    app.main(["doctor"], environ)

    assert (code, *(part in said for part in UNFIT[what])) == (1, True, True), said
    assert said in capsys.readouterr().out
    assert _folder(file) == before
    file.parent.mkdir(exist_ok=True)


@pytest.mark.parametrize("what", [half_of_it, only_its_secret, a_newer_version], ids=lambda what: what.__name__)
def test_the_bot_does_not_start_with_it(what: Callable[[Path], None], file: Path, sandbox: Sandbox) -> None:
    what(file)
    before = _folder(file)

    code, words = _tries(sandbox, f"sqlite:///{file}")

    assert (code, *(part in words for part in UNFIT[what])) == (1, True, True), words
    assert "Traceback" not in words
    assert _folder(file) == before


def _folder(file: Path) -> dict[str, bytes | None]:
    if not file.parent.exists():
        return {}
    return {each.name: None if each.is_dir() else each.read_bytes() for each in file.parent.iterdir()}


def test_the_bot_does_not_start_with_a_database_that_it_may_not_read(file: Path) -> None:
    file.parent.chmod(0)
    look = f"import os; from storage import enter; os.geteuid() or os.setuid(65534); enter('sqlite:///{file}')"

    tried = subprocess.run([sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=False)
    file.parent.chmod(0o700)

    assert "Unfit" in tried.stderr.splitlines()[-1], tried.stderr
    assert "may not be read and written" in tried.stderr


@pytest.mark.parametrize("there", [b"", None], ids=["an empty file", "nothing"])
def test_where_nothing_was_the_bot_begins(there: bytes | None, sandbox: Sandbox, tmp_path: Path) -> None:
    file = tmp_path / "new.sqlite3"
    if there is not None:
        file.write_bytes(there)

    with started(listening_to(sandbox, f"sqlite:///{file}")) as bot:
        assert bot.comes_up()["checks"]["database"] == "ok"


def test_what_a_killed_bot_left_in_its_log_is_looked_at_too(file: Path, sandbox: Sandbox) -> None:
    """Its newest pages are there, and not in the file yet."""
    with started(listening_to(sandbox, f"sqlite:///{file}")) as bot:
        bot.comes_up()
        sandbox.human("erin").types("/lead Acme")
        bot.words()
    assert _beside(file, "-wal").stat().st_size

    with started(listening_to(sandbox, f"sqlite:///{file}")) as bot:
        assert bot.comes_up()["checks"]["database"] == "ok"


SERVER: dict[str, tuple[str, str]] = {
    "CREATE TABLE leads (number int)": ("belongs to another program", "DATABASE_URL"),
    "CREATE TABLE alembic_version AS SELECT '0001' AS version_num": ("belongs to another program", "DATABASE_URL"),
}


@pytest.mark.parametrize("statement", SERVER)
def test_the_bot_does_not_start_with_anothers_tables_on_a_server(
    statement: str, sandbox: Sandbox, all_databases: Databases, tmp_path: Path
) -> None:
    url = all_databases.empty("postgresql", tmp_path)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement.encode())

    code, words = _tries(sandbox, url)

    assert code == 1
    assert all(sentence in words for sentence in SERVER[statement]), words
    with psycopg.connect(url) as connection:
        assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (1,)


def test_an_older_program_does_not_start_on_a_newer_server(
    sandbox: Sandbox, all_databases: Databases, tmp_path: Path
) -> None:
    url = all_databases.empty("postgresql", tmp_path)
    engine = open_engine(url)
    migrate(engine)
    engine.dispose()
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    code, words = _tries(sandbox, url)

    assert (code, "of a newer Leadloop: of version 9999" in words) == (1, True), words


def test_the_bot_says_that_the_server_does_not_answer(sandbox: Sandbox) -> None:
    code, words = _tries(sandbox, "postgresql://nobody@127.0.0.1:9/none")

    assert (code, "does not answer" in words, "Traceback" in words) == (1, True, False), words


def test_the_bot_says_that_the_database_is_missing_on_a_server_that_answers(
    sandbox: Sandbox, all_databases: Databases, tmp_path: Path
) -> None:
    there = make_url(all_databases.empty("postgresql", tmp_path))

    code, words = _tries(sandbox, there.set(database="nowhere").render_as_string(hide_password=False))

    assert (code, "Traceback" in words) == (1, False), words
    assert "that the server runs and has that database" in words


def _tries(sandbox: Sandbox, url: str) -> tuple[int, str]:
    return Process(listening_to(sandbox, url)).ends()


def test_the_test_itself_sees_a_file_that_is_touched(file: Path) -> None:
    before = _folder(file)
    os.utime(file)
    assert _folder(file) == before

    with closing(sqlite3.connect(file)) as connection:
        connection.execute("SELECT * FROM leads")
        assert _folder(file) != before
