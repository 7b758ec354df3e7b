"""What Slack refuses in messages and views: whole surfaces, with the numbers of https://docs.slack.dev/reference/block-kit."""

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sandbox.records import File, Json, Value
from sandbox.refusal import RefusalError, invalid
from sandbox.rules.blocks import BLOCKS, SURFACES
from sandbox.rules.elements import plain
from sandbox.rules.shapes import Check, anything, complaint, flag, listing, one_of, record, string, typed

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_CHARACTERS = 13_200  # undocumented, seen as msg_blocks_too_long (slackapi/bolt-js#2509)
MARKDOWN_CHARACTERS = 12_000  # all markdown blocks of one message together
VIEW_BYTES = 250_000  # view_too_large
SURFACE: dict[str, Check] = {name: typed(BLOCKS, kinds) for name, kinds in SURFACES.items()}
VIEW = {
    "blocks": listing(anything, VIEW_BLOCKS, 0),
}
VIEW_MAY = {
    "callback_id": string(255, 0),
    "external_id": string(255, 0),
    "private_metadata": string(3000, 0),
}
MODAL = record(
    VIEW | {"title": plain(24)},
    VIEW_MAY
    | {
        "submit": plain(24),
        "close": plain(24),
        "clear_on_close": flag,
        "notify_on_close": flag,
        "submit_disabled": flag,
    },
)
HOME = record(VIEW, VIEW_MAY)


def message(given: list[Any], files: Mapping[str, File]) -> None:
    """Refuses with `invalid_blocks` or `msg_blocks_too_long` what a message may not hold."""
    found = list(listing(SURFACE["message"], MESSAGE_BLOCKS, 0)(given, "/blocks"))
    found = found or [*_whole(given, "/blocks", files), *_message_whole(given)]
    if found:
        raise invalid("invalid_blocks", found)
    if given and sum(len(text) for text in texts(given)) > MESSAGE_CHARACTERS:
        raise RefusalError("msg_blocks_too_long")


def view(given: Json, files: Mapping[str, File]) -> None:
    """Refuses with `invalid_arguments` or `view_too_large` what a modal or a home tab may not hold."""
    kind = str(given.get("type"))
    found = list(one_of("modal", "home")(kind, "/view/type"))
    found = found or list((MODAL if kind == "modal" else HOME)(given, "/view"))
    found = found or [
        one for at, block in enumerate(given["blocks"]) for one in SURFACE[kind](block, f"/view/blocks/{at}")
    ]
    found = found or [*_whole(given["blocks"], "/view/blocks", files), *_view_whole(given)]
    if found:
        raise invalid("invalid_arguments", found)
    if len(json.dumps(given, ensure_ascii=False).encode()) > VIEW_BYTES:
        raise RefusalError("view_too_large")


def named(blocks: list[Json]) -> list[Json]:
    """The blocks as Slack keeps them: each block and element without an id gets one, never the same twice."""
    kept: list[Json] = json.loads(json.dumps(blocks))
    for block in kept:
        block.setdefault("block_id", secrets.token_urlsafe(4))
        for element in elements(block):
            if element["type"] not in {"image", "mrkdwn", "plain_text"}:
                element.setdefault("action_id", secrets.token_urlsafe(4))
    return kept


def elements(block: Json) -> list[Json]:
    """The interactive elements of a block, wherever they stand in it."""
    if block["type"] == "input":
        return [block["element"]]
    if block["type"] in {"actions", "context"}:
        return list(block["elements"])
    return [block["accessory"]] if block.get("accessory") else []


def takes_files(given: Json) -> bool:
    """Whether a view asks for files."""
    return any(element["type"] == "file_input" for block in given["blocks"] for element in elements(block))


def _whole(blocks: list[Json], where: str, files: Mapping[str, File]) -> Iterator[str]:
    """What no block can know alone: ids used twice, and pictures of files that are not there."""
    yield from _twice(((block.get("block_id"), f"{where}/{at}") for at, block in enumerate(blocks)), "block_id")
    for at, block in enumerate(blocks):
        names = ((element.get("action_id"), f"{where}/{at}") for element in elements(block))
        yield from _twice(names, "action_id")
        for picture in (block, *elements(block)):
            wanted = picture.get("slack_file")
            if wanted and not any(_is(file, wanted) for file in files.values()):
                yield complaint("invalid slack file", f"{where}/{at}/slack_file")
    focused = [element for block in blocks for element in elements(block) if element.get("focus_on_load")]
    if len(focused) > 1:
        yield complaint("only one element can have focus_on_load", where)


def _is(file: File, wanted: Json) -> bool:
    return file.complete and (wanted.get("id") == file.id or file.id in str(wanted.get("url", "")))


def _twice(names: Iterable[tuple[str | None, str]], what: str) -> Iterator[str]:
    seen = set()
    for name, where in names:
        if name in seen:
            yield complaint(f"`{what}` {name} already exists", f"{where}/{what}")
        if name:
            seen.add(name)


def _message_whole(blocks: list[Json]) -> Iterator[str]:
    if sum(len(block["text"]) for block in blocks if block["type"] == "markdown") > MARKDOWN_CHARACTERS:
        yield complaint(f"must be less than {MARKDOWN_CHARACTERS + 1} characters", "/blocks")
    if sum(block["type"] == "table" for block in blocks) > 1:
        yield complaint("only one table allowed", "/blocks")


def _view_whole(given: Json) -> Iterator[str]:
    """A modal with an input needs its submit button, https://docs.slack.dev/reference/views/modal-views."""
    asks = any(block["type"] == "input" for block in given["blocks"])
    if given["type"] == "modal" and asks and not given.get("submit"):
        yield complaint("missing required field: submit", "/view")


def texts(given: Value) -> Iterator[str]:
    """Every text in a piece of Block Kit, in reading order."""
    if isinstance(given, dict):
        yield from (value for name, value in given.items() if name == "text" and isinstance(value, str))
        yield from (text for value in given.values() for text in texts(value))
    elif isinstance(given, list):
        yield from (text for value in given for text in texts(value))
