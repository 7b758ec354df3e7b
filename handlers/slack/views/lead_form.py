"""The form that logs a lead: one screen on a phone, the rest behind "Add details"; and the same for an edit."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from bot import texts
from bot.capture import reach
from bot.errors import Refused
from bot.ids import PersonId
from bot.leads import Given, Kind, NameFrom
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.messages.looks import NOTHING, Looks, small
from handlers.slack.wording import first, line

DETAILS = "details"
"""The action id of "Add details"."""
UNNAMED, COLLEAGUE, OUTSIDE = "unnamed", "colleague", "outside"
"""Choices of who gets the credit: me, but unnamed; a colleague or somebody outside, whom further inputs ask for."""
CREDIT = "credit"
"""The action id of who gets the credit, where choosing it asks for more."""
_AT_FIRST = frozenset({"name_from", "aware", "wanted", "credit"})
"""What is no question any more once somebody has it."""


@dataclass(frozen=True)
class LeadTyped:
    """What stands in the form, as typed."""

    kind: Kind = Kind.SALES
    name: str = ""
    reach: str = ""
    """E-mail, phone, link and what is known: one text, as a person types it."""
    person: str = ""
    need: str = ""
    how_known: str = ""
    name_from: str = ""
    """A code, where it does not follow from how it is logged."""
    aware: bool = False
    wanted: str = ""
    """A Slack user id."""
    credit: str = ""
    """A code, where they would rather not be named, or a colleague gave it."""
    colleague: str = ""
    """A Slack user id: who has the credit then."""
    outside: str = ""
    outside_email: str = ""
    help: str = ""

    @property
    def filled(self) -> frozenset[str]:
        """The inputs in which something stands."""
        return frozenset(field.name for field in fields(self) if getattr(self, field.name))


def typed_from(given: Given, *, wanted: str = "") -> LeadTyped:
    """The form filled in with what is known; `wanted` is the Slack user id of `given.wanted`."""
    reach = ", ".join(part for part in (given.email, given.phone, given.link) if part)
    about = "\n" if "\n" in given.about else ", "
    return LeadTyped(
        kind=given.kind,
        name=given.name,
        reach=about.join(part for part in (reach, given.about) if part),
        person=given.person,
        need=given.need,
        how_known=given.how_known,
        name_from="" if given.name_from is NameFrom.COLLEAGUE else given.name_from,
        aware=given.aware,
        wanted=wanted,
        credit=UNNAMED if given.unnamed else "",
        outside=given.outside,
        outside_email=given.outside_email,
        help=given.help,
    )


def lead_form(
    typed: LeadTyped, looks: Looks = NOTHING, *, new: bool = False, details: bool = False, metadata: str = ""
) -> Block:
    """For views.open, and for views.update when "Add details" was pressed, with what was typed until then.

    Without the details, those of them that are filled in are there all the same: nothing typed is hidden.
    """
    rest = _details(typed, new=True) if details else [*_filled(typed), _add_details()]
    read = line("lead_form.read.new" if new else "lead_form.read")
    return blocks.modal(
        line("lead_form.title"),
        [_kind(typed), *small(looks), *_first(typed), *rest, blocks.context(read)],
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


def _kind(typed: LeadTyped) -> Block:
    kinds = [(kind.value, line(f"kind.{kind}")) for kind in Kind]
    return inputs.field("kind", line("lead_form.kind"), inputs.radio(kinds, typed.kind), optional=False)


def _first(typed: LeadTyped) -> list[Block]:
    name = inputs.typed(typed.name)
    reach = inputs.typed(typed.reach, long="\n" in typed.reach, placeholder=line("lead_form.reach.hint"))
    return [
        inputs.field("name", line("lead_form.name"), name, optional=False),
        inputs.field("reach", line("lead_form.reach"), reach),
    ]


def _add_details() -> Block:
    button: Block = {"type": "button", "text": blocks.plain(line("button.add_details"), blocks.BUTTON)}
    return {"type": "actions", "block_id": DETAILS, "elements": [button | {"action_id": DETAILS, "value": "0"}]}


def _details(typed: LeadTyped, *, new: bool = False) -> list[Block]:
    known = [("yes", line("lead_form.aware.yes"))]
    froms = [(each.value, line(f"name_from.{each}")) for each in NameFrom]
    return [
        inputs.field("person", line("lead_form.person"), inputs.typed(typed.person)),
        inputs.field("need", line("lead_form.need", typed.kind), inputs.typed(typed.need, long=True)),
        inputs.field("how_known", line("lead_form.how_known"), inputs.typed(typed.how_known)),
        inputs.field("name_from", line("lead_form.name_from"), inputs.select(froms, typed.name_from)),
        inputs.field("aware", line("lead_form.aware"), inputs.boxes(known, ["yes"] if typed.aware else [])),
        inputs.field("wanted", line("lead_form.wanted"), inputs.person(typed.wanted)),
        *_credit(typed, new=new),
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


def read_edit_form(values: Values, known: LeadTyped) -> LeadTyped:
    """What was typed; what is not in the form stays as it is known."""
    typed = read_lead_form(values)
    return replace(known, **{name: getattr(typed, name) for name in values if hasattr(typed, name)})


def read_lead_form(values: Values) -> LeadTyped:
    """What was typed; what is not in the form is empty. Texts are as typed: the domain makes them clean."""
    kind, credit = inputs.chosen(values, "kind"), inputs.chosen(values, CREDIT)
    theirs = credit == OUTSIDE or CREDIT not in values
    return LeadTyped(
        kind=Kind(kind) if kind in set(Kind) else Kind.SALES,
        name=inputs.text(values, "name"),
        reach=inputs.text(values, "reach"),
        person=inputs.text(values, "person"),
        need=inputs.text(values, "need"),
        how_known=inputs.text(values, "how_known"),
        name_from=inputs.chosen(values, "name_from"),
        aware=bool(inputs.ticked(values, "aware")),
        wanted=inputs.user(values, "wanted"),
        credit=credit if credit in {UNNAMED, COLLEAGUE, OUTSIDE} else "",
        colleague=inputs.user(values, COLLEAGUE),
        outside=inputs.text(values, "outside") if theirs else "",
        outside_email=inputs.text(values, "outside_email") if theirs else "",
        help=inputs.text(values, "help"),
    )


def _email(typed: str, *, field: str) -> str:
    """Raises Refused("not_an_email")."""
    address = texts.line(typed, field=field)
    if reach(address).email != address:
        raise Refused("not_an_email", field=field)
    return address


def given(typed: LeadTyped, *, wanted: PersonId | None = None, locale: str = "") -> Given:
    """What the domain keeps of it; `wanted` is the person of `typed.wanted`, `locale` that of who typed.

    Raises Refused with the block id of the input that is wrong: blank, too_long, not_an_email.
    """
    found = reach(texts.long(typed.reach, field="reach"), locale=locale)
    return Given(
        kind=typed.kind,
        name=texts.line(typed.name, field="name", required=True),
        person=texts.line(typed.person, field="person"),
        email=found.email,
        phone=found.phone,
        link=found.link,
        about=found.rest,
        need=texts.long(typed.need, field="need"),
        how_known=texts.long(typed.how_known, field="how_known"),
        name_from=NameFrom(typed.name_from) if typed.name_from in set(NameFrom) else NameFrom.COLLEAGUE,
        aware=typed.aware,
        wanted=wanted,
        unnamed=typed.credit == UNNAMED,
        outside=texts.line(typed.outside, field="outside", required=typed.credit == OUTSIDE),
        outside_email=_email(typed.outside_email, field="outside_email"),
        help=texts.long(typed.help, field="help"),
    )
