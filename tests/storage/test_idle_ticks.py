"""A tick that has nothing to do is a look, and no turn to write: nobody's click waits for it."""

from contextlib import _GeneratorContextManager
from datetime import UTC, datetime, timedelta
from sqlite3 import connect

from sqlalchemy import make_url

from bot import sweeps
from bot.drafts import Draft
from bot.ids import DraftId, Origin
from bot.notices import Notice, State
from bot.people import Person, Role
from bot.setup import Place
from storage.engine import open_engine
from storage.store import SqlStore, SqlUnit
from tests.databases import Databases

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_a_tick_with_nothing_to_do_waits_for_nobody_who_writes(all_databases: Databases) -> None:
    with all_databases.fresh("sqlite") as url:
        store = SqlStore(open_engine(url))
        writing = connect(str(make_url(url).database), isolation_level=None)
        writing.execute("BEGIN IMMEDIATE")

        done = sweeps.sweep(store, now=NOW)

        writing.close()
        store.close()
    assert done == 0


class Counted(SqlStore):
    """Counts how often somebody took a turn to write."""

    writes = 0

    def write(self) -> _GeneratorContextManager[SqlUnit]:
        self.writes += 1
        return super().write()


def test_a_tick_at_which_one_thing_is_due_writes_for_that_alone(store: SqlStore, erin: Person) -> None:
    with store.write() as unit:
        unit.put(Notice("moved:1", f"person:{erin.id}", "say", due=NOW))
    counted = Counted(store.engine)

    done = sweeps.sweep(counted, now=NOW)

    assert done == 1
    assert counted.writes == 2, "who hears it is looked at first, then it is released"


def test_what_waits_for_its_place_alone_goes_out_at_the_tick_after_it_is_set(store: SqlStore, erin: Person) -> None:
    with store.write() as unit:
        unit.put(Notice("card:1", "place:leads", "card"))
    assert sweeps.sweep(store, now=NOW) == 0

    with store.write() as unit:
        unit.set("place.leads", "C1", by=erin.id, now=NOW)
    sweeps.sweep(store, now=NOW)

    with store.read() as reading:
        notice = reading.notice_by_key("card:1")
        assert notice is not None
        assert notice.state is State.QUEUED
        assert reading.setup().places == {Place.LEADS: "C1"}


def test_whoever_is_a_manager_since_the_last_tick_has_a_digest_to_come(store: SqlStore, erin: Person) -> None:
    sweeps.sweep(store, now=NOW)

    with store.write() as unit:
        unit.set(f"role.{Role.MANAGER}", [erin.id], by=erin.id, now=NOW)
    sweeps.sweep(store, now=NOW)

    with store.read() as reading:
        assert reading.next_digest_of(erin.id) is not None


def test_old_intentions_and_drafts_are_forgotten_though_nothing_else_is_due(store: SqlStore, erin: Person) -> None:
    with store.write() as unit:
        unit.claim(Origin("click:1"), NOW)
        unit.add_draft(Draft(DraftId(0), erin.id, "Acme", NOW + timedelta(days=1)))

    sweeps.sweep(store, now=NOW + timedelta(days=29))
    kept = _kept(store)
    sweeps.sweep(store, now=NOW + timedelta(days=31))
    without_the_intention = _kept(store)
    sweeps.sweep(store, now=NOW + timedelta(days=92))

    assert (kept, without_the_intention, _kept(store)) == ((1, 1), (0, 1), (0, 0))


def _kept(store: SqlStore) -> tuple[int, int]:
    """Intentions, and drafts."""
    with store.read() as reading:
        ask = reading.connection.exec_driver_sql
        return ask("SELECT count(*) FROM origins").scalar_one(), ask("SELECT count(*) FROM drafts").scalar_one()
