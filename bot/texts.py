"""Human text on its way in: one place where it is made clean, and where too much of it is refused."""

import unicodedata

from bot.errors import Refused

LINE = 200
LONG = 3000
"""The most that one text object of Slack shows; https://docs.slack.dev/reference/block-kit/composition-objects/text-object."""

# They show nothing and only deceive: zero-width and bidirectional controls, but for
# the joiners that emoji and scripts need.
_BIDIRECTIONAL = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}
_INVISIBLE = {"\u200b", "\u2060", "\ufeff", "\u00ad"} | _BIDIRECTIONAL


def clean(text: str | None) -> str:
    """NFC, without NUL, other control characters, lone surrogates or invisible ones; trimmed; line ends as newline."""
    kept = (c for c in unicodedata.normalize("NFC", (text or "").replace("\r\n", "\n")) if _shows(c))
    return "".join(kept).strip().strip("\u200c\u200d").strip()


def _shows(char: str) -> bool:
    return char == "\n" or (char not in _INVISIBLE and unicodedata.category(char) not in {"Cc", "Cs"})


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
