"""Leads as a file: for managers and marketers, in their direct messages, and noted with who took it and when."""

from datetime import datetime, timedelta

from bot import notices, rights
from bot.answers import Answer
from bot.errors import Refused
from bot.ids import PersonId
from bot.notices import Arguments, Notice
from bot.privacy import Seen
from bot.services.once import once
from bot.show.exports import exported
from bot.store import Unit

WORTH = timedelta(hours=12)
"""After so long nobody waits for it any more."""


@once
def export_leads(unit: Unit, *, by: PersonId, now: datetime) -> Answer:
    """The export record is a setting that nobody reads back: append-only, with who and when. Raises Refused."""
    person, setup = unit.person(by), unit.setup()
    if not rights.exports(person, setup):
        raise Refused("no_export")
    leads = list(exported(unit, person))
    unit.set("export", {"leads": len(leads)}, by=by, now=now)
    unit.disclose((lead.id for lead in leads), by, Seen.EXPORT, now)
    key = f"export:{by}:{now.isoformat()}"
    args: Arguments = {"person": by, "at": now.isoformat()}
    unit.put(Notice(key, notices.person(by), "export", args, due=now, until=now + WORTH, answers_a_click=True))
    return Answer("exported")
