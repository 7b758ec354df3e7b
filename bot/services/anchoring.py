"""The ledger's anchor of a day: kept outside the database, and read by who administers."""

from datetime import datetime, timedelta

from bot.ids import PersonId
from bot.ledger import Anchor
from bot.people import Role
from bot.saying import tell
from bot.store import Unit


def lay_anchor(unit: Unit, anchor: Anchor, *, now: datetime) -> bool:
    """False where another replica was quicker. One message a week, which each day's anchor is added to."""
    if not unit.lay(anchor):
        return False
    year, number, _ = anchor.at.isocalendar()
    week = f"{year}-W{number:02}"
    for admin in _admin(unit):
        key = f"anchored:{week}:{admin}"
        tell(unit, key, admin, "anchored", {"week": week}, now=now, wait=timedelta())
    return True


def _admin(unit: Unit) -> list[PersonId]:
    """One is enough."""
    return sorted(person.id for person in unit.admins(unit.setup().roles.get(Role.ADMIN, frozenset())))[:1]
