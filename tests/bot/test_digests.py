"""The weekly digest's moments: each Monday at nine where its reader is, once, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot import digests
from bot.calendars import Calendar
from bot.ids import PersonId
from bot.setup import Weekly

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
@pytest.mark.parametrize("weekly", [Weekly(), Weekly(5, time(16)), Weekly(7, time(2))])
def test_in_two_years_there_is_one_digest_a_week_always_on_its_day_at_its_hour(zone: str, weekly: Weekly) -> None:
    reader, moment, said = Calendar(zone, days=frozenset(range(1, 8))), SUNDAY, []
    while (moment := digests.next_digest(reader, moment, weekly)) < SUNDAY + timedelta(weeks=104):
        said.append(moment)

    local = [reader.local(moment) for moment in said]
    assert len(said) == 104
    skipped = {3} if weekly.hour == time(2) else set()  # two o'clock does not come on the night when summer begins
    assert {at.isoweekday() for at in local} == {weekly.day}
    assert {weekly.hour.hour} <= {at.hour for at in local} <= {weekly.hour.hour} | skipped
    assert {at.minute for at in local} <= {0, 30 if skipped and zone == "Australia/Lord_Howe" else 0}
    assert len({digests.key(PersonId(7), at.date(), weekly) for at in local}) == 104


def test_a_friday_off_moves_it_to_the_next_week_which_has_its_own_all_the_same() -> None:
    friday, weekly = date(2026, 11, 27), Weekly(5, time(16))
    reader = Calendar("Europe/Madrid", frozenset({friday}))
    monday = digests.next_digest(reader, datetime(2026, 11, 23, 8, tzinfo=UTC), weekly)

    assert reader.local(monday).isoformat() == "2026-11-30T16:00:00+01:00"
    following = digests.next_digest(reader, monday, weekly)
    assert reader.local(following).isoformat() == "2026-12-04T16:00:00+01:00"
    keys = [digests.key(PersonId(7), reader.today(moment), weekly) for moment in (monday, following)]
    assert keys == ["digest:7:2026-W48", "digest:7:2026-W49"]


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
