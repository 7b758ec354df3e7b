"""The form for where people work: a field of Slack's profiles, or teams by name."""

from collections.abc import Sequence

from bot.setup import Setup
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.views.setup_forms import Users
from handlers.slack.wording import line

FIELD, TEAM, PEOPLE = "field", "team", "people"
MORE, MOST = 3, 20
"""So many teams can be added at once, and so many one form holds: two inputs each."""
Typed = tuple[str, tuple[str, ...]]
"""A team's name, and the user ids of its people."""


def department_form(setup: Setup, users: Users, fields: Sequence[tuple[str, str]]) -> Block:
    """The field is asked for only if Slack tells of any; to take a team away its people are taken out."""
    hint = line("departments.field.hint")
    asked = inputs.field(FIELD, line("departments.field"), inputs.select(fields, setup.profile_field), hint=hint)
    said = blocks.section(line("departments.says" if fields else "departments.says.teams"))
    teams = [*setup.teams.items(), *[("", frozenset())] * MORE][:MOST]
    shown = [
        block
        for at, (name, people) in enumerate(teams)
        for block in _team(at, name, [users[person] for person in sorted(people) if person in users])
    ]
    parts = [said, *([asked] if fields else []), *shown]
    return blocks.modal(
        line("departments.title"), parts, callback=ids.DEPARTMENTS, submit=line("form.save"), close=line("form.cancel")
    )


def _team(at: int, name: str, people: Sequence[str]) -> list[Block]:
    number = at + 1
    return [
        inputs.field(f"{TEAM}:{at}", line("departments.team", number=number), inputs.typed(name)),
        inputs.field(f"{PEOPLE}:{at}", line("departments.people", number=number), inputs.persons(people)),
    ]


def read_departments(values: Values) -> tuple[str, list[Typed]]:
    """The field's id, if one is chosen, and the teams, in the form's order."""
    teams = [(inputs.text(values, f"{TEAM}:{at}"), inputs.users(values, f"{PEOPLE}:{at}")) for at in range(MOST)]
    return inputs.chosen(values, FIELD), teams
