"""What is erased is gone from the tables and the files, and stays gone after a restore."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import services
from bot.erasing import erase
from bot.leads import Given, Kind, Lead, Status, just_logged
from bot.objecting import allow, object_to
from bot.people import Person
from bot.privacy import own
from storage import migrate, open_engine
from storage.erasures import append, read
from storage.store import SqlStore
from storage.tables import Row, entries, texts
from tests.storage.conftest import NOW

SECRET = "Zyxw"
"""Stands in everything that is told about Jane, and nowhere else."""
JANE = Given(
    Kind.SALES,
    f"{SECRET}corp",
    person=f"Jane {SECRET}",
    email=f"jane@{SECRET}.example",
    phone="+34911232323",
    link=f"https://{SECRET}.example/jane",
    about=f"Met {SECRET} at a fair",
    need=f"{SECRET} needs payroll",
    how_known=f"From {SECRET}'s school",
    help=f"I can call {SECRET}",
    source=f"https://sandbox.slack.com/archives/C1/{SECRET}",
)


@pytest.fixture
def jane(store: SqlStore, erin: Person) -> Lead:
    """Given by Erin, with words in her history, among two hundred others."""
    lead = give(store, erin, JANE)
    with store.write() as unit:
        note = unit.write_text(lead.id, f"{SECRET} called back")
        unit.record(lead, "note", actor=erin.id, now=NOW, texts={"note": note})
    for number in range(200):
        give(store, erin, Given(Kind.SALES, f"Acme {number}", about="Likes tea " * 20))
    return lead


def give(store: SqlStore, by: Person, given: Given) -> Lead:
    with store.write() as unit:
        lead = unit.enter(just_logged(given, referrer=by.id, now=NOW, promise_due=NOW + timedelta(days=1)))
        unit.save(replace(lead, ask_due=NOW, desk_due=NOW))
        return unit.lead(lead.id)


def erased(store: SqlStore, lead: Lead, by: Person) -> Lead:
    with store.write() as unit:
        return erase(unit, unit.lead(lead.id), because="asked", by=by.id, now=NOW)


def test_nothing_that_anybody_wrote_about_them_is_left_and_the_credit_is(
    store: SqlStore, jane: Lead, erin: Person, ravi: Person
) -> None:
    erased(store, jane, ravi)

    with store.read() as reading:
        lead, history = reading.lead(jane.id), reading.entries(jane.id)
    assert SECRET not in repr(lead)
    assert (lead.referrer, lead.logged_at, lead.status) == (erin.id, NOW, Status.DECLINED)
    assert (lead.title, lead.promise_due, lead.ask_due, lead.desk_due) == (f"#{jane.id}", None, None, None)
    assert [entry.kind for entry in history] == ["note", "erased"]
    with store.engine.connect() as connection:
        assert connection.execute(select(texts.c.salt, texts.c.body).where(texts.c.lead == jane.id)).all() == [("", "")]
        assert "note" in (connection.scalar(select(entries.c.seals).where(entries.c.kind == "note")) or {})


def test_no_table_has_a_word_of_it(store: SqlStore, jane: Lead, ravi: Person) -> None:
    erased(store, jane, ravi)

    with store.engine.connect() as connection:
        for table in Row.metadata.sorted_tables:
            assert SECRET.lower() not in repr(connection.execute(select(table)).all()).lower(), table.name


def bytes_of(store: SqlStore) -> bytes:
    """Of SQLite's file and its write-ahead log."""
    return b"".join(Path(f"{store.engine.url.database}{ending}").read_bytes() for ending in ("", "-wal"))


def test_the_files_of_sqlite_have_no_byte_of_it(store: SqlStore, jane: Lead, ravi: Person) -> None:
    if store.engine.dialect.name != "sqlite":
        return
    before = bytes_of(store)

    erased(store, jane, ravi)
    store.scrub()

    after = bytes_of(store)
    assert SECRET.encode() in before
    assert [word for word in (SECRET, SECRET.lower(), "911232323") if word.encode() in after] == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_while_somebody_still_reads_as_of_before_the_next_sweep_tries_again(
    store: SqlStore, jane: Lead, ravi: Person
) -> None:
    with store.read() as reading:
        assert reading.lead(jane.id).email
        erased(store, jane, ravi)
        store.scrub()
        assert SECRET in repr(reading.lead(jane.id)), "they read on as it was"
        assert SECRET.encode() in bytes_of(store)

    store.scrub()

    assert SECRET.encode() not in bytes_of(store)


