"""What we look for, as App Home, the lead form and the help show it."""

from collections.abc import Mapping

from bot.leads import Kind
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.wording import line, say
from handlers.slack.wording.phrases import Part, Phrase

Looks = Mapping[Kind, tuple[str, ...]]
NOTHING: Looks = {}


def in_home(looks: Looks, keeps: tuple[Kind, ...]) -> list[Block]:
    """With the way to change it for those who keep it; nothing for the others while nothing is said."""
    change = blocks.actions(blocks.button(line("button.looks"), "looks", 0)) if keeps else []
    said = shown(looks) or ([blocks.section(line("looks.none"))] if keeps else [])
    return [blocks.header(line("looks.title")), *said, *change] if said else []


def shown(looks: Looks) -> list[Block]:
    said = [phrase for kind in Kind if looks.get(kind) for phrase in _of(kind, looks[kind])]
    return [blocks.lines(*said)] if said else []


def small(looks: Looks) -> list[Block]:
    """A line a kind, for a form that must fit a phone."""
    return [
        blocks.context(line(f"looks.{kind}.small", what=" · ".join(looks[kind]))) for kind in Kind if looks.get(kind)
    ]


def _of(kind: Kind, lines: tuple[str, ...]) -> list[Phrase]:
    return [say(f"looks.{kind}"), *((Part(f"• {text}"),) for text in lines)]
