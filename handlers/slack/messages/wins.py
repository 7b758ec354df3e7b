"""What is said of a win: to its referrer, to everybody, to the owner who owes a word; and when it was none."""

from bot.people import Person
from bot.show.wins import Thanks, WinPost, WinUndone, WordsWanted
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import about, called, line, say
from handlers.slack.wording.phrases import Phrase


@render_for.register
def thanks(shown: Thanks, _reader: Person | None) -> Block:
    """At once, with the owner's words or "thanks to follow"; or what followed."""
    lead = shown.lead
    text = say(_thanks_key(shown), lead.kind, called=called(lead), owner=shown.owner)
    helpers = say("win.helpers", names=parts.people(shown.helpers)) if shown.helpers and not shown.following else ()
    said = [blocks.header(lead.title), blocks.lines(_thanks(shown), helpers)]
    quoted = [blocks.lines(say("thanks.from", owner=shown.owner)), blocks.quoted(shown.words, blocks.TEXT)]
    return blocks.message(text, [*said, *(quoted if shown.words else []), *blocks.actions(parts.pass_on(lead))])


def _thanks_key(shown: Thanks) -> str:
    if not shown.following:
        return "thanks.text"
    return "thanks.following.text" if shown.words else "thanks.company.text"


def _thanks(shown: Thanks) -> Phrase:
    lead = shown.lead
    if shown.following:
        return say("thanks.following" if shown.words else "thanks.company", lead.kind)
    return say("thanks.won" if shown.words else "thanks.to_follow", lead.kind, owner=shown.owner)


@render_for.register
def win_post(shown: WinPost, _reader: Person | None) -> Block:
    """In the wins channel. Nobody is named there who has not agreed; the amount is nobody's business yet."""
    kind = shown.lead.kind
    title = line("win.title", kind, title=shown.title) if shown.title else line("win.unnamed", kind)
    both = shown.referrer == shown.owner and shown.lead.referrer == shown.win.owner
    by = say("win.by_both" if both else "win.by", referrer=shown.referrer, owner=shown.owner)
    helpers = say("win.helpers", names=parts.people(shown.helpers)) if shown.helpers else ()
    words = [blocks.lines(say("win.says", owner=shown.owner)), blocks.quoted(shown.words, blocks.TEXT)]
    company = [
        blocks.lines(say("win.company.unnamed" if shown.lead.unnamed else "win.company", referrer=shown.referrer))
    ]
    said = words if shown.words else company if shown.win.company_thanked else []
    text = say("win.text", kind, referrer=shown.referrer)
    return blocks.message(text, [blocks.header(title), blocks.lines(by, helpers), *said])


@render_for.register
def win_undone(shown: WinUndone, reader: Person | None) -> Block:
    """To the people of the lead by name and with the reason; in the channel only as far as it was named there."""
    title = shown.lead.title if reader else shown.title
    says = say("undone.named", title=title) if title else say("undone.says")
    words = [blocks.quoted(shown.words)] if shown.words else []
    given = say("undone.given", referrer=shown.referrer)
    return blocks.message(say("undone.text", shown.lead.kind), [blocks.lines(says, given), *words])


@render_for.register
def words_wanted(shown: WordsWanted, _reader: Person | None) -> Block:
    lead = shown.lead
    says = blocks.lines(say(about("words.says", shown.referrer), lead.kind, title=lead.title, referrer=shown.referrer))
    spoken = line("label.about", button=line("button.thank"), title=lead.title)
    thank = blocks.button(line("button.thank"), "thank", shown.win.id, label=spoken, style="primary")
    return blocks.message(say("words.text", called=called(lead)), [says, *blocks.actions(thank)])
