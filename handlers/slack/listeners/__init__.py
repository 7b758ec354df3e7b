"""What the Slack front hears: each feature registers its listeners, and is named here."""

from collections.abc import Callable, Sequence

from slack_bolt import App

from handlers.slack.listeners import profiles
from handlers.slack.surroundings import Surroundings

Feature = Callable[[App, Surroundings], None]

FEATURES: Sequence[Feature] = (profiles.register,)
