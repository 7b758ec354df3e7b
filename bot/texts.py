"""Human text on its way in: one place where it is made clean, and where too much of it is refused."""

import re
import unicodedata

from bot.errors import Refused

LINE = 200
LONG = 3000
"""The most that one text object of Slack shows; https://docs.slack.dev/reference/block-kit/composition-objects/text-object."""
MARKS = 6
"""So many signs above and below one letter: Hebrew with all its points has five. More run over the lines around it."""

_BREAK = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""Whatever ends a line; https://www.unicode.org/reports/tr14/."""
_JOINS = "\u200c\u200d\u200e\u200f\u061c"
"""Emoji, Persian, and numbers among Hebrew words need them; they show nothing by themselves."""
_ARABIC = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
"""Format characters that show; the others only deceive: zero-width spaces, overrides of the direction, annotations."""
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Letters and marks that show nothing."""
_TAGS = range(0xE0000, 0xE0100)
"""A text that machines read and people do not see."""
_NEVER = range(0xFDD0, 0xFDF0)
"""No characters, and never any: programs keep them for themselves, as `bot.people` does."""
_PLAIN = re.compile("[ -~\n]*")
"""Most texts: all of it shows."""
_EDGES = re.compile(rf"^[\s{_JOINS}\ufe00-\ufe0f]+|[\s{_JOINS}]+$")


def clean(text: str | None) -> str:
    """NFC, with only what shows, and no flood of marks; trimmed. Line ends become newlines, tabs spaces."""
    if text and text.isascii() and text.isprintable():  # as nearly all is, of a list of many thousands
        return text.strip(" ")
    seen = _BREAK.sub("\n", text or "").translate({0x09: " ", 0x2800: " "})
    if not _PLAIN.fullmatch(seen):
        seen = "".join(filter(_shows, seen))
    if not seen.isascii():
        seen = _calm(unicodedata.normalize("NFC", seen))
    return _EDGES.sub("", seen)


def _shows(char: str) -> bool:
    if char.isascii():
        return char.isprintable() or char == "\n"
    kind = unicodedata.category(char)
    if kind == "Cf":
        return char in _JOINS or char in _ARABIC
    return kind not in {"Cc", "Cs"} and char not in _FILLERS and ord(char) not in _TAGS and ord(char) not in _NEVER


def _calm(text: str) -> str:
    kept, marks = [], 0
    for char in text:
        if unicodedata.category(char) in {"Mn", "Me"}:
            marks += 1
        elif char not in _JOINS:
            marks = 0
        if marks <= MARKS:
            kept.append(char)
    return "".join(kept)


def short(text: str | None, most: int = LINE) -> str:
    """One line of what we are told and nobody can correct, such as a name: what is too much is cut off."""
    return " ".join(clean(text).split())[:most].rstrip()


def line(text: str | None, *, field: str, most: int = LINE, required: bool = False) -> str:
    """One line of text for `field`; raises Refused("blank") or Refused("too_long", most=)."""
    return long(" ".join(clean(text).split()), field=field, most=most, required=required)


def long(text: str | None, *, field: str, most: int = LONG, required: bool = False) -> str:
    """A text of some lines for `field`; raises Refused("blank") or Refused("too_long", most=)."""
    text = clean(text)
    if required and not text:
        raise Refused("blank", field=field)
    if len(text) > most:
        raise Refused("too_long", field=field, most=most, length=len(text))
    return text
