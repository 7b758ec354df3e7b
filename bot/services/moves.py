"""Moving a lead: one service over the one table, and its undo."""

from datetime import datetime

from bot import caring, moving, rights, ticking, touching, untaken
from bot.answers import Answer
from bot.carried import Carried
from bot.carrying import Carrying, Typed, carry
from bot.errors import Refused
from bot.history import UNDO, Entry, Fields, Texts
from bot.ids import LeadId, PersonId
from bot.leads import Lead
from bot.moves import Move
from bot.notices import State
from bot.people import Role
from bot.retelling import show_told
from bot.saying import (
    calendar,
    show_home,
    show_lead,
    show_owner,
    show_stuck,
    show_today,
    show_waiting,
)
from bot.services import apart, corrections, leaving, wins, withdrawing
from bot.services.once import once
from bot.services.standing import stands_to
from bot.store import Store, Unit
from bot.telling import Parts, key_of, tell_referrer, unsay

NOTHING = Typed()


@once
def move_lead(
    unit: Unit, lead_id: LeadId, move: Move, typed: Typed = NOTHING, *, by: PersonId, now: datetime
) -> Answer:
    """A move of the table, by its button or its form."""
    return make_move(unit, lead_id, move, typed, by=by, now=now)


def make_move(unit: Unit, lead_id: LeadId, move: Move, typed: Typed, *, by: PersonId, now: datetime) -> Answer:
    """Make the move in this transaction. Raises Refused with what is true now, or with the field that is wrong."""
    lead, actor, setup = unit.lead(lead_id), unit.person(by), unit.setup()
    stands = stands_to(unit, actor, lead)
    if move.name == "withdraw" and rights.may_ask_back(lead, stands):
        return withdrawing.ask_back(unit, lead, by=by, now=now)
    rights.check(move, lead, stands, setup)
    if move.name == "withdraw":
        lead = apart.go_on_without(unit, lead, by=by, now=now)
    given = carry(move, lead.kind, typed, today=calendar(unit, by).today(now))
    _check_new_owner(unit, lead, given)
    texts = {what: unit.write_text(lead.id, words) for what, words in given.texts.items()}
    after = moving.apply(move, lead, given, by=by, marketing=setup.anyone(Role.MARKETER), now=now)
    after = leaving.freed(unit, lead, moving.with_step(after, texts.get("step"), given.on))
    after = ticking.moved(unit, after, move, by=by, now=now)
    if move.name == "wait" and given.on is not None:
        after = ticking.not_before(unit, after, calendar(unit, by).wakes(given.on))
    after = untaken.followed(unit, lead, after, move, now=now)
    after = caring.followed(unit, lead, after, move, given, now=now)
    parts = Parts(unit, after, move, by=by, now=now)
    entry = _record(unit, lead, after, move, given, texts, parts, by=by, now=now)
    parts.follow(entry)
    _say(unit, lead, after, entry, now=now)
    warned = touching.after(unit, move, after, by, now)
    facts = {"kind": lead.kind, "win": entry.win, **_away(unit, given.owner), **warned}
    return Answer(move.name, lead.id, undo=entry.id, facts=facts)


def _away(unit: Unit, owner: PersonId | None) -> dict[str, str]:
    """Whoever gets it is away: until when, and who looks after it meanwhile."""
    setup = unit.setup()
    if owner is None or owner not in setup.away:
        return {}
    cover = unit.person(setup.present(owner)).name
    return {"name": unit.person(owner).name, "on": setup.away[owner].until.isoformat(), "cover": cover}


def _check_new_owner(unit: Unit, lead: Lead, given: Carrying) -> None:
    """Whoever gets a lead is a full member who may see it and, where people are named for its kind, one of them."""
    if given.owner is None:
        return
    person, setup = unit.person(given.owner), unit.setup()
    if person.id == lead.owner:
        raise Refused("already_theirs", field=Carried.OWNER, name=person.name)
    workers = setup.workers(lead.kind)
    if not person.member or (workers and person.id not in workers and not setup.is_desk(person, lead.kind)):
        raise Refused("cannot_take_it", field=Carried.OWNER, name=person.name)


