"""Leads about the same person: the second to give it is a co-referrer, and nobody's lead is swallowed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from bot import clocks, moving, rights, untaken, windows
from bot.answers import Answer
from bot.errors import NoSuchLead, Refused
from bot.history import UNDO
from bot.ids import LeadId, PersonId
from bot.joining import GAVE_TOO, JOINED, givers, joined, parts_of, whole_of
from bot.leads import Given, Kind, Lead
from bot.matching import Known, Link, matches
from bot.notices import Arguments
from bot.retelling import show_told
from bot.saying import calendar, desk_key, say_again, show_lead, show_linked, show_waiting, tell
from bot.services.once import once
from bot.services.splits import lapse
from bot.services.standing import stands_to
from bot.services.wins import owner_or_desk
from bot.store import Reading, Unit
from bot.values import replace

LINKED = 5
"""To so many leads of its company a lead is linked: the newest ones."""
KNOWN = "known_already"
Links = Mapping[LeadId, Link]
AT_ONCE = timedelta()


def like(unit: Reading, given: Given, *, but: LeadId | None = None) -> Links:
    """The leads that it is like, each as a whole; the same ones first, then the oldest."""
    return among(given, [one for one in unit.comparable(given) if but is None or but not in {one.id, one.part_of}])


def among(given: Given, known: Iterable[Known]) -> Links:
    """Those of the known ones that it is like."""
    known = tuple(known)
    found = matches(given, known)
    wholes = {one.id: one.part_of or one.id for one in known} if found else {}
    links: dict[LeadId, Link] = {}
    for match in found:
        links.setdefault(wholes[match.lead], match.link)
    return links


def whole_for(
    unit: Reading, given: Given, links: Links, referrer: PersonId, *, by: PersonId, sure: bool, now: datetime
) -> Lead | None:
    """The lead that what they give becomes a part of, if there is one that still counts as its givers'; `by` logs it.

    Raises Refused("known_already") where they gave that one themselves, or work it; unless it is `sure` that this is
    another.
    """
    same = [*_same(unit, given, links)]
    theirs = next((lead for lead in same if _is_theirs(unit, lead, referrer)), None)
    if theirs is not None and not sure:
        whose = unit.person(referrer).name if referrer != by else None
        raise Refused(KNOWN, field="name", number=theirs.id, title=theirs.title, referrer=whose)
    return None if theirs else next((lead for lead in same if not windows.is_over(unit, lead, now=now)), None)


def _is_theirs(unit: Reading, lead: Lead, who: PersonId) -> bool:
    return who == lead.owner or who in givers(unit, lead)


def _same(unit: Reading, given: Given, links: Links) -> Iterator[Lead]:
    """Those that somebody may still win: what ended is history, and a candidate is for who hires to judge."""
    for number, link in links.items():
        if link is Link.SAME and given.kind is Kind.SALES:
            lead = unit.lead(number)
            if lead.kind is Kind.SALES and lead.open and not lead.withheld:
                yield lead


def remember(unit: Unit, lead: Lead, links: Links, *, now: datetime) -> None:
    """What it is like, so that each of them shows the other."""
    _tell_given_anew(unit, lead, [number for number, link in links.items() if link is Link.SAME], now=now)
    show_linked(unit, link_up(unit, lead, links, now=now), now=now)


def link_up(unit: Unit, lead: Lead, links: Links, *, now: datetime) -> tuple[LeadId, ...]:
    """Returns what it is linked to."""
    same = [number for number, link in links.items() if link is Link.SAME]
    company = sorted(number for number, link in links.items() if link is Link.COMPANY)
    linked = (*same[:LINKED], *company[-LINKED:])
    for number in linked:
        unit.link(lead.id, number, links[number], now=now)
    return linked


def _tell_given_anew(unit: Unit, lead: Lead, same: Iterable[LeadId], *, now: datetime) -> None:
    """Those who gave it before, and of whom it counts as given no longer."""
    before = [unit.lead(number) for number in same] if lead.kind is Kind.SALES else []
    for one in before:
        if one.open and not one.withheld and one.referrer != lead.referrer and windows.is_over(unit, one, now=now):
            for gave in (each for each in (one, *parts_of(unit, one)) if each.referrer != lead.referrer):
                about: Arguments = {"lead": gave.id, "other": lead.id}
                tell(unit, f"anew:{gave.id}:{lead.id}", gave.referrer, "given_anew", about, now=now, wait=AT_ONCE)


def added_to(unit: Unit, whole: Lead, lead: Lead, *, by: PersonId, now: datetime) -> Lead:
    """What was logged just now, by `by`, as a part. Whoever has the whole hears, and who gave it first."""
    part = _promised(unit, joined(lead, whole), now=now)
    unit.save(part)
    _count(unit, whole, part, by=by, now=now)
    _tell_of(unit, whole, part, now=now)
    return part


def _promised(unit: Unit, part: Lead, *, now: datetime) -> Lead:
    """By when its giver hears: as of any new lead, or once it is worked within the usual time."""
    days = calendar(unit, part.referrer)
    first = part.owner is None and part.open and not part.muted
    return replace(
        part, promise_due=clocks.first_word_due(days, now) if first else clocks.next_promise(part, days, now)
    )


def _count(unit: Unit, whole: Lead, part: Lead, *, by: PersonId, now: datetime, more: int = 0) -> Lead:
    """`more`: so many parts came with it."""
    counted = untaken.woken(unit, replace(whole, parts=whole.parts + 1 + more), now=now)
    unit.save(counted)
    other = part.referrer if part.referrer != by else None
    unit.record(counted, GAVE_TOO, actor=by, other=other, now=now, facts={"status": whole.status, "part": part.id})
    show_lead(unit, counted, now=now)
    show_told(unit, counted, now=now)
    show_waiting(unit, counted, now=now)
    return counted


def _tell_of(unit: Unit, whole: Lead, part: Lead, *, now: datetime, wait: timedelta = AT_ONCE) -> None:
    """Who has it, what is new; who gave it, that somebody stands beside them."""
    about: Arguments = {"lead": whole.id, "part": part.id}
    others = owner_or_desk(unit, whole) - {part.referrer, whole.referrer} if whole.owner is not None else frozenset()
    for reader in others:
        tell(unit, f"gave_too:{part.id}:{reader}", reader, "gave_too", about, now=now, wait=wait)
    tell(unit, f"beside:{part.id}:{whole.id}", whole.referrer, "beside", about, now=now, wait=wait)


@once
def join_leads(unit: Unit, lead_id: LeadId, into: LeadId, *, by: PersonId, now: datetime) -> Answer:
    """The two are about the same, says who answers for such leads: the one goes on as a part of the other.

    Raises as `rights.check_join`; Refused("no_such_number" | "same_lead" | "other_kind" | "ended") under its field.
    """
    lead, whole = _to_join(unit, lead_id, into, by)
    lapse(unit, lead, by=by, now=now)
    lead = unit.lead(lead.id)
    came = parts_of(unit, lead)
    after = replace(_promised(unit, joined(lead, whole), now=now), parts=0)
    unit.save(after)
    parts = " ".join(str(part.id) for part in came)
    facts: dict[str, str | int | None] = {"status": whole.status, "into": whole.id, "parts": parts}
    entry = unit.record(after, JOINED, actor=by, now=now, before=moving.changed(lead, after), facts=facts)
    for part in came:
        unit.save(joined(part, whole))
    unit.link(lead.id, whole.id, Link.SAME, by=by, now=now)
    whole = _count(unit, whole, after, by=by, now=now, more=len(came))
    _show_joined(unit, lead, after, now=now)
    if after.referrer != by:
        tell(unit, f"joined:{lead.id}:{entry.id}", after.referrer, "joined", {"lead": lead.id}, now=now)
    _tell_of(unit, whole, after, now=now, wait=UNDO)
    return Answer("joined", lead.id, undo=entry.id, facts={"number": whole.id})


def _to_join(unit: Unit, lead_id: LeadId, into: LeadId, by: PersonId) -> tuple[Lead, Lead]:
    lead, person = unit.lead(lead_id), unit.person(by)
    rights.check_join(lead, stands_to(unit, person, lead))
    whole = _typed(unit, into)
    if whole is None or whole.withheld or not rights.may_see(whole, stands_to(unit, person, whole)):
        raise Refused("no_such_number", field="into")
    if whole.id == lead_id:
        raise Refused("same_lead", field="into")
    if whole.kind is not lead.kind:
        raise Refused("other_kind", field="into")
    if not whole.open:
        raise Refused("ended", field="into")
    return lead, whole


def _typed(unit: Unit, number: LeadId) -> Lead | None:
    """What somebody typed for a lead's number may be anything."""
    try:
        return whole_of(unit, unit.lead(number))
    except NoSuchLead:
        return None


def _show_joined(unit: Unit, before: Lead, part: Lead, *, now: datetime) -> None:
    """What showed it as a lead of its own says where it goes on."""
    show_lead(unit, part, now=now)
    show_waiting(unit, before, now=now)
    for key in unit.keys(desk_key(before)) if before.desk_at else ():
        say_again(unit, key, now=now)
