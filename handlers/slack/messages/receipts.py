"""What the referrer gets: the receipt that is kept, news, updates, the owner's own sentence."""

from datetime import timedelta

from bot.leads import Lead, Status
from bot.people import Person
from bot.show.receipts import Behalf, Left, Next, Receipt
from bot.show.referrers import Answered, Moved, Update, Updates
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import absence, eligibility, joining, parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import called, called_first, first, line, say, state
from handlers.slack.wording.phrases import Phrase

NEAR = timedelta(days=30)
"""So long before it counts as theirs no longer, each update says so."""
TOGETHER = 8
"""So many leads stand in one update; with more of them a message would be too long for Slack."""


@render_for.register
def receipt(shown: Receipt, _reader: Person | None) -> Block:
    lead = shown.lead
    thanks = "receipt.behalf" if shown.logged_by else "receipt"
    text = say(f"{thanks}.text", lead.kind, number=lead.id, called=called(lead), colleague=shown.logged_by)
    said = blocks.lines(
        say(f"{thanks}.thanks", number=lead.id, kind=line(f"kind.{lead.kind}"), colleague=shown.logged_by),
        say("receipt.outside", outside=lead.outside) if lead.outside else (),
        joining.received(shown.together, shown.like, lead),
        say("receipt.share", share=shown.share) if shown.share is not None else (),
        eligibility.unrewarded(lead.unrewarded, shown.rewarded) if lead.open else (),
        _next(shown),
        absence.said(shown.absence),
        _by(shown),
        say("receipt.asked_back") if lead.asked_back_at and lead.open else (),
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
        return say("receipt.milestones") if shown.milestones else ()
    return say("receipt.again_by" if shown.owner else "receipt.by", by=lead.promise_due)


def _receipt_buttons(shown: Receipt) -> list[Block]:
    lead = shown.lead
    key = "confirm.withdraw" if shown.editable else "confirm.ask_to_withdraw"
    sure = (line(key), line("confirm.yes"), line("confirm.no"))
    withdraw = blocks.button(line("move.withdraw"), "move:withdraw", lead.id, confirm=sure)
    rekind = blocks.button(line("button.rekind", lead.kind), "move:rekind", lead.id)
    return blocks.actions(
        parts.edit(lead) if lead.open else None,
        withdraw if shown.withdrawable else None,
        _forget(lead) if shown.forgettable else None,
        rekind if shown.rekindable else None,
        joining.different(lead) if shown.partable else None,
        _leave(shown) if shown.leavable else None,
        parts.pass_on(lead),
        parts.lead_button("button.unmute", "unmute", lead) if parts.is_silent(lead) and lead.open else None,
    )


def _forget(lead: Lead) -> Block:
    sure = (line("confirm.forget"), line("confirm.forget.yes"), line("confirm.no"))
    return blocks.button(line("button.forget"), "forget", lead.id, confirm=sure)


def _leave(shown: Receipt) -> Block:
    sure = (
        line("confirm.leave_credit", colleague=shown.logged_by),
        line("confirm.leave_credit.yes"),
        line("confirm.no"),
    )
    words = line("button.leave_credit", colleague=first(shown.logged_by or ""))
    return blocks.button(words, "leave_credit", shown.lead.id, confirm=sure)


@render_for.register
def left(shown: Left, _reader: Person | None) -> Block:
    said = say("receipt.changed" if shown.changed else "receipt.left", number=shown.lead, colleague=shown.to)
    return blocks.message(said, [blocks.lines(said)])


@render_for.register
def behalf(shown: Behalf, _reader: Person | None) -> Block:
    key = "behalf.says" if shown.referrer else "behalf.left"
    said = say(key, number=shown.lead, referrer=shown.referrer)
    return blocks.message(said, [blocks.lines(said)])


@render_for.register
def moved(shown: Moved, _reader: Person | None) -> Block:
    lead = shown.lead
    said: list[Block] = [blocks.header(lead.title)]
    for one in shown.lines:
        said.append(blocks.lines(say("line.sentence", what=parts.happened(one, lead))))
        said += [blocks.quoted(one.words)] if one.words else []
    text = say("moved.text", called=called_first(lead), what=parts.happened(shown.lines[-1], lead))
    return blocks.message(text, [*said, *_onwards(lead, shown.owner, shown.status)])


def _onwards(lead: Lead, owner: str | None, then: Status) -> list[Block]:
    """When the referrer hears again and what they can do; kind words if it has ended."""
    if not lead.open:
        kindly = [blocks.lines(say("moved.lost", lead.kind))] if then in {Status.LOST, Status.DECLINED} else []
        return [*kindly, *blocks.actions(parts.pass_on(lead))]
    return [*parts.paragraph(again(lead)), *_onwards_of(lead, owner)]


def again(lead: Lead) -> Phrase:
    """When the referrer hears again."""
    return say("moved.again", by=lead.promise_due) if lead.open and lead.promise_due and not lead.muted else ()


def loop_buttons(lead: Lead, owner: str | None, *, apart: str = "") -> list[Block]:
    """Ask, help; in a message of several leads also no more of this one."""
    ask = "button.ask" if owner else "button.ask.nobody"
    return blocks.actions(
        parts.lead_button(ask, "ask", lead, owner=first(owner), apart=apart),
        parts.pass_on(lead, apart=apart),
        parts.lead_button("button.help", "know", lead, apart=apart),
        _mute(lead, apart=apart) if apart else None,
    )


def _onwards_of(lead: Lead, owner: str | None) -> list[Block]:
    return [*loop_buttons(lead, owner), *_terms_buttons(lead)]


def _terms_buttons(lead: Lead) -> list[Block]:
    """How the referrer would rather hear."""
    snooze = None if parts.is_silent(lead) else parts.lead_button("button.snooze", "snooze", lead)
    return blocks.actions(blocks.button(line("button.terms"), "terms", 0), _mute(lead), snooze)


def _mute(lead: Lead, *, apart: str = "") -> Block:
    muted = ("button.unmute", "unmute") if parts.is_silent(lead) else ("button.mute", "mute")
    return parts.lead_button(*muted, lead, apart=apart)


def at_the_end(leads: int) -> list[Block]:
    """Of a message of so many leads: how many are not in it, and how they would rather hear."""
    left = leads - TOGETHER
    rest = [blocks.context(line("updates.rest", number=left))] if left > 0 else []
    return [*rest, *blocks.actions(blocks.button(line("button.terms"), "terms", 0))]


@render_for.register
def updates(shown: Updates, _reader: Person | None) -> Block:
    """One lead at length, as it were alone; of several each in two lines."""
    if len(shown.updates) == 1:
        return _one(shown.updates[0])
    said = [block for one in shown.updates[:TOGETHER] for block in one_of_many(one)]
    text = say("updates.text", number=len(shown.updates))
    return blocks.message(text, [blocks.header(line("updates.title")), *said, *at_the_end(len(shown.updates))])


def _one(shown: Update) -> Block:
    lead = shown.lead
    standing = parts.standing(lead, shown.owner)
    said = [blocks.header(lead.title), blocks.lines(standing, *_of(shown))]
    text = say("update.text", called=called_first(lead), standing=standing)
    return blocks.message(text, [*said, *(_onwards_of(lead, shown.owner) if lead.open else [])])


def one_of_many(shown: Update, more: Phrase = ()) -> list[Block]:
    """`more`: what else there is to say of it."""
    lead = shown.lead
    said = blocks.lines(say("updates.lead", title=lead.title), parts.standing(lead, shown.owner), *_of(shown, more))
    return [said, *(loop_buttons(lead, shown.owner, apart="updates") if lead.open else [])]


def _of(shown: Update, more: Phrase = ()) -> list[Phrase]:
    """What is known of it, and when its referrer hears again; of one that has ended since, no more."""
    return [*_news(shown), _again(shown), more or _window(shown.lead)] if shown.lead.open else []


def _window(lead: Lead) -> Phrase:
    """For how long it still counts as theirs, where that is not long any more."""
    if lead.window_on is None or lead.told_at is None:
        return ()
    left = lead.window_on - lead.told_at.date()
    return say("update.window", lead.kind, on=lead.window_on) if timedelta() <= left < NEAR else ()


def _again(shown: Update) -> Phrase:
    if shown.next_by is None:
        return say("receipt.muted") if shown.lead.muted else ()
    return say("update.slower" if shown.slower else "receipt.again_by", by=shown.next_by, days=shown.slower)


def _news(shown: Update) -> list[Phrase]:
    """What is known, or honestly that nothing is."""
    lead = shown.lead
    if shown.owner is None and lead.status is not Status.NURTURING:
        return [say("update.asked" if shown.asked else "update.nobody")]
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
    buttons = _onwards_of(lead, shown.owner) if lead.open else []
    text = say("answered.text", owner=shown.owner, called=called(lead))
    return blocks.message(text, [says, blocks.quoted(shown.words), *buttons])
