"""Notices: what should be said, to which address, until when; the outbox holds them, and never a block."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.ids import LeadId, NoticeId, PersonId, TroubleId
from bot.setup import Place

Argument = str | int | bool | None
Arguments = Mapping[str, Argument]


TOGETHER = "together"
"""An argument: its reader hears of it in one message with all else that is marked so."""


class State(StrEnum):
    """waiting (for its moment or its place) → queued → sending → sent, or dead (parked for an admin), or dropped."""

    WAITING = "waiting"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DEAD = "dead"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Notice:
    """One message of ours, by name. Saying it again raises `wanted`; what was shown is behind until it is delivered."""

    key: str
    """Unique: the name of the message. "card:42" is one message for ever, "moves:42:7" one a group of moves."""
    address: str
    """Also its lane: the order and the pace."""
    intent: str
    """What it says; see bot.show.INTENTS."""
    args: Arguments = field(default_factory=dict)
    due: datetime | None = None
    """Not before; aware UTC."""
    until: datetime | None = None
    """No longer worth saying after."""
    answers_a_click: bool = False
    id: NoticeId | None = None
    wanted: int = 1
    shown: int = 0
    state: State = State.WAITING
    hash: str = ""
    """Of the content that was last shown."""
    receipt: str = ""
    """The platform's own reference of the message, that edits use."""
    attempts: int = 0
    """Since it last went well."""
    tries: int = 0
    """All of them: the number of the attempt that has it in hand. Who ends another one was taken for gone."""
    tried_at: datetime | None = None
    unsure: bool = False
    """The last attempt ended without a clear answer: it may have arrived."""
    error: str = ""
    trouble: TroubleId | None = None
    """What it was parked for last."""

    @property
    def stands(self) -> bool:
        """It was shown, or is on its way: what has changed since it was written it does not say by itself."""
        return self.shown > 0 or self.state is State.SENDING


@dataclass(frozen=True)
class Telling:
    """That something was told to somebody: kept for good, without its text."""

    notice: NoticeId
    n: int
    address: str
    at: datetime
    hash: str


def joined(leads: Iterable[LeadId | NoticeId | None]) -> str:
    """Which leads, or other notices, a notice is about, as its argument."""
    return ",".join(map(str, leads))


def leads_in(args: Arguments, name: str) -> tuple[LeadId, ...]:
    """What `joined` wrote."""
    return tuple(LeadId(int(number)) for number in str(args[name]).split(",") if number)


def notices_in(args: Arguments) -> tuple[NoticeId, ...]:
    """The notices that one message stands for."""
    return tuple(NoticeId(int(number)) for number in str(args["notices"]).split(",") if number)


def place(name: Place) -> str:
    return f"place:{name}"


def person(who: PersonId) -> str:
    return f"person:{who}"


def home(who: PersonId) -> str:
    """Somebody's App Home: a view of their own and not a message."""
    return f"home:{who}"


def thread_of(key: str) -> str:
    """The thread under the message of the notice with this key."""
    return f"thread-of:{key}"


def card_key(lead: LeadId, where: str) -> str:
    """The card's name at one address: a channel has one, and so has each recruiter while there is no hiring channel."""
    return f"card:{lead}:{where}"