def _record(
    unit: Unit,
    before: Lead,
    after: Lead,
    move: Move,
    given: Carrying,
    texts: Texts,
    parts: Parts,
    *,
    by: PersonId,
    now: datetime,
) -> Entry:
    """Save the lead with its history entry, and the win where it is one."""
    win = wins.of_move(unit, before, move, given, texts, by=by, now=now)
    unit.save(after)
    return unit.record(
        after,
        move.name,
        actor=by,
        now=now,
        before={**moving.changed(before, after), **parts.were},
        facts=_facts(after, given),
        texts=texts,
        other=given.owner,
        win=win.id if win else None,
        group=_open_group(unit, before),
    )


def _facts(after: Lead, given: Carrying) -> Fields:
    """What came of it, in codes and days."""
    facts: dict[str, str | int | None] = {"status": after.status, "kind": after.kind}
    facts |= {"reason": given.reason} if given.reason else {}
    facts |= {"on": given.on.isoformat()} if given.on else {}
    facts |= {"agrees": 1} if given.agrees else {}
    return facts | ({"knows_source": 1} if given.knows_source else {})


def _open_group(unit: Unit, lead: Lead) -> int | None:
    """The group whose message still waits: what happens until then is told in the same one."""
    last = unit.entries(lead.id, last=1)
    notice = unit.notice_by_key(key_of(lead, last[-1].group)) if last else None
    return last[-1].group if notice and notice.state is State.WAITING else None


def _say(unit: Unit, before: Lead, lead: Lead, entry: Entry, *, now: datetime) -> None:
    """Everything that shows the lead shows it; the new owner and the referrer hear of it once it can stand."""
    show_lead(unit, lead, now=now)
    show_told(unit, lead, now=now)
    _show_actor(unit, before, lead, entry, now=now)
    show_it_waits(unit, before, lead, now=now)
    if lead.owner is not None and lead.owner != before.owner:
        _show_owner(unit, lead, lead.owner, entry, now=now)
        corrections.hand_on(unit, lead, now=now)
        withdrawing.hand_on(unit, lead, now=now)
    if before.owner is not None and before.owner != lead.owner:
        show_home(unit, unit.person(before.owner), now=now)
    untaken.offer(unit, before, lead, now=now)
    if entry.win is not None:
        wins.say(unit, unit.win(entry.win), now=now)
    if entry.kind == "win":
        unsay(unit, lead, entry.group)  # the win tells them all
    else:
        tell_referrer(unit, before, lead, entry, now=now)


def show_it_waits(unit: Unit, before: Lead, lead: Lead, *, now: datetime) -> None:
    """Those who might take it, of the kind that it was too, see whether it waits."""
    if None in {before.owner, lead.owner}:
        show_waiting(unit, lead, now=now)
        if before.kind is not lead.kind:
            show_waiting(unit, before, now=now)


def _show_owner(unit: Unit, lead: Lead, owner: PersonId, entry: Entry, *, now: datetime) -> None:
    """Whoever got it; and who covers for them, where they are away and hear of it on their return."""
    for reader in {owner, unit.setup().present(owner)}:
        show_owner(unit, lead, reader, now=now, wait=UNDO if reader != entry.actor else None)


def _show_actor(unit: Unit, before: Lead, lead: Lead, entry: Entry, *, now: datetime) -> None:
    """The messages of a morning, of whoever had the lead or manages them, say what has become of it."""
    if entry.actor != lead.owner:
        show_today(unit, entry.actor, now=now)
    if entry.actor != before.owner:
        show_stuck(unit, entry.actor, now=now)


def refresh(store: Store, lead_id: LeadId, *, now: datetime) -> None:
    """Somebody was told that a lead is not as they saw it: all that shows it is shown anew."""
    with store.write() as unit:
        show_lead(unit, unit.lead(lead_id), now=now, afresh=True)
