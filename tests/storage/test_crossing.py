"""Two who change the same leads at once, each in an order of their own: both succeed."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from threading import Barrier, BrokenBarrierError

import pytest
from sqlalchemy import text

from bot.answers import Answer
from bot.errors import Crossed
from bot.ids import LeadId, Origin
from bot.people import Person
from bot.services.once import once
from bot.store import Unit
from storage.store import SqlStore
from tests.storage.conftest import NOW
from tests.storage.test_leads import give


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_two_who_wait_for_each_other_both_get_what_they_asked_for(store: SqlStore, erin: Person) -> None:
    both = [give(store, erin).id, give(store, erin).id]
    meeting = Barrier(2)

    @once
    def touches(unit: Unit, numbers: list[LeadId], patience: Iterator[float], *, now: datetime) -> Answer:  # noqa: ARG001 - `once` reads it
        first, second = numbers
        unit.save(unit.lead(first))
        with suppress(BrokenBarrierError):  # who comes back alone goes on
            meeting.wait(next(patience))
        unit.save(unit.lead(second))
        return Answer("touched")

    with ThreadPoolExecutor(2) as people:
        answers = [
            people.submit(touches, store, Origin(f"click:{n}"), numbers, iter((5, 0.2, 0.2)), now=NOW)
            for n, numbers in enumerate((both, both[::-1]))
        ]

    assert [answer.result() for answer in answers] == [Answer("touched")] * 2


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_nobody_waits_for_whoever_alters_a_table_for_hours(store: SqlStore, erin: Person) -> None:
    number = give(store, erin).id

    @once
    def touches(unit: Unit, *, now: datetime) -> Answer:  # noqa: ARG001 - `once` reads it
        unit.save(unit.lead(number))
        return Answer("touched")

    with store.engine.begin() as connection:
        connection.execute(text("LOCK TABLE leads IN ACCESS EXCLUSIVE MODE"))
        with pytest.raises(Crossed):
            touches(store, Origin("click:1"), now=NOW)

    assert touches(store, Origin("click:1"), now=NOW) == Answer("touched")
