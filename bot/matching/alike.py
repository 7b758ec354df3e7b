"""How alike is alike enough: what two leads are to each other, by what is compared of them."""

import re
from enum import StrEnum

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from bot.leads import Given, Kind
from bot.matching.by_key import FEWEST
from bot.matching.known import Known, Signs, signs
from bot.privacy import FULL_NAME

LONG = 9
"""Letters of a name that is surely meant, though one of them is wrong."""
SLIPS = ((FEWEST, 1), (11, 2), (20, 3))
"""Of a name with at least so many letters, so many may be wrong, missing or in each other's place."""
SAME_NAME = 80
"""Of 100, for the name of a person at that company; see the figures of `make bench`."""
_NUMBER = re.compile(r"\d+")


class Link(StrEnum):
    """How a lead is known to stand to another one."""

    SAME = "same"
    """About the same person; or the same company, where neither names anybody."""
    COMPANY = "company"
    """About somebody else of the same company."""
    DIFFERENT = "different"
    """Somebody said so, whatever they look like: it is not asked again."""


def likeness(given: Given | Known, other: Given | Known) -> Link | None:
    """A name that is only nearly the same is the same company's where the same person is named, and no sign else."""
    return compared(signs(given), signs(other))


def compared(one: Signs, other: Signs) -> Link | None:
    """Most are unlike: what is soonest told is asked first."""
    if reached_alike(one, other) and (not one.person or not other.person or _same_name(one.heard, other.heard)):
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


def reached_alike(one: Signs, other: Signs) -> bool:
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
    most = most_slips(min(len(one.name), len(other.name)))
    if abs(len(one.name) - len(other.name)) > most:
        return False
    alike = _slips(one.name, other.name, most) or _slips(one.sorted, other.sorted, most)
    return alike and _NUMBER.findall(one.name) == _NUMBER.findall(other.name)


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


def most_slips(letters: int) -> int:
    """So many slips may there be in a name of so many letters; none in a short one."""
    return next((slips for fewest, slips in reversed(SLIPS) if letters >= fewest), -1)
