"""What somebody who hears a surface instead of seeing it would stumble over."""

import re
from collections import Counter
from collections.abc import Iterator

from sandbox import finding
from sandbox.looks.scene import Look
from sandbox.records import BOT_USER, Json, Message, Value, View

LABEL = 75
"""https://docs.slack.dev/reference/block-kit/block-elements/button-element"""
REACH = re.compile(r"@\w+\.example|\+?34 ?600")
CANDIDATES = re.compile(r"\b(Jo|Park|Kim|Lee)\b")
"""Of the story: whom no lock screen names."""
CHOOSES = {"static_select", "users_select", "conversations_select", "channels_select", "datepicker"}


def stumbles(look: Look) -> Iterator[str]:
    """One sentence for each."""
    surface, blocks = look.surface, finding.blocks(look.surface)
    if isinstance(surface, Message) and surface.user == BOT_USER:
        yield from _alone(surface)
    yield from _headings(blocks, on_top=isinstance(surface, Message) and surface.to is None)
    yield from _buttons(blocks)
    yield from _elements(blocks)
    if isinstance(surface, View) and surface.kind == "modal":
        yield from (f"no {part}" for part in ("title", "close") if not _says(surface.body.get(part)))


def _alone(message: Message) -> Iterator[str]:
    """The line on a lock screen, which Slack also reads aloud first."""
    if not re.search(r"\w", message.text):
        yield "there is no line for the lock screen"
    if found := REACH.search(message.text) or CANDIDATES.search(message.text):
        yield f"the line for the lock screen tells {found[0]!r}"
    if message.text[:1].islower():
        yield f"the line for the lock screen begins small: {message.text!r}"


def _headings(blocks: list[Json], *, on_top: bool) -> Iterator[str]:
    """That of a message stands on top; each has something under it."""
    at = [n for n, block in enumerate(blocks) if block["type"] == "header"]
    if on_top and at and at[0]:
        yield "something stands above the heading"
    for n in at:
        if n + 1 == len(blocks) or blocks[n + 1]["type"] in {"header", "divider"}:
            yield f"nothing stands under the heading {_says(blocks[n])!r}"


def _buttons(blocks: list[Json]) -> Iterator[str]:
    """Each is called something of its own, which begins as it is written."""
    names = []
    for one in _of_type(blocks, "button"):
        written = str(one["text"]["text"])
        name = str(one.get("accessibility_label") or written)
        names.append(name)
        if not name.startswith(written) or len(name) > LABEL:
            yield f"the button {written!r} is called {name!r}"
    yield from (f"{many} buttons are called {name!r}" for name, many in Counter(names).items() if many > 1)


def _elements(blocks: list[Json]) -> Iterator[str]:
    """Inputs have labels, pictures have words, choices say what stands in them; nothing is said by a sign alone."""
    for block in blocks:
        if block["type"] == "input" and not _says(block.get("label")):
            yield f"the input {block['block_id']} has no label"
        for one in block.get("elements", ()):
            if one.get("type") in CHOOSES and not _says(one.get("placeholder")):
                yield f"the choice {one['action_id']} does not say what it is"
    yield from (f"a picture is called {one.get('alt_text')!r}" for one in _of_type(blocks, "image") if not _alt(one))
    yield from (f"only signs in {one['text']!r}" for one in _texts(blocks) if not re.search(r"\w", one["text"]))


def _alt(image: Json) -> bool:
    return bool(re.search(r"\w+ \w+", image.get("alt_text") or ""))


def _texts(value: Value) -> Iterator[Json]:
    yield from (one for one in _walk(value) if one.get("type") in {"plain_text", "mrkdwn"})


def _of_type(blocks: Value, kind: str) -> Iterator[Json]:
    return (one for one in _walk(blocks) if one.get("type") == kind)


def _says(text: Value) -> str:
    found = next(iter(_texts(text or {})), None)
    return str(found["text"]).strip() if found else ""


def _walk(value: Value) -> Iterator[Json]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _walk(one)
