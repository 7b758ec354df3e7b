"""A lead's card in its channel, and the detail in the thread under it."""

from bot.leads import Lead
from bot.people import Person
from bot.show.cards import Card, CardGone, Detail, Line
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import kind_of, names, say
from handlers.slack.wording.phrases import Part, Phrase


@render_for.register
def card(shown: Card, _reader: Person | None) -> Block:
    lead = shown.lead
    text = say("card.text", lead.kind, title=lead.name, kind=kind_of(lead), referrer=shown.referrer)
    return blocks.message(text, [blocks.header(lead.title), _card_lines(shown), *_card_buttons(shown)])


def _card_lines(shown: Card) -> Block:
    lead = shown.lead
    wanted = shown.wanted
    return blocks.lines(
        parts.number(lead),
        parts.given(lead, shown.referrer),
        parts.standing(lead, shown.owner),
        say("lead.wanted", referrer=shown.referrer, wanted=wanted) if wanted else (),
        *parts.coming(lead, shown.step),
        say("lead.helpers", names=names(shown.helpers)) if shown.helpers else (),
    )


def _card_buttons(shown: Card) -> list[Block]:
    lead = shown.lead
    first = parts.move_button(shown.move, lead, style="primary") if shown.move else None
    know = parts.lead_button("button.know", "know", lead) if lead.open else None
    return blocks.actions(first, parts.more(lead), know)


@render_for.register
def card_gone(shown: CardGone, _reader: Person | None) -> Block:
    return parts.gone(shown.lead, "card.gone")


@render_for.register
def detail(shown: Detail, _reader: Person | None) -> Block:
    """No contact data: it stands where the card stands."""
    return blocks.message(say("detail.text", number=shown.lead.id), detail_blocks(shown))


def detail_blocks(shown: Detail) -> list[Block]:
    lead = shown.lead
    wanted = say("lead.wanted", referrer=shown.referrer, wanted=shown.wanted) if shown.wanted else ()
    happened = [history(one, lead) for one in shown.lines]
    return [
        blocks.lines(*parts.known_about(lead, shown.referrer), wanted, *parts.helps(shown.helps)),
        blocks.lines(say("lead.history"), *happened),
    ]


def history(one: Line, lead: Lead) -> Phrase:
    """One line of a history: the day, what happened, the words that came with it."""
    what = parts.happened(one, lead)
    words = say("line.words", words=blocks.cut(one.words, 200)) if one.words else ()
    return say("lead.line", when=one.entry.at, what=(*what, *((Part(" "), *words) if words else ())))
