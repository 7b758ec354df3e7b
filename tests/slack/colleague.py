"""What a person does in Slack and what they see there; after each thing that they do, everything is said."""

from collections.abc import Callable
from dataclasses import dataclass

from sandbox import finding, happenings
from sandbox.people import Human
from sandbox.records import Message, Value, View
from sandbox.sight import DM, Where


@dataclass(frozen=True)
class Colleague:
    """Somebody of Sandbox Inc."""

    human: Human
    settle: Callable[[], None]

    def types(self, text: str, channel: str = "leads") -> None:
        self.human.types(text, channel)
        self.settle()

    def says(self, text: str, channel: str = DM, *, under: str = "") -> None:
        """To the bot, or in a channel; as a reply to the newest message of the bot's that says `under`."""
        found = [message for message in self.human.dms() if under and under in read(message)]
        self.human.says(text, channel, found[-1].ts if found else None)
        self.settle()

    def shares(self, *names: str, text: str = "", channel: str = "leads", under: str = "") -> None:
        """Files, in a channel or in the thread of the newest message there that says `under`."""
        thread = next(one.ts for one in reversed(self.human.messages(channel)) if under in read(one)) if under else None
        self.human.says(text, channel, thread, dict.fromkeys(names, b"a file"))
        self.settle()

    def unsays(self, name: str, channel: str = "leads") -> None:
        """Deletes the message with this file."""
        found = [one for one in self.human.messages(channel) if any(file.name == name for file in one.files)]
        self.human.unsays(found[-1])
        self.settle()

    def makes_a_lead_of(self, text: str, channel: str = "general") -> None:
        self.human.message_shortcut("Log this as a lead", self.human.sees(text, channel))

    def sets(self, **fields: Value) -> None:
        """Fills inputs of the open form by their block ids, which are the domain's names."""
        for name, value in fields.items():
            self.human.sets(name, value)

    def attaches(self, field: str, name: str, data: bytes) -> None:
        """Puts a file into an input of the open form."""
        self.human.attaches(field, {name: data})

    def submits(self) -> dict[str, str]:
        """Returns what stands under the fields, by label; nothing if the form was taken."""
        errors = self.human.submits()
        self.settle()
        return errors

    def fills(self, **fields: Value) -> dict[str, str]:
        self.sets(**fields)
        return self.submits()

    def forged(self, **fields: Value) -> dict[str, str]:
        """Submits past what Slack's own client checks, such as lengths; returns what is wrong, by block id."""
        self.sets(**fields)
        view = self.human.top_form()
        ack = self.human.forge({"type": "view_submission", "view": view.as_json(), "response_urls": []})
        errors = ack.body.get("errors", {}) if isinstance(ack.body, dict) else {}
        while self.human.form and not errors:
            self.human.closes()
        self.settle()
        return dict(errors)

    def logs(self, name: str, reach: str = "", *, kind: str = "sales", **details: Value) -> None:
        """A lead, by the form."""
        self.types("/lead")
        self.sets(name=name, reach=reach, kind=kind)
        if details:
            self.clicks("Add details")
        errors = self.fills(**details)
        assert not errors, errors

    def clicks(self, text: str, on: Where = None) -> None:
        self.human.clicks(text, on)
        self.settle()

    def opens_home(self) -> None:
        self.human.opens_home()
        self.settle()

    def travels(self, tz: str) -> None:
        self.human.travels(tz)

    def speaks(self, locale: str) -> None:
        """To Slack, in its settings."""
        self.human.user.locale = locale
        for heard in happenings.changes(self.human.world, self.human.user):
            heard.result(10)

    def leaves(self) -> None:
        """The company, for good."""
        world = self.human.world
        for heard in happenings.leaves_company(world, self.human.user):
            heard.result(10)
        self.settle()

    @property
    def contact(self) -> str:
        """How to reach them, as *Contact* in the newest message about a lead says."""
        self.clicks("Contact", on=DM)
        said = self.form
        self.human.closes()
        return said

    @property
    def told(self) -> str:
        """What stands in front of them after a click: the window that opened, else the last private sentence; without
        the small print under *Undo*."""
        surface: Message | View | None = self.human.form or next(reversed(self.human.ephemerals()), None)
        said = read(surface).replace("\n", " ") if surface else ""
        return said.removesuffix(" You can undo it for two minutes: messages go out only then.")

    @property
    def form(self) -> str:
        """What can be read in the form on top."""
        return read(self.human.form) if self.human.form else ""

    @property
    def home(self) -> str:
        return read(self.human.home) if self.human.home else ""

    @property
    def messages(self) -> list[str]:
        """What the bot wrote to them, the oldest first, as it reads now."""
        return [read(message) for message in self.human.dms()]

    @property
    def last(self) -> str:
        return self.messages[-1] if self.messages else ""


def read(surface: Message | View) -> str:
    """What it says, line by line, buttons too; of a message without the line for the lock screen."""
    lines = [line for block in finding.blocks(surface) for line in _lines(block)]
    return "\n".join(lines) if lines or isinstance(surface, View) else surface.text


def _lines(given: Value) -> list[str]:
    """The lines of a piece of Block Kit; the parts of a rich text's paragraph are one."""
    if isinstance(given, list):
        return [line for one in given for line in _lines(one)]
    if not isinstance(given, dict):
        return []
    if str(given.get("type")).startswith("rich_text_"):
        return "".join(str(part.get("text") or part.get("fallback", "")) for part in given["elements"]).split("\n")
    own = given.get("text")
    return [own] if isinstance(own, str) else [line for one in given.values() for line in _lines(one)]
