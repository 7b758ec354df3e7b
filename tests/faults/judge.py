"""What must hold once nothing fails any more: nothing lost, doubled or half done, and the latest truth told."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import select

from bot.front import mark
from bot.history import Entry
from bot.ids import LeadId, PersonId
from bot.joining import APART, GAVE_TOO
from bot.leads import Lead
from bot.moves import BY_NAME
from bot.notices import Notice, State
from bot.patience import Patience
from bot.people import Identity
from bot.show import INTENTS
from bot.show.referrers import Moved
from bot.show.seen import as_seen
from handlers.slack.web_api.client import Slack
from handlers.slack.web_api.sender import Sender
from sandbox.records import BOT_USER, TEAM, Message
from sandbox.world import World
from storage.store import SqlReading, SqlStore
from storage.store.outbox import NOTICE
from storage.tables import leads, tellings
from tests.faults.differing import differs
from tests.faults.installation import Installation
from tests.faults.people import Person
from tests.faults.stores import SECRET

OF_THEIR_MOMENT = frozenset({"typed"})
"""What asks somebody about their own words is not asked anew when the lead moves on; their answer is told the truth."""


@dataclass
class Judge:
    """`faults()` are sentences; none, if all is well."""

    world: World
    reading: SqlReading
    people: Sequence[Person]
    in_order: bool
    """Whether notices are numbered in the order of their commits: PostgreSQL numbers what is not committed yet."""

    def __post_init__(self) -> None:
        self.secret = sha256(SECRET.encode()).digest()
        self.front = Sender(Slack("", "http://127.0.0.1/", Patience()), Patience(), self.secret)
        self.notices = self.reading._all(Notice, NOTICE)  # noqa: SLF001 - no question of the bot's own asks for all
        self.leads = self._leads()
        self.said = self._said()

    def faults(self) -> list[str]:
        checks = (self._given, self._done, self._history, self._messages, self._nothing_else, self._truth, self._order)
        return [fault for check in checks for fault in check()]

    def _leads(self) -> list[Lead]:
        numbers = self.reading.connection.execute(select(leads.c.id).order_by(leads.c.id)).scalars().all()
        return [self.reading.lead(LeadId(number)) for number in numbers]

    def _said(self) -> Mapping[str, list[Message]]:
        """What the bot wrote and still stands, by the mark in its metadata."""
        found = defaultdict[str, list[Message]](list)
        for channel in self.world.channels.values():
            for message in channel.messages:
                if message.user == BOT_USER:
                    payload = (message.metadata or {}).get("event_payload", {})
                    found[payload.get("mark", "")].append(message)
        return found

    def _given(self) -> Iterator[str]:
        """Each acknowledged lead is there once, each other one at most once."""
        there, known = Counter(lead.name for lead in self.leads), set[str]()
        for person in self.people:
            for name, acknowledged in person.given.items():
                known.add(name)
                if there[name] > 1:
                    yield f"{name} of {person.name} is there {there[name]} times"
                if acknowledged and not there[name]:
                    yield f"{name} of {person.name} was acknowledged and is lost"
        yield from (f"nobody gave {name}" for name in there.keys() - known)

    def _done(self) -> Iterator[str]:
        """What somebody was told is done stands in the history as theirs, and nothing of theirs stands there twice."""
        entries = [entry for lead in self.leads for entry in self.reading.entries(lead.id)]
        for person in self.people:
            theirs = [entry for entry in entries if entry.actor == self._id(person)]
            yield from self._told(person, theirs)
            yield from self._made(person, theirs)

    def _told(self, person: Person, theirs: Sequence[Entry]) -> Iterator[str]:
        numbers = {int(entry.id) for entry in theirs if person.tried[entry.kind, entry.lead]}
        for number in person.done - numbers:
            yield f"{person.name} was told that entry {number} is theirs, and it is not"
        for entry in theirs:
            if entry.undone and entry.id not in person.undone and not self._is_apart(entry):
                yield f"nobody took back entry {entry.id} of {person.name}, {entry.kind} of lead {entry.lead}"

    def _is_apart(self, entry: Entry) -> bool:
        """Whether it says of a lead that they gave it too, which was taken apart from this one since."""
        after = self.reading.entries(LeadId(int(entry.facts["part"] or 0))) if entry.kind == GAVE_TOO else ()
        return any(one.kind == APART and one.facts["from"] == entry.lead for one in after)

    def _made(self, person: Person, theirs: Sequence[Entry]) -> Iterator[str]:
        made = Counter((entry.kind, int(entry.lead)) for entry in theirs if entry.kind in BY_NAME)
        for move, times in made.items():
            if times > person.tried[move]:
                yield f"{person.name} tried {move} {person.tried[move]} times, and it is there {times} times"

    def _id(self, person: Person) -> PersonId | None:
        found = self.reading.find_person(Identity("slack", TEAM, person.human.id))
        return found.id if found else None

    def _history(self) -> Iterator[str]:
        """No lead is half moved: its history tells its status, without a gap, and it has its receipt and its card."""
        shown = {notice.key for notice in self.notices if notice.shown}
        for lead in self.leads:
            entries = self.reading.entries(lead.id)
            if [entry.seq for entry in entries] != list(range(1, lead.seq + 1)):
                yield f"the history of lead {lead.id} has gaps: {[entry.seq for entry in entries]} of {lead.seq}"
            told = [
                entry.facts["status"] for entry in entries if not entry.undone and entry.kind in {*BY_NAME, "logged"}
            ]
            if lead.part_of is None and told[-1:] != [lead.status]:
                yield f"lead {lead.id} is {lead.status}, its history says {told[-1:]}"
            kinds = ("receipt", "card") if lead.part_of is None else ("receipt",)  # its whole has the card of both
            if not all(any(key.startswith(f"{kind}:{lead.id}:") for key in shown) for kind in kinds):
                yield f"lead {lead.id} has no receipt or no card"
            wins = self.reading.wins(lead.id)
            if len(wins) != sum(entry.kind == "win" for entry in entries):
                yield f"lead {lead.id} has {len(wins)} wins, and another number in its history"

    def _messages(self) -> Iterator[str]:
        """What was told stands there once, and nothing is left to tell."""
        now = self.world.now()
        rows = self.reading.connection.execute(select(tellings.c.notice, tellings.c.n))
        told = Counter((notice, n) for notice, n in rows)
        yield from (
            f"notice {notice} was told {times} times as no. {n}" for (notice, n), times in told.items() if times > 1
        )
        for notice in self.notices:
            if notice.state in {State.QUEUED, State.SENDING, State.DEAD}:
                yield f"{notice.key} is {notice.state}: {notice.error}"
            if (
                notice.state is State.WAITING
                and notice.due
                and notice.due <= now
                and self.reading.has_place(notice.address)
            ):
                yield f"{notice.key} was due at {notice.due}"
            if notice.state is State.SENT and notice.shown != notice.wanted:
                yield f"{notice.key} shows {notice.shown}, and {notice.wanted} is wanted"
            yield from self._stands(notice)
            if notice.state is State.DROPPED:
                yield from self._dropped(notice, now)

    def _dropped(self, notice: Notice, now: datetime) -> Iterator[str]:
        """What was never said has nothing to say, or is not worth saying any more; a win has a message of its own."""
        over = notice.until is not None and notice.until <= now
        shown = as_seen(self.reading, notice, INTENTS[notice.intent](self.reading, notice))
        won = isinstance(shown, Moved) and any(line.entry.kind == "win" for line in shown.lines)
        if shown is not None and not won and not over:
            yield f"{notice.key} was never said: {notice.error}"

    def _stands(self, notice: Notice) -> Iterator[str]:
        stand = self.said.get(mark(self.secret, notice.key), [])
        if notice.address.startswith("home:"):
            return
        if len(stand) != bool(notice.receipt):
            yield f"{notice.key} stands {len(stand)} times, its receipt is {notice.receipt!r} ({notice.state})"
        elif stand and notice.receipt != f"{stand[0].channel}:{stand[0].ts}":
            yield f"{notice.key} stands at {stand[0].channel}:{stand[0].ts} and is thought to be at {notice.receipt}"

    def _nothing_else(self) -> Iterator[str]:
        known = {mark(self.secret, notice.key) for notice in self.notices}
        for sort, messages in self.said.items():
            if sort not in known:
                yield f"nobody knows of {[message.text for message in messages]}"

    def _truth(self) -> Iterator[str]:
        """What stands there is what the front would say now."""
        for notice in self.notices:
            if notice.state is State.SENT and notice.intent not in OF_THEIR_MOMENT:
                yield from self._says(notice)

    def _says(self, notice: Notice) -> Iterator[str]:
        shown = as_seen(self.reading, notice, INTENTS[notice.intent](self.reading, notice))
        if shown is None:
            return
        kind, _, name = notice.address.partition(":")
        reader = self.reading.person(PersonId(int(name))) if kind in {"person", "home"} else None
        body = self.front.render(shown, reader).body
        if kind == "home":
            yield from self._home(notice, name, body)
        elif "blocks" in body:
            yield from self._reads(notice, body)

    def _reads(self, notice: Notice, body: Mapping[str, Any]) -> Iterator[str]:
        stand = self.said.get(mark(self.secret, notice.key), [])
        if not stand:
            yield f"{notice.key} was never said"
        for message in stand:
            if fault := differs({"text": message.text, "blocks": message.blocks}, dict(body)):
                yield f"{notice.key} does not say what is true: {fault}"

    def _home(self, notice: Notice, name: str, body: Mapping[str, Any]) -> Iterator[str]:
        identity = self.reading.identity(PersonId(int(name)), "slack")
        home = self.world.homes.get(identity.user) if identity else None
        if home is None:
            yield f"{notice.key} was never shown"
        elif fault := differs(home.body, body["view"]):
            yield f"{notice.key} does not show what is true: {fault}"

    def _order(self) -> Iterator[str]:
        """In each lane the messages came in the order in which they were told of first, and the cards as logged.

        Of two that were queued at once on PostgreSQL, one may be sent first, and be found again after the other.
        """
        if not self.in_order:
            return
        for address, told in self._lanes().items():
            came = [notice.receipt.partition(":")[2] for notice in told]
            if came != sorted(came, key=float):
                yield f"what was told at {address} did not come in order: {came}"
            cards = [notice.id or 0 for notice in told if notice.intent == "card" and self._stayed(notice)]
            if cards != sorted(cards):
                yield f"the cards at {address} did not come as they were queued: {cards}"

    def _stayed(self, notice: Notice) -> bool:
        """Whether its lead was never of another kind, for which its card goes away and comes anew."""
        entries = self.reading.entries(LeadId(int(str(notice.args["lead"]))))
        return all(entry.kind != "rekind" for entry in entries)

    def _lanes(self) -> Mapping[str, list[Notice]]:
        """By address, what was told there, in the order of the first telling."""
        by_id = {notice.id: notice for notice in self.notices}
        rows = self.reading.connection.execute(select(tellings.c.notice, tellings.c.address).order_by(tellings.c.id))
        lanes = defaultdict[str, list[Notice]](list)
        for number, address in dict.fromkeys(tuple(row) for row in rows):
            notice = by_id[number]
            if ":" in notice.receipt and not address.startswith("home:"):
                lanes[address].append(notice)
        return lanes


def verdict(installation: Installation, people: Iterable[Person]) -> list[str]:
    """All that is wrong."""
    people = list(people)
    for person in people:
        person.remembers()
    store: SqlStore = installation.store
    with installation.world.lock, store.read() as reading:
        return Judge(installation.world, reading, people, installation.shape.engine == "sqlite").faults()
