"""What the weekly digest says: what needs its reader first, then the week in numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot import digests, notices, rights
from bot.clocks import calendar_of
from bot.digests import Numbers
from bot.ids import PersonId
from bot.leads import Lead
from bot.moves import BY_NAME, Move
from bot.notices import Notice
from bot.people import Person
from bot.setup import Setup
from bot.show.leads import without_contact
from bot.standing import Standing
from bot.store import Reading

Names = Mapping[PersonId, str]
GIVERS = 10
"""How many people and how many departments that gave it names."""
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
    """Those who gave most, with how many."""
    more_givers: int
    """Who gave besides those."""
    departments: tuple[tuple[str, int], ...]
    """From which of them how many leads came, the most first; empty where no giver's is known."""
    elsewhere: int
    """How many came from other ones, or from people whose department is not known."""
    own: bool
    """About the reader's own leads, since they manage and market none."""
    asked: bool
    began: tuple[date, ...]
    """The days on which the weeks began, where its reader is."""
    beyond: int = 0
    """Escalated leads that the numbers are not about."""

    @property
    def needs(self) -> int:
        """How many things need the reader."""
        return self.late + self.owed_in_all

    @property
    def late(self) -> int:
        """Of how many leads somebody waits for news."""
        return self.numbers.loop.late + self.beyond


def digest(unit: Reading, notice: Notice) -> Digest | None:
    person = unit.person(PersonId(int(str(notice.args["person"]))))
    at = datetime.fromisoformat(str(notice.args["at"]))
    if person.id not in digests.reads(unit.setup()):
        return None
    return digest_of(unit, person, at=at, escalated=_escalated(unit, notice, at))


def digest_of(
    unit: Reading, person: Person, *, at: datetime, asked: bool = False, escalated: Sequence[Lead] = ()
) -> Digest:
    """The week before `at`; `escalated` leads come first."""
    setup = unit.setup()
    scope, calendar = digests.scope(person.id, setup), calendar_of(setup, person.id, person.zone)
    weeks = digests.week_starts(calendar, at)
    numbers = unit.numbers(scope, weeks, at)
    late = _first(escalated, unit.waiting_long(scope, at, limit=SHOWN) if numbers.loop.late else ())
    owed = unit.thanks_outstanding(scope, limit=SHOWN)
    won = [(win, unit.lead(win.lead)) for win in owed.items]
    givers = _givers(unit, numbers)
    departments, elsewhere = _departments(numbers, givers, setup)
    names = _names(unit, [*late, *(lead for _, lead in won)], [win.owner for win in owed.items])
    waiting = (_waiting(lead, person, setup, names, at) for lead in late)
    return Digest(
        numbers,
        waiting=tuple(one for one in waiting if one is not None),
        owed=tuple(Owed(without_contact(lead), names[lead.referrer], names[win.owner]) for win, lead in won),
        owed_in_all=owed.total,
        givers=tuple((givers[who].name, many) for who, many in numbers.givers[:GIVERS]),
        more_givers=len(numbers.givers[GIVERS:]),
        departments=departments,
        elsewhere=elsewhere,
        own=scope.person is not None,
        asked=asked,
        began=tuple(calendar.today(start) for start in weeks),
        beyond=sum(not digests.within(lead, scope) for lead in escalated),
    )


def _givers(unit: Reading, numbers: Numbers) -> Mapping[PersonId, Person]:
    return unit.people(who for who, _ in numbers.givers)


def _departments(
    numbers: Numbers, givers: Mapping[PersonId, Person], setup: Setup
) -> tuple[tuple[tuple[str, int], ...], int]:
    """Those from which leads came, the most first, and how many came from elsewhere; who gave nothing is not named."""
    counted = Counter[str]()
    for who, many in numbers.givers:
        counted[setup.department(givers[who])] += many
    known = sorted(((name, many) for name, many in counted.items() if name), key=lambda one: (-one[1], one[0]))
    shown = tuple(known[:GIVERS])
    return shown, counted.total() - sum(many for _, many in shown)


def _first(escalated: Sequence[Lead], late: Sequence[Lead]) -> Sequence[Lead]:
    known = {lead.id for lead in escalated}
    return [*escalated, *(lead for lead in late if lead.id not in known)][: max(SHOWN, min(len(escalated), 2 * SHOWN))]


def _names(unit: Reading, leads: Iterable[Lead], others: Iterable[PersonId]) -> Names:
    """Of all whom it names beside the givers."""
    named = set(others)
    for lead in leads:
        named |= {lead.referrer, lead.owner or lead.referrer}
    return {person.id: person.name for person in unit.people(named).values()}


def is_stuck(lead: Lead, at: datetime) -> bool:
    """Whether nobody has it although the desk looked, or its referrer has no news that was due at `at`."""
    if lead.owner is None:
        return lead.open and lead.desk_at is not None and lead.desk_due is None
    return lead.news_due is not None and lead.news_due <= at


def _escalated(unit: Reading, notice: Notice, at: datetime) -> Sequence[Lead]:
    """What the reader would have heard this morning, if it were not the digest's day."""
    leads = map(unit.lead, notices.leads_in({"escalated": ""} | dict(notice.args), "escalated"))
    return [lead for lead in leads if is_stuck(lead, at)]


def waiting_of(unit: Reading, leads: Iterable[Lead], reader: Person, at: datetime) -> tuple[Waiting, ...]:
    """Those of the leads that their reader may see, with what can be done."""
    leads, setup = list(leads), unit.setup()
    people = unit.people(who for lead in leads for who in (lead.referrer, lead.owner) if who is not None)
    names = {person.id: person.name for person in people.values()}
    found = (_waiting(lead, reader, setup, names, at) for lead in leads)
    return tuple(one for one in found if one is not None)


def _waiting(lead: Lead, reader: Person, setup: Setup, names: Names, at: datetime) -> Waiting | None:
    stands = rights.standings(reader, lead, setup)
    if not rights.may_see(lead, stands):
        return None
    give = BY_NAME["give"]
    may_give = rights.starts_here(give, lead, setup) and rights.permits(give, lead, stands)
    return Waiting(
        without_contact(lead),
        names[lead.referrer],
        names[lead.owner] if lead.owner else None,
        days=max((at - (lead.news_at or lead.logged_at)).days, 1),
        give=give if may_give else None,
        can_ask=lead.owner not in {None, reader.id} and bool(stands & {Standing.MANAGER, Standing.REFERRER}),
        can_tell=reader.id != lead.referrer and bool(stands & {Standing.MANAGER, Standing.OWNER}),
        gave=reader.id == lead.referrer,
        yours=reader.id == lead.owner,
    )
