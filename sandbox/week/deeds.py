"""What the people of the simulated week do: give leads, take them, move them on, answer or ignore questions."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from sandbox import finding
from sandbox.finding import Spot, Surface
from sandbox.people import Human
from sandbox.records import Value
from sandbox.server import Sandbox
from sandbox.week.company import DESK, Size, reps
from sandbox.week.posts import TITLE

ANSWERS = ("Still working", "Still working", "Still working", "Waiting until…", "Went quiet", "Need help", "(nothing)")
"""To a morning's question, as often as each stands here; the last is on no button, and ignores it."""
STEPS = ("Spoke to them", "Spoke to them", "I called", "I wrote", "Meeting booked", "Proposal sent", "Won", "Lost")
"""What is done next with a lead, if its message offers it."""
TOLD = frozenset({*STEPS, "I'll take it", "Give to…", "Went quiet"})
"""What its referrer hears of."""
WISHED, KEEN, GRATEFUL = 0.1, 0.8, 0.7
"""How often a giver has a rep in mind; a rep takes what waits, and finds words of thanks."""
AT_DESK, LEFT = 10, 20
"""Each tenth lead is one that no rep wants; each twentieth the desk leaves, too."""


@dataclass
class Deeds:
    """Each method is what somebody does on one visit. Counted are the leads of a giver, and the steps of a lead."""

    sandbox: Sandbox
    chance: Random
    size: Size
    given: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)
    actors: set[str] = field(default_factory=set)

    def gives(self, name: str, number: int) -> None:
        """A lead from one line; of some its referrer has a rep in mind."""
        human = self._human(name)
        human.types(f"/lead Company {number:03}, jane{number}@company{number}.example, needs payroll", "general")
        if self.chance.random() < WISHED:
            human.clicks("Add details")
            human.sets("wanted", self._any_rep())
        self._submits(human)
        self.given[name] += 1

    def answers_news(self, name: str) -> None:
        """They ask how it goes, help, or have enough of it."""
        human, button = self._human(name), self.chance.choice(("Ask ", "I can help", "Mute this lead"))
        for spot in self._newest(human, button)[:1]:
            self._presses(human, spot, word="I know their office manager.")

    def answers_morning(self, name: str) -> None:
        human = self._human(name)
        for lead in [spot.element["value"] for spot in self._newest(human, "Still working")]:
            answer, whom = self.chance.choice(ANSWERS), self.chance.choice(("referrer", "manager"))
            for spot in self._newest(human, answer, lead)[:1]:
                self._presses(human, spot, on=self._in(21), whom=whom)

    def takes(self, name: str) -> None:
        """The first card that waits and that they like."""
        human = self._human(name)
        waiting = [spot for one in human.messages("leads") for spot in _buttons(one, "I'll take it")]
        wanted = [spot for spot in waiting if int(spot.element["value"]) % AT_DESK]
        if wanted and self.chance.random() < KEEN:
            self._presses(human, wanted[0])

    def moves_on(self, name: str) -> None:
        """One of their leads, by one step."""
        human, step = self._human(name), self.chance.choice(STEPS)
        able = [spot for one in human.dms() for spot in _buttons(one, step)]
        if able:
            word = "They are glad that you thought of them."
            words = {"word": word, "thanks": "Thank you!" if self.chance.random() < GRATEFUL else ""}
            self._presses(human, self.chance.choice(able), on=self._in(4), reason="no_budget", **words)

    def places(self, name: str) -> None:
        """The desk, and a manager, give what waits to a rep."""
        human = self._human(name)
        waiting = {spot.element["value"] for one in human.dms() for spot in _buttons(one, "Give to…")}
        for lead in sorted(waiting, key=int):
            if name != DESK[0] or int(lead) % LEFT:
                rep = self._any_rep()
                for spot in self._newest(human, "Give to…", lead)[:1]:
                    self._presses(human, spot, owner=rep)

    def goes_away(self, name: str, cover: str, days: int) -> None:
        human = self._human(name)
        human.clicks("I am away…", on="home")
        human.sets("until", self._in(days))
        human.sets("cover", cover)
        self._submits(human)

    def _presses(self, human: Human, spot: Spot, **fields: Value) -> None:
        """The button, and the form if it opens one, with those of the fields that it asks for."""
        human.acts(spot.surface, *spot.ids)
        text, title = spot.element["text"]["text"], TITLE.search(spot.element.get("accessibility_label", ""))
        if title and text in TOLD:
            self.told[title[0]] += 1
        if human.form and human.form.body.get("submit"):
            asked = {one.block["block_id"] for one in finding.spots(human.form)}
            for name in asked & fields.keys():
                human.sets(name, fields[name])
            self._submits(human)
        while human.form:
            human.closes()
        self.actors.add(human.user.name)

    def _submits(self, human: Human) -> None:
        """Or they give it up, where it is too late: somebody has closed the lead meanwhile."""
        human.submits()
        self.actors.add(human.user.name)

    def _newest(self, human: Human, words: str, lead: str = "") -> list[Spot]:
        """The buttons with these words on the newest message that has any; only those of one lead, if it is named."""
        found = (list(_buttons(one, words, lead)) for one in reversed(human.dms()))
        return next((spots for spots in found if spots), [])

    def _any_rep(self) -> str:
        return self.chance.choice(reps(self.size))[0]

    def _in(self, days: int) -> str:
        return (self.sandbox.world.now() + timedelta(days=days)).date().isoformat()

    def _human(self, name: str) -> Human:
        return self.sandbox.human(name)


def _buttons(surface: Surface, words: str, lead: str = "") -> Iterator[Spot]:
    for spot in finding.spots(surface):
        pressed = spot.element
        theirs = pressed["type"] == "button" and lead in {"", pressed.get("value")}
        if theirs and str(pressed["text"]["text"]).startswith(words):
            yield spot
