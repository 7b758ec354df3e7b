"""Block Kit as functions to dicts: the one place where text is escaped and cut to what Slack allows.

Human text goes into `plain_text` and `rich_text` only, which Slack shows as typed: `*`, `_`, `<!channel>` mean nothing
there. Limits: https://docs.slack.dev/reference/block-kit/blocks and .../composition-objects.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from handlers.slack.kit import ids
from handlers.slack.wording.phrases import Part, Phrase

Block = dict[str, object]

HEADER, TEXT, BUTTON, LABEL, TITLE = 150, 3000, 75, 2000, 24
FALLBACK = 3000
"""The `text` of a message: chat.update refuses more than 4,000 characters (msg_too_long)."""
QUOTE = 900
"""So much of a human text a message shows; all of it is on the lead's page."""
MESSAGE, VIEW = 13_000, 60_000
"""Characters of JSON: Slack ends at 13,200 (msg_blocks_too_long) and 250 KB (view_too_large)."""
SHORTEST = 40
_DAY, _MOMENT, _DATE = "{date_short_pretty}", "{date_short_pretty} {time}", "{date_short}"

_MARKS = str.maketrans(
    {
        "&": "&amp;",
        "<": "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}",
        ">": "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}",
        "*": "\N{ASTERISK OPERATOR}",
        "~": "\N{TILDE OPERATOR}",
        "`": "\N{MODIFIER LETTER GRAVE ACCENT}",
    }
)
_ALIKE = {
    "@": "\N{FULLWIDTH COMMERCIAL AT}",
    ":": "\N{RATIO}",
    ".": "\N{ONE DOT LEADER}",
    "_": "\N{MODIFIER LETTER LOW MACRON}",
}
_LINKS = r"(?<=\S)@(?=\S)|(?<=\w):(?=//)|(?<=\bwww)\.|(?<=\bmailto):|(?<=\btel):"
"""What makes Slack see a link in words."""
_MEANS = re.compile(rf"{_LINKS}|(?<![^\W_])_|_(?![^\W_])", re.IGNORECASE)
"""And an underscore but within a word, where it begins nothing."""

_UNSENDABLE = re.compile("[\ud800-\udfff\0]")
"""Halves of characters, and NUL."""


def cut(text: str, most: int) -> str:
    """At most so many characters, with "…" where something is missing, and never empty: Slack refuses that."""
    text = _UNSENDABLE.sub("", text)
    text = text if len(text) <= most else text[: most - 1].rstrip("\u200d\ufe0f") + "…"
    return text if text.strip() else "…"


def plain(text: str, most: int = TEXT) -> Block:
    return {"type": "plain_text", "text": cut(text, most)}


def unmarked(text: str) -> str:
    """The `text` of a message, which Slack always reads as mrkdwn: in it nothing means anything.

    Marks become signs that look like them: Slack has escapes for three characters only, and none for `*`; `>` begins
    a quote even when it is escaped. https://docs.slack.dev/messaging/formatting-message-text
    """
    return _MEANS.sub(lambda found: _ALIKE[found[0]], cut(text, FALLBACK)).translate(_MARKS)


