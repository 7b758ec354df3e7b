"""What givers offer, at every stage, as read models to render."""

from collections.abc import Iterator
from datetime import UTC, datetime

from bot.ids import EntryId
from bot.leads import Lead, Offer
from bot.offers import Offering, Stage
from bot.show.offers import OfferAnswered, OfferAsked

ASKED_AT = datetime(2026, 5, 3, 9, 30, tzinfo=UTC)


STAGES = tuple(Stage)


def offerings(turn: int = 0) -> tuple[Offering, ...]:
    """Each of them once; in so many turns as there are stages, at each."""
    stages = [STAGES[(turn + n) % len(STAGES)] for n in range(len(Offer))]
    return tuple(
        Offering(offer, stage, None if stage is Stage.OPEN else ASKED_AT)
        for offer, stage in zip(Offer, stages, strict=True)
    )


def offers_of(shown: Lead, text: str) -> Iterator[object]:
    for offer in Offer:
        for stage in (Stage.ASKED, Stage.DONE, Stage.LATER):
            yield OfferAsked(shown, EntryId(9), offer, text, text, text, stage)
        for done in (True, False):
            yield OfferAnswered(shown, offer, text, done, text if done and offer is Offer.ADVICE else "")
