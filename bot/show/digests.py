"""What the weekly digest says: what needs its reader first, then the week in numbers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot import digests, notices
from bot.calendars import calendar_of
from bot.digests import Giver, Numbers
from bot.ids import PersonId
from bot.joining import parts_of
from bot.leads import Kind, Lead
from bot.notices import Notice
from bot.people import UNNAMED, Person
from bot.setup import Setup
from bot.show.leads import givers, without_contact
from bot.show.waiting import Waiting, is_stuck, waiting_of
from bot.store import Reading
from bot.thanks import Win

GIVERS = 10
"""How many people and how many departments that gave it names."""
SHOWN = 5
"""How many leads and how many missing thanks it names; of more it says how many."""
MOST = 7
"""So many leads, where more than those five are escalated: with their buttons they fill a message of Slack's."""


@dataclass(frozen=True)
class Owed:
    """A win for which its referrer has no thanks yet."""

    lead: Lead
    givers: str
    """Without its reader."""
    owner: str
    gave: bool = False
    """Its reader gave it."""
    yours: bool = False
    """The words are its reader's to write."""


@dataclass(frozen=True)
class Gave:
    """Who gave, with how many leads each, the most first."""

    people: tuple[tuple[str, int], ...]
    others: int
    """So many people gave besides those."""
    departments: tuple[tuple[str, int], ...]
    """Empty where no giver's is known."""
    elsewhere: int
    """So many leads came from other ones, or from people whose department is not known."""


@dataclass(frozen=True)
class Digest:
    """One reader's week. `asked`: they want to see it now, so it is shown even if nothing needs them."""

    numbers: Numbers
    waiting: tuple[Waiting, ...]
    owed: tuple[Owed, ...]
    owed_in_all: int
    gave: Gave
    own: bool
    """About the reader's own leads, since they manage and market none."""
    helps: bool
    """It is for the reader to do something about those who wait; a marketer looks on."""
    asked: bool
    began: tuple[date, ...]
    """The days on which the weeks began, where its reader is."""
    beyond: int = 0
    """Escalated leads that the numbers are not about."""
    team: bool = False
    """About what the people have whom the reader manages, and not about everybody's."""

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
    if not person.member or person.id not in digests.reads(unit.setup()):
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
    late = unit.waiting_long(scope, at, limit=SHOWN) if numbers.loop.late else ()
    owed = unit.thanks_outstanding(scope, limit=SHOWN)
    return Digest(
        numbers,
        waiting=waiting_of(unit, _first(escalated, late), person, at),
        owed=tuple(_owed(unit, win, person.id) for win in owed.items),
        owed_in_all=owed.total,
        gave=_gave(unit, numbers.givers, setup),
        own=scope.person is not None,
        helps=scope.kind is None,
        asked=asked,
        began=tuple(calendar.today(start) for start in weeks),
        beyond=sum(not digests.within(lead, scope) for lead in escalated),
        team=scope.owners is not None,
    )


def _owed(unit: Reading, win: Win, reader: PersonId) -> Owed:
    """Of a candidate those who gave them do not learn of each other."""
    lead = unit.lead(win.lead)
    theirs = next((one for one in (lead, *parts_of(unit, lead)) if one.referrer == reader), None)
    alone = theirs is not None and win.owner != reader and lead.kind is Kind.TALENT
    others = "" if alone else givers(unit, lead, but=theirs.id if theirs else None)
    owner = unit.person(win.owner).name
    return Owed(without_contact(lead), others, owner, gave=theirs is not None, yours=win.owner == reader)


def _gave(unit: Reading, givers: Sequence[Giver], setup: Setup) -> Gave:
    """Departments that gave nothing are not named."""
    people = unit.people({one.who for one in givers})
    counted = Counter[str]()
    for one in givers:
        counted[setup.department(people[one.who])] += one.many
    known = sorted(((name, many) for name, many in counted.items() if name), key=lambda one: (-one[1], one[0]))
    departments = tuple(known[:GIVERS])
    return Gave(
        tuple((UNNAMED if one.unnamed else people[one.who].name, one.many) for one in givers[:GIVERS]),
        others=len(givers[GIVERS:]),
        departments=departments,
        elsewhere=counted.total() - sum(many for _, many in departments),
    )


def _first(escalated: Sequence[Lead], late: Sequence[Lead]) -> Sequence[Lead]:
    known = {lead.id for lead in escalated}
    both = [*escalated, *(lead for lead in late if lead.id not in known)]
    return both[: max(SHOWN, min(len(escalated), MOST))]


def _escalated(unit: Reading, notice: Notice, at: datetime) -> Sequence[Lead]:
    """What the reader would have heard this morning, if it were not the digest's day."""
    leads = map(unit.lead, notices.leads_in({"escalated": ""} | dict(notice.args), "escalated"))
    return [lead for lead in leads if is_stuck(lead, at)]
