"""The ledger's anchor of a day: kept outside the database, and read by who administers."""

from datetime import datetime, timedelta

from bot.ids import PersonId
from bot.ledger import Anchor
from bot.people import Role
from bot.saying import tell
from bot.store import Unit


def lay_anchor(unit: Unit, anchor: Anchor, *, now: datetime) -> bool:
    """False where another replica was quicker. One message for ever, which each day's anchor is added to in silence."""
    if not unit.lay(anchor):
        return False
    for admin in _admin(unit):
        tell(unit, f"anchored:{admin}", admin, "anchored", {}, now=now, wait=timedelta())
    return True


def _admin(unit: Unit) -> list[PersonId]:
    """One is enough."""
    return sorted(person.id for person in unit.admins(unit.setup().roles.get(Role.ADMIN, frozenset())))[:1]
