"""A little history for the newcomer: last week in Sandbox Inc., made by people who do what people do."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sandbox import finding
from sandbox.people import Human
from sandbox.records import Message
from sandbox.server import Sandbox

Pass = Callable[[datetime], None]
"""Moves the time; the bot keeps up."""


class Story:
    """Everything goes through the bot, as it would by hand: nothing is written into its database."""

    def __init__(self, sandbox: Sandbox, pass_time: Pass) -> None:
        self.sandbox = sandbox
        self.pass_time = pass_time

    def tell(self) -> None:
        """Last week: set-up, a win, a lead that is worked, one kept warm, a candidate; each some minutes apart."""
        self._set_up()
        self._a_win()
        self._a_lead_that_is_worked()
        self._a_lead_kept_warm()
        self._a_candidate()
        self._forget_whispers()

    def _set_up(self) -> None:
        ada = self._human("ada")
        ada.opens_home()
        self._settle()
        ada.clicks("Channels", on=ada.home)
        self._fill(ada, leads="leads", wins="wins", hiring="hiring")
        ada.clicks("People", on=ada.home)
        self._fill(ada, rep=["ravi", "rita"], recruiter=["ruth"], manager=["mara"])

    def _a_win(self) -> None:
        wanda, rita = self._human("wanda"), self._human("rita")
        self._logs(
            wanda,
            "Initech, Bill Lumbergh, bill@initech.example, their driver says they are moving",
            need="A quieter office",
        )
        self._clicks(rita, "I'll take it", "Initech")
        self._minutes(3)
        self._clicks(rita, "Update…", "Initech")
        rita.clicks("Won")
        self._fill(
            rita,
            thanks="Wanda, you overheard what nobody else did. Thank you!",
            may_name=["Yes, the customer agrees to be named"],
        )
        self._minutes(3)

    def _a_lead_that_is_worked(self) -> None:
        erin, ravi = self._human("erin"), self._human("ravi")
        self._logs(erin, "Globex, Hank Scorpio, +34 600 123 456, growing fast", need="Payroll for forty people")
        self._clicks(ravi, "I'll take it", "Globex")
        self._clicks(ravi, "Spoke to them", "Globex")
        self._fill(ravi, word="Hank was glad that you thought of him. I am working out what it would cost.")
        self._minutes(3)

    def _a_lead_kept_warm(self) -> None:
        erin, rita = self._human("erin"), self._human("rita")
        self._logs(erin, "Umbrella Gardens, opening next year")
        self._clicks(rita, "I'll take it", "Umbrella Gardens")
        self._clicks(rita, "Update…", "Umbrella Gardens")
        rita.clicks("Keep warm")
        later = self.sandbox.world.now() + timedelta(days=60)
        self._fill(rita, on=later.date().isoformat(), word="They open in spring. I will call them in time.")
        self._minutes(3)

    def _a_candidate(self) -> None:
        erin = self._human("erin")
        erin.types("/lead Jane Doe, jane@doe.example, the best tester I have worked with")
        self._fill(erin, kind="a possible colleague")

    def _forget_whispers(self) -> None:
        """Slack keeps what only one person saw no longer than until they look again."""
        with self.sandbox.world.lock:
            self.sandbox.world.ephemerals.clear()
            self.sandbox.world.touch()

    def _logs(self, giver: Human, line: str, **fields: str) -> None:
        giver.types(f"/lead {line}")
        if fields:
            giver.clicks("Add details")
        self._fill(giver, **fields)

    def _clicks(self, human: Human, button: str, title: str) -> None:
        """On the lead's card, as soon as the button is there."""
        self.sandbox.world.wait_until(lambda: self._card(button, title) is not None)
        human.clicks(button, on=self._card(button, title))
        self._settle()

    def _card(self, button: str, title: str) -> Message | None:
        cards = [one for one in self.sandbox.world.channel("leads").messages if title in str(one.blocks)]
        return next((card for card in cards if finding.button(card, button)), None)

    def _fill(self, human: Human, **fields: str | list[str]) -> None:
        for name, value in fields.items():
            human.sets(name, value)
        errors = human.submits()
        if errors:
            raise RuntimeError(f"the story does not go on: {errors}")
        self._settle()

    def _minutes(self, minutes: float) -> None:
        self.pass_time(self.sandbox.world.now() + timedelta(minutes=minutes))

    def _settle(self) -> None:
        """What was clicked has been said: time moves by nothing, and the bot keeps up."""
        self._minutes(0)

    def _human(self, name: str) -> Human:
        return self.sandbox.human(name)
