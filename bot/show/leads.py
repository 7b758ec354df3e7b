"""What several read models share: the lead, a name, and the lead without how to reach them."""

from collections.abc import Mapping

from bot import rights
from bot.ids import LeadId, PersonId
from bot.joining import parts_of
from bot.leads import Lead
from bot.notices import Notice
from bot.people import BESIDE, THROUGH, UNNAMED, Person
from bot.show.reach import of_lead
from bot.store import Reading
from bot.values import replace


def lead_of(unit: Reading, notice: Notice) -> Lead:
    return unit.lead(LeadId(int(str(notice.args["lead"]))))


def name(unit: Reading, person: PersonId | None) -> str | None:
    return unit.person(person).name if person else None


def named(unit: Reading, lead: Lead, who: PersonId) -> str:
    """How this person is called where the lead is shown: see `giver` of who gave it."""
    person = unit.person(who)
    if who == lead.referrer:
        return giver(lead, {who: person})
    unnamed = any(one.unnamed_is(who) for one in (lead, *parts_of(unit, lead)))
    return UNNAMED if unnamed else person.name


def giver(lead: Lead, people: Mapping[PersonId, Person]) -> str:
    """Whoever gave it: UNNAMED where they would rather not be named; with their liaison who gave it from outside."""
    if lead.unnamed:
        return UNNAMED
    name = people[lead.referrer].name
    return f"{lead.outside}{THROUGH}{name}" if lead.outside else name


def giver_of(unit: Reading, lead: Lead) -> str:
    """The same, where only this one is asked for."""
    return named(unit, lead, lead.referrer)


def givers(unit: Reading, lead: Lead, *, but: LeadId | None = None) -> str:
    """Everybody who gave it, the first first; `but`: without who gave that part of it."""
    gave = (one for one in (lead, *parts_of(unit, lead)) if one.id != but)
    return BESIDE.join(dict.fromkeys(giver_of(unit, one) for one in gave))


def unread_by(unit: Reading, lead: Lead) -> str:
    """Those of them who do not read the team's notes: whoever gave it too may well be of the team."""
    setup = unit.setup()

    def reads(who: PersonId) -> bool:
        return rights.may_read_notes(rights.standings(unit.person(who), lead, setup))

    gave = (one for one in (lead, *parts_of(unit, lead)) if not reads(one.referrer))
    return BESIDE.join(dict.fromkeys(giver_of(unit, one) for one in gave))


def without_contact(lead: Lead) -> Lead:
    """The lead as those may see it who may not see how to reach them."""
    told = of_lead(lead)
    return replace(told, crm="", person=told.contact.split()[0] if told.contact else "")
