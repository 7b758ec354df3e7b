"""No template drops the name of who gave a lead: each surface of the catalogue that shows one to others has it."""

import re
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select

from bot.ids import LeadId
from bot.leads import Lead
from handlers.slack.kit import ids
from sandbox import finding
from sandbox.looks.chapters import CHAPTERS
from sandbox.looks.scene import Look, Scene
from sandbox.records import View
from storage.store import SqlStore
from storage.tables import leads
from tests.slack.company import Company


def leads_shown(slack: Company, look: Look) -> Iterator[tuple[Lead, str]]:
    """With the name of who gave each."""
    text = finding.words(look.surface)
    assert isinstance(slack.store, SqlStore)
    with slack.store.read() as unit:
        numbers = unit.connection.execute(select(leads.c.id)).scalars().all()
        for lead in map(unit.lead, map(LeadId, numbers)):
            if not lead.withheld and re.search(rf"(?<!\w){re.escape(lead.title)}(?!\w)", text):
                yield lead, unit.person(lead.referrer).name


def is_filled_in(look: Look) -> bool:
    """A form that somebody opened from what names the giver, to write about the lead."""
    callback = str(look.surface.body.get("callback_id")) if isinstance(look.surface, View) else ""
    return callback.startswith("form:") and callback != ids.BROWSE


def nameless(slack: Company, look: Look) -> Iterator[str]:
    """The leads that it shows without who gave them."""
    text = finding.words(look.surface)
    for lead, giver in leads_shown(slack, look):
        if giver != look.human.user.real_name and giver.split()[0] not in text:
            yield lead.title


def test_whoever_gave_a_lead_is_named_wherever_it_is_shown(first_day: Company) -> None:
    found: list[tuple[str, list[str]]] = []

    def keep(look: Look) -> None:
        if any(leads_shown(first_day, look)) and not is_filled_in(look):
            found.append((look.name, list(nameless(first_day, look))))

    def pass_time(to: datetime) -> None:
        first_day.later(seconds=(to - first_day.now).total_seconds())

    for tell in CHAPTERS:
        tell(Scene(first_day.sandbox, pass_time, keep))

    assert [each for each in found if each[1]] == []
    shown = {name for name, _ in found}
    assert {"card-new", "owned", "today", "win-post", "digest", "page-board", "desk", "escalated"} - shown == set()
