"""What Slack's listeners stand on, handed to each feature when it is registered."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.errors import Refused
from bot.ids import PersonId
from bot.patience import Clock, Patience
from bot.store import Store
from handlers.slack.web_api.client import Slack

Wording = Callable[[Refused, Callable[[PersonId], str]], str]
"""Why not, as plain text, given how people are called; total: also for codes that it does not know."""


@dataclass(frozen=True)
class Surroundings:
    store: Store
    slack: Slack
    clock: Clock
    patience: Patience
    command: str
    """With its slash, as the company calls it."""
    wording: Wording
