"""Where the company's CRM has a lead: a link for those who work it."""

import re
from datetime import datetime

from bot import rights, texts
from bot.answers import Answer
from bot.errors import Refused
from bot.ids import LeadId, PersonId
from bot.saying import show_lead
from bot.services.once import once
from bot.services.standing import stands_to
from bot.store import Unit
from bot.values import replace

LENGTH = 2000
"""Of an address; Slack's links take 3,000."""


@once
def link_crm(unit: Unit, lead_id: LeadId, link: str, *, by: PersonId, now: datetime) -> Answer:
    """An empty link takes it away. Raises NoSuchLead, Refused("not_yours" | "not_a_link" | "too_long")."""
    lead = unit.lead(lead_id)
    rights.check_link(lead, stands_to(unit, unit.person(by), lead))
    link = texts.line(link, field="crm", most=LENGTH)
    if link and not re.fullmatch(r"https?://[^\s/]+\S*", link):
        raise Refused("not_a_link", field="crm")
    linked = replace(lead, crm=link)
    unit.save(linked)
    unit.record(linked, "linked" if link else "unlinked", actor=by, now=now, facts={"status": lead.status})
    show_lead(unit, linked, now=now)
    return Answer("crm_linked", lead.id)
