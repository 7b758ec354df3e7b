"""Messages: each read model as what Slack is sent, one function a type."""

from bot.people import Person
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import (
    absence,
    cards,
    desks,
    digests,
    escalations,
    exports,
    gathered,
    homes,
    mornings,
    notes,
    owners,
    receipts,
    setup,
    talk,
    troubles,
    wins,
)
from handlers.slack.messages.rendering import render_for

__all__ = [
    "absence",
    "cards",
    "desks",
    "digests",
    "escalations",
    "exports",
    "gathered",
    "homes",
    "mornings",
    "notes",
    "owners",
    "receipts",
    "render",
    "setup",
    "talk",
    "troubles",
    "wins",
]


def render(shown: object, reader: Person | None) -> Block:
    """`{"text", "blocks"}` of a message, or `{"view"}` of an App Home. Raises TypeError for a type without words."""
    return render_for(shown, reader)
