"""What is queued is said: in order within a lane, at the platform's pace, through stops, crashes and replicas."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from threading import Event, Thread
from time import monotonic

import pytest
from sqlalchemy import Engine, text

from bot.deliver import Outcome
from bot.ids import NoticeId
from bot.notices import Notice, State
from storage import SqlStore, open_engine, open_store
from storage.store.outbox import Queued
from tests.storage.conftest import NOW
from tests.storage.house import QUICK, Desk, House


@pytest.fixture
def house(database_url: str) -> Iterator[House]:
    store, carrier = open_store(database_url, patience=QUICK)
    yield House(store, carrier, Desk(store))
    carrier.stop(5)
    store.close()


def test_what_is_queued_is_said_in_order_and_one_at_a_time_in_a_lane(house: House) -> None:
    keys = [f"moved:{n}" for n in range(5)]
    for key in keys:
        house.put(key)

    house.start()
    house.carrier.drain(10)

    assert house.desk.said == keys
    assert house.desk.most_in_hand == 1
    gaps = [later - earlier for earlier, later in zip(house.desk.at, house.desk.at[1:], strict=False)]
    assert min(gaps) >= QUICK.pace


def test_a_commit_wakes_the_carrier(house: House) -> None:
    house.start()
    house.carrier.drain(10)

    house.put("moved:1")
    house.carrier.drain(10)

    assert house.desk.said == ["moved:1"]


def test_what_is_rolled_back_is_not_said(house: House) -> None:
    house.start()

    def changes_its_mind() -> None:
        with house.store.write() as unit:
            unit.put(Notice("moved:1", "person:1", "say", answers_a_click=True))
            raise LookupError

    with pytest.raises(LookupError):
        changes_its_mind()
    house.put("moved:2")
    house.carrier.drain(10)

    assert house.desk.said == ["moved:2"]


def test_what_was_queued_by_somebody_without_a_carrier_is_found(house: House, database_url: str) -> None:
    store = SqlStore(open_engine(database_url))
    with store.write() as unit:
        unit.put(Notice("moved:1", "person:1", "say", answers_a_click=True))
    store.close()

    house.start()
    house.carrier.drain(10)

    assert house.desk.said == ["moved:1"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_carrier_that_finds_the_database_locked_at_its_start_begins_when_it_is_free(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    house.put("moved:1")
    with closing(sqlite3.connect(str(house.store.engine.url.database))) as other:
        other.execute("BEGIN IMMEDIATE")
        house.start()
        _until(lambda: "could not look at the outbox" in caplog.text)

    house.carrier.drain(10)

    assert house.desk.said == ["moved:1"]


ENDS = {
    "done": ("procrastinate_finish_job_v1", "bigint, procrastinate_job_status, boolean"),
    "again": ("procrastinate_retry_job_v2", "bigint, timestamptz, integer, varchar, varchar"),
}


@pytest.fixture(params=ENDS)
def cut_off(request: pytest.FixtureRequest, house: House) -> Iterator[str]:
    """The server goes away while it hears for the first time that a job has ended so, and is back at once."""
    function, types = ENDS[request.param]
    given = ", ".join(f"${n}" for n, _ in enumerate(types.split(","), start=1))
    with house.store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for statement in (
            f"ALTER FUNCTION {function} RENAME TO its_own",
            "CREATE SEQUENCE ends",
            f"""CREATE FUNCTION {function}({types}) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
                IF nextval('ends') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()), pg_sleep(9); END IF;
                PERFORM its_own({given}); END $$""",
        ):
            connection.exec_driver_sql(statement)
        yield request.param
        house.carrier.stop(5)
        for statement in (
            f"DROP FUNCTION {function}",
            "DROP SEQUENCE ends",
            f"ALTER FUNCTION its_own RENAME TO {function}",
        ):
            connection.exec_driver_sql(statement)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_job_whose_end_is_cut_off_does_not_hold_up_its_lane(house: House, cut_off: str) -> None:
    tries = iter(["again"] if cut_off == "again" else [])
    house.desk.ends = lambda _key: Outcome(again=0.05) if next(tries, "") else None
    for key in ("moved:1", "moved:2"):
        house.put(key)

    house.start()
    house.carrier.drain(10)

    assert house.desk.said == ["moved:1", "moved:2"]


def test_one_lane_that_is_held_up_does_not_hold_up_another(house: House) -> None:
    held_up = Event()
    house.desk.ends = lambda key: Outcome(again=0.05) if key == "slow" and not held_up.is_set() else None
    house.put("slow", "person:1")
    house.put("after", "person:1")
    house.put("other", "person:2")

    house.start()
    _until(lambda: house.desk.said == ["other"])
    held_up.set()
    house.carrier.drain(10)

    assert house.desk.said == ["other", "slow", "after"]


def test_what_is_wanted_again_meanwhile_is_said_again(house: House) -> None:
    house.put("card:1")
    house.start()
    house.carrier.drain(10)
    house.put("card:1")
    house.put("card:1")
    house.carrier.drain(10)

    with house.store.read() as reading:
        notice = reading.notice_by_key("card:1")
    assert notice is not None
    assert (notice.wanted, notice.shown, notice.state) == (3, 3, State.SENT)
    assert 2 <= len(house.desk.said) <= 3


def test_stopping_finishes_what_is_in_hand_and_leaves_the_rest(house: House, database_url: str) -> None:
    stops = Event()

    def slowly(_key: str) -> None:
        stops.set()

    house.desk.ends = slowly
    for n in range(20):
        house.put(f"moved:{n}")
    house.start()
    assert stops.wait(5)
    house.carrier.stop(5)

    said = list(house.desk.said)
    assert 0 < len(said) < 20
    store, carrier = open_store(database_url, patience=QUICK)
    desk = Desk(store)
    carrier.start(desk.deliver)
    carrier.drain(20)
    carrier.stop(5)
    store.close()
    assert said + desk.said == [f"moved:{n}" for n in range(20)]


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_stopping_waits_for_a_thread_that_still_looks_for_what_nobody_carries(house: House) -> None:
    stopping = Thread(target=house.carrier.stop, args=(10,))

    with house.store.engine.connect() as other:
        other.execute(text("LOCK TABLE notices"))
        house.start()
        _until(lambda: _waiting(house.store) > 0)
        stopping.start()
        _until(lambda: not house.carrier.alive)
        waits = stopping.is_alive()
    stopping.join()

    assert waits
    assert _waiting(house.store) == 0


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_replica_goes_on_where_another_was_quicker_with_the_same_lane(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    engine, said, lane = house.store.engine, list[int](), "person:1"

    def says(number: NoticeId, _: int) -> Outcome:
        said.append(number)
        return Outcome()

    with engine.connect() as slow, engine.connect() as quicker:
        committing = slow.begin()
        house.store.handover.take(slow, [Queued(NoticeId(1), 1, lane)])  # its number comes before its commit
        with engine.begin() as connection:
            house.store.handover.take(connection, [Queued(NoticeId(2), 1, lane)])
        quicker.execute(text("SELECT procrastinate_fetch_job_v2(ARRAY['notices'], procrastinate_register_worker_v1())"))
        committing.commit()

        house.carrier.start(says)
        _until(lambda: _asked(engine, "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"))
        quicker.commit()
        _until(lambda: _asked(engine, "DELETE FROM procrastinate_jobs WHERE (args ->> 'notice')::int = 2 RETURNING 1"))
        _until(lambda: _asked(engine, "SELECT NOT EXISTS (SELECT FROM procrastinate_jobs)"))

    assert said == [1]
    assert "lost the database" not in caplog.text


IN_HAND = """
    WITH silent AS (INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour') RETURNING id)
    UPDATE procrastinate_jobs SET status = 'doing', worker_id = silent.id
    FROM silent WHERE lock = :lane RETURNING silent.id
"""


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_after_the_database_was_away_a_replica_has_the_time_to_say_that_it_lives(house: House) -> None:
    """Nobody could give a sign of life meanwhile; whoever is back first takes nobody for gone."""
    for person in (1, 2):
        house.put(f"moved:{person}", f"person:{person}")
    with house.store.engine.begin() as connection:
        workers = {person: connection.scalar(text(IN_HAND), {"lane": f"person:{person}"}) for person in (1, 2)}

    def gone_is_taken_up_while_the_other_lives() -> bool:
        with house.store.engine.begin() as connection:
            beat = text("UPDATE procrastinate_workers SET last_heartbeat = now() WHERE id = :id")
            connection.execute(beat, {"id": workers[2]})
        return house.desk.said == ["moved:1"]

    house.start()
    Event().wait(QUICK.heartbeat)  # until the other's next sign of life
    _until(gone_is_taken_up_while_the_other_lives)

    Event().wait(QUICK.settle + QUICK.heartbeat)
    assert house.desk.said == ["moved:1"]
    with house.store.engine.begin() as connection:
        left = connection.execute(text("SELECT status, worker_id FROM procrastinate_jobs")).all()
    assert left == [("doing", workers[2])]


def test_a_new_start_tries_at_once_what_was_put_off_but_not_what_may_yet_arrive(
    house: House, database_url: str
) -> None:
    """Whoever mended something starts the bot anew, and should see that it works."""
    tried = set[str]()

    def later(key: str) -> Outcome:
        tried.add(key)
        return Outcome(again=600)

    house.desk.ends = later
    for person in (1, 2):
        house.put(f"moved:{person}", f"person:{person}")
    house.start()
    _until(lambda: tried == {"moved:1", "moved:2"})
    house.carrier.stop(5)
    with house.store.engine.begin() as connection:
        connection.execute(text("UPDATE notices SET unsure = true WHERE key = 'moved:2'"))

    store, carrier = open_store(database_url, patience=replace(QUICK, settle=600))
    desk = Desk(store)
    carrier.start(desk.deliver)
    _until(lambda: bool(desk.said))
    Event().wait(3 * QUICK.poll)
    carrier.stop(5)
    store.close()

    assert desk.said == ["moved:1"]


def test_what_there_is_nothing_to_say_of_does_not_hold_up_the_lane(database_url: str) -> None:
    """A carrier goes on as soon as one is done, and not only when it looks by itself."""
    store, carrier = open_store(database_url, patience=replace(QUICK, poll=5.0))
    seen: list[int] = []

    def nothing(number: NoticeId, n: int) -> Outcome:
        with store.write() as unit:
            notice = unit.start_sending(number, n, NOW)
            if notice:
                unit.nothing_to_say(notice, n, NOW)
        seen.append(number)
        return Outcome()

    house = House(store, carrier, Desk(store))
    for n in range(12):
        house.put(f"moved:{n}")
    carrier.start(nothing)
    _until(lambda: len(seen) == 12)
    carrier.stop(5)
    store.close()

    assert seen == sorted(seen)


def test_two_carriers_double_nothing(house: House, database_url: str) -> None:
    store, carrier = open_store(database_url, patience=QUICK)
    house.start()
    carrier.start(house.desk.deliver)
    for n in range(12):
        house.put(f"moved:{n}", f"person:{n % 3}")

    house.carrier.drain(20)
    carrier.stop(5)
    store.close()

    assert sorted(house.desk.said) == sorted(f"moved:{n}" for n in range(12))
    assert house.desk.most_in_hand == 1


def test_a_fault_in_delivering_stops_nothing(house: House, caplog: pytest.LogCaptureFixture) -> None:
    faults = iter([OSError("DETAIL: Key (email)=(jane@acme.example) is there already")])

    def ends(_key: str) -> None:
        for fault in faults:
            raise fault

    house.desk.ends = ends
    house.put("moved:1")
    house.put("moved:2")

    house.start()
    house.carrier.drain(10)

    assert house.desk.said == ["moved:1", "moved:2"]
    assert house.carrier.alive
    assert "OSError" in caplog.text, "what kind it was, and where"
    assert "jane@" not in caplog.text, "and nothing that somebody typed"


def test_draining_says_when_it_takes_too_long(house: House) -> None:
    house.put("moved:1")

    with pytest.raises(TimeoutError):
        house.carrier.drain(0.05)


def _waiting(store: SqlStore) -> int:
    """How many of PostgreSQL's connections wait for a lock."""
    locked = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    with store.engine.connect() as connection:
        return int(connection.execute(text(locked)).scalar_one())


def _until(is_so: Callable[[], bool]) -> None:
    """Wait for another thread: real time, five seconds at most."""
    pause, end = Event(), monotonic() + 5
    while not is_so():
        assert monotonic() < end
        pause.wait(0.01)


def _asked(engine: Engine, statement: str) -> bool:
    with engine.begin() as connection:
        return bool(connection.execute(text(statement)).scalar())
