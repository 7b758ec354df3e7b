"""The form in which an admin says whose leads are not rewarded; below each field who set it as it is."""

from collections.abc import Mapping

from bot.people import Role
from bot.rewarded import Rewarded
from bot.show.changes import Changed
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.messages.changes import set_by
from handlers.slack.wording import line

DEPARTMENTS, ROLES, OTHERS, WORDS = "departments", "roles", "others", "words"
TEAMS, ACCOUNTS = "teams", "accounts"
KEYS = tuple(f"rewarded.{name}" for name in (DEPARTMENTS, ROLES, TEAMS, ACCOUNTS, WORDS))


def eligibility_form(held: Rewarded, last: Mapping[str, Changed]) -> Block:
    roles = [(role.value, line(f"setup.role.{role}")) for role in Role]
    others = [(name, line(f"rewarded.{name}")) for name in (TEAMS, ACCOUNTS)]
    ticked = [name for name in (TEAMS, ACCOUNTS) if getattr(held, name)]
    departments, words = inputs.typed("\n".join(held.departments), long=True), inputs.typed(held.words, long=True)
    fields = [
        blocks.section(line("rewarded.says")),
        inputs.field(DEPARTMENTS, line("rewarded.departments"), departments, hint=line("rewarded.departments.hint")),
        *set_by(last.get("rewarded.departments")),
        inputs.field(ROLES, line("rewarded.roles"), inputs.boxes(roles, held.roles)),
        *set_by(last.get("rewarded.roles")),
        inputs.field(OTHERS, line("rewarded.others"), inputs.boxes(others, ticked)),
        inputs.field(WORDS, line("rewarded.words"), words, hint=line("rewarded.words.hint")),
        *set_by(last.get("rewarded.words")),
    ]
    title, save = line("rewarded.title"), line("form.save")
    return blocks.modal(title, fields, callback=ids.REWARDED, submit=save, close=line("form.cancel"))


def read_eligibility(values: Values) -> Rewarded:
    others = inputs.ticked(values, OTHERS)
    return Rewarded(
        departments=tuple(inputs.text(values, DEPARTMENTS).splitlines()),
        roles=frozenset(role for role in Role if role in inputs.ticked(values, ROLES)),
        teams=TEAMS in others,
        accounts=ACCOUNTS in others,
        words=inputs.text(values, WORDS),
    )
