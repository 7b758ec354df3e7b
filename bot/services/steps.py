"""The steps of the set-up that are no setting: trying it out, skipping, and that the command was heard."""

from datetime import datetime

from bot import notices
from bot.answers import Answer
from bot.errors import Refused
from bot.ids import PersonId
from bot.notices import Arguments
from bot.saying import say, show_home
from bot.services.once import once
from bot.services.setup import check_admin
from bot.setup import Mark, Place
from bot.show.setup import TRIAL
from bot.store import Unit


@once
def send_trial(unit: Unit, *, by: PersonId, now: datetime) -> Answer:
    """Show in the leads' channel what a lead will look like there; no lead is stored."""
    check_admin(unit, by)
    if Place.LEADS not in unit.setup().places:
        raise Refused("no_channel_yet")
    _say(unit, {"by": by}, now=now)
    _mark(unit, Mark.TRIAL_SENT, by=by, now=now)
    return Answer("trial_sent")


@once
def remove_trial(unit: Unit, *, by: PersonId, now: datetime) -> Answer:
    """Its reader saw it there, and so did we: it is taken away, and the set-up has proved to work."""
    check_admin(unit, by)
    sent = unit.notice_by_key(TRIAL)
    if sent is None or not sent.receipt:
        raise Refused("not_shown_yet")
    _say(unit, {"by": by, "gone": True}, now=now)
    _mark(unit, Mark.TESTED, by=by, now=now)
    return Answer("trial_removed")


@once
def skip_managers(unit: Unit, *, by: PersonId, now: datetime) -> Answer:
    """Nobody is to be manager: the lead desk stands in."""
    check_admin(unit, by)
    _mark(unit, Mark.NO_MANAGERS, by=by, now=now)
    return Answer("managers_skipped")


@once
def hear_command(unit: Unit, *, by: PersonId, now: datetime) -> Answer:
    """Somebody used the command: so it is ours, and no other app's."""
    if Mark.HEARD not in unit.setup().marks:
        _mark(unit, Mark.HEARD, by=by, now=now)
    return Answer("command_heard")


def _say(unit: Unit, args: Arguments, *, now: datetime) -> None:
    say(unit, TRIAL, notices.place(Place.LEADS), "trial", args, now=now)


def _mark(unit: Unit, mark: Mark, *, by: PersonId, now: datetime) -> None:
    unit.set(f"mark.{mark}", value=True, by=by, now=now)
    for person in unit.members():
        if unit.setup().is_admin(person):
            show_home(unit, person, now=now)
