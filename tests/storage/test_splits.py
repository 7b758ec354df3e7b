"""The database lets a co-referrer have the share that was agreed or decided, and no other."""

import sqlite3
from collections.abc import Sequence

import psycopg
import pytest

from bot.ids import LeadId, PersonId, SplitId
from bot.joining import joined
from bot.leads import Given, Kind, just_logged
from bot.people import Person
from bot.splits import Outcome, Share, Split
from bot.values import replace
from storage.store import SqlStore
from tests.storage.conftest import NOW, person

REFUSED = pytest.raises((sqlite3.IntegrityError, psycopg.errors.RestrictViolation), match="as was agreed")
WHOLE, PART = LeadId(1), LeadId(2)


@pytest.fixture
def shared(store: SqlStore, erin: Person, ravi: Person) -> SqlStore:
    """Erin gave a lead, Wanda gave it too, and Ravi has it."""
    wanda = person(store, "Wanda")
    with store.write() as unit:
        whole, part = (
            unit.enter(just_logged(Given(Kind.SALES, "Acme"), referrer=who, now=NOW, promise_due=NOW))
            for who in (erin.id, wanda.id)
        )
        unit.save(joined(part, whole))
        unit.save(replace(whole, parts=1, owner=ravi.id))
    return store


def settle(
    store: SqlStore, shares: Sequence[int] = (60, 40), *, agree: bool = True, by: PersonId | None = None
) -> None:
    """Both agree, or one of them does not; or somebody decided."""
    outcome = Outcome.DECIDED if by else Outcome.AGREED
    rows = [
        Share(SplitId(0), lead, share, NOW if agree or lead == WHOLE else None)
        for lead, share in zip((WHOLE, PART), shares, strict=True)
    ]
    with store.write() as unit:
        owner = unit.lead(WHOLE).owner or by or PersonId(0)
        unit.add_split(Split(SplitId(0), WHOLE, owner, NOW, outcome=outcome, settled_by=by), rows)


def takes(store: SqlStore, share: int) -> int:
    with store.write() as unit:
        unit.save(replace(unit.lead(PART), share=share))
    with store.read() as reading:
        return reading.lead(PART).share


def test_where_all_agreed_it_is_theirs_and_no_more(shared: SqlStore) -> None:
    settle(shared)

    assert takes(shared, 40) == 40
    for other in (41, 0):
        with REFUSED:
            takes(shared, other)


def test_where_one_has_not_agreed_it_is_not(shared: SqlStore) -> None:
    settle(shared, agree=False)

    with REFUSED:
        takes(shared, 40)


@pytest.mark.parametrize("shares", [(60, 50), (160, -60), (40, 50)])
def test_shares_that_do_not_add_up_are_nobodys(shared: SqlStore, shares: tuple[int, int]) -> None:
    settle(shared, shares)

    with REFUSED:
        takes(shared, shares[1])


@pytest.mark.parametrize("who", ["Mara", "Erin", "Wanda", "Ravi"])
def test_somebody_decides_who_is_none_of_them(shared: SqlStore, who: str) -> None:
    settle(shared, agree=False, by=person(shared, who).id)

    if who == "Mara":
        assert takes(shared, 40) == 40
    else:
        with REFUSED:
            takes(shared, 40)


def test_the_last_that_was_settled_counts(shared: SqlStore) -> None:
    settle(shared)
    assert takes(shared, 40) == 40
    settle(shared, (70, 30))

    with REFUSED:
        takes(shared, 41)
    assert takes(shared, 30) == 30


def test_what_is_no_part_any_more_has_none(shared: SqlStore) -> None:
    settle(shared)
    takes(shared, 40)
    with shared.write() as unit:
        unit.save(replace(unit.lead(PART), part_of=None, share=0))

    with REFUSED:
        takes(shared, 40)
