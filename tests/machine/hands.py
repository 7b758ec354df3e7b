"""How the machine acts: a person presses, fills in, reads the answer; and the model follows."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from bot import services
from bot.ids import LeadId, Origin
from bot.people import Role
from sandbox.records import Value
from tests.machine import truths
from tests.machine.model import MOVES, Lead
from tests.machine.model import Company as Model
from tests.slack.colleague import Colleague
from tests.slack.company import Company

CAST = ("erin", "wanda", "ravi", "rita", "ruth", "mona", "mara", "ada")
FILLED: dict[str, dict[str, Value]] = {
    "ready": {"checklist": ["who", "reach", "need", "expects"]},
    "lose": {"reason": "timing"},
    "decline": {"reason": "timing"},
    "unwin": {"word": "Not signed yet"},
    "note": {"note": "Call in the morning"},
    "step": {"step": "Call"},
}
DATED = frozenset({"meeting", "warm"})
LONG = settings().max_examples > 1000
"""The soak."""
LOOKING = CAST if LONG else ("wanda", "ravi", "mara")
"""Whose App Home is open."""
GETS = ("ravi", "rita", "ruth", "ada")


class Hands(RuleBasedStateMachine):
    """`place` is the company, still to be entered."""

    def __init__(self, place: AbstractContextManager[Company]) -> None:
        super().__init__()
        self.place = place
        self.slack = place.__enter__()
        self.model = Model()
        self.ids = {name: self.slack.person(name) for name in CAST}
        self.slack.works_with(desk=["ada"])
        self.names(*self.model.roles)
        self.said = ""
        self.news: dict[int, set[str]] = {}
        """Which messages of news each lead's referrer has had: they are edited, and stay the same."""
        for name in LOOKING:
            self.person(name).opens_home()

    def teardown(self) -> None:
        self.place.__exit__(None, None, None)

    def person(self, name: str) -> Colleague:
        return Colleague(self.slack.sandbox.human(name), self.slack.settle)

    def names(self, *roles: str) -> None:
        named = {Role(role): [self.ids[name] for name in sorted(self.model.roles[role])] for role in roles}
        origin = Origin(self.slack.sandbox.world.ts())
        services.set_people(self.slack.store, origin, named, {}, by=self.ids["ada"], now=self.slack.now)
        self.slack.settle()

    def here(self) -> list[str]:
        return [name for name in CAST if name not in self.model.gone]

    def some_lead(self, data: st.DataObject) -> Lead:
        return self.model.leads[data.draw(st.sampled_from(list(self.model.leads)))]

    def able(self, *moves: str) -> list[tuple[str, str, int]]:
        """Which of these moves somebody may make now, and of which lead."""
        every = [(move, who, lead) for move in moves for lead in self.model.leads.values() for who in self.here()]
        return [(move, who, lead.number) for move, who, lead in every if self.model.may(who, move, lead)]

    def moves(self, data: st.DataObject, *moves: str) -> None:
        move = data.draw(st.sampled_from([move for move in moves if self.able(move)]))
        _, who, number = data.draw(st.sampled_from(self.able(move)))
        self.tries(data, move, who, self.model.leads[number])

    def tries(self, data: st.DataObject, move: str, who: str, lead: Lead) -> None:
        self.does(who, move, lead, to=data.draw(st.sampled_from(GETS)) if move in {"give", "pass"} else None)

    def does(self, who: str, move: str, lead: Lead, to: str | None = None) -> None:
        """It is done if the model has it so, else refused; and nothing happens that the model does not know."""
        done = self.makes(who, move, lead, to)
        expected = self.model.may(who, move, lead) and (to is None or self.model.can_get(to, lead))
        assert done == expected, f"{who} {move} {lead} to {to}: {self.said}"
        if done:
            self.model.move(who, move, lead, to=to, now=self.slack.now)
        elif move == "withdraw" and self.model.may_ask_back(who, lead):
            lead.asked_back = True

    def makes(self, who: str, move: str, lead: Lead, to: str | None) -> bool:
        """Whether it was done, as whoever did it reads."""
        person = self.person(who)
        self.presses(who, f"move:{move}", lead.number)
        if person.human.form and person.human.top_form().body.get("submit"):
            day = {"on": (self.slack.now + timedelta(days=7)).date().isoformat()} if move in DATED else {}
            person.sets(**FILLED.get(move, {}), **day, **({"owner": to} if to else {}))
            self.said = str(person.submits()) + self.told(who)
        else:
            self.said = self.told(who)
        self.shuts(who)
        assert "Sorry" not in self.said, self.said
        return "Undo" in self.said or self.said.startswith("Withdrawn")

    def undoable(self) -> list[int]:
        leads = self.model.leads.values()
        ours = ((lead, self.model.done[lead.number][-1].by) for lead in leads if self.model.done[lead.number])
        return [lead.number for lead, who in ours if self.model.can_undo(who, lead, self.slack.now)]

    def takes_back(self, who: str, lead: Lead) -> None:
        """The last move of it that stands."""
        with self.slack.store.read() as unit:
            stands = [one.id for one in unit.entries(LeadId(lead.number)) if one.kind in MOVES and not one.undone]
        expected = self.model.can_undo(who, lead, self.slack.now)
        self.presses(who, "undo", stands[-1])
        done = self.told(who) == "Taken back. Nobody was told."
        assert done == expected, f"{who} takes back {self.model.done[lead.number][-1]}: {self.told(who)}"
        self.shuts(who)
        if done:
            self.model.undo(lead)

    def presses(self, who: str, button: str, number: int) -> None:
        named = {"action_id": button, "block_id": "b", "action_ts": self.slack.sandbox.world.ts()}
        human = self.person(who).human
        human.forge({"actions": [{"type": "button", "value": str(number), **named}]})
        if not (human.form and human.form.body.get("submit")):
            self.slack.settle()

    def told(self, who: str) -> str:
        return self.person(who).form

    def shuts(self, who: str) -> None:
        human = self.person(who).human
        while human.form:
            human.closes()

    def everybody_was_told(self) -> None:
        """Once, of all that was done since the last time; then nothing is left to tell."""
        for lead in self.model.leads.values():
            known = self.news.setdefault(lead.number, set())
            none(truths.untold(self.slack, lead, len(truths.news(self.slack, lead) - known)))
        self.forgets()

    def forgets(self) -> None:
        """Whatever its referrer has had by now is no news of a lead any more."""
        for lead in self.model.leads.values():
            self.news.setdefault(lead.number, set()).update(truths.news(self.slack, lead))
            lead.untold, lead.won = [], False


def none(faults: Iterable[str]) -> None:
    found = list(faults)
    assert not found, "\n".join(found)
