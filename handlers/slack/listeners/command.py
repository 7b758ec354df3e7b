"""Hears the command: without words it opens the form, with some it opens it filled in; a few words alone ask."""

import re
from collections.abc import Callable, Mapping

from slack_bolt import Ack, App, BoltContext

from bot import services
from bot.ids import LeadId, Origin
from bot.setup import Mark
from handlers.slack.edge.decoding import Body
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.listeners import opening
from handlers.slack.listeners.browsing import FIND, Browsing
from handlers.slack.listeners.leads import LeadForms
from handlers.slack.listeners.pages import Pages
from handlers.slack.listeners.privacy import Privacy
from handlers.slack.listeners.setup import SetupForms
from handlers.slack.listeners.terms import TermsForms

NUMBER = re.compile(r"#?(\d{1,18})", re.ASCII)


def register(app: App, around: Surroundings) -> None:
    app.command(around.command)(Command(around).heard)


class Command:
    """`/lead`, whatever the company calls it. Only a whole text asks: "/lead Board Games Ltd" is a lead."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.forms = LeadForms(around)
        self.pages = Pages(around)
        self.browsing = Browsing(around)
        setup = SetupForms(around)
        self.ticked = False
        """Whether the set-up knows that the command is ours."""
        self.windows: Mapping[str, Callable[[Ack, Body, BoltContext], None]] = {
            "board": self.browsing.board,
            "settings": TermsForms(around).open,
            "privacy": Privacy(around).open,
        }
        self.alone: Mapping[str, Callable[[Ack, BoltContext], None]] = {
            "help": self.pages.help,
            **dict.fromkeys(("admin", "setup"), setup.shown),
            "mine": self.pages.mine,
            "digest": self.pages.digest,
        }

    def heard(self, ack: Ack, body: Body, context: BoltContext) -> None:
        self._tick(context)
        words = str(body.get("text") or "").strip()
        if number := NUMBER.fullmatch(words):
            opening.open_view(self.around.slack, body, self.pages.lead(LeadId(int(number[1])), body, context))
            ack()
        elif sought := FIND.fullmatch(words):
            self.browsing.find(sought[1].strip(), ack, body, context)
        elif opens := self.windows.get(words.lower()):
            opens(ack, body, context)
        elif asked := self.alone.get(words.lower()):
            asked(ack, context)
        else:
            self.forms.from_command(words, ack, body, context)

    def _tick(self, context: BoltContext) -> None:
        if self.ticked:
            return
        with self.around.store.read() as unit:
            self.ticked = Mark.HEARD in unit.setup().marks
        if not self.ticked:
            origin = Origin(f"{context['origin']}:heard")
            services.hear_command(self.around.store, origin, by=context["person"], now=context["now"])
