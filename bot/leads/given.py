"""What somebody gives: a possible customer or a possible colleague, and what they know of them."""

from dataclasses import dataclass
from enum import StrEnum

from bot.ids import PersonId


class Kind(StrEnum):
    SALES = "sales"
    TALENT = "talent"

    @property
    def other(self) -> "Kind":
        return Kind.TALENT if self is Kind.SALES else Kind.SALES


class NameFrom(StrEnum):
    """Where we got their name: what whoever it is about is told."""

    COLLEAGUE = "colleague"
    """Somebody here knows them."""
    MESSAGE = "message"
    """From a message on the platform."""
    EVENT = "event"
    PUBLIC = "public"
    THEMSELVES = "themselves"


class Tie(StrEnum):
    """How well the referrer knows them."""

    WELL = "well"
    A_LITTLE = "a_little"
    BY_NAME = "by_name"


class Offer(StrEnum):
    """What the referrer is ready to do, once whoever has the lead asks."""

    INTRODUCTION = "introduction"
    NAME = "name"
    """They may be mentioned."""
    ADVICE = "advice"


@dataclass(frozen=True)
class Given:
    """What the referrer gave: the fields of the form, already normalised. Only `name` is required."""

    kind: Kind
    name: str
    """The company or the person, as typed."""
    person: str = ""
    """The contact's name, where `name` is the company."""
    email: str = ""
    phone: str = ""
    """E.164 where it could be read as a number, else as typed."""
    link: str = ""
    about: str = ""
    """What the referrer knows, in one line or many."""
    need: str = ""
    how_known: str = ""
    tie: Tie | None = None
    aware: bool = False
    """Whether they know that their name is passed on."""
    wanted: PersonId | None = None
    """Who should take it, where the referrer has someone in mind."""
    help: str = ""
    """How else the referrer wants to help."""
    introduces: bool = False
    lends_name: bool = False
    advises: bool = False
    """What the referrer offers: see `bot.offers`."""
    unnamed: bool = False
    """The referrer has the credit and would rather not be named: "a colleague" stands where their name would."""
    outside: str = ""
    """Who gave it, where that is somebody outside of the company: the referrer is their liaison then."""
    outside_email: str = ""
    """How the liaison reaches them."""
    source: str = ""
    """A permalink to the message that it came from."""
    name_from: NameFrom = NameFrom.COLLEAGUE
