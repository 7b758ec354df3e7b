"""All that the bot has said to this Slack so far: each call's arguments, each acknowledgement, each file's name."""

from collections.abc import Iterator

from sandbox.records import Value
from sandbox.world import World
from tests.injection.oracle import judged

OURS = ("bot", "handlers", "storage")
"""The loggers that write whatever the level lets them; the libraries are let warn only: see `app.py`."""


def said(world: World) -> Iterator[tuple[str, Value]]:
    yield from ((call.method, call.args) for call in world.calls)
    yield from (("an answer", body) for body in world.answered)
    yield from (("a file", {"text": file.name}) for file in world.files.values())


def faults(world: World) -> list[str]:
    """What of it means more to Slack than it shows to people."""
    return sorted({f"{what}: {fault}" for what, body in said(world) for fault in judged(body)})
