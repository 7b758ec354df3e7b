"""What is said of the ledger, and of credit that a manager changed, as read models to render."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.leads import Lead
from bot.show.anchors import Anchors, Proof
from bot.show.crediting import CreditChanged

MONDAY = date(2026, 11, 23)


def credited(shown: Lead, text: str) -> Iterator[object]:
    days = (Proof(MONDAY + timedelta(days=n), 10**9, 10**6, bytes(range(100, 132))) for n in range(7))
    yield Anchors(tuple(days))
    for seen in (shown, None):
        yield CreditChanged(shown.id, seen, text, text, text, text)
