"""Need help: whoever has a lead asks who gave it, or their manager."""

from datetime import datetime, timedelta
from enum import StrEnum

from bot import moving, ticking
from bot.answers import Answer
from bot.errors import Refused
from bot.ids import LeadId, PersonId
from bot.saying import managers, show_lead, tell
from bot.services.once import once
from bot.services.standing import check_works
from bot.store import Unit
from bot.texts import long


class Whom(StrEnum):
    REFERRER = "referrer"
    MANAGER = "manager"


@once
def need_help(unit: Unit, lead_id: LeadId, whom: Whom, words: str, *, by: PersonId, now: datetime) -> Answer:
    """One message to whoever is asked; the ask clock starts again."""
    lead = unit.lead(lead_id)
    check_works(unit, lead, by=by)
    readers = frozenset({lead.referrer}) - {by} if whom is Whom.REFERRER else managers(unit, by, lead.kind)
    if not readers:
        raise Refused("nobody_to_ask", field="whom", lead=lead.id)
    written = long(words, field="note")
    texts = {"note": unit.write_text(lead.id, written)} if written else {}
    after = ticking.asked(unit, lead, now=now)
    unit.save(after)
    entry = unit.record(
        after,
        "help_wanted",
        actor=by,
        now=now,
        before=moving.changed(lead, after),
        facts={"status": lead.status},
        texts=texts,
        other=min(readers),
    )
    for reader in sorted(readers):
        about = {"entry": entry.id, "person": reader}
        tell(unit, f"help:{entry.id}:{reader}", reader, "help_wanted", about, now=now, wait=timedelta())
    show_lead(unit, after, now=now)
    return Answer("help_wanted", lead.id, facts={"name": unit.person(min(readers)).name})
