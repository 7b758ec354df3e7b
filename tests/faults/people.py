"""People who act while things fail: they try again as people do, and keep what they were told came of it."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field

from handlers.slack.kit import ids
from sandbox import finding, submitting
from sandbox.finding import Spot
from sandbox.people import Human
from sandbox.records import BOT_USER, Message, Value, View

TRIES = 4
"""How often somebody sends a form that Slack had trouble with."""
OPENINGS = 3
"""How often somebody types the command that opens no form."""
BACK = 100
"""So many messages of a conversation somebody looks back."""
PAUSE = 0.1
"""Real seconds before they do it again."""
FILLED: Mapping[str, Mapping[str, Value]] = {
    "ready": {"checklist": ["who", "reach", "need", "expects"]},
    "spoke": {},
    "meeting": {"on": "2026-12-01"},
    "win": {"thanks": "Thank you, that was a fine lead."},
    "lose": {"reason": "timing"},
    "warm": {"on": "2026-12-01"},
    "decline": {"reason": "timing"},
    "unwin": {"word": "Not signed yet"},
}
"""What each move's form is filled with; the other moves are made at once."""
AT_ONCE = frozenset({"take", "qualify", "proposal", "withdraw", "rekind", "wake", "reopen"})
MOVES = AT_ONCE | set(FILLED)


@dataclass
class Person:
    """One of the cast. `given` says of each lead's name whether it was acknowledged."""

    human: Human
    tries: int = TRIES
    given: dict[str, bool] = field(default_factory=dict)
    tried: Counter[tuple[str, int]] = field(default_factory=Counter)
    """How often they tried each move of each lead."""
    done: set[int] = field(default_factory=set)
    """The history entries of which they were told that they may undo them."""
    undone: set[int] = field(default_factory=set)
    """Those that they tried to take back."""
    acknowledged: bool = False
    """Whether Slack had no trouble with what they did last: the bot took it as done."""

    @property
    def name(self) -> str:
        return self.human.user.name

    def logs(self, name: str, *, words: str = "", submits: int = 1, kind: str = "sales") -> None:
        """A lead, by the form; `words` come with the command, and `submits` are sent at once."""
        form = self._opens(words)
        if form is None:
            return
        self.given[name] = False
        self.human.sets("name", name)
        self.human.sets("kind", kind)
        self.given[name] = self._sends(form, submits)
        self._clears()

    def _opens(self, words: str) -> View | None:
        """The form of a new lead, if Slack opens it by the third time."""
        self._clears()
        for _ in range(OPENINGS):
            self.human.types(f"/lead {words}".strip())
            form = self.human.form
            if form is not None and form.body.get("callback_id") == ids.LEAD:
                return form
        return None

    def moves(self, wanted: str = "", lead: int | None = None, *, pick: float = 0.0) -> None:
        """Presses a move's button in a message that they see, and fills its form; any they can see if none is named."""
        self._clears()
        seen = [spot for spot in self._buttons() if _means(spot, wanted, lead)]
        if seen:
            self.presses(seen[int(pick * len(seen))])

    def sees(self, move: str, lead: int) -> Callable[[], bool]:
        """Whether they have this move's button of this lead before them, asked again each time."""
        return lambda: any(_means(spot, move, lead) for spot in self._buttons())

    def presses(self, spot: Spot) -> None:
        pressed = _pressed(spot)
        self.tried[pressed.detail, pressed.number] += 1
        acknowledged = self._acts(spot)
        form = self.human.form
        if form is not None and form.body.get("callback_id") == ids.MOVE:
            acknowledged = self._fills(form, pressed.detail)
        self.acknowledged = acknowledged and (pressed.detail in AT_ONCE or form is not None)
        self._looks()
        self._clears()

    def undoes(self) -> None:
        """What they were last told that they may."""
        self._clears()
        for message in reversed(self.human.ephemerals()):
            for spot in finding.spots(message):
                if spot.element["action_id"] == "undo":
                    entry = int(spot.element["value"])
                    self.done.add(entry)
                    self.undone.add(entry)
                    self.acknowledged = self._acts(spot)
                    return

    def says(self, text: str) -> None:
        self.human.says(text)

    def opens_home(self) -> None:
        self.human.opens_home()

    def remembers(self) -> None:
        """What still stands before them: some answers come late."""
        for message in self.human.ephemerals():
            self._notes(message)

    def _fills(self, form: View, move: str) -> bool:
        for name, value in FILLED[move].items():
            self.human.sets(name, value)
        return self._sends(form)

    def _sends(self, form: View, submits: int = 1) -> bool:
        """Whether Slack closed the form, or put an answer in its place, at last; what is refused is let be."""
        for _ in range(self.tries):
            self._submits(form, submits)
            if submitting.WHOLE not in form.errors:
                return not form.errors
            threading.Event().wait(PAUSE)
        return False

    def _submits(self, form: View, many: int) -> None:
        with ThreadPoolExecutor(many) as at_once:
            for _ in range(many):
                at_once.submit(submitting.submit, self.human.world, self.human.push, self.human.user, form)
        if not self.human.forms:  # one of them was taken, whatever became of the others
            form.errors = {}

    def _acts(self, spot: Spot) -> bool:
        with suppress(LookupError):  # it was redrawn under the finger
            return self.human.acts(spot.surface, *spot.ids)
        return False

    def _looks(self) -> None:
        if self.human.form is not None:
            self._notes(self.human.form)

    def _notes(self, surface: Message | View) -> None:
        for spot in finding.spots(surface):
            if spot.element["action_id"] == "undo":
                self.done.add(int(spot.element["value"]))

    def _clears(self) -> None:
        """Puts away what is open."""
        self.human.world.stacks.pop(self.human.id, None)

    def _buttons(self) -> Iterator[Spot]:
        places = [*self.human.channels(), self.human.world.dm(self.human.id)]
        with self.human.world.lock:
            messages = [one for place in places for one in place.messages[-BACK:] if one.user == BOT_USER]
            spots = [spot for message in messages for spot in finding.spots(message)]
        return (spot for spot in spots if spot.element["type"] == "button" and _pressed(spot).verb == "move")


def _pressed(spot: Spot) -> ids.Pressed:
    value = spot.element.get("value")
    return ids.read(spot.element["action_id"], value if str(value).isdecimal() else "0")


def _means(spot: Spot, wanted: str, lead: int | None) -> bool:
    pressed = _pressed(spot)
    return pressed.detail in MOVES and wanted in {"", pressed.detail} and lead in {None, pressed.number}
