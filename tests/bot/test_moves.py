"""The one table of moves: every cell of it, and the way back."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product

import pytest

from bot import moving, rights
from bot.carrying import CHECKLIST, Typed, carry
from bot.errors import NoSuchLead, Refused
from bot.ids import LeadId, PersonId
from bot.leads import CLOSED, OPEN, WORKED, Kind, Lead, Status
from bot.moves import BY_NAME, LIKELY, TABLE, Move
from bot.people import Person, Role
from bot.setup import Setup
from bot.standing import Standing

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
ERIN, RAVI, RITA, MARA = (PersonId(n) for n in (1, 2, 3, 4))
SALES, TALENT = Kind.SALES, Kind.TALENT


def lead(status: Status, kind: Kind = SALES, owner: PersonId | None = RAVI) -> Lead:
    owner = owner if status in WORKED | CLOSED else None
    return Lead(
        kind=kind, name="Acme", id=LeadId(1), referrer=ERIN, owner=owner, status=status, logged_at=NOW, moved_at=NOW
    )


def somebody(number: PersonId, *, guest: bool = False, known: bool = True, admin: bool = False) -> Person:
    return Person(
        number, "Somebody", "Europe/Madrid", "en-GB", guest, admin, deactivated=False, known=known, seen_at=NOW
    )


FILLED = Typed(owner=RITA, on=date(2026, 12, 1), reason="timing", word="w", note="n", step="s", checklist=CHECKLIST)


def test_the_table_knows_every_status_of_each_kind() -> None:
    talent = {Status.NEW, Status.ACCEPTED, Status.SCREENING, Status.INTERVIEWING, Status.OFFER, Status.NURTURING}
    sales = OPEN - {Status.SCREENING, Status.INTERVIEWING, Status.OFFER}

    assert {s for move in TABLE for s in move.starts[SALES]} - CLOSED == sales
    assert {s for move in TABLE for s in move.starts[TALENT]} - CLOSED == talent
    assert set(LIKELY) == set(Status)


@pytest.mark.parametrize("move", TABLE, ids=lambda move: move.name)
def test_every_move_ends_where_the_table_says_and_can_be_taken_back(move: Move) -> None:
    for kind in Kind:
        for status in move.starts[kind]:
            before = replace(lead(status, kind), resume=Status.ACCEPTED if status in CLOSED else None)
            given = carry(move, kind, FILLED, today=NOW.date())

            after = moving.apply(move, before, given, by=RAVI, marketing=True, now=NOW)

            end = move.ends[kind]
            assert not isinstance(end, Status) or after.status is end
            assert after.referrer == ERIN
            assert (after.status in WORKED) <= (after.owner is not None)
            assert moving.taken_back(after, moving.changed(before, after)) == before


@pytest.mark.parametrize(("move", "standing"), list(product(TABLE, Standing)), ids=lambda cell: cell.name)
def test_a_move_is_open_to_whom_the_table_names_and_to_nobody_else(move: Move, standing: Standing) -> None:
    stands = frozenset({standing, Standing.MEMBER})
    allowed = [
        status
        for kind, owner, asked_back in product(Kind, (None, RAVI), (None, NOW))
        for status in move.starts[kind]
        if rights.permits(move, replace(lead(status, kind, owner), asked_back_at=asked_back), stands)
    ]

    assert bool(allowed) == (standing in move.who)


def test_without_any_roles_a_colleague_may_take_a_customer_but_not_a_candidate() -> None:
    nobody_named = Setup()
    rita = somebody(RITA)

    for kind, may in ((SALES, True), (TALENT, False)):
        stands = rights.standings(rita, lead(Status.NEW, kind), nobody_named)
        assert (Standing.TAKER in stands) is may


def test_with_a_marketer_named_a_new_lead_waits_for_marketing() -> None:
    setup = Setup(roles={Role.MARKETER: frozenset({PersonId(9)}), Role.REP: frozenset({RAVI})})
    stands = rights.standings(somebody(RAVI), lead(Status.NEW), setup)

    with pytest.raises(Refused, match="moved_on"):
        rights.check(BY_NAME["take"], lead(Status.NEW), stands, setup)
    rights.check(BY_NAME["take"], lead(Status.SALES_READY), stands, setup)


def test_guests_the_unknown_and_strangers_to_a_candidate_see_no_such_lead() -> None:
    named = Setup(roles={Role.RECRUITER: frozenset({MARA})})
    talent = lead(Status.NEW, TALENT)

    for person in (somebody(RITA), somebody(RITA, guest=True), somebody(RITA, known=False)):
        with pytest.raises(NoSuchLead):
            rights.check(BY_NAME["take"], talent, rights.standings(person, talent, named), named)


def test_the_referrer_sees_how_to_reach_them_and_a_colleague_does_not() -> None:
    sales = lead(Status.ACCEPTED)

    assert rights.may_see_contact(sales, rights.standings(somebody(ERIN), sales, Setup()))
    assert not rights.may_see_contact(sales, rights.standings(somebody(RITA), sales, Setup()))


def test_notes_for_the_team_are_not_for_the_referrer() -> None:
    sales = lead(Status.ACCEPTED)

    assert not rights.may_read_notes(rights.standings(somebody(ERIN), sales, Setup()))
    assert rights.may_read_notes(rights.standings(somebody(RAVI), sales, Setup()))


@pytest.mark.parametrize(
    ("move", "typed", "field", "code"),
    [
        ("warm", Typed(on=date(2026, 11, 22)), "on", "in_the_past"),
        ("warm", Typed(), "on", "needed"),
        ("step", Typed(on=date(2026, 12, 1)), "step", "needed"),
        ("lose", Typed(), "reason", "needed"),
        ("lose", Typed(reason="their fault"), "reason", "not_a_reason"),
        ("ready", Typed(checklist=("who", "reach")), "checklist", "needed"),
        ("win", Typed(amount="-1"), "amount", "negative_amount"),
        ("win", Typed(thanks="x" * 3001), "thanks", "too_long"),
        ("pass", Typed(), "owner", "needed"),
    ],
)
def test_what_is_missing_or_wrong_is_said_under_its_field(move: str, typed: Typed, field: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        carry(BY_NAME[move], SALES, typed, today=NOW.date())

    assert (refused.value.field, refused.value.code) == (field, code)
