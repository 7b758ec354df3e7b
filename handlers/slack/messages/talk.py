"""What answers words that were typed to the bot, and what whoever gave a lead wrote about it."""

from bot.people import Person
from bot.show.talk import Asking, Remarked, Settled
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import called, first, firsts, line, say


@render_for.register
def asking(shown: Asking, _reader: Person | None) -> Block:
    quoted = [blocks.quoted(shown.text)] if shown.text else []
    quoted += [blocks.context(line("typed.unseen"))] if shown.unseen else []
    if shown.lead is None:
        head = [blocks.lines(say("typed.says"))] if shown.text else []
        helps = ("help.1", "typed.more") if shown.text else ("help.1", "help.2", "help.3")
        said = [blocks.lines(say(one, command=shown.command)) for one in helps]
        return blocks.message(say("typed.text"), [*head, *quoted, *_buttons(shown), *said])
    about = blocks.lines(say("typed.about", title=shown.lead.title))
    careful = (
        [blocks.context(line("typed.sensitive", protected=line(f"sensitive.{shown.topic}")))] if shown.topic else []
    )
    said = [about, *quoted, *careful, *_buttons(shown)]
    return blocks.message(say("typed.about.text", called=called(shown.lead)), said)


def _buttons(shown: Asking) -> list[Block]:
    send = shown.readers.referrer or shown.readers.worker
    log = blocks.button(line("button.log_this"), "draft:finish", shown.draft, style="" if shown.lead else "primary")
    empty = blocks.button(line("home.log"), "log", 0, style="primary")
    return blocks.actions(
        blocks.button(_send_to(shown), "typed:send", shown.draft, style="primary") if send else None,
        blocks.button(line("move.note"), "typed:note", shown.draft) if shown.readers.team else None,
        log if shown.text else empty,
    )


def _send_to(shown: Asking) -> str:
    reader = shown.givers if shown.readers.referrer else shown.owner
    return line("button.send_to", reader=firsts(reader)) if reader else line("button.send_to.desk")


@render_for.register
def settled(shown: Settled, _reader: Person | None) -> Block:
    said = say("typed.settled", title=shown.lead.title) if shown.lead else say("typed.settled.plainly")
    text = say("typed.settled", title=called(shown.lead)) if shown.lead else said
    return blocks.message(text, [blocks.lines(said)])


@render_for.register
def remarked(shown: Remarked, _reader: Person | None) -> Block:
    lead = shown.lead
    says = blocks.lines(say("answered.says", owner=shown.author, title=lead.title))
    write = parts.lead_button("button.say", "say", lead, referrer=first(shown.author)) if shown.owned else None
    text = say("answered.text", owner=shown.author, called=called(lead))
    buttons = blocks.actions(write, parts.more(lead, "button.more"))
    return blocks.message(text, [says, blocks.quoted(shown.words), *buttons])
