"""Where on a surface the thing is that a person means: an input by its label, a button or an option by its text."""

from collections.abc import Iterator
from dataclasses import dataclass

from sandbox import inputs, rules
from sandbox.records import Json, Message, View

Surface = Message | View


@dataclass(frozen=True)
class Spot:
    """An interactive element, the block that it stands in, and the message or view around."""

    surface: Surface
    block: Json
    element: Json

    @property
    def ids(self) -> tuple[str, str]:
        return self.block["block_id"], self.element["action_id"]

    @property
    def label(self) -> str:
        return str(self.block["label"]["text"]) if self.block["type"] == "input" else self.block["block_id"]


def blocks(surface: Surface) -> list[Json]:
    return surface.blocks if isinstance(surface, Message) else list(surface.body["blocks"])


def spots(surface: Surface) -> Iterator[Spot]:
    for block in blocks(surface):
        for element in rules.elements(block):
            if element.get("action_id"):
                yield Spot(surface, block, element)


def at(surface: Surface, block_id: str, action_id: str) -> Spot:
    for spot in spots(surface):
        if spot.ids == (block_id, action_id):
            return spot
    raise LookupError(f"nothing there at {block_id}/{action_id}; there is {[spot.ids for spot in spots(surface)]}")


def labelled(view: View, label: str) -> Spot:
    """An input by its label, its block_id or its action_id."""
    for spot in spots(view):
        if label in {spot.label, *spot.ids}:
            return spot
    raise LookupError(f"no input {label!r}; there is {[spot.label for spot in spots(view)]}")


def button(surface: Surface, text: str) -> tuple[Spot, str | None] | None:
    """A button by its text or its label for screen readers, or an overflow by one of its options."""
    for spot in spots(surface):
        element = spot.element
        if element["type"] == "button" and text in {element["text"]["text"], element.get("accessibility_label")}:
            return spot, None
        if element["type"] == "overflow" and _has(element, text):
            return spot, text
    return None


def choice(surface: Surface, option: str) -> Spot | None:
    """An element that acts when an option is picked, by one of its options."""
    for spot in spots(surface):
        acts = spot.block["type"] != "input" or spot.block.get("dispatch_action")
        if acts and "options" in {*spot.element, *_grouped(spot.element)} and _has(spot.element, option):
            return spot
    return None


def words(surface: Surface) -> str:
    """All that can be read on a message or view, line by line."""
    own = [surface.text] if isinstance(surface, Message) else []
    return "\n".join([*own, *rules.texts(blocks(surface))])


def labels(surface: Surface) -> list[str]:
    """What can be pressed here, for the sentence of a failed search."""
    pressed = [spot.element for spot in spots(surface)]
    shown = [element["text"]["text"] for element in pressed if element["type"] == "button"]
    return shown + [one["text"]["text"] for element in pressed for one in inputs.options(element)]


def _grouped(element: Json) -> set[str]:
    return {"options"} if element.get("option_groups") else set()


def _has(element: Json, text: str) -> bool:
    return any(text in {one["text"]["text"], one["value"]} for one in inputs.options(element))
