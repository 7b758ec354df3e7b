"""What the app's manifest.yml grants: scopes, command, shortcuts, events and tabs."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parent.parent / "manifest.yml"


@dataclass(frozen=True)
class Shortcut:
    name: str
    kind: str  # "global" or "message"
    callback_id: str


@dataclass(frozen=True)
class Manifest:
    scopes: frozenset[str]
    commands: dict[str, bool]  # each with `should_escape`
    shortcuts: tuple[Shortcut, ...]
    events: frozenset[str]
    home_tab: bool
    messages_tab: bool
    messages_read_only: bool


def read(file: Path = FILE) -> Manifest:
    """The manifest as the sandbox understands it, https://docs.slack.dev/reference/app-manifest."""
    return _understood(file.read_text(encoding="utf-8"))


@cache
def _understood(text: str) -> Manifest:
    """Once: each fresh world asks for it."""
    given: dict[str, Any] = yaml.safe_load(text)
    features = given.get("features", {})
    home = features.get("app_home", {})
    return Manifest(
        scopes=frozenset(given["oauth_config"]["scopes"]["bot"]),
        commands={one["command"]: one.get("should_escape", False) for one in features.get("slash_commands", [])},
        shortcuts=tuple(Shortcut(s["name"], s["type"], s["callback_id"]) for s in features.get("shortcuts", [])),
        events=frozenset(given.get("settings", {}).get("event_subscriptions", {}).get("bot_events", [])),
        home_tab=home.get("home_tab_enabled", False),
        messages_tab=home.get("messages_tab_enabled", False),
        messages_read_only=home.get("messages_tab_read_only_enabled", False),
    )
