"""What people type to the bot, and what they then choose to make of it."""

from collections.abc import Sequence
from datetime import datetime

from bot import notices
from bot.answers import Answer
from bot.attachments import Attachment
from bot.carrying import Typed
from bot.drafts import Draft
from bot.errors import Refused
from bot.ids import DraftId, LeadId, PersonId
from bot.moves import BY_NAME
from bot.notices import Argument
from bot.saying import say, tell
from bot.services.loop import AT_ONCE, send_word
from bot.services.moves import make_move
from bot.services.once import once
from bot.show.drafts import draft_of
from bot.store import Unit
from bot.talk import asks_for_help, lead_meant, readers, workers
from bot.texts import LONG, clean, long


@once
def hear(
    unit: Unit,
    words: str,
    *,
    by: PersonId,
    now: datetime,
    command: str,
    thread: str = "",
    source: str = "",
    attached: Sequence[Attachment] = (),
    unseen: bool = False,
) -> Answer:
    """Keep what was typed, and ask in answer what should become of it; `command` is what the company calls it.

    `thread` is the front's reference of the message that it replies to, `source` a link to what was typed, `attached`
    what was shared with it. `unseen`: something was that nobody but its author can open, and they are told so.
    """
    text = "" if asks_for_help(words) else clean(words)[:LONG]
    lead = lead_meant(unit, unit.person(by), text, thread=thread, now=now) if text else None
    number = unit.add_draft(Draft(DraftId(0), by, text, now, source, tuple(attached))).id
    args: dict[str, Argument] = {"draft": number, "lead": lead.id if lead else None, "command": command, "person": by}
    args |= {"unseen": 1} if unseen else {}
    said = unit.last_said(by, receipt=thread) if thread else None
    address = notices.thread_of(said.key) if said else notices.person(by)
    say(unit, f"draft:{number}", address, "typed", args, now=now)
    return Answer("heard", lead.id if lead else None)


@once
def send_typed(unit: Unit, draft: DraftId, *, by: PersonId, now: datetime) -> Answer:
    """Words about a lead go to whoever gave it; those of whoever gave it go to whoever has it, or to the desk."""
    typed, number = _typed(unit, draft, by)
    lead = unit.lead(number)
    may = readers(unit, lead, unit.person(by))
    answer = _to_worker(unit, number, typed.text, by=by, now=now) if may.worker else None
    answer = answer or send_word(unit, number, typed.text, by=by, now=now)
    _finish(unit, draft, number, by=by, now=now)
    return answer


@once
def note_typed(unit: Unit, draft: DraftId, *, by: PersonId, now: datetime) -> Answer:
    """Words about a lead become a note for the team."""
    typed, number = _typed(unit, draft, by)
    answer = make_move(unit, number, BY_NAME["note"], Typed(note=typed.text), by=by, now=now)
    _finish(unit, draft, number, by=by, now=now)
    return answer


def _typed(unit: Unit, draft: DraftId, by: PersonId) -> tuple[Draft, LeadId]:
    """Raises Refused("draft_gone") where it was made something of already, or is somebody else's."""
    typed, asked = draft_of(unit, draft, by), unit.notice_by_key(f"draft:{draft}")
    if asked is None or not asked.args.get("lead"):
        raise Refused("draft_gone")
    return typed, LeadId(int(str(asked.args["lead"])))


def _finish(unit: Unit, draft: DraftId, lead: LeadId, *, by: PersonId, now: datetime) -> None:
    asked = unit.notice_by_key(f"draft:{draft}")
    unit.drop_draft(draft)
    if asked is not None:
        say(unit, asked.key, asked.address, "typed", {"draft": draft, "lead": lead, "person": by}, now=now)


def _to_worker(unit: Unit, number: LeadId, words: str, *, by: PersonId, now: datetime) -> Answer:
    lead = unit.lead(number)
    text = unit.write_text(lead.id, long(words, field="word", required=True))
    facts = {"status": lead.status}
    entry = unit.record(lead, "remarked", actor=by, now=now, facts=facts, texts={"word": text}, other=lead.owner)
    for reader in workers(unit, lead) - {by}:
        key, args = f"remarked:{entry.id}:{reader}", {"entry": entry.id, "person": reader}
        tell(unit, key, reader, "remarked", args, now=now, wait=AT_ONCE)
    return Answer("remarked", lead.id, facts={"owner": unit.person(lead.owner).name if lead.owner else None})
