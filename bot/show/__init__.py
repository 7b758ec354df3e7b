"""What there is to say: read models, gathered from the store as values, which the fronts render by their type."""

from collections.abc import Callable, Mapping

from bot.notices import Notice
from bot.show import cards, homes, people, wins
from bot.store import Reading

Gather = Callable[[Reading, Notice], object | None]
"""Gives what the notice says now, or None where there is nothing to say any more."""

INTENTS: Mapping[str, Gather] = {
    "card": cards.card,
    "detail": cards.detail,
    "receipt": people.receipt,
    "owned": people.owned,
    "moved": people.moved,
    "update": people.update,
    "asked": people.asked,
    "answered": people.answered,
    "offered": people.offered,
    "suggested": people.suggested,
    "withdraw_asked": people.withdraw_asked,
    "came_back": people.came_back,
    "draft": people.draft_kept,
    "place_missing": people.place_missing,
    "thanks": wins.thanks,
    "win_post": wins.post,
    "unwon": wins.unwon,
    "words_wanted": wins.words_wanted,
    "home": homes.home,
}
