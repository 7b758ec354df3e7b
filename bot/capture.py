"""One line of what somebody knows, read: e-mail, telephone number and link recognised, the rest kept."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

import phonenumbers

from bot.leads import Given, Kind
from bot.texts import LINE, clean
from bot.values import replace

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>,]+|\b(?:[a-z]{2,3}\.)?linkedin\.com/[^\s<>,]+", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s*[,;\n|]\s*")
_NAME_WORD = re.compile(r"[^\W\d_][\w.'\u2019-]*")
_PARTICLES = frozenset({"da", "de", "del", "den", "der", "di", "do", "la", "le", "ten", "van", "von", "y", "bin", "al"})
_OPENS, _CLOSES = re.compile(r"[(<\[]?\s*\Z"), re.compile(r"\A\s*[)>\]]?")
_EMPTY_PLACE = re.compile(r"\s*([,;|])\s*[,;|]\s*")
E164 = phonenumbers.PhoneNumberFormat.E164
UNKNOWN = ("ZZ",)
"""No country, so that only a number with its own is one."""
_YEAR = r"(?:19|20)\d\d"
_NO_PHONE = re.compile(
    rf"{_YEAR}([-./])\d\d?\1\d\d?|\d\d?([-./])\d\d?\2{_YEAR}|{_YEAR}[-/]{_YEAR}|\d{{1,3}}(?:[ .]000){{2}}"
)
"""A day, two years, millions: in one country or another each is a telephone number as well."""
_EDGES = re.compile(r"^[\s,;|]+|[\s,;|]+$")
MOST_WORDS = 4
"""In a person's name."""
PLAIN_WORDS = 3
"""Without a capital, by which a part is a sentence and no name."""
NAME_WORDS = 8
"""In a company's name; what is longer is what they know, and no name."""


@dataclass(frozen=True)
class Reach:
    """How to reach somebody, and what was left when that was taken out."""

    email: str = ""
    phone: str = ""
    link: str = ""
    rest: str = ""


def reach(text: str, *, regions: Sequence[str] = ()) -> Reach:
    """Find an e-mail, a telephone number (to E.164) and a link in a text; the first of each, the rest stays.

    `regions` as `bot.whereabouts.regions` has them: whose telephone numbers need no prefix, the likelier first.
    """
    found = Reach(rest=clean(text))
    for take in (_email, _link, _phone(regions or UNKNOWN)):
        found = take(found)
    return replace(found, rest=_EDGES.sub("", found.rest))


def email(text: str) -> str:
    """The text, if it is an e-mail address and nothing else."""
    return text if _EMAIL.fullmatch(text) else ""


def web(text: str) -> str:
    """The text, if it is a link and nothing else."""
    return text if _LINK.fullmatch(text) else ""


def phone(text: str, *, regions: Sequence[str] = ()) -> str:
    """A telephone number as E.164, if it is one and nothing else."""
    return next(filter(None, (_phone_in(region, text) for region in regions or UNKNOWN)), "")


def _phone_in(region: str, text: str) -> str:
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return ""
    return phonenumbers.format_number(number, E164) if phonenumbers.is_valid_number(number) else ""


def _email(found: Reach) -> Reach:
    match = _EMAIL.search(found.rest)
    return replace(found, email=match[0], rest=_without(found.rest, match[0])) if match else found


def _link(found: Reach) -> Reach:
    match = _LINK.search(found.rest)
    if not match:
        return found
    raw = match[0].rstrip(".)")
    link = raw if raw.lower().startswith("http") else f"https://{raw}"
    return replace(found, link=link, rest=_without(found.rest, raw))


def _phone(regions: Sequence[str]) -> Callable[[Reach], Reach]:
    def take(found: Reach) -> Reach:
        for match in chain.from_iterable(_numbers(found.rest, region) for region in regions):
            number = phonenumbers.format_number(match.number, E164)
            return replace(found, phone=number, rest=_without(found.rest, match.raw_string))
        return found

    return take


def _numbers(text: str, region: str) -> Iterator[phonenumbers.PhoneNumberMatch]:
    matches = phonenumbers.PhoneNumberMatcher(text, region)
    return (match for match in matches if not _NO_PHONE.fullmatch(match.raw_string))


def _without(text: str, part: str) -> str:
    """The text without the part, the brackets around it, and the empty place that it leaves between two commas."""
    before, _, after = text.partition(part)
    left = f"{_OPENS.sub('', before, count=1)} {_CLOSES.sub('', after, count=1)}"
    return _EMPTY_PLACE.sub(r"\1 ", left)


def read(text: str, kind: Kind = Kind.SALES, *, regions: Sequence[str] = ()) -> Given:
    """`/lead Acme, Jane Doe, jane@acme.example, needs payroll` as the fields of the form.

    The first part is the company (or the candidate), or holds it if it is a sentence; a part that looks like a person's
    name is the contact, the rest is what they know. The person checks it in the form: a wrong guess costs a second, and
    nothing typed is lost.
    """
    found = reach(text, regions=regions)
    parts = [part for part in _SEPARATORS.split(found.rest) if part]
    name = _named(parts[0]) if parts and _is_sentence(parts[0]) else ""
    if not name and parts and _could_be_name(parts[0]):
        name = parts.pop(0)
    person = ""
    if kind is Kind.SALES and parts and looks_like_person(parts[0]):
        person = parts.pop(0)
    return Given(
        kind, name, person=person, email=found.email, phone=found.phone, link=found.link, about=", ".join(parts)
    )


def _is_sentence(part: str) -> bool:
    return sum(word[:1].islower() and word not in _PARTICLES for word in part.split()) >= PLAIN_WORDS


def _named(sentence: str) -> str:
    """The first words in it with capitals, of which the word that it begins with is the last guess."""
    first, *others = sentence.split()
    runs = [" ".join(run) for capital, run in groupby(others, key=lambda word: word[:1].isupper()) if capital]
    return next((run.strip(".:!?") for run in runs), first if first[:1].isupper() else "")


def _could_be_name(part: str) -> bool:
    return len(part) <= LINE and len(part.split()) <= NAME_WORDS


def looks_like_person(part: str) -> bool:
    """Two to four words, each capitalised or a particle: "Jane Doe", "Ana de la Torre"."""
    words = part.split()
    if not 1 < len(words) <= MOST_WORDS:
        return False
    return all(
        _NAME_WORD.fullmatch(word) and (word.istitle() or word[0].isupper() or word in _PARTICLES) for word in words
    )


_DIGITS = re.compile(r"(?<![\w.,])\+?\(?\d(?:[\s()/.-]*\d){6,}(?![\w])")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def unreachable(text: str) -> str:
    """The text for a channel: without anything by which somebody could be reached, in doubt with too little left."""
    return unnumbered(_LINK.sub("…", text))


def unnumbered(name: str) -> str:
    """A name for a channel: where an address or a number was typed for a name, that is left out; a site may stay."""
    return _DIGITS.sub(lambda found: found[0] if _DATE.fullmatch(found[0]) else "…", _EMAIL.sub("…", name))
