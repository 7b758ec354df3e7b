"""What the weekly digest says: what needs its reader first, then the week in numbers."""

from dataclasses import dataclass
from datetime import datetime

from bot import digests, rights
from bot.clocks import calendar_of
from bot.digests import Numbers, Promised, Scope
from bot.ids import PersonId
from bot.leads import Lead
from bot.moves import BY_NAME, Move
from bot.notices import Notice
from bot.people import Person
from bot.show.leads import name, without_contact
from bot.standing import Standing
from bot.store import Reading

SHOWN = 5
"""How many leads and how many missing thanks it names; of more it says how many."""


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


@dataclass(frozen=True)
class Owed:
    """A win for which its referrer has no thanks yet."""

    lead: Lead
    referrer: str
    owner: str


@dataclass(frozen=True)
class Digest:
    """One reader's week. `asked`: they want to see it now, so it is shown even if nothing needs them."""

    numbers: Numbers
    waiting: tuple[Waiting, ...]
    owed: tuple[Owed, ...]
    owed_in_all: int
    givers: tuple[tuple[str, int], ...]
    own: bool
    """About the reader's own leads, since they manage and market none."""
    asked: bool
    at: datetime

    @property
    def needs(self) -> int:
        """How many things need the reader."""
        return self.numbers.loop.late + self.owed_in_all


def digest(unit: Reading, notice: Notice) -> Digest | None:
    person = unit.person(PersonId(int(str(notice.args["person"]))))
    at = datetime.fromisoformat(str(notice.args["at"]))
    return digest_of(unit, person, at=at) if person.id in digests.reads(unit.setup()) else None


def digest_of(unit: Reading, person: Person, *, at: datetime, asked: bool = False) -> Digest:
    """The week before `at`."""
    setup = unit.setup()
    calendar = calendar_of(setup, person.id, person.zone)
    scope, promised = digests.scope(person.id, setup), digests.promised(calendar, at)
    numbers = unit.numbers(scope, digests.week_starts(calendar, at), at, promised)
    names = unit.people({giver for giver, _ in numbers.givers})
    owed = unit.thanks_outstanding(scope, limit=SHOWN)
    return Digest(
        numbers,
        waiting=_waiting(unit, scope, promised, person, at) if numbers.loop.late else (),
        owed=tuple(_owed(unit, unit.lead(win.lead), win.owner) for win in owed.items),
        owed_in_all=owed.total,
        givers=tuple((names[giver].name, many) for giver, many in numbers.givers),
        own=scope.person is not None,
        asked=asked,
        at=at,
    )


def _owed(unit: Reading, lead: Lead, owner: PersonId) -> Owed:
    return Owed(without_contact(lead), unit.person(lead.referrer).name, unit.person(owner).name)


def _waiting(unit: Reading, scope: Scope, promised: Promised, reader: Person, at: datetime) -> tuple[Waiting, ...]:
    found = unit.waiting_long(scope, promised, limit=SHOWN)
    return tuple(one for lead in found if (one := _of_lead(unit, lead, reader, at)) is not None)


def _of_lead(unit: Reading, lead: Lead, reader: Person, at: datetime) -> Waiting | None:
    setup = unit.setup()
    stands = rights.standings(reader, lead, setup)
    if not rights.may_see(lead, stands):
        return None
    give = BY_NAME["give"]
    may_give = rights.starts_here(give, lead, setup) and rights.permits(give, lead, stands)
    return Waiting(
        without_contact(lead),
        unit.person(lead.referrer).name,
        name(unit, lead.owner),
        days=max((at - _last_news(unit, lead)).days, 1),
        give=give if may_give else None,
        can_ask=lead.owner not in {None, reader.id} and bool(stands & {Standing.MANAGER, Standing.REFERRER}),
        can_tell=reader.id != lead.referrer and bool(stands & {Standing.MANAGER, Standing.OWNER}),
        gave=reader.id == lead.referrer,
        yours=reader.id == lead.owner,
    )


def _last_news(unit: Reading, lead: Lead) -> datetime:
    told = [
        entry.at
        for entry in unit.entries(lead.id)
        if entry.kind in digests.NEWS and entry.actor != lead.referrer and not entry.undone
    ]
    return told[-1] if told else lead.logged_at
