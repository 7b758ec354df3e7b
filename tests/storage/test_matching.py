"""Leads that are about the same, as the store finds and links them; and that two who log at once see each other."""

import threading
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.answers import Answer
from bot.ids import LeadId, Origin, PersonId
from bot.joining import SHARED, joined
from bot.leads import Given, Kind, Lead, Status, just_logged
from bot.matching import Link
from bot.people import Person
from bot.services.once import once
from bot.store import Unit
from storage.store import SqlStore
from storage.store.matching import EACH
from storage.tables import match_keys
from tests.storage.conftest import NOW

JANE = Given(Kind.SALES, "Acme", person="Jane Doe", email="jane@acme.example", phone="+34600123456")


def give(store: SqlStore, by: Person, given: Given = JANE) -> Lead:
    with store.write() as unit:
        return unit.enter(just_logged(given, referrer=by.id, now=NOW, promise_due=NOW + timedelta(days=1)))


def compared(store: SqlStore, given: Given) -> list[int]:
    with store.read() as unit:
        return [known.id for known in unit.comparable(given)]


@pytest.mark.parametrize(
    "given",
    [
        Given(Kind.SALES, "ACME Ltd"),
        Given(Kind.SALES, "?", email="Jane+x@acme.example"),
        Given(Kind.SALES, "?", phone="600 123 456"),
        Given(Kind.SALES, "Globex", person="Doe Jane"),
        Given(Kind.SALES, "Globex", email="omar@acme.example"),
        Given(Kind.TALENT, "Jane", email="jane@acme.example"),
    ],
    ids=lambda given: f"{given.kind} {given.name} {given.email}{given.phone}",
)
def test_a_lead_is_found_by_each_of_its_keys(store: SqlStore, erin: Person, given: Given) -> None:
    lead = give(store, erin)
    give(store, erin, Given(Kind.SALES, "Initech", person="Peter Gibbons"))

    assert compared(store, given) == [lead.id]


def test_what_is_corrected_is_found_by_what_it_is_now(store: SqlStore, erin: Person) -> None:
    lead = give(store, erin)
    with store.write() as unit:
        unit.save(replace(unit.lead(lead.id), name="Globex", email="", person="", phone=""))

    assert compared(store, JANE) == []
    assert compared(store, Given(Kind.SALES, "Globex")) == [lead.id]


@pytest.mark.parametrize("held", ["restricted", "erased_at"])
def test_what_is_held_back_or_erased_is_not_compared(store: SqlStore, erin: Person, held: str) -> None:
    lead = give(store, erin)
    with store.write() as unit:
        known = unit.lead(lead.id)
        unit.save(replace(known, restricted=True) if held == "restricted" else replace(known, erased_at=NOW))

    assert compared(store, JANE) == []


def test_of_very_many_of_one_company_the_newest_are_compared(store: SqlStore, erin: Person) -> None:
    numbers = [give(store, erin, Given(Kind.SALES, "Acme", person=f"P{n}")).id for n in range(EACH + 5)]

    assert compared(store, Given(Kind.SALES, "Acme")) == numbers[5:]


def test_no_key_stays_of_what_has_no_text_any_more(store: SqlStore, erin: Person) -> None:
    lead = give(store, erin)
    with store.write() as unit:
        unit.save(replace(unit.lead(lead.id), name="", person="", email="", phone=""))

    with store.engine.connect() as connection:
        assert connection.execute(select(match_keys)).all() == []


def test_a_link_is_of_both_and_only_what_somebody_says_replaces_it(store: SqlStore, erin: Person) -> None:
    one, other = give(store, erin).id, give(store, erin).id
    with store.write() as unit:
        unit.link(one, other, Link.COMPANY, now=NOW)
        unit.link(other, one, Link.SAME, now=NOW)
        found = unit.links(one), unit.links(other)
        unit.link(one, other, Link.DIFFERENT, now=NOW, by=erin.id)
        unit.link(one, other, Link.SAME, now=NOW)

        assert found == ({other: Link.COMPANY}, {one: Link.COMPANY})
        assert unit.links(one) == {other: Link.DIFFERENT}


def test_parts_stand_where_the_whole_stands_and_keep_what_is_their_givers(
    store: SqlStore, erin: Person, ravi: Person
) -> None:
    whole, part = give(store, erin), give(store, ravi, replace(JANE, about="They know"))
    with store.write() as unit:
        unit.save(joined(part, whole))
        unit.save(replace(unit.lead(whole.id), parts=1))
    with store.write() as unit:
        spoken_to = replace(unit.lead(whole.id), status=Status.CONTACTED, owner=ravi.id, spoke_at=NOW)
        unit.save(replace(spoken_to, promise_due=None, muted=True))

    with store.read() as unit:
        now, (after,) = unit.lead(whole.id), unit.parts(whole.id)
    assert {name: getattr(after, name) for name in SHARED} == {name: getattr(now, name) for name in SHARED}
    assert (after.referrer, after.about, after.muted) == (ravi.id, "They know", False)
    assert after.promise_due == part.promise_due


def test_a_part_is_in_no_list_of_the_team_and_in_that_of_who_gave_it(
    store: SqlStore, erin: Person, ravi: Person
) -> None:
    whole, part = give(store, erin), give(store, ravi)
    with store.write() as unit:
        unit.save(replace(whole, owner=erin.id, status=Status.ACCEPTED, parts=1))
        unit.save(joined(part, unit.lead(whole.id)))

    with store.read() as unit:
        assert [lead.id for lead in unit.worked_by(erin.id, limit=9).items] == [whole.id]
        assert [lead.id for lead in unit.given_by(ravi.id, limit=9).items] == [part.id]
        assert unit.untaken(Kind.SALES, [Status.NEW], limit=9).total == 0


def test_who_logs_the_same_in_the_same_moment_sees_what_the_other_logged(store: SqlStore, erin: Person) -> None:
    """On PostgreSQL by a lock of what they share, or at the next try; SQLite has one writer."""
    seen: list[int] = []
    first_looked, second_looked = threading.Event(), threading.Event()

    @once
    def log(unit: Unit, *, first: bool, now: datetime) -> Answer:
        if not first:
            first_looked.wait(10)
        seen.append(len(unit.comparable(JANE)))
        (first_looked if first else second_looked).set()
        if first:
            second_looked.wait(0.1)  # who is let in too early is heard by then
        unit.enter(just_logged(JANE, referrer=PersonId(erin.id), now=now, promise_due=now))
        return Answer("logged")

    both = [
        threading.Thread(target=log, args=(store, Origin(f"log:{first}")), kwargs={"first": first, "now": NOW})
        for first in (True, False)
    ]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join(20)

    assert seen == [0, 1]


def test_numbers_of_leads_are_of_no_other_part(store: SqlStore, erin: Person) -> None:
    with store.read() as unit:
        assert unit.parts(LeadId(9)) == []
        assert unit.links(LeadId(9)) == {}
    assert give(store, erin).part_of is None
