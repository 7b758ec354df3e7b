"""Leads as the store keeps them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.errors import NoSuchLead
from bot.ids import LeadId
from bot.leads import Given, Kind, Lead, Status, just_logged
from bot.people import Person
from bot.store import Promise
from storage.store import SqlStore, SqlUnit
from storage.tables import leads, match_keys, traces, words
from tests.storage.conftest import NOW

LATER = NOW + timedelta(days=3)


def give(store: SqlStore, by: Person, name: str = "Acme", **fields: Any) -> Lead:  # noqa: ANN401 - any fields of a lead
    with store.write() as unit:
        lead = unit.enter(
            just_logged(Given(Kind.SALES, name), referrer=by.id, now=NOW, promise_due=NOW + timedelta(days=1))
        )
        unit.save(replace(lead, **fields))
        return unit.lead(lead.id)


def test_a_lead_comes_back_as_it_was_given(store: SqlStore, erin: Person) -> None:
    given = Given(Kind.TALENT, "Jane Doe", email="jane@acme.example", about="Ünïcode 🎉\nsecond line", aware=True)

    with store.write() as unit:
        lead = unit.enter(just_logged(given, referrer=erin.id, now=NOW, promise_due=NOW))
    with store.read() as reading:
        found = reading.lead(lead.id)

    assert found == lead
    assert found.kind is Kind.TALENT
    assert found.logged_at == NOW


def test_what_is_refused_leaves_nothing_behind(store: SqlStore, erin: Person) -> None:
    lead = give(store, erin)

    def change_and_ask_for_another() -> None:
        with store.write() as unit:
            unit.save(replace(lead, name="Changed"))
            unit.lead(LeadId(999))

    with pytest.raises(NoSuchLead):
        change_and_ask_for_another()

    with store.read() as reading:
        assert reading.lead(lead.id).name == "Acme"


WRITTEN: dict[str, tuple[Callable[[SqlUnit, Lead], None], str, object]] = {
    "its promise is held": (
        lambda unit, lead: unit.hold(Promise(lead.id, lead.referrer, None, LATER, LATER)),
        "promise_due",
        LATER,
    ),
    "all windows begin": (lambda unit, _: unit.begin_windows(LATER), "window_due", LATER),
    "all care is anew": (lambda unit, _: unit.care_anew(LATER), "care_due", LATER),
    "its whole is moved": (
        lambda unit, lead: unit.save(replace(unit.lead(_part_of(lead)), status=Status.ACCEPTED)),
        "status",
        Status.ACCEPTED,
    ),
}


def _part_of(lead: Lead) -> LeadId:
    assert lead.part_of is not None
    return lead.part_of


@pytest.mark.parametrize("what", WRITTEN)
def test_who_has_a_lead_at_hand_reads_what_was_written_to_it_since(store: SqlStore, erin: Person, what: str) -> None:
    writes, field, value = WRITTEN[what]
    whole = give(store, erin, parts=1) if what == "its whole is moved" else None
    number = give(store, erin, part_of=whole.id if whole else None).id

    with store.write() as unit:
        writes(unit, unit.lead(number))
        at_hand = unit.lead(number)
    with store.read() as reading:
        stands = reading.lead(number)

    assert (getattr(at_hand, field), at_hand) == (value, stands)


@pytest.mark.parametrize(
    ("as_given", "as_it_is", "known"),
    [
        ({"email": "JANE@acme.example"}, {}, True),
        ({}, {"email": "JANE@acme.example"}, True),
        ({"email": "jane@acme.example"}, {"email": "bill@acme.example"}, False),
        ({"person": "Jane  Dóe", "name": "ACME, S.L."}, {}, True),
        ({"person": "Jane", "name": "Acme"}, {}, False),
        ({"email": "jane@acme.example"}, {"kind": Kind.TALENT}, False),
        ({"email": "jane@acme.example"}, {"restricted": True}, False),
    ],
)
def test_another_lead_about_the_same_person_is_known_by_what_it_says_now(
    store: SqlStore,
    erin: Person,
    as_given: dict[str, Any],
    as_it_is: dict[str, Any],
    known: bool,  # noqa: FBT001
) -> None:
    first = give(store, erin, email="jane@acme.example", person="Jane Doe")
    other = give(store, erin, **({"name": "Globex"} | as_given))
    with store.write() as unit:
        unit.save(replace(unit.lead(other.id), **as_it_is))

    with store.read() as reading:
        assert [*reading.about_same(first)] == ([other.id] if known else [])


def test_the_number_of_a_lead_is_not_used_again(store: SqlStore, erin: Person) -> None:
    first = give(store, erin)
    with store.engine.begin() as connection:
        for table in (words, traces, match_keys):
            connection.execute(table.delete().where(table.c.lead == first.id))
        connection.execute(leads.delete().where(leads.c.id == first.id))

    assert give(store, erin).id > first.id


def test_saving_over_what_somebody_else_wrote_is_an_error(store: SqlStore, erin: Person) -> None:
    lead = give(store, erin)
    with store.write() as unit:
        unit.save(replace(lead, name="Mine"))

    with pytest.raises(RuntimeError), store.write() as unit:
        unit.save(replace(lead, name="Theirs"))


def test_a_lead_may_be_saved_twice_in_one_transaction(store: SqlStore, erin: Person) -> None:
    lead = give(store, erin)

    with store.write() as unit:
        unit.save(replace(lead, name="One"))
        unit.record(lead, "edited", actor=erin.id, now=NOW)
        unit.save(replace(lead, name="Two"))

    with store.read() as reading:
        assert (reading.lead(lead.id).name, reading.lead(lead.id).seq) == ("Two", 1)


def test_what_i_gave_shows_open_leads_first_then_the_newest(store: SqlStore, erin: Person) -> None:
    lost = give(store, erin, "Lost", status=Status.LOST)
    old, new = give(store, erin, "Old"), give(store, erin, "New")

    with store.read() as reading:
        page = reading.given_by(erin.id, limit=2)
        rest = reading.given_by(erin.id, limit=2, offset=2)

    assert [lead.id for lead in page.items] == [new.id, old.id]
    assert [lead.id for lead in rest.items] == [lost.id]
    assert page.total == 3


def test_what_i_work_shows_the_earliest_promise_first(store: SqlStore, erin: Person, ravi: Person) -> None:
    def mine(name: str, **fields: Any) -> Lead:  # noqa: ANN401 - any fields of a lead
        return give(store, erin, name, owner=ravi.id, status=Status.ACCEPTED, **fields)

    never = mine("Never", promise_due=None)
    later, soon = mine("Later", promise_due=NOW + timedelta(days=2)), mine("Soon", promise_due=NOW)
    give(store, erin, "Won", owner=ravi.id, status=Status.WON)

    with store.read() as reading:
        assert [lead.id for lead in reading.worked_by(ravi.id, limit=9).items] == [soon.id, later.id, never.id]


def test_leads_that_nobody_has_come_oldest_first(store: SqlStore, erin: Person, ravi: Person) -> None:
    first, second = give(store, erin, "First"), give(store, erin, "Second")
    give(store, erin, "Taken", owner=ravi.id)

    with store.read() as reading:
        page = reading.untaken(Kind.SALES, [Status.NEW, Status.SALES_READY], limit=9)

    assert [lead.id for lead in page.items] == [first.id, second.id]


def test_promises_fall_due_one_by_one(store: SqlStore, erin: Person) -> None:
    due = give(store, erin, "Due", promise_due=NOW)
    give(store, erin, "Later", promise_due=NOW + timedelta(seconds=1))
    give(store, erin, "Never", promise_due=None)

    with store.write() as unit:
        assert [lead.id for lead in unit.promises_due(NOW, limit=9)] == [due.id]
        assert unit.next_due() == NOW


def test_a_morning_has_what_is_due_of_the_owner_and_for_the_desk_what_comes_back_to_nobody(
    store: SqlStore, erin: Person, ravi: Person
) -> None:
    day, tonight = NOW.date(), NOW + timedelta(seconds=1)
    mine = {"owner": ravi.id, "status": Status.CONTACTED, "promise_due": None}
    warm = {"status": Status.NURTURING, "promise_due": None}
    due = give(store, erin, "Due", **mine, ask_due=NOW)
    step = give(store, erin, "Step", **mine, next_on=day)
    back = give(store, erin, "Back", **warm, owner=ravi.id, back_on=day - timedelta(days=1))
    nobodys = give(store, erin, "Nobody's", **warm, back_on=day)
    give(store, erin, "Later", **mine, ask_due=tonight, next_on=day + timedelta(days=1))
    give(store, erin, "Asleep", **warm, owner=ravi.id, back_on=day + timedelta(days=1))

    with store.write() as unit:
        assert [lead.id for lead in unit.morning(ravi.id, [], day, tonight)] == [due.id, step.id, back.id]
        assert [lead.id for lead in unit.morning(erin.id, [Kind.SALES], day, tonight)] == [nobodys.id]
        assert not unit.morning(erin.id, [Kind.TALENT], day, tonight)


def test_what_is_scheduled_comes_when_it_is_due_and_at_once_after_a_journey(store: SqlStore, erin: Person) -> None:
    with store.write() as unit:
        unit.schedule("morning", erin.id, NOW + timedelta(hours=1))
        unit.schedule("morning", erin.id, NOW + timedelta(hours=9), only_new=True)
        assert unit.next_due() == NOW + timedelta(hours=1)
        assert not unit.scheduled("morning", NOW, limit=9)
        assert unit.scheduled("morning", NOW + timedelta(hours=1), limit=9) == [erin.id]