def test_erasing_twice_is_erasing_once(store: SqlStore, jane: Lead, ravi: Person) -> None:
    first = erased(store, jane, ravi)

    assert erased(store, jane, ravi) == replace(first, seq=first.seq + 1, version=first.version + 1)
    assert len(read(store.erasures)) == 1


def test_what_was_erased_is_erased_again_after_a_restore(store: SqlStore, jane: Lead, ravi: Person) -> None:
    erased(store, jane, ravi)
    known = read(store.erasures)
    with store.write() as unit:  # as the backup had it
        unit.save(replace(jane, version=unit.lead(jane.id).version))

    first = services.reapply_erasures(store, [*known, "", "erase x y", "erase 999 0"], now=NOW)
    second = services.reapply_erasures(store, known, now=NOW)

    assert (first, second) == (1, 0)
    with store.read() as reading:
        assert reading.lead(jane.id).erased_at


def test_a_lead_that_got_the_number_anew_is_left_alone(store: SqlStore, erin: Person) -> None:
    first = give(store, erin, JANE)
    listed = f"erase {first.id} 0123456789abcdef"

    assert services.reapply_erasures(store, [listed], now=NOW) == 0

    with store.read() as reading:
        assert reading.lead(first.id).name == JANE.name


def test_where_nothing_was_erased_a_start_waits_for_nobody(tmp_path: Path) -> None:
    file = tmp_path / "leadloop.db"
    with closing(SqlStore(open_engine(f"sqlite:///{file}"))) as store, closing(sqlite3.connect(file)) as another:
        migrate(store.engine)
        another.execute("BEGIN IMMEDIATE")

        assert services.reapply_erasures(store, [], now=NOW) == 0


def test_a_line_that_a_crash_has_torn_spoils_no_other(tmp_path: Path) -> None:
    file = tmp_path / "erased"
    append(file, ["erase 1 a"])
    file.write_text(file.read_text() + "erase 2")

    torn = read(file)
    append(file, ["erase 3 c", "erase 1 a"])

    assert torn == ["erase 1 a"]
    assert read(file) == ["erase 1 a", "erase 2", "erase 3 c"]


def test_what_cannot_be_listed_is_not_erased(store: SqlStore, jane: Lead, ravi: Person) -> None:
    store.erasures = store.erasures / "nowhere"

    with pytest.raises(OSError, match="nowhere"):
        erased(store, jane, ravi)

    with store.read() as reading:
        assert (reading.lead(jane.id).name, reading.lead(jane.id).erased_at) == (JANE.name, None)


def test_who_came_back_since_is_not_held_back_by_the_list(store: SqlStore, jane: Lead, erin: Person) -> None:
    with store.write() as unit:
        object_to(unit, jane, by=erin.id, now=NOW)
        allow(unit, unit.lead(jane.id), by=erin.id, now=NOW)

    assert services.reapply_erasures(store, read(store.erasures), now=NOW) == 0

    with store.read() as reading:
        assert not reading.lead(jane.id).restricted
        assert not reading.objected(JANE)


def test_after_a_restore_who_objected_is_held_back_and_who_mentions_them_is_not(
    store: SqlStore, jane: Lead, erin: Person
) -> None:
    other = give(store, erin, Given(Kind.SALES, "Acme", email="joe@acme.example", about=f"Knows {JANE.email}"))
    with store.write() as unit:
        object_to(unit, jane, by=erin.id, now=NOW)
    with store.write() as unit:  # as the backup had it
        unit.save(replace(jane, version=unit.lead(jane.id).version))
        for trace in own(JANE):
            unit.drop_objection(unit.hash_of(trace))

    assert services.reapply_erasures(store, read(store.erasures), now=NOW) == len(own(JANE)) + 1

    with store.read() as reading:
        assert reading.lead(jane.id).restricted
        assert not reading.lead(other.id).restricted
        assert not reading.objected(other, themselves=True)
