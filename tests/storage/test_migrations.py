"""The database's versions: from nothing to the newest, and what holds afterwards."""

import sqlite3
import subprocess
import sys
from dataclasses import fields, replace
from threading import Thread
from typing import Any

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, delete, text, update
from sqlalchemy.exc import DatabaseError
from sqlalchemy.sql import Executable

from bot.disputes import Dispute, Outcome, Proof
from bot.drafts import Draft
from bot.history import Entry
from bot.ids import DisputeId, LeadId, PersonId
from bot.leads import Given, Kind, Lead, just_logged
from bot.notices import Notice, Telling
from bot.people import Person
from bot.store import Help, Unit
from bot.thanks import Win
from storage.migrations import HERE, current, migrate, newest, versions
from storage.store import SqlStore
from storage.tables import Row, drafts, entries, helpers, leads, notices, people, settings, tellings, undone, wins
from tests.processes import ROOT
from tests.storage.conftest import NOW


def test_the_migrations_make_the_tables_that_the_code_describes(store: SqlStore) -> None:
    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return not (kind == "table" and (name or "").startswith("procrastinate_"))

    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": ours})
        assert compare_metadata(context, Row.metadata) == []
        assert current(connection) == newest()


def test_each_version_follows_the_one_before_and_its_scripts_name_begins_with_it() -> None:
    scripts = list(ScriptDirectory(str(HERE)).walk_revisions())[::-1]

    assert [script.revision for script in scripts] == [*versions()]
    assert [script.down_revision for script in scripts] == [None, *versions()[:-1]]


def test_a_start_that_finds_all_up_to_date_imports_nothing_to_upgrade_with(sqlite_url: str) -> None:
    starts = "migrate(open_engine(sys.argv[1])); print('alembic' in sys.modules)"
    script = f"import sys; from storage.engine import open_engine; from storage.migrations import migrate; {starts}"

    assert subprocess.check_output([sys.executable, "-c", script, sqlite_url], cwd=ROOT, text=True) == "False\n"


def test_an_empty_database_is_migrated_once_by_many_at_once(empty: Engine) -> None:
    several = [Thread(target=migrate, args=(empty,)) for _ in range(3)]
    for one in several:
        one.start()
    for one in several:
        one.join(30)

    with empty.connect() as connection:
        assert current(connection) == newest()


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_replica_that_starts_waits_for_nobody_who_writes(history: SqlStore) -> None:
    starting = Thread(target=migrate, args=(history.engine,))
    with history.write() as unit:
        unit.record(unit.lead(LeadId(1)), "noted", actor=PersonId(1), now=NOW)
        starting.start()
        starting.join(10)

        assert not starting.is_alive()


def test_a_trigger_that_is_missing_is_laid_at_the_next_start(history: SqlStore) -> None:
    sqlite = history.engine.dialect.name == "sqlite"
    with history.engine.begin() as connection:
        connection.execute(text(f"DROP TRIGGER {'entries_no_update' if sqlite else 'entries_no_change ON entries'}"))

    migrate(history.engine)

    with history.engine.connect() as connection, pytest.raises(DatabaseError, match="append-only"):
        connection.execute(update(entries).values(kind="won"))


ROWS = {
    Person: (people, set()),
    Draft: (drafts, set()),
    Lead: (leads, {"account"}),
    Entry: (entries, {"seals", "hash"}),
    Help: (helpers, set()),
    Win: (wins, {"minor", "currency"}),
    Notice: (notices, {"line"}),
    Telling: (tellings, {"id"}),
}
ELSEWHERE = {Entry: {"undone"}, Win: {"amount"}}


@pytest.mark.parametrize("value", ROWS, ids=lambda value: value.__name__)
def test_a_value_and_its_row_have_the_same_fields(value: type[Any]) -> None:
    table, only_in_the_row = ROWS[value]

    names = {field.name for field in fields(value)}

    assert names - ELSEWHERE.get(value, set()) == set(table.columns.keys()) - only_in_the_row


