"""The company that a lead is with, so that two leads with one company are known to be."""

import re
from unicodedata import normalize

INCORPORATED = (
    "ab|ag|as|bv|co|corp|corporation|gmbh|inc|incorporated|limited|llc|llp|ltd|nv|oy|plc|sa|sarl|sas|sl|spa|srl"
)
_ENDING = re.compile(rf"( (?:{INCORPORATED}))+$")
"""How companies are incorporated says nothing about who they are."""


def account(name: str) -> str:
    """The company's name as it is compared: "ACME, S.L." and "Acme" are one."""
    words = re.findall(r"\w+", normalize("NFKC", name).casefold().replace(".", ""))
    return _ENDING.sub("", " ".join(words))
