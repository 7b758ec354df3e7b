"""The keys by which leads are looked for that may be the same, kept as long as the data of the lead itself."""

from functools import lru_cache

from bot.addresses import company_of
from bot.leads import Given, Kind
from bot.matching.known import Known
from bot.matching.sounds import once, sound
from bot.privacy import FULL_NAME

ENDS = ((4, range(8, 12)), (5, range(10, 10_000)))
"""So many letters of a name's beginning, and of its end, if it is so long: a slip leaves one of the two as it is."""
SHORT = 8
"""A name of so many letters is also known without each of them: a slip leaves one of those."""
FEWEST = 5
"""Letters of a name that may be spelt in another way: of shorter ones each letter counts."""


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
    return {f"-{name}", *(f"-{once(less)}" for less in without), *ends}
