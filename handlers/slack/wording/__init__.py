"""Words for what the domain says in codes: labels, statuses, answers, refusals; every sentence is in the catalogue."""

from collections.abc import Callable, Mapping
from datetime import date

from bot.answers import Answer
from bot.errors import Refused
from bot.ids import PersonId
from bot.leads import Kind, Lead, Status
from bot.moves import Move
from bot.people import BESIDE, THROUGH
from handlers.slack.wording import en
from handlers.slack.wording.phrases import Fact, Phrase, fill, plain

Names = Callable[[PersonId], str]
"""The name of a person, for a sentence about them."""


def say(key: str, kind: Kind | None = None, /, **facts: Fact) -> Phrase:
    """The sentence of this key, that of the kind if there is one, with its facts filled in."""
    own = f"{key}.{kind}"
    template = en.SENTENCES[own if kind and own in en.SENTENCES else key]
    return fill(template, facts, en)


def line(key: str, kind: Kind | None = None, /, **facts: Fact) -> str:
    """The same as bare text."""
    return plain(say(key, kind, **facts))


def known(key: str) -> bool:
    return key in en.SENTENCES


def label(move: Move, kind: Kind) -> str:
    return line(f"move.{move.name}", kind)


def status(value: Status, kind: Kind) -> str:
    return line(f"status.{value}", kind)


def state(lead: Lead) -> str:
    """Where the lead stands; what its referrer took back is not called "not for us"."""
    if lead.withheld:
        return line("status.erased" if lead.erased_at else "status.restricted")
    return line("status.withdrawn") if lead.withdrawn else status(lead.status, lead.kind)


def first(name: str | None) -> str:
    """How buttons and forms call people, as they call each other; of several, the first; of outsiders, the liaison."""
    return next(iter((name or "").partition(BESIDE)[0].rpartition(THROUGH)[2].split()), "")


def firsts(names: str) -> str:
    """The same of each of several."""
    people = dict.fromkeys(name.rpartition(THROUGH)[2] for name in names.split(BESIDE))
    return BESIDE.join(map(first, people))


def about(key: str, names: str) -> str:
    """The key of the sentence about so many people: several, or nobody, where one of its own is in the catalogue."""
    own = f"{key}.{'several' if BESIDE in names else 'one' if names else 'nobody'}"
    return own if known(own) else key


def short_day(day: date) -> str:
    """For under a chart's bars: "16 Nov"."""
    return f"{day.day} {en.MONTHS[day.month - 1][:3]}"


def kind_of(lead: Lead) -> str:
    return line(f"kind.{lead.kind}.start")


def called(lead: Lead) -> str:
    """How a line on a lock screen names the lead: never a candidate's name, never contact data."""
    name = lead.title if lead.withheld else lead.name
    return line("lead.called", lead.kind, name=name, number=lead.id)


def called_first(lead: Lead) -> str:
    """The same where the line begins with it."""
    name = lead.title if lead.withheld else lead.name
    return line("lead.called.start", lead.kind, name=name, number=lead.id)


def reason(code: str, kind: Kind) -> str:
    return line(f"reason.{code}", kind) if known(f"reason.{code}") else line("reason.other")


def answer(given: Answer, named: Names) -> str:
    """What a person reads after their own click; total: an unknown code says that it is done."""
    told = _told("answer", given.code, _words({**given.facts, "lead": given.lead}, named))
    return " ".join(part for part in (told, warned(given.facts)) if part)


def warned(facts: Mapping[str, object]) -> str:
    """What speaks against getting in touch with them, a sentence each; empty where nothing does."""
    words = _words(facts, lambda _: "")
    return " ".join(line(f"warning.{code}", None, **words) for code in str(facts.get("warnings") or "").split())


def refusal(refused: Refused, named: Names) -> str:
    """Why not; total: an unknown code apologises. With the name of whom it is about, where the facts tell."""
    return _told("refused", refused.code, _words({**refused.facts, "field": refused.field}, named))


PEOPLE = ("cover", "owner", "whom", "referrer", "name")


def _told(what: str, code: str, words: Mapping[str, str]) -> str:
    """The sentence that fits best: it names somebody, it is about this field, it is for this kind."""
    key = f"{what}.{code}" if known(f"{what}.{code}") else f"{what}.other"
    endings = (*(who for who in PEOPLE if words[who]), words["field"], words["kind"])
    better = (f"{key}.{ending}" for ending in endings if ending and known(f"{key}.{ending}"))
    return line(next(better, key), None, **words)


def _words(facts: Mapping[str, object], named: Names) -> dict[str, str]:
    """A sentence's facts as words: people by name, statuses as on screen."""
    words = dict.fromkeys((*PEOPLE, "status", "most", "lead", "field", "kind"), "")
    words |= {name: str(fact) for name, fact in facts.items() if fact is not None}
    owner = facts.get("owner")
    if isinstance(owner, int):
        words["owner"] = named(PersonId(owner))
    words["whom"] = BESIDE.join(line(f"standing.{one}", Kind(words["kind"])) for one in words["whom"].split())
    if known(f"sensitive.{words['kind']}"):
        words["protected"] = line(f"sensitive.{words['kind']}")
    if on := facts.get("on"):
        words["on"] = line("lead.plain", text=date.fromisoformat(str(on)))
    if weekday := facts.get("weekday"):
        words["weekday"] = line(f"weekday.{weekday}")
    if known(f"status.{words['status']}"):
        words["status"] = line(f"status.{words['status']}")
    return words
