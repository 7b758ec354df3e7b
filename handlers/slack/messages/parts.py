"""Parts that several messages share: a lead's lines, its buttons, how to reach it."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.leads import CLOSED, Kind, Lead, Status
from bot.moves import Move
from bot.offers import Offering, Stage
from bot.show.cards import Line
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block, cut
from handlers.slack.wording import first, kind_of, known, label, line, reason, say, state
from handlers.slack.wording.phrases import Fact, Part, Phrase

BRIEF = 500
"""So much of each such text stands in a line; all of it is in the form."""
HELPS = 8
"""So many helpers' lines a message shows; all are on the lead's page."""


def number(lead: Lead) -> Phrase:
    return say("lead.number", number=lead.id, kind=kind_of(lead))


def given(lead: Lead, referrer: str) -> Phrase:
    return say("lead.given", referrer=referrer, logged=lead.logged_at)


def standing(lead: Lead, owner: str | None) -> Phrase:
    """Who has it, and where it stands."""
    now = state(lead)
    if lead.status in CLOSED:
        return say("lead.had", owner=owner, status=now) if owner else say("lead.closed", status=now)
    if owner:
        return say("lead.has", owner=owner, status=now)
    return say("lead.looked_into" if lead.status is Status.QUALIFYING else "lead.nobody", status=now)


def standing_now(lead: Lead) -> Phrase:
    """Where it stands, to whoever has it."""
    return say("lead.now", status=state(lead))


def people(names: Sequence[str], most: int = 10) -> str:
    """ "Erin, Ravi and Mona"; of very many the first ones."""
    shown = [cut(name, 80) for name in names[:most]]
    shown += [line("list.others", number=len(names) - most)] if len(names) > most else []
    *before, last = shown or [""]
    return line("list.and", most=", ".join(before), last=last) if before else last


def coming(lead: Lead, step: str) -> Iterable[Phrase]:
    """What is next: the day to come back, the next step, the last contact."""
    if lead.status is Status.NURTURING and lead.back_on:
        yield say("lead.back_on", on=lead.back_on)
    if lead.open and step:
        step = blocks.cut(step, blocks.QUOTE)
        yield say("lead.step_on", step=step, on=lead.next_on) if lead.next_on else say("lead.step", step=step)
    elif lead.open and lead.next_on:
        yield say("lead.on", on=lead.next_on)
    if lead.spoke_at:
        yield say("lead.spoke", spoke=lead.spoke_at)


def helps(given: Iterable[tuple[str, str]], most: int = HELPS) -> list[Phrase]:
    """Who knows them, and what they say."""
    shown = list(given)[:most]
    return [
        say("lead.helps", name=name, line=blocks.cut(words, 300)) if words else say("lead.helps_plainly", name=name)
        for name, words in shown
    ]


def contact(lead: Lead) -> list[Phrase]:
    """How to reach them, as links; only where the reader may see it."""
    reach = [blocks.phone(lead.phone), blocks.mail(lead.email), blocks.web(lead.link)]
    found = [part for part in reach if part.text]
    name = [say("lead.contact", name=lead.contact)] if lead.contact else []
    return [*name, blocks.spaced(found)]


def known_about(lead: Lead, referrer: str) -> list[Phrase]:
    """What the referrer gave besides how to reach them."""
    given = {"need": lead.need, "how_known": lead.how_known, "help": lead.help}
    said = [say(f"lead.{what}", referrer=referrer, text=cut(text, BRIEF)) for what, text in given.items() if text]
    return [say(f"tie.{lead.tie}", referrer=referrer), *said] if lead.tie else said


def offers(made: Iterable[Offering], referrer: str) -> list[Phrase]:
    """What whoever gave it offers besides, and how far that is."""
    shown = list(made)
    still = [line(f"offer.{one.offer}") for one in shown if one.stage is Stage.OPEN]
    others = [one for one in shown if one.stage is not Stage.OPEN]
    return [
        say("offer.open", referrer=referrer, what=people(still)) if still else (),
        *(say(f"offer.{one.offer}.{one.stage}", referrer=referrer, at=one.at) for one in others),
    ]


def offer_buttons(made: Iterable[Offering], lead: Lead, referrer: str, *, apart: str = "") -> list[Block]:
    """For whoever has it: to come back to what was offered."""
    able = [one.offer for one in made if one.can_be_asked] if lead.open else []
    return [
        lead_button(f"button.offer.{offer}", f"offer:{offer}", lead, referrer=first(referrer), apart=apart)
        for offer in able
    ]


def aware(lead: Lead, referrer: str) -> Phrase:
    """For whoever will speak to them, and for nobody else; until they were told."""
    if lead.informed_at is not None:
        return ()
    return say("lead.aware" if lead.aware else "lead.unaware", referrer=referrer)


def paragraph(*phrases: Phrase) -> list[Block]:
    """Some lines of text, or nothing where there is nothing to say."""
    return [blocks.lines(*phrases)] if any(phrases) else []


def about(lead: Lead, most: int = blocks.QUOTE) -> list[Block]:
    """What the referrer knows, quoted."""
    return [blocks.quoted(lead.about, most)] if lead.about else []


def move_button(move: Move, lead: Lead, *, style: str = "", apart: str = "") -> Block:
    return about_button(label(move, lead.kind), f"move:{move.name}", lead.id, lead, style=style, apart=apart)


def lead_button(key: str, name: str, lead: Lead, *, owner: str = "", referrer: str = "", apart: str = "") -> Block:
    """A button about this lead, in its own words."""
    return about_button(line(key, lead.kind, owner=owner, referrer=referrer), name, lead.id, lead, apart=apart)


def about_button(
    text: str,
    name: str,
    number: int,
    lead: Lead,
    *,
    style: str = "",
    apart: str = "",
    confirm: tuple[str, str, str] | None = None,
) -> Block:
    """Read aloud it says which lead it is about; `number` is what is pressed: the lead, or an entry of it."""
    spoken = line("label.about", button=text, title=lead.title)
    return blocks.button(text, name, number, label=spoken, style=style, apart=apart, confirm=confirm)


def pass_on(lead: Lead, *, apart: str = "") -> Block | None:
    """A liaison's: how it goes, ready to be sent to whoever gave it from outside."""
    if not lead.outside or lead.withheld:
        return None
    return lead_button("button.pass_on", "pass_on", lead, referrer=first(lead.outside), apart=apart)


