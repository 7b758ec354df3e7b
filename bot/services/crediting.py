"""Who has the credit: a colleague, where somebody logs a lead for them; how these leave it to who logged it; and a
manager's decision, with a reason, whose it is."""

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime, timedelta
from functools import partial

from bot import eligibility, notices, rights, ticking
from bot.answers import Answer
from bot.errors import Refused
from bot.gathering import wait_anew
from bot.history import Entry, Texts
from bot.ids import LeadId, PersonId
from bot.joining import givers, parts_of, whole_of
from bot.leads import Given, Lead
from bot.ledger import CREDIT_CHANGED
from bot.saying import calendar, say, say_again, show_home, show_lead, show_receipt, tell
from bot.services.once import once
from bot.services.splits import lapse
from bot.store import Unit
from bot.texts import long
from bot.values import replace

GAVE = tuple(one.name for one in fields(Given) if one.name not in {"kind", "name", "person", "wanted", "unnamed"})
"""What somebody said of them and offers, and how to reach them: it stays theirs, whoever has the credit."""


def check_colleague(unit: Unit, colleague: PersonId | None) -> None:
    """Raises Refused("not_a_member")."""
    if colleague is not None and not unit.person(colleague).member:
        raise Refused("not_a_member", field="colleague", name=unit.person(colleague).name)


def tell_both(unit: Unit, lead: Lead, *, now: datetime) -> None:
    """Whoever has the credit gets the receipt; and whoever logged it for them, that they did."""
    if lead.logged_by is None:
        show_receipt(unit, lead, lead.referrer, now=now)
        return
    show_receipt(unit, lead, lead.referrer, now=now, wait=timedelta())
    about = {"lead": lead.id, "person": lead.logged_by}
    say(unit, _behalf(lead, lead.logged_by), notices.person(lead.logged_by), "behalf", about, now=now)


def _behalf(lead: Lead, who: PersonId) -> str:
    return f"behalf:{lead.id}:{who}"


@once
def leave_credit(unit: Unit, lead_id: LeadId, *, by: PersonId, now: datetime) -> Answer:
    """The credit for what was logged for them is not theirs, says whoever has it: it is whose who logged it.

    Raises NoSuchLead, Refused("erased" | "restricted" | "not_credited" | "moved_on" | "heir_left").
    """
    lead = unit.lead(lead_id)
    heir = rights.check_leave_credit(lead, rights.standings(unit.person(by), lead, unit.setup()))
    if not unit.person(heir).member:
        raise Refused("heir_left", name=unit.person(heir).name)
    left = replace(lead, logged_by=None, unnamed=False, muted=False, not_before=None)
    unit.save(left)
    lapse(unit, whole_of(unit, left), by=by, now=now)
    left = unit.lead(left.id)
    unit.record(left, "credit_left", actor=by, other=heir, now=now, facts={"status": lead.status})
    _hand_over(unit, left, heir, now=now)
    return Answer("credit_left", facts={"number": lead.id, "name": unit.person(heir).name})


@once
def change_credit(unit: Unit, lead_id: LeadId, to: PersonId, reason: str, *, by: PersonId, now: datetime) -> Answer:
    """A manager decides whose the credit is, and says why: the one way in which anybody but its referrer changes it.

    Raises as `rights.check_change_credit`; Refused("own_matter" | "has_it_already" | "not_a_member" | "blank").
    """
    lead = unit.lead(lead_id)
    rights.check_change_credit(lead, rights.standings(unit.person(by), lead, unit.setup()))
    _check_heir(unit, lead, to, by)
    why, was = unit.write_text(lead.id, long(reason, field="reason", required=True)), lead.referrer

    def told(entry: Entry) -> None:
        for reader in {was, to, lead.owner or to} - {by}:
            about = {"change": entry.id, "person": reader}
            tell(unit, f"credit:{entry.id}:{reader}", reader, "credit_changed", about, now=now, wait=timedelta())

    credit_to(unit, lead, to, by=by, now=now, texts={"reason": why}, told=told)
    return Answer(CREDIT_CHANGED, lead.id)


def _nobody(_: Entry) -> None:
    """Is told by who changes it."""


def credit_to(
    unit: Unit,
    lead: Lead,
    to: PersonId,
    *,
    by: PersonId,
    now: datetime,
    kind: str = CREDIT_CHANGED,
    texts: Texts | None = None,
    told: Callable[[Entry], None] = _nobody,
) -> None:
    """It is theirs from now on. Where they stood beside its referrer, the two change places, each with what they gave.

    `told` says so, before their receipts do. The database lets it be where `by` may decide so, or a record does: see
    `storage.triggers`.
    """
    lapse(unit, whole_of(unit, lead), by=by, now=now)
    lead = unit.lead(lead.id)
    change = partial(_credited, unit, by=by, now=now, kind=kind)
    part = next((part for part in parts_of(unit, lead) if part.referrer == to), None)
    hides = part.unnamed if part is not None else to == (lead.referrer if lead.unnamed else lead.gave_unnamed)
    change(lead, to, unnamed=hides, gave=part, texts=texts or {}, told=told)
    if part is not None:
        change(unit.lead(part.id), lead.referrer, unnamed=lead.unnamed, gave=lead, texts={}, told=_nobody)


def _credited(
    unit: Unit,
    lead: Lead,
    to: PersonId,
    *,
    by: PersonId,
    now: datetime,
    kind: str,
    unnamed: bool,
    gave: Lead | None,
    texts: Texts,
    told: Callable[[Entry], None],
) -> None:
    was, hid = lead.referrer, lead.referrer if lead.unnamed else lead.gave_unnamed
    left = replace(lead, logged_by=None, unnamed=unnamed, gave_unnamed=hid, muted=False, not_before=None)
    theirs = {name: getattr(gave, name) for name in GAVE} if gave else {"outside": "", "outside_email": ""}
    freed = replace(left, **theirs)
    unit.save(freed)
    facts: dict[str, str | int | None] = {"status": lead.status, "was": was}
    told(unit.record(freed, kind, actor=by, other=to, now=now, facts=facts, texts=texts))
    _hand_over(unit, freed, to, now=now)


def _check_heir(unit: Unit, lead: Lead, to: PersonId, by: PersonId) -> None:
    if by in {lead.referrer, to}:
        raise Refused("own_matter")
    if to == lead.referrer or (lead.part_of is not None and to in givers(unit, whole_of(unit, lead))):
        raise Refused("has_it_already", field="to")  # of a part, too: nobody has two shares of one lead
    if not unit.person(to).member:
        raise Refused("not_a_member", field="to", name=unit.person(to).name)


def _hand_over(unit: Unit, lead: Lead, to: PersonId, *, now: datetime) -> Lead:
    """Once the history says so: who has the credit now gets the receipt, and all that there is still to hear."""
    was = lead.referrer
    theirs = replace(unit.credit(lead, to), unrewarded=eligibility.of_lead(unit, lead, to))
    credited = ticking.anew(theirs, calendar(unit, to), now=now)
    unit.save(credited)
    wait_anew(unit, was, now=now)
    show_receipt(unit, credited, to, now=now, wait=timedelta())
    show_lead(unit, credited, now=now)
    say_again(unit, _behalf(credited, to), now=now)
    show_home(unit, unit.person(was), now=now)
    return credited
