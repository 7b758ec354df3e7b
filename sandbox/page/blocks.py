"""What the templates ask about Block Kit: the names of fields, what is chosen in them, and what there is to choose."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import quote, unquote

from sandbox.inputs import PLACES
from sandbox.page.mrkdwn import SAFE_LINK
from sandbox.page.reader import Reader

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Surface:
    """What holds blocks: a message, a form or a home; `state` is what stands in inputs, `errors` are by block_id."""

    kind: str
    id: str
    blocks: Sequence[Json]
    state: Mapping[str, Mapping[str, Json]] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Field:
    """One element of one block, as the name of an HTML field; `option` is what was taken from a menu."""

    block: str
    action: str
    option: str | None = None

    @classmethod
    def read(cls, name: str) -> "Field":
        return cls(*(unquote(part) for part in name.split("/")))


def named(block: Json, element: Json, option: str | None = None) -> str:
    """The inverse of `Field.read`."""
    parts = [str(block.get("block_id", "")), str(element.get("action_id", "")), *([] if option is None else [option])]
    return "/".join(quote(part, safe="") for part in parts)


def inside(surface: Surface, block: Json, element: Json) -> str:
    """An id for the DOM that stays the same as long as the element does, so that a redraw keeps focus and text."""
    return re.sub(r"[^\w-]", "-", f"{surface.kind}-{surface.id}-{block.get('block_id')}-{element.get('action_id')}")


def current(element: Json, surface: Surface, block: Json) -> list[str]:
    """What is typed or chosen now: the person's own state if there is any, else what the app began with."""
    chosen, initial = PLACES[element["type"]]
    state = surface.state.get(block.get("block_id", ""), {}).get(element.get("action_id", ""))
    found = element.get(initial) if state is None else state.get(chosen)
    several = found if isinstance(found, list) else [found]
    if chosen == "files":
        return [str(file["name"]) for file in several if file]
    return [str(one["value"] if isinstance(one, Mapping) else one) for one in several if one is not None]


def takes_files(surface: Surface) -> bool:
    """Only then is it sent in parts, as a browser sends files: texts have another end of line there."""
    return any(block["type"] == "input" and block["element"]["type"] == "file_input" for block in surface.blocks)


def entered(value: str, element: Json, reader: Reader) -> str:
    """A value as the browser's own input wants it; only moments differ."""
    if element["type"] != "datetimepicker" or not value:
        return value
    return f"{reader.local(value):%Y-%m-%dT%H:%M}"


def epoch(local: str, reader: Reader) -> str:
    """The inverse of `entered` for moments: the browser's local time as Slack's seconds."""
    return str(int(datetime.fromisoformat(local).replace(tzinfo=reader.zone).timestamp()))


def choices(element: Json, people: Iterable[Json], channels: Iterable[Json]) -> list[Json]:
    """What there is to choose, as {value, label}, or {label, options} for a group; channels also have their `kind`."""
    if "users" in element["type"]:
        return list(people)
    if "channels" in element["type"] or "conversations" in element["type"]:
        kinds = element.get("filter", {}).get("include", ("public", "private"))
        return [channel for channel in channels if channel["kind"] in kinds]
    groups: list[Json] = [
        {"label": one["label"]["text"], "options": worded(one["options"])} for one in element.get("option_groups", [])
    ]
    return groups or worded(element.get("options", []))


def chosen(element: Json, surface: Surface, block: Json, people: Iterable[Json], channels: Iterable[Json]) -> str:
    """The words of what is chosen in a list of several."""
    known = [one for group in choices(element, people, channels) for one in group.get("options", [group])]
    found = current(element, surface, block)
    return ", ".join(one["label"] for one in known if one["value"] in found)


def worded(options: Iterable[Json]) -> list[Json]:
    return [{"value": option["value"], "label": option["text"]["text"]} for option in options]


def picture(element: Json) -> str:
    """The address of an image: a public one, or a file that was uploaded here."""
    uploaded = element.get("slack_file")
    if uploaded:
        return f"/pictures/{quote(uploaded.get('id') or uploaded['url'].split('/')[-2])}"
    return safe_link(element["image_url"])


def safe_link(href: str) -> str:
    return href if SAFE_LINK.match(href) else "#"