def edit(lead: Lead) -> Block:
    """Its referrer's; once somebody else works it, what they correct is for that one to take over."""
    return lead_button("button.edit" if lead.edits_stand else "button.correct", "edit", lead)


def more(lead: Lead, key: str = "button.update") -> Block:
    return lead_button(key, "more", lead)


def moves(able: Iterable[Move], lead: Lead, *, first: str = "primary") -> list[Block]:
    """The likely moves, the first of them standing out."""
    return [move_button(move, lead, style="" if at else first) for at, move in enumerate(able)]


def touches(lead: Lead) -> list[Block]:
    names = ("called", "wrote", "met")
    return [lead_button(f"move.{name}", f"move:{name}", lead) for name in names]


OTHERS = {"logged": "did.logged.behalf", "gave_too": "did.gave_too.other", "imported": "did.imported.other"}


def happened(one: Line, lead: Lead) -> Phrase:
    """What one line of history says, with the reason that the referrer may read."""
    entry = one.entry
    kind = Kind(str(entry.facts.get("kind") or lead.kind))
    key = f"did.{entry.kind}" if known(f"did.{entry.kind}") else "did.other"
    of_offer = f"{key}.{entry.facts.get('offer')}"
    key = of_offer if known(of_offer) else key
    number = entry.facts.get("number")
    key = f"{key}.several" if isinstance(number, int) and number > 1 and known(f"{key}.several") else key
    key = OTHERS.get(entry.kind, key) if entry.other else key
    day = _day(entry.facts.get("on"))
    dated = next((k for k in (f"{key}.{kind}.on", f"{key}.on") if day and known(k)), None)
    facts: dict[str, Fact] = {"actor": one.actor, "other": one.other or "", "number": number}
    what = say(dated, **facts, on=day) if dated else say(key, kind, **facts)
    code = entry.facts.get("reason")
    return say("line.reason", what=what, reason=reason(str(code), kind)) if code else what


def _day(given: object) -> date | None:
    try:
        return date.fromisoformat(str(given or "")[:10])
    except ValueError:
        return None


def is_silent(lead: Lead) -> bool:
    """Its referrer asked to hear nothing of it, or nothing before a day."""
    return lead.muted or lead.not_before is not None


def crm(lead: Lead) -> list[Block]:
    """The way to the lead in the CRM; only where the reader may see it."""
    return [blocks.lines((Part(line("lead.crm"), url=blocks.web(lead.crm).url),))] if lead.crm else []


def source(lead: Lead) -> Part:
    """A link to the message that the lead came from."""
    link = blocks.web(lead.source)
    return Part(line("lead.source"), url=link.url)
