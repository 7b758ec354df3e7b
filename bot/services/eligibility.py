"""What an admin sets of whose leads are rewarded. It holds for leads that are given from then on."""

from dataclasses import asdict
from datetime import datetime

from bot.answers import Answer
from bot.ids import PersonId
from bot.rewarded import Rewarded
from bot.services.once import once
from bot.services.setup import TEAM, check_admin, saved
from bot.store import Unit
from bot.texts import line, long
from bot.values import replace

WORDS = 300
"""So much is read in the form of a lead."""


@once
def set_rewarded(unit: Unit, chosen: Rewarded, *, by: PersonId, now: datetime) -> Answer:
    """Each of the settings that is another one than before; raises Refused("not_admin" | "too_long")."""
    check_admin(unit, by)
    named = (line(each, field="departments", most=TEAM) for each in chosen.departments)
    departments = tuple(sorted({each for each in named if each}))
    words = long(chosen.words, field="words", most=WORDS)
    held, wanted = asdict(unit.setup().rewarded), asdict(replace(chosen, departments=departments, words=words))
    for name, value in wanted.items():
        if value != held[name]:
            unit.set(f"rewarded.{name}", value or None, by=by, now=now)
    return saved(unit, by=by, now=now)
