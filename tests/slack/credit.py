"""Where a surface that shows a lead to others leaves out who gave it."""

import re
from collections.abc import Iterator

from sqlalchemy import select

from bot.ids import LeadId
from bot.leads import Lead
from handlers.slack.kit import ids
from sandbox import finding
from sandbox.looks.scene import Look
from sandbox.records import View
from storage.store import SqlStore
from storage.tables import leads


def leads_shown(store: SqlStore, look: Look) -> Iterator[tuple[Lead, str]]:
    """With the name of who gave each."""
    text = finding.words(look.surface)
    if _is_filled_in(look):
        return
    with store.read() as unit:
        numbers = unit.connection.execute(select(leads.c.id)).scalars().all()
        for lead in map(unit.lead, map(LeadId, numbers)):
            if not lead.withheld and re.search(rf"(?<!\w){re.escape(lead.title)}(?!\w)", text):
                yield lead, unit.person(lead.referrer).name


def _is_filled_in(look: Look) -> bool:
    """A form that somebody opened from what names the giver, to write about the lead."""
    callback = str(look.surface.body.get("callback_id")) if isinstance(look.surface, View) else ""
    return callback.startswith("form:") and callback != ids.BROWSE


def nameless(store: SqlStore, look: Look) -> Iterator[str]:
    """The leads that it shows without who gave them."""
    text = finding.words(look.surface)
    for lead, giver in leads_shown(store, look):
        if giver != look.human.user.real_name and giver.split()[0] not in text:
            yield lead.title
