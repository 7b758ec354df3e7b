"""Whether two leads are about the same person, or the same company: what is compared, and how alike is alike enough.

Only leads that share a key are compared at all, so that a look among a million costs as little as among a hundred. The
keys stand in the database as long as the lead's own data does.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from operator import attrgetter

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.accounts import account
from bot.addresses import company_of, mailbox
from bot.ids import LeadId
from bot.leads import Given, Kind
from bot.privacy import FULL_NAME, digits

ENDS = ((4, range(8, 12)), (5, range(10, 10_000)))
"""So many letters of a name's beginning, and of its end, if it is so long: a slip leaves one of the two as it is."""
SHORT = 8
"""A name of so many letters is also known without each of them: a slip leaves one of those."""
LONG = 9
"""Letters of a name that is surely meant, though one of them is wrong."""
FEWEST = 5
"""Letters of a name that may be spelt in another way: of shorter ones each letter counts."""
SLIPS = ((FEWEST, 1), (11, 2), (20, 3))
"""Of a name with at least so many letters, so many may be wrong, missing or in each other's place."""
SAME_NAME = 80
"""Of 100, for the name of a person at that company; see the figures of `make bench`."""
_SOUNDS = (("sch", "sh"), ("kh", "h"), ("ks", "x"), ("ph", "f"), ("ck", "k"), ("ae", "a"), ("oe", "o"), ("ue", "u"))
_ONE_FOR_ANOTHER = str.maketrans("cyvz", "kiws")
_TWICE, _ONCE = re.compile(r"([a-z])\1+"), r"\1"
_NUMBER = re.compile(r"\d+")


class Link(StrEnum):
    """How a lead is known to stand to another one."""

    SAME = "same"
    """About the same person; or the same company, where neither names anybody."""
    COMPANY = "company"
    """About somebody else of the same company."""
    DIFFERENT = "different"
    """Somebody said so, whatever they look like: it is not asked again."""


@dataclass(frozen=True)
class Known:
    """What is compared of a lead."""

    id: LeadId
    kind: Kind
    name: str
    person: str
    email: str
    phone: str
    link: str
    part_of: LeadId | None = None
    """The lead that it was joined to."""

    @cached_property
    def signs(self) -> "Signs":
        return signs(self)


@dataclass(frozen=True)
class Signs:
    """What is compared of it, made once: a row of a list is compared with a hundred leads."""

    kind: Kind
    name: str
    """As it sounds."""
    sorted: str
    compact: str
    """Without spaces."""
    company: str
    """The domain that is their own."""
    person: str
    """As written."""
    heard: str
    mail: str
    phone: str
    """The last nine digits."""
    somebody: bool
    """Some person is meant."""


_NAMES: tuple[Callable[[Signs], str], ...] = (attrgetter("name"), attrgetter("sorted"), attrgetter("compact"))


@dataclass(frozen=True)
class Match:
    """A lead that another one is like."""

    lead: LeadId
    link: Link


@lru_cache(maxsize=8192)
def sound(text: str) -> str:
    """A name as it sounds, roughly, in Latin letters: "Müller", "Mueller" and "Muller" are one."""
    heard = account(text)
    for written, spoken in _SOUNDS:
        heard = heard.replace(written, spoken)
    return _TWICE.sub(_ONCE, heard.translate(_ONE_FOR_ANOTHER))


def keys(given: Given | Known) -> frozenset[str]:
    """By which leads it is looked for that may be about the same company, or the same candidate."""
    return _keys(given.kind, given.name, given.person, given.email, given.link)


@lru_cache(maxsize=64)
def _keys(kind: Kind, name: str, person: str, email: str, link: str) -> frozenset[str]:
    """Whoever is looked for by them is kept by them next."""
    found = {f"{kind}{key}" for key in _of_name(sound(name).replace(" ", ""))}
    if kind is Kind.SALES:
        company, names = company_of(email, link), sound(person).split()
        found |= {f"@{company}"} if company else set()
        found |= {f"={' '.join(sorted(names))}"} if len(names) >= FULL_NAME else set()
    return frozenset(found)


def _of_name(name: str) -> set[str]:
    """Whatever single slip is in it, or in the other one, they share one of these."""
    if len(name) < FEWEST:
        return {f"-{name}"} if name else set()
    halves = [half for half, long in ENDS if len(name) in long]
    ends = {end for half in halves for end in (f"<{name[:half]}", f">{name[-half:]}")}
    if len(name) > SHORT:
        return ends
    without = (name[:at] + name[at + 1 :] for at in range(len(name)))
    return {f"-{name}", *(f"-{_TWICE.sub(_ONCE, less)}" for less in without), *ends}


