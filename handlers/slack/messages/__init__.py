"""Messages: each read model as what Slack is sent, one function a type."""

from bot.people import Person
from bot.show.exports import Export
from bot.show.privacy import Copy
from bot.show.reach import unreached
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import (
    absence,
    anchors,
    attachments,
    cards,
    corrections,
    crediting,
    desks,
    digests,
    disputes,
    escalations,
    exports,
    gathered,
    homes,
    importing,
    joining,
    leaving,
    mornings,
    notes,
    offers,
    owners,
    privacy,
    receipts,
    setup,
    splits,
    talk,
    troubles,
    wins,
)
from handlers.slack.messages.rendering import render_for

__all__ = [
    "absence",
    "anchors",
    "attachments",
    "cards",
    "corrections",
    "crediting",
    "desks",
    "digests",
    "disputes",
    "escalations",
    "exports",
    "gathered",
    "homes",
    "importing",
    "joining",
    "leaving",
    "mornings",
    "notes",
    "offers",
    "owners",
    "privacy",
    "receipts",
    "render",
    "setup",
    "splits",
    "talk",
    "troubles",
    "wins",
]

FILES = (Export, Copy)


def render(shown: object, reader: Person | None) -> Block:
    """`{"text", "blocks"}` of a message, or `{"view"}` of an App Home. Raises TypeError for a type without words.

    Only a file, which its reader asked for, tells how to reach somebody.
    """
    return render_for(shown if isinstance(shown, FILES) else unreached(shown), reader)
