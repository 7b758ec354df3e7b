"""What Slack would make of what we send, by its documentation; where that leaves a doubt, it means something.

Control sequences, escaping, the marks and automatic parsing: https://docs.slack.dev/messaging/formatting-message-text.
Which texts are read so at all: https://docs.slack.dev/reference/block-kit/composition-objects/text-object; the parts of
rich text are as they are named: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from sandbox.records import Json, Value

MARKS = {"*": "bold", "_": "italic", "~": "strike", "`": "code"}
SPOKEN_OF = {
    "a link": re.compile(r"\w://|\bwww\.\w|mailto:|tel:", re.IGNORECASE),
    "an address": re.compile(r"[^\s@]@[^\s@]"),
    "a quote": re.compile(r"^\s*(?:&gt;|>)", re.MULTILINE),
    "a broken escape": re.compile(r"&(?!amp;|lt;|gt;)"),
    "a control sequence": re.compile(r"[<>]"),
}
READ_AS_MRKDWN = {"text", "initial_comment", "markdown_text"}
"""Of a call or an answer itself: what stands beside its blocks."""
SAYS = frozenset({"plain_text", "text", "link", "date", "channel", "rich_text_section", "rich_text_quote", "rich_text"})
"""The types by which we say anything. A `user`, `usergroup` or `broadcast` would ring, `mrkdwn` would be parsed."""
ASKS_FOR_PARSING = {"parse", "link_names", "as_user", "unfurl_media", "unfurl_links"}
TYPES_OF_TEXT = SAYS | {"mrkdwn", "markdown", "user", "usergroup", "broadcast", "emoji", "color", "team"}
INVISIBLE = re.compile("[\ud800-\udfff\x00-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
AN_ADDRESS = re.compile(r"\S+://\S+|www\.\S+|\S+@\S+\.\S+")


def meanings(text: str) -> list[str]:
    """Of a text that Slack parses: all that it might read in it; nothing if it is shown as it is written."""
    marks = [f"{kind} {mark}" for mark, kind in MARKS.items() if mark in text]
    return marks + [what for what, pattern in SPOKEN_OF.items() if pattern.search(text)]


def judged(body: Value) -> Iterator[str]:
    """Of a call's arguments or an answer's body: each thing in it that says more than it shows, in a sentence."""
    if isinstance(body, str):
        body = {"text": body}
    for name, value in body.items():
        if name in READ_AS_MRKDWN:
            yield from (f"{name}: {what} in {value!r}" for what in meanings(str(value)))
        elif name in ASKS_FOR_PARSING and str(value).lower() not in {"false", "none"}:
            yield f"{name}={value!r} has Slack read more than the text says"
    yield from (fault for one in walk(body) for fault in _of_object(one))
    yield from (f"characters that nobody sees in {text!r}" for text in _strings(body) if INVISIBLE.search(text))


def _of_object(one: Json) -> Iterator[str]:
    kind = one.get("type")
    if kind in TYPES_OF_TEXT and kind not in SAYS:
        yield f"{kind} is parsed: {one!r}"
    if set(one.get("style") or ()) - {"bold"} and isinstance(one.get("style"), dict):
        yield f"a style that nobody asked for: {one!r}"
    if kind == "link":
        yield from _of_link(one)
    elif "image_url" in one or (one.get("url") and kind in {"button", "date"}):
        yield f"an address that opens by itself: {one!r}"


def _of_link(one: Json) -> Iterator[str]:
    """It leads where it says, if it says where."""
    url, label = str(one["url"]), str(one.get("text") or one["url"])
    if not re.match(r"(https?://|mailto:|tel:)\S+\Z", url):
        yield f"a link to something odd: {one!r}"
    if AN_ADDRESS.search(label) and label.removesuffix("…") not in unquote(url):
        yield f"a link that leads elsewhere than it says: {one!r}"


def walk(value: Value) -> Iterator[Json]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from walk(one)


def _strings(value: Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _strings(one)
