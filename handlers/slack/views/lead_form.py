"""The form that logs a lead: one screen on a phone, the rest behind "Add details"; and the same for an edit."""

from collections.abc import Sequence

from bot.attachments import Attachment
from bot.leads import Kind, NameFrom, Offer, Tie
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.messages.looks import NOTHING, Looks, small
from handlers.slack.views.lead_typed import COLLEAGUE, CREDIT, OUTSIDE, UNNAMED, LeadTyped
from handlers.slack.wording import first, line

DETAILS = "details"
"""The action id of "Add details"."""
_AT_FIRST = frozenset({"name_from", "aware", "wanted", CREDIT, "tie", "offers"})
"""What is no question any more once somebody has it."""


def lead_form(
    typed: LeadTyped,
    looks: Looks = NOTHING,
    *,
    new: bool = False,
    details: bool = False,
    metadata: str = "",
    said: Sequence[Block] = (),
) -> Block:
    """For views.open, and for views.update when "Add details" was pressed, with what was typed until then.

    `said`: what whoever gives it should know before.

    Without the details, those of them that are filled in are there all the same: nothing typed is hidden.
    """
    rest = _details(typed, new=True) if details else [*_filled(typed), _add_details()]
    read = line("lead_form.read.new" if new else "lead_form.read")
    return blocks.modal(
        line("lead_form.title"),
        [_kind(typed), *small(looks), *_first(typed, fresh=not details), *rest, *said, blocks.context(read)],
        callback=ids.LEAD,
        submit=line("lead_form.submit"),
        close=line("form.cancel"),
        metadata=metadata,
    )


def edit_form(
    typed: LeadTyped, *, number: int, owner: str = "", metadata: str = "", more: Sequence[Block] = ()
) -> Block:
    """The kind is not in it: changing that is a move. Once an `owner` has it, they take over what is corrected."""
    details = [field for field in _details(typed) if not owner or field["block_id"] not in _AT_FIRST]
    read = line("lead_form.correct.read", owner=first(owner)) if owner else line("lead_form.read")
    return blocks.modal(
        line("lead_form.correct" if owner else "lead_form.edit", number=number),
        [*_first(typed), *details, *more, blocks.context(read)],
        callback=ids.EDIT,
        submit=line("form.send" if owner else "form.save"),
        close=line("form.cancel"),
        metadata=metadata,
    )


def kept(files: Sequence[Attachment]) -> list[Block]:
    """Which came with the message that it is made of."""
    names = ", ".join(file.name for file in files)
    return [blocks.context(line("lead_form.files", names=names))] if files else []


def _kind(typed: LeadTyped) -> Block:
    kinds = [(kind.value, line(f"kind.{kind}")) for kind in Kind]
    return inputs.field("kind", line("lead_form.kind"), inputs.radio(kinds, typed.kind), optional=False)


def _first(typed: LeadTyped, *, fresh: bool = False) -> list[Block]:
    """`fresh`: whoever opened the form types at once, in the first of the two that is empty."""
    hint = line("lead_form.reach.hint")
    name = inputs.typed(typed.name, at_once=fresh and not typed.name)
    to_reach = fresh and bool(typed.name) and not typed.reach
    reach = inputs.typed(typed.reach, long="\n" in typed.reach, placeholder=hint, at_once=to_reach)
    return [
        inputs.field("name", line("lead_form.name"), name, optional=False),
        inputs.field("reach", line("lead_form.reach"), reach),
    ]


def _add_details() -> Block:
    button: Block = {"type": "button", "text": blocks.plain(line("button.add_details"), blocks.BUTTON)}
    return {"type": "actions", "block_id": DETAILS, "elements": [button | {"action_id": DETAILS, "value": "0"}]}


def _details(typed: LeadTyped, *, new: bool = False) -> list[Block]:
    known = [("yes", line("lead_form.aware.yes"))]
    ties = [(each.value, line(f"lead_form.tie.{each}")) for each in Tie]
    offers = [(each.value, line(f"lead_form.offers.{each}")) for each in Offer]
    froms = [(each.value, line(f"name_from.{each}")) for each in NameFrom]
    return [
        inputs.field("person", line("lead_form.person"), inputs.typed(typed.person)),
        inputs.field("need", line("lead_form.need", typed.kind), inputs.typed(typed.need, long=True)),
        inputs.field("how_known", line("lead_form.how_known"), inputs.typed(typed.how_known)),
        inputs.field("tie", line("lead_form.tie"), inputs.select(ties, typed.tie)),
        inputs.field("name_from", line("lead_form.name_from"), inputs.select(froms, typed.name_from)),
        inputs.field("aware", line("lead_form.aware"), inputs.boxes(known, ["yes"] if typed.aware else [])),
        inputs.field("wanted", line("lead_form.wanted"), inputs.person(typed.wanted)),
        *_credit(typed, new=new),
        inputs.field("offers", line("lead_form.offers"), inputs.boxes(offers, typed.offers)),
        inputs.field("help", line("lead_form.help"), inputs.typed(typed.help)),
    ]


def _credit(typed: LeadTyped, *, new: bool) -> list[Block]:
    """Who gets it is fixed when it is logged; whether they are named is not."""
    if typed.outside and not new:
        return []
    others = [COLLEAGUE, OUTSIDE] if new else []
    options = [(each, line(f"credit.{each}")) for each in ("me", UNNAMED, *others)]
    chosen = inputs.field(CREDIT, line("lead_form.credit"), inputs.select(options, typed.credit or "me"))
    return [chosen | {"dispatch_action": True}, *_credited(typed)] if new else [chosen]


def _credited(typed: LeadTyped) -> list[Block]:
    """What another choice than *Me* asks for."""
    if typed.credit == COLLEAGUE:
        return [inputs.field(COLLEAGUE, line("lead_form.colleague"), inputs.person(typed.colleague))]
    return outside_fields(typed) if typed.credit == OUTSIDE else []


def outside_fields(typed: LeadTyped) -> list[Block]:
    """Who gave it from outside."""
    return [
        inputs.field("outside", line("lead_form.outside"), inputs.typed(typed.outside)),
        inputs.field("outside_email", line("lead_form.outside_email"), inputs.typed(typed.outside_email)),
    ]


def _filled(typed: LeadTyped) -> list[Block]:
    return [field for field in _details(typed) if field["block_id"] in typed.filled]
