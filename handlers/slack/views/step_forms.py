"""The forms of the set-up's steps: who works leads, by several ways; the introduction; who changed what."""

from collections.abc import Sequence

from bot.people import Role
from bot.setup import Setup
from bot.store import Change
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.views.setup_forms import Users
from handlers.slack.wording import known, line, say

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


def changes(made: Sequence[tuple[Change, str]]) -> Block:
    """Who changed what, when, the newest first."""
    said = [
        blocks.lines(say("changes.line", when=change.at, by=by, what=_what(change.key))) for change, by in made
    ] or [blocks.section(line("changes.none"))]
    return blocks.modal(line("changes.title"), said, callback=ids.READ, close=line("form.close"))


def _what(key: str) -> str:
    noun = key.partition(".")[0]
    found = (name for name in (f"setup.{key}", f"changes.{noun}") if known(name))
    return line(next(found, "changes.other"))
