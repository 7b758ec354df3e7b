"""Weeks of Sandbox Inc., for the tests of the digest."""

from datetime import UTC, datetime

from bot import services
from bot.ids import Origin
from bot.people import Role
from sandbox.records import Message
from tests.slack.company import Company

AUCKLAND_MONDAY = datetime(2026, 11, 29, 20, 0, tzinfo=UTC)
"""The next Monday at nine where Mara is."""


def digests(slack: Company, name: str = "mara") -> list[Message]:
    return [message for message in getattr(slack, name).human.dms() if "referrers in the loop" in message.text]


def until(slack: Company, moment: datetime) -> None:
    slack.later(seconds=(moment - slack.now).total_seconds())


def a_week(slack: Company) -> None:
    """Erin gave Acme, and Ravi took it and fell silent; Ada gave Globex, and Rita won it without words."""
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it")
    slack.later(minutes=5)
    slack.ada.logs("Globex")
    slack.rita.clicks("I'll take it")
    slack.rita.clicks("More…", on="dm")
    slack.rita.clicks("Won")
    slack.rita.submits()


def named(slack: Company, role: Role, *names: str) -> None:
    people = {role: [slack.person(name) for name in names]}
    services.set_people(slack.store, Origin(f"naming {role}"), people, {}, by=slack.person("ada"), now=slack.now)
    slack.settle()
