"""Who has the credit: a colleague, where somebody logs a lead for them; and how these leave it to who logged it."""

from datetime import datetime, timedelta

from bot import notices, rights, ticking
from bot.answers import Answer
from bot.errors import Refused
from bot.gathering import wait_anew
from bot.ids import LeadId, PersonId
from bot.leads import Lead
from bot.saying import calendar, say, say_again, show_home, show_lead, show_receipt
from bot.services.once import once
from bot.store import Unit
from bot.values import replace


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
    unit.record(left, "credit_left", actor=by, other=heir, now=now, facts={"status": lead.status})
    credited = ticking.anew(unit.credit(left, heir), calendar(unit, heir), now=now)
    unit.save(credited)
    wait_anew(unit, by, now=now)  # what of it they were still to hear is told to who has the credit now
    show_receipt(unit, credited, heir, now=now, wait=timedelta())
    show_lead(unit, credited, now=now)
    say_again(unit, _behalf(credited, heir), now=now)
    show_home(unit, unit.person(by), now=now)
    return Answer("credit_left", facts={"number": lead.id, "name": unit.person(heir).name})
