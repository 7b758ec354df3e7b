"""The set-up's forms: channels, people, who manages whom, days off; each with its way back to plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.errors import Refused
from bot.ids import PersonId
from bot.leads import Kind
from bot.people import Role
from bot.setup import Place, Setup
from bot.show.setup import SetupView
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.messages.setup import setup
from handlers.slack.wording import line

Users = Mapping[PersonId, str]
"""The Slack user ids of people."""

DAYS, REPORTS = "days", "people"
DEPUTY = ":deputy"
MOST = 40
"""Managers in one form."""


def company_page(view: SetupView) -> Block:
    """All that the company has set, over whatever the admin was looking at."""
    return blocks.modal(line("button.company"), setup(view)[2:], callback=ids.COMPANY, close=line("form.close"))


def places_form(setup: Setup) -> Block:
    hint = line("setup.places.hint")
    fields = [
        inputs.field(
            place,
            line(f"setup.place.{place}"),
            inputs.channel(setup.places.get(place, ""), private=place is Place.HIRING),
            hint=hint,
        )
        for place in Place
    ]
    return _form(ids.PLACES, line("setup.places.title"), fields)


def read_places(values: Values) -> dict[Place, str | None]:
    """Channel ids as chosen; whether the bot may post there is still to be asked."""
    return {place: inputs.conversation(values, place) or None for place in Place}


@dataclass(frozen=True)
class PeopleTyped:
    """Slack user ids, as chosen."""

    roles: Mapping[Role, tuple[str, ...]]
    desks: Mapping[Kind, tuple[str, ...]]
    """The desk, then its deputy."""


def people_form(setup: Setup, users: Users) -> Block:
    return _form(
        ids.PEOPLE,
        line("setup.people.title"),
        [*(_role(role, setup, users) for role in Role), *(b for kind in Kind for b in _desk(kind, setup, users))],
    )


def _role(role: Role, setup: Setup, users: Users) -> Block:
    named = [users[person] for person in sorted(setup.roles.get(role, ())) if person in users]
    return inputs.field(
        role, line(f"setup.people.{role}"), inputs.persons(named), hint=line(f"setup.people.{role}.hint")
    )


def _desk(kind: Kind, setup: Setup, users: Users) -> list[Block]:
    named = [users[person] for person in setup.desks.get(kind, ()) if person in users]
    first, deputy = [*named, "", ""][:2]
    hint = line(f"setup.people.desk.{kind}.hint")
    return [
        inputs.field(f"desk.{kind}", line(f"setup.desk.{kind}"), inputs.person(first), hint=hint),
        inputs.field(f"desk.{kind}{DEPUTY}", line("setup.people.deputy"), inputs.person(deputy)),
    ]


def read_people(values: Values) -> PeopleTyped:
    desks = {
        kind: tuple(user for name in (f"desk.{kind}", f"desk.{kind}{DEPUTY}") if (user := inputs.user(values, name)))
        for kind in Kind
    }
    return PeopleTyped({role: inputs.users(values, role) for role in Role}, desks)


def reports_form(view: SetupView, users: Users) -> Block:
    """One list a manager; without managers a sentence that says what comes first."""
    managers = view.setup.roles.get(Role.MANAGER, frozenset())
    fields = [
        inputs.field(
            f"{REPORTS}:{person.id}",
            line("setup.reports.of", manager=person.name),
            inputs.persons([users[who] for who in sorted(view.setup.reports.get(person.id, ())) if who in users]),
            hint=line("setup.reports.hint"),
        )
        for person in view.people
        if person.id in managers
    ]
    title = line("setup.reports.title")
    if not fields:
        none = [blocks.section(line("setup.reports.none"))]
        return blocks.modal(title, none, callback=ids.REPORTS, close=line("form.close"))
    return _form(ids.REPORTS, title, fields[:MOST])


def read_reports(values: Values) -> dict[PersonId, tuple[str, ...]]:
    """Slack user ids of whom each manager manages."""
    found = {}
    for name in values:
        what, _, manager = name.partition(":")
        if what == REPORTS:
            found[PersonId(ids.whole(manager))] = inputs.users(values, name)
    return found


def days_form(setup: Setup) -> Block:
    listed = "\n".join(day.isoformat() for day in sorted(setup.days_off))
    return _form(
        ids.DAYS,
        line("setup.days.title"),
        [inputs.field(DAYS, line("setup.days.days"), inputs.typed(listed, long=True))],
    )


def read_days(values: Values) -> tuple[date, ...]:
    """Raises Refused("not_a_day") for the first line that is none."""
    words = inputs.text(values, DAYS).replace(",", " ").split()
    try:
        return tuple(sorted({date.fromisoformat(word) for word in words}))
    except ValueError:
        raise Refused("not_a_day", field=DAYS) from None


def _form(callback: str, title: str, fields: list[Block]) -> Block:
    return blocks.modal(title, fields, callback=callback, submit=line("form.save"), close=line("form.cancel"))
