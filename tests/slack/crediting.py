"""What is said of the ledger, of credit that is changed, claimed or split, of how long it counts: as read models."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from bot.disputes import Outcome as Claimed
from bot.disputes import Proof as Proofs
from bot.ids import DisputeId, LeadId, SplitId
from bot.leads import Lead
from bot.show import disputes, splits
from bot.show.anchors import Anchors, Proof
from bot.show.crediting import CreditChanged
from bot.show.gathered import Gathered, OfLead
from bot.show.windows import Stage, Window, Windows
from bot.splits import MOST, Outcome

MONDAY = date(2026, 11, 23)


def credited(shown: Lead, text: str) -> Iterator[object]:
    days = (Proof(MONDAY + timedelta(days=n), 10**9, 10**6, bytes(range(100, 132))) for n in range(7))
    yield Anchors(tuple(days))
    for seen, stays in product((shown, None), (False, True)):
        yield CreditChanged(shown.id, seen, text, text, text, stays, text)


def claimed(shown: Lead, text: str) -> Iterator[disputes.Claim]:
    """To each of those whom it concerns, open and settled."""
    for part, proof, outcome in product(disputes.Part, Proofs, (None, *Claimed)):
        yield disputes.Claim(
            DisputeId(7),
            shown,
            part,
            text,
            text,
            gave_too=proof is Proofs.FILE,
            proof=proof,
            day=MONDAY,
            record=text,
            said=text,
            answer=text,
            answer_day=MONDAY,
            decides=text,
            until=shown.logged_at,
            outcome=outcome,
            settled_by=text if proof is Proofs.LINK else "",
            reason=text,
        )


def split(shown: Lead, text: str) -> Iterator[splits.Proposal]:
    """Of as many as may have a share, all of whom but the first say at length that they see it differently."""
    portions = tuple(
        splits.Portion(LeadId(n), text, 5, 0, sourced=not n, agreed=not n, differs=text if n else "", theirs=n == 1)
        for n in range(MOST)
    )
    for part, asked, outcome in product(splits.Part, (True, False), (None, *Outcome)):
        yield splits.Proposal(
            SplitId(7),
            shown,
            part,
            text,
            text,
            portions,
            text if asked else "",
            asked,
            shown.logged_at,
            outcome,
            text,
            text,
        )


def kept(shown: Lead, text: str) -> Iterator[object]:
    """For how long it counts as theirs: one lead, many, and with all else that they then hear."""
    for on in (MONDAY, None):
        lead = replace(shown, window_on=on)
        several = [Window(lead, owner, lead.logged_at, stage) for stage in Stage for owner in (text, None)]
        yield from (Windows((one,)) for one in several)
        many = [replace(one, lead=replace(lead, id=LeadId(n))) for n, one in enumerate(several * 3)]
        yield Windows(tuple(many))
        yield Gathered(tuple(OfLead(one.lead, one.owner, window=one) for one in many))
