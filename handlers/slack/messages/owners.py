"""What whoever has a lead gets: the lead itself, questions, offers; and what the desk gets while nobody has it."""

from bot.people import Person
from bot.show.owners import Asked, HelpWanted, NotTheirs, Offered, OutOfSight, Owned, Suggested, WithdrawAsked
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import absence, attachments, care, joining, parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import called, called_first, first, line, say, state


@render_for.register
def owned(shown: Owned, _reader: Person | None) -> Block:
    lead = shown.lead
    key = "owned.text.covered" if shown.absence else "owned.text"
    text = say(key, called=called_first(lead), referrer=shown.referrer, owner=_absent(shown))
    said = [
        blocks.header(lead.title),
        blocks.lines(
            parts.number(lead),
            parts.given(lead, shown.givers),
            parts.standing_now(lead),
            absence.said(shown.absence),
            *parts.coming(lead, shown.step),
        ),
        *parts.paragraph(care.locked(lead)),
        *parts.about(lead),
        *parts.paragraph(
            *parts.known_about(lead, shown.referrer),
            *parts.offers(shown.offers, shown.referrer),
            *parts.helps(shown.helps),
            parts.aware(lead, first(shown.referrer)) if lead.open else (),
            attachments.named(shown.files),
        ),
        *joining.also(shown.also),
        *joining.linked(shown.linked),
        *parts.crm(lead),
        *_passed_on(shown),
    ]
    return blocks.message(text, [*said, *_owner_buttons(shown)])


def _absent(shown: Owned) -> str:
    """For whom the reader covers."""
    return first(shown.absence.owner) if shown.absence else ""


def _passed_on(shown: Owned) -> list[Block]:
    if not shown.passed_by:
        return []
    key = "owned.passed.covered" if shown.absence else "owned.passed"
    passed = say(key, by=shown.passed_by, owner=_absent(shown))
    return [blocks.lines(passed), *([blocks.quoted(shown.words)] if shown.words else [])]


def _owner_buttons(shown: Owned) -> list[Block]:
    """The likely moves; then contact in one tap, and all the rest."""
    lead = shown.lead
    reach = ("move.need", "move:need") if lead.locked_at else ("button.contact", "contact")
    touches = [parts.lead_button(*reach, lead), *(parts.touches(lead) if shown.can_touch else [])]
    thank = blocks.button(line("button.thank"), "thank", shown.owed, style="primary") if shown.owed else None
    return [
        *blocks.actions(thank),
        *blocks.actions(*parts.moves(shown.moves, lead)),
        *blocks.actions(*parts.offer_buttons(shown.offers, lead, shown.referrer), *joining.offer_buttons(shown.also)),
        *blocks.actions(*touches, parts.more(lead, "button.more")),
    ]


@render_for.register
def not_theirs(shown: NotTheirs, _reader: Person | None) -> Block:
    lead = shown.lead
    now = state(lead)
    key = "owned.gone" if shown.owner else "owned.back"
    said = say(key if lead.open else "owned.closed", owner=shown.owner, title=lead.title, status=now)
    named = called(lead) if lead.open else called_first(lead)
    text = say(key if lead.open else "owned.closed", owner=shown.owner, title=named, status=now)
    return blocks.message(text, [blocks.lines(said, parts.given(lead, shown.referrer))])


@render_for.register
def asked(shown: Asked, _reader: Person | None) -> Block:
    lead = shown.lead
    askers = parts.people(shown.askers)
    says = say("asked.says" if shown.owned else "asked.desk", askers=askers, title=lead.title)
    text = say("asked.text", askers=askers, called=called(lead))
    if shown.answered:
        done = say("today.done", what=parts.happened(shown.answered, lead))
        return blocks.message(text, [blocks.lines(says, done), *blocks.actions(parts.more(lead, "button.open"))])
    write = parts.lead_button("button.say", "say", lead, referrer=first(shown.askers[0]))
    buttons = blocks.actions(write, *parts.moves(shown.moves, lead, first=""), parts.more(lead, "button.more"))
    return blocks.message(text, [blocks.lines(says), *buttons])


@render_for.register
def offered(shown: Offered, _reader: Person | None) -> Block:
    lead = shown.lead
    says = say("offered.says" if shown.words else "offered.plainly", helper=shown.helper, title=lead.title)
    said = [blocks.quoted(shown.words)] if shown.words else []
    text = say("offered.text", helper=shown.helper, called=called(lead))
    given = blocks.lines(parts.given(lead, shown.referrer))
    return blocks.message(text, [blocks.lines(says), *said, given, *blocks.actions(parts.more(lead, "button.open"))])


@render_for.register
def suggested(shown: Suggested, _reader: Person | None) -> Block:
    lead = shown.lead
    key = "works_with" if shown.works_with else "suggested"
    call = say("suggested.call", until=lead.desk_due) if shown.call else ()
    call = say("suggested.left") if shown.left else call
    says = blocks.lines(say(f"{key}.says", referrer=shown.referrer, title=lead.title), call, parts.number(lead))
    take = parts.move_button(shown.move, lead, style="primary") if shown.move and not shown.left else None
    leave = parts.lead_button("button.not_for_me", "notforme", lead) if shown.call else None
    text = say(f"{key}.text", referrer=shown.referrer, called=called(lead))
    buttons = blocks.actions(take, leave, parts.more(lead, "button.open"))
    return blocks.message(text, [says, *parts.about(lead), *buttons])


@render_for.register
def out_of_sight(_: OutOfSight, _reader: Person | None) -> Block:
    says = say("suggested.gone")
    return blocks.message(says, [blocks.lines(says)])


@render_for.register
def withdraw_asked(shown: WithdrawAsked, _reader: Person | None) -> Block:
    lead = shown.lead
    says = blocks.lines(say("withdraw_asked.says", referrer=shown.referrer, title=lead.title))
    text = say("withdraw_asked.text", referrer=shown.referrer, called=called(lead))
    buttons = blocks.actions(
        parts.move_button(shown.move, lead),
        parts.lead_button("button.say", "say", lead, referrer=first(shown.referrer)),
        parts.more(lead),
    )
    return blocks.message(text, [says, *buttons])


@render_for.register
def help_wanted(shown: HelpWanted, _reader: Person | None) -> Block:
    lead = shown.lead
    says = blocks.lines(say("help_wanted.says", owner=shown.owner, title=lead.title))
    words = [blocks.quoted(shown.words)] if shown.words else []
    help_out = parts.lead_button("button.help", "know", lead)
    buttons = blocks.actions(help_out, None if shown.gave else parts.more(lead, "button.more"))
    return blocks.message(say("help_wanted.text", owner=shown.owner, called=called(lead)), [says, *words, *buttons])
