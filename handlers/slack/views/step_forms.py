"""The forms of the set-up's steps: who works leads, by several ways; the introduction; who changed what."""

from collections.abc import Sequence

from bot.people import Role
from bot.setup import Setup
from bot.show.changes import SHOWN, Changed
from bot.store import Page
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.messages.changes import change
from handlers.slack.views.setup_forms import Users
from handlers.slack.wording import line

CHANNEL, GROUP = "channel", "group"


def workers_form(setup: Setup, users: Users, groups: Sequence[tuple[str, str]]) -> Block:
    """Reps by name, and everybody of a channel or of a user group; the group is asked for only if there are any."""
    named = [users[person] for person in sorted(setup.roles.get(Role.REP, ())) if person in users]
    hint = line("workers.channel.hint")
    fields = [
        inputs.field(Role.REP, line("workers.rep"), inputs.persons(named)),
        inputs.field(CHANNEL, line("workers.channel"), inputs.channel(), hint=hint),
        *([inputs.field(GROUP, line("workers.group"), inputs.select(groups))] if groups else []),
    ]
    return blocks.modal(
        line("workers.title"), fields, callback=ids.WORKERS, submit=line("form.save"), close=line("form.cancel")
    )


def read_workers(values: Values) -> tuple[tuple[str, ...], str, str]:
    """User ids, a channel and a user group, as chosen."""
    return inputs.users(values, Role.REP), inputs.conversation(values, CHANNEL), inputs.chosen(values, GROUP)


def introduction(command: str) -> Block:
    """Ready written, for the admin to post under their own name: the bot messages nobody unasked."""
    text = blocks.quoted(line("introduction.text", command=command), blocks.TEXT)
    said = [blocks.section(line("introduction.says")), text]
    return blocks.modal(line("introduction.title"), said, callback=ids.READ, close=line("form.close"))


def changes(made: Page[Changed]) -> Block:
    """Who changed what, when, the newest first, page by page."""
    said = [blocks.lines(change(one)) for one in made.items] or [blocks.section(line("changes.none"))]
    at, shown = made.offset, len(made.items)
    later = blocks.button(line("home.later"), "step:changes", at + shown, apart="later")
    earlier = blocks.button(line("home.earlier"), "step:changes", max(0, at - SHOWN), apart="earlier")
    turning = blocks.actions(earlier if at else None, later if made.total > at + shown else None)
    return blocks.modal(line("changes.title"), [*said, *turning], callback=ids.READ, close=line("form.close"))
