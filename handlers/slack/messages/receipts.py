"""What the referrer gets: the receipt that is kept, news, updates, the owner's own sentence."""

from bot.leads import Lead, Status
from bot.people import Person
from bot.show.referrers import Answered, Moved, Next, Receipt, Update, Updates
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import absence, parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import called, first, line, say, state
from handlers.slack.wording.phrases import Phrase

TOGETHER = 15
"""So many leads stand in one update; with more of them a message would be too long for Slack."""


@render_for.register
def receipt(shown: Receipt, _reader: Person | None) -> Block:
    lead = shown.lead
    text = say("receipt.text", lead.kind, number=lead.id, called=called(lead))
    said = blocks.lines(
        say("receipt.thanks", number=lead.id, kind=line(f"kind.{lead.kind}")),
        _next(shown),
        absence.said(shown.absence),
        _by(shown),
        say("receipt.place_missing") if shown.place_missing and lead.open else (),
    )
    return blocks.message(text, [blocks.header(lead.title), said, *_receipt_buttons(shown)])


def _next(shown: Receipt) -> Phrase:
    lead = shown.lead
    now = state(lead)
    if not lead.open:
        return say("receipt.closed", status=now)
    if shown.owner:
        return say("receipt.owner", owner=shown.owner, status=now)
    if shown.next is Next.CALL:
        return say("receipt.call", call=shown.call, until=lead.desk_due)
    if shown.next is Next.DESK and shown.desk:
        return say("receipt.desk.named", desk=shown.desk)
    return say(f"receipt.{shown.next}", lead.kind)


def _by(shown: Receipt) -> Phrase:
    lead = shown.lead
    if not lead.open:
        return ()
    if lead.muted:
        return say("receipt.muted")
    if lead.promise_due is None:
        return ()
    return say("receipt.again_by" if shown.owner else "receipt.by", by=lead.promise_due)


def _receipt_buttons(shown: Receipt) -> list[Block]:
    lead = shown.lead
    key = "confirm.withdraw" if shown.editable else "confirm.ask_to_withdraw"
    sure = (line(key), line("confirm.yes"), line("confirm.no"))
    withdraw = blocks.button(line("move.withdraw"), "move:withdraw", lead.id, confirm=sure)
    rekind = blocks.button(line("button.rekind", lead.kind), "move:rekind", lead.id)
    return blocks.actions(
        parts.lead_button("button.edit", "edit", lead) if shown.editable else None,
        withdraw if shown.withdrawable else None,
        rekind if shown.rekindable else None,
        parts.lead_button("button.unmute", "unmute", lead) if lead.muted and lead.open else None,
    )


@render_for.register
def moved(shown: Moved, _reader: Person | None) -> Block:
    lead = shown.lead
    said: list[Block] = [blocks.header(lead.title)]
    for one in shown.lines:
        said.append(blocks.lines(say("line.sentence", what=parts.happened(one, lead))))
        said += [blocks.quoted(one.words)] if one.words else []
    text = say("moved.text", called=called(lead), what=parts.happened(shown.lines[-1], lead))
    return blocks.message(text, [*said, *_onwards(lead, shown.owner, shown.status)])


def _onwards(lead: Lead, owner: str | None, then: Status) -> list[Block]:
    """When the referrer hears again and what they can do; kind words if it has ended."""
    if not lead.open:
        return [blocks.lines(say("moved.lost", lead.kind))] if then in {Status.LOST, Status.DECLINED} else []
    again = lead.promise_due and not lead.muted
    said = [blocks.lines(say("moved.again", by=lead.promise_due))] if again else []
    return [*said, *loop_buttons(lead, owner)]


def loop_buttons(lead: Lead, owner: str | None, *, apart: str = "") -> list[Block]:
    """Ask, help, no more updates."""
    mute = ("button.unmute", "unmute") if lead.muted else ("button.mute", "mute")
    return blocks.actions(
        parts.lead_button("button.ask" if owner else "button.ask.nobody", "ask", lead, owner=first(owner), apart=apart),
        parts.lead_button("button.help", "know", lead, apart=apart),
        parts.lead_button(*mute, lead, apart=apart),
    )


@render_for.register
def updates(shown: Updates, _reader: Person | None) -> Block:
    """One lead at length, as it were alone; of several each in two lines."""
    if len(shown.updates) == 1:
        return _one(shown.updates[0])
    said = [block for one in shown.updates[:TOGETHER] for block in _one_of_many(one)]
    left = len(shown.updates) - TOGETHER
    rest = [blocks.context(line("updates.rest", number=left))] if left > 0 else []
    text = say("updates.text", number=len(shown.updates))
    return blocks.message(text, [blocks.header(line("updates.title")), *said, *rest])


def _one(shown: Update) -> Block:
    lead = shown.lead
    standing = parts.standing(lead, shown.owner)
    said = blocks.lines(standing, *_news(shown), _again(shown))
    text = say("update.text", called=called(lead), standing=standing)
    return blocks.message(text, [blocks.header(lead.title), said, *loop_buttons(lead, shown.owner)])


def _one_of_many(shown: Update) -> list[Block]:
    lead = shown.lead
    title = say("updates.lead", title=lead.title)
    return [
        blocks.lines(title, parts.standing(lead, shown.owner), *_news(shown), _again(shown)),
        *loop_buttons(lead, shown.owner, apart="updates"),
    ]


def _again(shown: Update) -> Phrase:
    if shown.next_by is None:
        return ()
    return say("update.slower" if shown.slower else "receipt.again_by", by=shown.next_by, days=shown.slower)


def _news(shown: Update) -> list[Phrase]:
    """What is known, or honestly that nothing is."""
    lead = shown.lead
    if shown.owner is None and lead.status is not Status.NURTURING:
        return [say("update.nobody")]
    if lead.status is Status.NURTURING:
        return [say("update.asleep", on=lead.back_on) if lead.back_on else say("update.warm")]
    if shown.said:
        return [say("line.sentence", what=parts.happened(shown.said, lead)), *parts.coming(lead, shown.step)]
    if shown.step:
        return [*parts.coming(lead, shown.step)]
    if lead.spoke_at:
        return [say("update.spoke", spoke=lead.spoke_at), say("update.quiet", owner=shown.owner)]
    return [say("update.silent", owner=shown.owner)]


@render_for.register
def answered(shown: Answered, _reader: Person | None) -> Block:
    lead = shown.lead
    says = blocks.lines(say("answered.says", owner=shown.owner, title=lead.title))
    buttons = loop_buttons(lead, shown.owner) if lead.open else []
    text = say("answered.text", owner=shown.owner, called=called(lead))
    return blocks.message(text, [says, blocks.quoted(shown.words), *buttons])
