"""The weekly digest's moments: each Monday at nine where its reader is, once, whatever the clocks do."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot import digests
from bot.clocks import Calendar
from bot.ids import PersonId

ZONES = (
    "Europe/Madrid",
    "America/New_York",
    "Pacific/Auckland",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "America/St_Johns",
)
SUNDAY = datetime(2026, 1, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize("zone", ZONES)
def test_in_two_years_there_is_one_digest_a_week_always_on_monday_at_nine(zone: str) -> None:
    reader, moment, said = Calendar(zone), SUNDAY, []
    while (moment := digests.next_digest(reader, moment)) < SUNDAY + timedelta(weeks=104):
        said.append(moment)

    local = [reader.local(moment) for moment in said]
    assert len(said) == 104
    assert {(at.isoweekday(), at.hour, at.minute) for at in local} == {(1, 9, 0)}
    assert len({digests.key(PersonId(7), at.date()) for at in local}) == 104


def test_a_monday_off_moves_it_to_the_next_working_day_and_a_week_off_leaves_it_out() -> None:
    monday = date(2026, 11, 23)
    closed = Calendar("Europe/Madrid", frozenset({monday, monday + timedelta(days=1)}))
    away = Calendar("Europe/Madrid", frozenset(monday + timedelta(days=n) for n in range(5)))
    before = datetime(2026, 11, 22, 12, tzinfo=UTC)

    assert digests.next_digest(closed, before) == datetime(2026, 11, 25, 8, tzinfo=UTC)
    assert digests.next_digest(closed, datetime(2026, 11, 25, 8, tzinfo=UTC)) == datetime(2026, 11, 30, 8, tzinfo=UTC)
    assert digests.next_digest(away, before) == datetime(2026, 11, 30, 8, tzinfo=UTC)
    assert digests.key(PersonId(7), monday) == "digest:7:2026-W48"


def test_the_weeks_that_are_counted_begin_at_the_same_hour_across_a_change_of_the_clock() -> None:
    reader = Calendar("Europe/Madrid")
    starts = digests.week_starts(reader, datetime(2026, 11, 2, 8, tzinfo=UTC))

    assert {reader.local(start).hour for start in starts} == {9}
    assert len(starts) == digests.WEEKS
