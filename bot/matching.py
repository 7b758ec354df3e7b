"""Whether two leads are about the same person, or the same company: what is compared, and how alike is alike enough.

Only leads that share a key are compared at all, so that a look among a million costs as little as among a hundred. The
keys stand in the database as long as the lead's own data does.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz
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
    found = {f"{given.kind}{key}" for key in _of_name(sound(given.name).replace(" ", ""))}
    if given.kind is Kind.SALES:
        company, person = company_of(given.email, given.link), sound(given.person).split()
        found |= {f"@{company}"} if company else set()
        found |= {f"={' '.join(sorted(person))}"} if len(person) >= FULL_NAME else set()
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


def matches(given: Given, others: Iterable[Known]) -> tuple[Match, ...]:
    """Those of the others that it is like, the same ones first, then the oldest."""
    found = [Match(other.id, how) for other in others if (how := likeness(given, other))]
    return tuple(sorted(found, key=lambda match: (match.link is not Link.SAME, match.lead)))


def likeness(given: Given | Known, other: Given | Known) -> Link | None:
    """A name that is only nearly the same is the same company's where the same person is named, and no sign else."""
    one, another = _person(given), _person(other)
    if _reached_alike(given, other) and (not one or not another or _same_name(one, another)):
        return Link.SAME
    named = _full_names(one, another) and _same_name(one, another)
    if Kind.TALENT in {given.kind, other.kind}:
        return Link.SAME if named and given.kind is other.kind else None
    surely = _same_company(given, other)
    if named and (surely or _nearly(sound(given.name), sound(other.name))):
        return Link.SAME
    nobody = not any((one, another, given.email, other.email, given.phone, other.phone))
    return (Link.SAME if nobody else Link.COMPANY) if surely else None


def _full_names(one: str, another: str) -> bool:
    """A first name alone could be anybody's; two names that somebody wrote as one word are two."""
    return min(len(one.split()), len(another.split())) >= FULL_NAME or (
        " " in (one + another).strip() and sound(one).replace(" ", "") == sound(another).replace(" ", "")
    )


def _person(given: Given | Known) -> str:
    return given.person or (given.name if given.kind is Kind.TALENT else "")


def _reached_alike(given: Given | Known, other: Given | Known) -> bool:
    """By one mailbox, or one telephone number: the last nine digits are the same with its country and without."""
    mail = bool(given.email) and mailbox(given.email) == mailbox(other.email)
    return mail or (bool(given.phone) and digits(given.phone)[-9:] == digits(other.phone)[-9:])


def _same_company(given: Given | Known, other: Given | Known) -> bool:
    """By the domain that is their own, or by the name, however it is written."""
    mine, theirs = company_of(given.email, given.link), company_of(other.email, other.link)
    if mine and mine == theirs:
        return True
    name, another = (sound(one.name).replace(" ", "") for one in (given, other))
    unlike = name != another and (min(len(name), len(another)) < LONG or not _slips(name, another, 1))
    return bool(name) and not unlike and _NUMBER.findall(name) == _NUMBER.findall(another)


def _nearly(one: str, another: str) -> bool:
    if min(len(one), len(another)) < FEWEST or _NUMBER.findall(one) != _NUMBER.findall(another):
        return False
    most = next(slips for letters, slips in reversed(SLIPS) if min(len(one), len(another)) >= letters)
    return _slips(one, another, most) or _slips(_sorted(one), _sorted(another), most)


def _sorted(name: str) -> str:
    return " ".join(sorted(name.split()))


def _slips(one: str, another: str, most: int) -> bool:
    """How often they differ: a letter that is wrong, missing, too many, or in its neighbour's place."""
    return OSA.distance(one, another, score_cutoff=most) <= most


def _same_name(one: str, another: str) -> bool:
    """In whatever order; "J. Doe" may be Jane, and with how to reach them it is."""
    return fuzz.token_sort_ratio(sound(one), sound(another)) >= SAME_NAME or _shortened(one, another)


def _shortened(one: str, another: str) -> bool:
    """A first name alone, or its first letter, and the same last name."""
    mine, theirs = sound(one).split(), sound(another).split()
    if not mine or not theirs:
        return False
    if 1 in {len(mine), len(theirs)}:
        return mine[0] == theirs[0]
    initial = 1 in {len(mine[0]), len(theirs[0])} and mine[0][0] == theirs[0][0]
    return initial and mine[-1] == theirs[-1]
