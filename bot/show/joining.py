"""What is said where several gave the same lead: to who gave it, to who has it, and where one of the leads stood."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from bot import rights
from bot.ids import LeadId
from bot.joining import whole_of
from bot.leads import Kind, Lead
from bot.matching import Link
from bot.notices import Notice
from bot.offers import Offering, made
from bot.people import Person
from bot.show.leads import giver_of, givers, lead_of, without_contact
from bot.show.offerings import advice, offerings
from bot.store import Reading

Gather = Callable[[Reading, Notice], object | None]
MOST = 5
"""So many others a message tells of; of more it names the first."""


@dataclass(frozen=True)
class Also:
    """Somebody gave the same lead, and what they know of it, offer and advise."""

    lead: Lead
    giver: str
    offers: tuple[Offering, ...] = ()
    advice: tuple[str, ...] = ()


@dataclass(frozen=True)
class Linked:
    """Another lead that is perhaps about the same person, or about somebody else of the same company."""

    lead: Lead
    link: Link
    givers: str


@dataclass(frozen=True)
class Together:
    """For a co-referrer: the lead that theirs is part of, where they may see it, and who gave that."""

    whole: Lead
    givers: str


@dataclass(frozen=True)
class GoesOn:
    """What stands where a lead was shown that goes on as part of another."""

    lead: Lead
    whole: Lead
    givers: str


@dataclass(frozen=True)
class GaveToo:
    """To whoever has it: somebody gave it too, and what they know; or that it was a different one after all."""

    lead: Lead
    givers: str
    also: Also
    apart: bool


@dataclass(frozen=True)
class Beside:
    """To who gave it first: somebody gave it too, and stands beside them."""

    lead: Lead
    also: Also
    apart: bool


@dataclass(frozen=True)
class GivenAnew:
    """To who gave it before, and of whom it counts as given no longer: somebody else gave it as a lead of their own."""

    lead: Lead
    giver: str


@dataclass(frozen=True)
class Joined:
    """To who gave it: it goes on together with another."""

    lead: Lead
    together: Together | None
    """None of a lead that they may not see."""
    apart: bool


def also(unit: Reading, lead: Lead, *, reaches: bool = False) -> tuple[Also, ...]:
    """Who gave it too; with how to reach them only for who may see it."""
    parts = unit.parts(lead.id)[:MOST] if lead.parts else ()
    return tuple(_also(unit, part, reaches=reaches) for part in parts)


def _also(unit: Reading, part: Lead, *, reaches: bool) -> Also:
    told = part if reaches else without_contact(part)
    return Also(told, giver_of(unit, part), offerings(unit, part), advice(unit, part) if made(part) else ())


def linked(unit: Reading, lead: Lead, reader: Person | None = None) -> tuple[Linked, ...]:
    """The leads that it is linked to, of those that its reader may see; in a channel those of its kind."""
    links = {number: link for number, link in unit.links(lead.id).items() if link is not Link.DIFFERENT}
    found = ((unit.lead(number), link) for number, link in sorted(links.items()))
    seen = ((one, link) for one, link in found if _stands(one, lead) and _sees(unit, one, lead, reader))
    return tuple(Linked(without_contact(one), link, givers(unit, one)) for one, link in islice(seen, MOST))


def _stands(one: Lead, lead: Lead) -> bool:
    """It is one by itself still, and nobody is to hear nothing of it."""
    return not one.withheld and one.part_of is None and one.id != lead.part_of


def _sees(unit: Reading, one: Lead, lead: Lead, reader: Person | None) -> bool:
    if reader is None:
        return one.kind is lead.kind
    return rights.may_see(one, rights.standings(reader, one, unit.setup()))


def together(unit: Reading, part: Lead, reader: Person) -> Together | None:
    """What somebody may know of the lead that theirs is part of: of a candidate nothing but what they gave."""
    whole = whole_of(unit, part)
    if whole.id == part.id or whole.withheld or whole.kind is Kind.TALENT:
        return None
    if not rights.may_see(whole, rights.standings(reader, whole, unit.setup())):
        return None
    return Together(without_contact(whole), givers(unit, whole, but=part.id))


def unless_joined(gather: Gather) -> Gather:
    """Of a message about a lead of its own, that now is part of another."""

    def gathered(unit: Reading, notice: Notice) -> object | None:
        number = notice.args.get("lead")
        lead = unit.lead(LeadId(int(number))) if number else None
        if lead is None or lead.part_of is None:
            return gather(unit, notice)
        whole = whole_of(unit, lead)
        shown = GoesOn(without_contact(lead), without_contact(whole), givers(unit, whole))
        return shown if notice.shown else None

    return gathered


def gave_too(unit: Reading, notice: Notice) -> GaveToo | None:
    lead, part = lead_of(unit, notice), _part(unit, notice)
    apart = part.part_of != lead.id
    if apart and not notice.shown:
        return None
    return GaveToo(without_contact(lead), givers(unit, lead), Also(without_contact(part), giver_of(unit, part)), apart)


def beside(unit: Reading, notice: Notice) -> Beside | None:
    lead, part = lead_of(unit, notice), _part(unit, notice)
    apart = part.part_of != lead.id
    if apart and not notice.shown:
        return None
    return Beside(without_contact(lead), Also(without_contact(part), giver_of(unit, part)), apart)


def given_anew(unit: Reading, notice: Notice) -> GivenAnew | None:
    lead, other = lead_of(unit, notice), unit.lead(LeadId(int(str(notice.args["other"]))))
    wanted = lead.open and not lead.muted and other.open and not other.withheld
    return GivenAnew(without_contact(lead), giver_of(unit, other)) if wanted or notice.shown else None


def joined(unit: Reading, notice: Notice) -> Joined | None:
    lead = lead_of(unit, notice)
    if lead.part_of is None and not notice.shown:
        return None
    return Joined(lead, together(unit, lead, unit.person(lead.referrer)), apart=lead.part_of is None)


def _part(unit: Reading, notice: Notice) -> Lead:
    return unit.lead(LeadId(int(str(notice.args["part"]))))
