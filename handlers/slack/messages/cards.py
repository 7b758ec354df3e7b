"""A lead's card in its channel, and the detail in the thread under it."""

from bot import untaken
from bot.leads import Lead
from bot.people import Person
from bot.show.cards import Card, CardGone, Detail, Line, Ready
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import absence, joining, parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import kind_of, line, say
from handlers.slack.wording.phrases import Part, Phrase


@render_for.register
def card(shown: Card, _reader: Person | None) -> Block:
    lead = shown.lead
    text = say("card.text", lead.kind, title=lead.name, kind=kind_of(lead), referrer=shown.givers)
    return blocks.message(text, [blocks.header(lead.title), _card_lines(shown), *_card_buttons(shown)])


def _card_lines(shown: Card) -> Block:
    lead = shown.lead
    wanted = shown.wanted
    return blocks.lines(
        parts.number(lead),
        parts.given(lead, shown.givers),
        parts.standing(lead, shown.owner),
        absence.said(shown.absence),
        say("lead.wanted", referrer=shown.referrer, wanted=wanted) if wanted else (),
        _first_call(shown),
        *parts.coming(lead, shown.step),
        say("lead.helpers", names=parts.people(shown.helpers)) if shown.helpers else (),
    )


def _first_call(shown: Card) -> Phrase:
    """Or that nobody took it, and who is finding the right person."""
    lead = shown.lead
    if shown.call:
        return say("lead.call", call=shown.call, until=lead.desk_due)
    return say("lead.desk") if lead.desk_at and untaken.waits(lead) else ()


def _card_buttons(shown: Card) -> list[Block]:
    lead = shown.lead
    first = parts.move_button(shown.move, lead, style="primary") if shown.move else None
    know = parts.lead_button("button.know", "know", lead) if lead.open else None
    return blocks.actions(first, parts.more(lead), know)


@render_for.register
def ready(shown: Ready, _reader: Person | None) -> Block:
    lead = shown.lead
    waits = shown.move is not None or shown.call is not None
    says = say("ready.says", title=lead.title, referrer=shown.referrer)
    call = say("lead.call", call=shown.call, until=lead.desk_due) if shown.call else ()
    said = blocks.lines(says, call if waits else parts.standing(lead, shown.owner))
    take = parts.move_button(shown.move, lead, style="primary", apart="ready") if shown.move else None
    text = say("ready.text", title=lead.name, referrer=shown.referrer)
    return blocks.message(text, [said, *blocks.actions(take)])


@render_for.register
def card_gone(shown: CardGone, _reader: Person | None) -> Block:
    says = say("card.gone", number=shown.lead)
    return blocks.message(says, [blocks.lines(says)])


@render_for.register
def detail(shown: Detail, _reader: Person | None) -> Block:
    lead = shown.lead
    wanted = say("lead.wanted", referrer=shown.referrer, wanted=shown.wanted) if shown.wanted else ()
    helps = [*parts.offers(shown.offers, shown.referrer), *parts.helps(shown.helps)]
    happened = [history(one, lead) for one in shown.lines]
    said = [
        *parts.about(lead),
        *parts.paragraph(*parts.known_about(lead, shown.referrer), wanted, *helps),
        *joining.also(shown.also),
        *joining.linked(shown.linked),
        blocks.context(line("lead.history")),
        blocks.lines(*happened),
    ]
    return blocks.message(say("detail.text", number=lead.id), said)


def history(one: Line, lead: Lead) -> Phrase:
    """One line of a history: the day, what happened, the words that came with it."""
    what = parts.happened(one, lead)
    words = say("line.words", words=blocks.cut(one.words, 200)) if one.words else ()
    return say("lead.line", when=one.entry.at, what=(*what, *((Part(" "), *words) if words else ())))
