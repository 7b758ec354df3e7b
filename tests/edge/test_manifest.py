"""manifest.yml is what Slack allows, and asks for exactly what the code uses, both ways."""

import ast
import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from jsonschema import Draft7Validator
from slack_bolt import App

from bot.patience import Patience
from handlers.slack import wording
from handlers.slack.edge.surroundings import Surroundings
from handlers.slack.listeners import FEATURES
from handlers.slack.web_api.client import Slack
from handlers.slack.web_api.methods import EVENTS, METHODS, OPTIONAL, scopes_needed
from sandbox.world import World
from storage import SqlStore, open_engine

ROOT = Path(__file__).parent.parent.parent
MANIFEST: dict[str, Any] = yaml.safe_load((ROOT / "manifest.yml").read_text())
SCHEMA = Draft7Validator(json.loads((Path(__file__).parent / "manifest.schema.json").read_text()))
METHOD = re.compile(r"(apps|auth|bots|chat|conversations|files|oauth|team|usergroups|users|views)(\.[a-zA-Z0-9]+)+")


@dataclass
class Listening:
    """Takes what the features register, where Bolt would be."""

    commands: list[str] = field(default_factory=list)
    shortcuts: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)

    def command(self, name: str) -> Callable[[object], None]:
        return lambda _: self.commands.append(name)

    def shortcut(self, name: str) -> Callable[[object], None]:
        return lambda _: self.shortcuts.append(name)

    def event(self, name: str) -> Callable[[object], None]:
        return lambda _: self.events.append(name)

    def action(self, _: object) -> Callable[[object], None]:
        """Buttons, forms and lists are ours alone: Slack is not told of them."""
        return lambda _: None

    view = options = action


@pytest.fixture
def listening(sqlite_url: str) -> Iterator[Listening]:
    engine, slack = open_engine(sqlite_url), Slack("xoxb-1", "http://127.0.0.1:9/", Patience())
    around = Surroundings(SqlStore(engine), slack, World().now, Patience(), "/lead", wording.refusal)
    listening = Listening()
    for register in FEATURES:
        register(cast("App", listening), around)
    yield listening
    slack.close()
    engine.dispose()


def methods_named(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*.py"):
        if file.name != "methods.py":
            for node in ast.walk(ast.parse(file.read_text())):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and METHOD.fullmatch(node.value):
                    yield node.value


def test_slack_allows_it() -> None:
    assert [error.message for error in SCHEMA.iter_errors(MANIFEST)] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("display_information.name", "L" * 36),
        ("display_information.name", None),
        ("display_information.background_color", "green"),
        ("features.slash_commands.0.command", "lead"),
        ("features.slash_commands.0.command", "/" + "l" * 32),
        ("features.shortcuts.0.name", "L" * 25),
        ("features.shortcuts.0.type", "local"),
        ("features.surprise", True),
        ("settings.interactivity", {}),
        ("settings.event_subscriptions.bot_events", ["user_change", "user_change"]),
    ],
)
def test_what_slack_would_not_allow_is_noticed(path: str, value: object) -> None:
    spoilt = deepcopy(MANIFEST)
    *steps, last = path.split(".")
    place: Any = spoilt
    for step in steps:
        place = place[int(step)] if step.isdecimal() else place[step]
    place[last] = value

    assert not SCHEMA.is_valid(spoilt)


def test_it_asks_for_the_scopes_that_are_used_and_no_more() -> None:
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == scopes_needed()


def test_the_methods_in_the_code_are_those_whose_scopes_are_counted() -> None:
    assert set(methods_named(ROOT / "handlers")) == set(METHODS)


def test_each_scope_is_explained_to_whoever_installs_it() -> None:
    guide = (ROOT / "docs" / "install.md").read_text()

    assert [scope for scope in scopes_needed() | OPTIONAL if f"`{scope}`" not in guide] == []


def test_the_events_are_those_that_a_listener_hears(listening: Listening) -> None:
    """A listener hears "message"; where, Slack is told: "message.im"."""
    subscribed = MANIFEST["settings"]["event_subscriptions"]["bot_events"]

    assert {event.partition(".")[0] for event in subscribed} == set(listening.events)
    assert set(subscribed) == set(EVENTS)


def test_the_command_and_the_shortcuts_are_those_that_a_listener_hears(listening: Listening) -> None:
    features = MANIFEST["features"]

    assert [each["command"] for each in features["slash_commands"]] == listening.commands
    assert sorted(each["callback_id"] for each in features["shortcuts"]) == sorted(listening.shortcuts)
