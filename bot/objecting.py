"""Who asked for no more contact is recognised when they would come in again: by a form, a file, a restored backup."""

from datetime import datetime

from bot.erasing import lift, restrict, tell_people
from bot.errors import Refused
from bot.ids import PersonId
from bot.leads import Given, Kind, Lead, Status
from bot.saying import privacy_desk
from bot.store import Reading, Unit
from bot.values import replace


def check_objection(unit: Reading, given: Given) -> None:
    """Raises Refused("objected"): it says whom to ask, and not how they were recognised."""
    if unit.objected(given):
        raise Refused("objected", field="name", handlers=handlers_named(unit, given.kind))


def handlers_named(unit: Reading, kind: Kind) -> str:
    """Who answers whom leads of this kind are about, by name."""
    return ", ".join(sorted(person.name for person in unit.people(privacy_desk(unit, kind)).values()))


def object_to(unit: Unit, lead: Lead, *, by: PersonId, now: datetime, tells: bool = True) -> Lead:
    """They want no more contact: keyed hashes remember it, the lead is closed and held back, and its people hear."""
    unit.object_to(lead, now)
    if lead.erased_at is not None:
        return lead
    if lead.open:
        lead = replace(lead, status=Status.DECLINED, resume=lead.status)
        unit.save(lead)
    unit.record(lead, "objected", actor=by, now=now, facts={"status": lead.status})
    if tells:
        tell_people(unit, lead, "objected", by=by, now=now)
    return restrict(unit, lead, by=by, now=now)


def allow(unit: Unit, lead: Lead, *, by: PersonId, now: datetime) -> Lead:
    """It is used again, and so may they be contacted."""
    if unit.objected(lead):
        unit.forget_objection(lead)
    return lift(unit, lead, by=by, now=now)
