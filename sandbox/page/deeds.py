"""What a person did on the page, read from the HTML form and handed to their `Human`."""

from dataclasses import dataclass

from starlette.datastructures import FormData, UploadFile

from sandbox import finding
from sandbox.finding import Spot, Surface
from sandbox.inputs import MANY, PLACES
from sandbox.page.blocks import Field, epoch, named
from sandbox.page.reader import Reader
from sandbox.people import Human
from sandbox.records import Message, Value, View
from sandbox.rules.elements import INPUTS


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
    text, thread = deed.text("text").strip(), deed.text("reply_to")
    files = uploaded(deed, "files")
    if text.startswith("/") and not thread and not files:
        deed.human.types(text, deed.place)
    elif text or files:
        deed.human.says(text, deed.place, thread or None, files)


def uploaded(deed: Deed, name: str) -> dict[str, bytes]:
    """By their names."""
    brought = [one for one in deed.form.getlist(name) if isinstance(one, UploadFile) and one.filename]
    return {one.filename or "": one.file.read() for one in brought}


def shortcut(deed: Deed) -> None:
    """From the composer, or with `ts` from a message's menu."""
    if deed.text("ts"):
        deed.human.message_shortcut(deed.text("name"), message(deed))
    else:
        deed.human.shortcut(deed.text("name"))


def act(deed: Deed) -> None:
    """A button, a choice, or the sending and closing of a form; what else stands in its inputs is kept with it."""
    if deed.text("do") == "close":
        deed.human.closes()
        return
    surface = found(deed)
    if isinstance(surface, View):
        keep(deed, surface)
    if deed.text("do") == "submit":
        deed.human.submits()
    elif deed.text("act"):
        field = Field.read(deed.text("act"))
        spot = finding.at(surface, field.block, field.action)
        deed.human.acts(surface, *spot.ids, field.option or entered(deed, spot))


def found(deed: Deed) -> Surface:
    """The message or view that the person acted in; LookupError if it is not there for them any more."""
    if deed.text("surface") == "message":
        return message(deed)
    view = deed.human.home if deed.text("surface") == "home" else deed.human.top_form()
    if view is None or deed.text("view") != view.id:
        raise LookupError("this view is gone")
    return view


def message(deed: Deed) -> Message:
    for one in deed.human.messages(deed.place):
        if one.ts == deed.text("ts"):
            return one
    raise LookupError("this message is gone")


def keep(deed: Deed, view: View) -> None:
    """Keeps what stands in the inputs; an input that was not on the page yet is left alone."""
    for spot in finding.spots(view):
        if spot.element["type"] in INPUTS and named(spot.block, spot.element) in deed.form:
            deed.human.keep(spot, entered(deed, spot))


def entered(deed: Deed, spot: Spot) -> Value:
    """What stands in an element's field; where several can be chosen, all that are."""
    kind, name = spot.element["type"], named(spot.block, spot.element)
    if kind not in INPUTS:
        return None
    if kind == "file_input":  # a browser sends a file once: afterwards it is the one that stands there
        return deed.human.uploads(uploaded(deed, name)) or standing(spot)
    if PLACES[kind][0] in MANY:
        return [str(one) for one in deed.form.getlist(name) if one]
    value = str(deed.form.get(name, "")).replace("\r\n", "\n")
    return epoch(value, deed.reader) if kind == "datetimepicker" and value else value


def standing(spot: Spot) -> Value:
    """The files that were put there before."""
    block, action = spot.ids
    return spot.surface.state.get(block, {}).get(action, {}).get("files", [])
