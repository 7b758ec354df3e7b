"""The steps through time that the page offers."""

from datetime import UTC, datetime
from threading import Event
from zoneinfo import ZoneInfo

import pytest

from sandbox.page.travel import STEPS, Journey

MADRID = ZoneInfo("Europe/Madrid")


@pytest.mark.parametrize(
    ("step", "now", "then"),
    [
        ("minutes", "2026-11-24T10:00", "2026-11-24T10:02"),
        ("hour", "2026-11-24T23:30", "2026-11-25T00:30"),
        ("day", "2026-11-24T10:00", "2026-11-25T10:00"),
        ("day", "2026-10-24T10:00", "2026-10-25T10:00"),  # the night in which the clocks go back
        ("monday", "2026-11-24T10:00", "2026-11-30T09:00"),
        ("monday", "2026-11-30T08:00", "2026-12-07T09:00"),
        ("monday", "2026-03-28T10:00", "2026-03-30T09:00"),  # the clocks go forward in between
    ],
)
def test_a_step_leads_to_the_moment_that_a_person_means(step: str, now: str, then: str) -> None:
    (meant,) = (one for one in STEPS if one.name == step)
    start = datetime.fromisoformat(now).replace(tzinfo=MADRID).astimezone(UTC)

    assert meant.to(start, MADRID).astimezone(MADRID).replace(tzinfo=None) == datetime.fromisoformat(then)


def test_there_is_one_journey_at_a_time() -> None:
    left, arrive, moves = Event(), Event(), list[datetime]()

    def move(to: datetime) -> None:
        moves.append(to)
        left.set()
        arrive.wait(10)

    journey = Journey(move)
    now = datetime(2026, 11, 24, 10, tzinfo=UTC)
    journey.begin(now, datetime(2026, 11, 24, 12, tzinfo=UTC))
    journey.begin(now, datetime(2026, 11, 24, 14, tzinfo=UTC))

    assert left.wait(10)
    assert journey.underway
    assert journey.percent(datetime(2026, 11, 24, 11, tzinfo=UTC)) == 50
    arrive.set()
    assert moves == [datetime(2026, 11, 24, 12, tzinfo=UTC)]
