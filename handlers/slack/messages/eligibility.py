"""That no reward is paid for a lead, said kindly: before it is given, and on its receipt."""

from bot.rewarded import Rewarded, Unrewarded
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.wording import line, say
from handlers.slack.wording.phrases import Phrase, plain


def unrewarded(why: Unrewarded | None, held: Rewarded) -> Phrase:
    """In the company's own words, where it has some."""
    if why is None:
        return ()
    because = say("lead.plain", text=held.words) if held.words else say(f"unrewarded.{why}")
    return say("unrewarded.says", why=because)


def before(why: Unrewarded | None, held: Rewarded) -> list[Block]:
    """One line of the form, before somebody submits it."""
    return [blocks.context(plain(unrewarded(why, held)))] if why else []


def rewarded(held: Rewarded) -> str:
    """Who is not, in the list of all that is set."""
    names = [*held.departments, *(line(f"setup.role.{role}") for role in sorted(held.roles))]
    names += [line(f"rewarded.{name}") for name in ("teams", "accounts") if getattr(held, name)]
    return line("setup.rewarded.but", names=parts.people(names)) if names else line("setup.rewarded.all")
