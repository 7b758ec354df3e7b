"""The forms that ask for one sentence (I know them, a word, thanks); read back by `inputs.text(values, …)`."""

from bot.show.offers import OfferAsked
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.wording import about, first, firsts, line

WORD, THANKS, LINK = "word", "thanks", "crm"
"""The block ids of the sentence, by the domain's name for it."""


def know_form(title: str, owner: str | None, *, metadata: str) -> Block:
    """*I know them* and *I can help*."""
    label = line("know.line", owner=first(owner)) if owner else line("know.line.nobody")
    return _form(ids.KNOW, line("know.title"), title, WORD, label, line("know.hint"), metadata=metadata)


def say_form(title: str, givers: str, *, metadata: str) -> Block:
    """The owner's sentence to all who gave it."""
    people = firsts(givers)
    heading, label = (line(about(key, people), people=people) for key in ("say.title", "say.word"))
    return _form(ids.SAY, heading, title, WORD, label, metadata=metadata)


def question_form(title: str, referrer: str, *, metadata: str) -> Block:
    """What whoever has a lead would like to know of who gave it."""
    label = line("question.word", referrer=referrer)
    return _form(ids.QUESTION, line("question.title"), title, WORD, label, metadata=metadata)


def advice_form(shown: OfferAsked, *, metadata: str) -> Block:
    """The giver's advice, under the question."""
    label = line("advice.word", owner=first(shown.owner))
    about = blocks.cut(shown.question, blocks.QUOTE)
    return _form(ids.ADVICE, line("advice.title"), about, WORD, label, metadata=metadata)


def thank_form(title: str, *, metadata: str) -> Block:
    """The owner's own words after a win."""
    return _form(ids.THANK, line("thank.title"), title, THANKS, line("thank.thanks"), metadata=metadata)


def wrong_form(*, metadata: str) -> Block:
    """*Tell us what's wrong*."""
    heading, label = line("wrong.title"), line("wrong.word")
    return _form(ids.WRONG, heading, line("wrong.about"), WORD, label, line("wrong.hint"), metadata=metadata)


def crm_form(title: str, link: str, *, metadata: str) -> Block:
    """Where the CRM has the lead; empty takes it away."""
    return blocks.modal(
        line("crm.title"),
        [blocks.context(title), inputs.field(LINK, line("crm.link"), inputs.typed(link), hint=line("crm.hint"))],
        callback=ids.CRM,
        submit=line("form.save"),
        close=line("form.cancel"),
        metadata=metadata,
    )


def _form(callback: str, heading: str, title: str, name: str, label: str, hint: str = "", *, metadata: str) -> Block:
    sentence = inputs.field(name, label, inputs.typed(long=True), optional=False, hint=hint)
    return blocks.modal(
        heading,
        [blocks.context(title), sentence],
        callback=callback,
        submit=line("form.send"),
        close=line("form.cancel"),
        metadata=metadata,
    )
