"""Setting the company up: channels, roles, the lead desk, days off; each change is kept with who made it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot import untaken
from bot.answers import Answer
from bot.digests import next_digest
from bot.errors import Refused
from bot.ids import PersonId
from bot.leads import Kind, Status
from bot.parking import mend_place
from bot.people import Role
from bot.saying import calendar, show_home, show_lead
from bot.services.once import once
from bot.setup import Place, Weekly
from bot.store import Unit
from bot.texts import line

WAITING = (Status.NEW, Status.QUALIFYING, Status.SALES_READY)
TEAM = 60
"""So long a team's name may be."""
REFRESHED = 200
"""How many waiting leads' cards follow a change of the settings at once."""


@once
def set_places(unit: Unit, places: Mapping[Place, str | None], *, by: PersonId, now: datetime) -> Answer:
    """Which channels are for what; references are the front's own, and the front has checked that it may post there."""
    check_admin(unit, by)
    held, wrong = unit.setup().places, False
    for place, reference in places.items():
        if reference != held.get(place):
            unit.set(f"place.{place}", reference, by=by, now=now)
            wrong |= mend_place(unit, place, now=now)
    return saved(unit, by=by, now=now, afresh=wrong)


@once
def set_people(
    unit: Unit,
    roles: Mapping[Role, Sequence[PersonId]],
    desks: Mapping[Kind, Sequence[PersonId]],
    *,
    by: PersonId,
    now: datetime,
) -> Answer:
    """Who is rep, recruiter, marketer, manager, admin; and the lead desk of each kind: one person, then the deputy.

    An empty list means that nobody is named.
    """
    check_admin(unit, by)
    held, before = unit.setup(), untaken.lookers(unit)
    for role, people in roles.items():
        _check_members(unit, people, field=role)
        if set(people) != held.roles.get(role, frozenset()):
            unit.set(f"role.{role}", sorted(set(people)), by=by, now=now)
    for kind, people in desks.items():
        _check_members(unit, people, field=f"desk.{kind}")
        if (named := tuple(dict.fromkeys(people))) != held.desks.get(kind, ()):
            unit.set(f"desk.{kind}", named or None, by=by, now=now)
    untaken.look_anew(unit, before, now=now)
    return saved(unit, by=by, now=now)


@once
def set_reports(unit: Unit, reports: Mapping[PersonId, Sequence[PersonId]], *, by: PersonId, now: datetime) -> Answer:
    """Whom each manager manages; nobody named means everybody."""
    check_admin(unit, by)
    held = unit.setup().reports
    for manager, people in reports.items():
        _check_members(unit, [manager, *people], field="people")
        if set(people) != held.get(manager, frozenset()):
            unit.set(f"reports.{manager}", sorted(set(people)) or None, by=by, now=now)
    return saved(unit, by=by, now=now)


@once
def set_digest(
    unit: Unit,
    weekly: Weekly,
    field: str,
    teams: Sequence[tuple[str, Sequence[PersonId]]],
    *,
    by: PersonId,
    now: datetime,
) -> Answer:
    """When it comes, and whence it knows where people work: a field of the platform's profile, teams, or neither."""
    check_admin(unit, by)
    held, named = unit.setup(), _teams(unit, teams)
    values = {
        "digest": ({"day": weekly.day, "hour": weekly.hour.isoformat("minutes")}, weekly != held.digest),
        "profile_field": (field or None, field != held.profile_field),
        "teams": (named or None, named != {name: sorted(people) for name, people in held.teams.items()}),
    }
    for key, (value, changed) in values.items():
        if changed:
            unit.set(key, value, by=by, now=now)
    _reckon_digests(unit, weekly, now=now)
    return saved(unit, by=by, now=now)


def _teams(unit: Unit, teams: Sequence[tuple[str, Sequence[PersonId]]]) -> dict[str, list[PersonId]]:
    """A team that stands there twice is one; one without people is none."""
    named: dict[str, set[PersonId]] = {}
    for at, (name, people) in enumerate(teams):
        _check_members(unit, people, field=f"people:{at}")
        if people:
            named.setdefault(line(name, field=f"team:{at}", most=TEAM, required=True), set()).update(people)
    return {name: sorted(people) for name, people in named.items()}


def _reckon_digests(unit: Unit, weekly: Weekly, *, now: datetime) -> None:
    """Whoever had one this week already gets no second one: its name is the week's."""
    for person, (one, _) in unit.digests().items():
        following = next_digest(calendar(unit, person), now, weekly)
        unit.schedule_digest(person, one.zone, following, was=one.zone)


def check_admin(unit: Unit, by: PersonId) -> None:
    if not unit.setup().is_admin(unit.person(by)):
        raise Refused("not_admin")


def _check_members(unit: Unit, people: Sequence[PersonId], *, field: str) -> None:
    for person in unit.people(people).values():
        if not person.member:
            raise Refused("not_a_member", field=field, name=person.name)


def saved(unit: Unit, *, by: PersonId, now: datetime, afresh: bool = False) -> Answer:
    """What waits for somebody is shown anew: who may take it, and where it stands, may have changed.

    `afresh` where nobody sees any more what was shown.
    """
    for kind in Kind:
        for lead in unit.untaken(kind, WAITING, limit=REFRESHED).items:
            show_lead(unit, lead, now=now, afresh=afresh)
    for person in unit.members():
        show_home(unit, person, now=now)
    return Answer("setup_saved", facts={"by": by})
