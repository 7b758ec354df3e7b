"""A platform told that somebody's profile changed."""

from datetime import datetime

from bot.answers import Answer
from bot.people import Identity, Profile
from bot.services.leaving import leave
from bot.services.once import once
from bot.store import Unit


@once
def change_profile(unit: Unit, who: Identity, told: Profile, *, now: datetime) -> Answer:
    """Once an event: one that comes again may be older than what we know. Who left leaves their leads to the desk."""
    person = unit.meet(who, told, now)
    if person.deactivated:
        leave(unit, person.id, now=now)
    return Answer("heard")
