"""Erasing what a lead tells of a person: its history, its numbers and the hashes of what was written stay."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.ids import PersonId
from bot.leads import Lead
from bot.saying import show_lead
from bot.store import Unit

PERSONAL = ("name", "person", "email", "phone", "link", "about", "need", "how_known", "help", "source", "crm")


def erase(unit: Unit, lead: Lead, *, because: str, by: PersonId, now: datetime) -> Lead:
    """Returns the lead as it is then; one that is erased already stays as it is. `because` is a code."""
    if lead.erased_at is not None:
        return lead
    nothing: dict[str, Any] = dict.fromkeys(PERSONAL, "")
    erased = replace(lead, **nothing, erased_at=now, care_due=None, remind_on=None)
    unit.save(erased)
    unit.index(erased)
    unit.erase_texts(lead.id)
    unit.record(erased, "erased", actor=by, now=now, facts={"status": lead.status, "because": because})
    show_lead(unit, erased, now=now)
    return erased
