"""What is compared of a lead: its name as it sounds, the company's own domain, the person, how they are reached."""

from dataclasses import dataclass
from functools import cached_property

from bot.addresses import company_of, mailbox
from bot.ids import LeadId
from bot.leads import Given, Kind
from bot.matching.sounds import sound
from bot.privacy import digits


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


def _person(given: Given | Known) -> str:
    return given.person or (given.name if given.kind is Kind.TALENT else "")


def _sorted(name: str) -> str:
    return " ".join(sorted(name.split()))
