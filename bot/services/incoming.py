"""An admin brings a list from the platform: it is tried first, and comes in when they say so, or is left."""

from datetime import datetime

from bot.answers import Answer
from bot.errors import NoSuchLead, Refused
from bot.ids import IncomingId, PersonId
from bot.importing import Duplicates
from bot.incoming import AT_WORK, FETCHED, Incoming, Phase, kept
from bot.notices import Arguments, Notice, person
from bot.saying import say
from bot.services.once import once
from bot.services.setup import check_admin
from bot.store import Store, Unit
from bot.values import replace

EXPIRED, UNFETCHED = Refused("list_expired"), Refused("not_fetched")


@once
def take_list(unit: Unit, name: str, reference: str, duplicates: Duplicates, *, by: PersonId, now: datetime) -> Answer:
    """It is fetched and tried next; `reference` is the platform's, of a file that this person brought.

    Raises Refused("not_admin"), or "list_at_work" where another one goes on at the moment.
    """
    check_admin(unit, by)
    _check_alone(unit)
    first = Incoming(IncomingId(0), by, now, name, reference, duplicates, Phase.FETCHING, due=now, until=now + FETCHED)
    show_list(unit, unit.add_incoming(first), now=now)
    return Answer("list_taken")


@once
def bring_list(unit: Unit, number: IncomingId, *, by: PersonId, now: datetime) -> Answer:
    """What was tried comes in from now on. Raises Refused("list_over") where that was decided before."""
    one = _decided(unit, number, by)
    _check_alone(unit)
    going = replace(one, phase=Phase.BRINGING, done=0, last=0, due=now, until=None)
    unit.save_incoming(going)
    show_list(unit, going, now=now)
    return Answer("list_bringing")


@once
def drop_list(unit: Unit, number: IncomingId, *, by: PersonId, now: datetime) -> Answer:
    """Nothing of it comes in, and what waited is erased."""
    end_list(unit, _decided(unit, number, by), Phase.LEFT, now=now)
    return Answer("list_left")


@once
def send_template(unit: Unit, *, by: PersonId, now: datetime) -> Answer:
    """A list to begin with, as a file."""
    check_admin(unit, by)
    key = f"template:{by}:{now.isoformat()}"
    unit.put(Notice(key, person(by), "template", {}, due=now, answers_a_click=True))
    return Answer("template_sent")


def _decided(unit: Unit, number: IncomingId, by: PersonId) -> Incoming:
    """Only whoever brought it decides, and only while they are an admin."""
    one = unit.incoming(number)
    if one.by != by:
        raise NoSuchLead
    if not unit.setup().is_admin(unit.person(by)):
        raise Refused("admin_no_more")
    if one.phase is not Phase.TRIED:
        raise Refused("list_over")
    return one


def _check_alone(unit: Unit) -> None:
    if unit.incoming_at_work():
        raise Refused("list_at_work")


def end_list(unit: Unit, one: Incoming, phase: Phase, why: Refused | None = None, *, now: datetime) -> None:
    """Nothing comes in of it any more: its rows go."""
    unit.erase_waiting(one.id)
    ended = replace(one, phase=phase, problem=kept(why), due=None, until=None)
    unit.save_incoming(ended)
    show_list(unit, ended, now=now)


def show_list(unit: Unit, one: Incoming, *, now: datetime) -> None:
    """How far it is, in the one message about it, to whoever brought it and is still with us."""
    if unit.person(one.by).deactivated:
        return
    say(unit, f"incoming:{one.id}", person(one.by), "incoming", {"incoming": one.id}, now=now)


def send_report(unit: Unit, one: Incoming, *, now: datetime) -> None:
    """What became of each row, or would, as a file."""
    about: Arguments = {"incoming": one.id, "phase": one.phase}
    key = f"incoming_report:{one.id}:{one.phase}:{one.at.isoformat()}"
    unit.put(Notice(key, person(one.by), "incoming_report", about, due=now, answers_a_click=True))


def end_waiting(store: Store, *, now: datetime, limit: int) -> int:
    """Lists that nobody decided about, or that the platform never gave us, go; so does what is left of those that are
    in."""
    with store.write() as unit:
        over = unit.incoming_over(now, limit=limit)
        for one in over:
            if one.phase is Phase.DONE:
                unit.erase_waiting(one.id)
                unit.save_incoming(replace(one, until=None))
            elif one.phase in AT_WORK:
                end_list(unit, one, Phase.FAILED, UNFETCHED, now=now)
            else:
                end_list(unit, one, Phase.LEFT, EXPIRED, now=now)
        return len(over)
