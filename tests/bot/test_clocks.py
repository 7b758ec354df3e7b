"""The clocks, day by day: working time, quiet hours, and both changes of the clock."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.calendars import Calendar, calendar_of
from bot.clocks import (
    ask_due,
    asked_again,
    company_thanks_due,
    first_word_due,
    interval,
    manager_due,
    news_due,
    next_promise,
)
from bot.ids import LeadId, PersonId
from bot.leads import Kind, Lead, Status
from bot.setup import Setup
from bot.terms import USUAL, Hours, Rhythm, Terms

MADRID = Calendar("Europe/Madrid")
AUCKLAND = Calendar("Pacific/Auckland")
HOLIDAY = Calendar("Europe/Madrid", frozenset({date(2026, 12, 25)}))
MORNINGS = Terms(hours=Hours(time(7, 30), time(12)), days=frozenset({1, 2, 4, 6}))
"""Works four mornings a week, Saturday one of them."""
OWN = calendar_of(
    Setup(days_off=frozenset({date(2026, 12, 25)}), terms={PersonId(1): MORNINGS}), PersonId(1), "Europe/Madrid"
)


def here(calendar: Calendar, text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(calendar.zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("calendar", "logged", "promised"),
    [
        pytest.param(MADRID, "2026-11-23 10:00", "2026-11-24 10:00", id="Monday morning, so Tuesday morning"),
        pytest.param(MADRID, "2026-11-24 16:30", "2026-11-25 16:30", id="Tuesday afternoon"),
        pytest.param(MADRID, "2026-11-25 08:59", "2026-11-25 17:00", id="Wednesday, a minute before work"),
        pytest.param(MADRID, "2026-11-26 16:59", "2026-11-27 16:59", id="Thursday at the end of the day"),
        pytest.param(MADRID, "2026-11-27 16:00", "2026-11-30 16:00", id="Friday afternoon, so Monday afternoon"),
        pytest.param(MADRID, "2026-11-27 22:00", "2026-11-30 17:00", id="Friday night, so by the end of Monday"),
        pytest.param(MADRID, "2026-11-28 12:00", "2026-11-30 17:00", id="Saturday, so by the end of Monday"),
        pytest.param(MADRID, "2026-11-29 23:59", "2026-11-30 17:00", id="Sunday, so by the end of Monday"),
        pytest.param(MADRID, "2026-11-23 05:00", "2026-11-23 17:00", id="before work, so by the end of the day"),
        pytest.param(HOLIDAY, "2026-12-24 12:00", "2026-12-28 12:00", id="over a company day off and a weekend"),
        pytest.param(MADRID, "2026-10-23 16:00", "2026-10-26 16:00", id="over the night when summer time ends"),
        pytest.param(MADRID, "2026-03-27 16:00", "2026-03-30 16:00", id="over the night when summer time begins"),
        pytest.param(AUCKLAND, "2026-11-27 10:00", "2026-11-30 10:00", id="Friday in Auckland, a Thursday in UTC"),
        pytest.param(OWN, "2026-11-24 10:00", "2026-11-26 10:00", id="own days: Tuesday, so Thursday"),
        pytest.param(OWN, "2026-11-26 12:30", "2026-11-28 12:00", id="own hours: after them, so Saturday noon"),
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
        pytest.param(OWN, "2026-11-24 12:00", "2026-11-26 07:30", id="own hours: after them, on the next own day"),
        pytest.param(OWN, "2026-11-28 08:00", "2026-11-28 08:00", id="own days: on a working Saturday at once"),
    ],
)
def test_nobody_is_spoken_to_at_night_or_on_a_day_off(calendar: Calendar, moment: str, heard: str) -> None:
    assert calendar.awake(here(calendar, moment)) == here(calendar, heard)


WEEKLY, DAILY = replace(MADRID, rhythm=Rhythm.WEEKLY), replace(MADRID, rhythm=Rhythm.DAILY)
SNOOZED = replace(WEEKLY, not_before=date(2026, 12, 12))
CLOSED_MONDAY = replace(WEEKLY, days_off=frozenset({date(2026, 11, 30)}))


@pytest.mark.parametrize(
    ("calendar", "moment", "heard"),
    [
        pytest.param(DAILY, "2026-11-24 08:59", "2026-11-24 09:00", id="daily: the same morning"),
        pytest.param(DAILY, "2026-11-24 09:00", "2026-11-25 09:00", id="daily: the next one"),
        pytest.param(DAILY, "2026-11-27 12:00", "2026-11-30 09:00", id="daily: over a weekend"),
        pytest.param(WEEKLY, "2026-11-23 08:59", "2026-11-23 09:00", id="weekly: on Monday before nine, at nine"),
        pytest.param(WEEKLY, "2026-11-23 09:00", "2026-11-30 09:00", id="weekly: on Monday at nine, a week later"),
        pytest.param(WEEKLY, "2026-11-29 23:00", "2026-11-30 09:00", id="weekly: on Sunday night"),
        pytest.param(WEEKLY, "2026-10-24 12:00", "2026-10-26 09:00", id="weekly: when summer time ends"),
        pytest.param(CLOSED_MONDAY, "2026-11-26 12:00", "2026-12-01 09:00", id="weekly: on Tuesday if Monday is off"),
        pytest.param(CLOSED_MONDAY, "2026-11-30 12:00", "2026-12-01 09:00", id="weekly: on that Monday too"),
        pytest.param(SNOOZED, "2026-11-24 12:00", "2026-12-14 09:00", id="not before Saturday: on Monday"),
        pytest.param(SNOOZED, "2026-12-14 09:00", "2026-12-21 09:00", id="not before a day that is past: weekly"),
    ],
)
def test_who_hears_daily_or_weekly_or_not_before_a_day_hears_in_the_morning(
    calendar: Calendar, moment: str, heard: str
) -> None:
    assert calendar.hears(here(calendar, moment)) == here(calendar, heard)


@pytest.mark.parametrize(
    ("calendar", "told", "again"),
    [
        pytest.param(DAILY, "2026-11-23 09:00", "2026-11-30 09:00", id="daily: a week later"),
        pytest.param(DAILY, "2026-11-22 09:00", "2026-11-27 09:00", id="daily: due on a Sunday, so on Friday"),
        pytest.param(WEEKLY, "2026-11-23 09:00", "2026-11-30 09:00", id="weekly: a week later"),
        pytest.param(WEEKLY, "2026-10-19 09:00", "2026-10-26 09:00", id="weekly: over the end of summer time"),
        pytest.param(WEEKLY, "2026-11-25 09:00", "2026-11-30 09:00", id="weekly: told between, never later"),
        pytest.param(CLOSED_MONDAY, "2026-11-23 09:00", "2026-12-01 09:00", id="weekly: Monday is off, so Tuesday"),
        pytest.param(SNOOZED, "2026-11-23 09:00", "2026-12-14 09:00", id="not before a day"),
    ],
)
def test_the_promise_goes_by_the_referrers_own_terms(calendar: Calendar, told: str, again: str) -> None:
    assert next_promise(lead(), calendar, here(calendar, told)) == here(calendar, again)
    assert lead().news_at is None
    heard = replace(lead(), news_at=here(calendar, told))
    assert (
        next_promise(heard, replace(calendar, rhythm=Rhythm.MILESTONES, not_before=None), here(calendar, told)) is None
    )


@pytest.mark.parametrize(
    ("moment", "last"),
    [
        pytest.param("2026-12-24 10:00", "2026-12-24 10:00", id="when they are awake, then"),
        pytest.param("2026-12-25 10:00", "2026-12-24 10:00", id="on a day off, at that hour of the day before"),
        pytest.param("2026-12-24 20:00", "2026-12-24 18:59", id="in the evening, just before it"),
        pytest.param("2026-12-28 07:00", "2026-12-24 18:59", id="in the morning, in the evening before"),
    ],
)
def test_what_was_promised_for_hours_that_are_quiet_now_is_told_before(moment: str, last: str) -> None:
    assert HOLIDAY.awake_by(here(HOLIDAY, moment)) == here(HOLIDAY, last)


def test_working_time_is_the_same_whatever_day_it_begins() -> None:
    monday = here(MADRID, "2026-11-23 00:00")

    for hours in range(24 * 14):
        begun = monday + timedelta(hours=hours)
        ended = MADRID.after_working(begun, MADRID.working_day)
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


@pytest.mark.parametrize(
    ("calendar", "moved", "asked"),
    [
        pytest.param(MADRID, "2026-11-23 10:00", "2026-11-26 09:00", id="Monday: Thursday, for the Monday after"),
        pytest.param(MADRID, "2026-11-24 10:00", "2026-11-27 09:00", id="Tuesday: Friday"),
        pytest.param(MADRID, "2026-11-25 10:00", "2026-11-30 09:00", id="Wednesday: Monday"),
        pytest.param(MADRID, "2026-11-26 10:00", "2026-12-01 09:00", id="Thursday: Tuesday"),
        pytest.param(MADRID, "2026-11-27 10:00", "2026-12-02 09:00", id="Friday: Wednesday"),
        pytest.param(MADRID, "2026-11-28 10:00", "2026-12-03 09:00", id="Saturday: Thursday, two days before Saturday"),
        pytest.param(HOLIDAY, "2026-12-21 10:00", "2026-12-23 09:00", id="over a company day off: a day sooner"),
        pytest.param(MADRID, "2026-10-19 10:00", "2026-10-22 09:00", id="before summer time ends"),
        pytest.param(MADRID, "2026-10-23 10:00", "2026-10-28 09:00", id="over the night when summer time ends"),
        pytest.param(MADRID, "2026-03-25 10:00", "2026-03-30 09:00", id="over the night when summer time begins"),
        pytest.param(AUCKLAND, "2026-11-27 08:00", "2026-12-02 09:00", id="Friday in Auckland, a Thursday in UTC"),
    ],
)
def test_the_owner_is_asked_two_of_their_working_days_before_the_promise(
    calendar: Calendar, moved: str, asked: str
) -> None:
    now = here(calendar, moved)

    assert ask_due(replace(lead(), promise_due=now + timedelta(days=7)), calendar, now) == here(calendar, asked)
    assert ask_due(lead(), calendar, now) == here(calendar, asked)
    assert ask_due(lead(owner=1), calendar, now) is None
    assert ask_due(lead(status=Status.NURTURING), calendar, now) is None


@pytest.mark.parametrize(
    ("calendar", "moved", "again", "manager"),
    [
        pytest.param(MADRID, "2026-11-23 10:00", "2026-11-30 09:00", "2026-12-02 08:00", id="Monday"),
        pytest.param(MADRID, "2026-11-24 10:00", "2026-12-01 09:00", "2026-12-03 08:00", id="Tuesday"),
        pytest.param(MADRID, "2026-11-25 10:00", "2026-12-02 09:00", "2026-12-04 08:00", id="Wednesday"),
        pytest.param(MADRID, "2026-11-26 10:00", "2026-12-03 09:00", "2026-12-07 08:00", id="Thursday"),
        pytest.param(MADRID, "2026-11-27 10:00", "2026-12-04 09:00", "2026-12-08 08:00", id="Friday"),
        pytest.param(MADRID, "2026-11-28 10:00", "2026-12-07 09:00", "2026-12-09 08:00", id="Saturday, as on Monday"),
        pytest.param(HOLIDAY, "2026-12-18 10:00", "2026-12-28 09:00", "2026-12-30 08:00", id="over a company day off"),
        pytest.param(OWN, "2026-11-23 10:00", "2026-11-30 07:30", "2026-12-03 07:30", id="the owner's own days"),
        pytest.param(MADRID, "2026-10-23 10:00", "2026-10-30 09:00", "2026-11-03 08:00", id="as summer time ends"),
        pytest.param(MADRID, "2026-03-25 10:00", "2026-04-01 09:00", "2026-04-03 08:00", id="as summer time begins"),
        pytest.param(AUCKLAND, "2026-11-27 08:00", "2026-12-04 09:00", "2026-12-08 08:00", id="in Auckland"),
    ],
)
def test_without_an_answer_the_owner_is_asked_again_as_the_promise_falls_due_and_then_the_manager_hears(
    calendar: Calendar, moved: str, again: str, manager: str
) -> None:
    now = here(calendar, moved)
    promised = calendar.awake(now + timedelta(days=7))
    given = replace(lead(), promise_due=promised, news_due=promised)

    assert asked_again(given, calendar, ask_due(given, calendar, now) or now) == here(calendar, again)
    assert manager_due(given, calendar) == here(calendar, manager)
    assert manager_due(replace(given, status=Status.NURTURING), calendar) is None
    assert manager_due(replace(given, owner=given.referrer), calendar) is None


@pytest.mark.parametrize(
    ("calendar", "moment", "begins"),
    [
        pytest.param(MADRID, "2026-11-23 08:59", "2026-11-23 09:00", id="the same morning"),
        pytest.param(MADRID, "2026-11-23 09:00", "2026-11-24 09:00", id="the next one"),
        pytest.param(MADRID, "2026-11-27 09:00", "2026-11-30 09:00", id="over a weekend"),
        pytest.param(HOLIDAY, "2026-12-24 12:00", "2026-12-28 09:00", id="over a company day off"),
        pytest.param(MADRID, "2026-10-23 12:00", "2026-10-26 09:00", id="when summer time ends"),
        pytest.param(MADRID, "2026-03-27 12:00", "2026-03-30 09:00", id="when summer time begins"),
        pytest.param(OWN, "2026-11-28 07:29", "2026-11-28 07:30", id="own hours and days"),
        pytest.param(OWN, "2026-12-24 12:00", "2026-12-26 07:30", id="own days, over a company day off"),
    ],
)
def test_the_next_working_morning(calendar: Calendar, moment: str, begins: str) -> None:
    assert calendar.next_morning(here(calendar, moment)) == here(calendar, begins)


def test_after_two_updates_without_news_the_next_is_twice_as_far_off_and_a_month_at_most() -> None:
    days = {
        kind: [interval(replace(lead(), kind=kind, unheard=n), USUAL).days for n in (0, 1, 2, 3, 4, 999)]
        for kind in Kind
    }

    assert days == {Kind.SALES: [7, 7, 14, 28, 30, 30], Kind.TALENT: [14, 14, 28, 30, 30, 30]}
    nobodys = replace(lead(), owner=None, status=Status.NEW, unheard=4)
    assert interval(nobodys, USUAL).days == 7
    assert interval(replace(nobodys, status=Status.NURTURING), USUAL).days == 30


def test_only_news_from_a_person_within_the_promised_time_keeps_a_referrer_in_the_loop() -> None:
    logged = lead()
    heard = replace(logged, news_at=here(MADRID, "2026-11-24 10:00"), told_at=here(MADRID, "2026-12-30 10:00"))

    assert news_due(logged, MADRID) == here(MADRID, "2026-11-24 10:00")
    assert news_due(heard, MADRID) == here(MADRID, "2026-12-01 10:00")
    assert news_due(replace(heard, kind=Kind.TALENT), MADRID) == here(MADRID, "2026-12-08 10:00")
    assert news_due(replace(heard, status=Status.NURTURING), MADRID) == here(MADRID, "2026-12-24 10:00")
    for nobody_told in ({"muted": True}, {"owner": heard.referrer}, {"status": Status.LOST}):
        assert news_due(replace(heard, **nobody_told), MADRID) is None
