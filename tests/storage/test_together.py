"""Two people at once: one of them is first, and the other sees what the first one did."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

from bot.answers import Answer
from bot.ids import Origin, PersonId
from bot.notices import Notice
from bot.people import Identity, Person, Profile
from storage import SqlStore, secret
from storage.engine import open_engine
from tests.storage.conftest import NOW
from tests.storage.test_leads import give

TIMES = 8


def together(work: Callable[[int], object]) -> list[object]:
    barrier = Barrier(TIMES)

    def one(number: int) -> object:
        barrier.wait()
        return work(number)

    with ThreadPoolExecutor(TIMES) as pool:
        return list(pool.map(one, range(TIMES)))


def test_one_of_many_takes_the_lead_and_the_others_see_it(store: SqlStore, erin: Person) -> None:
    lead = give(store, erin)
    people = [_meet(store, f"U{number}").id for number in range(TIMES)]

    def take(number: int) -> PersonId:
        with store.write() as unit:
            found = unit.lead(lead.id)
            if found.owner is None:
                unit.save(replace(found, owner=people[number]))
                unit.record(found, "take", actor=people[number], now=NOW)
            return unit.lead(lead.id).owner or erin.id

    owners = together(take)

    assert len(set(owners)) == 1
    with store.read() as reading:
        assert reading.lead(lead.id).owner == owners[0]
        assert [entry.seq for entry in reading.entries(lead.id)] == [1]


def test_an_intention_that_arrives_many_times_at_once_is_carried_out_once(store: SqlStore, erin: Person) -> None:
    def click(_number: int) -> str:
        with store.write() as unit:
            first = unit.claim(Origin("click:1"), NOW)
            if first is not None:
                return first.code
            give_answer = Answer("moved")
            unit.set("place.leads", "C1", by=erin.id, now=NOW)
            unit.settle(Origin("click:1"), give_answer)
            return "done"

    answers = together(click)

    assert sorted(map(str, answers)) == ["done", *["moved"] * (TIMES - 1)]


def test_a_newcomer_who_does_many_things_at_once_is_one_person(store: SqlStore) -> None:
    met = together(lambda _number: _meet(store, "UNew").id)

    assert len(set(met)) == 1


def test_saying_the_same_at_once_is_one_notice_wanted_as_often(store: SqlStore) -> None:
    def say(_number: int) -> None:
        with store.write() as unit:
            unit.put(Notice("card:1", "person:1", "card", answers_a_click=True))

    together(say)

    with store.read() as reading:
        notice = reading.notice_by_key("card:1")
    assert notice is not None
    assert notice.wanted == TIMES


def test_a_reader_is_not_kept_waiting_by_a_writer(store: SqlStore, erin: Person) -> None:
    lead = give(store, erin)

    with store.write() as unit:
        unit.save(replace(unit.lead(lead.id), name="Changed"))
        with store.read() as reading:
            assert reading.lead(lead.id).name == "Acme"


def test_a_reader_sees_one_moment(store: SqlStore, erin: Person) -> None:
    lead = give(store, erin)

    with store.read() as reading:
        assert reading.lead(lead.id).name == "Acme"
        with store.write() as unit:
            unit.save(replace(unit.lead(lead.id), name="Changed"))
        assert reading.lead(lead.id).name == "Acme"


def test_the_secret_is_made_once_and_shared(store: SqlStore, database_url: str) -> None:
    another = open_engine(database_url)

    first = secret(store.engine, None)

    assert len(first) == 32
    assert secret(another, None) == first
    if store.engine.dialect.name == "sqlite":  # a server's database keeps what it had: see test_secret
        assert secret(another, "given") != first
    another.dispose()


def test_the_file_with_the_secret_is_ours_alone(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'leadloop.db'}")

    secret(engine, None)

    assert (tmp_path / "leadloop.db.secret").stat().st_mode & 0o777 == 0o600
    engine.dispose()


def _meet(store: SqlStore, user: str) -> Person:
    with store.write() as unit:
        return unit.meet(Identity("slack", "T1", user), Profile(user, "UTC"), NOW)
