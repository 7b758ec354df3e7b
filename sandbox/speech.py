"""What a person types, as Slack hands it on: escaped, with people, channels, addresses and links as references."""

import re

from sandbox.world import World

LINK = re.compile(r"\bhttps?://[^\s<>|]+[^\s<>|.,;:!?)\]]")
MAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
WORD = re.compile(r"(?<![\w.@-])([@#])([\w-]+)")


def message(world: World, text: str) -> str:
    """https://docs.slack.dev/messaging/formatting-message-text, seen from the receiving end."""
    words = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    words = LINK.sub(r"<\g<0>>", words)
    words = MAIL.sub(r"<mailto:\g<0>|\g<0>>", words)
    return WORD.sub(lambda found: _reference(world, found, named=False), words)


def command(world: World, text: str, *, escaped: bool) -> str:
    """A command's text comes raw; with `should_escape` of the manifest, as in a message, and references carry names.
    https://docs.slack.dev/interactivity/implementing-slash-commands"""
    if not escaped:
        return text
    words = MAIL.sub(r"<mailto:\g<0>|\g<0>>", LINK.sub(r"<\g<0>>", text))
    return WORD.sub(lambda found: _reference(world, found, named=True), words)


def _reference(world: World, found: re.Match[str], *, named: bool) -> str:
    sign, name = found.groups()
    known = world.users.values() if sign == "@" else world.channels.values()
    for one in known:
        if one.name == name.lower():
            return f"<{sign}{one.id}|{one.name}>" if named or sign == "#" else f"<@{one.id}>"
    return found.group()
