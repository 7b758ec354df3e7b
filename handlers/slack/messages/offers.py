"""What a giver offers besides the lead: to themselves, once they are asked for it; and to whoever has it."""

from bot.leads import Offer
from bot.offers import Stage
from bot.people import Person
from bot.show.offers import OfferAnswered, OfferAsked
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import called, line, say


@render_for.register
def offer_asked(shown: OfferAsked, _reader: Person | None) -> Block:
    lead, key = shown.lead, f"offer_asked.{shown.offer}"
    says = say(f"{key}.says", owner=shown.owner, title=lead.title)
    came = say(f"offer_asked.{shown.stage}", owner=shown.owner) if shown.stage is not Stage.ASKED else ()
    text = say(f"{key}.text", owner=shown.owner, called=called(lead))
    return blocks.message(text, [blocks.lines(says, came), *_words(shown), *_buttons(shown)])


def _words(shown: OfferAsked) -> list[Block]:
    """The question, or what is ready to be sent."""
    if shown.offer is Offer.ADVICE:
        return [blocks.quoted(shown.question)]
    if shown.stage is Stage.DONE:
        return []
    return [blocks.context(line(f"offer_asked.{shown.offer}.draft")), blocks.quoted(draft(shown))]


def draft(shown: OfferAsked) -> str:
    """What the giver may send to introduce whoever has the lead; or how these would mention them."""
    if shown.offer is Offer.NAME:
        return line("offer.mention", name=shown.giver)
    person = shown.lead.person
    hello = line("passing.hello", name=person) if person else line("offer.hello.nobody")
    return "\n\n".join((hello, line("offer.introduces", owner=shown.owner), shown.giver))


def _buttons(shown: OfferAsked) -> list[Block]:
    """What was put off may be done all the same."""
    if shown.stage is Stage.DONE:
        return []
    name = "advise" if shown.offer is Offer.ADVICE else "offer_done"
    later = _button(shown, "button.offer_later", "offer_later") if shown.stage is Stage.ASKED else None
    return blocks.actions(_button(shown, f"button.{name}.{shown.offer}", name, style="primary"), later)


def _button(shown: OfferAsked, key: str, name: str, *, style: str = "") -> Block:
    return parts.about_button(line(key), name, shown.ask, shown.lead, style=style)


@render_for.register
def offer_answered(shown: OfferAnswered, _reader: Person | None) -> Block:
    lead, key = shown.lead, f"offer_answered.{shown.offer}.{'done' if shown.done else 'later'}"
    says = say(f"{key}.says", referrer=shown.referrer, title=lead.title)
    text = say(f"{key}.text", referrer=shown.referrer, called=called(lead))
    words = [blocks.quoted(shown.words)] if shown.words else []
    return blocks.message(text, [blocks.lines(says), *words, *blocks.actions(parts.more(lead, "button.open"))])
