"""The text that a liaison sends to whoever gave a lead from outside."""

from bot.leads import Kind, Lead, Status
from bot.show.passing import Passing
from handlers.slack.messages import parts
from handlers.slack.wording import first, line
from handlers.slack.wording.phrases import plain

ENDED = frozenset({Status.LOST, Status.DECLINED})


def text(shown: Passing) -> str:
    """A paragraph a sentence or two."""
    lead = shown.lead
    title = lead.title if lead.kind is Kind.TALENT else lead.name
    paragraphs = (
        line("passing.hello", name=first(lead.outside)),
        f"{line('passing.about', lead.kind, title=title)} {_news(shown)}",
        *([line("line.words", words=shown.last.words)] if shown.last and shown.last.words else []),
        f"{_onwards(lead)} {line('passing.thanks', lead.kind)}".strip(),
        shown.liaison,
    )
    return "\n\n".join(paragraphs)


def _news(shown: Passing) -> str:
    if shown.last is None:
        return line("passing.nobody")
    return line("line.sentence", what=plain(parts.happened(shown.last, shown.lead)))


def _onwards(lead: Lead) -> str:
    if lead.status in ENDED:
        return line("moved.lost", lead.kind)
    return line("passing.again", by=lead.promise_due) if lead.open and lead.promise_due and not lead.muted else ""