def fallback(phrase: Phrase) -> str:
    """The line on a lock screen."""
    return unmarked(cut("".join(part.text for part in phrase), FALLBACK // 5))


def header(text: str) -> Block:
    return {"type": "header", "text": plain(text, HEADER)}


def section(text: str, accessory: Block | None = None) -> Block:
    """Plain text, with a button beside it if there is one."""
    block: Block = {"type": "section", "text": plain(text)}
    return block | {"accessory": accessory} if accessory else block


def lines(*phrases: Phrase) -> Block:
    """Some lines of text; empty phrases are left out."""
    return {"type": "rich_text", "elements": [_rich("rich_text_section", _joined(phrases))]}


def quoted(text: str, most: int = QUOTE) -> Block:
    """What a person wrote, as typed."""
    return {"type": "rich_text", "elements": [_rich("rich_text_quote", [Part(cut(text, most))])]}


def context(text: str) -> Block:
    return {"type": "context", "elements": [plain(text, LABEL)]}


def drawn(alt: str, drawing: Mapping[str, object]) -> Block:
    """A picture that has still to be drawn: the sender uploads it, and names the file instead of `drawing`."""
    return {"type": "image", "alt_text": cut(alt, LABEL), "drawing": dict(drawing)}


def divider() -> Block:
    return {"type": "divider"}


def _joined(phrases: Iterable[Phrase]) -> list[Part]:
    shown = [phrase for phrase in phrases if phrase] or [(Part("…"),)]
    return [part for phrase in shown[:-1] for part in (*phrase, Part("\n"))] + list(shown[-1])


def _rich(kind: str, parts: Iterable[Part]) -> Block:
    return {"type": kind, "elements": [_leaf(part) for part in _merged(parts) if part.text]}


def _merged(parts: Iterable[Part]) -> list[Part]:
    """Neighbours that look the same become one."""
    merged: list[Part] = []
    for part in parts:
        last = merged[-1] if merged else None
        if last and last.is_text and part.is_text and last.bold == part.bold:
            merged[-1] = Part(last.text + part.text, part.bold)
        else:
            merged.append(part)
    return merged


def _leaf(part: Part) -> Block:
    style: Block = {"style": {"bold": True}} if part.bold else {}
    if part.at is not None:
        shown = _DATE if part.calendar else _MOMENT if part.precise else _DAY
        return {"type": "date", "timestamp": int(part.at.timestamp()), "format": shown, "fallback": part.text} | style
    if part.channel:
        return {"type": "channel", "channel_id": part.channel}
    if part.url:
        return {"type": "link", "url": part.url, "text": cut(part.text, QUOTE)} | style
    return {"type": "text", "text": part.text if part.text.isspace() else cut(part.text, TEXT)} | style


def web(text: str) -> Part:
    """A link to a page if it is one, else the text as it is."""
    return Part(text, url=text if re.fullmatch(r"https?://\S{1,2900}", text) else "")


def mail(text: str) -> Part:
    whole = re.fullmatch(r"[^\s@<>|]+@[^\s@<>|]{1,250}", text)
    return Part(text, url=f"mailto:{quote(text, safe='@+.-_')}" if whole else "")


def phone(text: str) -> Part:
    return Part(text, url=f"tel:{text}" if re.fullmatch(r"\+\d{4,15}", text) else "")


def spaced(parts: Sequence[Part]) -> Phrase:
    """Parts in one line, with a point between."""
    return tuple(piece for part in parts for piece in (Part(" · "), part))[1:]


def button(
    text: str,
    name: str,
    number: int,
    *,
    label: str = "",
    style: str = "",
    confirm: tuple[str, str, str] | None = None,
    apart: str = "",
) -> Block:
    """A button about a lead (or a win, an entry…) by its number.

    `label` is what a screen reader says, where the button's own text does not tell which of many it is; `confirm` is
    the question, yes and no.
    """
    block: Block = {"type": "button", "text": plain(text, BUTTON), "value": str(number)}
    block["action_id"] = ids.action(name, number, apart)
    if label:
        block["accessibility_label"] = cut(label, BUTTON)
    if style:
        block["style"] = style
    return block | ({"confirm": _confirm(text, *confirm)} if confirm else {})


def _confirm(title: str, question: str, yes: str, no: str) -> Block:
    return {"title": plain(title, 100), "text": plain(question, 300), "confirm": plain(yes, 30), "deny": plain(no, 30)}


def actions(*elements: Block | None) -> list[Block]:
    """A row of buttons; none where there are no buttons."""
    shown = [element for element in elements if element]
    return [{"type": "actions", "elements": shown[:25]}] if shown else []


def message(text: Phrase, blocks: Iterable[Block]) -> Block:
    return {"text": fallback(text), "blocks": _fitted(list(blocks)[:50], MESSAGE)}


def home(blocks: Iterable[Block]) -> Block:
    return {"type": "home", "blocks": _fitted(list(blocks)[:100], VIEW)}


def modal(
    title: str, blocks: Iterable[Block], *, callback: str, close: str, submit: str = "", metadata: str = ""
) -> Block:
    view: Block = {"type": "modal", "title": plain(title, TITLE), "close": plain(close, TITLE)}
    view |= {"callback_id": callback, "private_metadata": metadata, "blocks": _fitted(list(blocks)[:100], VIEW)}
    return view | ({"submit": plain(submit, TITLE)} if submit else {})


def _fitted(blocks: list[Block], most: int) -> list[Block]:
    """The longest texts give way until the whole is taken; what stands in inputs stays whole."""
    longest = TEXT
    while len(json.dumps(blocks, ensure_ascii=False)) > most and longest > SHORTEST:
        longest //= 2
        for leaf in _leaves(blocks):
            leaf["text"] = cut(str(leaf["text"]), longest)
    return blocks


def _leaves(value: object) -> Iterator[Block]:
    if isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _leaves(one)
