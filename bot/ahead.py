"""The rows of a list that would be leads, while it is only tried: the rows after them are compared with these, too."""

from collections import defaultdict
from collections.abc import Sequence

from bot.accounts import account
from bot.ids import LeadId, PersonId
from bot.importing import Row
from bot.leads import Given, Lead
from bot.matching import Known, keys
from bot.privacy import own
from bot.values import replace

FIRST = 10**12
"""Later than any number that a lead has: of those that are alike the oldest is meant."""
EACH = 200
"""So many of a key are compared, the newest ones, as in the database."""


class Ahead:
    """Where rows are really imported, it stays empty: those ahead are in the database then."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}
        """By what each is known by, its number."""
        self._leads: dict[LeadId, Lead] = {}
        self._keyed: dict[str, list[Known]] = defaultdict(list)
        self._givers: dict[LeadId, set[PersonId]] = defaultdict(set)

    def comparable(self, given: Given) -> Sequence[Known]:
        if not self._leads:
            return ()
        found = {one.id: one for key in _keys(given) for one in self._keyed.get(key, ())[-EACH:]}
        return [found[number] for number in sorted(found)]

    def add(self, row: Row, lead: Lead, *, whole: LeadId | None) -> None:
        """`whole`: the lead that it would be joined to."""
        number = LeadId(FIRST + row.number)
        self.rows[row.known_by] = row.number
        self._leads[number] = replace(lead, id=number)
        self._givers[whole or number].add(lead.referrer)
        reach = (lead.person, lead.email, lead.phone, lead.link)
        known = Known(number, lead.kind, lead.name, *reach, part_of=whole)
        for key in _keys(lead):
            self._keyed[key].append(known)

    def lead(self, number: LeadId) -> Lead | None:
        return self._leads.get(number)

    def gave(self, whole: LeadId, who: PersonId) -> bool:
        return who in self._givers.get(whole, ())


def row_of(number: LeadId | None) -> int | None:
    """Which row it is, if it is none that is here already."""
    return number - FIRST if number is not None and number >= FIRST else None


def _keys(given: Given) -> set[str]:
    """As in the database: `bot.matching.keys`, their own traces, and a company's name."""
    traces = (f"{way}:{trace}" for way, trace in own(given))
    return {*keys(given), *traces, f"{given.kind}:{account(given.name)}"}
