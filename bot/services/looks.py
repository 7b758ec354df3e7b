"""What we look for: three lines a kind, kept by those who know what becomes of leads."""

from collections.abc import Mapping
from datetime import datetime

from bot import rights, texts
from bot.answers import Answer
from bot.errors import Refused
from bot.ids import PersonId
from bot.leads import Kind
from bot.saying import show_home
from bot.services.once import once
from bot.store import Unit

MOST = 3
"""Lines a kind: as many as somebody reads before logging a lead."""
LENGTH = 120


@once
def set_looks(unit: Unit, looks: Mapping[Kind, str], *, by: PersonId, now: datetime) -> Answer:
    """Text with a line each; an empty one takes them away. Raises Refused("not_keeper" | "too_many" | "too_long")."""
    person, setup = unit.person(by), unit.setup()
    for kind, typed in looks.items():
        if not rights.keeps_looks(person, kind, setup):
            raise Refused("not_keeper", field=f"looks.{kind}")
        lines = [texts.line(line, field=f"looks.{kind}", most=LENGTH) for line in typed.splitlines() if line.strip()]
        if len(lines) > MOST:
            raise Refused("too_many", field=f"looks.{kind}", most=MOST)
        if tuple(lines) != setup.looks.get(kind, ()):
            unit.set(f"looks.{kind}", lines or None, by=by, now=now)
    for member in unit.members():
        show_home(unit, member, now=now)
    return Answer("looks_saved")
