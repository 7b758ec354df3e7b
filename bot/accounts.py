"""The company that a lead is with, so that two leads with one company are known to be."""

import re
from functools import lru_cache
from itertools import chain
from unicodedata import normalize

from anyascii import anyascii
from cleanco.termdata import terms_by_type

_WORD = re.compile(r"\w+")
_SAYS_NOTHING = frozenset({"the", "and", "und", "et"})


def _spelt(text: str) -> tuple[str, ...]:
    """Its words without capitals; what is shortened with dots is one word: "S.L." is "sl"."""
    return tuple(_WORD.findall(normalize("NFKC", text).casefold().replace(".", "")))


BEFORE = frozenset(["ооо", "оао", "зао", "пао", "ао", "pt", "株式会社"])  # noqa: RUF001 - as they are written there
"""The forms that may stand before a name."""
INCORPORATED = frozenset(
    {_spelt(form) for form in chain(*terms_by_type.values(), BEFORE)} | {("sau",), ("slu",), ("kg",)}
)
"""How companies are incorporated says nothing about who they are."""
_LONGEST = max(map(len, INCORPORATED))


@lru_cache(maxsize=4096)
def account(name: str) -> str:
    """The company's name as it is compared: "ACME, S.L." and "Acme" are one, and so are "Яндекс" and "Yandeks".

    Of a name that is nothing but a legal form, that.
    """
    words = _spelt(name)
    bare = [word for word in _named(words) if word not in _SAYS_NOTHING] or words
    return " ".join(_WORD.findall(anyascii(" ".join(bare)).casefold()))


def _named(words: tuple[str, ...]) -> tuple[str, ...]:
    while ending := next((n for n in range(_LONGEST, 0, -1) if words[-n:] in INCORPORATED and n < len(words)), 0):
        words = words[:-ending]
    return words[1:] if words and words[0] in BEFORE and len(words) > 1 else words
