"""The form of a move, made from the one table: what the move carries is asked for, and each label says who reads it."""

from collections.abc import Callable, Mapping, Sequence

from bot import carrying, money, reasons
from bot.carried import Carried
from bot.carrying import Typed
from bot.ids import PersonId
from bot.leads import Kind
from bot.moves import BY_NAME, Move
from bot.people import BESIDE
from bot.show.homes import LeadPage
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.kit.reading import day
from handlers.slack.wording import about, firsts, known, label, line, reason


def move_form(move: Move, page: LeadPage, *, metadata: str, instead: Sequence[Block] = ()) -> Block:
    """For views.open or views.push; `metadata` says which lead and move it is, `instead` what else can be done."""
    kind = page.lead.kind
    asked = [block for what in move.carries(kind) for block in _ask(what, move, page)]
    return blocks.modal(
        label(move, kind),
        [blocks.context(page.lead.title), *asked, *instead],
        callback=ids.MOVE,
        submit=line("move_form.submit"),
        close=line("form.cancel"),
        metadata=metadata,
    )


def quiet_form(page: LeadPage, *, metadata: str) -> Block:
    """They went quiet: keep it warm until a day, or close it kindly."""
    end = blocks.context(line("quiet.or"))
    close = blocks.button(line("button.close_kindly"), "move:lose", page.lead.id)
    return move_form(BY_NAME["warm"], page, metadata=metadata, instead=[end, *blocks.actions(close)])


def _ask(what: Carried, move: Move, page: LeadPage) -> list[Block]:
    kind, needed = page.lead.kind, what in move.needs
    hint = _words(f"carry.{what}.hint", page, page.detail.givers) if known(f"carry.{what}.hint") else ""
    block = inputs.field(what, _label(what, move, page), ELEMENTS[what](kind), optional=not needed, hint=hint)
    return [block, _currency()] if what is Carried.AMOUNT else [block]


def _label(what: Carried, move: Move, page: LeadPage) -> str:
    own = f"carry.{what}.{move.name}"
    return _words(own if known(own) else f"carry.{what}", page, _named(what, move, page))


def _named(what: Carried, move: Move, page: LeadPage) -> str:
    """Who reads it; of a note who does not."""
    if what is Carried.NOTE:
        return page.unread
    givers = page.detail.givers
    return BESIDE.join((givers, page.owner)) if move.name == "unwin" and page.owner else givers


def _words(key: str, page: LeadPage, people: str) -> str:
    people = firsts(people)
    return line(about(key, people), page.lead.kind, people=people)


def _reasons(kind: Kind) -> Block:
    return inputs.select([(code, reason(code, kind)) for code in reasons.OF[kind]])


def _checklist(_: Kind) -> Block:
    return inputs.boxes([(code, line(f"check.{code}")) for code in carrying.CHECKLIST])


def _yes(key: str) -> Callable[[Kind], Block]:
    return lambda kind: inputs.boxes([("yes", line(key, kind))])


def _knows(_: Kind) -> Block:
    return inputs.boxes([(code, line(f"carry.knows_source.{code}")) for code in ("yes", "agrees")])


def _text(*, long: bool) -> Callable[[Kind], Block]:
    return lambda _: inputs.typed(long=long)


def _currency() -> Block:
    currencies = [(code, code) for code in money.COMMON]
    return inputs.field("currency", line("carry.currency"), inputs.select(currencies, money.COMMON[0]))


ELEMENTS: Mapping[Carried, Callable[[Kind], Block]] = {
    Carried.OWNER: lambda _: inputs.person(),
    Carried.ON: lambda _: inputs.day(),
    Carried.STEP: _text(long=False),
    Carried.REASON: _reasons,
    Carried.WORD: _text(long=True),
    Carried.THANKS: _text(long=True),
    Carried.AMOUNT: _text(long=False),
    Carried.MAY_NAME: _yes("carry.may_name.yes"),
    Carried.CHECKLIST: _checklist,
    Carried.VALUES: _text(long=True),
    Carried.BUYS: _text(long=True),
    Carried.KNOWS_SOURCE: _knows,
    Carried.NOTE: _text(long=True),
}


def chosen_owner(values: Values) -> str:
    """The Slack user id of the new owner, or empty."""
    return inputs.user(values, Carried.OWNER)


def read_move_form(values: Values, *, owner: PersonId | None = None) -> Typed:
    """What was typed, for the service; `owner` is the person of `chosen_owner`. Raises Refused("not_a_day")."""
    return Typed(
        owner=owner,
        on=day(inputs.chosen_day(values, Carried.ON), field=Carried.ON),
        step=inputs.text(values, Carried.STEP),
        reason=inputs.chosen(values, Carried.REASON),
        word=inputs.text(values, Carried.WORD),
        thanks=inputs.text(values, Carried.THANKS),
        amount=inputs.text(values, Carried.AMOUNT),
        currency=inputs.chosen(values, "currency"),
        may_name=bool(inputs.ticked(values, Carried.MAY_NAME)),
        checklist=inputs.ticked(values, Carried.CHECKLIST),
        values=inputs.text(values, Carried.VALUES),
        buys=inputs.text(values, Carried.BUYS),
        knows_source="yes" in inputs.ticked(values, Carried.KNOWS_SOURCE),
        agrees="agrees" in inputs.ticked(values, Carried.KNOWS_SOURCE),
        note=inputs.text(values, Carried.NOTE),
    )
