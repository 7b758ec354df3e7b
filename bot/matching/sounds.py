"""A name as it sounds: however it is written, it is one."""

import re
from functools import lru_cache

from bot.accounts import account

_SOUNDS = (("sch", "sh"), ("kh", "h"), ("ks", "x"), ("ph", "f"), ("ck", "k"), ("ae", "a"), ("oe", "o"), ("ue", "u"))
_ONE_FOR_ANOTHER = str.maketrans("cyvz", "kiws")
_TWICE, _ONCE = re.compile(r"([a-z])\1+"), r"\1"


@lru_cache(maxsize=8192)
def sound(text: str) -> str:
    """A name as it sounds, roughly, in Latin letters: "Müller", "Mueller" and "Muller" are one."""
    heard = account(text)
    for written, spoken in _SOUNDS:
        heard = heard.replace(written, spoken)
    return once(heard.translate(_ONE_FOR_ANOTHER))


def once(heard: str) -> str:
    """Without letters that stand twice: nobody hears them."""
    return _TWICE.sub(_ONCE, heard)
