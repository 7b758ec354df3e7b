"""The forms of how credit is split: what is proposed, how somebody else sees it, and what is decided."""

from collections.abc import Iterable

from bot.ids import LeadId
from bot.show.splits import Portion, Proposal
from bot.splits import WHOLE, field_of
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.messages import splits
from handlers.slack.wording import line

WORD, REASON = "word", "reason"
SHARE = field_of(LeadId(0)).rstrip("0")


def split_form(title: str, portions: Iterable[Portion], *, metadata: str) -> Block:
    why = inputs.field(WORD, line("split.word"), inputs.typed(long=True), hint=line("split.word.hint"))
    return blocks.modal(
        line("split.title"),
        [blocks.context(line("split.about", title=title)), *_shares(portions), why],
        callback=ids.SPLIT,
        submit=line("form.send"),
        close=line("form.cancel"),
        metadata=metadata,
    )


def differ_form(shown: Proposal, *, metadata: str) -> Block:
    return blocks.modal(
        line("split.differ.title"),
        [
            *splits.what(shown),
            inputs.field(WORD, line("split.differ.word"), inputs.typed(long=True), optional=False),
            blocks.context(line("split.differ.read", by=shown.by)),
        ],
        callback=ids.SPLIT_DIFFER,
        submit=line("form.send"),
        close=line("form.cancel"),
        metadata=metadata,
    )


def decide_form(shown: Proposal, *, metadata: str) -> Block:
    """It begins with what was proposed."""
    why = inputs.field(
        REASON, line("split.reason"), inputs.typed(long=True), optional=False, hint=line("split.reason.hint")
    )
    return blocks.modal(
        line("split.decide.title"),
        [*splits.what(shown), *_shares(shown.portions), why],
        callback=ids.SPLIT_DECIDE,
        submit=line("split.decide.submit"),
        close=line("form.cancel"),
        metadata=metadata,
    )


def _shares(portions: Iterable[Portion]) -> list[Block]:
    return [
        inputs.field(
            field_of(one.lead),
            line(f"split.share.{'sourced' if one.sourced else 'influenced'}", giver=one.giver),
            inputs.whole_number(one.share, least=0, most=WHOLE),
            optional=False,
        )
        for one in portions
    ]


def read_shares(values: Values) -> dict[LeadId, int | None]:
    """None where no share that there can be is typed."""
    fields = [name for name in values if name.startswith(SHARE) and name.removeprefix(SHARE)]
    return {LeadId(ids.whole(name.removeprefix(SHARE))): inputs.whole(values, name) for name in fields}
