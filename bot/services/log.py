"""Logging a lead, and what its referrer may still do to it while nobody has taken it."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from functools import partial

from bot import caring, clocks, eligibility, notices, rights, untaken, windows
from bot.answers import Answer
from bot.attachments import Attachment
from bot.drafts import Draft
from bot.errors import Refused
from bot.ids import DraftId, LeadId, Origin, PersonId
from bot.leads import Given, Kind, Lead, just_logged
from bot.loop_health import promised
from bot.objecting import check_objection
from bot.saying import calendar, say, show_lead, show_waiting, tell
from bot.services import attachments, crediting, joining
from bot.services.corrections import propose
from bot.services.once import once
from bot.services.warning import is_first
from bot.setup import Place
from bot.store import Store, Unit
from bot.texts import LONG, long
from bot.values import replace

EDITABLE = (
    *("name", "person", "email", "phone", "link", "about", "need"),
    *("how_known", "tie", "aware", "wanted", "help", "introduces", "lends_name", "advises", "name_from", "unnamed"),
)
OUTSIDE = ("outside", "outside_email")
"""Fixed when it is logged; who handles data protection corrects them, too, for somebody outside who asks them to."""


def log_lead(
    store: Store,
    origin: Origin,
    given: Given,
    *,
    by: PersonId,
    now: datetime,
    draft: DraftId | None = None,
    colleague: PersonId | None = None,
    attached: Sequence[Attachment] = (),
) -> Answer:
    """Store a lead under its referrer, who may be a `colleague` of who logs it; the receipt, the card and whoever
    comes next follow. `given` is normalised.

    What its referrer gave already, or works, is refused with "known_already"; sent again, it is another one.
    """
    log = partial(_log, store, origin, given, by=by, now=now, draft=draft, colleague=colleague, files=attached)
    try:
        return log(sure=False)
    except Refused as refused:
        if refused.code != joining.KNOWN or is_first(store, f"{joining.KNOWN}:{origin}", now=now):
            raise
    return log(sure=True)


@once
def _log(
    unit: Unit,
    given: Given,
    *,
    by: PersonId,
    now: datetime,
    draft: DraftId | None,
    colleague: PersonId | None,
    files: Sequence[Attachment],
    sure: bool,
) -> Answer:
    _check(unit, given, by)
    crediting.check_colleague(unit, colleague)
    referrer = colleague or by
    links = joining.like(unit, given)
    whole = joining.whole_for(unit, given, links, referrer, by=by, sure=sure, now=now)
    lead = _added(unit, given, referrer, by, now=now, alone=whole is None)
    attachments.keep(unit, lead, files, by=by, now=now)
    if draft is not None:
        unit.drop_draft(draft)
        _show_draft(unit, draft, by, now=now)
    if whole is None:
        show_lead(unit, lead, now=now)
        crediting.tell_both(unit, lead, now=now)
        _announce(unit, lead, now=now)
        joining.remember(unit, lead, links, now=now)
    else:
        crediting.tell_both(unit, joining.added_to(unit, whole, lead, by=by, now=now), now=now)
    return Answer("logged", lead.id)


def _added(unit: Unit, given: Given, referrer: PersonId, by: PersonId, *, now: datetime, alone: bool) -> Lead:
    """`alone`: it is no part of another."""
    days, logged_by = calendar(unit, referrer), by if by != referrer else None
    due = clocks.first_word_due(days, now)
    lead = just_logged(given, referrer=referrer, logged_by=logged_by, now=now, promise_due=due)
    lead = replace(lead, unrewarded=eligibility.of_lead(unit, given, referrer))
    if alone:
        lead = caring.started(unit, untaken.started(unit, promised(lead, days), now=now))
        lead = windows.started(unit, lead, now=now)
    lead = unit.enter(lead)
    facts = {"status": lead.status, "kind": lead.kind}
    unit.record(lead, "logged", actor=by, other=referrer if logged_by else None, now=now, facts=facts)
    return lead


def _announce(unit: Unit, lead: Lead, *, now: datetime) -> None:
    """Whoever comes next hears."""
    show_waiting(unit, lead, now=now)
    untaken.suggest(unit, lead, now=now)
    _say_what_is_missing(unit, lead, now=now)


def _check(unit: Unit, given: Given, by: PersonId) -> None:
    if not given.name:
        raise Refused("blank", field="name")
    if given.wanted is not None and given.wanted != by and not unit.person(given.wanted).member:
        raise Refused("not_a_member", field="wanted", name=unit.person(given.wanted).name)
    check_objection(unit, given)


def _say_what_is_missing(unit: Unit, lead: Lead, *, now: datetime) -> None:
    """Admins hear once that leads come in and have nowhere to stand; never what the leads are."""
    place = Place.LEADS if lead.kind is Kind.SALES else Place.HIRING
    if place in unit.setup().places:
        return
    for person in unit.members():
        key = f"missing:{place}:{person.id}"
        if unit.setup().is_admin(person) and unit.notice_by_key(key) is None:
            tell(unit, key, person.id, "place_missing", {"place": place}, now=now)


@once
def edit_lead(unit: Unit, lead_id: LeadId, given: Given, *, by: PersonId, now: datetime) -> Answer:
    """The referrer corrects what they gave; once somebody else has it, it is for them to take that over."""
    lead = unit.lead(lead_id)
    rights.check_edit(lead, rights.standings(unit.person(by), lead, unit.setup()))
    _check(unit, given, by)
    if not lead.edits_stand:
        return propose(unit, lead, given, by=by, now=now)
    edited = replace(lead, **{field: value for field, value in asdict(given).items() if field in EDITABLE})
    if edited.wanted != lead.wanted and untaken.waits(edited) and not edited.desk_at:
        edited = untaken.started(unit, edited, now=now)
    unit.save(edited)
    unit.index(edited)
    unit.record(edited, "edited", actor=by, now=now, facts={"status": edited.status})
    show_lead(unit, edited, now=now)
    if edited.wanted != lead.wanted and edited.part_of is None:
        untaken.suggest(unit, edited, now=now)
    if edited.part_of is None:
        joining.remember(unit, edited, joining.like(unit, edited, but=edited.id), now=now)
    return Answer("edited", lead.id)


@once
def keep_draft(
    unit: Unit,
    text: str,
    *,
    by: PersonId,
    now: datetime,
    source: str = "",
    attached: Sequence[Attachment] = (),
) -> Answer:
    """Keep what was typed while Slack could not open a form; its author is told when Slack is back."""
    text = long(text, field="name", most=LONG, required=not attached)
    draft = unit.add_draft(Draft(DraftId(0), by, text, now, source, tuple(attached)))
    _show_draft(unit, draft.id, by, now=now)
    return Answer("draft_kept", facts={"draft": draft.id})


def _show_draft(unit: Unit, draft: DraftId, by: PersonId, *, now: datetime) -> None:
    say(unit, f"draft:{draft}", notices.person(by), "draft", {"draft": draft}, now=now)
