"""What whoever gave a lead offers besides: an introduction, their name, their advice; and what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.errors import Refused
from bot.history import Entry
from bot.leads import Given, Lead, Offer

ASKED, DONE, LATER = "offer_asked", "offer_done", "offer_later"
"""Entries: each with its `offer` among its facts, the answers also with the `ask` that they are about."""


class Stage(StrEnum):
    OPEN = "open"
    """Nobody has come back to it yet."""
    ASKED = "asked"
    DONE = "done"
    LATER = "later"
    """Not now, says who offered it; it may be asked for again."""


STAGES = {ASKED: Stage.ASKED, DONE: Stage.DONE, LATER: Stage.LATER}


@dataclass(frozen=True)
class Offering:
    """One offer, and how far it is."""

    offer: Offer
    stage: Stage
    at: datetime | None = None
    """Since when; None for OPEN."""

    @property
    def can_be_asked(self) -> bool:
        """Advice any number of times, one question after the other."""
        answered = self.stage is Stage.DONE
        return self.stage in {Stage.OPEN, Stage.LATER} or (answered and self.offer is Offer.ADVICE)


def made(given: Given) -> tuple[Offer, ...]:
    """Whoever would rather not be named lends no name."""
    named = {Offer.NAME: given.lends_name and not given.unnamed}
    offered = {Offer.INTRODUCTION: given.introduces, **named, Offer.ADVICE: given.advises}
    return tuple(offer for offer, stands in offered.items() if stands)


def offerings(lead: Lead, entries: Sequence[Entry]) -> tuple[Offering, ...]:
    """In the order of the form; `entries` are all of the lead."""
    return tuple(_offering(offer, entries) for offer in made(lead))


def _offering(offer: Offer, entries: Sequence[Entry]) -> Offering:
    about = [entry for entry in entries if not entry.undone and entry.facts.get("offer") == offer]
    return Offering(offer, STAGES[about[-1].kind], about[-1].at) if about else Offering(offer, Stage.OPEN)


def stage(ask: Entry, entries: Sequence[Entry]) -> Stage:
    """What became of this one ask."""
    answers = [entry for entry in entries if not entry.undone and entry.facts.get("ask") == ask.id]
    return STAGES[answers[-1].kind] if answers else Stage.ASKED


def check_ask(lead: Lead, offer: Offer, entries: Sequence[Entry]) -> None:
    """Raises Refused("not_offered" | "asked_already" | "given_already")."""
    found = next((one for one in offerings(lead, entries) if one.offer is offer), None)
    if found is None:
        raise Refused("not_offered", lead=lead.id)
    if not found.can_be_asked:
        raise Refused("asked_already" if found.stage is Stage.ASKED else "given_already", lead=lead.id)
