"""The forms of a claim: what shows it, what who gave it says, and what is decided."""

from datetime import date

from bot.disputes import Outcome, Proof
from bot.show.disputes import Claim
from handlers.slack.kit import blocks, ids, inputs, reading
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.messages import disputes
from handlers.slack.wording import line

PROOF, WHERE, DAY, WORD, OUTCOME, REASON = "proof", "where", "day", "word", "outcome", "reason"
DECIDED = (Outcome.KEPT, Outcome.GIVEN)


def dispute_form(title: str, giver: str, *, gave_too: bool, metadata: str) -> Block:
    """What they have that is older than the lead."""
    key = "dispute.first" if gave_too else "dispute.knew"
    proofs = [(one.value, line(f"dispute.proof.{one}")) for one in Proof]
    where = inputs.field(WHERE, line("dispute.where"), inputs.typed(), optional=False, hint=line("dispute.where.hint"))
    return blocks.modal(
        line("dispute.title.first" if gave_too else "dispute.title"),
        [
            blocks.context(line(key, title=title, giver=giver)),
            inputs.field(PROOF, line("dispute.proof"), inputs.radio(proofs, Proof.LINK), optional=False),
            where,
            inputs.field(DAY, line("dispute.day"), inputs.day(), optional=False, hint=line("dispute.day.hint")),
            inputs.field(WORD, line("dispute.word"), inputs.typed(long=True)),
            blocks.context(line("dispute.read", giver=giver)),
        ],
        callback=ids.DISPUTE,
        submit=line("form.send"),
        close=line("form.cancel"),
        metadata=metadata,
    )


def answer_form(claim: Claim, *, metadata: str) -> Block:
    own = inputs.field(DAY, line("dispute.answer.day"), inputs.day(), hint=line("dispute.answer.day.hint"))
    return blocks.modal(
        line("dispute.answer.title"),
        [
            *disputes.what(claim, record=True),
            inputs.field(WORD, line("dispute.answer.word"), inputs.typed(long=True), optional=False),
            own,
            blocks.context(line("dispute.answer.read", claimant=claim.claimant)),
        ],
        callback=ids.DISPUTE_ANSWER,
        submit=line("form.send"),
        close=line("form.cancel"),
        metadata=metadata,
    )


def decide_form(claim: Claim, *, metadata: str) -> Block:
    names = {Outcome.KEPT: claim.giver, Outcome.GIVEN: claim.claimant}
    choices = [(one.value, line(f"dispute.outcome.{one}", name=names[one])) for one in DECIDED]
    why = inputs.field(
        REASON, line("dispute.reason"), inputs.typed(long=True), optional=False, hint=line("dispute.reason.hint")
    )
    return blocks.modal(
        line("dispute.decide.title"),
        [
            *disputes.what(claim, record=True),
            inputs.field(OUTCOME, line("dispute.outcome"), inputs.radio(choices), optional=False),
            why,
        ],
        callback=ids.DISPUTE_DECIDE,
        submit=line("dispute.decide.submit"),
        close=line("form.cancel"),
        metadata=metadata,
    )


def day_of(values: Values) -> date | None:
    """Raises Refused("not_a_day")."""
    return reading.day(inputs.chosen_day(values, DAY), field=DAY)
