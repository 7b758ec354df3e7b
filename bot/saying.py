"""How a service says something: the reader's day decides when, unless it answers their own click."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from bot import notices, offers, rights
from bot.calendars import Calendar, calendar_of
from bot.clocks import at_milestones
from bot.history import UNDO
from bot.ids import LeadId, PersonId
from bot.importing import dormant
from bot.joining import parts_of
from bot.leads import Kind, Lead
from bot.moves import Move
from bot.notices import TOGETHER, Arguments, Notice
from bot.people import Person, Role
from bot.setup import Place, Setup
from bot.store import Reading, Unit
from bot.values import replace

SHOWN_TO = 100
"""So many App Homes follow at once what waits for somebody; the others do when they are opened."""


ASKS = frozenset(
    {
        *("asked", "correction", "offer_asked", "offered", "owned", "suggested", "today"),
        *("withdraw_asked", "words_wanted"),
    }
)
"""What waits for whoever is away."""


def calendar(unit: Reading, person: PersonId) -> Calendar:
    return calendar_of(unit.setup(), person, unit.person(person).zone)


def say(unit: Unit, key: str, address: str, intent: str, args: Arguments, *, now: datetime) -> None:
    """Say it at once, whatever the hour: it stands in a channel, or it answers a click of its reader."""
    unit.put(Notice(key, address, intent, args, due=now, answers_a_click=True))


def tell(
    unit: Unit,
    key: str,
    reader: PersonId,
    intent: str,
    args: Arguments,
    *,
    now: datetime,
    wait: timedelta = UNDO,
    until: datetime | None = None,
) -> datetime:
    """Tell a person who did not ask, when they are awake and the move can no longer be undone; returns when."""
    due = _asked_on_return(unit, reader, intent, calendar(unit, reader).awake(now + wait))
    if unit.person(reader).deactivated:
        return due
    unit.put(Notice(key, notices.person(reader), intent, args, due=due, until=until))
    return due


def tell_giver(unit: Unit, key: str, lead: Lead, intent: str, args: Arguments, *, now: datetime) -> None:
    """Tell whoever gave the lead what a person did or said: when `told_at` says, which follows from their terms.

    What is not told at once is told together with all else of theirs.
    """
    at_once = calendar(unit, lead.referrer).awake(now + UNDO)
    due = max(at_once, lead.told_at or at_once)
    marked = {**args, TOGETHER: True} if due > at_once else args
    tell(unit, key, lead.referrer, intent, marked, now=now, wait=due - now)


def hears_of(unit: Reading, move: Move, lead: Lead) -> bool:
    """Whether whoever gave the lead is told of this move; the lead as it was before."""
    return move.tells and (move.milestone or not at_milestones(lead, calendar(unit, lead.referrer)))


def _asked_on_return(unit: Unit, reader: PersonId, intent: str, due: datetime) -> datetime:
    """Nobody is asked anything while they are away."""
    away = unit.setup().away.get(reader)
    return max(due, away.back) if away and intent in ASKS else due


def show_lead(unit: Unit, lead: Lead, *, now: datetime, afresh: bool = False) -> None:
    """Have all that shows this lead show it as it is now: cards, threads, receipts, owner's message, homes."""
    setup, all_of_it = unit.setup(), {one.id: one for one in (lead, *parts_of(unit, lead))}
    _show_cards(unit, lead, setup, now=now, afresh=afresh)
    _show_desk(unit, lead, now=now)
    receipts = (f"receipt:{number}:" for number in all_of_it)
    for key in unit.keys(f"owned:{lead.id}:", *receipts, going=True):  # who sleeps sees it in the morning
        what, number, reader = key.split(":")
        show = show_owner if what == "owned" else show_receipt
        show(unit, all_of_it[LeadId(int(number))], PersonId(int(reader)), now=now)
    for key in unit.keys(f"offer:{lead.id}:") if offers.made(lead) else ():
        say_again(unit, key, now=now)
    for person in {lead.owner or lead.referrer, *(one.referrer for one in all_of_it.values())}:
        show_home(unit, unit.person(person), now=now)
    if lead.owner is not None:
        show_today(unit, lead.owner, now=now)
    _show_boards(unit, setup, now=now)
    show_linked(unit, unit.links(lead.id), now=now)
    if lead.part_of is not None:
        show_lead(unit, unit.lead(lead.part_of), now=now)


def show_linked(unit: Unit, numbers: Iterable[LeadId], *, now: datetime) -> None:
    """What shows leads that are linked to one says how that one is now."""
    shown = [f"{what}:{number}:" for number in numbers for what in ("detail:card", "owned", "receipt")]
    for key in unit.keys(*shown, going=True) if shown else ():
        say_again(unit, key, now=now)


def _show_cards(unit: Unit, lead: Lead, setup: Setup, *, now: datetime, afresh: bool) -> None:
    addresses = card_addresses(unit, lead, setup) if lead.part_of is None and not dormant(lead) else ()
    keys = {notices.card_key(lead.id, where): where for where in addresses}
    for key in unit.keys(f"card:{lead.id}:"):
        keys.setdefault(key, key.split(":", 2)[2])
    for key, where in keys.items():
        card = Notice(key, where, "card", {"lead": lead.id, "where": where}, due=now, answers_a_click=True)
        unit.put(card, afresh=afresh)
        say(unit, f"detail:{key}", notices.thread_of(key), "detail", {"lead": lead.id, "where": where}, now=now)


def show_thread(unit: Unit, key: str, *, now: datetime) -> None:
    """The message with this key stands elsewhere now: what stood under it follows."""
    for below in unit.keys(f"detail:{key}"):
        notice = unit.notice_by_key(below)
        if notice is not None:
            unit.put(replace(notice, due=now, answers_a_click=True), afresh=True)


