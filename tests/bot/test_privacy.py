"""By what somebody is known who comes up again, and that no clock runs for a lead that is held back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot import clocks, untaken
from bot.calendars import calendar_of
from bot.ids import LeadId, PersonId
from bot.leads import Given, Kind, Lead, Status
from bot.privacy import Way, mentions, own, traces
from bot.setup import Setup

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
JANE = Given(
    Kind.SALES,
    "ACME, S.L.",
    person="Jané Doe",
    email="Jane@Acme.example",
    phone="+34911232323",
    about="Met on 2026-05-04, copy joe@acme.example",
)


def test_somebody_is_known_by_address_number_and_full_name_at_a_company() -> None:
    assert own(JANE) == {
        (Way.EMAIL, "jane@acme.example"),
        (Way.PHONE, "911232323"),
        (Way.NAME, "jane doe @ acme"),
    }


@pytest.mark.parametrize(
    "given", [Given(Kind.SALES, "Acme"), Given(Kind.SALES, "Jane Doe"), Given(Kind.TALENT, "Jane")]
)
def test_nobody_is_known_by_a_company_or_a_first_name(given: Given) -> None:
    assert own(given) == frozenset()


@pytest.mark.parametrize(
    "told",
    ["Write to JANE@ACME.EXAMPLE.", "<jane@acme.example>", "call (911) 23-23-23", "0034 911 23 23 23 after six"],
)
def test_they_are_recognised_in_whatever_field_it_stands(told: str) -> None:
    other = Given(Kind.SALES, "Other")
    entered = [
        replace(other, about=told),
        replace(other, need=told),
        replace(other, help=told),
        replace(other, name=told),
    ]

    assert all(own(JANE) & traces(given) for given in entered)


@pytest.mark.parametrize(
    ("text", "them"),
    [
        ("I met jane doe there", True),
        ("jane@acme.example", True),
        ("call +34 911232323", True),
        ("Jane was there", False),
        ("Acme is nice, ask joe@acme.example on 2026-05-04", False),
        ("", False),
    ],
)
def test_a_text_speaks_of_them_by_address_number_or_full_name(text: str, *, them: bool) -> None:
    assert mentions(text, JANE) is them


def test_no_clock_runs_for_what_is_held_back() -> None:
    days = calendar_of(Setup(), PersonId(1), "Europe/Madrid")
    lead = Lead(
        Kind.SALES,
        "Acme",
        id=LeadId(1),
        referrer=PersonId(1),
        owner=PersonId(2),
        status=Status.ACCEPTED,
        logged_at=NOW,
        moved_at=NOW,
        promise_due=NOW + timedelta(days=7),
        news_due=NOW + timedelta(days=7),
    )
    held = replace(lead, restricted=True)

    def reckoned(one: Lead) -> list[bool]:
        dues = (clocks.next_promise(one, days, NOW), clocks.news_due(one, days), clocks.ask_due(one, days, NOW))
        return [due is not None for due in (*dues, clocks.manager_due(one, days))]

    assert reckoned(lead) == [True] * 4
    assert reckoned(held) == [False] * 4
    assert untaken.waits(replace(lead, owner=None, status=Status.NEW))
    assert not untaken.waits(replace(held, owner=None, status=Status.NEW))
