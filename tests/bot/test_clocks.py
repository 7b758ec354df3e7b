"""The clocks, day by day: working time, quiet hours, and both changes of the clock."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clocks import WORKING_DAY, Calendar, company_thanks_due, first_word_due, next_promise
from bot.ids import LeadId, PersonId
from bot.leads import Kind, Lead, Status

MADRID = Calendar("Europe/Madrid")
AUCKLAND = Calendar("Pacific/Auckland")
HOLIDAY = Calendar("Europe/Madrid", frozenset({date(2026, 12, 25)}))


def here(calendar: Calendar, text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(calendar.zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("calendar", "logged", "promised"),
    [
        pytest.param(MADRID, "2026-11-23 10:00", "2026-11-24 10:00", id="Monday morning, so Tuesday morning"),
        pytest.param(MADRID, "2026-11-26 16:59", "2026-11-27 16:59", id="Thursday at the end of the day"),
        pytest.param(MADRID, "2026-11-27 16:00", "2026-11-30 16:00", id="Friday afternoon, so Monday afternoon"),
        pytest.param(MADRID, "2026-11-27 22:00", "2026-11-30 17:00", id="Friday night, so by the end of Monday"),
        pytest.param(MADRID, "2026-11-28 12:00", "2026-11-30 17:00", id="Saturday, so by the end of Monday"),
        pytest.param(MADRID, "2026-11-23 05:00", "2026-11-23 17:00", id="before work, so by the end of the day"),
        pytest.param(HOLIDAY, "2026-12-24 12:00", "2026-12-28 12:00", id="over a company day off and a weekend"),
        pytest.param(MADRID, "2026-10-23 16:00", "2026-10-26 16:00", id="over the night when summer time ends"),
        pytest.param(MADRID, "2026-03-27 16:00", "2026-03-30 16:00", id="over the night when summer time begins"),
        pytest.param(AUCKLAND, "2026-11-27 10:00", "2026-11-30 10:00", id="Friday in Auckland, a Thursday in UTC"),
    ],
)
def test_a_first_word_is_promised_within_one_working_day(calendar: Calendar, logged: str, promised: str) -> None:
    assert first_word_due(calendar, here(calendar, logged)) == here(calendar, promised)


@pytest.mark.parametrize(
    ("calendar", "moment", "heard"),
    [
        pytest.param(MADRID, "2026-11-23 10:00", "2026-11-23 10:00", id="in working hours at once"),
        pytest.param(MADRID, "2026-11-23 18:59", "2026-11-23 18:59", id="in the early evening at once"),
        pytest.param(MADRID, "2026-11-23 19:00", "2026-11-24 08:00", id="in the evening the next morning"),
        pytest.param(MADRID, "2026-11-24 03:00", "2026-11-24 08:00", id="at night the same morning"),
        pytest.param(MADRID, "2026-11-28 11:00", "2026-11-30 08:00", id="on Saturday on Monday morning"),
        pytest.param(HOLIDAY, "2026-12-25 11:00", "2026-12-28 08:00", id="on a day off on the next working morning"),
        pytest.param(MADRID, "2026-10-25 02:30", "2026-10-26 08:00", id="in the hour that comes twice"),
    ],
)
def test_nobody_is_spoken_to_at_night_or_on_a_day_off(calendar: Calendar, moment: str, heard: str) -> None:
    assert calendar.awake(here(calendar, moment)) == here(calendar, heard)


def test_working_time_is_the_same_whatever_day_it_begins() -> None:
    monday = here(MADRID, "2026-11-23 00:00")

    for hours in range(24 * 14):
        begun = monday + timedelta(hours=hours)
        ended = MADRID.after_working(begun, WORKING_DAY)
        local = MADRID.local(ended)
        assert MADRID.works_on(local.date())
        assert 9 <= local.hour < 17 or (local.hour, local.minute) == (17, 0)
        assert begun < ended <= begun + timedelta(days=3, hours=17)


def test_the_company_thanks_at_the_end_of_the_next_working_day() -> None:
    assert company_thanks_due(MADRID, here(MADRID, "2026-11-27 11:00")) == here(MADRID, "2026-11-30 17:00")


def lead(*, status: Status = Status.ACCEPTED, owner: int = 2, muted: bool = False) -> Lead:
    at = here(MADRID, "2026-11-23 10:00")
    return Lead(
        kind=Kind.SALES,
        name="Acme",
        id=LeadId(1),
        referrer=PersonId(1),
        owner=PersonId(owner),
        status=status,
        muted=muted,
        logged_at=at,
        moved_at=at,
    )


def test_the_promise_follows_the_kind_and_ends_with_the_lead() -> None:
    told = here(MADRID, "2026-11-23 10:00")

    assert next_promise(lead(), MADRID, told) == here(MADRID, "2026-11-30 10:00")
    assert next_promise(lead(status=Status.NURTURING), MADRID, told) == here(MADRID, "2026-12-23 10:00")
    assert next_promise(lead(status=Status.WON), MADRID, told) is None
    assert next_promise(lead(muted=True), MADRID, told) is None
    assert next_promise(lead(owner=1), MADRID, told) is None
