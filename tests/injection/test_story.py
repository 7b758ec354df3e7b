"""The whole story of the catalogue, in which whatever anybody types, and every name, ends in what it should not."""

import logging
import re
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from sandbox.finding import Spot
from sandbox.looks.chapters import CHAPTERS
from sandbox.looks.chapters.privacy import DAVID
from sandbox.looks.scene import Scene
from sandbox.people import NO_FILES, Human
from sandbox.records import Message, Value
from sandbox.sight import DM
from tests.injection.doors import FIELDS
from tests.injection.outputs import OURS, faults, fields, said
from tests.slack.company import Company
from tests.slack.lists import Lists

NASTY = " <!here>*b*`c`{0}%s=1"
"""At the end of all that is typed: a mention, marks, both kinds of format strings."""
ESCAPED = NASTY.replace("<", "&lt;").replace(">", "&gt;")
FIGURES = frozenset({"amount", "days", "into", "outside_email", "window"})
"""Fields that take nothing but numbers, days and addresses."""
LINKS = frozenset({"crm"})
FINDS = (DAVID,)
"""What somebody is looked for by, as the lead has it."""


class Careless(Human):
    """Somebody whose every word ends so."""

    def keep(self, spot: Spot, raw: Value) -> None:
        name = spot.ids[0].partition(".")[0]
        as_it_is = name in FIGURES or raw in FINDS or str(raw).isdigit()
        if spot.element["type"] == "plain_text_input" and not as_it_is:
            raw += NASTY.strip() if name in LINKS else NASTY
        super().keep(spot, raw)

    def types(self, text: str, channel: str = "leads") -> None:
        logs = "," in text or text.count(" ") > 1
        super().types(f"{text}{ESCAPED}" if logs else text, channel)

    def says(
        self, text: str, channel: str = DM, thread_ts: str | None = None, files: Mapping[str, bytes] = NO_FILES
    ) -> Message:
        named = {f"{name}{NASTY}": data for name, data in files.items()}
        return super().says(f"{text}{NASTY}", channel, thread_ts, named)


class OddScene(Scene):
    """What the story looks for it finds without the endings."""

    def human(self, name: str) -> Human:
        human = super().human(name)
        return Careless(human.world, human.push, human.url, human.id)

    def reads(self, message: Message) -> str:
        return re.sub(r" \S*!here\S*%s=1", "", super().reads(message))


@pytest.mark.timeout(180)  # as the catalogue's
@pytest.mark.parametrize("engine", ["sqlite"])
def test_nothing_that_the_bot_says_means_more_than_it_shows(
    first_day: Company, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    world = first_day.sandbox.world
    for user in world.users.values():
        user.real_name += NASTY

    for ours in OURS:
        caplog.set_level(logging.DEBUG, ours)

    for tell in CHAPTERS:
        tell(OddScene(first_day.sandbox, partial(_pass, first_day), lambda _: None, Lists(first_day, tmp_path).imports))

    assert faults(world) == []
    assert fields(world) - FIELDS == set(), "there is a field that the doors do not try"
    assert NASTY.strip() in str([body for _, body in said(world)])
    assert NASTY.strip() not in str([record.__dict__ for record in caplog.records])


def _pass(company: Company, to: datetime) -> None:
    company.later(seconds=(to - company.now).total_seconds())
