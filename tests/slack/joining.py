"""Several who gave the same lead, and leads that are like it, as read models to render."""

from collections.abc import Iterator
from dataclasses import replace

from bot.ids import LeadId
from bot.leads import Lead
from bot.matching import Link
from bot.people import BESIDE
from bot.show.joining import Also, Beside, GaveToo, GivenAnew, GoesOn, Joined, Linked, Together
from tests.slack.offering import offerings


def several(text: str) -> str:
    """The names of as many as a message may have to name."""
    return BESIDE.join((text,) * 3)


def others(shown: Lead, text: str) -> tuple[Also, ...]:
    parts = (replace(shown, id=LeadId(43 + n), part_of=shown.id) for n in range(5))
    return tuple(Also(part, text, offerings(n), (text,)) for n, part in enumerate(parts))


def linked(shown: Lead, text: str) -> tuple[Linked, ...]:
    other = replace(shown, id=LeadId(44))
    return tuple(Linked(other, link, several(text)) for link in (Link.SAME, Link.COMPANY)) * 2


def joined(shown: Lead, text: str) -> Iterator[object]:
    (also, *_), whole = others(shown, text), replace(shown, id=LeadId(45))
    yield GivenAnew(shown, text)
    yield GoesOn(also.lead, whole, several(text))
    for apart in (True, False):
        yield GaveToo(shown, several(text), also, apart)
        yield Beside(shown, also, apart)
        for together in (None, Together(whole, several(text))):
            yield Joined(also.lead, together, apart)
