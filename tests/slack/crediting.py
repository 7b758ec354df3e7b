"""What is said of the ledger, of credit that a manager changed, and of how long it counts, as read models to render."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.ids import LeadId
from bot.leads import Lead
from bot.show.anchors import Anchors, Proof
from bot.show.crediting import CreditChanged
from bot.show.gathered import Gathered, OfLead
from bot.show.windows import Stage, Window, Windows

MONDAY = date(2026, 11, 23)


def credited(shown: Lead, text: str) -> Iterator[object]:
    days = (Proof(MONDAY + timedelta(days=n), 10**9, 10**6, bytes(range(100, 132))) for n in range(7))
    yield Anchors(tuple(days))
    for seen in (shown, None):
        yield CreditChanged(shown.id, seen, text, text, text, text)


def kept(shown: Lead, text: str) -> Iterator[object]:
    """For how long it counts as theirs: one lead, many, and with all else that they then hear."""
    for on in (MONDAY, None):
        lead = replace(shown, window_on=on)
        several = [Window(lead, owner, lead.logged_at, stage) for stage in Stage for owner in (text, None)]
        yield from (Windows((one,)) for one in several)
        many = [replace(one, lead=replace(lead, id=LeadId(n))) for n, one in enumerate(several * 3)]
        yield Windows(tuple(many))
        yield Gathered(tuple(OfLead(one.lead, one.owner, window=one) for one in many))
