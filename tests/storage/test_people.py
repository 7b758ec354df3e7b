"""People, settings and intentions as the store keeps them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.answers import Answer
from bot.drafts import Draft
from bot.ids import DraftId, EntryId, LeadId, Origin, PersonId
from bot.leads import Kind
from bot.people import Identity, Person, Profile, Role
from bot.setup import Place
from storage.store import SqlStore
from tests.storage.conftest import NOW

MONA = Identity("slack", "T1", "UMona")


def meet(store: SqlStore, identity: Identity, profile: Profile | None) -> Person:
    with store.write() as unit:
        return unit.meet(identity, profile, NOW)


def test_somebody_is_met_once_and_then_known(store: SqlStore) -> None:
    first = meet(store, MONA, None)
    second = meet(store, MONA, Profile("Mona Lisa", "Europe/Paris", guest=True))

    assert not first.known
    assert (second.id, second.name, second.zone, second.guest, second.known) == (
        first.id,
        "Mona Lisa",
        "Europe/Paris",
        True,
        True,
    )
    with store.read() as reading:
        assert reading.find_person(MONA) == second
        assert reading.identity(second.id, "slack") == MONA
        assert reading.identity(second.id, "teams") is None


def test_when_the_platform_does_not_tell_what_was_known_stays(store: SqlStore, erin: Person) -> None:
    assert meet(store, Identity("slack", "T1", "UErin"), None) == erin


def test_members_are_people_of_the_company_by_name(store: SqlStore, erin: Person, ravi: Person) -> None:
    meet(store, MONA, Profile("ann", "UTC"))
    meet(store, replace(MONA, user="UGuest"), Profile("Guest", "UTC", guest=True))
    meet(store, replace(MONA, user="UBot"), Profile("Bot", "UTC", bot=True))
    meet(store, replace(MONA, user="UGone"), Profile("Gone", "UTC", deactivated=True))
    meet(store, replace(MONA, user="UWho"), None)

    with store.read() as reading:
        assert [person.name for person in reading.members()] == ["ann", "Erin", "Ravi"]
        assert reading.people([erin.id, ravi.id, PersonId(99)]) == {erin.id: erin, ravi.id: ravi}


def test_whoever_opened_their_home_is_remembered(store: SqlStore, erin: Person) -> None:
    with store.write() as unit:
        unit.opened_home(erin.id)
        assert unit.person(erin.id).home_opened


def test_a_company_that_has_set_nothing_has_an_empty_setup(store: SqlStore) -> None:
    with store.read() as reading:
        setup = reading.setup()

    assert (setup.places, setup.roles, setup.desks, setup.days_off) == ({}, {}, {}, frozenset())


def test_the_last_value_of_each_setting_holds(store: SqlStore, erin: Person, ravi: Person) -> None:
    with store.write() as unit:
        for key, value in (
            ("place.leads", "C1"),
            ("place.leads", "C2"),
            ("place.wins", "C3"),
            ("place.wins", None),
            ("role.rep", {ravi.id, erin.id}),
            (f"reports.{erin.id}", [ravi.id]),
            ("desk.sales", (ravi.id, erin.id)),
            ("days_off", [date(2026, 12, 25)]),
        ):
            unit.set(key, value, by=erin.id, now=NOW)

    with store.read() as reading:
        setup = reading.setup()
    assert setup.places == {Place.LEADS: "C2"}
    assert setup.roles == {Role.REP: {erin.id, ravi.id}}
    assert setup.reports == {erin.id: {ravi.id}}
    assert setup.desks == {Kind.SALES: (ravi.id, erin.id)}
    assert setup.days_off == {date(2026, 12, 25)}


def test_a_setting_that_was_rolled_back_is_not_remembered(store: SqlStore, erin: Person) -> None:
    def changes_its_mind() -> None:
        with store.write() as unit:
            unit.set("place.leads", "C1", by=erin.id, now=NOW)
            assert unit.setup().places
            raise LookupError

    with pytest.raises(LookupError):
        changes_its_mind()

    with store.write() as unit:
        unit.set("place.wins", "C2", by=erin.id, now=NOW)
    with store.read() as reading:
        assert reading.setup().places == {Place.WINS: "C2"}


def test_an_intention_is_answered_a_second_time_with_its_first_outcome(store: SqlStore) -> None:
    answer = Answer("moved", lead=LeadId(7), undo=EntryId(3), facts={"by": "Ravi"})
    with store.write() as unit:
        assert unit.claim(Origin("click:1"), NOW) is None
        unit.settle(Origin("click:1"), answer)

    with store.write() as unit:
        assert unit.claim(Origin("click:1"), NOW) == answer
    with store.read() as reading:
        assert reading.outcome(Origin("click:1")) == answer
        assert reading.outcome(Origin("click:2")) is None


def test_an_intention_is_forgotten_the_oldest_first_and_no_more_at_a_time_than_asked(store: SqlStore) -> None:
    for day in (3, 1, 2):
        with store.write() as unit:
            unit.claim(Origin(f"click:{day}"), NOW + timedelta(days=day))
            unit.settle(Origin(f"click:{day}"), Answer("moved"))

    assert [_known_after_forgetting_one(store) for _ in range(3)] == [[2, 3], [3], [3]]


def _known_after_forgetting_one(store: SqlStore) -> list[int]:
    with store.write() as unit:
        unit.forget_origins(NOW + timedelta(days=3), limit=1)
    with store.read() as reading:
        return [day for day in (1, 2, 3) if reading.outcome(Origin(f"click:{day}"))]


def test_a_draft_is_kept_until_it_is_finished(store: SqlStore, erin: Person) -> None:
    with store.write() as unit:
        draft = unit.add_draft(Draft(DraftId(0), erin.id, "Acme, Jane", NOW + timedelta(hours=1)))
        assert unit.draft(draft.id) == draft
        unit.drop_draft(draft.id)

    with store.read() as reading, pytest.raises(KeyError):
        reading.draft(draft.id)
