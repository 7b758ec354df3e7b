"""The digest's form: its day and hour, and where people work by a field of Slack's profiles or by teams."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from bot.setup import Setup, Weekly
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.views.setup_forms import Users
from handlers.slack.wording import line

DAY, HOUR, FIELD, TEAM, PEOPLE = "day", "hour", "field", "team", "people"
DAYS = [str(day) for day in range(1, 8)]
HOURS = [f"{hour:02}:00" for hour in range(6, 21)]
MORE, MOST = 3, 20
"""So many teams can be added at once, and so many one form holds: two inputs each."""


@dataclass(frozen=True)
class DigestTyped:
    weekly: Weekly
    field: str
    """Its id; empty if none is chosen."""
    teams: tuple[tuple[str, tuple[str, ...]], ...]
    """Names, and the user ids of their people, in the form's order."""


def digest_form(setup: Setup, users: Users, fields: Sequence[tuple[str, str]]) -> Block:
    """The field is asked for only if Slack tells of any; to take a team away its people are taken out."""
    hint = line("digest.setup.field.hint")
    asked = inputs.field(FIELD, line("digest.setup.field"), inputs.select(fields, setup.profile_field), hint=hint)
    said = line("digest.setup.departments" if fields else "digest.setup.teams")
    parts = [*_when(setup.digest), blocks.section(said), *([asked] if fields else []), *_teams(setup, users)]
    return blocks.modal(
        line("setup.digest"), parts, callback=ids.DIGEST, submit=line("form.save"), close=line("form.cancel")
    )


def _when(weekly: Weekly) -> list[Block]:
    hint = line("digest.setup.hour.hint")
    days = inputs.select([(day, line(f"weekday.{day}")) for day in DAYS], str(weekly.day))
    hours = inputs.select([(hour, hour) for hour in HOURS], weekly.hour.isoformat("minutes"))
    return [
        inputs.field(DAY, line("digest.setup.day"), days, optional=False),
        inputs.field(HOUR, line("digest.setup.hour"), hours, optional=False, hint=hint),
    ]


def _teams(setup: Setup, users: Users) -> list[Block]:
    empty: list[tuple[str, frozenset[int]]] = [("", frozenset())] * MORE
    shown = [*setup.teams.items(), *empty][:MOST]
    return [
        block
        for at, (name, people) in enumerate(shown)
        for block in _team(at, name, [user for person, user in sorted(users.items()) if person in people])
    ]


def _team(at: int, name: str, people: Sequence[str]) -> list[Block]:
    number = at + 1
    return [
        inputs.field(f"{TEAM}:{at}", line("digest.setup.team", number=number), inputs.typed(name)),
        inputs.field(f"{PEOPLE}:{at}", line("digest.setup.people", number=number), inputs.persons(people)),
    ]


def read_digest(values: Values) -> DigestTyped:
    """Ids in payloads are claims: a day or an hour that is none of ours is the usual one."""
    day, hour = inputs.chosen(values, DAY), inputs.chosen(values, HOUR)
    teams = ((inputs.text(values, f"{TEAM}:{at}"), inputs.users(values, f"{PEOPLE}:{at}")) for at in range(MOST))
    weekly = Weekly(int(day), time.fromisoformat(hour)) if day in DAYS and hour in HOURS else Weekly()
    return DigestTyped(weekly, inputs.chosen(values, FIELD), tuple(teams))
