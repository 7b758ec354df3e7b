"""When something is owed to whoever a lead is about: the month, the three mornings, and what is not kept any longer."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot import care
from bot.calendars import Calendar
from bot.care import Due
from bot.ids import LeadId, PersonId
from bot.keeping import Care, Ending, Keeping
from bot.leads import Kind, Lead, Status

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
LONDON = Calendar("Europe/London")
LEAD = Lead(kind=Kind.SALES, name="Acme", id=LeadId(1), referrer=PersonId(1), logged_at=MONDAY, moved_at=MONDAY)
ERASES = Care(keeping=Keeping.ERASE)


@pytest.mark.parametrize(
    ("logged", "due"),
    [
        (date(2026, 11, 23), date(2026, 12, 23)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_they_are_to_be_told_within_a_month(logged: date, due: date) -> None:
    at = datetime(logged.year, logged.month, logged.day, 12, tzinfo=UTC)

    assert care.notice_due(replace(LEAD, logged_at=at)) == due


@pytest.mark.parametrize("day", range(366))
def test_no_reminder_comes_after_the_month_is_over(day: int) -> None:
    lead = replace(LEAD, logged_at=MONDAY + timedelta(days=day))

    assert care.reminders(lead, LONDON)[-1].date() <= care.notice_due(lead)


def test_a_reminder_begins_with_the_day_of_whoever_is_reminded() -> None:
    (first, *_) = care.reminders(LEAD, Calendar("Pacific/Auckland"))

    assert first == datetime(2026, 12, 6, 11, tzinfo=UTC)  # midnight, of Monday the 7th


@pytest.mark.parametrize(
    "lead",
    [
        replace(LEAD, status=Status.WON),
        replace(LEAD, status=Status.LOST, contacted_at=MONDAY),
        replace(LEAD, informed_at=MONDAY),
        replace(LEAD, restricted=True),
        replace(LEAD, erased_at=MONDAY),
        replace(LEAD, status=Status.CONTACTED, no_at=MONDAY),
    ],
    ids=["won", "lost", "told", "held back", "erased", "wants no contact"],
)
def test_nothing_is_due_of(lead: Lead) -> None:
    assert care.next_due(lead, ERASES, LONDON) is None


def test_what_is_lost_and_was_never_contacted_is_locked_and_of_it_nobody_is_reminded() -> None:
    lost = replace(LEAD, status=Status.LOST)

    assert care.next_due(lost, ERASES, LONDON) == MONDAY + timedelta(days=30)
    assert care.due(lost, ERASES, LONDON, MONDAY + timedelta(days=29)) is None


@pytest.mark.parametrize("months", [1, 2, 6, 11, 12, 25])
def test_what_the_admin_is_shown_is_what_the_sweep_does(months: int) -> None:
    chosen = Care(keeping=Keeping.REMIND, months={Ending.LOST: months})
    for day in range(0, 800, 7):
        now = MONDAY + timedelta(days=day)
        last = care.last_day(months, now)
        for ended in (last + timedelta(days=one) for one in (-1, 0, 1, 2)):
            moved = datetime(ended.year, ended.month, ended.day, 23, 59, tzinfo=UTC)
            lost = replace(LEAD, status=Status.LOST, informed_at=MONDAY, moved_at=moved)
            assert (care.due(lost, chosen, LONDON, now) is Due.KEPT_LONG_ENOUGH) is (ended <= last), (now, ended)
