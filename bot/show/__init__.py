"""What there is to say: read models, gathered from the store as values, which the fronts render by their type."""

from collections.abc import Callable, Mapping

from bot.notices import Notice
from bot.show import (
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
    referrers,
    setup,
    talk,
    troubles,
    wins,
)
from bot.store import Reading

Gather = Callable[[Reading, Notice], object | None]
"""Gives what the notice says now, or None where there is nothing to say any more."""

INTENTS: Mapping[str, Gather] = {
    "card": cards.card,
    "detail": cards.detail,
    "ready": cards.ready,
    "receipt": referrers.receipt,
    "owned": owners.owned,
    "moved": referrers.moved,
    "updates": referrers.updates,
    "news": gathered.gathered,
    "asked": owners.asked,
    "answered": referrers.answered,
    "offered": owners.offered,
    "suggested": owners.suggested,
    "covering": absence.covering,
    "returned": absence.returned,
    "desk": desks.at_desk,
    "escalated": escalations.escalated,
    "withdraw_asked": owners.withdraw_asked,
    "today": mornings.today,
    "help_wanted": owners.help_wanted,
    "draft": notes.draft_kept,
    "place_missing": notes.place_missing,
    "thanks": wins.thanks,
    "win_post": wins.post,
    "unwon": wins.unwon,
    "words_wanted": wins.words_wanted,
    "typed": talk.typed,
    "remarked": talk.remarked,
    "remark": notes.remark,
    "digest": digests.digest,
    "trial": setup.trial,
    "parked": troubles.parked,
    "export": exports.export,
    "home": homes.home,
}
