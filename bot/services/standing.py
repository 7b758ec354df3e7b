"""How somebody stands to a lead, for the services that judge by it."""

from bot import rights
from bot.ids import PersonId
from bot.joining import whole_of
from bot.leads import Lead
from bot.moves import BY_NAME
from bot.people import Person
from bot.standing import Standing
from bot.store import Reading


def stands_to(unit: Reading, person: Person, lead: Lead) -> frozenset[Standing]:
    helper = any(helper.person == person.id for helper in unit.helpers(lead.id))
    return rights.standings(person, lead, unit.setup(), helper=helper)


def check_works(unit: Reading, lead: Lead, *, by: PersonId) -> None:
    """Raises Refused where somebody else has it, or nobody, or it is closed."""
    whole = whole_of(unit, lead)
    rights.check(BY_NAME["still"], whole, stands_to(unit, unit.person(by), whole), unit.setup())
