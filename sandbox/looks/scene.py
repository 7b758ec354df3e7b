"""A scene of the catalogue's story: people act, and what one of them then sees is kept under its name."""

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sandbox import finding
from sandbox.acting import Acting, Pass
from sandbox.finding import Surface
from sandbox.people import Human
from sandbox.records import Channel, Message, View
from sandbox.server import Sandbox
from sandbox.sight import DM

BEGINS = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday, ten o'clock in Madrid: fixed, so that pictures change only where what they show does."""


@dataclass(frozen=True)
class Look:
    """One surface as it stood at one moment."""

    name: str
    """Of its entry in the catalogue."""
    human: Human
    surface: Surface
    address: str
    """Where the page shows it, and which element it is there."""
    selector: str
    press: str = ""
    """The button that asks before it acts: what it asks is what is kept."""


Keep = Callable[[Look], None]
Bring = Callable[[str], None]
"""`python app.py import`, of a list with this text."""


class Scene(Acting):
    def __init__(self, sandbox: Sandbox, pass_time: Pass, keep: Keep, bring: Bring) -> None:
        super().__init__(sandbox, pass_time)
        self.keep = keep
        self.bring = bring

    # what is kept

    def message(self, name: str, human: Human, message: Message, *, press: str = "") -> Message:
        """In its conversation; a reply in its thread."""
        thread = message.thread_ts if message.thread_ts not in (None, message.ts) else None
        place = _place(self.sandbox.world.channels[message.channel])
        address = f"/as/{human.user.name}/{place}" + (f"?thread={thread}" if thread else "")
        selector = f"#{'t' if thread else 'm'}{message.ts.replace('.', '-')}"
        self.keep(Look(name, human, copy.deepcopy(message), address, selector, press))
        return message

    def form(self, name: str, human: Human, *, then: str = "close") -> None:
        """The form on top, which is then closed, with all under it; or left `open`."""
        self.keep(Look(name, human, copy.deepcopy(human.top_form()), f"/as/{human.user.name}/dm", "dialog.form"))
        if then == "close":
            self.shuts(human)

    def home(self, name: str, human: Human, *, press: str = "") -> None:
        home = self.opens_home(human)
        self.keep(Look(name, human, copy.deepcopy(home), f"/as/{human.user.name}/home", ".home .kit", press))

    def whisper(self, name: str, human: Human) -> None:
        """What they alone were shown last, in a conversation, as soon as it is there."""
        self.sandbox.world.wait_until(lambda: bool(human.ephemerals()))
        self.message(name, human, human.ephemerals()[-1])
        self.forget_whispers()

    # what people do

    def opens_home(self, human: Human) -> View:
        human.opens_home()
        self.settle()
        if human.home is None:
            raise LookupError(f"{human.user.name} has no home")
        return human.home

    def shuts(self, human: Human) -> None:
        """All forms, and whatever was whispered meanwhile."""
        while human.form:
            human.closes()
        self.forget_whispers()

    def asks(self, name: str, human: Human, button: str, *, more: bool = True) -> None:
        """A form that a lead's page opens: of the bot's newest message to them about a lead."""
        if more:
            human.clicks("More…", on=DM)
        human.clicks(button)
        self.form(name, human)

    def dm(self, human: Human, words: str) -> Message:
        """The newest message of the bot to them that says so, as soon as it is there."""
        return self._said(human.dms, words)

    def posted(self, channel: str, words: str) -> Message:
        """The newest one in a channel."""
        return self._said(lambda: self.sandbox.world.channel(channel).messages, words)

    def _said(self, among: Callable[[], list[Message]], words: str) -> Message:
        def found() -> Message | None:
            return next((one for one in reversed(among()) if words in self.reads(one)), None)

        self.sandbox.world.wait_until(lambda: found() is not None)
        if (message := found()) is None:
            raise LookupError(f"nothing says {words!r}; there is {[self.reads(one) for one in among()]}")
        return message

    def number(self, receipt: Message) -> str:
        """Of the lead that this receipt is for."""
        found = re.search(r"lead no\. (\d+)", self.reads(receipt))
        return found[1] if found else ""

    def reads(self, message: Message) -> str:
        """What the story finds a message by."""
        return finding.words(message)


def _place(channel: Channel) -> str:
    return DM if channel.kind == "im" else channel.name
