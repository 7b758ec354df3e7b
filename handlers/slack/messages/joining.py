"""Where several gave the same lead: to who has it, to who gave it, and in place of what stands elsewhere now."""

from collections.abc import Iterable

from bot.leads import Lead
from bot.matching import Link
from bot.people import Person
from bot.show.joining import Also, Beside, GaveToo, GivenAnew, GoesOn, Joined, Linked, Together
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import called, line, say, state
from handlers.slack.wording.phrases import Phrase


def also(gave: Iterable[Also]) -> list[Block]:
    """Who gave it too, and what they know."""
    return [block for one in gave for block in _also(one)]


def _also(one: Also) -> list[Block]:
    head = say("lead.also", giver=one.giver, logged=one.lead.logged_at)
    advice = [blocks.quoted(words) for words in one.advice]
    return [blocks.lines(head, *_knows(one)), *parts.about(one.lead), *_offers(one), *advice]


def _offers(one: Also) -> list[Block]:
    return parts.paragraph(*parts.offers(one.offers, one.giver))


def offer_buttons(gave: Iterable[Also]) -> list[Block]:
    """For whoever has it: to come back to what each of them offered."""
    return [button for one in gave for button in parts.offer_buttons(one.offers, one.lead, one.giver, apart="also")]


def _knows(one: Also) -> list[Phrase]:
    """With how to reach them, where the reader may see it: it is not there else."""
    reach = parts.contact(one.lead)[-1]
    reached = [say("lead.also.reach", giver=one.giver, reach=reach)] if reach else []
    return [*reached, *parts.known_about(one.lead, one.giver)]


def linked(found: Iterable[Linked]) -> list[Block]:
    """What it is perhaps the same as, and who else of the company we know."""
    said = [
        say(
            f"lead.linked.{one.link}",
            number=one.lead.id,
            title=one.lead.title,
            givers=one.givers,
            status=state(one.lead),
        )
        for one in found
    ]
    return parts.paragraph(*said)


def received(together: Together | None, like: Linked | None, lead: Lead) -> Phrase:
    """In the receipt: what we had already, as far as who gave this one may know."""
    if together is not None:
        whole = together.whole
        return say(
            "receipt.together", whole=whole.id, title=whole.title, givers=together.givers, logged=whole.logged_at
        )
    if lead.part_of is not None:
        return say("receipt.together.unseen", lead.kind)
    if like is None:
        return ()
    other = like.lead
    over = other.open and other.window_on is not None and other.window_on < lead.logged_at.date()
    return say(
        "receipt.like.same.over" if over and like.link is Link.SAME else f"receipt.like.{like.link}",
        other=other.id,
        title=other.title,
        givers=like.givers,
        status=state(other),
        logged=other.logged_at,
    )


def different(lead: Lead) -> Block:
    """The giver's, and theirs who answer for such leads."""
    sure = (line("confirm.different", number=lead.id), line("confirm.different.yes"), line("confirm.no"))
    return parts.about_button(line("button.different"), "different", lead.id, lead, confirm=sure)


@render_for.register
def goes_on(shown: GoesOn, _reader: Person | None) -> Block:
    lead, whole = shown.lead, shown.whole
    says = say("goes_on.says", number=lead.id, whole=whole.id, title=whole.title)
    text = say("goes_on.text", number=lead.id, whole=whole.id)
    said = blocks.lines(says, parts.given(whole, shown.givers))
    return blocks.message(text, [said, *blocks.actions(parts.more(whole, "button.open"))])


@render_for.register
def gave_too(shown: GaveToo, _reader: Person | None) -> Block:
    lead, one = shown.lead, shown.also
    text = say("gave_too.text", giver=one.giver, called=called(lead))
    if shown.apart:
        return blocks.message(text, [blocks.lines(say("gave_too.apart", giver=one.giver, number=one.lead.id))])
    knows = [*parts.paragraph(*parts.known_about(one.lead, one.giver)), *parts.about(one.lead)]
    says = say("gave_too.says" if knows else "gave_too.says.nothing", giver=one.giver, title=lead.title)
    given = blocks.lines(parts.given(lead, shown.givers))
    return blocks.message(text, [blocks.lines(says), *knows, given, *blocks.actions(parts.more(lead, "button.open"))])


@render_for.register
def beside(shown: Beside, _reader: Person | None) -> Block:
    lead, giver = shown.lead, shown.also.giver
    says = say("beside.apart" if shown.apart else "beside.says", giver=giver, title=lead.title)
    return blocks.message(say("beside.text", giver=giver, called=called(lead)), [blocks.lines(says)])


@render_for.register
def given_anew(shown: GivenAnew, _reader: Person | None) -> Block:
    lead, giver = shown.lead, shown.giver
    text = say("given_anew.text", giver=giver, called=called(lead))
    return blocks.message(text, [blocks.lines(say("given_anew.says", giver=giver, title=lead.title))])


@render_for.register
def joined(shown: Joined, _reader: Person | None) -> Block:
    lead = shown.lead
    text = say("joined.text", number=lead.id)
    if shown.apart:
        return blocks.message(text, [blocks.lines(say("joined.apart", number=lead.id))])
    return blocks.message(text, [blocks.lines(_joined(lead, shown.together)), *blocks.actions(different(lead))])


def _joined(lead: Lead, together: Together | None) -> Phrase:
    if together is None:
        return say("joined.says.unseen", number=lead.id)
    whole = together.whole
    return say("joined.says", number=lead.id, whole=whole.id, title=whole.title, givers=together.givers)