def signs(given: Given | Known) -> Signs:
    name, person = sound(given.name), _person(given)
    return Signs(
        given.kind,
        name,
        _sorted(name),
        name.replace(" ", ""),
        company_of(given.email, given.link),
        person,
        sound(person),
        mail=mailbox(given.email) if given.email else "",
        phone=digits(given.phone)[-9:],
        somebody=bool(person or given.email or given.phone),
    )


def matches(given: Given, others: Iterable[Known]) -> tuple[Match, ...]:
    """Those of the others that it is like, the same ones first, then the oldest."""
    mine = signs(given)
    found = [Match(other.id, how) for other in _worth_a_look(mine, [*others]) if (how := _likeness(mine, other.signs))]
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
    found = process.extract(name, names, scorer=OSA.distance, score_cutoff=max(_most(len(name)), 0), limit=None)
    return (at for _, _, at in found)


def _shares(one: Signs, other: Signs) -> bool:
    """Something else than a name; of candidates each is looked at, by the name of a person."""
    company = bool(one.company and one.company == other.company)
    return company or _reached_alike(one, other) or Kind.TALENT in {one.kind, other.kind}


def likeness(given: Given | Known, other: Given | Known) -> Link | None:
    """A name that is only nearly the same is the same company's where the same person is named, and no sign else."""
    return _likeness(signs(given), signs(other))


def _likeness(one: Signs, other: Signs) -> Link | None:
    """Most are unlike: what is soonest told is asked first."""
    if _reached_alike(one, other) and (not one.person or not other.person or _same_name(one.heard, other.heard)):
        return Link.SAME
    if Kind.TALENT in {one.kind, other.kind}:
        return Link.SAME if one.kind is other.kind and _same_person(one, other) else None
    surely = _same_company(one, other)
    if (surely or _nearly(one, other)) and _same_person(one, other):
        return Link.SAME
    return (Link.COMPANY if one.somebody or other.somebody else Link.SAME) if surely else None


def _same_person(one: Signs, other: Signs) -> bool:
    """A first name alone could be anybody's; two names that somebody wrote as one word are two."""
    mine, theirs = one.person, other.person
    full = min(len(mine.split()), len(theirs.split())) >= FULL_NAME or (
        " " in (mine + theirs).strip() and one.heard.replace(" ", "") == other.heard.replace(" ", "")
    )
    return full and _same_name(one.heard, other.heard)


def _person(given: Given | Known) -> str:
    return given.person or (given.name if given.kind is Kind.TALENT else "")


def _reached_alike(one: Signs, other: Signs) -> bool:
    """By one mailbox, or one telephone number: the last nine digits are the same with its country and without."""
    return bool(one.mail and one.mail == other.mail) or bool(one.phone and one.phone == other.phone)


def _same_company(one: Signs, other: Signs) -> bool:
    """By the domain that is their own, or by the name, however it is written."""
    if one.company and one.company == other.company:
        return True
    name, another = one.compact, other.compact
    unlike = name != another and (min(len(name), len(another)) < LONG or not _slips(name, another, 1))
    return bool(name) and not unlike and _NUMBER.findall(name) == _NUMBER.findall(another)


def _nearly(one: Signs, other: Signs) -> bool:
    most = _most(min(len(one.name), len(other.name)))
    if abs(len(one.name) - len(other.name)) > most:
        return False
    alike = _slips(one.name, other.name, most) or _slips(one.sorted, other.sorted, most)
    return alike and _NUMBER.findall(one.name) == _NUMBER.findall(other.name)


def _most(letters: int) -> int:
    """So many slips may there be in a name of so many letters; none in a short one."""
    return next((slips for fewest, slips in reversed(SLIPS) if letters >= fewest), -1)


def _sorted(name: str) -> str:
    return " ".join(sorted(name.split()))


def _slips(one: str, another: str, most: int) -> bool:
    """How often they differ: a letter that is wrong, missing, too many, or in its neighbour's place."""
    return OSA.distance(one, another, score_cutoff=most) <= most


def _same_name(one: str, another: str) -> bool:
    """As they sound, in whatever order; "J. Doe" may be Jane, and with how to reach them it is."""
    return fuzz.token_sort_ratio(one, another, score_cutoff=SAME_NAME) >= SAME_NAME or _shortened(one, another)


def _shortened(one: str, another: str) -> bool:
    """A first name alone, or its first letter, and the same last name."""
    mine, theirs = one.split(), another.split()
    if not mine or not theirs:
        return False
    if 1 in {len(mine), len(theirs)}:
        return mine[0] == theirs[0]
    initial = 1 in {len(mine[0]), len(theirs[0])} and mine[0][0] == theirs[0][0]
    return initial and mine[-1] == theirs[-1]