def _show_boards(unit: Unit, setup: Setup, *, now: datetime) -> None:
    """Managers see in App Home how many leads stand where, and what they look for among them."""
    for person in unit.lookers(setup.roles.get(Role.MANAGER, frozenset()), limit=SHOWN_TO):
        show_home(unit, person, now=now)


def show_waiting(unit: Unit, lead: Lead, *, now: datetime) -> None:
    """Those who might take it see in App Home that it waits, or no longer; so does the message that suggested it."""
    for key in unit.keys(f"suggested:{lead.id}:"):
        if not unit.person(PersonId(int(key.rsplit(":", 1)[1]))).deactivated:
            say_again(unit, key, now=now)
    for person in unit.lookers(_takers(unit, lead.kind), limit=SHOWN_TO):
        show_home(unit, person, now=now)


def _takers(unit: Reading, kind: Kind) -> frozenset[PersonId] | None:
    """Who is named to, with the marketers and the desk; else whoever may, which for sales is everybody."""
    setup = unit.setup()
    if kind is Kind.SALES and not setup.workers(kind):
        return None
    marketers = setup.roles.get(Role.MARKETER, frozenset()) if kind is Kind.SALES else frozenset()
    return setup.workers(kind) | marketers | desk(unit, kind)


def _show_desk(unit: Unit, lead: Lead, *, now: datetime) -> None:
    """The message in which the desk got it."""
    for key in unit.keys(desk_key(lead)) if lead.desk_at else ():
        say_again(unit, key, now=now)


def desk_key(lead: Lead) -> str:
    """How the names begin of the messages in which the desk got it."""
    return f"desk:{lead.desk_at.isoformat() if lead.desk_at else ''}:"


def say_again(unit: Unit, key: str, *, now: datetime) -> None:
    """Have what was said say what is true now; what was not said yet will, in its time."""
    notice = unit.notice_by_key(key)
    if notice is not None and notice.stands:
        unit.put(replace(notice, due=now))


def show_receipt(unit: Unit, lead: Lead, reader: PersonId, *, now: datetime, wait: timedelta | None = None) -> None:
    """What whoever has the credit for a lead keeps: one for each who ever had it."""
    _show(unit, f"receipt:{lead.id}:{reader}", "receipt", lead, reader, now=now, wait=wait)


def show_owner(unit: Unit, lead: Lead, owner: PersonId, *, now: datetime, wait: timedelta | None = None) -> None:
    """The owner's message about a lead: one for each person who ever had it, or got it for somebody who is away."""
    _show(unit, f"owned:{lead.id}:{owner}", "owned", lead, owner, now=now, wait=wait)


def _show(
    unit: Unit, key: str, intent: str, lead: Lead, reader: PersonId, *, now: datetime, wait: timedelta | None
) -> None:
    """At once, or where there is a `wait` when they are awake."""
    about: Arguments = {"lead": lead.id, "person": reader}
    if wait is None:
        say(unit, key, notices.person(reader), intent, about, now=now)
    else:
        tell(unit, key, reader, intent, about, now=now, wait=wait)


def today_key(person: PersonId, day: date) -> str:
    """The name of somebody's *Your leads today*."""
    return f"today:{person}:{day.isoformat()}"


def show_today(unit: Unit, person: PersonId, *, now: datetime) -> None:
    """What was said in the last morning says what has become of it."""
    last = unit.keys(f"today:{person}:")[-1:]
    notice = unit.notice_by_key(last[0]) if last else None
    if notice is not None and notice.stands:
        unit.put(replace(notice, due=now, until=None, answers_a_click=True))


def show_stuck(unit: Unit, person: PersonId, *, now: datetime) -> None:
    """What a manager was last asked to help with says what has become of it."""
    for key in unit.keys(f"escalated:{person}:")[-1:]:
        say_again(unit, key, now=now)


def show_home(unit: Unit, person: Person, *, now: datetime) -> None:
    if person.home_opened:
        say(unit, f"home:{person.id}", notices.home(person.id), "home", {"person": person.id}, now=now)


def card_addresses(unit: Reading, lead: Lead, setup: Setup) -> tuple[str, ...]:
    """Where the lead's card stands: a candidate's never in a public channel."""
    if lead.kind is Kind.SALES:
        return (notices.place(Place.LEADS),)
    if Place.HIRING in setup.places:
        return (notices.place(Place.HIRING),)
    return tuple(notices.person(who) for who in sorted(setup.workers(Kind.TALENT) or desk(unit, Kind.TALENT)))


def desk(unit: Reading, kind: Kind) -> frozenset[PersonId]:
    """The lead desk of a kind, or all who stand in."""
    setup = unit.setup()
    if people := setup.desk(kind):
        there = [person for person in people if person not in setup.away] or [setup.present(people[0])]
        return frozenset(there[:1] if kind in setup.desks else there)
    return frozenset(person.id for person in unit.admins(setup.roles.get(Role.ADMIN, frozenset())))


def privacy_desk(unit: Reading, kind: Kind) -> frozenset[PersonId]:
    """Who answers whom leads of this kind are about, and is there."""
    setup = unit.setup()
    named = setup.roles.get(Role.PRIVACY, frozenset())
    there = frozenset(who for who, person in unit.people(named).items() if person.member)
    return there or desk(unit, kind)


def managers(unit: Reading, about: PersonId, kind: Kind) -> frozenset[PersonId]:
    """Who is "the manager" of somebody."""
    setup = unit.setup()
    return frozenset(person.id for person in unit.members() if rights.manages(person, about, kind, setup))
