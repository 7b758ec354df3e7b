"""What is left of what was said about a lead that is erased, or held back at the wish of whom it is about."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass

from bot.history import Entry
from bot.ids import EntryId, LeadId, PersonId, WinId
from bot.leads import Lead
from bot.notices import Notice
from bot.people import Person
from bot.show.leads import givers, lead_of
from bot.store import Reading

Gather = Callable[[Reading, Notice], object | None]
"""Gives what the notice says now, or None where there is nothing to say any more."""


@dataclass(frozen=True)
class Withheld:
    """Stands where a lead was shown: who gave it stays, and nobody reads whom it is about."""

    lead: Lead
    referrer: str


@dataclass(frozen=True)
class Ended:
    """To who gave it, or had it: that it was erased, or may not be contacted, and why; their part in it stays."""

    lead: Lead
    because: str
    gave: bool


@dataclass(frozen=True)
class FileGone:
    """A file is taken away, since somebody in it was erased."""


def unless_withheld(gather: Gather) -> Gather:
    """Of a message about one lead; those about several have it in them by its number."""

    def gathered(unit: Reading, notice: Notice) -> object | None:
        lead = _subject(unit, notice)
        if lead is None or not lead.withheld:
            return gather(unit, notice)
        return Withheld(lead, givers(unit, lead)) if notice.shown else None

    return gathered


def _subject(unit: Reading, notice: Notice) -> Lead | None:
    if number := notice.args.get("lead"):
        return unit.lead(LeadId(int(number)))
    if entry := notice.args.get("entry"):
        return unit.lead(unit.entry(EntryId(int(entry))).lead)
    if win := notice.args.get("win"):
        return unit.lead(unit.win(WinId(int(win))).lead)
    return None


def ended(unit: Reading, notice: Notice) -> Ended | None:
    """Nothing where it was let go on before they heard."""
    lead, reader = lead_of(unit, notice), PersonId(int(str(notice.args["person"])))
    return Ended(lead, str(notice.args["because"]), lead.referrer == reader) if lead.withheld else None


def leads_in(shown: object) -> frozenset[LeadId]:
    """Which leads a message shows, whatever its read model is."""
    return frozenset(_leads(shown))


def _leads(value: object) -> Iterator[LeadId]:
    if isinstance(value, Lead):
        yield value.id
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _leads(one)
    elif is_dataclass(value) and not isinstance(value, Person | Entry):
        for its in vars(value).values():
            yield from _leads(its)
