"""What stories of Sandbox Inc. are told with: people who do what people do, and time that passes when told to."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sandbox import finding
from sandbox.people import Human
from sandbox.records import Message, Value
from sandbox.server import Sandbox

Pass = Callable[[datetime], None]
"""Moves the time; the bot keeps up."""


class Acting:
    """Everything goes through the bot, as it would by hand: nothing is written into its database."""

    def __init__(self, sandbox: Sandbox, pass_time: Pass) -> None:
        self.sandbox = sandbox
        self.pass_time = pass_time

    def human(self, name: str) -> Human:
        return self.sandbox.human(name)

    def logs(self, giver: Human, line: str, **fields: Value) -> None:
        giver.types(f"/lead {line}")
        if fields:
            giver.clicks("Add details")
        self.fills(giver, **fields)

    def clicks(self, human: Human, button: str, title: str, channel: str = "leads") -> None:
        """On the lead's card, as soon as the button is there."""
        self.sandbox.world.wait_until(lambda: self._card(button, title, channel) is not None)
        human.clicks(button, on=self._card(button, title, channel))
        self.settle()

    def fills(self, human: Human, **fields: Value) -> None:
        """The open form, by the domain's names of its fields, and sends it."""
        for name, value in fields.items():
            human.sets(name, value)
        errors = human.submits()
        if errors:
            raise RuntimeError(f"the story does not go on: {errors}")
        self.settle()

    def until(self, moment: datetime) -> None:
        self.pass_time(max(moment, self.sandbox.world.now()))

    def minutes(self, minutes: float) -> None:
        self.pass_time(self.sandbox.world.now() + timedelta(minutes=minutes))

    def settle(self) -> None:
        """What was clicked has been said: time moves by nothing, and the bot keeps up."""
        self.minutes(0)

    def forget_whispers(self) -> None:
        """Slack keeps what only one person saw no longer than until they look again."""
        with self.sandbox.world.lock:
            self.sandbox.world.ephemerals.clear()
            self.sandbox.world.touch()

    def _card(self, button: str, title: str, channel: str) -> Message | None:
        cards = [one for one in self.sandbox.world.channel(channel).messages if title in str(one.blocks)]
        return next((card for card in reversed(cards) if finding.button(card, button)), None)
