"""Whether two leads are about the same person, or the same company.

Only leads that share a key are compared at all, so that a look among a million costs as little as among a hundred.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.ids import LeadId
from bot.leads import Given, Kind
from bot.matching.alike import Link, compared, likeness, most_slips, reached_alike
from bot.matching.by_key import keys
from bot.matching.known import Known, Signs, signs

__all__ = ["Known", "Link", "Match", "keys", "likeness", "matches"]

_NAMES: tuple[Callable[[Signs], str], ...] = (attrgetter("name"), attrgetter("sorted"), attrgetter("compact"))


@dataclass(frozen=True)
class Match:
    """A lead that another one is like."""

    lead: LeadId
    link: Link


def matches(given: Given, others: Iterable[Known]) -> tuple[Match, ...]:
    """Those of the others that it is like, the same ones first, then the oldest."""
    mine = signs(given)
    found = [Match(other.id, how) for other in _worth_a_look(mine, [*others]) if (how := compared(mine, other.signs))]
    return tuple(sorted(found, key=lambda match: (match.link is not Link.SAME, match.lead)))


def _worth_a_look(mine: Signs, others: Sequence[Known]) -> list[Known]:
    """Those that may be alike at all: of a hundred that share the beginning of a name, nearly none.

    rapidfuzz compares one name with many in a fortieth of the time that it takes one by one.
    """
    theirs = [other.signs for other in others]
    near = {at for of in _NAMES for at in _near(of(mine), [of(one) for one in theirs])}
    return [other for at, other in enumerate(others) if at in near or _shares(mine, theirs[at])]


def _near(name: str, names: Sequence[str]) -> Iterator[int]:
    """The places of those that differ by no more slips than there may be in a name so long."""
    found = process.extract(name, names, scorer=OSA.distance, score_cutoff=max(most_slips(len(name)), 0), limit=None)
    return (at for _, _, at in found)


def _shares(one: Signs, other: Signs) -> bool:
    """Something else than a name; of candidates each is looked at, by the name of a person."""
    company = bool(one.company and one.company == other.company)
    return company or reached_alike(one, other) or Kind.TALENT in {one.kind, other.kind}
