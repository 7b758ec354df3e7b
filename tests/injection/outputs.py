"""All that the bot has said to this Slack so far: each call's arguments, each answer, the name of each file of ours."""

from collections.abc import Iterator

from sandbox.records import BOT_USER, Value
from sandbox.world import World
from tests.injection.oracle import judged, walk

OURS = ("bot", "handlers", "storage")
"""The loggers that write whatever the level lets them; the libraries are let warn only: see `app.py`."""


def said(world: World) -> Iterator[tuple[str, Value]]:
    yield from ((call.method, call.args) for call in world.calls)
    yield from (("an answer", body) for body in world.answered)
    yield from (("a file", {"text": file.name}) for file in world.files.values() if file.user == BOT_USER)


def faults(world: World) -> list[str]:
    """What of it means more to Slack than it shows to people."""
    return sorted({f"{what}: {fault}" for what, body in said(world) for fault in judged(body)})


def fields(world: World) -> set[str]:
    """Every field of a form that this Slack was shown, if text can be typed in it; one of several alike for all."""
    shown = (block for _, body in said(world) for block in walk(body) if block.get("type") == "input")
    typed = (one["block_id"] for one in shown if one["element"]["type"] == "plain_text_input")
    return {str(name).partition(":")[0] for name in typed}
