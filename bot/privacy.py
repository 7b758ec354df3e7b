"""What people may ask about themselves who never asked to be in here: how they are recognised, and what was done."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256

from bot.accounts import account
from bot.addresses import mailbox
from bot.ids import LeadId, NoticeId, PersonId, RequestId
from bot.leads import Given, Kind
from bot.sought import words

TOLD_IN = ("name", "person", "email", "phone", "link", "about", "need", "how_known", "help")
"""Where a lead's form keeps what is told of somebody."""
WRITTEN = (*TOLD_IN, "outside", "outside_email")
"""Where it keeps names and addresses of anybody."""
FEWEST_DIGITS = 7
"""Of a telephone number that stands in a text."""
_EMAIL = re.compile(r"[^\s@<>(),;|\"']+@[^\s@<>(),;|\"']+\.[^\s@<>(),;|\"'.]+")
_PHONE = re.compile(r"\+?\(?\d(?:[\s()/.-]*\d){6,}")
FULL_NAME = 2
"""So many words make a name by which somebody can be told from others."""


class Way(StrEnum):
    """By what somebody is recognised who comes up again."""

    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"
    """With the company, where one was given."""


Trace = tuple[Way, str]


class Deed(StrEnum):
    """What was done at somebody's wish."""

    COPY = "copy"
    CORRECT = "correct"
    RESTRICT = "restrict"
    LIFT = "lift"
    OBJECT = "object"
    ERASE = "erase"


class Seen(StrEnum):
    """Where contact data was shown to somebody."""

    PAGE = "page"
    CONTACT = "contact"
    FORM = "form"
    """Of who gave it, to correct it."""
    EXPORT = "export"
    SEARCH = "search"
    """By whoever handles data protection."""
    COPY = "copy"


@dataclass(frozen=True)
class Disclosure:
    """That somebody was shown how to reach somebody."""

    lead: LeadId
    person: PersonId
    what: Seen
    at: datetime


@dataclass(frozen=True)
class Request:
    """What was done at the wish of whom some leads are about."""

    id: RequestId
    deed: Deed
    leads: tuple[LeadId, ...]
    by: PersonId
    at: datetime
    notices: tuple[NoticeId, ...] = ()
    """Our messages that had to be written anew."""
    done_at: datetime | None = None
    """When the last of them was."""


@dataclass(frozen=True)
class Progress:
    """How far the messages of a request are."""

    done: int = 0
    going: int = 0
    stuck: int = 0
    """The platform does not take them: somebody has to look."""

    @property
    def all(self) -> int:
        return self.done + self.going + self.stuck


def own(given: Given) -> frozenset[Trace]:
    """By what they are known to be themselves: their address, their number, their full name at this company."""
    found: set[Trace] = {(Way.EMAIL, mailbox(given.email))} if given.email else set()
    found |= {(Way.PHONE, number) for number in _numbers(given.phone)}
    return frozenset(found | _name(given))


def digest(trace: str) -> str:
    """To find the same one by an index: what people type for an address may be longer than PostgreSQL indexes."""
    return sha256(trace.encode()).hexdigest()


def traces(given: Given) -> frozenset[Trace]:
    """All by which somebody who is told of could be recognised, in whatever field it stands."""
    return own(given) | _traces_in("\n".join(getattr(given, name) for name in TOLD_IN))


def _traces_in(text: str) -> frozenset[Trace]:
    emails = {(Way.EMAIL, mailbox(email)) for email in _EMAIL.findall(text)}
    return frozenset(emails | {(Way.PHONE, number) for number in _numbers(text)})


def _numbers(text: str) -> Iterator[str]:
    """Their last nine digits: the same number is written with its country and without."""
    for found in _PHONE.findall(text):
        yield digits(found)[-9:]


@lru_cache(maxsize=8192)
def digits(text: str) -> str:
    return "".join(char for char in text if char.isdecimal())


def _name(given: Given) -> set[Trace]:
    """A full name, and the company where the lead is one; a first name alone could be anybody's."""
    name = words(_person(given))
    company = account(given.name) if given.kind is Kind.SALES else ""
    return {(Way.NAME, " ".join((*name, "@", company)))} if len(name) >= FULL_NAME else set()


def _person(given: Given) -> str:
    return given.person or (given.name if given.kind is Kind.TALENT else "")


def mentions(text: str, of: Given) -> bool:
    """Whether a text that belongs to no lead speaks of them: by address, number, or full name."""
    name = words(_person(of))
    named = len(name) >= FULL_NAME and " ".join(name) in " ".join(words(text))
    return named or bool(own(of) & _traces_in(text))
