"""Who works at the company of the simulated week, and where."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from sandbox import cast
from sandbox.records import BOT_USER, User
from sandbox.world import World

ADMIN = "ada"
DESK = ("dana", "Dana Dorn", "Europe/Madrid")
MANAGERS = (("mara", "Mara Manu", "Europe/Madrid"), ("mike", "Mike Moss", "America/New_York"))
REP_ZONES = ("Europe/Madrid", "Europe/Madrid", "Europe/London", "America/New_York")
GIVER_ZONES = ("Europe/Madrid", "Europe/Madrid", "America/New_York", "Europe/London", "Pacific/Auckland")
FIRST = ("Ana", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gina", "Hugo", "Iris", "Jan")
LAST = ("Abel", "Blom", "Cruz", "Dahl", "Engel", "Falk")
REPS = ("Ravi Rao", "Rita Rossi", "Rob Reyes", "Rosa Rivas", "Rolf Roth", "Remy Ray", "Ruby Reed", "Rex Ruiz")


@dataclass(frozen=True)
class Size:
    """How large the company is, and how many leads it gives in the two weeks that are played."""

    reps: int
    givers: int
    leads: int


WHOLE = Size(reps=8, givers=60, leads=200)


def move_in(world: World, size: Size) -> None:
    """They, an admin and the bot are the workspace now."""
    world.users = {user.id: user for user in cast.users() if user.is_bot or user.name in {ADMIN, "slackbot"}}
    people = [DESK, *MANAGERS, *reps(size), *givers(size)]
    world.users |= {f"U0{name.upper()}": User(f"U0{name.upper()}", name, real, tz) for name, real, tz in people}
    for channel in world.channels.values():
        everybody = list(world.users) if channel.kind == "public" else [world.user(ADMIN).id, BOT_USER]
        channel.members = everybody


def reps(size: Size) -> list[tuple[str, str, str]]:
    return [(f"rep{n}", REPS[n], REP_ZONES[n % len(REP_ZONES)]) for n in range(size.reps)]


def givers(size: Size) -> list[tuple[str, str, str]]:
    names = [f"{first} {last}" for last in LAST for first in FIRST]
    return [(f"giver{n:02}", names[n], GIVER_ZONES[n % len(GIVER_ZONES)]) for n in range(size.givers)]


def moment(day: date, hour: time, zone: str) -> datetime:
    """That hour there, in UTC."""
    return datetime.combine(day, hour, ZoneInfo(zone)).astimezone(UTC)
