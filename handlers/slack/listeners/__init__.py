"""What the Slack front hears: each feature registers its listeners, and is named here."""

from collections.abc import Callable, Sequence

from slack_bolt import App

from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.listeners import (
    away,
    bringing,
    browsing,
    care,
    command,
    corrections,
    crediting,
    digests,
    disputes,
    eligibility,
    joining,
    leads,
    looks,
    loop,
    mornings,
    moves,
    offers,
    pages,
    privacy,
    profiles,
    remarks,
    setup,
    splits,
    steps,
    talk,
    terms,
    times,
    troubles,
)

Feature = Callable[[App, Surroundings], None]

FEATURES: Sequence[Feature] = (
    moves.register,
    leads.register,
    command.register,
    loop.register,
    corrections.register,
    offers.register,
    joining.register,
    crediting.register,
    disputes.register,
    splits.register,
    mornings.register,
    talk.register,
    pages.register,
    looks.register,
    browsing.register,
    away.register,
    terms.register,
    setup.register,
    digests.register,
    remarks.register,
    privacy.register,
    steps.register,
    times.register,
    eligibility.register,
    bringing.register,
    care.register,
    profiles.register,
    troubles.register,
)
"""Bolt asks them in this order: what people do most comes first."""
