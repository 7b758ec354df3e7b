"""Races for one lead over three replicas: two owners, a stale card, a card forwarded; two who change it at once, and
two who give it at once."""

import copy
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.ids import LeadId
from bot.leads import Given, Kind, Status
from sandbox import finding
from sandbox.finding import Spot
from sandbox.push import PATIENCE
from sandbox.records import Message
from tests.faults.installation import Installation, Shape, installed, until
from tests.faults.judge import verdict
from tests.faults.people import Person
from tests.faults.running import HURRIED, Proving

SHAPE = Shape("postgresql", "http", 3, patience=0.3)
KINDS = ("two owners", "a stale card", "a forwarded card")
TAKERS = ("ravi", "rita")
SEEN = 40.0
"""Real seconds in which a card stands, and an answer comes: what a dead replica had in hand others take up in ten."""
LOST = 2
"""The replica that half-way through is killed and never comes again."""
WEEKLY = (("mara", "referrers in the loop"), ("ravi", "Your leads today"), ("rita", "Your leads today"))
UNTIL_MONDAY = (6 * 24 + 8, 4, 12, 8)
"""Hours to Sunday, to ten on Monday in Auckland, in Madrid, and to noon in New York."""
PRESENT_TRUTH = "took this lead a moment ago."


@dataclass
class Race:
    """One lead, which Erin gave; `runs` says what was wrong with how it went."""

    at: Installation
    people: dict[str, Person]
    n: int

    @property
    def name(self) -> str:
        return f"Company {self.n}"

    def runs(self) -> Iterator[str]:
        self.people["erin"].logs(self.name)
        if not self.people["erin"].given.get(self.name) or not until(lambda: self._card() is not None, SEEN):
            yield f"{self.name} never came to its channel"
            return
        spot = self._card()
        before = {name: len(self.people[name].human.answers) for name in TAKERS}
        if spot is not None:
            self._runs(KINDS[self.n % len(KINDS)], spot)
        told = [self._told(name, before[name]) for name in TAKERS]
        won = TAKERS["Yours." not in told[0]]
        truth = f"{self.people[won].human.user.real_name} {PRESENT_TRUTH}"
        if sum("Yours." in words for words in told) != 1 or sum(truth in words for words in told) != 1:
            yield f"{self.name}, {KINDS[self.n % len(KINDS)]}: {told}"
            return
        if spot is not None:
            yield from self._both_stand(won, int(spot.element["value"]))
        yield from self._given_by_two()

    def _given_by_two(self) -> Iterator[str]:
        """Each writes it in another way: it is one lead, and one of the two is a co-referrer."""
        names = {"erin": f"Twin {self.n}", "ravi": f"TWIN {self.n} Ltd"}
        together(*(lambda who=who, name=name: self.people[who].logs(name) for who, name in names.items()))
        with self.at.store.read() as reading:
            twins = reading.comparable(Given(Kind.SALES, names["erin"]))
        wholes, parts = ([one for one in twins if bool(one.part_of) is joined] for joined in (False, True))
        if [one.id for one in wholes] != [one.part_of for one in parts]:
            yield f"{names}: {twins}"

    def _both_stand(self, owner: str, number: int) -> Iterator[str]:
        """Whoever has it moves it, and whoever gave it asks for it back: neither change is lost for the other."""
        spoke, back = (self.people[name].sees(move, number) for name, move in ((owner, "spoke"), ("erin", "withdraw")))
        if not until(lambda: spoke() and back(), SEEN):
            yield f"{self.name}: {owner} or erin never had the button"
            return
        together(
            lambda: self.people[owner].moves("spoke", number), lambda: self.people["erin"].moves("withdraw", number)
        )
        if not self._has(number, "spoke"):  # their message was redrawn under the finger: they press again
            self.people[owner].moves("spoke", number)
        with self.at.store.read() as reading:
            lead = reading.lead(LeadId(number))
        if lead.status is not Status.CONTACTED or lead.asked_back_at is None:
            yield f"{self.name}: it is {lead.status}, asked back at {lead.asked_back_at}"

    def _runs(self, kind: str, spot: Spot) -> None:
        """At once, or one after the other who still looks at an old card, here or where somebody forwarded it."""
        first, second = (TAKERS, TAKERS[::-1])[self.n % 2]
        if kind == "two owners":
            together(*(lambda name=name: self.people[name].presses(spot) for name in TAKERS))
            return
        old = _of(spot, self.at.world.channel("general").id if kind == "a forwarded card" else "")
        before = len(self.people[first].human.answers)
        self.people[first].presses(spot)
        self._told(first, before)
        self.people[second].presses(old)

    def _has(self, number: int, kind: str) -> bool:
        with self.at.store.read() as reading:
            return any(entry.kind == kind for entry in reading.entries(LeadId(number)))

    def _told(self, name: str, before: int) -> str:
        human = self.people[name].human
        until(lambda: len(human.answers) > before, SEEN)
        return " ".join(human.answers[before:])

    def _card(self) -> Spot | None:
        with self.at.world.lock:
            for message in reversed(self.at.world.channel("leads").messages):
                found = finding.button(message, "I'll take it") if f"{self.name}:" in message.text else None
                if found:
                    return found[0]
        return None


def _of(spot: Spot, channel: str) -> Spot:
    """The same button on a card as it was: a copy that nobody edits, in that channel if one is named."""
    card = copy.deepcopy(spot.surface)
    if channel and isinstance(card, Message):
        card.channel = channel
    return Spot(card, spot.block, spot.element)


def together(*works: Callable[[], object]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _weekly(at: Installation) -> Iterator[str]:
    """It is Monday everywhere, and the replicas that are left say what is said then: each of it once."""
    for hours in UNTIL_MONDAY:
        at.passes(hours=hours)
        at.comes_to_rest()
    for name, text in WEEKLY:
        said = [message.text for message in at.human(name).dms() if text in message.text]
        if len(said) != 1:
            yield f"{name} read {text!r} {len(said)} times: {said}"


def races(proving: Proving, many: int) -> list[str]:
    """So many of them; what was wrong with any, and in the end."""
    with (
        proving.stores.fresh(SHAPE.engine, marketing=False) as database,
        installed(SHAPE, proving.sandbox, database, proving.forks) as at,
    ):
        proving.sandbox.push.patience = PATIENCE  # nothing fails here, and nobody need be told so soon
        at.boots_all()
        people = {name: Person(at.human(name)) for name in ("erin", *TAKERS)}
        wrong = [fault for n in range(many // 2) for fault in Race(at, people, n).runs()]
        at.kills(LOST)
        wrong += [fault for n in range(many // 2, many) for fault in Race(at, people, n).runs()]
        at.passes(minutes=3)
        at.comes_to_rest()
        wrong += [*verdict(at, people.values()), *_weekly(at)]
        proving.sandbox.push.patience = HURRIED
        return [*wrong, at.words()] if wrong else []
