"""What whoever a lead is about is owed, in words: on the lead's page, in the morning, and the text to send them."""

from bot import care
from bot.leads import Basis, Lead
from bot.show.care import NoticeText
from bot.show.mornings import Untold
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.wording import first, known, line, say, state
from handlers.slack.wording.phrases import Phrase


def owed(lead: Lead) -> list[Block]:
    """Where we got their name, why we may keep it, and whether they know."""
    if lead.erased_at is not None:
        return [blocks.lines(say("care.erased", erased=lead.erased_at))]
    source, basis = line(f"name_from.{lead.name_from}"), line(f"basis.{lead.basis}")
    unasked = lead.basis is Basis.CONSENT and lead.consent_at is None
    return [
        blocks.lines(
            say("care.source.unasked" if unasked else "care.source", source=source, basis=basis),
            _told(lead),
            say("care.agreed", agreed=lead.consent_at) if lead.consent_at else (),
            locked(lead),
        )
    ]


def _told(lead: Lead) -> Phrase:
    if lead.informed_at is not None:
        return say("care.informed", informed=lead.informed_at)
    return say("care.by", by=care.notice_due(lead)) if lead.open else ()


def locked(lead: Lead) -> Phrase:
    return say("care.locked", locked=lead.locked_at) if lead.locked_at else ()


def untold(one: Untold) -> list[Block]:
    """In the morning: by when, with the text and one tap; then what was done."""
    head = say("today.lead", title=one.lead.title, status=state(one.lead))
    if one.answered:
        return [blocks.lines(head, say("today.done", what=parts.happened(one.answered, one.lead)))]
    return to_tell(one, head)


def to_tell(one: Untold | None, head: Phrase = ()) -> list[Block]:
    """The same below what else there is to say of the lead; nothing where they know."""
    if one is None or one.answered:
        return []
    lead = one.lead
    key = "today.untold.covered" if one.absent else "today.untold.says"
    says = say(key, by=one.by, owner=first(one.absent))
    text = parts.lead_button("button.notice", "notice", lead, apart="untold")
    know = parts.lead_button("move.inform", "move:inform", lead, apart="untold")
    return [blocks.lines(head, says), *blocks.actions(text, know)]


def notice(shown: NoticeText) -> str:
    """The text that is ready to be sent, a paragraph a sentence or two."""
    kept = parts.people([line(f"kept.what.{what}") for what in shown.kept])
    name_from = f"notice.from.{shown.name_from}"
    named = f"{name_from}.named"
    source = named if shown.referrer and known(named) else name_from
    paragraphs = (
        line("notice.hello", name=shown.name) if shown.name else line("notice.hello.nobody"),
        f"{_who(shown)} {line(source, referrer=shown.referrer)}",
        f"{line('notice.kept', shown.kind, kept=kept)} {line(f'notice.basis.{shown.basis}')} {line('notice.long')}",
        line("notice.rights.at", address=shown.address) if shown.address else line("notice.rights"),
        shown.writer,
    )
    return "\n\n".join(paragraphs)


def _who(shown: NoticeText) -> str:
    return line("notice.who" if shown.company else "notice.who.alone", writer=shown.writer, company=shown.company)
