"""What stands where somebody was erased or is held back, and what whoever answers people about their data gets."""

import json

from bot.ids import LeadId
from bot.people import Person
from bot.privacy import Progress
from bot.show.exports import ExportGone
from bot.show.privacy import Copy, Done
from bot.show.withheld import Ended, FileGone, Withheld
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import kind_of, line, say
from handlers.slack.wording.phrases import Phrase


@render_for.register
def withheld(shown: Withheld, _reader: Person | None) -> Block:
    lead = shown.lead
    key = "withheld.erased" if lead.erased_at else "withheld.restricted"
    head = say(key, kind=kind_of(lead), number=lead.id)
    says = f"{key}.says.unnamed" if lead.unnamed and lead.erased_at else f"{key}.says"
    said = [blocks.lines(head, parts.given(lead, shown.referrer), say(says, referrer=shown.referrer))]
    return blocks.message(say(f"{key}.text", number=lead.id), said)


@render_for.register
def ended(shown: Ended, _reader: Person | None) -> Block:
    what = "objected" if shown.because == "objected" else "erased"
    key, why = f"ended.{what}.{'gave' if shown.gave else 'had'}", line(f"ended.why.{shown.because}")
    said = say(key, number=shown.lead.id, why=why)
    return blocks.message(say(f"ended.{what}.text", number=shown.lead.id), [blocks.lines(said)])


@render_for.register
def done(shown: Done, _reader: Person | None) -> Block:
    what = say(f"request.{shown.request.deed}", leads=numbered(shown.request.leads))
    text = say("request.text", what=what)
    return blocks.message(text, [blocks.lines(*told(shown))])


def told(shown: Done) -> list[Phrase]:
    """What was done, by whom, and how far our messages are."""
    asked = shown.request
    what = say(f"request.{asked.deed}", leads=numbered(asked.leads))
    return [what, say("request.by", by=shown.by, at=asked.at), *_progress(shown.progress)]


def _progress(progress: Progress) -> list[Phrase]:
    if not progress.all:
        return [say("request.plain")]
    stuck = [say("request.stuck", stuck=progress.stuck)] if progress.stuck else []
    if progress.done == progress.all:
        return [say("request.whole", all=progress.all)]
    return [say("request.going", done=progress.done, all=progress.all), *stuck]


def numbered(leads: tuple[LeadId, ...]) -> str:
    if not leads:
        return line("privacy.leads.none")
    numbers = parts.people([str(number) for number in leads])
    return line("privacy.leads.one" if len(leads) == 1 else "privacy.leads", numbers=numbers)


@render_for.register
def copy(shown: Copy, _reader: Person | None) -> Block:
    text = blocks.fallback(say("copy.text", number=shown.leads, day=shown.day))
    content = json.dumps(shown.held, ensure_ascii=False, indent=2)
    return {"text": text, "file": {"name": f"held-{shown.day.isoformat()}", "ending": "json", "content": content}}


@render_for.register
def file_gone(_shown: FileGone, _reader: Person | None) -> Block:
    return {"gone": True}


@render_for.register
def export_gone(shown: ExportGone, _reader: Person | None) -> Block:
    said = [blocks.lines(say("file_gone.says", day=shown.day))]
    return blocks.message(say("file_gone.text", day=shown.day), said)
