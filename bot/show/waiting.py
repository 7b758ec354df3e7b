"""Leads of which somebody waits for word, as whoever may help sees them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot import rights
from bot.ids import PersonId
from bot.leads import Lead
from bot.moves import BY_NAME, Move
from bot.people import Person
from bot.setup import Setup
from bot.show.leads import giver, without_contact
from bot.standing import Standing
from bot.store import Reading


@dataclass(frozen=True)
class Waiting:
    """A lead whose referrer has waited too long for news from a person, and what its reader can do."""

    lead: Lead
    referrer: str
    owner: str | None
    days: int
    """Since there last was news, or since it was logged."""
    give: Move | None
    can_ask: bool
    can_tell: bool
    gave: bool
    """The reader gave it, and so it is they who wait."""
    yours: bool
    """The reader has it."""


def is_stuck(lead: Lead, at: datetime) -> bool:
    """Whether nobody has it although the desk looked, or there is no news that was due at `at`."""
    if lead.owner is None and lead.open and lead.desk_at is not None and lead.desk_due is None:
        return True
    return lead.news_due is not None and lead.news_due <= at


def waiting_of(unit: Reading, leads: Iterable[Lead], reader: Person, at: datetime) -> tuple[Waiting, ...]:
    """Those of the leads that their reader may see, with what can be done."""
    leads, setup = list(leads), unit.setup()
    people = unit.people(who for lead in leads for who in (lead.referrer, lead.owner) if who is not None)
    found = (_waiting(lead, reader, setup, people, at) for lead in leads)
    return tuple(one for one in found if one is not None)


def _waiting(
    lead: Lead, reader: Person, setup: Setup, people: Mapping[PersonId, Person], at: datetime
) -> Waiting | None:
    stands = rights.standings(reader, lead, setup)
    if not rights.may_see(lead, stands):
        return None
    give = BY_NAME["give"]
    may_give = rights.starts_here(give, lead, setup) and rights.permits(give, lead, stands)
    return Waiting(
        without_contact(lead),
        giver(lead, people),
        people[lead.owner].name if lead.owner else None,
        days=max((at - (lead.news_at or lead.imported_at or lead.logged_at)).days, 1),
        give=give if may_give else None,
        can_ask=lead.owner not in {None, reader.id} and bool(stands & {Standing.MANAGER, Standing.REFERRER}),
        can_tell=reader.id != lead.referrer and bool(stands & {Standing.MANAGER, Standing.OWNER}),
        gave=reader.id == lead.referrer,
        yours=reader.id == lead.owner,
    )
