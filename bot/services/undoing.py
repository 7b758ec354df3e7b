"""Taking back one's own last move, within two minutes."""

from datetime import datetime

from bot import moving, offers, rights, telling, untaken
from bot.answers import Answer
from bot.claims import entry_of
from bot.errors import NoSuchLead, Refused
from bot.history import Entry
from bot.ids import EntryId, PersonId
from bot.joining import JOINED
from bot.leads import Lead
from bot.matching import Link
from bot.moves import BY_NAME
from bot.retelling import show_told
from bot.saying import show_home, show_lead, show_today
from bot.services import apart, leaving, wins
from bot.services.moves import show_it_waits
from bot.services.once import once
from bot.store import Unit

UNDOABLE = frozenset({*BY_NAME, "answered", offers.DONE, offers.LATER, JOINED})


@once
def undo(unit: Unit, entry_id: EntryId, *, by: PersonId, now: datetime) -> Answer:
    """Take back one's own last move, within two minutes; nobody else has heard of it yet."""
    entry = entry_of(unit, entry_id, UNDOABLE)
    lead = unit.lead(entry.lead)
    _check_undo(unit, entry, lead, by=by, now=now)
    if entry.kind == JOINED:
        return _unjoin(unit, lead, entry, by=by, now=now)
    restored = leaving.unless_left(unit, moving.taken_back(lead, entry.before), now_is=lead)
    unit.save(restored)
    telling.taken_back(unit, restored, entry.before)
    unit.mark_undone(entry.id)
    unit.record(restored, "undone", actor=by, now=now, facts={"status": restored.status}, group=entry.group)
    _unsay(unit, lead, restored, entry, now=now)
    return Answer("undone", lead.id, facts={"move": entry.kind, "kind": restored.kind})


def _unjoin(unit: Unit, part: Lead, entry: Entry, *, by: PersonId, now: datetime) -> Answer:
    """They are about the same all the same, as far as anybody knows."""
    if part.part_of != entry.facts["into"]:
        raise Refused("not_joined", lead=part.id)
    unit.mark_undone(entry.id)
    restored = apart.go_on(unit, part, by=by, now=now, how=Link.SAME)
    return Answer("undone", part.id, facts={"move": entry.kind, "kind": restored.kind})


def _check_undo(unit: Unit, entry: Entry, lead: Lead, *, by: PersonId, now: datetime) -> None:
    if entry.actor != by:
        raise NoSuchLead
    if entry.undone:
        raise Refused("already_undone", lead=lead.id)
    rights.check_kept(lead)
    if not entry.can_be_undone(now):
        raise Refused("too_late", lead=lead.id)
    standing = [e for e in unit.entries(lead.id) if not e.undone and e.kind in BY_NAME]
    if entry.kind in BY_NAME and standing[-1].id != entry.id:
        raise Refused("moved_on", lead=lead.id, status=lead.status, owner=lead.owner, move="undo")


def _unshow_owner(unit: Unit, lead: Lead, owner: PersonId, *, now: datetime) -> None:
    for reader in {owner, unit.setup().present(owner)} - {lead.owner}:
        unit.drop(f"owned:{lead.id}:{reader}")
    show_home(unit, unit.person(owner), now=now)


def _unsay(unit: Unit, was: Lead, lead: Lead, entry: Entry, *, now: datetime) -> None:
    group = [e for e in unit.entries(lead.id, group=entry.group) if not e.undone and e.kind in BY_NAME]
    if not any(BY_NAME[e.kind].tells and e.actor != lead.referrer for e in group):
        telling.unsay(unit, lead, entry.group)
    elif entry.kind == "win":
        telling.tell_givers(unit, lead, group[-1], now=now)
    telling.unsay_words(unit, entry)
    untaken.no_offer(unit, lead)
    if entry.win is not None:
        wins.unsay(unit, unit.win(entry.win), entry, now=now)
    if was.owner is not None and was.owner != lead.owner:
        _unshow_owner(unit, lead, was.owner, now=now)
    show_today(unit, entry.actor, now=now)
    show_it_waits(unit, was, lead, now=now)
    show_lead(unit, lead, now=now)
    show_told(unit, lead, now=now)
