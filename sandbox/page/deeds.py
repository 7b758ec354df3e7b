"""What a person did on the page, read from the HTML form and handed to their `Human`."""

from dataclasses import dataclass

from starlette.datastructures import FormData

from sandbox import finding
from sandbox.page.blocks import SEVERAL, Field, epoch
from sandbox.page.reader import Reader
from sandbox.people import Human
from sandbox.records import Json, Message, Value, View


@dataclass(frozen=True)
class Deed:
    human: Human
    reader: Reader
    place: str
    form: FormData

    def text(self, name: str) -> str:
        return str(self.form.get(name, ""))


def say(deed: Deed) -> None:
    """A message, or a command when it begins with a slash; in a thread Slack knows no commands."""
    text, thread = deed.text("text").strip(), deed.text("in_thread")
    if not text:
        return
    if text.startswith("/") and not thread:
        deed.human.types(text, deed.place)
    else:
        deed.human.says(text, deed.place, thread_ts=thread or None)


def shortcut(deed: Deed) -> None:
    """From the composer, or with `ts` from a message's menu."""
    if deed.text("ts"):
        deed.human.message_shortcut(deed.text("name"), message(deed))
    else:
        deed.human.shortcut(deed.text("name"))


def act(deed: Deed) -> None:
    """A button, a choice, or the sending and closing of a form; what else was typed in the form is kept with it."""
    if deed.text("do") == "close":
        deed.human.closes()
        return
    surface = found(deed)
    if isinstance(surface, View) and surface.kind == "modal":
        keep(deed, surface)
    if deed.text("do") == "submit":
        deed.human.submits()
    elif deed.text("act"):
        field = Field.read(deed.text("act"))
        deed.human.acts(surface, field.block, field.action, given(deed, surface, field))
...