@pytest.fixture
def history(store: SqlStore, erin: Person, ravi: Person) -> SqlStore:
    """Something in every table that is only ever appended to."""
    with store.write() as unit:
        given = Given(Kind.SALES, "Acme")
        lead = unit.enter(just_logged(given, referrer=erin.id, now=NOW, promise_due=NOW))
        entry = unit.record(lead, "logged", actor=erin.id, now=NOW)
        unit.mark_undone(entry.id)
        unit.set("place.leads", "C1", by=ravi.id, now=NOW)
        unit.put(Notice("card:1", "place:leads", "card", answers_a_click=True))
        queued = unit.notice_by_key("card:1")
        assert queued is not None
        assert queued.id is not None
        notice = unit.start_sending(queued.id, 1, NOW)
        assert notice is not None
        unit.sent(notice, 1, shown="hash", receipt="C1:1", now=NOW, told=True)
    return store


REFUSED = (sqlite3.IntegrityError, psycopg.errors.RestrictViolation)
FORBIDDEN: dict[str, Executable] = {
    "change an entry": update(entries).values(kind="won"),
    "delete an entry": delete(entries),
    "delete what says that an entry was undone": delete(undone),
    "change a telling": update(tellings).values(hash="other"),
    "delete a telling": delete(tellings),
    "change a setting": update(settings).values(key="other"),
    "delete a setting": delete(settings),
    "give a lead another referrer": update(leads).values(referrer=2),
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_nobody_can(what: str, history: SqlStore) -> None:
    with history.engine.connect() as connection, pytest.raises(DatabaseError, match=r"append-only|keeps its referrer"):
        connection.execute(FORBIDDEN[what])


def test_the_credit_goes_where_the_history_says_that_it_was_left_and_nowhere_else(
    history: SqlStore, erin: Person, ravi: Person
) -> None:
    """By whoever had it, to that one, as the last thing that happened."""
    with history.write() as unit:
        lead = unit.lead(LeadId(1))
        unit.record(lead, "credit_left", actor=ravi.id, other=ravi.id, now=NOW)
    with pytest.raises(REFUSED, match="keeps its referrer"), history.write() as unit:
        unit.credit(unit.lead(LeadId(1)), ravi.id)
    with history.write() as unit:
        lead = unit.lead(LeadId(1))
        unit.record(lead, "credit_left", actor=erin.id, other=ravi.id, now=NOW)
        assert unit.credit(lead, ravi.id).referrer == ravi.id

    with pytest.raises(REFUSED, match="keeps its referrer"), history.write() as unit:
        unit.credit(unit.lead(LeadId(1)), erin.id)
    with history.read() as reading:
        assert reading.lead(LeadId(1)).referrer == ravi.id


def test_a_record_that_is_older_gives_the_credit_only_where_nobody_decided_about_the_claim(
    history: SqlStore, erin: Person, ravi: Person
) -> None:
    with pytest.raises(REFUSED, match="keeps its referrer"), history.write() as unit:
        _by_record(unit, ravi)
    with history.write() as unit:
        claim = Dispute(DisputeId(0), LeadId(1), ravi.id, NOW, Proof.LINK, NOW.date(), unit.write_text(LeadId(1), "1"))
        given = unit.add_dispute(replace(claim, outcome=Outcome.GIVEN, settled_by=erin.id))
    with pytest.raises(REFUSED, match="keeps its referrer"), history.write() as unit:
        _by_record(unit, ravi)
    with history.write() as unit:
        unit.save_dispute(replace(given, settled_by=None))

        assert _by_record(unit, ravi).referrer == ravi.id


def _by_record(unit: Unit, who: Person) -> Lead:
    lead = unit.lead(LeadId(1))
    unit.record(lead, "credit_by_record", actor=who.id, other=who.id, now=NOW)
    return unit.credit(unit.lead(LeadId(1)), who.id)


def test_replacing_an_entry_does_not_walk_past_its_trigger(history: SqlStore) -> None:
    if history.engine.dialect.name == "sqlite":
        replacing = text("INSERT OR REPLACE INTO entries SELECT * FROM entries")
    else:
        replacing = text("TRUNCATE entries CASCADE")

    with history.engine.connect() as connection, pytest.raises(DatabaseError, match="append-only"):
        connection.execute(replacing)
