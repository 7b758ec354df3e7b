"""What was said about a lead in messages of their own: it stays, and what can be done there is what can be done now."""

from collections.abc import Iterator
from datetime import datetime

from bot.joining import ABOUT_PART, parts_of
from bot.leads import Lead
from bot.store import Reading, Unit
from bot.values import replace


def show_told(unit: Unit, lead: Lead, *, now: datetime) -> None:
    """Have the questions, offers and news about this lead say what is true now; nobody is disturbed by it."""
    for key in _told(unit, lead):
        notice = unit.notice_by_key(key)
        if notice is not None and notice.stands:
            unit.put(replace(notice, due=now, until=None, answers_a_click=True))


def _told(unit: Reading, lead: Lead) -> Iterator[str]:
    """To several people, and to whoever gave it; of the messages about several leads, the newest of each kind."""
    parts = parts_of(unit, lead)
    all_of_it = (lead, *parts)
    to_each = [f"{what}:{lead.id}:" for what in ("asked", "ready", "correction", "withdraw")]
    to_each += [f"moves:{one.id}:" for one in all_of_it]
    to_each += [f"{what}:{part.id}:" for what in ABOUT_PART for part in parts]
    of_several = [f"{what}:{one.referrer}:" for one in all_of_it for what in ("updates", "window", "news")]
    said = unit.keys(*to_each, *of_several, going=True)
    yield from (key for key in said if key.startswith(tuple(to_each)))
    for prefix in of_several:
        yield from [key for key in said if key.startswith(prefix)][-1:]
    for entry in unit.entries(lead.id):
        if entry.kind == "answered":
            yield from (f"said:{entry.id}{f':{one.id}' if one.part_of else ''}" for one in all_of_it)
        elif entry.kind == "help_wanted":
            yield from unit.keys(f"help:{entry.id}:", going=True)
