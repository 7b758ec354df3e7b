"""Whether a lead is rewarded: said to who gives it before they do, and kept with it as it was that day."""

from bot.ids import PersonId
from bot.leads import Given, Kind
from bot.people import Person
from bot.rewarded import Unrewarded
from bot.setup import Setup
from bot.store import Reading


def of_giver(person: Person, kind: Kind, setup: Setup) -> Unrewarded | None:
    """Why no lead of this kind is, of theirs, whatever it is about."""
    held = setup.rewarded
    if held.bars(setup.department(person)):
        return Unrewarded.DEPARTMENT
    if any(setup.has(person.id, role) for role in held.roles):
        return Unrewarded.ROLE
    hires = held.teams and kind is Kind.TALENT
    if hires and any(setup.manages(person.id, recruiter) for recruiter in setup.workers(kind)):
        return Unrewarded.TEAM
    return None


def of_lead(unit: Reading, given: Given, who: PersonId) -> Unrewarded | None:
    """Why this one is not, where they gave it; what somebody outside gave is not theirs to be rewarded for."""
    setup = unit.setup()
    if given.outside:
        return None
    if why := of_giver(unit.person(who), given.kind, setup):
        return why
    asked = setup.rewarded.accounts and given.kind is Kind.SALES
    return Unrewarded.ACCOUNT if asked and unit.has_account(who, given.name) else None
